"""Figures that leave the screen: their stamp, their files, and that they need nothing but themselves."""

import io
import re
from base64 import b64decode
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont
from pptx import Presentation

from s400data import queries
from s400data.charts.themes import DARK, LIGHT, for_files
from s400data.errors import FigureError
from s400data.exports.printing import SLIDE_EVENTS, print_figure
from s400data.figures import FIGURES, Style, build_stamp, cite_events
from s400data.queries import Selection
from s400data.store import import_extractions, open_store
from tests.collection import build_collection

TODAY = date(2026, 3, 4)
PAPER = Style(for_files(LIGHT), 900)
NOBODY = Selection(outlets=("Nobody",))
SVG = "{http://www.w3.org/2000/svg}"
TURKISH_AND_CYRILLIC = "ğĞıİşŞçÇöÖüÜ Россия Ёлка Жуков ₺"
FACE = re.compile(r"font-weight:(\d+);src:url\(data:font/woff;base64,([^)]+)\)")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    made = open_store(f"sqlite:///{tmp_path_factory.mktemp('figures') / 'desk.db'}")
    import_extractions(made, build_collection(30))
    return made


def printed(store, kind, *, name="timeline", selection=Selection(), style=PAPER, title=None):  # noqa: B008
    return print_figure(store, name, selection, style, kind, title=title, today=TODAY)


def words_of(svg):
    return " ".join(element.text or "" for element in ElementTree.fromstring(svg).iter(f"{SVG}text"))


def stamp_of(store, selection, about="events"):
    rows = {"events": queries.events, "articles": queries.articles, "quotations": queries.quotations}[about]
    return build_stamp(store, about, rows(store, selection), selection, title="T", today=TODAY)


# --- stamps


def test_a_stamp_says_numbers_sources_and_the_day(store):
    stamp = stamp_of(store, Selection())
    found = queries.events(store)
    assert stamp.source.startswith(f"n = {found['occurrence_id'].nunique()} events, {len(found)} reports of events, ")
    assert "Bosphorus Post" in stamp.source
    assert stamp.source.endswith("articles of unknown outlets.")
    assert stamp.narrowed == "Dates: any date. No filter."
    assert stamp.made.startswith("Made on 4 Mar 2026 with S-400 Desk ")


def test_a_stamp_names_what_was_filtered_as_people_call_it(store):
    selection = Selection(
        start=date(2018, 1, 1), outlets=("Volga Wire", ""), actors=("turkey",), event_types=("agreement",), words="deal"
    )
    narrowed = stamp_of(store, selection).narrowed
    assert narrowed.startswith("Dates: from 1 Jan 2018. ")
    for words in (
        "Volga Wire",
        "Not known",
        "Actor or speaker: Turkey",
        "Type of event: Agreement",
        "Search words: deal",
    ):
        assert words in narrowed
    assert "turkey" not in narrowed


def test_a_filter_that_does_not_narrow_these_rows_is_not_on_their_stamp(store):
    assert stamp_of(store, Selection(event_types=("agreement",)), "quotations").narrowed.endswith("No filter.")


def test_a_stamp_of_nothing_counts_nothing(store):
    assert stamp_of(store, NOBODY).source == "n = 0 events, 0 reports of events, 0 articles. No source."


# --- pictures


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_figure_is_a_picture_with_its_stamp(store, name, theme):
    svg = printed(store, "svg", name=name, style=replace(PAPER, theme=for_files(theme)))
    words = words_of(svg)
    assert FIGURES[name].title in words
    assert "Made on 4 Mar 2026" in words
    assert "Potomac Times" in words


def test_the_letters_of_a_picture_travel_with_it(store):
    svg = printed(store, "svg", title=TURKISH_AND_CYRILLIC).decode()
    faces = dict(FACE.findall(svg))
    assert set(faces) == {"400", "600"}
    for data in faces.values():
        letters = TTFont(io.BytesIO(b64decode(data))).getBestCmap()
        assert {ord(letter) for letter in TURKISH_AND_CYRILLIC} <= set(letters)


def test_words_in_letters_the_font_lacks_do_not_take_the_rest_of_their_line_out_of_it(store):
    svg = printed(store, "svg", title="Who wrote صحيفة البوسفور and who did not").decode()
    texts = [element.text for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]
    assert texts[:3] == ["Who wrote", "صحيفة البوسفور", "and who did not"]


