"""Conditions: what hangs on a target: a cost, an acceptance, a reward."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from s400data.knowledge.stance_cues import load_attitudes, load_stance_context, load_targets
from s400data.stances.clauses import CONDITIONAL_NOUNS, Clause
from s400data.stances.findings import Finding, words_of
from s400data.stances.matches import Match, find_matches, is_bare_noun, is_negated
from s400data.stances.statements import Statement

FLIPPING_CONDITIONS = frozenset({"unless", "until"})


def find_conditioned(statement: Statement) -> Iterator[Finding]:
    """A cost or an acceptance tied to a target by a condition: "if Ankara buys it, we will respond"."""
    own = statement.own_clauses
    for condition in (clause for clause in own if clause.is_condition):
        for clause in (c for c in own if not c.is_condition and _belong_together(c, condition)):
            yield from _cost(statement, clause, condition)
            yield from _acceptance(statement, clause, condition)
            yield from _reward(statement, clause, condition)


def under_condition(statement: Statement, clause: Clause, findings: Iterator[Finding]) -> Iterator[Finding]:
    """The findings of a clause, what is only granted under a condition as conditional: "would sell it provided that".

    A threat stays one: "the sanctions stay as long as they keep it".
    """
    conditions = [c for c in statement.own_clauses if c.is_condition and _hangs_on(c, clause)]
    costs = any(True for condition in conditions for _ in _cost(statement, clause, condition))
    grants = {"supports": load_stance_context().grants, "opposes": tuple(FLIPPING_CONDITIONS)}
    for finding in findings:
        granted = grants.get(finding.polarity, ())
        opening = next((c for c in conditions if _opens_with(c, granted)), None)
        if opening is None or costs:
            yield finding
            continue
        evidence = (*finding.evidence, Match(opening, 0, len(opening.words)).evidence())
        reason = f"{finding.reason}, under a condition"
        yield replace(finding, polarity="conditional", posture="sets-condition", evidence=evidence, reason=reason)


def _hangs_on(condition: Clause, clause: Clause) -> bool:
    return any(token.i == clause.head.i for token in condition.head.ancestors)


def _opens_with(condition: Clause, words: Collection[str]) -> bool:
    """Whether the condition opens with one of `words`, an "only" that the parse gives to the other clause included."""
    opening = " ".join(word.lemma for word in condition.words[:5])
    if condition.head.head.lower_ in CONDITIONAL_NOUNS:
        opening = "on condition"
    if condition.head.head.lower_ == "long":
        opening = "as long as"
    first = condition.words[0].tokens[0]
    only = "only " if first.i and first.nbor(-1).lower_ == "only" else ""
    return any(f"{only}{opening} ".startswith(f"{word} ") for word in words)


def _cost(statement: Statement, clause: Clause, condition: Clause) -> Iterator[Finding]:
    topic = statement.topic_of(condition)
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
    topic = statement.topic_of(clause)
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
    topic = statement.topic_of(condition)
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


def _first_attitude(clause: Clause, effect: str) -> Match | None:
    wordings = [wording for attitude in load_attitudes() if attitude.effect == effect for wording in attitude.patterns]
    return next((match for match in find_matches(clause, wordings) if not is_bare_noun(match)), None)


def _belong_together(clause: Clause, condition: Clause) -> bool:
    return clause.head.sent.start == condition.head.sent.start
