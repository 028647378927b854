from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from s400data import queries
from s400data.errors import ArticleError, TableError
from s400data.queries import Selection
from s400data.store import import_extractions, open_store
from tests.desks import copied
from tests.samples import ANKARA, MOSCOW

YEAR = Selection(start=date(2017, 12, 15), end=date(2018, 12, 31))


@pytest.fixture(scope="module")
def store(new_database):
    opened = open_store(new_database())
    import_extractions(opened, [ANKARA, MOSCOW, ArticleError("broken.txt", "is empty")])
    yield opened
    opened.engine.dispose()


@pytest.fixture(scope="module")
def empty(new_database):
    opened = open_store(new_database())
    yield opened
    opened.engine.dispose()


@pytest.mark.parametrize(
    ("selection", "found"),
    [
        (Selection(), ["a2-e0", "a1-e0", "a2-e1", "a1-e1"]),
        (Selection(start=date(2017, 12, 31)), ["a1-e0", "a2-e1"]),
        (Selection(end=date(2017, 12, 1)), ["a2-e0", "a1-e0"]),
        (YEAR, ["a1-e0"]),
        (Selection(outlets=("Bosphorus Post",)), ["a1-e0", "a1-e1"]),
        (Selection(outlets=("",)), ["a2-e0", "a2-e1"]),
        (Selection(outlets=("", "Bosphorus Post")), ["a2-e0", "a1-e0", "a2-e1", "a1-e1"]),
        (Selection(actors=("unnamed-usa",)), ["a1-e1"]),
        (Selection(countries=("USA", "XXX")), ["a1-e1"]),
        (Selection(countries=("",)), []),
        (Selection(event_types=("delivery",)), ["a2-e1"]),
        (Selection(modalities=("planned", "threatened")), ["a2-e1", "a1-e1"]),
        (Selection(objects=("S-400",)), ["a2-e0", "a1-e0", "a2-e1"]),
        (Selection(objects=("",)), ["a1-e1"]),
        (Selection(objects=("S-40",)), []),
        (Selection(words="s 400 SEPTEMBER"), ["a2-e0"]),
        (Selection(words='"signed a contract"'), ["a1-e0"]),
        (Selection(words="100%"), []),
        (Selection(words="' OR 1=1 --"), []),
        (Selection(sides=("supports",)), ["a2-e0", "a1-e0", "a2-e1", "a1-e1"]),
    ],
    ids=lambda value: repr(value) if isinstance(value, Selection) else None,
)
def test_events_of_a_selection(store, selection, found):
    assert list(queries.events(store, selection)["event_id"]) == found


@pytest.mark.parametrize(
    ("selection", "found"),
    [
        (Selection(), ["a1-q0", "a1-q1", "a2-q0"]),
        (Selection(start=date(2019, 11, 28)), ["a1-q1"]),
        (Selection(actors=("sergey-chemezov", "unnamed-usa")), ["a1-q1", "a2-q0"]),
        (Selection(countries=("TUR",)), ["a1-q0"]),
        (Selection(affiliations=("Rostec",)), ["a2-q0"]),
        (Selection(kinds=("indirect",)), ["a1-q1", "a2-q0"]),
        (Selection(sides=("undecided",)), ["a2-q0"]),
        (Selection(bands=("likely",)), ["a1-q1"]),
        (Selection(targets=("us-sanctions",)), ["a1-q1"]),
        (Selection(targets=("us-sanctions",), polarities=("supports",)), ["a1-q1"]),
        (Selection(targets=("us-sanctions",), postures=("rejects",)), []),
        (Selection(words="cavusoglu"), ["a1-q0"]),
        (Selection(words="CHEMEZOV rostec"), ["a2-q0"]),
    ],
)
def test_quotations_of_a_selection(store, selection, found):
    assert list(queries.quotations(store, selection)["quotation_id"]) == found


@pytest.mark.parametrize(
    ("selection", "found"),
    [
        (Selection(), ["a1", "a2"]),
        (Selection(start=date(2019, 11, 1), end=date(2019, 11, 30)), ["a1"]),
        (Selection(actors=("sergey-chemezov",)), ["a2"]),
        (Selection(countries=("USA",)), ["a1"]),
        (Selection(words="stands by missile"), ["a1"]),
        (Selection(event_types=("delivery",)), ["a1", "a2"]),
    ],
)
def test_articles_of_a_selection(store, selection, found):
    assert list(queries.articles(store, selection)["article_id"]) == found


