"""Rosters: which names of one article are the same person or organisation.

A full name founds an entry, "Doe" after "Jane Doe" (or before it, in a headline) joins it, and so does "Jane M. Doe";
a name nobody listed gets an id after its own words. Two people who share a surname leave the bare surname open until
only one of them has been named before it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal

from rapidfuzz import fuzz
from spacy.tokens import Doc

from s400data.actors.genders import gender_of
from s400data.actors.names import Name
from s400data.knowledge.actors import KnownActor, load_actors
from s400data.knowledge.given_names import nicknames_of
from s400data.knowledge.outlets import Outlet
from s400data.knowledge.spellings import fold_letters, slug, sound_of
from s400data.knowledge.titles import title_words

_ALIKE = 84
_SHORTEST_ALIKE = 5
# "Van der Meer" alone is a surname; "Al", "Ben" and "Le" are first names too.
_PARTICLES = frozenset({"van", "von", "de", "del", "della", "di", "da", "dos", "ter", "ten", "zu", "bin"})


@dataclass(slots=True)
class Entrant:
    """One person or organisation of the article, while it is being put together.

    `country` is that of the state named beside it: "Israel's Cabinet", "the Latvian Constitutional Court".
    """

    actor_id: str
    name: str
    kind: Literal["person", "organisation", "state"]
    known: KnownActor | None = None
    outlet: Outlet | None = None
    first: int = 0
    is_surnamed: bool = False
    forms: set[str] = field(default_factory=set)
    country: str | None = None


@dataclass(slots=True)
class Roster:
    """Entrants of an article, and the entrant each name stands for (None: open)."""

    entrants: dict[str, Entrant]
    of_name: dict[Name, Entrant | None]


def build_roster(doc: Doc, names: Sequence[Name]) -> Roster:
    """Join the names of persons and organisations in `doc` into entrants."""
    roster = Roster({}, {})
    persons = [name for name in names if name.kind == "person"]
    for name in persons:
        if _is_full(name):
            roster.of_name[name] = _enter_full(roster, name)
    for name in sorted(names, key=lambda name: -len(name.words)):
        if name.kind == "organisation":
            roster.of_name[name] = _enter_organisation(doc, roster, name)
    for name in persons:
        if not _is_full(name):
            roster.of_name[name] = _enter_short(doc, roster, name)
    _note_countries(doc, names, roster)
    return roster


def _note_countries(doc: Doc, names: Sequence[Name], roster: Roster) -> None:
    """Enter the country that stands right before or, with "of", right behind the names of the article."""
    states = [(name, name.entry.country.code) for name in names if name.entry is not None and name.entry.country]
    before = {_end_of_owner(doc, name): (doc[name.start : name.end].root.head.i, code) for name, code in states}
    behind = {name.start: code for name, code in states}
    for name, entrant in roster.of_name.items():
        if entrant is None or entrant.country is not None:
            continue
        is_of = name.end < len(doc) and doc[name.end].lower_ == "of"
        above, code = before.get(name.start, (-1, None))
        # "In Turkey Lockheed Martin said": the state must hang on the name.
        is_owner = entrant.kind == "organisation" and name.covers(above)
        entrant.country = code if is_owner else behind.get(name.end + 1) if is_of else None


def _end_of_owner(doc: Doc, state: Name) -> int:
    """Where the name of a state ends, with the "'s" behind it."""
    return state.end + (state.end < len(doc) and doc[state.end].tag_ == "POS")


def _is_full(name: Name) -> bool:
    if name.entry is not None:
        return not name.entry.is_short
    parts = _parts(name.words)
    return len(parts) > 1 and parts[0] not in _PARTICLES


def _parts(words: str) -> list[str]:
    """Parts of a name, folded, without the titles it opens with; "Mr Singer" keeps its surname."""
    parts = fold_letters(words).split()
    while len(parts) > 1 and parts[0].rstrip(".") in title_words():
        parts = parts[1:]
    return parts


@lru_cache(maxsize=4096)
def surname_of(words: str) -> str:
    """Surname of a full name by its sound, suffixes left out."""
    parts = [part for part in _parts(words) if part.rstrip(".,") not in {"jr", "sr", "ii", "iii", "iv"}]
    return sound_of(parts[-1]) if parts else ""


def given_of(words: str) -> str:
    """First name, folded; empty where there is none."""
    parts = _parts(words)
    return parts[0].rstrip(".") if len(parts) > 1 else ""


def _enter_full(roster: Roster, name: Name) -> Entrant:
    known = name.entry.actor if name.entry is not None else _known_by_sound(name.words)
    entrant = _entrant_of(roster, known, name) or _same_person(roster, name.words)
    if entrant is None:
        entrant = Entrant(
            known.id if known else f"p-{slug(name.words)}",
            known.name if known else name.words,
            "person",
            known,
            None,
            name.start,
        )
        roster.entrants[entrant.actor_id] = entrant
    entrant.forms.add(name.words)
    entrant.first = min(entrant.first, name.start)
    return entrant


def _entrant_of(roster: Roster, known: KnownActor | None, name: Name) -> Entrant | None:
    return roster.entrants.get(known.id if known else f"p-{slug(name.words)}")


def _known_by_sound(words: str) -> KnownActor | None:
    """A listed person whose name is spelt in a way that is not listed but sounds the same."""
    found = _actors_by_sound().get(sound_of(words), ())
    return found[0] if len(found) == 1 else None


@cache
def _actors_by_sound() -> dict[str, tuple[KnownActor, ...]]:
    found: dict[str, tuple[KnownActor, ...]] = {}
    for actor in load_actors():
        for sound in {sound_of(name) for name in (actor.name, *actor.aliases)} if actor.kind == "person" else ():
            found[sound] = (*found.get(sound, ()), actor)
    return found


def _same_person(roster: Roster, words: str) -> Entrant | None:
    for entrant in roster.entrants.values():
        if entrant.kind == "person" and any(_agree(form, words) for form in entrant.forms):
            return entrant
    return None


def _agree(one: str, other: str) -> bool:
    """Whether two full names may be one person's: same surname, first names equal, initials or nicknames."""
    if surname_of(one) != surname_of(other):
        return False
    a, b = given_of(one), given_of(other)
    if sound_of(a) == sound_of(b) or b in nicknames_of(a) or _is_slip(a, b):
        return True
    return 1 in {len(a), len(b)} and a[:1] == b[:1]


