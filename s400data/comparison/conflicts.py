"""Conflicts: facts that reports of one event tell differently, each beside the others; none is taken for the truth.

Two dates conflict when no day satisfies both: "December 2017" and "12 September 2017" do, "2017" agrees with either.
Amounts and counts conflict when no value satisfies both, parties when two reports share neither a name nor a country,
names of people and bodies and stages of the event (signed, announced) when both name some and none in common.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from typing import Any, Generic, Literal, TypeVar

import pandas as pd

from s400data.comparison.figures import Figure, is_compatible
from s400data.comparison.reports import HAPPENED, Report, group_reports
from s400data.comparison.stages import find_stages
from s400data.knowledge.countries import load_countries
from s400data.store.folding import fold

About = Literal["date", "amount", "number", "status", "parties", "names", "place", "reality"]

# What two reports of an event, by their event_id, contradict each other on; those of several events by occurrence.
Disagreement = tuple[About, str, str]
Disagreements = Mapping[str, Sequence[Disagreement]]

Answer = TypeVar("Answer")
# Words of the list of countries that a place may be called by.
PLACES = ("name", "capital", "city")


@dataclass(frozen=True, slots=True)
class Fact:
    """What one report says on one question; `against` names the outlets whose reports contradict it."""

    about: About
    report: Report
    words: str
    earliest: pd.Timestamp | None
    latest: pd.Timestamp | None
    against: tuple[str, ...]


def find_facts(reports: Iterable[Report], disagreements: Iterable[Disagreement] | None = None) -> list[Fact]:
    """Facts of the reports of one event, question by question; only reports that speak to a question have a fact.

    One article alone has no facts: there is nothing to set it beside. `disagreements` are found where not given.
    """
    told = list(reports)
    if len({report.article_id for report in told}) < 2:
        return []
    against = find_opponents(told, disagreements)
    return [
        Fact(
            question.about, report, words, report.earliest, report.latest,
            tuple(sorted(against.get((question.about, report.event_id), ()))),
        )
        for question in QUESTIONS
        for report in told
        if (words := question.words(report))
    ]  # fmt: skip


def find_opponents(
    reports: list[Report], disagreements: Iterable[Disagreement] | None = None
) -> dict[tuple[About, str], set[str]]:
    """Outlets that contradict a report (its event_id) of one event on a question, in the order of questions.

    Of the `disagreements`, which are found where not given, only those between two of `reports` count.
    """
    outlets = {report.event_id: report.outlet for report in reports}
    against: dict[tuple[About, str], set[str]] = {}
    for about, one, other in find_disagreements(reports) if disagreements is None else disagreements:
        if one in outlets and other in outlets:
            against.setdefault((about, one), set()).add(outlets[other])
            against.setdefault((about, other), set()).add(outlets[one])
    return against


def find_disagreements(reports: list[Report]) -> Iterator[Disagreement]:
    """Pairs of reports of one event, of different articles, that contradict each other on a question."""
    for question in QUESTIONS:
        read = ((report, question.read(report)) for report in reports)
        answers = [(report, answer) for report, answer in read if answer is not None]
        # Many reports give few answers, so each pair of answers is judged once.
        judged = {
            (one, other): question.conflict(one, other)
            for one, other in combinations(dict.fromkeys(answer for _, answer in answers), 2)
        }
        for (one, ours), (other, theirs) in combinations(answers, 2):
            if one.article_id != other.article_id and (judged.get((ours, theirs)) or judged.get((theirs, ours))):
                yield question.about, one.event_id, other.event_id


def find_conflicts(events: pd.DataFrame, disagreements: Disagreements | None = None) -> pd.DataFrame:
    """Facts of every question on which at least two articles contradict each other, with those they agree with.

    Columns: occurrence_id, about, outlet, words, earliest, latest, against, conflicts, placed (False for a date whose
    year is not known: it can neither agree nor contradict), event_id, article_id, sentence,
    trigger_start, type, modality, published. `disagreements` are found where not given.
    """
    found: list[Fact] = []
    for occurrence, reports in group_reports(events).items():
        facts = find_facts(reports, None if disagreements is None else disagreements.get(occurrence, ()))
        disputed = {fact.about for fact in facts if fact.against}
        found += [fact for fact in facts if fact.about in disputed]
    return pd.DataFrame([to_row(fact) for fact in found], columns=list(COLUMNS))


COLUMNS = (
    "occurrence_id",
    "about",
    "outlet",
    "words",
    "earliest",
    "latest",
    "against",
    "conflicts",
    "placed",
    "event_id",
    "article_id",
    "sentence",
    "trigger_start",
    "type",
    "modality",
    "published",
)


def to_row(fact: Fact) -> dict[str, object]:
    """The fact as a row with the columns of `find_conflicts`."""
    report = fact.report
    return {
        "occurrence_id": report.occurrence_id,
        "about": fact.about,
        "outlet": report.outlet,
        "words": fact.words,
        "earliest": fact.earliest,
        "latest": fact.latest,
        "against": fact.against,
        "conflicts": bool(fact.against),
        "placed": fact.about != "date" or fact.earliest is not None,
        "event_id": report.event_id,
        "article_id": report.article_id,
        "sentence": report.sentence,
        "trigger_start": report.trigger_start,
        "type": report.type,
        "modality": report.modality,
        "published": report.published,
    }


def date_words(report: Report) -> str:
    """The words a report dates its event with; "" where it does not. They may name no day that is known."""
    if report.earliest is None or report.latest is None:
        return report.date_text or ""
    return report.date_text or write_days(report.earliest, report.latest)


def write_days(earliest: date, latest: date) -> str:
    """Days from `earliest` to `latest` in words: "3 May 2019", "December 2017", "10 to 20 July 2019"."""
    first, last = (f"{day.day} {day:%B %Y}" for day in (earliest, latest))
    if earliest == latest:
        return first
    if earliest.day == 1 and (latest + timedelta(days=1)).day == 1:
        months = (latest.year - earliest.year) * 12 + latest.month - earliest.month + 1
        if months == 1:
            return f"{earliest:%B %Y}"
        if months == 12 and earliest.month == 1:
            return f"{earliest.year}"
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{earliest.day} to {last}"
    return f"{first} to {last}"


def _days(report: Report) -> tuple[date, date] | None:
    return None if report.earliest is None or report.latest is None else (report.earliest, report.latest)


def _dates_conflict(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _money(report: Report) -> tuple[Figure, ...] | None:
    return tuple(figure for figure in report.figures if figure.is_money) or None


def _counts(report: Report) -> tuple[Figure, ...] | None:
    return tuple(figure for figure in report.figures if not figure.is_money) or None


def _figures_conflict(ours: tuple[Figure, ...], theirs: tuple[Figure, ...]) -> bool:
    """Whether for some unit both give figures and none of one can be one of the other."""
    shared = {figure.unit for figure in ours} & {figure.unit for figure in theirs}
    return any(
        not any(is_compatible(a, b) for a in ours if a.unit == unit for b in theirs if b.unit == unit)
        for unit in shared
    )


def _stages(report: Report) -> tuple[str, ...] | None:
    start = report.trigger_start - report.sentence_start
    return find_stages(report.type, report.sentence, start, start + len(report.trigger)) or None


def _are_apart(one: Iterable[str], other: Iterable[str]) -> bool:
    return not set(one) & set(other)


Parties = tuple[frozenset[str], frozenset[str]]


def _parties(report: Report) -> Parties | None:
    """Names of the parties, and their countries."""
    return (frozenset(report.parties), report.countries) if report.parties else None


def _parties_conflict(one: Parties, other: Parties) -> bool:
    return not (one[0] & other[0] or one[1] & other[1])


def _names(report: Report) -> tuple[frozenset[frozenset[str]], Parties] | None:
    """Words of each name of a person or body, and all parties."""
    parties = _parties(report)
    names = frozenset(_words(name) for name in report.names)
    return (names, parties) if names and parties else None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(name).split())


def _names_conflict(
    one: tuple[frozenset[frozenset[str]], Parties], other: tuple[frozenset[frozenset[str]], Parties]
) -> bool:
    """Whether none of one's names may be one of the other's; a surname alone fits a full name."""
    fit = any(a <= b or b <= a for a in one[0] for b in other[0])
    return not fit and not _parties_conflict(one[1], other[1])


def _place(report: Report) -> str | None:
    return fold(report.place) or None if report.place else None


def _places_conflict(one: str, other: str) -> bool:
    """Whether neither place lies in the other; a country holds its cities."""
    if one in other or other in one:
        return False
    return _countries().get(one, one) != _countries().get(other, other) or not {one, other} & _country_names()


@cache
def _countries() -> dict[str, str]:
    return {fold(word): country.code for country in load_countries() for use, word in country.words() if use in PLACES}


@cache
def _country_names() -> frozenset[str]:
    return frozenset(fold(name) for country in load_countries() for name in (country.name, *country.aliases))


def _country(place: str) -> str:
    return _countries().get(fold(place), fold(place))


def _reality(report: Report) -> str | None:
    return report.modality


def _reality_conflict(one: str, other: str) -> bool:
    return {"denied"} < {one, other} <= {"denied", *HAPPENED}


def _joined(figures: tuple[Figure, ...] | None) -> str:
    return "; ".join(figure.text for figure in figures or ())


@dataclass(frozen=True, slots=True)
class Question(Generic[Answer]):
    """What reports may answer differently: an answer in words ("" for none) and to compare, and which conflict."""

    about: About
    words: Callable[[Report], str]
    read: Callable[[Report], Answer | None]
    conflict: Callable[[Answer, Answer], bool]


QUESTIONS: tuple[Question[Any], ...] = (
    Question("date", date_words, _days, _dates_conflict),
    Question("amount", lambda report: _joined(_money(report)), _money, _figures_conflict),
    Question("number", lambda report: _joined(_counts(report)), _counts, _figures_conflict),
    Question("status", lambda report: "; ".join(_stages(report) or ()), _stages, _are_apart),
    Question("parties", lambda report: "; ".join(dict.fromkeys(report.parties)), _parties, _parties_conflict),
    Question("names", lambda report: "; ".join(report.names), _names, _names_conflict),
    Question("place", lambda report: report.place or "", _place, _places_conflict),
    Question("reality", lambda report: report.modality, _reality, _reality_conflict),
)
