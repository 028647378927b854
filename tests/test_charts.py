import json
import re
from datetime import date, timedelta
from itertools import combinations, pairwise

import altair as alt
import pandas as pd
import pytest
import vl_convert
from hypothesis import given, settings
from hypothesis import strategies as st

from s400data.charts.calendars import divide, name_ticks
from s400data.charts.canvases import LABEL_GAP, half, lay_out
from s400data.charts.coverages import coverage, fitting_period
from s400data.charts.dates import interval_words, published_words
from s400data.charts.densities import density
from s400data.charts.fonts import shorten, text_width, wrap
from s400data.charts.happenings import event_label, find_differences, join_reports, with_lanes
from s400data.charts.packing import Item, pack
from s400data.charts.specs import to_spec
from s400data.charts.symbols import SYMBOLS, find_symbol
from s400data.charts.themes import DARK, LIGHT
from s400data.charts.timelines import choose, timeline
from s400data.charts.voices import voices
from s400data.charts.windows import Window, find_outside, find_window
from s400data.queries import Selection, events, reports, top_speakers
from s400data.queries import coverage as count_coverage
from s400data.store import import_extractions, open_store
from tests.collection import build_collection

SANS = "Source Sans"
WIDTH = 1000.0


def happening(n, day="2019-05-01", until=None, **changes):
    row = {
        "occurrence_id": f"o{n}",
        "event_id": f"a{n}-e0",
        "type": "agreement",
        "modality": "actual",
        "earliest": pd.Timestamp(day) if day else pd.NaT,
        "latest": pd.Timestamp(until or day) if day else pd.NaT,
        "precision": "day",
        "when": day or "no date",
        "label": f"Signed contract number {n}",
        "who": "Turkey",
        "to_whom": "Russia",
        "country": "TUR",
        "outlets": "TASS",
        "sources": 1,
        "reports": 1,
    }
    return row | changes


