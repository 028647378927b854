"""Search: what a person may type, and what is found."""

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from s400data import queries
from s400data.queries import Selection
from s400data.store import find_terms, open_store, read_search
from s400data.store.engines import writing
from s400data.store.highlights import place_terms
from s400data.store.searches import MOST_TERMS, in_words
from tests.quoted import SAYINGS, build_quoted

EVERYTHING = " ".join(saying[0] for saying in SAYINGS)


@pytest.fixture(scope="module")
def store(new_database):
    opened = open_store(new_database())
    for extraction in build_quoted():
        opened.save(extraction)
    yield opened
    opened.engine.dispose()


def find(store, typed):
    spellings = tuple((one.word, one.names) for one in queries.find_spellings(queries.name_words(store), typed))
    found = queries.quotations(store, Selection(words=typed, spellings=spellings))["quotation_id"]
    return " ".join(sorted(found, key=lambda number: int(number[1:])))


CASES = [
    # Words, in all their forms.
    ("sanctions", "q1 q10"),
    ("sanction", "q1 q10"),
    ("sanctioned official", "q10"),
    ("delivery", "q7 q10"),
    ("deliveries", "q7 q10"),
    ("patriots", "q4 q6"),
    ("turkey", "q1 q3 q4 q5 q6"),
    ("nobody", ""),
    ("ear", ""),
    # Spellings.
    ("Erdogan", "q3 q4"),
    ("Erdoğan", "q3 q4"),
    ("ERDOGAN", "q3 q4"),
    ("erdoğan", "q3 q4"),
    ("ERDOĞAN", "q3 q4"),
    ("Cavusoglu", "q5 q6"),
    ("Çavuşoğlu", "q5 q6"),
    ("CAVUSOGLU", "q5 q6"),
    ("S-400", "q2 q3 q7"),
    ("S400", "q2 q3 q7"),
    ("S 400", "q2 q3 q7"),
    ("s‑400", "q2 q3 q7"),
    ("С-400", "q2 q3 q7"),
    ("F-35", "q2"),
    ("f35s", "q2"),
    ("Лавров", "q7 q8"),
    ("lavrov", "q7 q8"),
    ("Sergei", "q7 q8"),
    ("sergey", "q7 q8"),
    ("Mevlut", "q5 q6"),
    # Phrases and prefixes.
    ('"not give up"', "q3"),
    ("“not give up”", "q3"),
    ('"give not"', ""),
    ('"sanction"', ""),
    ('"air defence"', "q9"),
    ("air-defence", "q9"),
    ("sanct*", "q1 q10"),
    ("black*", "q8"),
    ('"go o*"', ""),
    ('"go o"*', "q7"),
    ("won't", "q8"),
    ("won’t", "q8"),
    # Operators.
    ("sanctions AND official", "q10"),
    ("blackmail OR sanctions", "q1 q8 q10"),
    ("S-400 NOT erdogan", "q2 q7"),
    ("NOT (potomac OR bosphorus OR volga)", "q6 q9 q10"),
    ("(deal OR decision) NOT stoltenberg", "q5"),
    ("s400 F-35 OR blackmail", "q2 q8"),
    ("sanctions or official", ""),
    # Fields.
    ("speaker:pompeo", "q1 q2"),
    ("speaker:pompeo said:sanctions", "q1"),
    ("speaker:(lavrov OR stoltenberg)", "q7 q8 q9"),
    ('speaker:"mike pompeo"', "q1 q2"),
    ("speaker:pompo", "q1 q2"),
    ("speaker:Stoltenburg", "q9"),
    ("speaker:nobodyofthisname", ""),
    ("NOT speaker:pompeo S400", "q3 q7"),
    ("role:minister", "q5 q6 q7 q8"),
    ("country:rus", "q7 q8"),
    ("country:turkey", "q3 q4 q5 q6"),
    ("body:nato", "q9"),
    ("outlet:volga", "q7 q8"),
    ("via:interfax", "q7"),
    ("to:washington", "q5"),
    ("title:embargo", "q1 q7"),
    ("article:embargo NOT lavrov", "q1"),
    ("article:nobody pompeo", "q1 q2"),
    # Text that only looks like a query.
    ('"', EVERYTHING),
    ("*", EVERYTHING),
    ("OR", EVERYTHING),
    ("", EVERYTHING),
    ("NEAR(", "q8"),
    ("NEAR(deal done, 2)", ""),
    ("'; DROP TABLE quotations; --", ""),
    ("deal'; --", "q5 q9"),
    ('"deal is', "q5 q9"),
    ("(deal", "q5 q9"),
    ("deal)", "q5 q9"),
    ("((((deal))))", "q5 q9"),
    ("deal AND", "q5 q9"),
    ("AND OR NOT deal", "q1 q2 q3 q4 q6 q7 q8 q10"),
    ("said : deal", "q5 q9"),
    ("{said} : deal", "q5 q9"),
    ("^deal", "q5 q9"),
    ("deal + done", "q5"),
    ("-deal", "q5 q9"),
    ("deal | nothing", ""),
    ("!deal & deal:*", "q5 q9"),
    ("100%", "q10"),
    ("__every", ""),
    ("_sanction", "q1 q10"),
    ("\x00deal\x00", "q5 q9"),
    ("http://deal", ""),
    ("colour:red", ""),
    ("\\", EVERYTHING),
    ("😀", ""),
]


@pytest.mark.parametrize(("typed", "found"), CASES, ids=[repr(typed) for typed, _ in CASES])
def test_a_search_finds(store, typed, found):
    assert find(store, typed) == found


