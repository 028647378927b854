"""Reports: mentions of events as they are linked, and the occurrences they are linked into."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from s400data.knowledge.event_types import event_type
from s400data.records import Actor, DateBasis, Event, Interval, Modality

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
ORDINAL = re.compile(r"^(second|third|fourth|another|new)\b", re.I)
HAS_FIGURE = re.compile(r"\d|^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a|an|first)\b", re.I)
# "The talks collapsed." may be written of any talks; so many words in a row are copied.
OWN_WORDS = 8
Standing = Literal["settled", "open", "denied"]
STANDINGS: dict[Modality, Standing] = {
    "actual": "settled",
    "ongoing": "settled",
    "planned": "open",
    "conditional": "open",
    "threatened": "open",
    "denied": "denied",
}


@dataclass(frozen=True, slots=True)
class EventReport:
    """An event as one article tells it, with the article's outlet and date."""

    event: Event
    outlet: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class Version:
    """What one article says of an occurrence."""

    event_id: str
    article_id: str
    outlet: str | None
    published: date | None
    when: Interval | None
    date_text: str | None
    date_basis: DateBasis
    modality: Modality
    objects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Why an event was joined to an earlier one, in words."""

    event_id: str
    to_event_id: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A point on which versions differ: each value with the events that give it."""

    kind: Literal["date", "amount", "number"]
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One real event. `when` is the interval most outlets support, `support` how many of them do.

    `first_outlet` published it first; `lags` are the days by which the others followed. Both are None or empty where
    the articles bear no date.
    """

    occurrence_id: str
    type: str
    modality: Modality
    actors: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    objects: tuple[str, ...]
    when: Interval | None
    support: int
    versions: tuple[Version, ...]
    links: tuple[Link, ...]
    disagreements: tuple[Disagreement, ...]
    first_outlet: str | None
    lags: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What of a report decides which others tell the same; `words` are its sentence, "" where many write the same."""

    report: EventReport
    family: str
    standing: Standing
    parties: frozenset[str]
    doers: frozenset[str]
    people: frozenset[str]
    things: frozenset[str]
    ordinals: frozenset[str]
    month: int | None
    words: str

    @property
    def when(self) -> Interval | None:
        """The days the report gives."""
        return self.report.event.when

    @property
    def block(self) -> tuple[str, Standing]:
        """Only facts of one block are ever compared."""
        return self.family, self.standing


def read_facts(report: EventReport) -> Facts:
    """Draw from `report` what linking compares: countries, people, objects, ordinals, a month, the very words."""
    event = report.event
    kind = event_type(event.type)
    actors = (*event.actors, *event.targets)
    return Facts(
        report,
        kind.family if kind is not None else event.type,
        STANDINGS[event.modality],
        frozenset(actor.country or actor.actor_id for actor in actors),
        frozenset(actor.country or actor.actor_id for actor in event.actors),
        frozenset(actor.actor_id for actor in actors if actor.kind == "person"),
        frozenset(
            name
            for name in event.objects
            if not HAS_FIGURE.match(name) and not is_amount(name) and not ORDINAL.match(name)
        ),
        frozenset(match.group(1).lower() for name in event.objects if (match := ORDINAL.match(name)) is not None),
        _month(event),
        _words(event),
    )


@cache
def conflict_days(type_name: str) -> int:
    """How far apart two datings of one event of this type may lie."""
    kind = event_type(type_name)
    return kind.conflict_days if kind is not None else 0


def is_amount(name: str) -> bool:
    """Whether an object of an event is a sum of money."""
    return bool(re.search(r"[$€£¥₽₺]|\b(?:USD|EUR|dollars?|euros?|roubles?|rubles?|lira|pounds)\b", name))


def _words(event: Event) -> str:
    """The sentence with the place of the trigger in it, where it is too long for two articles to write it by chance."""
    words = event.sentence.text.casefold().split()
    place = event.trigger.start - event.sentence.start
    return f"{place} {' '.join(words)}" if len(words) >= OWN_WORDS else ""


def _month(event: Event) -> int | None:
    if event.when is not None or event.date_text is None:
        return None
    words = event.date_text.text.lower()
    return next((n for n, month in enumerate(MONTHS, 1) if month in words), None)
