"""Selections: what a person has chosen to look at."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

About = Literal["articles", "events", "quotations"]

NOT_KNOWN = ""
"""The choice that stands for rows whose cell is missing."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Rows to keep: those that fit every field that is set. Frozen, so that it can be the key of a cache.

    `start` and `end` belong to the range; either may stay open. A row whose date is an interval fits when the two
    overlap; rows without a date are hidden while a range is set. `actors` are the participants of an event, the speaker
    of a quotation, anybody an article names; `countries` are theirs. `words` are a search as a person types it
    (store.searches); `spellings` say in which other spellings a name in it may stand. An empty text among the choices
    stands for rows where the cell is missing. `originals` leaves out
    articles that were copied from another one, as the index of comparison has it.
    """

    start: date | None = None
    end: date | None = None
    outlets: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    relays: tuple[str, ...] = ()
    event_types: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    bands: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    polarities: tuple[str, ...] = ()
    postures: tuple[str, ...] = ()
    originals: bool = False
    words: str = ""
    spellings: tuple[tuple[str, tuple[str, ...]], ...] = ()


EVERYTHING = Selection()

# Field of a selection -> what people call it; the order is that of the reasons given for hidden rows.
FILTER_LABELS = {
    "undated": "No date",
    "dates": "Dates",
    "outlets": "Outlet",
    "actors": "Actor or speaker",
    "countries": "Country",
    "affiliations": "Speaker's body",
    "roles": "Speaker's role",
    "relays": "Relayed by",
    "event_types": "Type of event",
    "modalities": "Reality",
    "objects": "Thing at issue",
    "kinds": "Kind of quotation",
    "sides": "Side",
    "bands": "Certainty",
    "targets": "Topic",
    "polarities": "Position",
    "postures": "What the words do",
    "originals": "Copy of another article",
    "words": "Search words",
}