def _is_slip(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _SHORTEST_ALIKE and fuzz.ratio(one, other) >= _ALIKE


def _enter_short(doc: Doc, roster: Roster, name: Name) -> Entrant | None:
    if name.start and doc[name.start - 1].lower_ == "the" and name.entry is None and name.words.endswith("s"):
        # "the Sams" are a family.
        return None
    fitting = list(_bearers(roster, name.words))
    if len(fitting) > 1:
        before = [entrant for entrant in fitting if entrant.first < name.start]
        fitting = before or fitting
        if len(fitting) > 1:
            return _by_honorific(doc, name, fitting) or _best_known(name, fitting)
    if fitting:
        fitting[0].first = min(fitting[0].first, name.start)
        fitting[0].is_surnamed = True
        return fitting[0]
    body = _full_form(roster, name.words) if name.entry is None else None
    return body if body is not None and name.words not in body.forms else _found_alone(roster, name)


def _by_honorific(doc: Doc, name: Name, fitting: list[Entrant]) -> Entrant | None:
    word = title_words().get(fold_letters(doc[name.start - 1].text)) if name.start else None
    same = [entrant for entrant in fitting if word and word.gender in {_gender(entrant), None}]
    return same[0] if len(same) == 1 else None


def _best_known(name: Name, fitting: list[Entrant]) -> Entrant | None:
    """The one the bare surname names anywhere, or named here before the other came in, or the only one listed."""
    listed = name.entry.actor if name.entry is not None else None
    tests = (
        [entrant for entrant in fitting if listed is not None and entrant.known is listed],
        [entrant for entrant in fitting if entrant.is_surnamed],
        [entrant for entrant in fitting if entrant.known is not None],
    )
    return next((found[0] for found in tests if len(found) == 1), None)


def _gender(entrant: Entrant) -> str | None:
    return gender_of(entrant.name, entrant.known)


def _bearers(roster: Roster, words: str) -> Iterator[Entrant]:
    """Persons named in full whose surname, else first name, is `words`, slips of the pen in a long surname let pass."""
    persons = [entrant for entrant in roster.entrants.values() if entrant.kind == "person"]
    sound = sound_of(words)
    for test in (_has_surname, _has_tail, _has_given, _has_similar_surname):
        found = [entrant for entrant in persons if any(test(form, sound) for form in (*entrant.forms, entrant.name))]
        if found:
            yield from found
            return


def _has_surname(form: str, sound: str) -> bool:
    return surname_of(form) == sound


def _has_tail(form: str, sound: str) -> bool:
    return sound_of(form).endswith(f" {sound}") or sound_of(form).endswith(f" al {sound}")


def _has_given(form: str, sound: str) -> bool:
    return bool(given_of(form)) and sound_of(given_of(form)) == sound


def _has_similar_surname(form: str, sound: str) -> bool:
    surname = surname_of(form)
    return _is_slip(sound, surname)


def _found_alone(roster: Roster, name: Name) -> Entrant:
    known = name.entry.actor if name.entry is not None else None
    actor_id = known.id if known else f"p-{slug(name.words)}"
    entrant = roster.entrants.get(actor_id) or Entrant(
        actor_id, known.name if known else name.words, "person", known, None, name.start
    )
    entrant.forms.add(name.words)
    roster.entrants[actor_id] = entrant
    return entrant


def _enter_organisation(doc: Doc, roster: Roster, name: Name) -> Entrant:
    known = name.entry.actor if name.entry is not None else None
    outlet = name.entry.outlet if name.entry is not None else None
    actor_id = known.id if known else f"o-{slug(outlet.name if outlet else name.words)}"
    found = roster.entrants.get(actor_id) or _full_form(roster, name.words)
    if found is None:
        title = known.name if known else outlet.name if outlet else name.words
        found = Entrant(actor_id, title, "organisation", known, outlet, name.start)
        roster.entrants[actor_id] = found
    found.forms.add(name.words)
    _note_abbreviation(doc, name, found)
    return found


def _note_abbreviation(doc: Doc, name: Name, entrant: Entrant) -> None:
    """Remember "WHO" after "World Health Organisation (WHO)"."""
    if name.end + 2 < len(doc) and doc[name.end].text == "(" and doc[name.end + 2].text == ")":
        entrant.forms.add(doc[name.end + 1].text)


def _full_form(roster: Roster, words: str) -> Entrant | None:
    bodies = [e for e in roster.entrants.values() if e.kind == "organisation" and e.known is None and e.outlet is None]
    same = [e for e in bodies if words in e.forms] or [
        e for e in bodies if any(f.startswith(f"{words} ") for f in e.forms)
    ]
    return same[0] if len(same) == 1 else None
