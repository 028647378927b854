"""Invented events: a store of as many as asked for, to look at the pages with and to measure them.

    python bench/invented_events.py 400 sqlite:////tmp/400.db

The same number always gives the same events. Most have one source, some up to five; they crowd around a few dates, one
in four has a date that leaves days open, one in twenty none.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from s400data.records import Actor, Article, Event, Extraction, Interval, Mention  # noqa: E402
from s400data.store import Store, open_store  # noqa: E402

ACTORS = tuple(
    Actor(name.lower().replace(" ", "-"), name, "state" if code else "organisation", None, code, None, True)
    for name, code in (
        ("Turkey", "TUR"), ("United States", "USA"), ("Russia", "RUS"), ("Greece", "GRC"), ("Germany", "DEU"),
        ("France", "FRA"), ("India", "IND"), ("NATO", "NATO"), ("an arms maker", None),
    )
)  # fmt: skip
ACTOR_WEIGHTS = (30, 26, 20, 4, 5, 5, 3, 9, 4)
DEEDS = {
    "agreement": ("agreed on a delivery schedule", "signed the loan terms"),
    "negotiation": ("talked about a second batch", "negotiated over the price"),
    "delivery": ("received the first components", "got a second battery"),
    "test": ("tested the radar", "fired a missile at a range"),
    "sanction": ("imposed restrictions on the procurement body",),
    "exclusion": ("took a partner out of the programme", "suspended the training of pilots"),
    "warning": ("warned of consequences", "urged an ally to think again"),
    "rejection": ("rejected the ultimatum", "turned the offer down"),
    "offer": ("offered a rival system at a lower price",),
    "meeting": ("met the delegation of its ally in Brussels",),
    "legislation": ("passed the bill on defence spending",),
}
OUTLETS = tuple(
    f"{place} {kind}" for place in ("Bosphorus", "Volga", "Potomac", "Spree") for kind in ("Post", "Wire", "Times")
)
SOURCES, SOURCE_WEIGHTS = (1, 2, 3, 4, 5), (62, 20, 10, 5, 3)
MODALITIES = ("actual", "planned", "threatened", "denied")
MODALITY_WEIGHTS = (82, 9, 5, 4)
PEAKS = (
    date(2017, 9, 12),
    date(2018, 8, 15),
    date(2019, 3, 6),
    date(2019, 7, 14),
    date(2020, 10, 20),
    date(2020, 12, 14),
)
FIRST_DAY, DAYS = date(2016, 6, 1), 2000
SPREAD = 45
REPORTS_AN_ARTICLE = 5


class Happening(NamedTuple):
    """One invented event; `when` is None for one without a date."""

    number: int
    actor: Actor
    target: Actor
    type: str
    words: str
    modality: str
    when: Interval | None


def fill(store: Store, n: int) -> None:
    """Save `n` events in articles of invented outlets."""
    random = Random(n)
    by_outlet = defaultdict(list)
    for number in range(n):
        happening = _happening(number, random)
        for outlet in random.sample(OUTLETS, random.choices(SOURCES, SOURCE_WEIGHTS)[0]):
            by_outlet[outlet].append(happening)
    occurrences = {}
    for outlet, happenings in by_outlet.items():
        for start in range(0, len(happenings), REPORTS_AN_ARTICLE):
            told = happenings[start : start + REPORTS_AN_ARTICLE]
            extraction = _extraction(outlet, start, told)
            store.save(extraction)
            pairs = zip(extraction.events, told, strict=True)
            occurrences |= {event.event_id: f"invented-{happening.number}" for event, happening in pairs}
    store.link_events(occurrences)


def _happening(number: int, random: Random) -> Happening:
    actor, target = random.choices(ACTORS, ACTOR_WEIGHTS, k=2)
    kind = random.choice(tuple(DEEDS))
    crowded = random.random() < 0.6
    day = (
        random.choice(PEAKS) + timedelta(round(random.gauss(0, SPREAD)))
        if crowded
        else FIRST_DAY + timedelta(random.randrange(DAYS))
    )
    long = timedelta(random.choice((6, 29, 29, 90))) if random.random() < 0.25 else timedelta(0)
    when = Interval(day, day + long, "interval" if long else "day") if random.random() > 0.05 else None
    return Happening(
        number, actor, target, kind, random.choice(DEEDS[kind]), random.choices(MODALITIES, MODALITY_WEIGHTS)[0], when
    )


def _extraction(outlet: str, start: int, told: list[Happening]) -> Extraction:
    article_id = f"{outlet.lower().replace(' ', '-')}-{start}"
    sentences = [f"{one.actor.name} {one.words}, report {one.number} says." for one in told]
    text = "\n\n".join(sentences)
    days = [one.when.latest for one in told if one.when]
    published = max(days, default=FIRST_DAY) + timedelta(2)
    article = Article(
        article_id, f"{article_id}.txt", sentences[0], outlet, None, published, "day", "byline", f"{published}", "en",
        text, None, (), (), article_id,
    )  # fmt: skip
    return Extraction(article, (), (), (), tuple(_events(article_id, text, told, sentences)))


def _events(article_id: str, text: str, told: list[Happening], sentences: list[str]) -> Iterator[Event]:
    for n, (one, sentence) in enumerate(zip(told, sentences, strict=True)):
        begin = text.index(sentence)
        trigger = begin + sentence.index(one.words)
        yield Event(
            event_id=f"{article_id}-e{n}",
            article_id=article_id,
            trigger=Mention(trigger, trigger + len(one.words), one.words),
            sentence=Mention(begin, begin + len(sentence), sentence),
            type=one.type,
            plover="OTHER",
            modality=one.modality,
            actors=(one.actor,),
            targets=(one.target,) if one.target is not one.actor else (),
            objects=("S-400",),
            place=None,
            when=one.when,
            date_text=None,
            date_basis="explicit" if one.when else "none",
            said_in=None,
            rule="invented",
            confidence=0.9,
        )


if __name__ == "__main__":
    fill(open_store(sys.argv[2]), int(sys.argv[1]))
