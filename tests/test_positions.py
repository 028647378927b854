"""Positions over time: statements counted once, shifts, and the chart of both."""

import pandas as pd
import pytest

from s400data import queries
from s400data.charts.lanes import MOST_STACKED, find_period, stack
from s400data.charts.positions import find_picked, positions
from s400data.charts.themes import find_theme
from s400data.comparison import bring_up_to_date, find_positions, find_shifts, number_statements
from s400data.store import open_store
from tests.samples import told


@pytest.fixture
def read(new_database):
    store = open_store(new_database())

    def reading(*extractions):
        for extraction in extractions:
            store.save(extraction)
        bring_up_to_date(store)
        said = queries.quotations(store)
        return find_positions(said, number_statements(store, said["quotation_id"]))

    yield reading
    store.engine.dispose()


def test_a_statement_counts_once_and_undecided_is_no_position(read):
    found = read(
        told("a", "We will never give up the missile system", "supports", "2019-05-03"),
        told("b", "We will never give up the missile system", "supports", "2019-05-04", outlet="Second Post"),
        told("c", "The radar may yet be sold elsewhere", "opposes", None, band="not decided"),
        told("d", "Nothing to say today", "no-stance", "2019-05-05", target="none-listed"),
    )
    assert list(zip(found["polarity"], found["versions"], strict=True)) == [("supports", 2), ("unclear", 1)]


def test_a_shift_is_a_later_statement_on_the_other_side(read):
    found = read(
        told("a", "We will buy the missile system at any price", "supports", "2017-05-03"),
        told("b", "The purchase depends on the loan", "conditional", "2018-01-04"),
        told("c", "The batteries stay in their boxes forever", "opposes", "2019-06-01"),
        told("d", "Penalties are unjust", "opposes", "2019-06-02", target="us-sanctions"),
        told("e", "An undated word for the contract", "supports", None),
    )
    shifts = find_shifts(found)
    assert len(shifts) == 1
    row = shifts.iloc[0]
    assert (row["target"], row["before"], row["after"]) == ("s400-purchase", "supports", "opposes")
    assert (row["before_quotation_id"], row["after_quotation_id"]) == ("a-q", "c-q")


def test_what_differs_on_one_day_is_no_shift(read):
    found = read(
        told("a", "We will buy the missile system at any price", "supports", "2017-05-03"),
        told("b", "The batteries stay in their boxes forever", "opposes", "2017-05-03"),
    )
    assert find_shifts(found).empty


def test_the_chart_holds_a_mark_for_each_statement_and_none_covers_another(read):
    said = ("Radars turn", "Crews train hard", "Money was paid", "Batteries arrived here", "Nobody may object")
    found = read(*(told(f"a{n}", words, "supports", "2019-05-03") for n, words in enumerate(said)))
    marks = stack(found).marks
    assert len(marks) == 5
    assert not marks.duplicated(["day", "y"]).any()
    chart = positions(found, theme=find_theme("light")).to_dict()
    assert chart["height"] == stack(found).height
    assert positions(found.assign(date_earliest=pd.NaT), theme=find_theme("dark")) is None


@pytest.mark.parametrize(("last", "period"), [("2019-12-01", "M"), ("2025-12-01", "Q"), ("2039-12-01", "Y")])
def test_periods_are_as_long_as_the_span_asks_for(last, period):
    assert find_period(pd.Series(pd.to_datetime(["2019-01-01", last]))) == period


def test_statements_too_many_to_stand_apart_are_counted_in_bars_that_lead_to_them(read):
    said = [f"{word} number {n} of the list {word * n}" for n, word in enumerate("abcdefghijklmnopqrstuvwx")]
    found = read(
        *(told(f"s{n}", words, "supports", "2019-05-03") for n, words in enumerate(said[:MOST_STACKED])),
        *(told(f"o{n}", words, "opposes", "2019-05-09") for n, words in enumerate(said[MOST_STACKED:])),
    )
    assert len(found) == len(said)
    chart = positions(found, theme=find_theme("light")).to_dict()
    (bars,) = [rows for rows in chart["datasets"].values() if "bar" in rows[0]]
    assert {bar["position"]: bar["n"] for bar in bars} == {"For": MOST_STACKED, "Against": 8}
    above, below = sorted(bars, key=lambda bar: bar["y"])
    assert above["y"] < above["base"] == below["base"] < below["y"] < chart["height"]
    for bar in bars:
        picked = find_picked(found, [{"bar": bar["bar"]}])
        assert len(picked) == bar["n"] == found["polarity"].eq(picked["polarity"].iloc[0]).sum()
    assert find_picked(found, []).empty
    assert list(find_picked(found, [{"quotation_id": "s1-q"}])["quotation_id"]) == ["s1-q"]
