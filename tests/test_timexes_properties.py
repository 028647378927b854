"""What holds for expressions of time in any text whatever."""

import time
from datetime import date

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from s400data.errors import KnowledgeError
from s400data.knowledge.timex_words import Holiday, easter, load_holidays, load_name_cues, load_timex_terms
from s400data.records import Article
from s400data.timexes import find_timexes
from s400data.timexes.recognition import find_readings

WORDS = spacy.blank("en")
TIME_WORDS = (
    "the a last next this that past early late mid end of in on by from to and - – , . ( ) 's 31 12 7 2019 1939 45 "
    "499 BC 1990s '99 3rd second May March December Dec. Monday Sunday morning night day days week month year years "
    "quarter half century decade summer fall ago later before after every daily today tonight now recently noon 5 pm "
    "16:02 27.11.2019 2019-13-45 31/02/2019 2882015 99999999999999999999 few couple hundred Christmas 9/11 fiscal FY "
    "anniversary"
)
PIECES = st.sampled_from([*TIME_WORDS.split(), "\n\n"])
PUBLISHED = st.one_of(st.none(), st.dates())


def timexes_in(text, published):
    article = Article(
        "a",
        "",
        None,
        None,
        None,
        published,
        "day" if published else None,
        "unknown",
        None,
        "en",
        text,
        None,
        (),
        (),
        "",
    )
    return find_timexes(WORDS.make_doc(text), article)


def check(text, timexes):
    reached = 0
    for timex in timexes:
        mention = timex.mention
        assert text[mention.start : mention.end] == mention.text
        assert mention.text.strip() == mention.text != ""
        assert mention.start >= reached
        reached = mention.end
        assert timex.value
        assert 0 < timex.confidence <= 1
        if timex.interval:
            assert timex.interval.earliest <= timex.interval.latest


@given(st.lists(PIECES, max_size=30).map(" ".join), PUBLISHED)
@settings(max_examples=400, deadline=None)
def test_any_string_of_time_words_is_read_without_overlap(text, published):
    check(text, timexes_in(text, published))


@given(st.text(max_size=200), PUBLISHED)
@settings(max_examples=200, deadline=None)
def test_any_text_at_all_is_read_without_overlap(text, published):
    check(text, timexes_in(text, published))


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2050, 12, 31)))
@settings(max_examples=200, deadline=None)
def test_every_way_of_writing_a_day_names_that_day(day):
    month = f"{day:%B}"
    for written in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day:%A}, {month} {day.day}, {day.year}",
        f"{day:%d.%m.%Y}",
        day.isoformat(),
    ):
        (timex,) = timexes_in(f"It was signed on {written} in Ankara.", None)
        assert timex.mention.text == written
        assert timex.value == day.isoformat()
        assert timex.interval is not None
        assert timex.interval.earliest == timex.interval.latest == day


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2025, 12, 31)), st.integers(1, 7))
@settings(max_examples=200, deadline=None)
def test_weekday_told_as_past_is_one_of_the_last_seven_days(published, weekday):
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday - 1]
    (timex,) = timexes_in(f"The envoy arrived on {name}.", published)
    assert timex.interval is not None
    assert 0 <= (published - timex.interval.earliest).days < 7
    assert timex.interval.earliest.isoweekday() == weekday


GROWING = {
    "prose": "On Monday, 3 May 2019, the envoy said that deliveries would start in mid-July, two years later. ",
    "numbers": "1 2 3 1,2,3 1.2.3 2019-2018-2017 ",
    "one word": "a",
    "digits": "1",
    "commas": "1,",
    "articles": "the a of in the last ",
    "units": "two days and three weeks or ",
    "dashes": "May-",
    "spaces": " ",
    "code": "a1-",
}


@pytest.mark.parametrize("piece", GROWING.values(), ids=GROWING.keys())
def test_time_grows_with_the_text_and_no_faster(piece):
    seconds = []
    for size in (30_000, 300_000):
        text = piece * (size // len(piece))
        start = time.perf_counter()
        find_readings(text)
        seconds.append(time.perf_counter() - start)
    # Ten times the text; a quadratic step would take a hundred times as long.
    assert seconds[1] < 40 * seconds[0] + 0.5


def test_time_words_are_in_small_letters_and_stand_once():
    words = [word for term in load_timex_terms() for word in term.words]
    assert len(words) == len(set(words))
    assert all(word == word.lower() for word in words)
    assert all(word == word.lower() for cue in load_name_cues() for word in cue.words)


def test_months_and_weekdays_are_complete():
    def values(*kinds):
        return {int(term.value) for term in load_timex_terms() if term.kind in kinds}

    assert values("month", "month_name") == set(range(1, 13))
    assert values("weekday") == set(range(1, 8))


@pytest.mark.parametrize(
    ("year", "day"),
    [(2019, date(2019, 4, 21)), (2000, date(2000, 4, 23)), (1961, date(1961, 4, 2)), (2038, date(2038, 4, 25))],
)
def test_easter(year, day):
    assert easter(year) == day


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("thanksgiving", 2019, date(2019, 11, 28)),
        ("memorial day", 2019, date(2019, 5, 27)),
        ("black friday", 2019, date(2019, 11, 29)),
        ("good friday", 2019, date(2019, 4, 19)),
        ("christmas", 2019, date(2019, 12, 25)),
    ],
)
def test_holiday_falls_on(name, year, day):
    (holiday,) = [holiday for holiday in load_holidays() if name in holiday.names]
    assert holiday.in_year(year) == day


def test_word_standing_twice_is_reported_with_its_line(tmp_path, monkeypatch):
    (tmp_path / "timexes.toml").write_text(
        '[[term]]\nkind = "month"\nvalue = "1"\nwords = ["may"]\n\n[[term]]\nkind = "verb"\nwords = ["may"]\n'
    )
    monkeypatch.setattr("s400data.knowledge.timex_words.english_folder", lambda: tmp_path)
    with pytest.raises(KnowledgeError, match="'may' stands in an entry above too") as error:
        load_timex_terms.__wrapped__()
    assert error.value.line == 6


def test_holiday_without_a_day_is_reported(tmp_path, monkeypatch):
    (tmp_path / "holidays.toml").write_text('[[holiday]]\nnames = ["someday"]\nmonth = 5\n')
    monkeypatch.setattr("s400data.knowledge.timex_words.english_folder", lambda: tmp_path)
    with pytest.raises(KnowledgeError, match="neither a day nor a rule"):
        load_holidays.__wrapped__()
    assert Holiday(("x",), month=5, day=1).in_year(2019) == date(2019, 5, 1)
