"""Samples: extractions made by hand, so that tests of tables, store, queries and pages need no language model."""

from dataclasses import replace
from datetime import date

from s400data.records import (
    Actor,
    ActorMention,
    Article,
    Event,
    Extraction,
    Furniture,
    Interval,
    Mention,
    Quotation,
    Stance,
    Timex,
)

TURKEY = Actor("turkey", "Turkey", "state", None, "TUR", None, True)
RUSSIA = Actor("russia", "Russia", "state", None, "RUS", None, True)
CAVUSOGLU = Actor(
    "mevlut-cavusoglu", "Mevlüt Çavuşoğlu", "person", "Government of Turkey", "TUR", "Foreign Minister", True
)
CHEMEZOV = Actor("sergey-chemezov", "Sergey Chemezov", "person", "Rostec", "RUS", "Chief Executive", True)
OFFICIAL = Actor("unnamed-usa", "US official (unnamed)", "unnamed", "US State Department", "USA", None, False)


def words(text: str, stretch: str) -> Mention:
    """First place of `stretch` in `text`."""
    start = text.index(stretch)
    return Mention(start, start + len(stretch), stretch)


ANKARA_TEXT = (
    "Ankara stands by missile deal\n\n"
    "Ankara signed a contract for the S-400 with Moscow in December 2017. "
    "“We will not give up the S-400”, Foreign Minister Mevlüt Çavuşoğlu said in Ankara on Wednesday. "
    "Sanctions would follow a delivery, a US official warned."
)
MOSCOW_TEXT = (
    "Russia and Turkey signed the S-400 contract on 12 September 2017. "
    "Sergey Chemezov said that deliveries would begin in July 2019. "
    "The first regiment may be tested later."
)


def _ankara() -> Extraction:
    text = ANKARA_TEXT
    contract = Event(
        event_id="a1-e0",
        article_id="a1",
        trigger=words(text, "signed"),
        sentence=words(text, "Ankara signed a contract for the S-400 with Moscow in December 2017."),
        type="agreement",
        plover="AGREE",
        modality="actual",
        actors=(TURKEY,),
        targets=(RUSSIA,),
        objects=("S-400",),
        place=None,
        when=Interval(date(2017, 12, 1), date(2017, 12, 31), "month"),
        date_text=words(text, "December 2017"),
        date_basis="explicit",
        said_in=None,
        rule="trigger verb",
        confidence=0.9,
    )
    sanctions = Event(
        event_id="a1-e1",
        article_id="a1",
        trigger=words(text, "Sanctions"),
        sentence=words(text, "Sanctions would follow a delivery, a US official warned."),
        type="sanction",
        plover="SANCTION",
        modality="threatened",
        actors=(OFFICIAL,),
        targets=(TURKEY,),
        objects=(),
        place=None,
        when=None,
        date_text=None,
        date_basis="none",
        said_in="a1-q1",
        rule="trigger noun",
        confidence=0.6,
    )
    refusal = Quotation(
        quotation_id="a1-q0",
        article_id="a1",
        kind="direct",
        content=(words(text, "We will not give up the S-400"),),
        source=words(text, "Foreign Minister Mevlüt Çavuşoğlu"),
        speaker=CAVUSOGLU,
        cue=words(text, "said"),
        addressee=None,
        via=None,
        said=Interval(date(2019, 11, 27), date(2019, 11, 27), "day"),
        section="body",
        within=None,
        rule="quotation marks",
        confidence=0.95,
        stances=(
            Stance(
                target="s400-purchase",
                polarity="supports",
                strength=3,
                posture="rejects",
                evidence=(words(text, "not give up"), words(text, "the S-400”")),
                basis="explicit",
                voice="speaker-own",
                band="clear",
                explanation="'not give up' about the S-400",
                rule="refusal to give up",
            ),
        ),
        overall="supports",
    )
    warning = Quotation(
        quotation_id="a1-q1",
        article_id="a1",
        kind="indirect",
        content=(words(text, "Sanctions would follow a delivery"),),
        source=words(text, "a US official"),
        speaker=OFFICIAL,
        cue=words(text, "warned"),
        addressee="Turkey",
        via=None,
        said=None,
        section="body",
        within=None,
        rule="clause before the cue",
        confidence=0.8,
        stances=(
            Stance(
                target="us-sanctions",
                polarity="supports",
                strength=2,
                posture="threatens",
                evidence=(words(text, "Sanctions would follow"),),
                basis="explicit",
                voice="speaker-own",
                band="likely",
                explanation="'would follow' threatens sanctions",
                rule="threatened cost",
            ),
        ),
        overall="opposes",
    )
    return Extraction(
        article=Article(
            article_id="a1",
            path="news/ankara.txt",
            title="Ankara stands by missile deal",
            outlet="Bosphorus Post",
            author="A. Writer",
            published=date(2019, 11, 28),
            published_precision="day",
            published_basis="byline",
            published_evidence="28.11.2019",
            language="en",
            text=text,
            headline=words(text, "Ankara stands by missile deal"),
            furniture=(Furniture(1, "Home | World", "menu"),),
            notes=("The outlet is named in the last line.",),
            checksum="c1",
        ),
        timexes=(
            Timex(
                words(text, "December 2017"),
                "DATE",
                "2017-12",
                Interval(date(2017, 12, 1), date(2017, 12, 31), "month"),
                None,
                "month and year",
                0.99,
            ),
            Timex(
                words(text, "Wednesday"),
                "DATE",
                "2019-11-27",
                Interval(date(2019, 11, 27), date(2019, 11, 27), "day"),
                date(2019, 11, 28),
                "weekday before the anchor",
                0.9,
            ),
        ),
        mentions=(
            ActorMention(words(text, "Foreign Minister Mevlüt Çavuşoğlu"), CAVUSOGLU, "name", 0.99),
            ActorMention(words(text, "Moscow"), RUSSIA, "capital", 0.8),
        ),
        quotations=(refusal, warning),
        events=(contract, sanctions),
    )


