from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.shared.components.text_marks import Mark, cut_pieces, mark_text, paragraphs
from pages.shared.escaping import plain

HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(2)> &amp; \"quoted\" 'single' </span></article><style>"
LAYERS = ("quotation", "event", "date", "actor")


class Reader(HTMLParser):
    """Text and tags of HTML; notes and numbers are left out of the text."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.tags, self.open = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag != "br":
            self.open.append((tag, dict(attrs).get("class", "")))
        else:
            self.text.append("\n")

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag, "tags never cross"

    def handle_data(self, data):
        if not any("notes" in classes or "number" in classes for _, classes in self.open):
            self.text.append(data)


def read(html):
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open, "every tag is closed"
    return reader


@st.composite
def marked_texts(draw):
    text = draw(st.text(alphabet="ab <>&\"'\nçЖع", min_size=1, max_size=40))
    places = st.integers(0, len(text))
    marks = []
    for n in range(draw(st.integers(0, 8))):
        start, end = sorted((draw(places), draw(places)))
        if start < end:
            marks.append(Mark(start, end, draw(st.sampled_from(LAYERS)), f"m{n}", "<b>note</b>", str(n)))
    return text, marks


@given(marked_texts())
def test_any_overlap_of_marks_gives_the_text_back_and_sound_tags(case):
    text, marks = case
    reader = read(mark_text(text, 0, len(text), marks, "m1", marks[0].start if marks else None))
    assert "".join(reader.text) == text
    assert set(reader.tags) <= {"span", "sup", "b", "br"}


@given(marked_texts())
def test_pieces_are_the_text_in_order_and_know_their_marks(case):
    text, marks = case
    pieces = list(cut_pieces(0, len(text), marks))
    assert (pieces[0].start, pieces[-1].end) == (0, len(text))
    assert all(one.end == other.start for one, other in pairwise(pieces))
    for mark in marks:
        assert "".join(text[p.start : p.end] for p in pieces if mark in p.marks) == text[mark.start : mark.end]


def test_nothing_of_a_hostile_text_becomes_a_tag():
    marks = [Mark(3, 60, "quotation", "q1"), Mark(20, len(HOSTILE), "event", "e1")]
    html = mark_text(HOSTILE, 0, len(HOSTILE), marks)
    assert set(read(html).tags) == {"span"}
    assert "".join(read(html).text) == HOSTILE
    assert "<script" not in html
    assert "<img" not in html


def test_the_place_of_a_link_is_one_anchor_and_all_its_pieces_are_highlighted():
    text = "one two three four"
    marks = [Mark(4, 18, "quotation", "q1"), Mark(8, 13, "event", "e1")]
    html = mark_text(text, 0, len(text), marks, "q1", 4)
    assert html.count('id="place"') == 1
    assert html.count(" open") == 3


def test_a_number_stands_once_at_the_start_of_its_mark():
    marks = [Mark(0, 10, "quotation", "q1", number="7"), Mark(3, 5, "date", "t1")]
    assert mark_text("0123456789", 0, 10, marks).count("7</sup>") == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("one\n\ntwo", ["one", "two"], id="two"),
        pytest.param("one\ntwo\n\n\nthree", ["one\ntwo", "three"], id="single breaks stay"),
        pytest.param("", [], id="none"),
    ],
)
def test_paragraphs(text, expected):
    assert [text[start:end] for start, end in paragraphs(text)] == expected


@pytest.mark.parametrize(
    "words", ["**bold**", "$x^2$", ":red[x]", "[a](javascript:b)", "<b>x</b>", ":material/home:", "`c`"]
)
def test_markdown_in_words_is_shown_as_it_is(words):
    escaped = plain(words)
    assert escaped.replace("\\", "") == words
    assert not any(sign in escaped.replace(f"\\{sign}", "") for sign in "*$[]<>`:")
