"""Findings: positions that single wordings of one quotation take, before they are merged into stances.

Four rules, each after the desk's guidelines, section 3: a frame of one target; an act for or against a target that is
asked for, promised or refused; an attitude towards the topic of a clause; a cost or an acceptance that hangs on a
condition.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from s400data.knowledge.stance_cues import (
    Attitude,
    Frame,
    Strength,
    Target,
    compile_wording,
    load_attitudes,
    load_frames,
    load_stance_context,
    load_targets,
    load_things,
)
from s400data.language.syntax import child, subject
from s400data.records import Mention, Polarity
from s400data.stances.clauses import Clause, Match, find_matches, is_negated
from s400data.stances.statements import Statement
from s400data.stances.topics import Topic, find_acts, find_topic

TURNED: dict[Polarity, Polarity] = {"supports": "opposes", "opposes": "supports"}
CLOSE_TO_HEAD = frozenset(
    {"xcomp", "obj", "conj", "obl", "ccomp", "amod", "nmod", "compound:prt", "advmod", "csubj", "fixed", "cop"}
)
FLIPPING_CONDITIONS = frozenset({"unless", "until"})


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
        framed = list(_by_frame(statement, clause))
        yield from (finding for finding, _ in framed)
        yield from _by_act(statement, clause)
        yield from _by_attitude(statement, clause, [match for _, match in framed])
    yield from _by_condition(statement)


def find_refusal(statement: Statement) -> Match | None:
    """Words that answer without saying anything: "no comment", "we will see"."""
    refusals = load_stance_context().refusals
    return next((match for clause in statement.clauses for match in find_matches(clause, refusals)), None)


def _by_frame(statement: Statement, clause: Clause) -> Iterator[tuple[Finding, Match]]:
    for frame in load_frames():
        if not _is_in_context(frame, statement, clause):
            continue
        match = next((m for m in find_matches(clause, frame.patterns) if _fits_frame(frame, m, statement)), None)
        if match is None:
            continue
        negated = _is_negated(statement, match)
        turned = negated and frame.negation == "flips"
        if turned and frame.needs and frame.needs not in clause.named_things():
            # "They were not meant to weaken Turkey" denies nothing of what goes unnamed.
            continue
        here = not frame.needs or frame.needs in clause.things()
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


def _fits_frame(frame: Frame, match: Match, statement: Statement) -> bool:
    if _is_bare_noun(match):
        return False
    if frame.of_subject and _is_cue(match, statement):
        # "threatened to send them home": the speaker threatens, not the thing.
        return False
    return frame.negation == "flips" or _is_negated(statement, match) == (frame.negation == "required")


def _is_negated(statement: Statement, match: Match) -> bool:
    before = {word.lemma for word in match.clause.words[: match.start]}
    untrue = bool(before & set(load_stance_context().untruths)) or _is_refuted(match, before)
    return (is_negated(match) != statement.is_turned(match.clause)) != untrue


def _is_refuted(match: Match, before: set[str]) -> bool:
    """Whether the words are a claim that the rest of the clause denies: "the claim that it harms us is not true"."""
    context = load_stance_context()
    after = " ".join(word.lemma for word in match.clause.words[match.end :])
    denials = (doubt for doubt in context.doubts if doubt.startswith("not "))
    return bool(before & set(context.claims)) and any(compile_wording(doubt).search(after) for doubt in denials)


def _is_bare_noun(match: Match) -> bool:
    """Whether all that fits is a noun that looks like a verb: "by the end of 2021" asks for no end."""
    word = match.words[0]
    return len(match.words) == 1 and word.lemma in load_stance_context().verb_nouns and word.tokens[0].pos_ == "NOUN"


def _is_cue(match: Match, statement: Statement) -> bool:
    cue, words = statement.quotation.cue, match.evidence()
    return cue is not None and cue.start <= words.start < cue.end


def _is_in_context(frame: Frame, statement: Statement, clause: Clause) -> bool:
    return _speaks_of_its_thing(frame, statement, clause) and _comes_from_its_side(frame, statement, clause)


def _speaks_of_its_thing(frame: Frame, statement: Statement, clause: Clause) -> bool:
    spoken_of = clause.things()
    if not frame.of_clause and not clause.named_things():
        spoken_of = spoken_of | statement.spoken_of
    if not frame.needs or frame.needs in clause.things():
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


def _by_act(statement: Statement, clause: Clause) -> Iterator[Finding]:
    asked = statement.is_directive(clause)
    for act in find_acts(clause, statement.spoken_of):
        target = act.target
        negated = _is_negated(statement, act.match)
        promised = statement.is_commitment(clause) or (statement.is_doer(target) and statement.is_announced(clause))
        refused = negated and act.direction < 0 and (statement.is_doer(target) or statement.speaks_of_own_side(clause))
        if not (asked or promised or refused):
            continue
        if asked and act.is_inferred and act.direction < 0 and statement.is_doer(target):
            # "They should reconsider this decision": theirs, not the deal of one's own side.
            continue
        doing, posture, rule = (
            ("asks for", "demands", "act_asked")
            if asked
            else ("announces", "commits", "act_promised")
            if promised
            else ("refuses", "rejects", "act_refused")
        )
        yield Finding(
            target=target.id,
            polarity="supports" if (act.direction > 0) != negated else "opposes",
            strength=2,
            posture=posture,
            evidence=(act.match.evidence(),),
            # A bare "discuss" may be about anything.
            is_inferred=act.is_inferred or len(act.match.words) == 1,
            reason=f"{doing} '{words_of(act.match)}'{' + negation' if negated else ''}",
            rule=rule,
        )


def _by_attitude(statement: Statement, clause: Clause, framed: list[Match]) -> Iterator[Finding]:
    topic = _topic_of(statement, clause)
    if topic is None:
        return
    for attitude, match in _widest_attitudes(clause, framed):
        if not _bears_on(attitude, match, topic) or _is_of_others(attitude, statement, clause):
            continue
        negated = _is_negated(statement, match)
        if negated and attitude.after:
            # "They were not meant to harm us" praises nothing.
            continue
        is_for = (attitude.effect == "supports") != negated
        yield Finding(
            target=topic.target.id,
            polarity="supports" if is_for == (topic.direction > 0) else "opposes",
            strength=attitude.strength,
            posture=_turned_posture(attitude) if negated else attitude.posture,
            evidence=tuple(sorted({match.evidence(), topic.match.evidence()}, key=lambda m: m.start)),
            is_inferred=topic.is_inferred,
            reason=f"'{words_of(match)}'{' + negation' if negated else ''} of '{words_of(topic.match)}'",
            rule=f"attitude:{attitude.id}",
        )


def _topic_of(statement: Statement, clause: Clause) -> Topic | None:
    """The topic of the clause, or of the clause it passes judgment on: "it would be wrong to cancel the deal"."""
    own = find_topic(clause, statement.spoken_of)
    if own is not None:
        return own
    below = (other for other in statement.clauses if _is_judged_by(other, clause))
    topics = (find_topic(other, statement.spoken_of) for other in below)
    return next((topic for topic in topics if topic is not None), None)


def _is_judged_by(clause: Clause, judgment: Clause) -> bool:
    head = clause.head
    while head.dep_ == "conj":
        head = head.head
    return (
        head.head.i == judgment.head.i and head.dep_ in {"ccomp", "csubj", "advcl", "xcomp"} and not clause.is_condition
    )


def _bears_on(attitude: Attitude, match: Match, topic: Topic) -> bool:
    if attitude.effect not in TURNED or _is_particle(match) or not _is_predicate(match):
        return False
    if match.clause is not topic.match.clause:
        return not attitude.after
    if _is_within(match, topic.match):
        return False
    if attitude.before:
        return match.start < topic.match.start
    return not attitude.after or topic.match.start < match.start


def _is_of_others(attitude: Attitude, statement: Statement, clause: Clause) -> bool:
    """Whether somebody else than the speaker approves or disapproves: "Washington wants it"."""
    doer = subject(clause.head)
    return (
        attitude.before and doer is not None and clause.head.pos_ == "VERB" and not statement.speaks_of_own_side(clause)
    )


def _is_particle(match: Match) -> bool:
    """Whether all that fits is an adverb that looks like a verb: "came back", "close to"."""
    return len(match.words) == 1 and match.words[0].tokens[0].pos_ in {"ADV", "ADP", "PART"}


def _is_predicate(match: Match) -> bool:
    """Whether the words say something of the clause's subject rather than qualify a noun in passing."""
    head = match.clause.head
    if head.pos_ in {"NOUN", "PROPN"} and child(head, "cop") is None:
        # A fragment: the 'concerning' tests.
        return True
    inside = {word.tokens[0].i for word in match.clause.words}
    for word in match.words:
        for token in word.tokens:
            if token.i == head.i or (token.head.i == head.i and token.dep_ in CLOSE_TO_HEAD):
                return True
            if token.dep_ == "amod" and token.head.dep_ == "obj" and token.head.head.i == head.i:
                return True
            # The cue stands outside of the clause: "condemned the test".
            if token.sent.start == head.sent.start and token.i in inside and token in head.ancestors:
                return True
    return False


