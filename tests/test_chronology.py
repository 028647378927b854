"""Chronology: years of bare dates from the evidence of a text, and none where the evidence leaves more than one."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from s400data.chronology import (
    find_landmarks,
    find_written_dates,
    office_holders_in,
    possible_years,
    publication_bounds,
)
from s400data.chronology.offices import OfficeTerm
from s400data.errors import KnowledgeError
from s400data.knowledge.furniture import load_furniture_rules
from s400data.knowledge.landmarks import load_landmarks
from s400data.knowledge.outlets import load_outlets, outlet_of_domain

SANCTIONED = "On December 14, the US imposed sanctions on Turkey's Presidency of Defense Industries."
MINISTER = (
    OfficeTerm("Ada Lovelace", ("Ada Lovelace", "Lovelace"), ("Foreign Minister",), date(2018, 5, 1), date(2020, 3, 1)),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was signed on September 12, 2017.", [(2017, 9, 12, "past")]),
        ("They were bought in 2017.", [(2017, None, None, "past")]),
        ("It will be ready by April 2020.", [(2020, 4, None, "future")]),
        ("The deal is expected to be signed in 2020.", [(2020, None, None, "future")]),
        ("He said it would be deployed from October 2019.", [(2019, 10, None, "open")]),
        ("On Wednesday, 27 November, he spoke.", [(None, 11, 27, "past")]),
        ("The 2023 elections matter.", [(2023, None, None, "open")]),
        ("The range is 2019 km and the price $2019.", []),
        ("It may fly, he said.", []),
    ],
)
def test_written_dates_are_found_with_their_tense(text, expected):
    assert [(one.year, one.month, one.day, one.tense) for one in find_written_dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (SANCTIONED, ["US sanctions on Turkey's Presidency of Defence Industries"]),
        ("The US could impose sanctions on Turkey's Presidency of Defense Industries.", []),
        ("Turkey was removed from the F-35 program.", ["F-35 exclusion of Turkey"]),
        ("The US threatened that Turkey would be removed from the F-35 program.", []),
        ("Russia's invasion of Ukraine changed that.", ["Russian invasion of Ukraine"]),
        ("President-elect Joe Biden said so.", ["US presidential election of 2020"]),
    ],
)
def test_landmarks_are_found_where_they_are_told_as_past(text, names):
    assert [mention.landmark.name for mention in find_landmarks(text)] == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Foreign Minister Ada Lovelace said so.", True),
        ("Lovelace, the foreign minister, said so.", True),
        ("Former Foreign Minister Ada Lovelace said so.", False),
        ("Deputy Foreign Minister Ada Lovelace said so.", False),
        ("Lovelace said so.", False),
        ("In 2018, Foreign Minister Ada Lovelace said so.", False),
    ],
)
def test_office_holders_bound_the_day_of_writing(text, found):
    assert bool(office_holders_in(text, MINISTER)) is found


def test_a_landmark_of_the_same_week_settles_the_year_of_the_dateline():
    evidence = possible_years(SANCTIONED + " US Secretary of State Michael Pompeo spoke to reporters.", 12, 18)
    assert evidence.year == 2020
    assert "2020-12-14" in evidence.explanation


def test_a_bare_date_in_the_sentence_of_a_landmark_is_that_day():
    assert possible_years(SANCTIONED, 12, 14, at=SANCTIONED.index("December")).year == 2020


def test_a_weekday_printed_with_the_date_chooses_among_years():
    text = "It was agreed in 2017. The talks that began in 2018 went on."
    assert possible_years(text, 11, 27).years == (2018, 2019, 2020, 2021, 2022)
    assert possible_years(text, 11, 27, weekday=2).year == 2019


def test_the_weekday_of_the_lead_chooses_only_between_bounds():
    text = "The minister said so on Tuesday. The contract was confirmed in September 2017 and begun in 2018."
    assert possible_years(text, 8, 27).years == (2019,)


def test_more_than_one_year_stays_open_with_the_reason():
    evidence = possible_years("It was signed in 2017. It began in 2018.", 5, 3)
    assert evidence.year is None
    assert "all fit" in evidence.explanation


def test_no_evidence_gives_no_year():
    assert possible_years("The minister spoke.", 5, 3).years == ()


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("The talks began on December 20.", 2019),
        ("The talks will begin on December 20.", 2020),
        ("The talks began on January 5.", 2020),
    ],
)
def test_a_bare_date_beside_a_known_day_of_writing_follows_its_tense(sentence, year):
    month, day = (12, 20) if "December" in sentence else (1, 5)
    at = sentence.index("December" if "December" in sentence else "January")
    assert possible_years(sentence, month, day, at=at, published=date(2020, 1, 10)).year == year


def test_bounds_name_what_set_them():
    bounds = publication_bounds("The contract was signed in 2017. It is expected to be filled in 2020.")
    assert (bounds.earliest, bounds.latest) == (date(2017, 1, 1), date(2020, 12, 31))
    assert [reason.words for reason in bounds.binding] == ["'2017' is told as past", "'2020' is still to come"]


@settings(max_examples=80, deadline=None)
@given(text=st.text(max_size=300), month=st.integers(1, 12), day=st.integers(1, 31))
def test_years_are_ordered_and_have_the_day(text, month, day):
    evidence = possible_years(text, month, day)
    assert list(evidence.years) == sorted(set(evidence.years))
    assert evidence.explanation


def test_the_knowledge_is_read():
    assert len(load_outlets()) > 60
    assert len(load_landmarks()) > 40
    assert load_furniture_rules()
    assert outlet_of_domain("www.dailysabah.com") is not None


def test_two_outlets_with_one_name_are_refused_with_the_line(tmp_path, monkeypatch):
    entry = '[[outlet]]\nname = "The Gazette"\ncountry = "GBR"\n'
    (tmp_path / "outlets.toml").write_text(entry + "\n" + entry.replace("The Gazette", "Gazette"), encoding="utf-8")
    monkeypatch.setenv("S400_KNOWLEDGE", str(tmp_path))
    with pytest.raises(KnowledgeError, match="line 5: 'gazette' already belongs"):
        load_outlets.__wrapped__()


def test_a_landmark_that_ends_before_it_begins_is_refused(tmp_path, monkeypatch):
    entry = '[[landmark]]\nname = "x"\non = 2020-01-02\nuntil = 2020-01-01\nnote = "n"\nwords = ["x"]\n'
    (tmp_path / "landmarks.toml").write_text(entry, encoding="utf-8")
    monkeypatch.setenv("S400_KNOWLEDGE", str(tmp_path))
    with pytest.raises(KnowledgeError, match="ends before it begins"):
        load_landmarks.__wrapped__()
