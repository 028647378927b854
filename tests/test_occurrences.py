import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from s400data.occurrences import EventReport, build_occurrences, link_events
from s400data.records import Actor, Event, Interval, Mention

TURKEY = Actor("tur", "Turkey", "state", None, "TUR", None, True)
RUSSIA = Actor("rus", "Russia", "state", None, "RUS", None, True)
USA = Actor("usa", "United States", "state", None, "USA", None, True)
POMPEO = Actor("mike-pompeo", "Mike Pompeo", "person", None, "USA", None, True)
KENT = Actor("george-kent", "George Kent", "person", None, "USA", None, True)
CAVUSOGLU = Actor("mevlut-cavusoglu", "Mevlut Cavusoglu", "person", None, "TUR", None, True)


def days(text, precision="day"):
    first, _, last = text.partition("..")
    return Interval(date.fromisoformat(first), date.fromisoformat(last or first), precision)


def report(
    event_id,
    when=None,
    *,
    type_="agreement",
    actors=(RUSSIA,),
    targets=(TURKEY,),
    objects=("S-400",),
    modality="actual",
    words=None,
    outlet=None,
    published=None,
):
    """A report of an event; its article is what stands before the hyphen of its id."""
    article = event_id.split("-")[0]
    words = words or (str(when.earliest) if when else None)
    event = Event(
        event_id=event_id,
        article_id=article,
        trigger=Mention(0, 4, "word"),
        sentence=Mention(0, 9, "word word"),
        type=type_,
        plover="AGREE",
        modality=modality,
        actors=tuple(actors),
        targets=tuple(targets),
        objects=tuple(objects),
        place=None,
        when=when,
        date_text=Mention(5, 9, words) if words else None,
        date_basis="explicit" if words else "none",
        said_in=None,
        rule="rule",
        confidence=0.9,
    )
    return EventReport(event, outlet or article, published)


YEAR = report("tass-e1", days("2017-01-01..2017-12-31", "year"), words="2017", published=date(2020, 12, 18))
MONTH = report(
    "sputnik-e1", days("2017-12-01..2017-12-31", "month"), words="December 2017", published=date(2019, 11, 27),
    objects=("$2.5 billion", "four S-400 batteries", "S-400"),
)  # fmt: skip
DAY = report("azvision-e1", days("2017-09-12"), words="September 12, 2017", published=date(2019, 5, 3))
NO_YEAR = report("unknown-e1", None, words="December")
CONTRACT = (YEAR, MONTH, DAY, NO_YEAR)


def test_one_contract_told_with_three_datings_is_one_occurrence():
    (found,) = build_occurrences(CONTRACT)
    assert len(found.versions) == 4
    assert found.when == days("2017-12-01..2017-12-31", "month")
    assert found.support == 3
    (dates,) = [one for one in found.disagreements if one.kind == "date"]
    assert {words for words, _ in dates.values} == {"2017", "December 2017", "September 12, 2017", "December"}
    assert found.first_outlet == "azvision"
    assert found.lags == (("sputnik", 208), ("tass", 595))
    assert {link.event_id for link in found.links} == {"tass-e1", "sputnik-e1", "unknown-e1"}
    assert "dates differ by 80 days" in next(link.evidence for link in found.links if link.event_id == "sputnik-e1")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(DAY, report("x-e1", days("2017-09-12"), modality="planned"), id="planned and signed"),
        pytest.param(DAY, report("x-e1", days("2017-09-12"), modality="denied"), id="denied and signed"),
        pytest.param(DAY, report("x-e1", days("2017-09-12"), objects=("Su-35",)), id="another object"),
        pytest.param(DAY, report("x-e1", days("2017-09-12"), targets=(USA,)), id="another party"),
        pytest.param(DAY, report("x-e1", days("2019-09-12")), id="two years later"),
        pytest.param(DAY, report("x-e1", days("2017-09-12"), type_="delivery"), id="another type"),
        pytest.param(
            DAY, report("x-e1", days("2017-09-12"), objects=("second regiment", "S-400")), id="the second contract"
        ),
        pytest.param(
            DAY, report("x-e1", days("2017-09-12"), actors=(), targets=(), objects=()), id="nobody and nothing"
        ),
        pytest.param(
            report("a-e1", days("2018-04-27"), type_="meeting", actors=(POMPEO,), targets=(CAVUSOGLU,), objects=()),
            report("b-e1", days("2018-04-27"), type_="meeting", actors=(KENT,), targets=(TURKEY,), objects=()),
            id="other people",
        ),
        pytest.param(
            report("a-e1", days("2018-04-27"), type_="meeting", actors=(POMPEO,), targets=(CAVUSOGLU,), objects=()),
            report("b-e1", days("2018-04-29"), type_="meeting", actors=(POMPEO,), targets=(CAVUSOGLU,), objects=()),
            id="two meetings in one week",
        ),
        pytest.param(
            report("a-e1", type_="threat", actors=(TURKEY,), targets=(USA,), objects=()),
            report("a-e2", type_="warning", actors=(USA,), targets=(TURKEY,), objects=()),
            id="threats in both directions",
        ),
    ],
)
def test_different_events_stay_apart(one, other):
    assert len(build_occurrences([one, other])) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(DAY, report("x-e1", days("2017-09-01..2017-09-30", "month")), id="a day in the month"),
        pytest.param(
            DAY, report("x-e1", days("2017-09-12"), actors=(TURKEY,), targets=(RUSSIA,)), id="told the other way"
        ),
        pytest.param(DAY, report("x-e1", days("2017-09-12"), targets=()), id="one party named"),
        pytest.param(DAY, report("x-e1", days("2017-09-12"), objects=()), id="object not named"),
        pytest.param(DAY, report("x-e1"), id="no date at all"),
        pytest.param(
            report("a-e1", days("2018-04-27"), type_="meeting", actors=(POMPEO,), targets=(CAVUSOGLU,), objects=()),
            report("b-e1", days("2018-04-27"), type_="negotiation", actors=(USA, TURKEY), targets=(), objects=()),
            id="meeting and talks",
        ),
    ],
)
def test_reports_of_one_event_are_joined(one, other):
    assert len(build_occurrences([one, other])) == 1