def many(n, spread=900):
    days = [date(2018, 1, 1) + timedelta(days=k * 97 % spread) for k in range(n)]
    types = sorted(SYMBOLS)
    modalities = ["actual", "planned", "denied", "ongoing", "threatened"]
    return pd.DataFrame(
        [
            happening(
                k,
                f"{day}",
                f"{day + timedelta(days=(k % 4) * 20)}",
                country=["TUR", "USA", "RUS", None][k % 4],
                type=types[k % len(types)],
                modality=modalities[k % len(modalities)],
                sources=1 + k % 5,
            )
            for k, day in enumerate(days)
        ]
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    made = open_store(f"sqlite:///{tmp_path_factory.mktemp('charts') / 'desk.db'}")
    import_extractions(made, build_collection(10))
    return made


# --- fonts


def test_wider_text_and_heavier_weight_are_wider():
    assert text_width("WW", 13, font=SANS) > text_width("ii", 13, font=SANS)
    assert text_width("Ankara", 13, font=SANS, weight=600) > text_width("Ankara", 13, font=SANS)
    assert text_width("Ankara", 26, font=SANS) == pytest.approx(2 * text_width("Ankara", 13, font=SANS))


def test_letters_outside_the_table_are_taken_as_wide():
    assert text_width("漢", 10, font=SANS) == text_width("W", 10, font=SANS)


def test_turkish_and_cyrillic_letters_are_measured():
    assert text_width("ığşİ", 13, font=SANS) < text_width("WWWW", 13, font=SANS)
    assert text_width("Россия", 13, font=SANS) < text_width("WWWWWW", 13, font=SANS)


@given(st.text(min_size=1, max_size=60), st.floats(min_value=30, max_value=300))
def test_a_shortened_text_fits(text, width):
    assert text_width(shorten(text, width, 13, font=SANS), 13, font=SANS) <= width


def test_a_text_is_cut_between_words():
    assert shorten("Signed a contract · S-400 systems", 120, 13, font=SANS) == "Signed a contract…"


def test_wrapped_lines_fit():
    lines = wrap("The forty-five with most sources are labelled; point at a mark.", 120, 13, font=SANS)
    assert len(lines) > 1
    assert all(text_width(line, 13, font=SANS) <= 120 for line in lines)


# --- packing


ITEMS = st.lists(
    st.builds(
        lambda left, wide, label: Item(left, min(left + wide, WIDTH), label),
        st.floats(min_value=0, max_value=980),
        st.one_of(st.floats(min_value=4, max_value=20), st.floats(min_value=600, max_value=WIDTH)),
        st.sampled_from([0.0, 40.0, 180.0]),
    ),
    max_size=40,
)


@given(ITEMS)
@settings(max_examples=60)
def test_nothing_in_a_row_overlaps_or_leaves_the_frame(items):
    packed = pack(items, start=0, end=WIDTH, gap=5, space=10)
    assert [(item.left, item.right) for item in packed] == [(item.left, item.right) for item in items]
    taken = [(item.row, *item.reach(item.side, 5)) for item in packed]
    taken += [(item.row + 1, item.left, item.left + item.label) for item in packed if item.side == "below"]
    for (row, a, b), (other, c, d) in combinations(taken, 2):
        assert row != other or b + 10 <= c or d + 10 <= a
    labelled = [item for item in packed if item.side != "none"]
    assert all(start >= 0 and end <= WIDTH for item in labelled for start, end in [item.reach(item.side, 5)])


def test_a_label_at_the_end_of_the_frame_goes_to_the_left():
    (item,) = pack([Item(980, 990, 60)], start=0, end=1000, gap=5, space=10)
    assert item.side == "left"


def test_a_label_that_fits_nowhere_is_dropped():
    (item,) = pack([Item(40, 60, 90)], start=0, end=100, gap=5, space=10)
    assert item.side == "none"


def test_the_label_of_a_bar_as_wide_as_the_frame_goes_below_it():
    items = [Item(0, 1000, 90), Item(10, 20, 40), Item(500, 510, 40)]
    wide, one, other = pack(items, start=0, end=1000, gap=5, space=10)
    assert (wide.side, wide.row) == ("below", 0)
    assert (one.row, other.row) == (2, 1)


def test_an_event_open_over_the_whole_window_has_its_label_in_the_picture():
    rows = pd.DataFrame([happening(1, "2019-01-01", "2019-12-31", label="Negotiated"), happening(2, "2019-06-01")])
    window = Window(date(2019, 1, 1), date(2019, 12, 31))
    events = lay_out(with_lanes(rows, "none"), window, width=900, font=SANS).events.set_index("occurrence_id")
    assert events.loc["o1", "side"] == "below"
    assert events.loc["o1", "text_y"] > events.loc["o1", "y"]


# --- layout


@pytest.mark.parametrize("n", [1, 40, 400])
@pytest.mark.parametrize("width", [640.0, 940.0, 1360.0])
def test_labels_touch_no_label_mark_or_frame(n, width):
    canvas = lay_out(with_lanes(many(n), "country"), find_window(many(n)), width=width, font=SANS)
    events = canvas.events
    assert len(events) == n
    for _, row in events.groupby("y"):
        boxes = sorted(zip(row["hit_left"], row["hit_right"], strict=True))
        assert all(right < left for (_, right), (left, _) in pairwise(boxes))
    labelled = events.loc[events["side"] != "none"]
    assert (labelled["hit_left"] >= canvas.left - half(255) - LABEL_GAP).all()
    assert (labelled["hit_right"] <= width).all()
    assert (events["y"] < canvas.height).all()


def test_few_events_are_all_labelled_and_many_within_the_budget():
    few = lay_out(with_lanes(many(40), "country"), find_window(many(40)), width=1300, font=SANS)
    lots = lay_out(with_lanes(many(400), "country"), find_window(many(400)), width=1300, font=SANS)
    assert few.labelled == 40
    assert 30 <= lots.labelled <= 45
    assert lots.events.loc[lots.events["side"] != "none", "sources"].min() == 5


def test_lanes_stand_largest_first_and_the_unknown_last():
    rows = pd.DataFrame([happening(n, country=code) for n, code in enumerate(["USA", "TUR", "TUR", None, None, None])])
    canvas = lay_out(with_lanes(rows, "country"), find_window(rows), width=900, font=SANS)
    assert [(lane.name, lane.n) for lane in canvas.lanes] == [
        ("Turkey", 2),
        ("United States", 1),
        ("No country named", 3),
    ]


def test_in_lanes_by_outlet_an_event_stands_with_each_outlet():
    rows = with_lanes(pd.DataFrame([happening(1, outlets="Ahval; TASS; outlet not known")]), "outlet")
    assert sorted(rows["lane"]) == ["Ahval", "No outlet known", "TASS"]


def test_an_event_outside_the_window_is_not_drawn():
    rows = pd.DataFrame([happening(1, "2019-05-01"), happening(2, "2020-05-01")])
    canvas = lay_out(with_lanes(rows, "none"), Window(date(2019, 4, 1), date(2019, 6, 1)), width=900, font=SANS)
    assert list(canvas.events["occurrence_id"]) == ["o1"]
    assert list(find_outside(rows, canvas.window)["occurrence_id"]) == ["o2"]


def test_a_bar_is_cut_at_the_window():
    rows = pd.DataFrame([happening(1, "2010-01-01", "2030-01-01")])
    canvas = lay_out(with_lanes(rows, "none"), Window(date(2019, 4, 1), date(2019, 6, 1)), width=900, font=SANS)
    assert canvas.events["bar_left"].iloc[0] >= canvas.left
    assert canvas.events["bar_right"].iloc[0] <= 900


def test_a_known_day_has_no_bar_however_wide_a_day_is_drawn():
    rows = pd.DataFrame([happening(1, "2019-05-02"), happening(2, "2019-05-03", "2019-05-04")])
    canvas = lay_out(with_lanes(rows, "none"), Window(date(2019, 5, 1), date(2019, 5, 8)), width=900, font=SANS)
    events = canvas.events.set_index("occurrence_id")
    assert events.loc["o1", "bar_left"] == events.loc["o1", "bar_right"] == events.loc["o1", "x"]
    assert events.loc["o2", "bar_right"] - events.loc["o2", "bar_left"] > 200


def test_the_usual_window_leaves_out_one_event_long_before():
    rows = pd.DataFrame([happening(0, "1952-02-18"), *(happening(n, f"2019-{1 + n % 12:02}-10") for n in range(1, 30))])
    assert find_window(rows, usual=True).start.year >= 2018
    assert find_window(rows).start.year < 1953


def test_without_dates_there_is_no_window_and_no_timeline():
    rows = pd.DataFrame([happening(1, None)])
    assert find_window(rows) is None
    assert timeline(rows, lanes="country", theme=LIGHT, width=900) is None


# --- figure


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("lanes", ["country", "type", "outlet", "none"])
def test_a_timeline_is_a_valid_figure_with_its_selections(theme, lanes):
    spec = to_spec(timeline(many(12), lanes=lanes, theme=theme, width=900, title="Who acted when"))
    assert alt.LayerChart.from_dict(spec)
    fields = {param["name"]: param["select"].get("fields") for param in spec["params"] if "select" in param}
    assert fields["picked"] == ["occurrence_id"]
    assert spec["background"] == theme.paper


def test_an_event_is_chosen_without_drawing_anew_and_without_touching_the_figure_that_others_share():
    spec = to_spec(timeline(many(12), lanes="country", theme=LIGHT, width=900))
    values = {param["name"]: param.get("value") for param in choose(spec, "o3")["params"]}
    assert values["chosen"] == "o3"
    assert {param["name"]: param.get("value") for param in spec["params"]}["chosen"] is None
    filters = [layer["transform"] for layer in spec["layer"] if "transform" in layer]
    assert filters == [[{"filter": "datum.occurrence_id === chosen"}]]


def test_the_box_beside_the_pointer_says_where_nobody_is_named():
    rows = pd.DataFrame([happening(1, to_whom="")])
    spec = to_spec(timeline(rows, lanes="none", theme=LIGHT, width=900))
    (hit,) = next(layer["data"]["values"] for layer in spec["layer"] if layer.get("name") == "hits")
    assert (hit["who"], hit["to_whom"]) == ("Turkey", "nobody named")
    assert hit["spoken"].endswith("Agreement, Actual, Turkey. Reported by TASS.")


def test_the_key_holds_only_what_is_drawn():
    words = json.dumps(to_spec(timeline(pd.DataFrame([happening(1)]), lanes="none", theme=LIGHT, width=900)))
    assert "Agreement" in words
    assert "Sanction" not in words
    assert "Hollow" not in words
    assert "Struck out" not in words


def test_each_type_has_a_look_of_its_own_in_both_themes():
    for theme in (LIGHT, DARK):
        looks = [(find_symbol(name).shape, theme.families[find_symbol(name).colour]) for name in SYMBOLS]
        assert len(set(looks)) == len(SYMBOLS)


def test_a_type_nobody_foresaw_always_gets_the_same_symbol():
    assert find_symbol("blockade") == find_symbol("blockade")


def test_words_of_articles_reach_a_figure_as_data_only():
    rows = pd.DataFrame([happening(1, label="</script><b>x</b>", who="{{datum.x}}")])
    assert timeline(rows, lanes="none", theme=LIGHT, width=900) is not None


# --- rows


def test_reports_of_one_event_become_one_row(store):
    found = events(store, Selection()).assign(occurrence_id="one")
    (row,) = join_reports(found).to_dict("records")
    assert row["reports"] == len(found)
    assert row["sources"] == found["outlet"].nunique() + found.loc[found["outlet"].isna(), "article_id"].nunique()


def test_the_narrowest_date_speaks_for_an_event(store):
    found = events(store, Selection()).head(2)
    wide = found.assign(
        occurrence_id="one",
        earliest=pd.to_datetime(["2017-01-01", "2017-09-12"]),
        latest=pd.to_datetime(["2017-12-31", "2017-09-12"]),
        precision=["year", "day"],
    )
    assert join_reports(wide).loc[0, "when"] == "12 Sep 2017"
    assert "Date" in {difference.about for difference in find_differences(wide)}


def test_an_empty_frame_joins_to_an_empty_frame(store):
    assert join_reports(events(store, Selection(outlets=("Nobody",)))).empty


def test_reports_that_agree_show_no_difference(store):
    first = events(store, Selection())["occurrence_id"].iloc[0]
    assert find_differences(reports(store, first)) == []


def told(**changes):
    row = {
        "type": "statement", "trigger": "said", "actor_names": ["Ayşe Demir"], "target_names": [], "objects": [],
        "said": "that the deal is done", "said_kind": "indirect",
    }  # fmt: skip
    return row | changes


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        pytest.param(told(), "Ayşe Demir: the deal is done", id="a statement by its words"),
        pytest.param(
            told(said="“We go on,”", said_kind="direct"), "Ayşe Demir: “We go on”", id="a direct one in quotation marks"
        ),
        pytest.param(told(said=None, said_kind=None), "Ayşe Demir: said", id="one without words by its trigger"),
        pytest.param(told(said=float("nan")), "Ayşe Demir: said", id="missing words"),
        pytest.param(told(actor_names=[], objects=["S-400"]), "Said · S-400", id="one by nobody named"),
        pytest.param(told(type="test", trigger="tested"), "Tested", id="what is no statement by its trigger"),
    ],
)
def test_an_event_is_labelled_by_what_tells_most(event, expected):
    assert event_label(event) == expected


