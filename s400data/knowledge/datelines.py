"""Dateline words: cities that news is datelined from, and capitalised words that only look like them."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from s400data.knowledge.countries import load_countries
from s400data.knowledge.reading import read_entries
from s400data.knowledge.spellings import fold_letters
from s400data.settings import english_folder


@dataclass(frozen=True, slots=True)
class DatelineWords:
    """Words of one kind; see the note in the file."""

    kind: Literal["city", "not a place"]
    words: tuple[str, ...]


@cache
def dateline_cities() -> frozenset[str]:
    """Folded names of cities and capitals."""
    capitals = (capital for country in load_countries() for capital in country.capitals)
    return frozenset(fold_letters(word) for word in (*capitals, *_words("city")))


@cache
def words_no_place() -> frozenset[str]:
    """Folded words that stand before a dash or colon without being a place."""
    return frozenset(fold_letters(word) for word in _words("not a place"))


def _words(kind: str) -> tuple[str, ...]:
    entries = read_entries(english_folder() / "datelines.toml", "dateline", DatelineWords)
    return tuple(word for entry in entries if entry.kind == kind for word in entry.words)


@dataclass(frozen=True, slots=True)
class ForeignMonth:
    """Names of one month in other languages."""

    number: int
    words: tuple[str, ...]


@cache
def foreign_months() -> dict[str, int]:
    """Month numbers by their names in other languages, in lower case."""
    months = read_entries(english_folder() / "months.toml", "month", ForeignMonth)
    return {word.lower(): month.number for month in months for word in month.words}
