"""Features: what of a statement's words is left however it is carried: translated, in another tense, or reported.

A word counts by its stem, whatever its spelling, and words of one group of synonyms count as one. Beside the words
stand marks that let a pair be refused: numbers, names, which name stands before which, and words that are negated.
States and the things an affair is about are topics: they tell what is spoken of, and hardly what is said.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from s400data.comparison.words import WORD, fold_word, hash_words, is_term
from s400data.knowledge.countries import load_countries
from s400data.knowledge.measures import load_measures
from s400data.knowledge.objects import load_objects
from s400data.knowledge.word_forms import load_irregular_forms, load_opposites, load_spellings, load_synonyms
from s400data.knowledge.wordings import load_wordings
from s400data.store.folding import fold, stem

# Bits of a feature's hash that say of which kind it is.
KIND_BITS = 3
KIND = (1 << KIND_BITS) - 1
# The synonym that stands for all negations.
NOT = "not"
JOINING = frozenset({"and", "or"})
PASSIVE = "by"
NEGATED = re.compile(r"\w+n['’]t$", re.IGNORECASE)
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
HALF = re.compile(r"(\w+) and a half\b", re.IGNORECASE)
# A negation reaches so many words that follow it.
REACH = 3
# So many words in a row are a verbatim piece.
RUN = 4


class Kind(IntEnum):
    """What a feature is."""

    WORD = 0
    NUMBER = 1
    NAME = 2
    ORDER = 3
    TURNED = 4
    NEGATED = 5
    RUN = 6
    TOPIC = 7


# Kinds that a share of words is counted in.
WORDS = (Kind.WORD, Kind.NUMBER, Kind.TOPIC)


@dataclass(frozen=True, slots=True)
class Features:
    """Features of a statement as hashes, whose last bits are their kind: words with numbers, and marks."""

    words: frozenset[int]
    marks: frozenset[int]


def read_features(text: str) -> Features:
    """Features of a statement."""
    tokens = list(_tokens(text))
    found = frozenset((*_features(tokens), *_orders(tokens), *_runs(tokens)))
    words = frozenset(one for one in found if one & KIND in WORDS)
    return Features(words, found - words)


def make(kind: Kind, key: str) -> int:
    """Feature of a kind."""
    return hash_words(key) & ~KIND | kind


def is_contradicted(one: Features, other: Features) -> bool:
    """Whether something in two statements keeps them from being one, however many words they share."""
    ours, theirs = one.words - other.words, other.words - one.words
    marks, others = _by_kind(one.marks), _by_kind(other.marks)
    return (
        (_has(ours, Kind.NUMBER) and _has(theirs, Kind.NUMBER))
        or (bool(marks[Kind.NAME] & _bare(ours)) and bool(others[Kind.NAME] & _bare(theirs)))
        or any(theirs & find_opposites(word) for word in ours)
        or _is_one_negated(marks[Kind.NEGATED], others[Kind.NEGATED], _bare(one.words & other.words))
        or bool((marks[Kind.TURNED] & others[Kind.ORDER]) - marks[Kind.ORDER])
        or bool((others[Kind.TURNED] & marks[Kind.ORDER]) - others[Kind.ORDER])
    )


def is_piece(one: Features, other: Features) -> bool:
    """Whether every run of words of `one`, and there is one, stands in `other`, too."""
    runs = frozenset(mark for mark in one.marks if mark & KIND == Kind.RUN)
    return bool(runs) and runs <= other.marks


def _has(words: frozenset[int], kind: Kind) -> bool:
    return any(word & KIND == kind for word in words)


def _bare(features: Iterable[int]) -> frozenset[int]:
    """Features without their kind, to compare those of several kinds."""
    return frozenset(one & ~KIND for one in features)


def _by_kind(marks: frozenset[int]) -> dict[Kind, frozenset[int]]:
    return {kind: frozenset(mark & ~KIND for mark in marks if mark & KIND == kind) for kind in Kind}


def _is_one_negated(ours: frozenset[int], theirs: frozenset[int], shared: frozenset[int]) -> bool:
    """Whether of the words that both have only one of the two negates some."""
    return bool(ours & shared) != bool(theirs & shared)


@lru_cache(maxsize=100_000)
def to_key(word: str) -> str:
    """What a folded word has in common with its forms, its spellings and its synonyms."""
    if country := _countries().get(word):
        return country
    key = to_stem(word)
    return _synonyms_by_stem().get(key, key)


def to_stem(word: str) -> str:
    """What a folded word has in common with its forms and its spellings."""
    return _stem(load_irregular_forms().get(word, word))


def find_opposites(word: int) -> frozenset[int]:
    """Features of the words that a statement with `word` cannot have in its place."""
    return _opposites().get(word, frozenset())


@dataclass(frozen=True, slots=True)
class _Token:
    """A word as it counts: keys of what it says (none for a function word), or a number, or a negation."""

    folded: str
    is_capital: bool
    keys: tuple[str, ...] = ()
    topics: frozenset[str] = frozenset()
    number: str | None = None
    negates: bool = False


def _tokens(text: str) -> Iterator[_Token]:
    for match in WORD.finditer(_plain_figures(text)):
        written, folded = match[0], fold_word(match[0])
        number = _number(folded)
        if load_synonyms().get(folded) == NOT or NEGATED.match(written):
            yield _Token(folded, False, negates=True)
        elif number is not None and folded != "one":
            yield _Token(folded, False, number=number)
        else:
            words = tuple(_words(folded))
            topics = frozenset(to_key(word) for word in words if to_stem(word) in _topics() or word in _countries())
            yield _Token(folded, written[0].isupper(), tuple(map(to_key, words)), topics)


def _features(tokens: list[_Token]) -> Iterator[int]:
    reach = 0
    for place, token in enumerate(tokens):
        reach = REACH if token.negates else reach
        if token.number is not None:
            yield make(Kind.NUMBER, token.number)
        for key in token.keys:
            yield make(Kind.TOPIC if key in token.topics else Kind.WORD, key)
            if token.is_capital and place:
                yield make(Kind.NAME, key)
            if reach:
                yield make(Kind.NEGATED, key)
                reach -= 1


def _orders(tokens: list[_Token]) -> Iterator[int]:
    """Which name stands before which; "A was asked by B" is "B asked A", and "A and B" have no order."""
    names = [(place, token.keys[-1]) for place, token in enumerate(tokens) if token.is_capital and token.keys]
    for (first, one), (last, other) in pairwise(names):
        between = {token.folded for token in tokens[first + 1 : last]}
        if between and not between & JOINING and one != other:
            pair = (other, one) if PASSIVE in between else (one, other)
            yield make(Kind.ORDER, ">".join(pair))
            yield make(Kind.TURNED, ">".join(pair[::-1]))


def _words(folded: str) -> list[str]:
    """Words in a folded word, of which a name with a hyphen has several; none where it says nothing."""
    if not is_term(folded):
        return []
    return [folded] if folded in _countries() else fold(folded).split()


def _runs(tokens: list[_Token]) -> Iterator[int]:
    words = [token.folded for token in tokens]
    for place in range(len(words) - RUN + 1):
        yield make(Kind.RUN, " ".join(words[place : place + RUN]))


@lru_cache(maxsize=1)
def _number_words() -> dict[str, str]:
    return {
        word: f"{measure.value:g}"
        for measure in load_measures()
        if measure.kind == "number" and measure.value is not None
        for word in measure.words
    }


def _plain_figures(text: str) -> str:
    """Text with figures written one way: "one and a half" as 1.5, "1,000" as 1000, "$" as its name."""
    text = THOUSANDS.sub("", text)
    for sign, currency in _signs().items():
        text = text.replace(sign, f"{currency} ")
    return HALF.sub(_with_half, text)


def _with_half(match: re.Match[str]) -> str:
    number = _number(match[1].lower())
    return match[0] if number is None else f"{float(number) + 0.5:g}"


@lru_cache(maxsize=1)
def _signs() -> dict[str, str]:
    """Signs of currencies, each with a word for it."""
    money = [measure for measure in load_measures() if measure.kind == "currency"]
    words = ((measure, next((word for word in measure.words if word.islower()), measure.name)) for measure in money)
    return {sign: word for measure, word in words for sign in measure.words if len(sign) == 1}


def _number(word: str) -> str | None:
    if word.replace(".", "", 1).isdigit():
        return f"{float(word):g}"
    return _number_words().get(word)


@lru_cache(maxsize=1)
def _synonyms_by_stem() -> dict[str, str]:
    return {_stem(word): _stem(first) for word, first in load_synonyms().items()}


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """Code of the country behind each single word for it, its people or its government."""
    found: dict[str, str] = {}
    for country in load_countries():
        for word in (word for use, word in country.words() if use != "city" and " " not in word):
            # In "NATO-led" the initials are no longer told from small letters, which is no harm but to "us".
            found |= {form: country.code for form in (fold_word(word), word.lower()) if is_term(form)}
    return found


@lru_cache(maxsize=1)
def _topics() -> frozenset[str]:
    """Stems of the names of the things an affair is about, whatever they are called."""
    named = [one.name for one in load_objects()]
    named += [word for wording in load_wordings() for choice in wording.choices for word in choice.words]
    found = (match[0] for name in named for match in WORD.finditer(name))
    return frozenset(to_stem(word) for one in found for word in _words(fold_word(one)))


@lru_cache(maxsize=1)
def _opposites() -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = {}
    for pair in load_opposites():
        one, other = (
            {make(kind, to_key(word)) for word in side for kind in (Kind.WORD, Kind.TOPIC)}
            for side in (pair.one, pair.other)
        )
        for word in one - other:
            found.setdefault(word, set()).update(other - one)
        for word in other - one:
            found.setdefault(word, set()).update(one - other)
    return {word: frozenset(words) for word, words in found.items()}


def _stem(word: str) -> str:
    for ending, written in load_spellings():
        word = ending.sub(written, word)
    found = stem(word)
    return found[:-1] if found.endswith("ll") else found
