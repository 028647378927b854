"""Conflicts: facts that reports of one event tell differently, each beside the others; none is taken for the truth.

Two dates conflict when no day satisfies both: "December 2017" and "12 September 2017" do, "2017" agrees with either.
Amounts and counts conflict when no value satisfies both, parties when two reports share neither a name nor a country.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Literal

import pandas as pd

from s400data.comparison.figures import Figure, is_compatible
from s400data.comparison.reports import HAPPENED, Report, group_reports

About = Literal["date", "amount", "number", "parties", "reality"]


@dataclass(frozen=True, slots=True)
class Fact:
    """What one report says on one question; `against` names the outlets whose reports contradict it."""

    about: About
    report: Report
    words: str
    earliest: pd.Timestamp | None
    latest: pd.Timestamp | None
    against: tuple[str, ...]


def find_facts(reports: Iterable[Report]) -> list[Fact]:
    """Facts of the reports of one event, question by question; only reports that speak to a question have a fact.

    One article alone has no facts: there is nothing to set it beside.
    """
    told = list(reports)
    if len({report.article_id for report in told}) < 2:
        return []
    return [fact for about, words, conflict in QUESTIONS for fact in _answers(told, about, words, conflict)]


def find_conflicts(events: pd.DataFrame) -> pd.DataFrame:
    """Facts of every question on which at least two articles contradict each other, with those they agree with.

    Columns: occurrence_id, about, outlet, words, earliest, latest, against, conflicts, placed (False for a date whose
    year is not known: it can neither agree nor contradict), event_id, article_id, sentence,
    trigger_start, type, modality, published.
    """
    found: list[Fact] = []
    for reports in group_reports(events).values():
        facts = find_facts(reports)
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


def _answers(
    reports: list[Report],
    about: About,
    words: Callable[[Report], str],
    conflict: Callable[[Report, Report], bool],
) -> Iterator[Fact]:
    speaking = [report for report in reports if words(report)]
    against: dict[str, set[str]] = {report.event_id: set() for report in speaking}
    for one, other in combinations(speaking, 2):
        if one.article_id != other.article_id and conflict(one, other):
            against[one.event_id].add(other.outlet)
            against[other.event_id].add(one.outlet)
    for report in speaking:
        yield Fact(
            about, report, words(report), report.earliest, report.latest, tuple(sorted(against[report.event_id]))
        )


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


def _dates_conflict(one: Report, other: Report) -> bool:
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return False
    return bool(one.latest < other.earliest or other.latest < one.earliest)


def _figures_conflict(one: Iterable[Figure], other: Iterable[Figure]) -> bool:
    """Whether for some unit both give figures and none of one can be one of the other."""
    ours, theirs = list(one), list(other)
    shared = {figure.unit for figure in ours} & {figure.unit for figure in theirs}
    return any(
        not any(is_compatible(a, b) for a in ours if a.unit == unit for b in theirs if b.unit == unit)
        for unit in shared
    )


def _money(report: Report) -> list[Figure]:
    return [figure for figure in report.figures if figure.is_money]


def _counts(report: Report) -> list[Figure]:
    return [figure for figure in report.figures if not figure.is_money]


def _parties_conflict(one: Report, other: Report) -> bool:
    if not (one.parties and other.parties):
        return False
    return not (set(one.parties) & set(other.parties) or one.countries & other.countries)


def _reality_conflict(one: Report, other: Report) -> bool:
    return {"denied"} < {one.modality, other.modality} <= {"denied", *HAPPENED}


QUESTIONS: tuple[tuple[About, Callable[[Report], str], Callable[[Report, Report], bool]], ...] = (
    ("date", date_words, _dates_conflict),
    (
        "amount",
        lambda report: "; ".join(figure.text for figure in _money(report)),
        lambda one, other: _figures_conflict(_money(one), _money(other)),
    ),
    (
        "number",
        lambda report: "; ".join(figure.text for figure in _counts(report)),
        lambda one, other: _figures_conflict(_counts(one), _counts(other)),
    ),
    ("parties", lambda report: "; ".join(dict.fromkeys(report.parties)), _parties_conflict),
    ("reality", lambda report: report.modality, _reality_conflict),
)