def _by_condition(statement: Statement) -> Iterator[Finding]:
    """A cost or an acceptance tied to a target by a condition: "if Ankara buys it, we will respond"."""
    own = statement.own_clauses
    for condition in (clause for clause in own if clause.is_condition):
        for clause in (c for c in own if not c.is_condition and _belong_together(c, condition)):
            yield from _cost(statement, clause, condition)
            yield from _acceptance(statement, clause, condition)
            yield from _reward(statement, clause, condition)


def _cost(statement: Statement, clause: Clause, condition: Clause) -> Iterator[Finding]:
    topic = find_topic(condition, statement.spoken_of)
    match = _first_attitude(clause, "cost")
    if topic is None or match is None:
        return
    flipped = condition.words[0].lemma in FLIPPING_CONDITIONS
    against = (topic.direction > 0) != (is_negated(topic.match) != flipped)
    yield Finding(
        target=topic.target.id,
        polarity="opposes" if against else "supports",
        strength=3,
        posture="threatens",
        evidence=(match.evidence(), topic.match.evidence()),
        is_inferred=topic.is_inferred,
        reason=f"'{words_of(match)}' as the cost of '{words_of(topic.match)}'",
        rule="cost_of_condition",
    )
    for penalty in load_targets():
        if penalty.imposers and penalty.id != topic.target.id and statement.is_doer(penalty):
            threat = next(find_matches(clause, penalty.mentions), None)
            if threat:
                reason = f"'{words_of(threat)}' held out by one who can bring it about"
                evidence = (threat.evidence(),)
                yield Finding(penalty.id, "supports", 2, "threatens", evidence, False, reason, "penalty_held_out")


