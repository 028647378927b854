"""Known names: where a text spells a known actor, outlet or country."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from s400data.knowledge.actors import KnownActor, load_actors
from s400data.knowledge.countries import Country, CountryWord, load_countries
from s400data.knowledge.gazetteer import Gazetteer, Hit
from s400data.knowledge.outlets import Outlet, load_outlets


@dataclass(frozen=True, slots=True)
class Entry:
    """What one spelling stands for: an actor, an outlet or a country word. `is_short`: a surname alone."""

    spelling: str
    actor: KnownActor | None = None
    country: Country | None = None
    use: CountryWord | None = None
    outlet: Outlet | None = None
    is_short: bool = False


def find_hits(text: str) -> tuple[Hit[Entry], ...]:
    """Spellings of known names in `text`, in reading order, the longest at each place, none overlapping."""
    return _gazetteer().find(text)


@cache
def _gazetteer() -> Gazetteer[Entry]:
    """Actors before outlets before countries."""
    return Gazetteer((entry.spelling, entry) for entry in _entries())


def _entries() -> Iterator[Entry]:
    for actor in load_actors():
        yield from (Entry(name, actor=actor) for name in (actor.name, *actor.aliases))
        yield from (Entry(name, actor=actor, is_short=True) for name in actor.short)
    for outlet in load_outlets():
        # Short marks ("AP", "dpa") are kept: they are written in capitals or not at all.
        yield from (Entry(name, outlet=outlet) for name in outlet.names)
    for country in load_countries():
        yield from (Entry(word, country=country, use=use) for use, word in country.words())
