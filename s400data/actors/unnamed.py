"""Unnamed: people an article quotes without a name, told by country, organisation and role.

"a senior State Department official" becomes "senior US State Department official (unnamed)", country USA.
"""

from s400data.actors.descriptions import Description
from s400data.actors.profiles import Profile, country_name
from s400data.actors.rosters import Entrant, Roster
from s400data.knowledge.figures import country_of_body
from s400data.knowledge.spellings import slug
from s400data.knowledge.titles import wider_roles
from s400data.records import Actor

# Words that count or point, and say nothing about who: "two unnamed officials" are "officials".
_UNSAYING = frozenset({
    "two", "three", "four", "five", "several", "some", "many", "unnamed", "anonymous", "unidentified", "other", "more",
    "various", "few", "those", "these", "its", "his", "her", "their", "our", "'s", "’s", "same", "one", "another",
})  # fmt: skip


def unnamed_profile(
    description: Description, roster: Roster, *, inherited: str | None = None, owner: Profile | None = None
) -> Profile:
    """The unnamed holder of a role.

    Where the words give no country, it is `inherited` from the context or that of `owner`, whose spokesman it is.
    """
    country, affiliation = whose(description, roster)
    country = country or inherited or (owner.actor.country if owner is not None else None)
    label = _label(description, roster, inherited)
    if owner is not None and description.owner_is_pronoun and owner.actor.kind in {"person", "organisation"}:
        label = f"{label} of {owner.actor.name}"
    actor = Actor(
        f"u-{slug(label)}", f"{label} (unnamed)", "unnamed", affiliation, country, description.words, known=False
    )
    titling = description.titling
    role = description.role
    return Profile(
        actor,
        frozenset({role} if role else ()),
        wider_roles(role) if role else frozenset(),
        frozenset({country} if country else ()),
        frozenset({body.actor_id} if (body := _body(description, roster)) else ()),
        frozenset({titling.title.words} if titling and titling.title else {description.words.split()[-1].lower()}),
        titling.title.gender if titling and titling.title else None,
        description.is_plural,
    )


def whose(description: Description, roster: Roster) -> tuple[str | None, str | None]:
    """Country code and organisation name that a description's own words tell."""
    body = _body(description, roster)
    entry = description.place.entry if description.place is not None else None
    if entry is not None and entry.country is not None:
        return entry.country.code, body.name if body else None
    title = description.titling.title if description.titling else None
    country = None
    if body is not None:
        country = body.known.country if body.known else body.outlet.country if body.outlet else None
        country = country or body.country or country_of_body(body.name)
    return country or (title.country if title else None), body.name if body else None


def _body(description: Description, roster: Roster) -> Entrant | None:
    return roster.of_name.get(description.organisation) if description.organisation is not None else None


def _label(description: Description, roster: Roster, inherited: str | None) -> str:
    words = " ".join(description.words.split())
    place, organisation = description.place, description.organisation
    body = _body(description, roster)
    if place is not None and place.entry is not None and place.entry.country is not None:
        words = _with_country(words, description, place.words, country_name(place.entry.country.code))
    if organisation is not None and body is not None and body.known is not None:
        name = body.name
        if words.startswith(f"{country_name(body.known.country)} ") if body.known.country else False:
            name = name.removeprefix(f"{country_name(body.known.country or '')} ")
        words = words.replace(organisation.words, name, 1)
    kept = [word for word in words.replace("'s ", " ").replace("’s ", " ").split() if word.lower() not in _UNSAYING]
    if inherited is not None:
        kept.insert(0, country_name(inherited))
    return " ".join(kept) or words


def _with_country(words: str, description: Description, place: str, country: str) -> str:
    """`words` with the country in its plain form: "U.S. officials" and "officials in Washington" are "US officials"."""
    before, _, after = words.partition(place)
    if description.place is None or description.place.kind == "adjective" or description.place.start < description.head:
        return f"{before}{country}{after}"
    if description.place.end == description.end:
        return f"{country} {before.rsplit(' ', 2 if before.endswith(' the ') else 1)[0].rsplit(' ', 1)[0]}"
    return words
