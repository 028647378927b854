"""Quoted: a store of ten quotations for tests of search, each in an article of its own."""

from dataclasses import replace
from datetime import date

from s400data.records import Actor, Mention, Quotation
from tests.samples import ANKARA, words

POMPEO = Actor("mike-pompeo", "Mike Pompeo", "person", "US State Department", "USA", "US Secretary of State", True)
ERDOGAN = Actor("recep-tayyip-erdogan", "Recep Tayyip Erdoğan", "person", "Presidency", "TUR", "President", True)
CAVUSOGLU = Actor(
    "mevlut-cavusoglu", "Mevlüt Çavuşoğlu", "person", "Government of Turkey", "TUR", "Foreign Minister", True
)
LAVROV = Actor("sergey-lavrov", "Sergey Lavrov", "person", "Russian Foreign Ministry", "RUS", "Foreign Minister", True)
STOLTENBERG = Actor("jens-stoltenberg", "Jens Stoltenberg", "person", "NATO", "NATO", "Secretary General", True)
OFFICIAL = Actor("unnamed-usa", "US official (unnamed)", "unnamed", "Pentagon", "USA", None, False)

# Number, speaker, outlet, words said, sentence, who relayed it, to whom.
SAYINGS = (
    ("q1", POMPEO, "Potomac Times", "Sanctions will follow", "“{}”, Pompeo said.", None, "Turkey"),
    ("q2", POMPEO, "Potomac Times", "the S-400 threatens our F-35s", "Pompeo told reporters {}.", None, None),
    ("q3", ERDOGAN, "Bosphorus Post", "We will not give up the S 400", "“{}”, Erdoğan told the party.", None, None),
    (
        "q4",
        ERDOGAN,
        "Bosphorus Post",
        "no one can give orders",
        "ERDOĞAN said {}, whatever the Patriots cost.",
        None,
        None,
    ),
    ("q5", CAVUSOGLU, "Bosphorus Post", "The deal is done", "“{}”, Çavuşoğlu said.", "Anadolu", "Washington"),
    ("q6", CAVUSOGLU, "Euro Monitor", "Turkey had asked for Patriot batteries", "Cavusoglu said {}.", None, None),
    ("q7", LAVROV, "Volga Wire", "Deliveries of the С-400 go on", "“{}”, Sergei Lavrov said.", "Interfax", None),
    ("q8", LAVROV, "Volga Wire", "blackmail won't work", "The minister said {} near mid-2019.", "TASS", None),
    (
        "q9",
        STOLTENBERG,
        "Euro Monitor",
        "It is a national decision",
        "“{}”, Stoltenberg said of the air-defence deal.",
        None,
        None,
    ),
    ("q10", OFFICIAL, None, "a delivery (100%) would be sanctioned", "An official warned that {}.", None, None),
)
TOPICS = {"q1": "An embargo is near", "q7": "Moscow answers the embargo threat"}


def build_quoted():
    """The extractions, one for each saying."""
    return [_extraction(*saying) for saying in SAYINGS]


def _extraction(number, speaker, outlet, said, sentence, via, addressee):
    title = TOPICS.get(number, f"Report {number}")
    text = f"{title}\n\nThe talks went on for an hour. {sentence.format(said)} Nobody else spoke."
    article = replace(
        ANKARA.article,
        article_id=number,
        path=f"{number}.txt",
        title=title,
        outlet=outlet,
        author="B. Writer",
        published=date(2019, 7, 12),
        text=text,
        headline=Mention(0, len(title), title),
        checksum=number,
    )
    quotation = Quotation(
        quotation_id=number, article_id=number, kind="direct", content=(words(text, said),), source=None,
        speaker=speaker, cue=None, addressee=addressee, via=via, said=None, section="body", within=None,
        rule="made up", confidence=0.9,
    )  # fmt: skip
    return replace(ANKARA, article=article, timexes=(), mentions=(), quotations=(quotation,), events=())
