"""Answers: positions taken by rejecting what another side has just been quoted as saying.

"Turkey should not use them," US officials said, while Turkish diplomats said this was not a realistic expectation.
"""

from collections.abc import Iterator

from s400data.knowledge.stance_cues import load_stance_context
from s400data.records import Quotation
from s400data.stances.findings import TURNED, Finding, words_of
from s400data.stances.matches import find_matches
from s400data.stances.statements import Statement

# Characters between the two: an answer stands close by.
LONGEST_ANSWER_GAP = 160


def find_dismissals(statement: Statement, previous: Quotation, gap: str) -> Iterator[Finding]:
    """What rejecting another side's words, quoted right before, says of their targets; `gap` is the text between."""
    if not _answers(statement, previous, gap):
        return
    match = next((m for c in statement.own_clauses for m in find_matches(c, load_stance_context().dismissals)), None)
    if match is None:
        return
    for stance in previous.stances:
        if stance.polarity in TURNED and stance.band != "not decided":
            reason = f"'{words_of(match)}' rejects what was said right before: {stance.explanation}"
            evidence = (*stance.evidence, match.evidence())
            turned = TURNED[stance.polarity]
            yield Finding(stance.target, turned, 1, "rejects", evidence, True, reason, "dismissal_of_previous")


def _answers(statement: Statement, previous: Quotation, gap: str) -> bool:
    """Whether the statement follows in the same or the next sentence, from another side."""
    if statement.speaker is None or previous.speaker is None or not statement.clauses:
        return False
    ours, theirs = statement.speaker.country, previous.speaker.country
    return bool(ours and theirs and ours != theirs) and len(gap) < LONGEST_ANSWER_GAP and "\n" not in gap
