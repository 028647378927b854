"""Collection: a score of made-up articles with events and quotations, for tests of pages that need more than two."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from s400data.records import Actor, Article, Event, Extraction, Interval, Mention, Quotation, Stance

TURKEY = Actor("turkey", "Turkey", "state", None, "TUR", None, True)
RUSSIA = Actor("russia", "Russia", "state", None, "RUS", None, True)
STATES = Actor("united-states", "United States", "state", None, "USA", None, True)
NATO = Actor("nato", "NATO", "organisation", None, "NATO", None, True)
MINISTER = Actor("a-minister", "Ayşe Demir", "person", "Government of Turkey", "TUR", "Foreign Minister", True)
ENVOY = Actor("an-envoy", "John Miller", "person", "US State Department", "USA", "Special Envoy", True)
MAKER = Actor("a-maker", "Igor Petrov", "person", "Rostec", "RUS", "Chief Executive", True)

OUTLETS = ("Bosphorus Post", "Volga Wire", "Potomac Times", "Euro Monitor", None)
# Sentence, trigger, type, modality, actor, target, objects.
HAPPENINGS = (
    ("Ankara signed a contract with Moscow on {day}.", "signed a contract", "agreement", "actual", TURKEY, RUSSIA),
    ("The first components arrived at an air base on {day}.", "arrived", "delivery", "actual", RUSSIA, TURKEY),
    (
        "Washington will impose sanctions, an official said on {day}.",
        "sanctions",
        "sanction",
        "planned",
        STATES,
        TURKEY,
    ),
    ("On {day} the envoy threatened Ankara with penalties.", "threatened", "threat", "threatened", ENVOY, TURKEY),
    ("The radar was tested on {day} near the capital.", "tested", "test", "actual", TURKEY, None),
    ("The alliance denied on {day} that it had cut the link.", "cut the link", "exclusion", "denied", NATO, TURKEY),
    ("Ministers met in Brussels on {day} to discuss the system.", "met", "meeting", "actual", MINISTER, ENVOY),
)
SAYINGS = (
    ("“We will not step back from this purchase”, {who} said.", "We will not step back from this purchase", MINISTER),
    ("“The deal puts our aircraft at risk”, {who} said.", "The deal puts our aircraft at risk", ENVOY),
    ("“The second regiment follows next year”, {who} said.", "The second regiment follows next year", MAKER),
)
SIDES = {MINISTER: "supports", ENVOY: "opposes", MAKER: "undecided"}
FIRST_DAY = date(2018, 1, 10)


def build_collection(n: int = 20, *, seed: int = 7) -> list[Extraction]:
    """`n` articles from five outlets (one not known); the same `seed` gives the same articles."""
    random = Random(seed)
    return [_extraction(k, random) for k in range(n)]


def _extraction(k: int, random: Random) -> Extraction:
    article_id = f"m{k:03}"
    published = FIRST_DAY + timedelta(days=k * 37 % 800)
    outlet = OUTLETS[k % len(OUTLETS)]
    picked = random.sample(HAPPENINGS, 3)
    saying = SAYINGS[k % len(SAYINGS)]
    days = [published - timedelta(days=random.randrange(1, 90)) for _ in picked]
    title = f"Missile affair, report {k + 1}"
    sentences = [happening[0].format(day=f"{day.day} {day:%B %Y}") for happening, day in zip(picked, days, strict=True)]
    words = saying[0].format(who=saying[2].name)
    text = "\n\n".join([title, *sentences, words])
    article = Article(
        article_id=article_id,
        path=f"made-up/{article_id}.txt",
        title=title,
        outlet=outlet,
        author=None,
        published=published if outlet else None,
        published_precision="day" if outlet else None,
        published_basis="byline" if outlet else "unknown",
        published_evidence=f"{published:%d.%m.%Y}" if outlet else None,
        language="en",
        text=text,
        headline=Mention(0, len(title), title),
        furniture=(),
        notes=(),
        checksum=article_id,
    )
    events = tuple(_events(article_id, text, picked, sentences, days))
    return Extraction(article, (), (), (_quotation(article_id, text, words, saying, published),), events)


def _events(article_id, text, picked, sentences, days) -> Iterator[Event]:
    rows = zip(picked, sentences, days, strict=True)
    for n, ((_, trigger, kind, modality, actor, target), sentence, day) in enumerate(rows):
        dated = day.day % 7 != 0
        long = timedelta(days=25 if day.day % 3 == 0 else 0)
        yield Event(
            event_id=f"{article_id}-e{n}",
            article_id=article_id,
            trigger=_words(text, trigger),
            sentence=_words(text, sentence),
            type=kind,
            plover="OTHER",
            modality=modality,
            actors=(actor,),
            targets=(target,) if target else (),
            objects=("S-400",),
            place=None,
            when=Interval(day, day + long, "interval" if long else "day") if dated else None,
            date_text=_words(text, f"{day.day} {day:%B %Y}") if dated else None,
            date_basis="explicit" if dated else "none",
            said_in=None,
            rule="made_up",
            confidence=0.9,
        )


def _quotation(article_id, text, words, saying, published) -> Quotation:
    speaker = saying[2]
    side = SIDES[speaker]
    stance = Stance(
        target="s400-purchase",
        polarity=side,
        strength=3,
        posture="rejects",
        evidence=(_words(text, saying[1]),),
        basis="explicit",
        voice="speaker-own",
        band="clear",
        explanation="made up",
        rule="made_up",
    )
    return Quotation(
        quotation_id=f"{article_id}-q0",
        article_id=article_id,
        kind="direct",
        content=(_words(text, saying[1]),),
        source=_words(text, speaker.name),
        speaker=speaker,
        cue=Mention(text.index(words) + len(words) - 5, text.index(words) + len(words) - 1, "said"),
        addressee=None,
        via=None,
        said=Interval(published, published, "day"),
        section="body",
        within=None,
        rule="made_up",
        confidence=0.95,
        stances=() if side == "undecided" else (stance,),
        overall=side,
    )


def _words(text: str, stretch: str) -> Mention:
    start = text.index(stretch)
    return Mention(start, start + len(stretch), stretch)
