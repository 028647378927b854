"""Judgments: what is asked for, promised or refused, and what is approved or disapproved of."""

from collections.abc import Iterator

from s400data.knowledge.stance_cues import Attitude, load_attitudes, load_stance_context
from s400data.language.syntax import SUBJECTS, child, subject
from s400data.records import Polarity
from s400data.stances.clauses import Clause
from s400data.stances.findings import TURNED, Finding, is_turned_round, words_of
from s400data.stances.matches import Match, find_all_matches, find_matches, is_negated
from s400data.stances.statements import Statement, is_infinitive, is_ruled_out
from s400data.stances.topics import Topic, find_acts

WITHIN_NOUNS = frozenset({"acl", "nmod", "advcl"})
CLOSE_TO_HEAD = frozenset(
    {"xcomp", "obj", "conj", "obl", "ccomp", "amod", "nmod", "compound:prt", "advmod", "csubj", "fixed", "cop"}
)


def find_acts_meant(statement: Statement, clause: Clause) -> Iterator[Finding]:
    """Acts for or against a target that the clause asks for, promises or refuses."""
    asked = statement.is_directive(clause)
    if statement.is_of_outsiders(clause):
        return
    for act in find_acts(clause, statement.spoken_of):
        target = act.target
        negated = is_turned_round(statement, act.match)
        promised = statement.is_commitment(clause) or (statement.is_doer(target) and statement.is_announced(clause))
        refused = negated and act.direction < 0 and (statement.is_doer(target) or statement.speaks_of_own_side(clause))
        is_telling = act.direction < 0 or bool(target.imposers)
        done = is_telling and not negated and statement.speaks_of_own_side(clause) and _is_done(act.match)
        if not (asked or promised or refused or done or is_ruled_out(clause)):
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
            if refused or is_ruled_out(clause)
            else ("tells of", "rejects", "act_done")
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


def _is_done(match: Match) -> bool:
    """Whether the words are the predicate and tell of an act as done: "has turned the talks down"."""
    head = match.clause.head
    return match.root.i == head.i and head.tag_ in {"VBD", "VBN"}


def find_attitudes(statement: Statement, clause: Clause, framed: list[Match]) -> Iterator[Finding]:
    """Attitudes towards the topic of the clause, in words that no frame has read."""
    topic = _topic_of(statement, clause)
    if topic is None:
        return
    found = [(a, m) for a, m in _widest_attitudes(clause, framed) if _bears_on(a, m, topic)]
    for attitude, match in found:
        if any(_is_judgment_of(match, other) for _, other in found) or _is_of_others(attitude, statement, clause):
            continue
        negated = is_turned_round(statement, match)
        if topic.match.clause is not clause and is_negated(topic.match):
            # "relieved that it was not switched on"
            negated = not negated
        if negated and attitude.after:
            # "They were not meant to harm us" praises nothing.
            continue
        is_for = (attitude.effect == "supports") != negated
        polarity: Polarity = "supports" if is_for == (topic.direction > 0) else "opposes"
        if polarity == "opposes" and topic.match.is_inferred and statement.is_doer(topic.target):
            # "It is unacceptable": what others do, not what one's own side does.
            continue
        yield Finding(
            target=topic.target.id,
            polarity=polarity,
            strength=attitude.strength,
            posture=_turned_posture(attitude) if negated else attitude.posture,
            evidence=tuple(sorted({match.evidence(), topic.match.evidence()}, key=lambda m: m.start)),
            is_inferred=topic.is_inferred,
            reason=f"'{words_of(match)}'{' + negation' if negated else ''} of '{words_of(topic.match)}'",
            rule=f"attitude:{attitude.id}",
        )


def _topic_of(statement: Statement, clause: Clause) -> Topic | None:
    """The topic of the clause, or of the clause it passes judgment on: "it would be wrong to cancel the deal"."""
    own = statement.topic_of(clause)
    if own is not None:
        return own
    below = (other for other in statement.clauses if _is_judged_by(other, clause))
    topics = (statement.topic_of(other) for other in below)
    # "wrong to call it unjust": what is judged below has its own judgment.
    free = (topic for topic in topics if topic is not None and not _is_judged(topic))
    return next(free, None) or _act_meant(statement, clause)


def _is_judgment_of(match: Match, other: Match) -> bool:
    """Whether the words judge another judgment, which they turn or leave: "wrong to call it unjust"."""
    token, root = other.root, match.root
    while token.i not in {root.i, token.head.i} and token.dep_ in {"xcomp", "ccomp", "csubj", "advcl"}:
        token = token.head
    return token.i == root.i != other.root.i


def _is_judged(topic: Topic) -> bool:
    return any(_bears_on(attitude, match, topic) for attitude, match in _widest_attitudes(topic.match.clause, []))


def _act_meant(statement: Statement, clause: Clause) -> Topic | None:
    """What "this step" or "their decision" must be: what others than the speaker's side have done last."""
    target = statement.act_of_others
    match = next(find_matches(clause, load_stance_context().acts), None)
    return Topic(target, 1, match, is_inferred=True) if target is not None and match is not None else None


def _is_judged_by(clause: Clause, judgment: Clause) -> bool:
    head = clause.head
    while head.dep_ == "conj" or (head.head.i != judgment.head.i and head.dep_ in WITHIN_NOUNS):
        head = head.head
    relations = {"ccomp", "csubj", "xcomp", *SUBJECTS}
    if is_infinitive(head) or head.i != clause.head.i:
        relations.add("advcl")
    return head.head.i == judgment.head.i and head.dep_ in relations and not clause.is_condition


def _bears_on(attitude: Attitude, match: Match, topic: Topic) -> bool:
    if _is_particle(match) or not _is_predicate(match):
        return False
    if match.clause is not topic.match.clause:
        return not attitude.after
    if match.is_within(topic.match):
        return False
    if attitude.before:
        return match.start < topic.match.start
    return not attitude.after or topic.match.start < match.start


def _is_of_others(attitude: Attitude, statement: Statement, clause: Clause) -> bool:
    """Whether somebody else than the speaker approves or disapproves: "Washington wants it"."""
    doer = subject(clause.head)
    if doer is None or doer.lower_ in load_stance_context().impersonal:
        return False
    return attitude.before and clause.head.pos_ == "VERB" and not statement.speaks_of_own_side(clause)


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
    attitudes = (attitude for attitude in load_attitudes() if attitude.effect in TURNED)
    found = [(attitude, match) for attitude in attitudes for match in find_all_matches(clause, attitude.patterns)]
    free = [(attitude, match) for attitude, match in found if not any(match.is_within(frame) for frame in framed)]
    return [(attitude, match) for attitude, match in free if not any(_is_part(match, other) for _, other in found)]


def _is_part(match: Match, other: Match) -> bool:
    return match.is_within(other) and len(match.words) < len(other.words)


def _turned_posture(attitude: Attitude) -> str:
    return "rejects" if attitude.effect == "supports" else "defends"