def _moscow() -> Extraction:
    text = MOSCOW_TEXT
    return Extraction(
        article=Article(
            article_id="a2",
            path="news/moscow.txt",
            title=None,
            outlet=None,
            author=None,
            published=None,
            published_precision=None,
            published_basis="unknown",
            published_evidence=None,
            language="en",
            text=text,
            headline=None,
            furniture=(),
            notes=(),
            checksum="c2",
        ),
        timexes=(Timex(words(text, "later"), "DATE", "FUTURE_REF", None, None, "vague", 0.3, "no anchor"),),
        mentions=(ActorMention(words(text, "Sergey Chemezov"), CHEMEZOV, "name", 0.99),),
        quotations=(
            Quotation(
                quotation_id="a2-q0",
                article_id="a2",
                kind="indirect",
                content=(words(text, "that deliveries would begin in July 2019"),),
                source=words(text, "Sergey Chemezov"),
                speaker=CHEMEZOV,
                cue=words(text, "said"),
                addressee=None,
                via=None,
                said=None,
                section="body",
                within=None,
                rule="clause after the cue",
                confidence=0.9,
                stances=(),
                overall="undecided",
            ),
        ),
        events=(
            Event(
                event_id="a2-e0",
                article_id="a2",
                trigger=words(text, "signed"),
                sentence=words(text, "Russia and Turkey signed the S-400 contract on 12 September 2017."),
                type="agreement",
                plover="AGREE",
                modality="actual",
                actors=(RUSSIA, TURKEY),
                targets=(),
                objects=("S-400",),
                place=None,
                when=Interval(date(2017, 9, 12), date(2017, 9, 12), "day"),
                date_text=words(text, "12 September 2017"),
                date_basis="explicit",
                said_in=None,
                rule="trigger verb",
                confidence=0.95,
            ),
            Event(
                event_id="a2-e1",
                article_id="a2",
                trigger=words(text, "deliveries"),
                sentence=words(text, "Sergey Chemezov said that deliveries would begin in July 2019."),
                type="delivery",
                plover="AID",
                modality="planned",
                actors=(RUSSIA,),
                targets=(TURKEY,),
                objects=("S-400",),
                place=None,
                when=Interval(date(2019, 7, 1), date(2019, 7, 31), "month"),
                date_text=words(text, "July 2019"),
                date_basis="explicit",
                said_in="a2-q0",
                rule="trigger noun",
                confidence=0.8,
            ),
        ),
    )


ANKARA = _ankara()
MOSCOW = _moscow()


def told(number, words, polarity, day, *, target="s400-purchase", band="clear", outlet="Bosphorus Post"):
    """An article with one quotation of the foreign minister that takes one position."""
    text = f"“{words}”, he said."
    when = date.fromisoformat(day) if day else None
    content = Mention(1, 1 + len(words), words)
    stance = replace(ANKARA.quotations[0].stances[0], target=target, polarity=polarity, band=band, evidence=(content,))
    article = replace(
        ANKARA.article, article_id=number, path=number, checksum=number, text=text, headline=None, outlet=outlet,
        published=when, published_precision="day" if when else None,
    )  # fmt: skip
    quotation = replace(
        ANKARA.quotations[0], quotation_id=f"{number}-q", article_id=number, content=(content,), source=None, cue=None,
        said=when and Interval(when, when, "day"), stances=(stance,),
    )  # fmt: skip
    return replace(ANKARA, article=article, timexes=(), mentions=(), quotations=(quotation,), events=())
