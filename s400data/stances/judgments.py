"""Judgments: what is asked for, promised or refused, and what is approved or disapproved of."""

from collections.abc import Iterator

from s400data.knowledge.stance_cues import Attitude, load_attitudes
from s400data.language.syntax import child, subject
from s400data.stances.clauses import Clause, Match, find_matches
from s400data.stances.findings import TURNED, Finding, is_turned_round, words_of
from s400data.stances.statements import Statement
from s400data.stances.topics import Topic, find_acts, find_topic

CLOSE_TO_HEAD = frozenset(
    {"xcomp", "obj", "conj", "obl", "ccomp", "amod", "nmod", "compound:prt", "advmod", "csubj", "fixed", "cop"}
)


def find_acts_meant(statement: Statement, clause: Clause) -> Iterator[Finding]:
    """Acts for or against a target that the clause asks for, promises or refuses."""
    asked = statement.is_directive(clause)
    for act in find_acts(clause, statement.spoken_of):
        target = act.target
        negated = is_turned_round(statement, act.match)
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


def find_attitudes(statement: Statement, clause: Clause, framed: list[Match]) -> Iterator[Finding]:
    """Attitudes towards the topic of the clause, in words that no frame has read."""
    topic = _topic_of(statement, clause)
    if topic is None:
        return
    for attitude, match in _widest_attitudes(clause, framed):
        if not _bears_on(attitude, match, topic) or _is_of_others(attitude, statement, clause):
            continue
        negated = is_turned_round(statement, match)
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


def _widest_attitudes(clause: Clause, framed: list[Match]) -> list[tuple[Attitude, Match]]:
    """Attitudes in words that no frame has read and that are not part of wider ones: "not right" is not "right"."""
    found = [(attitude, match) for attitude in load_attitudes() for match in find_matches(clause, attitude.patterns)]
    free = [(attitude, match) for attitude, match in found if not any(_is_within(match, frame) for frame in framed)]
    return [(attitude, match) for attitude, match in free if not any(_is_part(match, other) for _, other in found)]


def _is_part(match: Match, other: Match) -> bool:
    return _is_within(match, other) and len(match.words) < len(other.words)


def _is_within(match: Match, mention: Match) -> bool:
    return mention.start <= match.start and match.end <= mention.end


def _turned_posture(attitude: Attitude) -> str:
    return "rejects" if attitude.effect == "supports" else "defends"
