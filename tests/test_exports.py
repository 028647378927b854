import csv
import io
import json
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pandas as pd
import pytest
from hypothesis import given

from s400data import exports, queries
from s400data.exports import neutralise, to_csv, to_json
from s400data.store import open_store
from s400data.tables import Column, Table
from tests.samples import ANKARA, MOSCOW
from tests.strategies import words


@pytest.fixture(scope="module")
def store():
    opened = open_store("sqlite://")
    opened.save(ANKARA)
    opened.save(MOSCOW)
    yield opened
    opened.engine.dispose()


def read(text):
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+2", "'=1+2"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("＝1", "'＝1"),
        ("S-400", "S-400"),
        ("", ""),
    ],
)
def test_formulas_are_neutralised(cell, written):
    assert neutralise(cell) == written


@given(words)
def test_no_cell_starts_a_formula(text):
    assert not neutralise(text).startswith(tuple("=+-@\t\r"))


def test_only_text_cells_are_neutralised():
    article = replace(ANKARA.article, title="=HYPERLINK(1)")
    event = replace(ANKARA.events[0], objects=("-S-400",), confidence=-0.5)
    opened = open_store("sqlite://")
    opened.save(replace(ANKARA, article=article, events=(event,)))
    found = queries.events(opened)
    (row,) = read(to_csv(found, queries.EVENT_VIEW))
    assert (row["title"], row["objects"], row["confidence"]) == ("'=HYPERLINK(1)", "'-S-400", "-0.5")
    (kept,) = json.loads(to_json(found, queries.EVENT_VIEW))
    assert (kept["title"], kept["objects"]) == ("=HYPERLINK(1)", ["-S-400"])
    opened.engine.dispose()


def test_events_keep_where_they_come_from(store):
    rows = read(to_csv(queries.events(store), queries.EVENT_VIEW))
    assert [row["event_id"] for row in rows] == ["a2-e0", "a1-e0", "a2-e1", "a1-e1"]
    contract = rows[1]
    assert (contract["earliest"], contract["latest"], contract["published"]) == (
        "2017-12-01",
        "2017-12-31",
        "2019-11-28",
    )
    assert (contract["article_id"], contract["path"], contract["outlet"]) == ("a1", "news/ankara.txt", "Bosphorus Post")
    assert (contract["sentence_start"], contract["rule"]) == ("31", "trigger verb")
    assert (rows[3]["earliest"], rows[3]["said_in"]) == ("", "a1-q1")


def test_quotations_keep_their_stances(store):
    first, _, last = read(to_csv(queries.quotations(store), queries.QUOTATION_VIEW))
    assert first["stances"] == "s400-purchase: supports, strength 3 (rejects, clear)"
    assert (first["content"], last["stances"], last["published"]) == ("101-130", "", "")
    kept = json.loads(to_json(queries.quotations(store), queries.QUOTATION_VIEW))
    assert kept[0]["content"] == [[101, 130]]
    assert kept[0]["stances"][0]["polarity"] == "supports"
    assert kept[2]["published"] is None


def test_a_month_of_publication_is_written_as_a_month():
    opened = open_store("sqlite://")
    opened.save(replace(ANKARA, article=replace(ANKARA.article, published_precision="month")))
    (row,) = read(to_csv(queries.articles(opened), queries.ARTICLE_VIEW))
    assert (row["published"], row["published_precision"]) == ("2019-11", "month")
    opened.engine.dispose()


@pytest.mark.parametrize("write", [exports.to_csv, exports.to_json])
def test_nothing_to_export_is_still_a_table(write):
    opened = open_store("sqlite://")
    written = write(queries.events(opened), queries.EVENT_VIEW)
    assert written == "[]\n" or written.startswith("event_id,article_id,")
    opened.engine.dispose()


MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_sheet(content, n):
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        sheet = ElementTree.fromstring(file.read(f"xl/worksheets/sheet{n}.xml"))
    rows = []
    for row in sheet.iter(f"{MAIN}row"):
        cells = {cell.get("r").rstrip("0123456789"): cell for cell in row}
        rows.append({place: "".join(cell.itertext()) for place, cell in cells.items()})
    return rows


def test_a_workbook_holds_the_rows_and_explains_the_columns(store):
    content = exports.to_xlsx(queries.events(store), queries.EVENT_VIEW)
    heading, *rows = read_sheet(content, 1)
    assert heading["A"] == "Event number"
    assert [row["A"] for row in rows] == ["a2-e0", "a1-e0", "a2-e1", "a1-e1"]
    place = next(place for place, name in heading.items() if name == "Date earliest")
    # 1 December 2017, in days since the end of 1899.
    assert rows[1][place] == "43070"
    assert place not in rows[3]
    explained = read_sheet(content, 2)
    assert len(explained) == len(queries.EVENT_VIEW.columns) + 1
    assert explained[1] == {"A": "Event number", "B": "event_id", "C": "Number of this report."}
    assert exports.to_xlsx(queries.events(store), queries.EVENT_VIEW) == content


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+2", "=1+2"),
        ("<b>&</b>", "<b>&</b>"),
        ("bell\a and \ufffe", "bell and "),
        ("_x000D_", "_x005F_x000D_"),
        ("x" * 40_000, "x" * 32_766 + "…"),
        (" kept \n apart ", " kept \n apart "),
    ],
)
def test_any_text_fits_into_a_workbook(text, written):
    view = Table("t", "A & <B>: a/b and a very long title", "", (), (Column("x", "text", "X", ""),))
    content = exports.to_xlsx(pd.DataFrame({"x": [text]}), view)
    assert read_sheet(content, 1)[1] == {"A": written}


def test_a_day_that_workbooks_cannot_count_stays_text():
    view = Table("t", "T", "", (), (Column("x", "date", "X", ""),))
    frame = pd.DataFrame({"x": pd.Series(["1853-10-16", "1952-02-18"], dtype="datetime64[s]")})
    assert [row["A"] for row in read_sheet(exports.to_xlsx(frame, view), 1)[1:]] == ["1853-10-16", "19042"]


def test_headings_are_no_formulas_either():
    view = Table("t", "T", "", (), (Column("=x", "texts", "X", ""),))
    frame = pd.DataFrame({"=x": [["a", 2], [("b", 3)]]})
    assert to_csv(frame, view) == "'=x\na; 2\n\"('b', 3)\"\n"


def test_a_workbook_says_below_its_columns_what_was_chosen(store):
    found = queries.events(store)
    book = exports.to_xlsx(found, queries.EVENT_VIEW, [("Chosen", "Outlet: Bosphorus Post."), ("Made", "today")])
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        second = parts.read("xl/worksheets/sheet2.xml").decode()
    assert second.index("Chosen") < second.index("Outlet: Bosphorus Post.") < second.index("Made")
