"""Records: the nouns of the project, each tied to the exact words it came from.

Offsets count Python characters of `Article.text`, end exclusive, and `text[start:end]` always equals the stored
words. Dates are closed intervals: both ends are days that belong to it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "week", "month", "quarter", "season", "half", "year", "decade", "interval"]
PublishedBasis = Literal["metadata", "byline", "dateline", "url", "derived", "analyst", "unknown"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
ActorKind = Literal["person", "organisation", "state", "unnamed"]
QuotationKind = Literal["direct", "indirect", "mixed"]
Section = Literal["headline", "body"]
Polarity = Literal["supports", "opposes", "conditional", "mixed", "no-stance", "unclear"]
Overall = Literal["supports", "opposes", "neutral", "undecided"]
Band = Literal["clear", "likely", "not decided"]
StanceBasis = Literal["explicit", "inferred-from-words", "needs-context"]
Voice = Literal["speaker-own", "speaker-reports-other", "outlet-paraphrase"]
Modality = Literal["actual", "planned", "threatened", "conditional", "denied", "ongoing"]
DateBasis = Literal["explicit", "relative", "event", "context", "none"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of an article's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Interval:
    """The days a statement about time allows; both ends included."""

    earliest: date
    latest: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line that was cut from the raw file because it is not the article: a menu, a caption, a related item."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its words, cleaned once, and what is known of where they come from.

    `text` holds the headline (if the article has one, `headline` is its stretch) and the body. `published` is the first
    day of the period that `published_precision` names. `published_evidence` quotes or explains the ground for it.
    `notes` are plain sentences about what reading the file had to decide (an encoding, a missing outlet).
    """

    article_id: str
    path: str
    title: str | None
    outlet: str | None
    author: str | None
    published: date | None
    published_precision: Literal["day", "month", "year"] | None
    published_basis: PublishedBasis
    published_evidence: str | None
    language: str
    text: str
    headline: Mention | None
    furniture: tuple[Furniture, ...]
    notes: tuple[str, ...]
    checksum: str


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression after TIMEX3. `interval` is None for sets, bare durations and dates no evidence can place.

    `anchor` is the day it was counted from. `flag` says in words why a value was left open or looks contradictory.
    """

    mention: Mention
    type: TimexType
    value: str
    interval: Interval | None
    anchor: date | None
    rule: str
    confidence: float
    flag: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who speaks or acts. `role` and `affiliation` are those held when the article was written.

    `known` tells an actor from the knowledge files from one named after the article's own words. Countries are
    ISO 3166-1 alpha-3; NATO, EU and UN stand as themselves.
    """

    actor_id: str
    name: str
    kind: ActorKind
    affiliation: str | None
    country: str | None
    role: str | None
    known: bool


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that stand for an actor: a name, a title, an office, a pronoun."""

    mention: Mention
    actor: Actor
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Stance:
    """A speaker's position on one target, with the words that prove it (GUIDELINES of the desk, sections 1 to 4)."""

    target: str
    polarity: Polarity
    strength: Literal[1, 2, 3] | None
    posture: str
    evidence: tuple[Mention, ...]
    basis: StanceBasis
    voice: Voice
    band: Band
    explanation: str
    rule: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """One attributed statement: who (`source`), the word of saying (`cue`), what (`content`, in reading order).

    `speaker` is the actor that `source` stands for, None where the text gives no ground. `via` names who relayed it.
    `within` is the quotation this one stands inside. Stances and `overall` are empty until `stances` has read it.
    """

    quotation_id: str
    article_id: str
    kind: QuotationKind
    content: tuple[Mention, ...]
    source: Mention | None
    speaker: Actor | None
    cue: Mention | None
    addressee: str | None
    via: str | None
    said: Interval | None
    section: Section
    within: str | None
    rule: str
    confidence: float
    stances: tuple[Stance, ...] = ()
    overall: Overall = "undecided"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, is planned, threatened, denied: one trigger in one sentence.

    `when` is None where the text gives no ground; `date_text` are the words it rests on. `type` is one of the
    project's types, `plover` its root in the PLOVER ontology.
    """

    event_id: str
    article_id: str
    trigger: Mention
    sentence: Mention
    type: str
    plover: str
    modality: Modality
    actors: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    objects: tuple[str, ...]
    place: str | None
    when: Interval | None
    date_text: Mention | None
    date_basis: DateBasis
    said_in: str | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything read out of one article."""

    article: Article
    timexes: tuple[Timex, ...]
    mentions: tuple[ActorMention, ...]
    quotations: tuple[Quotation, ...]
    events: tuple[Event, ...]