def test_long_words_of_a_statement_are_cut_between_words():
    label = event_label(told(said="so many words " * 40))
    assert len(label) < 120
    assert label.removesuffix("…").split()[-1] in ("so", "many", "words")


# --- dates and axes


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "expected"),
    [
        pytest.param("2017-09-12", "2017-09-12", "day", "12 Sep 2017", id="a day"),
        pytest.param("2017-12-01", "2017-12-31", "month", "Dec 2017", id="a month"),
        pytest.param("2017-01-01", "2017-12-31", "year", "2017", id="a year"),
        pytest.param("2019-04-01", "2019-06-30", "quarter", "Q2 2019", id="a quarter"),
        pytest.param("2019-07-10", "2019-07-20", "interval", "10 to 20 Jul 2019", id="days of one month"),
        pytest.param("2019-06-30", "2019-07-02", "interval", "30 Jun to 2 Jul 2019", id="days of one year"),
        pytest.param("2019-12-30", "2020-01-02", "interval", "30 Dec 2019 to 2 Jan 2020", id="days of two years"),
        pytest.param(None, None, None, "no date", id="no date"),
    ],
)
def test_an_interval_in_words(earliest, latest, precision, expected):
    assert interval_words(earliest and pd.Timestamp(earliest), latest and pd.Timestamp(latest), precision) == expected