@pytest.mark.parametrize("precision", ["month", "year"])
def test_an_article_dated_to_a_period_fits_every_day_of_it(precision, new_database):
    article = replace(ANKARA.article, published=date(2019, 1, 1), published_precision=precision)
    opened = open_store(new_database())
    opened.save(replace(ANKARA, article=article))
    found = queries.articles(opened, Selection(start=date(2019, 1, 31)))
    assert len(found) == 1
    assert len(queries.articles(opened, Selection(start=date(2020, 1, 1)))) == 0
    assert list(queries.coverage(opened)["precise"]) == [precision == "month"]
    opened.engine.dispose()


@pytest.mark.parametrize("about", ["articles", "events", "quotations"])
@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        YEAR,
        Selection(outlets=("Bosphorus Post",), words="s400"),
        Selection(countries=("TUR",), end=date(2018, 1, 1), modalities=("actual",), targets=("s400-purchase",)),
        Selection(actors=("",), polarities=("supports",), postures=("threatens",), sides=("opposes",)),
    ],
)
def test_what_is_shown_and_hidden_adds_up(store, about, selection):
    shown = queries.shown(store, about, selection)
    rows = {"articles": queries.articles, "events": queries.events, "quotations": queries.quotations}[about]
    assert shown.shown == len(rows(store, selection))
    assert shown.total == len(rows(store))
    assert shown.shown + sum(hidden.n for hidden in shown.hidden) == shown.total
    assert all(hidden.n and hidden.label for hidden in shown.hidden)


def test_undated_rows_are_told_apart_from_rows_of_other_days(store):
    hidden = {one.filter: one.n for one in queries.shown(store, "events", YEAR).hidden}
    assert hidden == {"undated": 1, "dates": 2}


@pytest.mark.parametrize("about", ["articles", "events", "quotations"])
@pytest.mark.parametrize(
    "selection", [Selection(), YEAR, Selection(targets=("us-sanctions",)), Selection(words="s400")]
)
def test_a_choice_leaves_as_many_rows_as_it_says(store, about, selection):
    rows = {"articles": queries.articles, "events": queries.events, "quotations": queries.quotations}[about]
    for facet, value, n in queries.facets(store, about, selection)[["facet", "value", "n"]].itertuples(index=False):
        assert len(rows(store, replace(selection, **{facet: (value,)}))) == n, (facet, value)


@pytest.mark.parametrize("unit", ["month", "year"])
@pytest.mark.parametrize(
    "selection", [Selection(), YEAR, Selection(targets=("us-sanctions",)), Selection(words="s400")]
)
def test_a_period_leaves_as_many_quotations_as_it_says(store, selection, unit):
    periods = queries.count_periods(store, selection, unit)
    for one in periods:
        assert len(queries.quotations(store, replace(selection, start=one.first, end=one.last))) == one.n > 0
    dated = queries.quotations(store, replace(selection, start=date.min, end=date.max))
    assert {day.year for day in dated["date_earliest"]} <= {one.first.year for one in periods}
    whole = queries.quotations(store, replace(selection, start=None, end=None))
    assert queries.count_undated(store, selection) == whole["date_earliest"].isna().sum()


def test_a_quotation_of_a_longer_period_counts_in_each_month_of_it_and_once_in_its_year(new_database):
    article = replace(ANKARA.article, published=date(2019, 11, 1), published_precision="year")
    undated = tuple(replace(quotation, said=None) for quotation in ANKARA.quotations)
    opened = open_store(new_database())
    opened.save(replace(ANKARA, article=article, quotations=undated))
    opened.save(replace(copied(ANKARA, "b1", None, None), quotations=copied(ANKARA, "b1", None, None).quotations[1:]))
    assert [one.n for one in queries.count_periods(opened, Selection(), "year")] == [2]
    assert queries.count_undated(opened, YEAR) == 1
    months = queries.count_periods(opened, Selection(), "month")
    assert [(one.first, one.last, one.n) for one in months] == [
        (date(2019, 11, 1), date(2019, 11, 30), 2),
        (date(2019, 12, 1), date(2019, 12, 31), 2),
    ]
    opened.engine.dispose()


def test_a_choice_that_is_set_stays_in_sight(store):
    offered = queries.facets(store, "events", Selection(event_types=("delivery", "payment")))
    types = offered.loc[offered["facet"] == "event_types"].set_index("value")["n"].to_dict()
    assert types == {"agreement": 2, "delivery": 1, "sanction": 1, "payment": 0}


def test_choices_are_labelled_for_people(store):
    offered = queries.facets(store, "quotations").set_index(["facet", "value"])["label"]
    assert offered["actors", "mevlut-cavusoglu"] == "Mevlüt Çavuşoğlu"
    assert offered["sides", "opposes"] == "Against"
    assert offered["outlets", ""] == "Not known"


