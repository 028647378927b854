"""Strategies: any extraction the records allow, for property tests."""

from datetime import date
from typing import get_args

from hypothesis import strategies as st

from s400data.records import (
    Actor,
    ActorKind,
    ActorMention,
    Article,
    Band,
    DateBasis,
    Event,
    Extraction,
    Furniture,
    Interval,
    Mention,
    Modality,
    Overall,
    Polarity,
    Precision,
    PublishedBasis,
    Quotation,
    QuotationKind,
    Section,
    Stance,
    StanceBasis,
    Timex,
    TimexType,
    Voice,
)

# Lone surrogates are no text, and NUL is no text to PostgreSQL.
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
days = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
numbers = st.floats(min_value=0, max_value=1, allow_nan=False)


def one_of(closed):
    return st.sampled_from(get_args(closed))


def maybe(strategy):
    return st.none() | strategy


def tuples(strategy, most=2):
    return st.lists(strategy, max_size=most).map(tuple)


@st.composite
def intervals(draw):
    earliest, latest = sorted([draw(days), draw(days)])
    return Interval(earliest, latest, draw(one_of(Precision)))


actors = st.builds(Actor, words, words, one_of(ActorKind), maybe(words), maybe(words), maybe(words), st.booleans())


@st.composite
def mentions_in(draw, text):
    start, end = sorted([draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))])
    return Mention(start, end, text[start:end])


def articles_of(article_id, text):
    return st.builds(
        Article,
        article_id=st.just(article_id),
        path=words,
        title=maybe(words),
        outlet=maybe(words),
        author=maybe(words),
        published=maybe(days),
        published_precision=maybe(st.sampled_from(["day", "month", "year"])),
        published_basis=one_of(PublishedBasis),
        published_evidence=maybe(words),
        language=words,
        text=st.just(text),
        headline=maybe(mentions_in(text)),
        furniture=tuples(st.builds(Furniture, st.integers(0, 999), words, words)),
        notes=tuples(words),
        checksum=st.just(f"sum of {article_id}"),
    )


def timexes_in(text):
    return st.builds(
        Timex,
        mentions_in(text),
        one_of(TimexType),
        words,
        maybe(intervals()),
        maybe(days),
        words,
        numbers,
        maybe(words),
    )


def stances_in(text):
    return st.builds(
        Stance,
        words,
        one_of(Polarity),
        maybe(st.sampled_from([1, 2, 3])),
        words,
        tuples(mentions_in(text)),
        one_of(StanceBasis),
        one_of(Voice),
        one_of(Band),
        words,
        words,
    )


def quotations_in(quotation_id, article_id, text):
    return st.builds(
        Quotation,
        quotation_id=st.just(quotation_id),
        article_id=st.just(article_id),
        kind=one_of(QuotationKind),
        content=tuples(mentions_in(text)),
        source=maybe(mentions_in(text)),
        speaker=maybe(actors),
        cue=maybe(mentions_in(text)),
        addressee=maybe(words),
        via=maybe(words),
        said=maybe(intervals()),
        section=one_of(Section),
        within=maybe(words),
        rule=words,
        confidence=numbers,
        stances=tuples(stances_in(text)),
        overall=one_of(Overall),
    )


def events_in(event_id, article_id, text):
    return st.builds(
        Event,
        event_id=st.just(event_id),
        article_id=st.just(article_id),
        trigger=mentions_in(text),
        sentence=mentions_in(text),
        type=words,
        plover=words,
        modality=one_of(Modality),
        actors=tuples(actors),
        targets=tuples(actors),
        objects=tuples(words),
        place=maybe(words),
        when=maybe(intervals()),
        date_text=maybe(mentions_in(text)),
        date_basis=one_of(DateBasis),
        said_in=maybe(words),
        rule=words,
        confidence=numbers,
    )


@st.composite
def extractions(draw, article_id="a1"):
    text = draw(words)
    quotations = [draw(quotations_in(f"{article_id}-q{n}", article_id, text)) for n in range(draw(st.integers(0, 2)))]
    events = [draw(events_in(f"{article_id}-e{n}", article_id, text)) for n in range(draw(st.integers(0, 2)))]
    return Extraction(
        article=draw(articles_of(article_id, text)),
        timexes=draw(tuples(timexes_in(text))),
        mentions=draw(tuples(st.builds(ActorMention, mentions_in(text), actors, words, numbers))),
        quotations=tuple(quotations),
        events=tuple(events),
    )
