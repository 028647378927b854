import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from s400data.articles import read_plain
from s400data.events import find_events
from s400data.knowledge.event_types import load_event_types
from s400data.language import parse
from s400data.timexes import find_timexes
from tests.event_reading import events_in

pytestmark = pytest.mark.model

WORDS = [
    "Turkey", "Russia", "Erdogan", "he", "the S-400", "signed", "a contract", "will", "not", "if", "unless", "said",
    "to buy", "in 2017", "on Monday", "talks", "sanctions", "were imposed", "after", "which", "refused", "$2.5 billion",
    "for", ".", ",", "\n\n", '"', "?", "deliveries", "started", "and", "threatened", "بازار", "é",
    "a day after he was sworn in",
]  # fmt: skip
SOUP = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
PARAGRAPH = (
    "Moscow signed a contract with Ankara on the S-400 in December 2017. Deliveries started in July 2019, and "
    "Washington threatened to impose sanctions if Turkey tested the system. He refused to cancel the deal.\n\n"
)


class Nobody:
    """A cast that knows no one."""

    def actor_of(self, span):  # noqa: ARG002
        return None

    def actors_in(self, start, end):  # noqa: ARG002
        return ()


@settings(max_examples=60, deadline=None)
@given(SOUP)
def test_any_soup_of_words_gives_valid_events(text):
    for event in events_in(text):
        mentions = [event.trigger, event.sentence, *([event.date_text] if event.date_text else [])]
        assert all(text[m.start : m.end] == m.text and m.start < m.end for m in mentions)
        assert event.sentence.start <= event.trigger.start < event.trigger.end <= event.sentence.end
        assert event.when is None or event.when.earliest <= event.when.latest
        assert (event.date_basis == "none") == (event.when is None and event.date_text is None)
        assert not {a.actor_id for a in event.actors} & {a.actor_id for a in event.targets}
        assert 0 < event.confidence <= 1


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text):
    for event in events_in(text):
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text


def test_ids_are_unique_and_follow_the_text():
    found = events_in(PARAGRAPH * 3)
    assert [event.event_id for event in found] == [f"a1-e{n}" for n in range(1, len(found) + 1)]
    assert [event.trigger.start for event in found] == sorted(event.trigger.start for event in found)


def test_the_same_text_gives_the_same_events():
    assert events_in(PARAGRAPH) == events_in(PARAGRAPH)


def test_every_type_told_is_one_of_the_listed():
    types = {entry.name for entry in load_event_types()}
    assert {event.type for event in events_in(PARAGRAPH * 2)} <= types


def test_time_for_events_is_linear():
    def seconds(copies):
        article = read_plain("a1", PARAGRAPH * copies, "2021-03-10", None)
        doc = parse(article.text)
        timexes = find_timexes(doc, article)
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            find_events(doc, article, Nobody(), timexes, ())
            best = min(best, time.process_time() - start)
        return best

    small, large = seconds(10), seconds(80)
    assert large < 8 * small * 2
