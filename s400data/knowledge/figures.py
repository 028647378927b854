"""Figures: people and bodies of the world that by themselves stand for a country: `figures.toml` of English.

They tell a country where an article names somebody without saying whose: "President Bouteflika", "Hamas". Actors of the
affair are listed apart, with their offices.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from s400data.errors import KnowledgeError
from s400data.knowledge.countries import countries_by_code
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.knowledge.spellings import fold_letters, sound_of
from s400data.settings import english_folder


@dataclass(frozen=True, slots=True)
class Figures:
    """People and bodies of one country; `country` is a code of `countries.toml`."""

    country: str
    persons: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


@cache
def load_figures(path: Path | None = None) -> tuple[Figures, ...]:
    """Read the figures; an unknown country or a name of two countries raises `KnowledgeError`."""
    path = path or english_folder() / "figures.toml"
    entries = read_entries(path, "figures", Figures)
    owners: dict[str, str] = {}
    for n, entry in enumerate(entries):
        if entry.country not in countries_by_code():
            raise KnowledgeError(path, line_of_entry(path, "figures", (n,)), f"unknown country '{entry.country}'")
        for name in (*entry.persons, *entry.bodies):
            if owners.setdefault(fold_letters(name), entry.country) != entry.country:
                line = line_of_entry(path, "figures", (n,))
                raise KnowledgeError(path, line, f"'{name}' already stands for {owners[fold_letters(name)]}")
    return entries


def country_of_person(name: str) -> str | None:
    """Code of the country that `name`, in full, stands for, however it is transliterated."""
    return _persons().get(sound_of(name))


def country_of_surname(surname: str) -> str | None:
    """Code of the country whose figures alone bear `surname`; for people introduced by a title of state."""
    return _surnames().get(sound_of(surname))


def country_of_body(name: str) -> str | None:
    """Code of the country or group that the body called `name` stands for."""
    return _bodies().get(fold_letters(name).removeprefix("the "))


@cache
def _persons() -> dict[str, str]:
    return {sound_of(name): entry.country for entry in load_figures() for name in entry.persons}


@cache
def _surnames() -> dict[str, str]:
    countries: dict[str, set[str]] = {}
    for entry in load_figures():
        for name in entry.persons:
            for tail in _tails(name):
                countries.setdefault(tail, set()).add(entry.country)
    return {tail: codes.pop() for tail, codes in countries.items() if len(codes) == 1}


def _tails(name: str) -> Iterator[str]:
    """What a name may be shortened to: "dos Santos" and "Santos" of "José Eduardo dos Santos"."""
    parts = sound_of(name).split()
    return (" ".join(parts[i:]) for i in range(1, len(parts)))


@cache
def _bodies() -> dict[str, str]:
    return {fold_letters(name): entry.country for entry in load_figures() for name in entry.bodies}
