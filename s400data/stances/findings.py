"""Findings: positions that single wordings of one quotation take, before they are merged into stances.

Four rules, each after the desk's guidelines, section 3: a frame of one target; an action of the target that is
asked for or promised; an attitude towards a target the clause names; a cost or an acceptance that hangs on a condition.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from s400data.knowledge.stance_cues import (
    Attitude,
    Frame,
    Strength,
    Target,
    load_attitudes,
    load_frames,
    load_stance_context,
    load_targets,
    load_things,
)
from s400data.language.syntax import subject
from s400data.records import Mention, Polarity
from s400data.stances.clauses import Clause, Match, find_matches, is_negated
from s400data.stances.statements import Statement

TURNED: dict[Polarity, Polarity] = {"supports": "opposes", "opposes": "supports"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One wording that takes a position on one target, with the reason in words."""

    target: str
    polarity: Polarity
    strength: Strength
    posture: str
    evidence: tuple[Mention, ...]
    is_inferred: bool
    reason: str
    rule: str


def find_findings(statement: Statement) -> Iterator[Finding]:
    """Every position that the speaker's own clauses take."""
    for clause in statement.own_clauses:
        if clause.is_condition or clause.is_question:
            continue
        yield from _by_frame(statement, clause)
        yield from _by_action(statement, clause)
        yield from _by_attitude(statement, clause)
    yield from _by_condition(statement)


def find_refusal(statement: Statement) -> Match | None:
    """Words that answer without saying anything: "no comment", "we will see"."""
    refusals = load_stance_context().refusals
    return next((match for clause in statement.clauses for match in find_matches(clause, refusals)), None)


def _by_frame(statement: Statement, clause: Clause) -> Iterator[Finding]:
    for frame in load_frames():
        match = next(find_matches(clause, frame.patterns), None)
        if match is None or _is_bare_noun(match) or not _is_in_context(frame, statement, clause):
            continue
        if frame.of_subject and _is_cue(match, statement):
            # "threatened to send them home": the speaker threatens, not the thing.
            continue
        negated = is_negated(match) != statement.is_denied
        if negated == (frame.negation == "required") or frame.negation == "flips":
            turned = negated and frame.negation == "flips"
            here = not frame.needs or frame.needs in clause.things()
            yield Finding(
                target=frame.target,
                polarity=TURNED[frame.polarity] if turned else frame.polarity,
                strength=frame.strength,
                posture="denies" if turned else frame.posture,
                evidence=(match.evidence(),),
                is_inferred=match.is_inferred or not here,
                reason=f"'{words_of(match)}'{' + negation' if negated else ''} {_claim(frame.says, turned)}",
                rule=f"frame:{frame.id}",
            )


def _is_bare_noun(match: Match) -> bool:
    """Whether all that fits is a noun that looks like a verb: "by the end of 2021" asks for no end."""
    token = match.words[0].tokens[0]
    return len(match.words) == 1 and token.lower_ == "end" and token.pos_ == "NOUN"


def _is_cue(match: Match, statement: Statement) -> bool:
    cue, words = statement.quotation.cue, match.evidence()
    return cue is not None and cue.start <= words.start < cue.end


def _is_in_context(frame: Frame, statement: Statement, clause: Clause) -> bool:
    spoken_of = clause.things() if frame.of_clause else clause.things() or {*statement.earlier, *_all_things(statement)}
    if frame.needs and frame.needs not in spoken_of:
        return False
    if frame.needs and frame.needs not in clause.things() and _has_other_subject(frame, clause):
        return False
    if frame.context == "demand":
        return statement.is_directive(clause)
    if frame.context == "own":
        return statement.speaks_of_own_side(clause)
    if frame.context == "imposer":
        return _can_impose(statement, next(t for t in load_targets() if t.id == frame.target))
    return True


def _has_other_subject(frame: Frame, clause: Clause) -> bool:
    """Whether the clause says of something else what the frame says of its thing: "this step is not compatible"."""
    doer = subject(clause.head)
    if not frame.of_subject or doer is None or doer.pos_ != "NOUN":
        return False
    nouns = {noun for thing in load_things() if thing.id == frame.needs for noun in thing.nouns}
    return doer.lemma_.lower() not in {*nouns, *load_stance_context().carriers}


def _by_action(statement: Statement, clause: Clause) -> Iterator[Finding]:
    asked, promised = statement.is_directive(clause), statement.is_commitment(clause)
    if not (asked or promised):
        return
    for target in load_targets():
        match = next(filter(_opens_with_verb, find_matches(clause, target.actions)), None)
        if match is None:
            continue
        negated = is_negated(match) != statement.is_denied
        doing = "asks for" if asked else "announces"
        yield Finding(
            target=target.id,
            polarity="opposes" if negated else "supports",
            strength=2,
            posture="demands" if asked else "commits",
            evidence=(match.evidence(),),
            is_inferred=match.is_inferred,
            reason=f"{doing} '{words_of(match)}'{' + negation' if negated else ''}",
            rule="action_asked" if asked else "action_promised",
        )


