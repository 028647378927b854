"""Rules: every position that the words of one statement take, after the desk's guidelines, section 3."""

from collections.abc import Iterator

from s400data.knowledge.stance_cues import load_stance_context
from s400data.stances.clauses import Clause
from s400data.stances.conditions import find_conditioned, under_condition
from s400data.stances.findings import Finding
from s400data.stances.frames import find_framed
from s400data.stances.judgments import find_acts_meant, find_attitudes
from s400data.stances.matches import Match, find_matches
from s400data.stances.statements import Statement


def find_findings(statement: Statement) -> Iterator[Finding]:
    """Every position that the speaker's own clauses take."""
    for clause in statement.own_clauses:
        if not clause.is_condition and not clause.is_question:
            yield from under_condition(statement, clause, _findings_of(statement, clause))
    yield from find_conditioned(statement)


def _findings_of(statement: Statement, clause: Clause) -> Iterator[Finding]:
    framed = list(find_framed(statement, clause))
    yield from (finding for finding, _ in framed)
    yield from find_acts_meant(statement, clause)
    yield from find_attitudes(statement, clause, [match for _, match in framed])


def find_refusal(statement: Statement) -> Match | None:
    """Words that answer without saying anything: "no comment", "we will see"."""
    refusals = load_stance_context().refusals
    return next((match for clause in statement.clauses for match in find_matches(clause, refusals)), None)
