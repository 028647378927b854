"""The index of comparison: made once, brought up to date as articles come and go, the same as reading them anew."""

from collections import Counter
from dataclasses import fields, replace
from datetime import date
from io import BytesIO

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, update

from s400data import comparison, queries
from s400data.comparison.prints import pack_uses
from s400data.comparison.shingles import PAIRED, count_shared
from s400data.comparison.statements import find_statements
from s400data.comparison.tallies import add_uses
from s400data.queries import EVERYTHING, Selection
from s400data.queries.coded import Coded
from s400data.queries.report_codes import read_reports
from s400data.store import open_store
from s400data.store.comparisons import links, made, prints
from s400data.store.engines import writing
from s400data.store.schema import events, quotations
from tests.collection import build_collection
from tests.desks import copied
from tests.samples import ANKARA, MOSCOW


@pytest.fixture
def store(new_database):
    opened = open_store(new_database())
    for extraction in (ANKARA, MOSCOW, copied(ANKARA, "b1", "Second Post", date(2019, 11, 30))):
        opened.save(extraction)
    comparison.bring_up_to_date(opened)
    return opened


def families(store, selection=EVERYTHING):
    return sorted(sorted(family) for family in comparison.find_families(store, selection)[0])


def test_the_index_finds_the_statements_that_reading_anew_finds(store):
    anew = find_statements(queries.quotations(store)).groupby("statement")["quotation_id"].apply(sorted)
    assert families(store) == sorted(anew)
    assert families(store)


def test_a_quotation_leads_to_those_of_other_articles_that_carry_its_statement(store):
    said = queries.quotations(store)["quotation_id"].tolist()
    number = comparison.number_statements(store, [*said, "gone"])
    assert list(number) == said
    by_number = pd.Series(number).groupby(number).groups.values()
    assert sorted(sorted(keys) for keys in by_number if len(keys) > 1) == families(store)
    # What is asked about alone joins nothing; whatever carries the same is found all the same.
    one = families(store)[0][0]
    assert len(set(comparison.number_statements(store, [one]).values())) == 1
    found = comparison.find_carriers(store, [*said, "gone"])
    expected = [(one, other) for family in families(store) for one in family for other in family if one != other]
    assert sorted(zip(found["carried"], found["quotation_id"], strict=True)) == sorted(expected)
    assert set(found["outlet"]) == {"Bosphorus Post", "Second Post"}
    assert comparison.find_carriers(store, []).empty


def test_an_article_that_comes_later_is_linked_and_one_that_goes_is_forgotten(store):
    before = families(store)
    store.save(copied(ANKARA, "d1", "Third Post", date(2019, 12, 1)))
    comparison.bring_up_to_date(store)
    assert comparison.count_origins(store, EVERYTHING) == (4, 2)
    assert max(map(len, families(store))) == 3
    # The earliest of the copies is their origin until it goes.
    store.remove("a1")
    comparison.bring_up_to_date(store)
    assert comparison.count_origins(store, EVERYTHING) == (3, 2)
    assert all(not key.startswith("a1") for family in families(store) for key in family)
    store.save(ANKARA)
    store.remove("d1")
    comparison.bring_up_to_date(store)
    assert families(store) == before


def test_an_article_read_again_is_printed_again(store):
    longer = replace(ANKARA.article, text=f"{ANKARA.article.text} Angora is its older name.")
    store.save(replace(ANKARA, article=longer))
    comparison.bring_up_to_date(store)
    assert comparison.find_users(store, EVERYTHING, "all", "angora") == [("a1", "Bosphorus Post")]


def test_links_of_other_rules_are_forgotten(store):
    before = families(store)
    with writing(store.engine) as connection:
        numbers = connection.execute(select(quotations.c.number).order_by(quotations.c.number)).scalars().all()
        connection.execute(delete(links))
        connection.execute(insert(links), [{"one": numbers[0], "other": number} for number in numbers[1:]])
        connection.execute(update(prints).values(edition="older"))
        connection.execute(delete(made))
    # What is kept in memory for one connection is not known to another.
    other = open_store(store.url)
    comparison.bring_up_to_date(other)
    assert families(other) == before


def test_filters_narrow_what_is_counted(store):
    one_outlet = Selection(outlets=("Second Post",))
    assert set(comparison.sum_terms(store, one_outlet, "own")) == {"Second Post"}
    assert families(store, one_outlet) == []
    assert comparison.find_shared_text(store, one_outlet).empty


def test_copies_left_out_are_out_of_rows_counts_and_choices_alike(store):
    once = Selection(originals=True)
    kept = queries.quotations(store, once)
    assert set(kept["article_id"]) == {"a1", MOSCOW.article.article_id}
    shown = queries.shown(store, "quotations", once)
    assert shown.shown == len(kept) < shown.total
    assert [hidden.filter for hidden in shown.hidden] == ["originals"]
    outlets = queries.facets(store, "quotations", once)
    assert "Second Post" not in set(outlets.loc[outlets["facet"] == "outlets", "value"])


