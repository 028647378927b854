"""Desks: a store of four articles that compare, contradict and copy each other, one of them hostile."""

from dataclasses import replace
from datetime import date

from s400data.records import Actor, Article
from s400data.store import open_store
from tests.samples import ANKARA, MOSCOW, words

EVIL = "<script>window.hacked=1</script><img src=x onerror=window.hacked=2> **b** $x$ :red[x] </span></article>"


def copied(extraction, article_id, outlet, published):
    """The same article by another outlet on another day."""

    def renamed(number):
        return number.replace(extraction.article.article_id, article_id)

    return replace(
        extraction,
        article=replace(
            extraction.article,
            article_id=article_id,
            outlet=outlet,
            published=published,
            published_precision="day",
            checksum=article_id,
        ),
        quotations=tuple(
            replace(one, quotation_id=renamed(one.quotation_id), article_id=article_id) for one in extraction.quotations
        ),
        events=tuple(
            replace(
                one, event_id=renamed(one.event_id), article_id=article_id, said_in=one.said_in and renamed(one.said_in)
            )
            for one in extraction.events
        ),
    )


def hostile():
    text = f"{EVIL} “We keep it {EVIL}”, the minister said."
    speaker = Actor("evil", EVIL, "person", EVIL, EVIL, EVIL, False)
    sample = ANKARA.quotations[0]
    quotation = replace(
        sample,
        quotation_id="evil-q0",
        article_id="evil",
        content=(words(text, f"We keep it {EVIL}"),),
        source=words(text, "the minister"),
        speaker=speaker,
        cue=words(text, "said"),
        via=EVIL,
        addressee=EVIL,
        rule=EVIL,
        stances=(
            replace(sample.stances[0], target="actor:" + EVIL, evidence=(words(text, "keep it"),), explanation=EVIL),
        ),
    )
    event = replace(
        ANKARA.events[0],
        event_id="evil-e0",
        article_id="evil",
        trigger=words(text, "keep"),
        sentence=words(text, text),
        actors=(speaker,),
        targets=(),
        place=EVIL,
        when=None,
        date_text=None,
        date_basis="none",
    )
    article = Article(
        "evil", EVIL, EVIL, EVIL, EVIL, date(2019, 11, 29), "day", "byline", EVIL, "en", text, None,
        ANKARA.article.furniture, (EVIL,), "evil",
    )  # fmt: skip
    return replace(ANKARA, article=article, timexes=(), mentions=(), quotations=(quotation,), events=(event,))


def build_desk(url):
    """Fill the store at `url`."""
    store = open_store(url)
    for extraction in (ANKARA, MOSCOW, copied(ANKARA, "b1", "Second Post", date(2019, 11, 30)), hostile()):
        store.save(extraction)
    store.link_events({"a1-e0": "contract", "a2-e0": "contract", "b1-e0": "contract"})
    return url
