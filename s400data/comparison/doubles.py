"""Doubles: reports of different outlets that may tell one event with different dates, or may tell two events.

"The S-400 would be deployed from October 2019" and "expected to become operational by April 2020" are not joined into
one occurrence, since nothing says that they are one; a reader who asks when the system is ready wants both.
"""

from collections.abc import Iterator

import pandas as pd

from s400data.comparison.conflicts import COLUMNS, Fact, date_words, to_row
from s400data.comparison.reports import HAPPENED, Report, to_reports
from s400data.knowledge.event_types import load_event_types

# Deals and deliveries of one affair come back; a year apart they are hardly one.
FURTHEST = pd.Timedelta(days=366)


def find_doubles(events: pd.DataFrame) -> pd.DataFrame:
    """Pairs of dated reports from different articles and occurrences that agree in all but the date.

    Columns: pair (number), then those of `find_conflicts`. Only types of event that do not recur from day to day are
    compared, and only events that both have happened or both have not. A report is paired with the next one that
    fits it, so that a chain of dates stays a chain.
    """
    types = set(lasting_types())
    dated = [report for report in to_reports(events) if report.width >= 0 and report.type in types]
    seen: set[frozenset[str]] = set()
    rows: list[dict[str, object]] = []
    for one, other in _pairs(sorted(dated, key=lambda report: (report.earliest, report.event_id))):
        pair = frozenset((one.occurrence_id, other.occurrence_id))
        if pair not in seen:
            seen.add(pair)
            facts = [_fact(one, other), _fact(other, one)]
            rows += [{"pair": len(seen), **to_row(fact)} for fact in facts]
    return pd.DataFrame(rows, columns=["pair", *COLUMNS])


def lasting_types() -> tuple[str, ...]:
    """Types of event that do not recur from day to day."""
    return tuple(kind.name for kind in load_event_types() if kind.conflict_days)


def _pairs(reports: list[Report]) -> Iterator[tuple[Report, Report]]:
    groups: dict[tuple[str, bool], list[Report]] = {}
    for report in reports:
        groups.setdefault((report.type, report.modality in HAPPENED), []).append(report)
    for group in groups.values():
        for n, one in enumerate(group):
            other = next((later for later in _later(one, group[n + 1 :]) if _may_be_one(one, later)), None)
            if other is not None:
                yield one, other


def _later(one: Report, reports: list[Report]) -> Iterator[Report]:
    """Reports dated after all days of `one`, up to the furthest; `reports` are in the order of their dates."""
    for other in reports:
        if one.latest is None or other.earliest is None or other.earliest > one.latest + FURTHEST:
            return
        if other.earliest > one.latest:
            yield other


def _may_be_one(one: Report, other: Report) -> bool:
    apart = one.article_id != other.article_id and one.occurrence_id != other.occurrence_id
    return apart and _fit(one.countries, other.countries) and _fit(one.objects, other.objects)


def _fit(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two sets of names may mean the same; what is not said fits anything."""
    return not ours or not theirs or bool(ours & theirs)


def _fact(report: Report, other: Report) -> Fact:
    return Fact("date", report, date_words(report), report.earliest, report.latest, (other.outlet,))
