"""Portraits: the profiles of an article's entrants, by the knowledge at its date and by its own introductions."""

from collections.abc import Iterable

from s400data.actors.descriptions import Description
from s400data.actors.genders import gender_of
from s400data.actors.introductions import Introduction
from s400data.actors.profiles import Profile, window_of
from s400data.actors.rosters import Entrant, Roster, surname_of
from s400data.knowledge.actors import KnownActor, Office, actors_by_id, find_terms
from s400data.knowledge.figures import country_of_body, country_of_person, country_of_surname
from s400data.knowledge.known_names import find_hits
from s400data.knowledge.titles import Gender, wider_roles
from s400data.records import Actor, Article

_OF_STATE = frozenset({"president", "prime-minister", "monarch"})
_SAYING_LITTLE = frozenset({"honorific", "relative", "person", "supporter"})


def told_of(entrant: Entrant, introductions: Iterable[Introduction], roster: Roster) -> list[Introduction]:
    """Those of `introductions` that introduce `entrant`."""
    return [introduction for introduction in introductions if roster.of_name.get(introduction.name) is entrant]


def build_profile(entrant: Entrant, introductions: Iterable[Introduction], roster: Roster, article: Article) -> Profile:
    """Read an entrant's profile off the knowledge at the article's date and off the article's own introductions."""
    told = list(introductions)
    own = [i for i in told if not i.description.is_former]
    if entrant.kind == "organisation":
        return _organisation(entrant, own, roster)
    if entrant.known is not None:
        return _known_person(entrant, entrant.known, own, roster, article)
    return _new_person(entrant, own or told, roster)


def _organisation(entrant: Entrant, introductions: list[Introduction], roster: Roster) -> Profile:
    known, outlet = entrant.known, entrant.outlet
    country = known.country if known else outlet.country if outlet else None
    country = country or _country_in(introductions, roster) or entrant.country or _country_of_body(entrant.name)
    parent = actors_by_id().get(known.affiliation) if known and known.affiliation else None
    actor = Actor(
        entrant.actor_id,
        entrant.name,
        "organisation",
        parent.name if parent else None,
        country,
        None,
        known=bool(known or outlet),
    )
    kinds = {
        i.description.titling.body.kind for i in introductions if i.description.titling and i.description.titling.body
    }
    words = {i.description.words.split()[-1].lower() for i in introductions if i.description.words}
    return Profile(
        actor,
        frozenset(),
        frozenset({*kinds, *({"outlet"} if outlet else ())}),
        frozenset({country} if country else ()),
        frozenset({entrant.actor_id}),
        frozenset(words | {part.lower() for form in entrant.forms for part in form.split()}),
        None,
    )


def _country_of_body(name: str) -> str | None:
    """Country that an organisation stands for ("Hamas") or its own name tells: "Bank of Russia"."""
    listed = country_of_body(name)
    if listed is not None:
        return listed
    codes = [hit.entry.country.code for hit in find_hits(name) if hit.entry.country is not None]
    return codes[0] if len(set(codes)) == 1 else None


def _known_person(
    entrant: Entrant, known: KnownActor, introductions: list[Introduction], roster: Roster, article: Article
) -> Profile:
    office = _office_at(known, introductions, article)
    named = _telling(introductions)
    organisation = actors_by_id().get((office.organisation if office else known.affiliation) or "")
    country = office.country if office else known.country
    role = office.title if office else _role_in(named) if named is not None and named.role else None
    actor = Actor(
        entrant.actor_id, entrant.name, "person", organisation.name if organisation else None, country, role, known=True
    )
    offices = [office] if office else _offices_in(known, article)
    roles = {role for o in offices for role in wider_roles(o.role)} | _roles(introductions)
    countries = {o.country for o in offices} | ({known.country} if known.country else set())
    bodies = {o.organisation for o in offices if o.organisation} | _bodies(introductions, roster)
    exact = {o.role for o in offices} | {i.description.role for i in introductions if i.description.role}
    return Profile(
        actor,
        frozenset(exact),
        frozenset(roles),
        frozenset(countries),
        frozenset(bodies),
        _words(introductions),
        gender_of(entrant.name, known),
    )


def _offices_in(known: KnownActor, article: Article) -> list[Office]:
    window = window_of(article)
    return [office for office in known.office if window is None or office.covers(*window)]