def test_a_publication_is_as_precise_as_it_is_known():
    assert published_words(pd.Timestamp("2019-05-01"), "month") == "May 2019"
    assert published_words(pd.NaT, None) == "date unknown"


@pytest.mark.parametrize(
    ("first", "last", "names", "n"),
    [
        pytest.param(date(2007, 6, 1), date(2021, 1, 1), "%Y", 14, id="years in a long span"),
        pytest.param(date(2019, 5, 1), date(2020, 12, 1), "%b %Y", 6, id="quarters in two years"),
        pytest.param(date(2019, 5, 1), date(2019, 8, 15), "%b %Y", 4, id="months in a summer"),
    ],
)
def test_a_plain_axis_names_what_its_span_has_room_for(first, last, names, n):
    days, format_ = name_ticks(first, last)
    assert (len(days), format_) == (n, names)


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(1, 20_000), st.floats(300, 1600))
@settings(max_examples=80)
def test_divisions_lie_in_order_inside_the_span(start, days, pixels):
    divisions = divide(start, start + timedelta(days=days), pixels)
    places = [division.day for division in divisions]
    assert places == sorted(places)
    assert all(start <= place <= start + timedelta(days=days) for place in places)
    assert len(divisions) <= pixels / 10


# --- the other charts


def test_the_charts_of_the_overview_are_valid(store):
    assert coverage(count_coverage(store), theme=LIGHT).to_dict()
    assert voices(top_speakers(store), theme=DARK).to_dict()
    strip = to_spec(density(many(30), theme=LIGHT, width=900, start=date(2018, 3, 1)))
    assert alt.LayerChart.from_dict(strip)


