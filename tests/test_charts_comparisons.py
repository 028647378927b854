import json
import re

import pandas as pd
import pytest

from s400data.charts import comparisons
from s400data.charts.contrasts import contrast, legible_on
from s400data.charts.themes import DARK, LIGHT
from s400data.comparison import compare_wording

DAY = pd.Timestamp


def counted(voices=3):
    rows = [("TASS", f"Voice {n}", voices - n, 10, voices - n, 0, 0) for n in range(voices)]
    columns = ["outlet", "voice", "statements", "words", "direct", "mixed", "indirect"]
    return pd.DataFrame([*rows, ("BBC", "Voice 0", 2, 5, 1, 0, 1)], columns=columns)


def sided(undecided=1):
    rows = [("TASS", "supports", 3, 0.75, 4), ("TASS", "opposes", 1, 0.25, 4), ("TASS", "neutral", 0, 0.0, 4)]
    return pd.DataFrame(
        [*rows, ("TASS", "undecided", undecided, None, 4)], columns=["outlet", "side", "statements", "share", "decided"]
    )


def scored():
    counts = {"term": ["deal", "ally"], "here": [9, 3], "there": [1, 9], "everybody": [10, 12], "articles": [2, 1]}
    found = compare_wording(pd.DataFrame(counts).assign(term=[2, 4]))
    return found.assign(term=found["term"].map({2: "deal", 4: "ally"}))


def facts():
    return pd.DataFrame(
        {
            "outlet": ["TASS", "BBC"],
            "earliest": [DAY("2017-12-01"), DAY("2017-09-12")],
            "latest": [DAY("2017-12-31"), DAY("2017-09-12")],
            "words": ["December 2017", "12 September 2017"],
            "conflicts": [True, True],
        }
    )


FIGURES = {
    "voices": lambda theme: comparisons.voices(counted(), theme),
    "words": lambda theme: comparisons.voices(counted(), theme, measure="words"),
    "sides": lambda theme: comparisons.sides(sided(), theme),
    "no undecided": lambda theme: comparisons.sides(sided(0), theme),
    "terms": lambda theme: comparisons.terms(scored(), theme, here="TASS", there="All other outlets"),
    "dates": comparisons.dates,
}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("figure", FIGURES)
def test_every_figure_is_a_valid_specification_on_a_clear_ground(figure, theme):
    specification = FIGURES[figure](theme).to_dict()
    assert specification["config"]["background"] == "transparent"


def rows_of(chart):
    (rows,) = chart.to_dict()["datasets"].values()
    return rows


def test_bars_of_an_outlet_stand_end_to_end():
    rows = [row for row in rows_of(comparisons.voices(counted(), LIGHT)) if row["outlet"] == "TASS"]
    assert [(row["start"], row["end"]) for row in rows] == [(0, 3), (3, 5), (5, 6)]


def test_voices_beyond_what_colours_can_tell_apart_share_one_bar():
    rows = rows_of(comparisons.voices(counted(12), LIGHT))
    assert {row["voice"] for row in rows} == {*(f"Voice {n}" for n in range(7)), comparisons.OTHERS}
    total = sum(row["statements"] for row in rows)
    assert total == counted(12)["statements"].sum()


def test_a_bar_too_narrow_for_its_number_has_none():
    found = counted().assign(statements=[200, 4, 6, 2])
    rows = rows_of(comparisons.voices(found, LIGHT))
    assert {row["statements"]: row["wide"] for row in rows} == {200: True, 6: True, 4: False, 2: False}


def test_shares_of_the_decided_fill_the_bar_and_undecided_stand_apart():
    specification = comparisons.sides(sided(), LIGHT).to_dict()
    decided, undecided = specification["datasets"].values()
    if len(decided) == 1:
        decided, undecided = undecided, decided
    assert max(row["end"] for row in decided) == pytest.approx(1.0)
    assert [row["statements"] for row in undecided] == [1]
    assert len(comparisons.sides(sided(0), LIGHT).to_dict()["hconcat"]) == 1, "nothing to show apart"


def test_outlets_without_an_undecided_statement_keep_their_row():
    counted = pd.concat([sided(2), sided(0).assign(outlet="BBC")])
    apart = comparisons.sides(counted, LIGHT).to_dict()["hconcat"][1]["layer"]
    assert all(layer["encoding"]["y"]["scale"]["domain"] == ["BBC", "TASS"] for layer in apart)


def test_dates_stand_by_outlet_each_with_the_days_it_allows():
    rows = comparisons.to_dated_rows(facts())
    assert rows["outlet"].tolist() == ["BBC", "TASS"]
    assert rows["exact"].tolist() == [True, False]
    assert rows["until"].tolist() == [DAY("2017-09-13"), DAY("2018-01-01")], "a day is as wide as a day"
    used = set(re.findall(r'"field": "(\w+)"', json.dumps(comparisons.dates(LIGHT).to_dict())))
    assert used <= set(rows.columns)


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_number_reads_on_its_bar_and_every_bar_on_the_page(theme):
    decided = [theme.sides[side] for side in ("supports", "opposes", "neutral")]
    for colour in (*theme.outlets, *decided):
        assert contrast(legible_on(colour), colour) >= 4.5
    for colour in (*theme.outlets, *theme.families, *decided):
        assert contrast(theme.paper, colour) >= 3
