"""Actors: persons, organisations and states of the affair, with their spellings and the offices they held, and when."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from s400data.errors import KnowledgeError
from s400data.knowledge.bodies import BodyKind
from s400data.knowledge.countries import countries_by_code
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.knowledge.spellings import fold_letters
from s400data.knowledge.titles import Gender, load_titles, role_words
from s400data.settings import affair_folder

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Office:
    """A term in an office. `since` and `until` are as exact as the record; no `until` means still in office."""

    role: str
    title: str
    country: str
    since: str
    organisation: str | None = None
    until: str | None = None

    @property
    def first(self) -> date:
        """First day that may belong to the term: 1 April for a term since "2018-04"."""
        return read_period(self.since)[0]

    @property
    def last(self) -> date | None:
        """Last day that may belong to the term, None for a term that has not ended."""
        return read_period(self.until)[1] if self.until else None

    @property
    def titles(self) -> tuple[str, ...]:
        """Titles in use for the office: its own, and the words for its role ("top diplomat")."""
        return tuple(dict.fromkeys((self.title, *role_words(self.role, self.country))))

    def covers(self, first: date, last: date) -> bool:
        """Whether the term may have run on some day from `first` to `last`."""
        return self.first <= last and (self.last is None or self.last >= first)


@dataclass(frozen=True, slots=True)
class KnownActor:
    """One entry of the actor knowledge. `short` are surnames that name the person without a first name.

    `body` tells what common noun may stand for an organisation ("the company").
    """

    id: str
    name: str
    kind: Literal["person", "organisation", "state"]
    country: str | None = None
    gender: Gender | None = None
    affiliation: str | None = None
    body: BodyKind | None = None
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    office: tuple[Office, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every spelling that names the actor by itself."""
        return (self.name, *self.aliases, *self.short)


@dataclass(frozen=True, slots=True)
class Term:
    """One actor's term in one office."""

    actor: KnownActor
    office: Office


@cache
def load_actors(path: Path | None = None) -> tuple[KnownActor, ...]:
    """Read the actors of the affair.

    An id or a spelling used twice, an unknown role, country or organisation and a bad date raise `KnowledgeError`.
    """
    path = path or affair_folder() / "actors.toml"
    actors = read_entries(path, "actor", KnownActor)
    ids = {actor.id for actor in actors}
    used: dict[str, str] = {}
    for n, actor in enumerate(actors):
        reasons = (*_clashes(actor, used), *_unknowns(actor, ids), *_bad_terms(actor))
        for reason in reasons:
            raise KnowledgeError(path, line_of_entry(path, "actor", (n,)), reason)
    return actors


@cache
def actors_by_id() -> dict[str, KnownActor]:
    """The known actors by their ids."""
    return {actor.id: actor for actor in load_actors()}


@cache
def load_terms() -> tuple[Term, ...]:
    """Every term of office of every known actor."""
    return tuple(Term(actor, office) for actor in load_actors() for office in actor.office)


def find_terms(role: str, country: str | None, first: date | None = None, last: date | None = None) -> tuple[Term, ...]:
    """Terms in `role` for `country` (any if None) that may have run between `first` and `last` (any time if None)."""
    return tuple(
        term
        for term in load_terms()
        if term.office.role == role
        and country in (None, term.office.country)
        and term.office.covers(first or date.min, last or date.max)
    )


def read_period(written: str) -> tuple[date, date]:
    """First and last day of "2018", "2018-04" or "2018-04-26"; anything else raises `ValueError`."""
    match = _DAY.fullmatch(written)
    if match is None:
        raise ValueError(f"'{written}' is not YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    first = date(year, month or 1, day or 1)
    if day:
        return first, first
    end = month or 12
    return first, date(year, end, calendar.monthrange(year, end)[1])


def _clashes(actor: KnownActor, used: dict[str, str]) -> Iterator[str]:
    if used.setdefault(f"id {actor.id}", actor.id) != actor.id or f"seen {actor.id}" in used:
        yield f"the id '{actor.id}' is used twice"
    used[f"seen {actor.id}"] = actor.id
    for name in actor.names:
        owner = used.setdefault(fold_letters(name), actor.id)
        if owner != actor.id:
            yield f"the spelling '{name}' already names '{owner}'"


def _unknowns(actor: KnownActor, ids: set[str]) -> Iterator[str]:
    roles = {title.role for title in load_titles()}
    countries = [actor.country, *(office.country for office in actor.office)]
    yield from (
        f"country '{code}' is not in the list" for code in countries if code and code not in countries_by_code()
    )
    yield from (f"role '{office.role}' is not in titles.toml" for office in actor.office if office.role not in roles)
    groups = [actor.affiliation, *(office.organisation for office in actor.office)]
    yield from (f"organisation '{group}' is not an actor's id" for group in groups if group and group not in ids)


def _bad_terms(actor: KnownActor) -> Iterator[str]:
    for office in actor.office:
        try:
            first, last = office.first, office.last
        except ValueError as error:
            yield f"the term of '{office.title}': {error}"
            continue
        if last is not None and last < first:
            yield f"the term of '{office.title}' ends before it begins"