def test_events_bring_their_article_and_participants(store):
    (row,) = queries.event(store, "a1-e0").to_dict("records")
    assert (row["title"], row["outlet"]) == ("Ankara stands by missile deal", "Bosphorus Post")
    assert (row["actor_names"], row["target_ids"], row["countries"]) == (["Turkey"], ["russia"], ["TUR", "RUS"])
    assert (row["actor_text"], row["target_text"], row["lane_country"]) == ("Turkey", "Russia", "TUR")
    assert queries.event(store, "no such event").empty


def test_quotations_bring_their_stances(store):
    (row,) = queries.quotation(store, "a1-q0").to_dict("records")
    (stance,) = row["stances"]
    assert (stance["target"], stance["polarity"], stance["band"]) == ("s400-purchase", "supports", "clear")
    assert row["date_earliest"] == pd.Timestamp(2019, 11, 27)
    assert queries.quotation(store, "a2-q0")["stances"].iloc[0] == []


def test_stances_fit_the_filters_themselves(store):
    assert list(queries.stances(store)["target"]) == ["s400-purchase", "us-sanctions"]
    found = queries.stances(store, Selection(targets=("us-sanctions",)))
    assert list(found["speaker_name"]) == ["US official (unnamed)"]


def test_the_latest_events_have_happened_and_are_told_once(new_database):
    opened = open_store(new_database())
    opened.save(ANKARA)
    opened.save(MOSCOW)
    assert list(queries.latest_events(opened)["event_id"]) == ["a1-e0", "a2-e0"]
    opened.link_events({"a1-e0": "contract", "a2-e0": "contract"})
    # The surer report stands for both.
    assert list(queries.latest_events(opened)["event_id"]) == ["a2-e0"]
    assert set(queries.reports(opened, "contract")["event_id"]) == {"a1-e0", "a2-e0"}
    opened.engine.dispose()


def test_an_event_carries_the_words_that_its_trigger_brings_in(new_database):
    opened = open_store(new_database())
    quotation = ANKARA.quotations[0]
    statement = replace(ANKARA.events[0], type="statement", trigger=quotation.cue)
    opened.save(replace(ANKARA, events=(statement, replace(ANKARA.events[0], event_id="a1-e9"))))
    told = queries.events(opened).set_index("event_id")
    assert told.loc["a1-e0", "said"] == " … ".join(part.text for part in quotation.content)
    assert told.loc["a1-e0", "said_kind"] == quotation.kind
    assert pd.isna(told.loc["a1-e9", "said"])
    opened.engine.dispose()


def test_the_overview_counts_what_the_frames_hold(store):
    found = queries.overview(store)
    assert (found.articles, found.outlets, found.events, found.occurrences) == (2, 1, 4, 3)
    assert (found.quotations, found.speakers) == (3, 3)
    assert (found.first_event, found.last_event) == (date(2017, 9, 12), date(2019, 7, 31))
    assert queries.overview(store, YEAR).events == 1
    assert queries.overview(store, Selection(outlets=("",))).quotations == 1


def test_speakers_come_with_their_sides(store):
    found = queries.top_speakers(store).set_index("speaker_id")
    assert found.loc["mevlut-cavusoglu", ["quotations", "supports", "opposes", "undecided"]].tolist() == [1, 1, 0, 0]
    assert found.loc["sergey-chemezov", "speaker_role"] == "Chief Executive"
    assert len(queries.top_speakers(store, limit=1)) == 1


@pytest.mark.parametrize(
    ("period", "first"),
    [("day", "2019-11-28"), ("month", "2019-11-01"), ("quarter", "2019-10-01"), ("year", "2019-01-01")],
)
def test_coverage_counts_articles_by_outlet_and_period(store, period, first):
    (row,) = queries.coverage(store, period=period).to_dict("records")
    assert (row["period"], row["outlet"], row["articles"]) == (pd.Timestamp(first), "Bosphorus Post", 1)


def test_every_doubt_opens_its_rows(store):
    doubts = queries.doubts(store).set_index("doubt")
    assert doubts["n"].to_dict() == {
        "undated articles": 1,
        "unknown outlets": 1,
        "undated events": 1,
        "undecided sides": 1,
        "open dates": 1,
        "failed files": 1,
    }
    for doubt, n in doubts["n"].items():
        rows = queries.doubt_rows(store, doubt)
        assert len(rows) == n
        assert rows["words"].notna().all()
    assert queries.doubt_rows(store, "failed files")["reason"].tolist() == ["is empty"]
    with pytest.raises(TableError, match="no doubt is called 'weather'"):
        queries.doubt_rows(store, "weather")


