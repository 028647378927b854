"""Topics: the target a clause is about, and whether it speaks of bringing it about or of undoing it.

"The S-400 deal" and "buying the S-400" are one topic, "cancelling the S-400 deal" is the same one turned round.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from s400data.knowledge.stance_cues import Target, load_stance_context, load_targets
from s400data.stances.clauses import Clause, Match, find_matches
from s400data.stances.words import thing_ids


@dataclass(frozen=True, slots=True)
class Topic:
    """A target that a clause names; `direction` is -1 where the words mean its end, as in "cancel the deal"."""

    target: Target
    direction: Literal[-1, 1]
    match: Match
    is_inferred: bool


def find_topic(clause: Clause, spoken_of: Collection[str]) -> Topic | None:
    """The topic of a clause: what its predicate names if that does, else what the longest wording names."""
    found = [topic for target in load_targets() for topic in _topics(target, clause, spoken_of)]
    return max(found, key=_width, default=None)


def find_acts(clause: Clause, spoken_of: Collection[str]) -> list[Topic]:
    """What the clause's verbs do for targets or against them: of wordings that overlap the widest, one a target."""
    found = [
        topic
        for target in reversed(load_targets())
        for topic in _acts(target, clause, spoken_of)
        if _is_verbal(topic.match)
    ]
    chosen: list[Topic] = []
    for topic in sorted(found, key=_width, reverse=True):
        if not any(topic.target is other.target or _overlap(topic.match, other.match) for other in chosen):
            chosen.append(topic)
    return chosen


def _overlap(match: Match, other: Match) -> bool:
    return match.start < other.end and other.start < match.end


def _width(topic: Topic) -> tuple[bool, int, bool]:
    # "get rid of the S-400" is not "get ... the S-400".
    return _holds_predicate(topic.match), len(topic.match.words), topic.direction < 0


def _is_verbal(match: Match) -> bool:
    return _holds_predicate(match) or match.words[0].tokens[0].pos_ == "VERB"


def _topics(target: Target, clause: Clause, spoken_of: Collection[str]) -> Iterator[Topic]:
    yield from _fitting(target, 1, clause, target.mentions, spoken_of)
    yield from _acts(target, clause, spoken_of)


def _acts(target: Target, clause: Clause, spoken_of: Collection[str]) -> Iterator[Topic]:
    yield from _fitting(target, -1, clause, target.undoings, spoken_of)
    yield from _fitting(target, 1, clause, target.actions, spoken_of)


def _fitting(
    target: Target, direction: Literal[-1, 1], clause: Clause, wordings: tuple[str, ...], spoken_of: Collection[str]
) -> Iterator[Topic]:
    for match in find_matches(clause, wordings):
        named = {word.lemma for word in match.words if word.lemma in thing_ids()}
        known = {*clause.things, *spoken_of}
        first = match.words[0].tokens[0]
        if first.pos_ == "AUX" and first.i != clause.head.i:
            continue
        if first.pos_ == "NOUN" and match.words[0].lemma in load_stance_context().verb_nouns:
            continue
        if named or not target.thing or target.thing in known:
            inferred = match.is_inferred or bool(target.thing and target.thing not in clause.things)
            yield Topic(target, direction, match, inferred)


def _holds_predicate(match: Match) -> bool:
    # The head of a fragment names something; it predicates nothing.
    return match.clause.head.pos_ in {"VERB", "AUX"} and any(
        token.i == match.clause.head.i for word in match.words for token in word.tokens
    )