@pytest.mark.parametrize(
    ("last", "period"),
    [
        pytest.param(date(2019, 12, 31), "month", id="two years"),
        pytest.param(date(2020, 1, 1), "quarter", id="more"),
        pytest.param(date(2025, 12, 31), "quarter", id="eight years"),
        pytest.param(date(2026, 1, 1), "year", id="still more"),
        pytest.param(None, "month", id="no date"),
    ],
)
def test_a_dot_stands_for_what_its_span_has_room_for(last, period):
    assert fitting_period(date(2018, 1, 1), last) == period


@pytest.mark.parametrize("width", [400, 1000])
def test_dots_of_busy_months_do_not_touch(width):
    months = pd.date_range("2018-01-01", periods=48, freq="MS")
    rows = [(outlet, month, 1 + n % 30, True) for outlet in ("A", "B") for n, month in enumerate(months)]
    counts = pd.DataFrame(rows, columns=["outlet", "period", "articles", "precise"])
    svg = vl_convert.vegalite_to_svg(coverage(counts, theme=LIGHT).properties(width=width).to_dict())
    dots = re.findall(r'translate\(([\d.]+),([\d.]+)\)" d="M([\d.]+),0A', svg)
    assert len(dots) == len(rows)
    for row in {y for _, y, _ in dots}:
        placed = sorted((float(x), float(radius)) for x, y, radius in dots if y == row)
        assert all(x + radius < other - reach for (x, radius), (other, reach) in pairwise(placed))


def test_outlets_stand_by_number_then_by_when_they_begin_and_the_unknown_one_last():
    rows = [("2020-01-01", None, 9), ("2019-01-01", "BBC", 1), ("2018-01-01", "TASS", 1), ("2021-01-01", "CNN", 2)]
    counts = pd.DataFrame(rows, columns=["period", "outlet", "articles"]).assign(precise=True)
    counts = counts.assign(period=pd.to_datetime(counts["period"]))
    axis = coverage(counts, theme=LIGHT).to_dict()["layer"][0]["encoding"]["y"]
    assert axis["sort"] == ["CNN", "TASS", "BBC", "Outlet not known"]


@pytest.mark.parametrize(
    ("name", "role", "expected"),
    [
        pytest.param("Ayşe Demir", "Foreign Minister", "Ayşe Demir · Foreign Minister, Turkey", id="both fit"),
        pytest.param("senior official (unnamed)", "senior official", "senior official (unnamed) · Turkey", id="said"),
        pytest.param("Ayşe Demir", "Deputy Assistant " * 5, "Ayşe Demir · Turkey", id="a long role gives way"),
    ],
)
def test_a_voice_is_named_with_what_its_name_does_not_say(name, role, expected):
    row = {"speaker_id": "x", "speaker_name": name, "speaker_role": role, "speaker_country": "TUR", "quotations": 1}
    sides = {"supports": 1, "opposes": 0, "neutral": 0, "undecided": 0}
    drawn = voices(pd.DataFrame([row | sides]), theme=LIGHT).to_dict()
    names = {row["name"] for rows in drawn["datasets"].values() for row in rows if "name" in row}
    assert names == {expected}


def test_charts_without_rows_are_no_charts(store):
    nobody = Selection(outlets=("Nobody",))
    assert coverage(count_coverage(store, nobody), theme=LIGHT) is None
    assert voices(top_speakers(store, nobody), theme=LIGHT) is None
    assert density(many(1).assign(earliest=pd.NaT, latest=pd.NaT), theme=LIGHT, width=900) is None
    assert density(many(1), theme=LIGHT, width=900) is None
