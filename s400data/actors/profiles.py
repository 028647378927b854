"""Profiles: actors with what an article may call them by, for persons, states and people named together."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from s400data.knowledge.countries import Country, countries_by_code
from s400data.knowledge.spellings import slug
from s400data.knowledge.titles import Gender
from s400data.records import Actor, ActorKind, Article

GROUPS = frozenset({"NATO", "EU", "UN", "INT"})


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor with what descriptions may call it by: roles, countries, organisations (ids) and title words.

    `offices` are the exact roles, `roles` also the wider ones.
    """

    actor: Actor
    offices: frozenset[str]
    roles: frozenset[str]
    countries: frozenset[str]
    organisations: frozenset[str]
    words: frozenset[str]
    gender: Gender | None
    is_plural: bool = False


def window_of(article: Article) -> tuple[date, date] | None:
    """The days on which `article` may have been published; None where nothing tells."""
    day = article.published
    if day is None:
        return None
    if article.published_precision == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if article.published_precision == "month":
        return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return day, day


def state_actor(country: Country) -> Actor:
    """The government of `country`."""
    kind: ActorKind = "organisation" if country.code in GROUPS else "state"
    return Actor(country.code.lower(), country.name, kind, None, country.code, None, known=True)


def state_profile(country: Country) -> Profile:
    """The government of `country`, which "it" and "they" may stand for."""
    return Profile(
        state_actor(country),
        frozenset(),
        frozenset(),
        frozenset({country.code}),
        frozenset(),
        frozenset({"government"}),
        None,
    )


def people_profile(words: str, country: Country) -> Profile:
    """People of a country whom nobody names: "Turks"."""
    actor = Actor(f"u-{slug(words)}", f"{words} (unnamed)", "unnamed", None, country.code, None, known=False)
    nothing: frozenset[str] = frozenset()
    return Profile(actor, nothing, nothing, frozenset({country.code}), nothing, nothing, None, is_plural=True)


def country_name(code: str) -> str:
    """Short name of the country `code` as it stands before a noun: its adjective, "US" for the United States."""
    country = countries_by_code()[code]
    if code in {"USA", "GBR", "ARE"}:
        return {"USA": "US", "GBR": "UK", "ARE": "UAE"}[code]
    return country.adjectives[0] if country.adjectives else country.name


def join_actors(actors: Sequence[Actor]) -> Actor:
    """One actor for several who speak or act together; country and kind only where they share them."""
    if len(actors) == 1:
        return actors[0]
    countries, kinds = {actor.country for actor in actors}, {actor.kind for actor in actors}
    return Actor(
        "+".join(actor.actor_id for actor in actors),
        " and ".join(actor.name for actor in actors),
        kinds.pop() if len(kinds) == 1 else "unnamed",
        None,
        countries.pop() if len(countries) == 1 else None,
        None,
        known=all(actor.known for actor in actors),
    )


def join_profiles(profiles: Sequence[Profile]) -> Profile:
    """One profile for several people, whom only "they" stands for."""
    joint = join_actors([profile.actor for profile in profiles])
    nothing: frozenset[str] = frozenset()
    countries = frozenset({joint.country} if joint.country else ())
    return Profile(joint, nothing, nothing, countries, nothing, nothing, None, is_plural=True)
