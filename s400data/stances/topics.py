"""Topics: the target a clause is about, and whether it speaks of bringing it about or of undoing it.

"The S-400 deal" and "buying the S-400" are one topic, "cancelling the S-400 deal" is the same one turned round.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Token

from s400data.knowledge.stance_cues import Target, load_stance_context, load_targets
from s400data.language.syntax import child
from s400data.stances.clauses import Clause
from s400data.stances.matches import Match, find_matches
from s400data.stances.words import thing_ids

QUALIFIERS = frozenset({"nmod", "acl", "acl:relcl", "obj", "obl", "compound", "conj"})


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
    outer = [topic for topic in found if not any(_is_embedded(topic, other) for other in found)]
    return max(outer, key=_width, default=None)


def _is_embedded(topic: Topic, other: Topic) -> bool:
    """Whether the topic only qualifies the other: the purchase of "sanctions over the purchase"."""
    if topic.target is other.target:
        return False
    above = {token.i for word in other.match.words for token in word.tokens}
    token = topic.match.root
    while token.head.i != token.i and token.dep_ in QUALIFIERS:
        token = token.head
        if token.i in above:
            return True
    return False


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
        if not any(topic.target is other.target or topic.match.overlaps(other.match) for other in chosen):
            chosen.append(topic)
    return chosen


def _width(topic: Topic) -> tuple[bool, int, bool]:
    # "get rid of the S-400" is not "get ... the S-400".
    return _holds_predicate(topic.match), len(topic.match.words), topic.direction < 0


def _is_verbal(match: Match) -> bool:
    head, first = match.clause.head, match.words[0].tokens[0]
    is_fragment = head.pos_ == "NOUN" and any(token.i == head.i for word in match.words for token in word.tokens)
    return is_fragment or _holds_predicate(match) or (first.pos_ == "VERB" and not match.is_in_noun_phrase)


def _topics(target: Target, clause: Clause, spoken_of: Collection[str]) -> Iterator[Topic]:
    yield from _fitting(target, 1, clause, target.mentions, spoken_of, are_nouns=True)
    yield from _acts(target, clause, spoken_of)


def _acts(target: Target, clause: Clause, spoken_of: Collection[str]) -> Iterator[Topic]:
    yield from _fitting(target, -1, clause, target.undoings, spoken_of)
    yield from _fitting(target, 1, clause, target.actions, spoken_of)


def _fitting(
    target: Target,
    direction: Literal[-1, 1],
    clause: Clause,
    wordings: tuple[str, ...],
    spoken_of: Collection[str],
    *,
    are_nouns: bool = False,
) -> Iterator[Topic]:
    for match in find_matches(clause, wordings):
        named = {word.lemma for word in match.words if word.lemma in thing_ids()}
        known = {*clause.things, *spoken_of}
        first = match.words[0].tokens[0]
        if first.pos_ == "AUX" and first.i != clause.head.i:
            continue
        is_noun = first.pos_ == "NOUN" and match.words[0].lemma in load_stance_context().verb_nouns
        if (is_noun and not are_nouns) or is_of_another_target(match, target):
            continue
        if named or not target.thing or target.thing in known:
            inferred = match.is_inferred or bool(target.thing and target.thing not in clause.things)
            yield Topic(target, direction, match, inferred)


def is_of_another_target(match: Match, target: Target, own: tuple[str, ...] = ()) -> bool:
    """Whether the thing only tells what something else is about: "accept a test of the S-400" accepts no S-400.

    `own` are wordings whose words may stand between.
    """
    root = match.root
    for word in match.words:
        token = word.tokens[-1]
        if word.lemma not in thing_ids():
            continue
        if _is_occasion(token, match):
            return True
        while token.i not in {root.i, token.head.i} and token.head.i != root.i:
            token = token.head
            if token.pos_ in {"NOUN", "VERB"} and _names_another(token.lemma_.lower(), target, own):
                return True
            if token.pos_ == "VERB" and token.dep_ == "acl" and token.head.i != root.i:
                # "had no objection to Turkey keeping it" has nothing.
                return True
    return False


def _is_occasion(thing: Token, match: Match) -> bool:
    """Whether the thing is only what it is done about: "break off talks over it"."""
    case = child(thing, "case")
    if thing.dep_ != "obl" or case is None or case.lower_ in match.wording:
        return False
    return case.lower_ in load_stance_context().occasions


@cache
def _names_another(noun: str, target: Target, own: tuple[str, ...]) -> bool:
    if any(noun in _words(wording) for wording in (*target.mentions, *target.actions, *target.undoings, *own)):
        return False
    others = (other for other in load_targets() if other is not target)
    return any(noun in _words(wording) for other in others for wording in other.mentions)


@cache
def _words(wording: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", wording))


def _holds_predicate(match: Match) -> bool:
    # The head of a fragment names something; it predicates nothing.
    return match.clause.head.pos_ in {"VERB", "AUX"} and any(
        token.i == match.clause.head.i for word in match.words for token in word.tokens
    )