LONG = "The talks on a fourth battery collapsed late at night"


@pytest.mark.parametrize(
    ("sentence", "changes", "joined"),
    [
        pytest.param(LONG, {}, True, id="one sentence in two articles, nobody and no date known"),
        pytest.param(LONG, {"when": days("2019-07-12")}, False, id="of another day"),
        pytest.param(LONG, {"modality": "planned"}, False, id="read as planned"),
        pytest.param("The talks collapsed", {}, False, id="words that anybody may write"),
    ],
)
def test_a_sentence_that_is_copied_tells_the_same_event(sentence, changes, joined):
    def told(event_id, start, **cells):
        bare = report(event_id, cells.get("when"), actors=(), targets=(), objects=())
        trigger = Mention(start + 4, start + 9, "talks")
        words = Mention(start, start + len(sentence), sentence)
        event = replace(bare.event, sentence=words, trigger=trigger, modality=cells.get("modality", "actual"))
        return replace(bare, event=event)

    found = build_occurrences([told("a-e1", 0), told("b-e1", 70, **changes)])
    assert (len(found) == 1) is joined
    if joined:
        assert [link.evidence for link in found[0].links] == ["the same sentence"]


def test_a_vague_date_that_fits_two_events_joins_neither():
    first = report("a-e1", days("2017-02-01"))
    second = report("b-e1", days("2017-11-01"))
    assert len(build_occurrences([first, second, YEAR])) == 3


def test_amounts_and_numbers_that_differ_are_listed():
    one = report("a-e1", days("2017-09-12"), objects=("$2.5 billion", "four S-400 batteries", "S-400"))
    same = report("b-e1", days("2017-09-12"), objects=("$2.5bn", "4 batteries", "S-400"))
    other = report("c-e1", days("2017-09-12"), objects=("$2 billion", "two S-400 batteries", "S-400"))
    (agreed,) = build_occurrences([one, same])
    assert agreed.disagreements == ()
    (found,) = build_occurrences([one, same, other])
    assert [one.kind for one in found.disagreements] == ["amount", "number"]
    assert found.disagreements[0].values == (("$2.5 billion", ("a-e1", "b-e1")), ("$2 billion", ("c-e1",)))


def test_every_version_is_kept_as_its_source_tells_it():
    (found,) = build_occurrences(CONTRACT)
    assert {(v.outlet, v.date_text) for v in found.versions} == {
        ("tass", "2017"), ("sputnik", "December 2017"), ("azvision", "September 12, 2017"), ("unknown", "December"),
    }  # fmt: skip


INTERVALS = st.sampled_from([
    None, days("2017-09-12"), days("2017-09-14"), days("2017-12-01..2017-12-31"),
    days("2017-01-01..2017-12-31"), days("2019-07-12"),
])  # fmt: skip
REPORTS = st.lists(
    st.builds(
        lambda when, actor, target, thing, kind, modality: (when, actor, target, thing, kind, modality),
        INTERVALS,
        st.sampled_from([RUSSIA, USA, POMPEO]),
        st.sampled_from([TURKEY, CAVUSOGLU]),
        st.sampled_from(["S-400", "F-35"]),
        st.sampled_from(["agreement", "meeting", "delivery", "sanction"]),
        st.sampled_from(["actual", "planned"]),
    ),
    max_size=12,
)


@settings(max_examples=80, deadline=None)
@given(REPORTS, st.randoms(use_true_random=False))
def test_linking_does_not_depend_on_the_order_of_reports(rows, random):
    reports = [
        report(f"a{n}-e1", when, type_=kind, actors=(actor,), targets=(target,), objects=(thing,), modality=modality)
        for n, (when, actor, target, thing, kind, modality) in enumerate(rows)
    ]
    links = link_events(reports)
    assert set(links) == {one.event.event_id for one in reports}
    shuffled = list(reports)
    random.shuffle(shuffled)
    assert link_events(shuffled) == links
    for found in build_occurrences(reports):
        assert len(found.links) == len(found.versions) - 1
        assert len({reports[0].event.type and v.modality for v in found.versions}) == 1


def test_time_for_linking_is_nearly_linear():
    def seconds(count):
        reports = []
        for n in range(count):
            day = date.fromordinal(date(2016, 1, 1).toordinal() + n // 3)
            reports.append(replace(report(f"a{n}-e1", Interval(day, day, "day"), type_="meeting", objects=())))
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            build_occurrences(reports)
            best = min(best, time.process_time() - start)
        return best

    seconds(300)
    small, large = seconds(1500), seconds(6000)
    assert large < 4 * small * 2
