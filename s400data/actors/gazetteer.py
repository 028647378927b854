"""Hits: where a text spells a known actor, outlet or country, whatever its diacritics.

Matching is over folded letters, the longest spelling wins, and a name must keep its capitals: "us" is no country.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from s400data.knowledge.actors import KnownActor, load_actors
from s400data.knowledge.countries import Country, CountryWord, load_countries
from s400data.knowledge.outlets import Outlet, load_outlets
from s400data.knowledge.spellings import fold_letters

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one spelling stands for: an actor, an outlet or a country word. `is_short`: a surname alone."""

    spelling: str
    actor: KnownActor | None = None
    country: Country | None = None
    use: CountryWord | None = None
    outlet: Outlet | None = None
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of text, in characters, that spells an entry."""

    start: int
    end: int
    entry: Entry


def find_hits(text: str) -> tuple[Hit, ...]:
    """Spellings of known names in `text`, in reading order, the longest at each place, none overlapping."""
    folded = fold_letters(text)
    hits: list[Hit] = []
    free_from = 0
    for word in _WORD.finditer(folded):
        if word.start() < free_from:
            continue
        entry = next(_entries_at(text, folded, word.start(), word[0]), None)
        if entry is not None:
            free_from = word.start() + len(entry.spelling)
            hits.append(Hit(word.start(), free_from, entry))
    return tuple(hits)


def _entries_at(text: str, folded: str, start: int, word: str) -> Iterator[Entry]:
    for spelling, entry in _index().get(word, ()):
        end = start + len(spelling)
        if not folded.startswith(spelling, start) or _runs_on(folded, start, end):
            continue
        if _keeps_capitals(entry.spelling, text[start:end]):
            yield entry


def _runs_on(folded: str, start: int, end: int) -> bool:
    before = folded[start - 1] if start else " "
    after = folded[end] if end < len(folded) else " "
    return before.isalnum() or (after.isalnum() and folded[end - 1] != ".")


def _keeps_capitals(spelling: str, written: str) -> bool:
    if spelling.isupper():
        return written.isupper()
    return not spelling[0].isupper() or written[0].isupper()


@cache
def _index() -> dict[str, tuple[tuple[str, Entry], ...]]:
    """Entries by the first word of their folded spelling, longest first; actors before outlets before countries."""
    found: dict[str, dict[str, Entry]] = {}
    for entry in _entries():
        spelling = fold_letters(entry.spelling)
        word = _WORD.search(spelling)
        if word is not None and word.start() == 0:
            found.setdefault(word[0], {}).setdefault(spelling, entry)
    return {word: tuple(sorted(of.items(), key=lambda item: -len(item[0]))) for word, of in found.items()}


def _entries() -> Iterator[Entry]:
    for actor in load_actors():
        yield from (Entry(name, actor=actor) for name in (actor.name, *actor.aliases))
        yield from (Entry(name, actor=actor, is_short=True) for name in actor.short)
    for outlet in load_outlets():
        # Short marks ("AP", "dpa") are kept: they are written in capitals or not at all.
        yield from (Entry(name, outlet=outlet) for name in outlet.names)
    for country in load_countries():
        yield from (Entry(word, country=country, use=use) for use, word in country.words())
