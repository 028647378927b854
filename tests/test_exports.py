import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given

from s400data import exports, queries
from s400data.exports import neutralise, to_csv, to_json
from s400data.store import open_store
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
