"""Findings: positions that single wordings of one quotation take, before they are merged into stances."""

from dataclasses import dataclass

from s400data.knowledge.stance_cues import Strength, compile_wording, load_stance_context
from s400data.records import Mention, Polarity
from s400data.stances.clauses import Match, is_negated
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


def is_turned_round(statement: Statement, match: Match) -> bool:
    """Whether negations, denials and refutations on the way turn what the words say."""
    before = {word.lemma for word in match.clause.words[: match.start]}
    untrue = bool(before & set(load_stance_context().untruths)) or _is_refuted(match, before)
    return (is_negated(match) != statement.is_turned(match.clause)) != untrue


def words_of(match: Match) -> str:
    """The matched words as the article has them."""
    return match.evidence().text


def _is_refuted(match: Match, before: set[str]) -> bool:
    """Whether the words are a claim that the rest of the clause denies: "the claim that it harms us is not true"."""
    context = load_stance_context()
    after = " ".join(word.lemma for word in match.clause.words[match.end :])
    denials = (doubt for doubt in context.doubts if doubt.startswith("not "))
    return bool(before & set(context.claims)) and any(compile_wording(doubt).search(after) for doubt in denials)
