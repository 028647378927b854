"""Doubles: reports of different outlets that may tell one event with different dates, or may tell two events.

"The S-400 would be deployed from October 2019" and "expected to become operational by April 2020" are not joined into
one occurrence, since nothing says that they are one; a reader who asks when the system is ready wants both.
"""

import json
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

import numpy as np
import pandas as pd

from s400data.comparison.conflicts import COLUMNS, Fact, date_words, to_row
from s400data.comparison.reports import HAPPENED, Report, to_reports
from s400data.knowledge.event_types import load_event_types
from s400data.queries import Selection
from s400data.queries.coded import Coded
from s400data.queries.report_codes import chosen_reports, read_reports
from s400data.store import Store
from s400data.store.codes import NO_DAY

# Deals and deliveries of one affair come back; a year apart they are hardly one.
FURTHEST = 366
NONE: frozenset[str] = frozenset()
EPOCH = pd.Timestamp(0)


class Dated(NamedTuple):
    """What of a dated report decides whether it may tell the event of another one; days count from 1970."""

    earliest: int
    latest: int
    event_id: str
    kind: tuple[str, bool]
    article_id: str
    occurrence_id: str
    countries: frozenset[str]
    objects: frozenset[str]


def find_doubles(told: pd.DataFrame) -> pd.DataFrame:
    """Pairs of dated reports from different articles and occurrences that agree in all but the date.

    Columns: pair (number), then those of `find_conflicts`. Only types of event that do not recur from day to day are
    compared, and only events that both have happened or both have not. A report is paired with the next one that
    fits it, so that a chain of dates stays a chain.
    """
    types = set(lasting_types())
    reports = [report for report in to_reports(told) if report.width >= 0 and report.type in types]
    return to_pairs(told, pair_reports(map(_dated, reports)))


def to_pairs(told: pd.DataFrame, pairs: Iterable[tuple[str, str]]) -> pd.DataFrame:
    """Pairs of event_ids as rows of `find_doubles`; `told` holds both of each."""
    reports = {report.event_id: report for report in to_reports(told)}
    rows: list[dict[str, object]] = []
    for number, (one, other) in enumerate(pairs, 1):
        facts = (_fact(reports[one], reports[other]), _fact(reports[other], reports[one]))
        rows += [{"pair": number, **to_row(fact)} for fact in facts]
    return pd.DataFrame(rows, columns=["pair", *COLUMNS])


def find_double_pairs(store: Store, selection: Selection) -> list[tuple[str, str]]:
    """Pairs of event_ids of `find_doubles`, where the surest report of each occurrence in a selection speaks for it."""
    codes = read_reports(store)
    types = codes.types.among(lasting_types())
    rows = np.flatnonzero(chosen_reports(store, codes, selection) & types & (codes.earliest != NO_DAY))
    by_id = np.argsort(np.argsort(np.array(codes.event_ids)[rows]))
    order = np.lexsort((by_id, -codes.confidence[rows], codes.occurrences.codes[rows]))
    occurrence = codes.occurrences.codes[rows[order]]
    surest = rows[order][np.r_[True, occurrence[1:] != occurrence[:-1]]] if len(rows) else rows
    countries, objects = _names(codes.countries), _names(codes.objects)
    happened = [value in HAPPENED for value in codes.modalities.values]
    return pair_reports(
        Dated(
            int(codes.earliest[row]), int(codes.latest[row]), codes.event_ids[row],
            (codes.types.values[codes.types.codes[row]], happened[codes.modalities.codes[row]]),
            codes.article_ids.values[codes.article_ids.codes[row]],
            codes.occurrences.values[codes.occurrences.codes[row]],
            countries[codes.countries.codes[row]], objects[codes.objects.codes[row]],
        )
        for row in surest.tolist()
    )  # fmt: skip


def lasting_types() -> tuple[str, ...]:
    """Types of event that do not recur from day to day."""
    return tuple(kind.name for kind in load_event_types() if kind.conflict_days)


def pair_reports(reports: Iterable[Dated]) -> list[tuple[str, str]]:
    """Pairs of event_ids, by date; two occurrences make one pair however many of their reports fit."""
    groups: dict[tuple[str, bool], list[Dated]] = {}
    for report in sorted(reports, key=itemgetter(0, 2)):
        groups.setdefault(report.kind, []).append(report)
    pairs: dict[frozenset[str], tuple[str, str]] = {}
    for group in groups.values():
        for n, one in enumerate(group):
            other = next((later for later in _later(group, n) if _may_be_one(one, later)), None)
            if other is not None:
                pair = frozenset((one.occurrence_id, other.occurrence_id))
                pairs.setdefault(pair, (one.event_id, other.event_id))
    return list(pairs.values())


def _later(group: list[Dated], place: int) -> Iterator[Dated]:
    """Reports dated after all days of the one at `place`, up to the furthest; `group` is in the order of dates."""
    latest = group[place].latest
    for n in range(place + 1, len(group)):
        other = group[n]
        if other.earliest > latest + FURTHEST:
            return
        if other.earliest > latest:
            yield other


def _may_be_one(one: Dated, other: Dated) -> bool:
    apart = one.article_id != other.article_id and one.occurrence_id != other.occurrence_id
    return apart and _fit(one.countries, other.countries) and _fit(one.objects, other.objects)


def _fit(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two sets of names may mean the same; what is not said fits anything."""
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _dated(report: Report) -> Dated:
    return Dated(
        _number(report.earliest), _number(report.latest), report.event_id, (report.type, report.modality in HAPPENED),
        report.article_id, report.occurrence_id, report.countries, report.objects,
    )  # fmt: skip


def _number(day: pd.Timestamp | None) -> int:
    return NO_DAY if day is None else (day - EPOCH).days


def _names(cell: Coded) -> list[frozenset[str]]:
    """The names in each value of a cell that holds lists as JSON."""
    return [frozenset(json.loads(value)) if value else NONE for value in cell.values]


def _fact(report: Report, other: Report) -> Fact:
    return Fact("date", report, date_words(report), report.earliest, report.latest, (other.outlet,))
