"""Figures: amounts of money and counts of things in a sentence, as the range of values its words allow.

"$2.5 billion" allows 2.45 to 2.55 billion dollars, "more than 100 missiles" allows 100 and up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import inf

from s400data.knowledge.measures import Measure, MeasureKind, load_measures
from s400data.knowledge.wordings import load_function_words

DIGITS = r"\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
YEAR = re.compile(r"(?:19|20)\d\d")
# "about four batteries" is met by three and by five; a quarter either way separates "about 4" from "about 8".
ABOUT = 0.25


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what it counts (`unit`, a currency or a thing), the values it allows, its words and their place."""

    unit: str
    low: float
    high: float
    start: int
    end: int
    text: str

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency."""
        return self.unit.isupper()


def find_figures(sentence: str) -> Iterator[Figure]:
    """Figures of `sentence` in reading order. Years, ages and other bare numbers are left out."""
    found = [*_money_first().finditer(sentence), *_number_first().finditer(sentence)]
    reached = 0
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        if match.start() >= reached and not YEAR.fullmatch(match["number"]):
            yield Figure(_unit(match), *_range(match), match.start(), match.end(), match[0])
            reached = match.end()


def is_compatible(one: Figure, other: Figure) -> bool:
    """Whether one value satisfies both figures; figures of different units never contradict each other."""
    return one.unit != other.unit or (one.low <= other.high and other.low <= one.high)


def _unit(match: re.Match[str]) -> str:
    words = _fold(match["unit"])
    return _names("currency").get(words) or _names("unit")[words]


def _range(match: re.Match[str]) -> tuple[float, float]:
    words = _fold(match["number"])
    scale = _values("scale")[_fold(match["scale"])] if match["scale"] else 1.0
    value, slack = (_values("number")[words], 0.0) if words in _values("number") else _digits(words)
    low, high = (value - slack) * scale, (value + slack) * scale
    bound = _bound(match["bound"])
    if bound == "at-least":
        return low, inf
    if bound == "at-most":
        return 0.0, high
    if bound == "about":
        return low * (1 - ABOUT), high * (1 + ABOUT)
    return low, high


def _digits(words: str) -> tuple[float, float]:
    """Value and half of its last digit for a number with decimals: 2.5 may have been rounded, 100 is taken as it is."""
    plain = re.sub(r"[,\s]", "", words)
    decimals = len(plain.partition(".")[2])
    return float(plain), 0.5 * 10**-decimals if decimals else 0.0


def _bound(words: str | None) -> MeasureKind | None:
    kinds: tuple[MeasureKind, ...] = ("at-least", "at-most", "about")
    return next((kind for kind in kinds if words and _fold(words) in _names(kind)), None)


@cache
def _money_first() -> re.Pattern[str]:
    """Pattern of "more than $2.5 billion"."""
    return _compile(rf"(?P<unit>{_any('currency')})\s?{_number()}")


@cache
def _number_first() -> re.Pattern[str]:
    """Pattern of "2.5 billion dollars" and, with up to three words between, of "four S-400 batteries"."""
    step = rf"[\s-]+(?!(?:\d+|{_any('number')}|{'|'.join(load_function_words())})(?![\w-]))[\w/-]+"
    between = rf"(?:(?:{step}){{0,3}}?[\s-]+|\s?)"
    return _compile(rf"{_number()}{between}(?P<unit>{_any('unit')}|(?<=\s){_any('currency')})(?!\w)")


def _compile(figure: str) -> re.Pattern[str]:
    bound = rf"(?:(?P<bound>{_any('at-least')}|{_any('at-most')}|{_any('about')})\s+)?"
    return re.compile(rf"(?<![\w.-]){bound}{figure}", re.IGNORECASE)


def _number() -> str:
    return rf"(?P<number>{DIGITS}|{_any('number')})(?:[\s-]?(?P<scale>{_any('scale')})\b)?"


def _any(kind: MeasureKind) -> str:
    words = sorted(_names(kind), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in words) + ")"


def _of(kind: MeasureKind) -> Iterator[tuple[str, Measure]]:
    return ((_fold(word), measure) for measure in load_measures() if measure.kind == kind for word in measure.words)


@cache
def _names(kind: MeasureKind) -> dict[str, str]:
    return {word: measure.name for word, measure in _of(kind)}


@cache
def _values(kind: MeasureKind) -> dict[str, float]:
    return {word: measure.value for word, measure in _of(kind) if measure.value is not None}


def _fold(words: str) -> str:
    return re.sub(r"\s+", " ", words).casefold()