def _office_at(known: KnownActor, introductions: list[Introduction], article: Article) -> Office | None:
    """The office held when the article was written; where the date is open, the one the article introduces."""
    held = _offices_in(known, article)
    if len(held) < 2:
        return held[0] if held else None
    introduced = {i.description.role for i in introductions}
    named = [office for office in held if office.role in introduced]
    if named:
        return named[-1]
    return max(held, key=lambda office: office.first) if article.published is not None else None


def _new_person(entrant: Entrant, introductions: list[Introduction], roster: Roster) -> Profile:
    named = _telling(introductions)
    country = _country_in(introductions, roster) or entrant.country or _country_of_figure(entrant.name, introductions)
    affiliation = _affiliation(introductions, roster, country)
    role = _role_in(named) if named else None
    actor = Actor(entrant.actor_id, entrant.name, "person", affiliation, country, role, known=False)
    return Profile(
        actor,
        frozenset(i.description.role for i in introductions if i.description.role),
        frozenset(_roles(introductions)),
        frozenset({country} if country else ()),
        frozenset(_bodies(introductions, roster)),
        _words(introductions),
        _told_gender(introductions) or gender_of(entrant.name, None),
    )


def _country_of_figure(name: str, introductions: list[Introduction]) -> str | None:
    """Country of a figure named in full, or by surname behind a title of state: "President Bouteflika"."""
    is_of_state = any(i.description.role in _OF_STATE for i in introductions)
    return country_of_person(name) or (country_of_surname(surname_of(name)) if is_of_state else None)


def _telling(introductions: list[Introduction]) -> Description | None:
    """The introduction that says most: a title with its field rather than a rank, a title rather than another noun."""
    told = [i.description for i in introductions if i.description.words and i.description.role not in _SAYING_LITTLE]
    titled = [described for described in told if described.role is not None]
    fuller = [described for described in titled if len(described.words.split()) > 1]
    return next(iter((*fuller, *titled, *told)), None)


def _role_in(description: Description) -> str | None:
    """The role as the article words it, in the singular."""
    words = " ".join(description.words.split())
    return (words.removesuffix("s") if description.is_plural else words) or None


def _roles(introductions: list[Introduction]) -> set[str]:
    return {role for i in introductions if i.description.role for role in wider_roles(i.description.role)}


def _words(introductions: list[Introduction]) -> frozenset[str]:
    titlings = [i.description.titling for i in introductions if i.description.titling]
    return frozenset(t.title.words for t in titlings if t.title)


def _told_gender(introductions: list[Introduction]) -> Gender | None:
    titles = [
        i.description.titling.title for i in introductions if i.description.titling and i.description.titling.title
    ]
    return next((title.gender for title in titles if title.gender), None)


def _bodies(introductions: list[Introduction], roster: Roster) -> set[str]:
    found = [roster.of_name.get(i.description.organisation) for i in introductions if i.description.organisation]
    return {entrant.actor_id for entrant in found if entrant is not None}


def _country_in(introductions: list[Introduction], roster: Roster) -> str | None:
    """Country the introductions tell: its name or adjective, that of a listed organisation, or of the title itself."""
    for introduction in introductions:
        described = introduction.description
        if (
            described.place is not None
            and described.place.entry is not None
            and described.place.entry.country is not None
        ):
            return described.place.entry.country.code
    for introduction in introductions:
        described = introduction.description
        body = roster.of_name.get(described.organisation) if described.organisation else None
        if body is not None and (body.known or body.outlet):
            return (body.known.country if body.known else None) or (body.outlet.country if body.outlet else None)
    titles = [i.description.titling.title for i in introductions if i.description.titling]
    return next((title.country for title in titles if title is not None and title.country), None)


def _affiliation(introductions: list[Introduction], roster: Roster, country: str | None) -> str | None:
    for introduction in introductions:
        body = (
            roster.of_name.get(introduction.description.organisation) if introduction.description.organisation else None
        )
        if body is not None:
            return body.name
    for introduction in introductions:
        role = introduction.description.role
        houses = {t.office.organisation for t in find_terms(role, country)} - {None} if role and country else set()
        if len(houses) == 1 and role not in {"ambassador", "spokesperson", "executive", "adviser", "special-envoy"}:
            house = actors_by_id().get(houses.pop() or "")
            return house.name if house else None
    return None
