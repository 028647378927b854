"""Findings: positions that single wordings of one quotation take, before they are merged into stances."""

from dataclasses import dataclass

from s400data.knowledge.stance_cues import Strength, compile_wording, load_stance_context
from s400data.language.syntax import SUBJECTS
from s400data.records import Mention, Polarity
from s400data.stances.matches import Match, find_matches, is_negated
from s400data.stances.statements import Statement

TURNED: dict[Polarity, Polarity] = {"supports": "opposes", "opposes": "supports"}
COMPLEMENTS = frozenset({"xcomp", "ccomp", "csubj", "obj", "acl", "conj"})


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
    untrue = bool(before & set(load_stance_context().untruths)) or _is_refuted(statement, match, before)
    return (is_negated(match) != statement.is_turned(match.clause)) != (untrue or _is_condemned(match))


def _is_condemned(match: Match) -> bool:
    """Whether the words are what the clause condemns: "the decision to suspend it is a mistake"."""
    judgments = find_matches(match.clause, ("@bad", "@bad_thing", "@blame"))
    return any(_condemns(judgment, match) for judgment in judgments) or any(
        _is_said_of(harm, match) for harm in find_matches(match.clause, ("@harm",))
    )


def _condemns(judgment: Match, match: Match) -> bool:
    root = judgment.root
    if root.lemma_.lower() in load_stance_context().negators or judgment.overlaps(match) or is_negated(judgment):
        return False
    token, is_below = match.root, False
    while (token.dep_ in COMPLEMENTS or token.head.pos_ == "ADJ") and token.head.i != token.i:
        is_below = is_below or token.dep_ != "conj"
        if token.head.i == root.i:
            return is_below
        token = token.head
    return _is_said_of(judgment, match)


def _is_said_of(judgment: Match, match: Match) -> bool:
    """Whether the judgment is the predicate and the words are within its subject."""
    head, token = match.clause.head, match.root
    if judgment.overlaps(match) or not any(t.i == head.i for word in judgment.words for t in word.tokens):
        return False
    while token.head.i not in {head.i, token.i}:
        token = token.head
    return token.head.i == head.i and token.i != head.i and token.dep_ in SUBJECTS and not is_negated(judgment)


def words_of(match: Match) -> str:
    """The matched words as the article has them."""
    return match.evidence().text


def _is_refuted(statement: Statement, match: Match, before: set[str]) -> bool:
    """Whether the words are a claim that the rest of the sentence denies: "the claim that it harms us is not true"."""
    context = load_stance_context()
    claims = set(context.claims)
    if not before & claims:
        return False
    after = " ".join(word.lemma for word in match.clause.words[match.end :])
    denials = (doubt for doubt in context.doubts if doubt.startswith("not "))
    # Where the parse hangs what is said of a claim on the claim itself, it is a clause of its own.
    said = (c for c in statement.clauses if c is not match.clause and c.head.head.lemma_.lower() in claims)
    return any(compile_wording(doubt).search(after) for doubt in denials) or any(
        next(find_matches(clause, context.doubts), None) is not None for clause in said
    )