def test_an_article_opens_with_everything_read_out_of_it(store):
    view = queries.article(store, "a1")
    assert view.article["title"].iloc[0] == "Ankara stands by missile deal"
    assert [len(view.furniture), len(view.timexes), len(view.mentions)] == [1, 2, 2]
    assert [len(view.quotations), len(view.stances), len(view.events), len(view.participants)] == [2, 2, 2, 4]
    assert queries.article(store, "a9") is None


def test_the_list_of_articles_counts_their_rows(store):
    found = queries.articles(store).set_index("article_id")
    assert found.loc["a1", ["events", "quotations", "actors", "cut"]].tolist() == [2, 2, 4, 1]


def test_imports_and_their_failures_are_kept(store):
    run = queries.import_runs(store).iloc[0]
    assert (run["new"], run["failed"]) == (2, 1)
    failed = queries.import_errors(store, int(run["run_id"]))
    assert failed[["file", "reason"]].values.tolist() == [["broken.txt", "is empty"]]
    assert queries.import_errors(store, 99).empty


def test_the_span_of_dates_covers_everything(store, empty):
    assert queries.date_span(store) == (date(2017, 9, 12), date(2019, 11, 28))
    assert queries.date_span(empty) == (None, None)


@pytest.mark.parametrize(
    "query",
    [
        queries.events,
        queries.quotations,
        queries.stances,
        queries.articles,
        queries.top_speakers,
        queries.coverage,
        queries.latest_events,
        queries.doubts,
    ],
)
def test_an_empty_store_gives_empty_frames_with_the_same_types(store, empty, query):
    assert query(empty, Selection()).empty
    assert query(empty, Selection()).dtypes.to_dict() == query(store, Selection()).dtypes.to_dict()


@pytest.mark.parametrize("about", ["articles", "events", "quotations"])
def test_an_empty_store_has_no_choices_and_nothing_hidden(empty, about):
    assert queries.facets(empty, about, Selection()).empty
    assert queries.shown(empty, about, YEAR) == queries.Shown(about, 0, 0, ())


@pytest.mark.parametrize("selection", [Selection(), YEAR, Selection(outlets=("no such",))], ids=str)
def test_the_widest_article_tells_most_of_what_others_tell_and_titles_stand_in_order(store, selection):
    told = queries.events(store)
    shared = told.groupby("occurrence_id")["article_id"].transform("nunique") > 1
    titles = queries.titles(store, selection)
    assert titles["article_id"].tolist() == queries.articles(store, selection)["article_id"].tolist()
    inside = told.loc[shared & told["article_id"].isin(titles["article_id"])]
    counts = inside.groupby("article_id")["occurrence_id"].nunique()
    expected = counts.index[counts == counts.max()].min() if len(counts) else None
    assert queries.widest_article(store, selection) == expected
    assert selection != Selection() or expected


def test_no_view_shows_a_raw_name():
    views = [view for name, view in vars(queries).items() if name.endswith("_VIEW")]
    assert len(views) == 18
    for view in views:
        assert len(set(view.names)) == len(view.names), view.name
        for column in view.columns:
            assert column.label[0].isupper(), column
            assert "_" not in column.label, column
            assert column.meaning.endswith("."), column


def test_a_very_long_search_is_answered(store):
    for words in (" ".join(str(n) for n in range(5000)), "a" * 100_000):
        assert queries.events(store, Selection(words=words)).empty


def test_whom_words_are_said_to_counts_by_actor_and_else_by_words(new_database):
    opened = open_store(new_database())
    mention = replace(ANKARA.mentions[1], actor=replace(ANKARA.mentions[1].actor, actor_id="tur", name="Turkey"))
    refusal, warning = ANKARA.quotations
    to_reporters = replace(refusal, addressee="his opposite number")
    opened.save(replace(ANKARA, mentions=(*ANKARA.mentions, mention, mention), quotations=(to_reporters, warning)))
    opened.save(replace(copied(ANKARA, "b1", "Second Post", date(2019, 11, 30)), mentions=(mention,)))
    opened.save(replace(MOSCOW, quotations=(replace(MOSCOW.quotations[0], addressee="Turkey"),)))
    found = queries.addressed_in_quotations(opened)
    told = [(name, None if pd.isna(key) else key, n) for key, name, n in found.itertuples(index=False)]
    assert told == [("Turkey", "tur", 2), ("Turkey", None, 1), ("his opposite number", None, 1)]
    narrowed = queries.addressed_in_quotations(opened, Selection(actors=(refusal.speaker.actor_id,)))
    assert list(narrowed["actor_name"]) == ["his opposite number"]
