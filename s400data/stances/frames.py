"""Frames: ways of speaking that take a position on one target: "the deal is done", "no place in the alliance"."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from s400data.knowledge.stance_cues import (
    Frame,
    Target,
    load_frames,
    load_stance_context,
    load_targets,
    load_things,
)
from s400data.language.syntax import subject
from s400data.stances.clauses import Clause
from s400data.stances.findings import TURNED, Finding, is_turned_round, words_of
from s400data.stances.matches import Match, find_matches, is_bare_noun
from s400data.stances.statements import Statement
from s400data.stances.topics import Topic, is_of_another_target


def find_framed(statement: Statement, clause: Clause) -> Iterator[tuple[Finding, Match]]:
    """Positions that frames of the affair read in the clause, with the words they read."""
    topic = statement.topic_of(clause)
    for frame in _possible_frames(clause):
        match = next((m for m in find_matches(clause, frame.patterns) if _fits_frame(frame, m, statement)), None)
        if match is None or not _is_in_context(frame, statement, clause) or _is_undone(frame, match, topic):
            continue
        negated = is_turned_round(statement, match)
        turned = negated and frame.negation == "flips"
        if turned and frame.needs and frame.needs not in clause.named_things:
            # "They were not meant to weaken Turkey" denies nothing of what goes unnamed.
            continue
        here = not frame.needs or frame.needs in clause.things
        finding = Finding(
            target=frame.target,
            polarity=TURNED[frame.polarity] if turned else frame.polarity,
            strength=frame.strength,
            posture="denies" if turned else frame.posture,
            evidence=(match.evidence(),),
            is_inferred=match.is_inferred or not here,
            reason=f"'{words_of(match)}'{' + negation' if negated else ''} {_claim(frame.says, turned)}",
            rule=f"frame:{frame.id}",
        )
        yield finding, match


def _possible_frames(clause: Clause) -> Iterator[Frame]:
    """Frames that have a wording whose words the clause has, in their order."""
    places = {place for wording in clause.wordings for place in _frames_by_wording().get(wording, ())}
    return (load_frames()[place] for place in sorted(places))


@cache
def _frames_by_wording() -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, frame in enumerate(load_frames()):
        for wording in frame.patterns:
            places[wording].append(place)
    return dict(places)


def _is_undone(frame: Frame, match: Match, topic: Topic | None) -> bool:
    """Whether the words are part of an act against the target, or of one on something else."""
    if is_of_another_target(match, _target(frame.target), frame.patterns):
        return True
    if topic is None or topic.direction > 0 or topic.target.id != frame.target or frame.negation != "blocks":
        return False
    blames = any(judgment.is_within(match) for judgment in find_matches(match.clause, ("@bad", "@bad_thing")))
    return topic.match.overlaps(match) and (frame.polarity == "supports" or blames)


def _fits_frame(frame: Frame, match: Match, statement: Statement) -> bool:
    if is_bare_noun(match):
        return False
    if frame.of_subject and _is_cue(match, statement):
        # "threatened to send them home": the speaker threatens, not the thing.
        return False
    return frame.negation == "flips" or is_turned_round(statement, match) == (frame.negation == "required")


def _is_cue(match: Match, statement: Statement) -> bool:
    cue, words = statement.quotation.cue, match.evidence()
    return cue is not None and cue.start <= words.start < cue.end


def _is_in_context(frame: Frame, statement: Statement, clause: Clause) -> bool:
    return (
        _speaks_of_its_thing(frame, statement, clause)
        and _comes_from_its_side(frame, statement, clause)
        and not (frame.not_of and clause.doer == frame.not_of)
    )


def _speaks_of_its_thing(frame: Frame, statement: Statement, clause: Clause) -> bool:
    spoken_of = clause.things
    if not frame.of_clause and not clause.named_things:
        spoken_of = spoken_of | statement.spoken_of
    elif not frame.of_clause:
        # "to launch the jet in the space where the S-400 is used"
        below = (c for c in statement.clauses if any(token.i == clause.head.i for token in c.head.ancestors))
        spoken_of = spoken_of | {thing for other in below for thing in other.things}
    if not frame.needs or frame.needs in clause.things:
        return True
    return frame.needs in spoken_of and not _has_other_subject(frame, clause)


def _comes_from_its_side(frame: Frame, statement: Statement, clause: Clause) -> bool:
    target = _target(frame.target)
    match frame.context:
        case "demand":
            return statement.is_directive(clause) and not statement.is_doer(target)
        case "own":
            return statement.speaks_of_own_side(clause)
        case "imposer":
            return statement.is_doer(target)
        case "party":
            return statement.is_doer(target) or statement.is_of_unknown_side
        case "outsider":
            return not statement.is_doer(target)
        case _:
            return True


def _target(name: str) -> Target:
    return next(target for target in load_targets() if target.id == name)


def _has_other_subject(frame: Frame, clause: Clause) -> bool:
    """Whether the clause says of something else what the frame says of its thing: "this step is not compatible"."""
    doer = subject(clause.head)
    if not frame.of_subject or doer is None or doer.pos_ != "NOUN":
        return False
    nouns = {noun for thing in load_things() if thing.id == frame.needs for noun in thing.nouns}
    return doer.lemma_.lower() not in {*nouns, *load_stance_context().carriers}


def _claim(says: str, turned: bool) -> str:
    return f"denies that the speaker {says}" if turned and not says.startswith("claims") else _denied(says, turned)


def _denied(says: str, turned: bool) -> str:
    return says.replace("claims", "denies", 1) if turned else says