def test_a_picture_refers_to_nothing_outside(store):
    svg = printed(store, "svg").decode()
    assert set(re.findall(r"https?://[^\"' )]+", svg)) <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert set(re.findall(r"url\((?!data:font/woff)[^)]*", svg)) == set()


def test_hostile_words_stay_words(store):
    title = "<script>alert(1)</script> & \x00\x0b “q” ]]> {{datum}}"
    svg = printed(store, "svg", title=title)
    assert b"<script" not in svg
    assert "alert(1)" in words_of(svg)


def test_a_png_has_two_pixels_for_one_and_a_title_of_any_length_fits(store):
    png = printed(store, "png", title="A very long title that goes on " * 14)
    assert png.startswith(b"\x89PNG")
    wide, high = (int.from_bytes(png[place : place + 4], "big") for place in (16, 20))
    assert wide == 2 * (900 + 56)
    assert high > 600


def test_a_pdf_holds_its_fonts(store):
    pdf = printed(store, "pdf", title=TURKISH_AND_CYRILLIC)
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/FontFile") >= 2
    assert b"SourceSansPro" in pdf


def test_the_same_figure_gives_the_same_bytes(store):
    for kind in ("svg", "png"):
        assert printed(store, kind) == printed(store, kind)


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_of_nothing_says_what_is_missing(store, name):
    with pytest.raises(FigureError, match=r"nothing to draw: no .* Outlet: Nobody"):
        printed(store, "svg", name=name, selection=NOBODY)


def test_a_timeline_of_the_most_sourced_says_how_many_it_leaves_out(store):
    words = words_of(printed(store, "svg", style=replace(PAPER, most=5)))
    assert "5 dated events" in words
    assert "with fewer sources" in words


# --- slides


@pytest.fixture(scope="module")
def deck(store):
    return Presentation(io.BytesIO(printed(store, "pptx", title="Кто что сделал – Ne zaman?")))


def test_a_slide_is_wide_and_holds_everything_inside_its_frame(deck):
    (slide,) = deck.slides
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.001)
    for shape in slide.shapes:
        assert shape.left >= 0
        assert shape.top >= 0
        assert shape.left + shape.width <= deck.slide_width
        assert shape.top + shape.height <= deck.slide_height


def test_a_slide_has_title_picture_source_and_words_for_those_who_see_no_picture(deck):
    (slide,) = deck.slides
    assert slide.shapes.title.text == "Кто что сделал – Ne zaman?"
    (picture,) = (shape for shape in slide.shapes if hasattr(shape, "image"))
    assert picture.image.size[0] >= 2 * 1200
    assert picture.width / picture.height == pytest.approx(picture.image.size[0] / picture.image.size[1], rel=0.01)
    assert "n = " in picture._element._nvXxPr.cNvPr.get("descr")
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert any("Sources: " in text and "Made on 4 Mar 2026" in text for text in texts)


def test_the_notes_cite_the_events_of_the_slide(deck, store):
    notes = deck.slides[0].notes_slide.notes_text_frame.text
    found = queries.events(store).dropna(subset=["earliest"])
    assert found["occurrence_id"].nunique() > SLIDE_EVENTS
    assert len(re.findall(r"^\S.*\((?:happened|actual|planned|threatened|denied)", notes, re.M)) == SLIDE_EVENTS
    assert notes.count("report ") >= SLIDE_EVENTS
    assert "more events are not listed here" in notes


@pytest.mark.parametrize("kind", ["png", "svg", "pdf", "pptx"])
def test_an_article_with_a_title_of_400_letters_is_cited_in_full(tmp_path, kind):
    title = "Abcdefghij" * 40
    one = build_collection(1)[0]
    small = open_store(f"sqlite:///{tmp_path / 'long.db'}")
    import_extractions(small, [replace(one, article=replace(one.article, title=title, outlet=title))])
    figure = printed(small, kind)
    assert figure
    if kind == "pptx":
        (slide,) = Presentation(io.BytesIO(figure)).slides
        assert f"“{title}”" in slide.notes_slide.notes_text_frame.text


def test_citations_name_outlet_day_title_and_sentence(store):
    found = queries.events(store)
    lines = list(cite_events(found))
    first = found.dropna(subset=["earliest", "outlet"]).iloc[0]
    assert sum(not line.startswith(" ") for line in lines) == found["occurrence_id"].nunique()
    assert sum(line.startswith(" ") for line in lines) == len(found)
    assert any(first["outlet"] in line and first["title"] in line and first["sentence"] in line for line in lines)