def test_there_is_still_a_table_of_quotations(store):
    assert len(queries.quotations(store, Selection())) == len(SAYINGS)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(typed=st.text(max_size=40) | st.text('ab"()*:- ANDORNOTspeaker:', max_size=40))
def test_any_text_can_be_searched(store, typed):
    find(store, typed)
    in_words(read_search(typed).tree)


@pytest.mark.parametrize("about", [queries.articles, queries.events, queries.quotations])
@pytest.mark.parametrize("typed", ["speaker:pompeo", "via:tass", "place:ankara", "author:writer", "article:deal"])
def test_every_field_is_understood_on_every_page(store, about, typed):
    about(store, Selection(words=typed))


@pytest.mark.parametrize(
    "typed",
    [
        "deal " * 2000,
        "x" * 10_000,
        "(" * 10_000,
        ")" * 10_000,
        '"' * 9_999,
        "NOT " * 2500,
        "(a OR " * 1500,
        "a AND " * 1500,
    ],
    ids=lambda typed: typed[:6],
)
def test_a_search_of_ten_thousand_characters_is_answered(store, typed):
    find(store, typed)


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ('"deal is', "A quotation mark has no partner and was left out."),
        ("(deal", "A bracket has no partner and was left out."),
        ("deal)", "A bracket has no partner and was left out."),
        ("deal AND", "“AND” joins nothing here and was left out."),
        ("OR deal", "“OR” joins nothing here and was left out."),
        ("deal NOT", "“NOT” joins nothing here and was left out."),
        ("colour:red", "“colour:” is no field"),
        (" ".join(f"w{n}" for n in range(MOST_TERMS + 1)), f"Only the first {MOST_TERMS} words were searched."),
        ("(" * 20 + "deal" + ")" * 20, "Brackets inside more than twelve others were left out."),
    ],
)
def test_what_cannot_be_meant_is_named(typed, note):
    assert any(one.startswith(note) for one in read_search(typed).notes)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ('sanctions "will not" deliver* speaker:pompeo', "(sanctions and “will not” and deliver… and speaker: pompeo)"),
        ("a OR b NOT c", "(a or (b and not c))"),
        ("speaker:(a OR b)", "(speaker: a or speaker: b)"),
        ("", ""),
    ],
)
def test_a_search_is_said_in_words(typed, said):
    assert in_words(read_search(typed).tree) == said


def test_a_guessed_name_is_told_from_one_that_sounds_alike(store):
    names = queries.name_words(store)
    assert [(one.names, one.guessed) for one in queries.find_spellings(names, "speaker:pompo")] == [(("pompeo",), True)]
    assert [(one.names, one.guessed) for one in queries.find_spellings(names, "sergei")] == [(("sergey",), False)]
    assert queries.find_spellings(names, "speaker:pomp deal") == ()


@pytest.mark.parametrize(
    ("written", "typed", "found"),
    [
        ("Erdoğan met ERDOGAN.", "erdogan", ["Erdoğan", "ERDOGAN"]),
        ("The S-400 or S 400 or S400s", "s400", ["S-400", "S 400", "S400s"]),
        ("We will\n not give up", '"will not"', ["will\n not"]),
        ("Straße", "strasse", ["Straße"]),
        ("Sanctions were sanctioned", "sanction", ["Sanctions", "sanctioned"]),
        ("Sanctions were sanctioned", '"sanctions"', ["Sanctions"]),
        ("Sanctions, not deals", "sanct* NOT deals", ["Sanctions"]),
        ("Pompeo spoke", "speaker:pompeo", []),
        ("nothing here", "absent", []),
    ],
)
def test_found_words_are_placed_in_the_text(written, typed, found):
    assert [written[start:end] for start, end in find_terms(written, typed)] == found


def test_every_quotation_found_by_its_words_has_them_marked(store):
    for typed in ("sanctions", "S400", '"give up"', "deliver*"):
        tree = queries.searched("quotations", Selection(words=typed))
        rows = queries.quotations(store, Selection(words=f"said:({typed})"))
        assert len(rows)
        for said in rows["text"]:
            assert list(place_terms(said, tree))


def test_the_best_fit_comes_first(store):
    found = queries.quotation_page(store, Selection(words="deal"), "relevance")
    assert list(found["quotation_id"]) == ["q5", "q9"]
    assert len(queries.quotation_page(store, Selection(words="NOT deal"), "relevance")) == len(SAYINGS) - 2
    assert len(queries.quotation_page(store, Selection(words="article:embargo"), "relevance")) == 2


@pytest.mark.parametrize("order", get_args(queries.Order))
def test_pages_hold_every_quotation_once(store, order):
    pages = [queries.quotation_page(store, Selection(), order, first=n, most=4) for n in (0, 4, 8, 12)]
    assert [len(page) for page in pages] == [4, 4, 2, 0]
    assert {number for page in pages for number in page["quotation_id"]} == set(EVERYTHING.split())


def test_an_article_read_again_is_found_by_its_new_words_only(store):
    first = build_quoted()[0]
    changed = replace(first, article=replace(first.article, author="Somebody Entirelyelse"))
    store.save(changed)
    assert list(queries.articles(store, Selection(words="entirelyelse"))["article_id"]) == ["q1"]
    store.save(first)
    assert queries.articles(store, Selection(words="entirelyelse")).empty
    with writing(store.engine) as connection:
        for name in ("articles", "quotations", "events"):
            indexed = connection.execute(text(f"SELECT count(*) FROM {name}_search")).scalar()
            assert indexed == connection.execute(text(f"SELECT count(*) FROM {name}")).scalar()
