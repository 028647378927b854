import json
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings

from s400data import tables
from s400data.errors import TableError
from s400data.tables import to_contract, to_rows
from s400data.tables.frames import from_frame, from_frames, to_frames
from tests.samples import ANKARA, MOSCOW
from tests.strategies import extractions

slow = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@slow
@given(extractions("a1"), extractions("a2"))
def test_records_survive_the_way_through_frames(one, other):
    assert from_frames(to_frames([one, other])) == [one, other]


def test_frames_survive_a_shuffle():
    frames = {name: frame.sample(frac=1, random_state=4) for name, frame in to_frames([ANKARA, MOSCOW]).items()}
    assert sorted(from_frames(frames), key=lambda found: found.article.path) == sorted(
        [ANKARA, MOSCOW], key=lambda found: found.article.path
    )


def test_no_extractions_still_give_every_column_with_its_type():
    empty, full = to_frames([]), to_frames([ANKARA, MOSCOW])
    assert {name: frame.dtypes.to_dict() for name, frame in empty.items()} == {
        name: frame.dtypes.to_dict() for name, frame in full.items()
    }


def test_every_table_has_its_rows():
    rows = to_rows(ANKARA)
    assert set(rows) == {table.name for table in tables.TABLES}
    for table in tables.TABLES:
        assert all(tuple(row) == table.names or set(row) == set(table.names) for row in rows[table.name]), table.name


def test_columns_are_declared_for_people():
    for table in tables.TABLES:
        assert set(table.key) <= set(table.names)
        assert len(set(table.names)) == len(table.names)
        for column in table.columns:
            assert column.label[0].isupper(), column
            assert "_" not in column.label, column
            assert column.meaning.endswith("."), column


def test_choices_hold_in_the_sample():
    frames = to_frames([ANKARA, MOSCOW])
    for table in tables.TABLES:
        for column in table.columns:
            if column.choices:
                assert set(frames[table.name][column.name].dropna()) <= set(column.choices), column.name


def test_a_mark_with_other_words_is_refused():
    event = ANKARA.events[0]
    wrong = replace(event, trigger=replace(event.trigger, text="invented"))
    with pytest.raises(TableError, match="a mark there says 'invented'"):
        to_rows(replace(ANKARA, events=(wrong,)))


def test_a_frame_without_a_column_is_refused():
    frame = to_frames([ANKARA])["events"].drop(columns=["place", "rule"])
    with pytest.raises(TableError, match="table events misses the columns place, rule"):
        from_frame(tables.EVENTS, frame)


def test_rows_of_an_unknown_article_are_refused():
    frames = to_frames([ANKARA, MOSCOW])
    frames["articles"] = frames["articles"].head(1)
    with pytest.raises(TableError, match="rows of articles that are not there"):
        from_frames(frames)


@pytest.mark.parametrize(
    ("column", "value", "label"),
    [
        ("overall", "supports", "For"),
        ("overall", "undecided", "Not decided"),
        ("polarity", "no-stance", "Takes no position"),
        ("type", "military-action", "Military action"),
        ("target", "actor:Turkey", "Turkey"),
        ("target", "s400-purchase", "S-400 purchase"),
        ("targets", "none-listed", "No listed topic"),
        ("posture", "urges-dialogue", "Urges dialogue"),
        ("speaker_country", "TUR", "Turkey"),
        ("countries", "NATO", "NATO"),
        ("country", "ZZZ", "ZZZ"),
        ("event_types", "agreement", "Agreement"),
        ("strength", 2, "Stated"),
        ("place", None, ""),
        ("place", float("nan"), ""),
        ("published", pd.NaT, ""),
    ],
)
def test_values_are_read_as_words(column, value, label):
    assert tables.value_label(column, value) == label


def test_unknown_tables_and_columns_are_named():
    with pytest.raises(TableError, match="no table is called 'tweets'"):
        tables.find_table("tweets")
    with pytest.raises(TableError, match="table events has no column 'colour'"):
        tables.EVENTS.column("colour")


@pytest.mark.parametrize(
    ("published", "precision", "text"),
    [
        (date(2018, 4, 27), "day", "2018-04-27"),
        (date(2018, 4, 1), "month", "2018-04"),
        (date(2018, 1, 1), "year", "2018"),
        (None, None, None),
    ],
)
def test_the_contract_prints_the_date_to_its_precision(published, precision, text):
    article = replace(ANKARA.article, published=published, published_precision=precision)
    assert to_contract(replace(ANKARA, article=article))["article"]["published"] == text


def test_the_contract_holds_every_promised_field():
    found = to_contract(ANKARA)
    assert json.loads(json.dumps(found)) == found
    assert found["doc_id"] == "ankara.txt"
    assert {"title", "outlet", "author", "published", "published_precision", "published_basis", "language"} <= set(
        found["article"]
    )
    assert {"start", "end", "text", "type", "value", "earliest", "latest"} <= set(found["timexes"][0])
    quotation = found["quotations"][0]
    assert set(quotation["speaker"]) >= {"id", "name", "affiliation", "country", "kind"}
    assert [found["text"][start:end] for start, end in quotation["content"]] == ["We will not give up the S-400"]
    assert set(quotation["stance"][0]) >= {"target", "polarity", "strength", "posture", "evidence"}
    event = found["events"][0]
    assert found["text"][slice(*event["sentence"])].startswith("Ankara signed")
    assert (event["earliest"], event["latest"], event["date_text"]) == ("2017-12-01", "2017-12-31", "December 2017")
    assert event["actors"][0]["country"] == "TUR"


def test_the_contract_keeps_a_given_name():
    assert to_contract(ANKARA, doc_id="wsj/0001")["doc_id"] == "wsj/0001"