def _by_attitude(statement: Statement, clause: Clause) -> Iterator[Finding]:
    named = find_named_target(clause)
    if named is None:
        return
    target, mention = named
    for attitude, match in _widest_attitudes(clause):
        if attitude.effect not in TURNED or _is_within(match, mention) or _is_particle(match):
            continue
        negated = is_negated(match) != statement.is_denied
        polarity: Polarity = "supports" if attitude.effect == "supports" else "opposes"
        yield Finding(
            target=target.id,
            polarity=TURNED[polarity] if negated else polarity,
            strength=attitude.strength,
            posture=_turned_posture(attitude) if negated else attitude.posture,
            evidence=tuple(sorted({match.evidence(), mention.evidence()}, key=lambda m: m.start)),
            is_inferred=mention.is_inferred,
            reason=f"'{words_of(match)}'{' + negation' if negated else ''} of '{words_of(mention)}'",
            rule=f"attitude:{attitude.id}",
        )


def _is_particle(match: Match) -> bool:
    """Whether all that fits is an adverb that looks like a verb: "came back", "close to"."""
    return len(match.words) == 1 and match.words[0].tokens[0].pos_ in {"ADV", "ADP", "PART"}


def _by_condition(statement: Statement) -> Iterator[Finding]:
    """A cost or an acceptance tied to a target by a condition: "if Ankara buys it, we will respond"."""
    own = statement.own_clauses
    for condition in (clause for clause in own if clause.is_condition):
        for clause in (c for c in own if not c.is_condition and _belong_together(c, condition)):
            yield from _cost(statement, clause, condition)
            yield from _acceptance(clause, condition)


def _cost(statement: Statement, clause: Clause, condition: Clause) -> Iterator[Finding]:
    named = find_named_target(condition)
    match = _first_attitude(clause, "cost")
    if named is None or match is None:
        return
    target, mention = named
    yield Finding(
        target=target.id,
        polarity="opposes",
        strength=3,
        posture="threatens",
        evidence=(match.evidence(), mention.evidence()),
        is_inferred=mention.is_inferred,
        reason=f"'{words_of(match)}' as the cost of '{words_of(mention)}'",
        rule="cost_of_condition",
    )
    for penalty in load_targets():
        if penalty.imposers and penalty.id != target.id and _can_impose(statement, penalty):
            threat = next(find_matches(clause, penalty.mentions), None)
            if threat:
                reason = f"'{words_of(threat)}' held out by one who can bring it about"
                evidence = (threat.evidence(),)
                yield Finding(penalty.id, "supports", 2, "threatens", evidence, False, reason, "penalty_held_out")


def _acceptance(clause: Clause, condition: Clause) -> Iterator[Finding]:
    match = _first_attitude(clause, "acceptance")
    named = find_named_target(clause)
    if named is None or match is None or _first_attitude(clause, "cost"):
        return
    target, mention = named
    yield Finding(
        target=target.id,
        polarity="conditional",
        strength=2,
        posture="sets-condition",
        evidence=(mention.evidence(), Match(condition, 0, len(condition.words)).evidence()),
        is_inferred=mention.is_inferred,
        reason=f"'{words_of(match)}' under a condition",
        rule="acceptance_under_condition",
    )


def find_named_target(clause: Clause) -> tuple[Target, Match] | None:
    """The target a clause names: by its predicate if that does, else by the longest wording that fits."""
    found = [(target, match) for target in load_targets() for match in find_matches(clause, target.mentions)]
    return max(found, key=lambda pair: (_holds_predicate(pair[1]), len(pair[1].words)), default=None)


def _holds_predicate(match: Match) -> bool:
    return any(token.i == match.clause.head.i for word in match.words for token in word.tokens)


def _widest_attitudes(clause: Clause) -> list[tuple[Attitude, Match]]:
    """Attitudes whose words are not part of wider ones: "a mistake to cancel" is not "a mistake"."""
    found = [(attitude, match) for attitude in load_attitudes() for match in find_matches(clause, attitude.patterns)]
    framed = [match for frame in load_frames() for match in find_matches(clause, frame.patterns)]
    wider = [*framed, *(match for _, match in found)]
    return [(attitude, match) for attitude, match in found if not any(_is_part(match, other) for other in wider)]


def _first_attitude(clause: Clause, effect: str) -> Match | None:
    wordings = [wording for attitude in load_attitudes() if attitude.effect == effect for wording in attitude.patterns]
    return next(find_matches(clause, wordings), None)


def _belong_together(clause: Clause, condition: Clause) -> bool:
    return clause.head.sent.start == condition.head.sent.start


def _can_impose(statement: Statement, target: Target) -> bool:
    return bool(statement.speaker and statement.speaker.country in target.imposers)


def _all_things(statement: Statement) -> set[str]:
    return {thing for clause in statement.clauses for thing in clause.things()}


def _is_part(match: Match, other: Match) -> bool:
    return _is_within(match, other) and len(match.words) < len(other.words)


def _opens_with_verb(match: Match) -> bool:
    return match.words[0].tokens[0].pos_ == "VERB"


def _is_within(match: Match, mention: Match) -> bool:
    return mention.start <= match.start and match.end <= mention.end


def _turned_posture(attitude: Attitude) -> str:
    return "rejects" if attitude.effect == "supports" else "defends"


def _claim(says: str, turned: bool) -> str:
    return f"denies that the speaker {says}" if turned and not says.startswith("claims") else _denied(says, turned)


def _denied(says: str, turned: bool) -> str:
    return says.replace("claims", "denies", 1) if turned else says


def words_of(match: Match) -> str:
    """The matched words as the article has them."""
    return match.evidence().text