def test_the_matrix_lists_what_is_told_differently(store):
    store.link_events({"a1-e0": "contract", "a2-e0": "contract", "b1-e0": "contract"})
    comparison.bring_up_to_date(store)
    assert comparison.find_disputed(store, EVERYTHING) == {"contract"}
    assert comparison.find_disputed(store, Selection(outlets=("Second Post",))) == set()
    assert queries.occurrence_page(store, among={"contract"}).occurrences == ("contract",)
    told, articles = queries.events(store), queries.bylines(store)
    kept = comparison.read_disagreements(store, told["occurrence_id"].tolist())
    anew, found = (comparison.compare_coverage(told, articles, disagreements=given) for given in (None, kept))
    pd.testing.assert_frame_equal(found.cells, anew.cells)
    assert "reported-differently" in set(found.cells["state"])
    pd.testing.assert_frame_equal(comparison.find_conflicts(told, kept), comparison.find_conflicts(told))
    alone = told.loc[told["outlet"] == "Second Post"]
    assert comparison.find_conflicts(alone, kept).empty, "only what is asked about is set against each other"
    # An event that no longer has reports which disagree is judged anew.
    store.link_events({"a1-e0": "another", "b1-e0": "another"})
    comparison.bring_up_to_date(store)
    assert comparison.find_disputed(store, EVERYTHING) == set()


@pytest.mark.parametrize("days", [7, 14, 30])
def test_events_left_out_are_those_of_the_matrix(new_database, days):
    store = open_store(new_database())
    for extraction in build_collection(24):
        store.save(extraction)
    articles = queries.bylines(store)
    cells = comparison.compare_coverage(queries.events(store), articles, days=days).cells
    expected = set(cells.loc[cells["state"] == "not-reported", "occurrence_id"])
    seen = comparison.overlook_coverage(queries.told_by(store), articles, days=days)
    assert seen.find_left_out() == expected
    assert expected
    comparison.bring_up_to_date(store)
    counted = seen.count_states(comparison.count_disputed(store, EVERYTHING))
    assert {state: n for state, n in counted.items() if n} == cells["state"].value_counts().to_dict()


@pytest.mark.parametrize("order", ["outlets", "earliest", "latest", "type"])
def test_pages_of_events_hold_each_once_in_order(new_database, order):
    store = open_store(new_database())
    for extraction in build_collection(12):
        store.save(extraction)
    every = queries.occurrence_page(store, order=order, limit=None)
    parts = [queries.occurrence_page(store, order=order, offset=n, limit=5) for n in range(0, every.total, 5)]
    assert [one for part in parts for one in part.occurrences] == list(every.occurrences)
    assert set(every.occurrences) == set(queries.events(store)["occurrence_id"])


def test_codes_of_reports_are_kept_for_the_data_they_were_gathered_from(store):
    def plain(codes):
        cells = (getattr(codes, field.name) for field in fields(codes))
        return [(cell.codes.tolist(), cell.values) if isinstance(cell, Coded) else list(cell) for cell in cells]

    gathered = plain(read_reports(store))
    with writing(store.engine) as connection:
        # Behind the program's back, so that whoever read the table again would notice.
        connection.execute(update(events).values(type="threat"))
    assert plain(read_reports(open_store(store.url))) == gathered
    store.link_events({"a1-e0": "contract"})
    anew = read_reports(open_store(store.url))
    assert set(anew.types.values) == {"threat"}
    assert "contract" in anew.occurrences.values


def test_codes_that_another_version_kept_are_gathered_anew(store):
    codes = read_reports(store)
    with writing(store.engine) as connection:
        packed = BytesIO()
        np.savez(packed, numbers=codes.numbers, words=np.frombuffer(b"{}", dtype=np.uint8))
        connection.execute(update(made).values(reports=packed.getvalue()))
    assert read_reports(open_store(store.url)).event_ids == codes.event_ids


def test_nothing_is_made_twice(store):
    counts = comparison.count_terms(store, EVERYTHING, "all", "Second Post")
    comparison.bring_up_to_date(store)
    pd.testing.assert_frame_equal(counts, comparison.count_terms(store, EVERYTHING, "all", "Second Post"))


@given(st.lists(st.sets(st.integers(0, 30)), max_size=8))
def test_shared_runs_are_those_of_every_two_texts(sets):
    texts = [np.array(sorted(one), dtype=np.int64) for one in sets]
    expected = {
        (one, other, len(sets[one] & sets[other]))
        for other in range(len(sets))
        for one in range(other)
        if sets[one] & sets[other]
    }
    assert set(count_shared(texts)) == expected


def test_copies_in_very_many_articles_are_joined_all_the_same():
    runs = {f"a{n:03}": np.arange(50, dtype=np.int64) for n in range(3 * PAIRED)}
    articles = pd.DataFrame({"article_id": list(runs), "published": pd.NaT})
    assert comparison.find_origins(articles, comparison.find_copies(runs))["origin"].nunique() == 1


# Even for some and odd for others, but each half only once.
TERMS = st.integers(0, 500).map(lambda n: 2 * n + n % 2)


@given(st.lists(st.dictionaries(TERMS, st.integers(1, 99)), max_size=5))
def test_uses_survive_being_stored_and_add_up(counted):
    stored = [pack_uses(one) for one in counted]
    found = add_uses({"here": stored[::2], "there": stored[1::2]}, "here", None).set_index("term")
    for place, column in ((slice(0, None, 2), "here"), (slice(1, None, 2), "there"), (slice(None), "everybody")):
        expected = sum((Counter(one) for one in counted[place]), Counter())
        assert {term: n for term, n in found[column].items() if n} == expected
    assert found["articles"].sum() == sum(map(len, counted[::2]))
    # Of two outlets against each other, the others only tell what everybody says.
    two = add_uses({"other": stored[2:], "there": stored[1:2], "here": stored[:1]}, "here", "there").set_index("term")
    everybody = sum(map(Counter, counted), Counter())
    for place, column in ((slice(1), "here"), (slice(1, 2), "there")):
        assert {term: n for term, n in two[column].items() if n} == sum(map(Counter, counted[place]), Counter())
    assert dict(two["everybody"]) == {term: everybody[term] for one in counted[:2] for term in one}