def _acceptance(statement: Statement, clause: Clause, condition: Clause) -> Iterator[Finding]:
    match = _first_attitude(clause, "acceptance")
    topic = find_topic(clause, statement.spoken_of)
    if topic is None or match is None or _first_attitude(clause, "cost"):
        return
    yield Finding(
        target=topic.target.id,
        polarity="conditional",
        strength=2,
        posture="sets-condition",
        evidence=(topic.match.evidence(), Match(condition, 0, len(condition.words)).evidence()),
        is_inferred=topic.is_inferred,
        reason=f"'{words_of(match)}' under a condition",
        rule="acceptance_under_condition",
    )


def _reward(statement: Statement, clause: Clause, condition: Clause) -> Iterator[Finding]:
    """What is held out in return shows what is wanted: "if they do not switch it on, we can work something out"."""
    topic = find_topic(condition, statement.spoken_of)
    match = _first_attitude(clause, "reward")
    if topic is None or match is None or is_negated(match):
        return
    flipped = condition.words[0].lemma in FLIPPING_CONDITIONS
    wanted = (topic.direction > 0) != (is_negated(topic.match) != flipped)
    yield Finding(
        target=topic.target.id,
        polarity="supports" if wanted else "opposes",
        strength=1,
        posture="sets-condition",
        evidence=(match.evidence(), topic.match.evidence()),
        is_inferred=topic.is_inferred,
        reason=f"'{words_of(match)}' held out for '{words_of(topic.match)}'",
        rule="reward_under_condition",
    )


def _widest_attitudes(clause: Clause, framed: list[Match]) -> list[tuple[Attitude, Match]]:
    """Attitudes in words that no frame has read and that are not part of wider ones: "not right" is not "right"."""
    found = [(attitude, match) for attitude in load_attitudes() for match in find_matches(clause, attitude.patterns)]
    free = [(attitude, match) for attitude, match in found if not any(_is_within(match, frame) for frame in framed)]
    return [(attitude, match) for attitude, match in free if not any(_is_part(match, other) for _, other in found)]


def _first_attitude(clause: Clause, effect: str) -> Match | None:
    wordings = [wording for attitude in load_attitudes() if attitude.effect == effect for wording in attitude.patterns]
    return next(find_matches(clause, wordings), None)


def _belong_together(clause: Clause, condition: Clause) -> bool:
    return clause.head.sent.start == condition.head.sent.start


def _is_part(match: Match, other: Match) -> bool:
    return _is_within(match, other) and len(match.words) < len(other.words)


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
