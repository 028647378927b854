"""Coverage: which outlet reports which event, first, differently, or not at all though it could have.

"Not reported" is said only where the outlet has an article published in the window in which the event was news; without
one there is nothing to compare. First and lag count among the articles at hand, not in the world.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from s400data.comparison.conflicts import find_facts, write_days
from s400data.comparison.reports import HAPPENED, Report, group_reports, name_outlets, order_outlets

State = Literal["reported", "reported-differently", "not-reported", "no-coverage"]
Days = npt.NDArray[np.datetime64]
Spans = tuple[tuple[str, ...], Days, Days]
WINDOW_DAYS = 14
# A date known only to the year or the season cannot say when the event was news.
WIDEST_DATE = 45


@dataclass(frozen=True, slots=True)
class Window:
    """Days in which an outlet that follows the affair would report the event, or why there are none."""

    start: date | None
    end: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """The matrix of events and outlets.

    `occurrences` has one row for each event: occurrence_id, event_id (its best report), type, modality, sentence,
    trigger, parties, objects, earliest, latest, outlets, articles, first_outlet, first_published, window.
    `cells` has one row for each event and outlet: occurrence_id, outlet, state, first, lag_days, articles (reporting),
    reports, covering (articles in the window), against, differs, event_ids, check (how the state was found, in words).
    """

    occurrences: pd.DataFrame
    cells: pd.DataFrame
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dating:
    """What of a report says when its event was news."""

    published: date | None
    earliest: date | None
    latest: date | None
    modality: str

    @property
    def width(self) -> int:
        """Days the date leaves open, -1 without a date."""
        return (self.latest - self.earliest).days if self.earliest is not None and self.latest is not None else -1


def compare_coverage(events: pd.DataFrame, articles: pd.DataFrame, *, days: int = WINDOW_DAYS) -> Coverage:
    """Matrix of the occurrences in `events` and the outlets of `articles` (article_id, outlet, published, precision).

    `days` is how long after it happened, or around its first report, an event counts as news.
    """
    published = _publication_days(name_outlets(articles))
    outlets = tuple(order_outlets(published))
    groups = group_reports(events)
    windows = {occurrence: find_window(reports, days) for occurrence, reports in groups.items()}
    spans = _spans(windows)
    covering = {outlet: _count_inside(published[outlet], spans) for outlet in outlets}
    cells = [
        cell
        for occurrence, reports in groups.items()
        for cell in _cells(occurrence, reports, outlets, windows[occurrence], covering)
    ]
    rows = [_occurrence(occurrence, reports, windows[occurrence]) for occurrence, reports in groups.items()]
    return Coverage(
        pd.DataFrame(rows, columns=list(OCCURRENCE_COLUMNS)), pd.DataFrame(cells, columns=list(CELL_COLUMNS)), outlets
    )


def find_left_out(told: pd.DataFrame, articles: pd.DataFrame, *, days: int = WINDOW_DAYS) -> set[str]:
    """Occurrences that an outlet with an article in their window does not report; `told` is that of `told_by`."""
    published = _publication_days(name_outlets(articles))
    reports: dict[str, list[Dating]] = {}
    outlets: dict[str, set[str]] = {}
    exact = told["published"].where(told["published_precision"] == "day")
    dates = (_plain_days(when) for when in (exact, told["earliest"], told["latest"]))
    ids, named = told["occurrence_id"].tolist(), name_outlets(told)["outlet"].tolist()
    for occurrence, outlet, *facts in zip(ids, named, *dates, told["modality"].tolist(), strict=True):
        reports.setdefault(occurrence, []).append(Dating(*facts))
        outlets.setdefault(occurrence, set()).add(outlet)
    spans = _spans({occurrence: find_window(own, days) for occurrence, own in reports.items()})
    return {
        occurrence
        for outlet, inside in published.items()
        for occurrence, n in _count_inside(inside, spans).items()
        if n and outlet not in outlets[occurrence]
    }


def find_window(reports: Sequence[Report | Dating], days: int) -> Window:
    """Window in which the event was news, from its narrowest date and its first report."""
    dated = [report for report in reports if report.earliest is not None]
    best = min(dated, key=lambda report: report.width, default=None)
    first = min((report.published for report in reports if report.published is not None), default=None)
    after = timedelta(days=days)
    if best is not None and best.earliest is not None and best.latest is not None:
        happened = first is None or best.earliest <= first
        if happened and best.modality in HAPPENED:
            if best.width > WIDEST_DATE:
                return Window(None, None, f"its date is only known as {write_days(best.earliest, best.latest)}")
            return Window(best.earliest, best.latest + after, f"from the event to {days} days after it")
    if first is None:
        return Window(None, None, "neither the event nor a report of it has an exact date")
    return Window(first - after, first + after, f"{days} days either side of its first report")


def _plain_days(days: "pd.Series[pd.Timestamp]") -> list[Any]:
    """Days of a column as plain dates, None where there is none; many are compared faster so."""
    return days.astype(object).where(days.notna(), None).map(lambda day: day and day.date()).tolist()


def _publication_days(articles: pd.DataFrame) -> dict[str, Days]:
    """Sorted days of publication of each outlet; articles dated less exactly than to the day prove no coverage."""
    days = {}
    for outlet, rows in articles.groupby("outlet", sort=False):
        exact = rows.loc[rows["published"].notna() & (rows["published_precision"] == "day"), "published"]
        days[str(outlet)] = np.sort(exact.to_numpy(dtype="datetime64[D]"))
    return days


def _spans(windows: dict[str, Window]) -> Spans:
    """Occurrences that have a window, and the first and last days of these."""
    placed = {occurrence: window for occurrence, window in windows.items() if window.start is not None}
    starts = np.array([window.start for window in placed.values()], dtype="datetime64[D]")
    ends = np.array([window.end for window in placed.values()], dtype="datetime64[D]")
    return tuple(placed), starts, ends


def _count_inside(days: Days, spans: Spans) -> dict[str, int]:
    placed, starts, ends = spans
    counts = np.searchsorted(days, ends, side="right") - np.searchsorted(days, starts, side="left")
    return dict(zip(placed, counts.tolist(), strict=True))


def _cells(
    occurrence: str,
    reports: list[Report],
    outlets: tuple[str, ...],
    window: Window,
    covering: dict[str, dict[str, int]],
) -> Iterator[dict[str, object]]:
    first = min((report.published for report in reports if report.published is not None), default=None)
    against: dict[str, dict[str, set[str]]] = {}
    for fact in find_facts(reports):
        for other in fact.against:
            against.setdefault(fact.report.outlet, {}).setdefault(fact.about, set()).add(other)
    for outlet in outlets:
        own = [report for report in reports if report.outlet == outlet]
        inside = covering[outlet].get(occurrence, 0)
        disputed = against.get(outlet, {})
        days = min((report.published for report in own if report.published is not None), default=None)
        yield {
            "occurrence_id": occurrence,
            "outlet": outlet,
            "state": _state(own, disputed, inside),
            "first": days is not None and days == first,
            "lag_days": (days - first).days if days is not None and first is not None else None,
            "articles": len({report.article_id for report in own}),
            "reports": len(own),
            "covering": inside,
            "differs": tuple(disputed),
            "against": tuple(sorted({name for names in disputed.values() for name in names})),
            "event_ids": tuple(report.event_id for report in own),
            "check": _check(own, disputed, inside, window),
        }


def _state(own: list[Report], disputed: dict[str, set[str]], covering: int) -> State:
    if own:
        return "reported-differently" if disputed else "reported"
    return "not-reported" if covering else "no-coverage"


def _check(own: list[Report], disputed: dict[str, set[str]], covering: int, window: Window) -> str:
    if own:
        n = len({report.article_id for report in own})
        told = f"Reported in {_n(n, 'article')}."
        differences = (f"{about} differs from {', '.join(sorted(names))}" for about, names in disputed.items())
        return " ".join([told, *(f"{one[0].upper()}{one[1:]}." for one in differences)])
    if window.start is None or window.end is None:
        return f"Cannot be checked: {window.reason}."
    span = f"{window.reason} ({write_days(window.start, window.end)})"
    if covering:
        return f"Has {_n(covering, 'article')} dated {span}; none reports the event."
    return f"Has no article dated {span}."


def _n(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _occurrence(occurrence: str, reports: list[Report], window: Window) -> dict[str, object]:
    dated = [report for report in reports if report.earliest is not None]
    best = min(dated or reports, key=lambda report: report.width)
    firsts = [report for report in reports if report.published is not None]
    return {
        "occurrence_id": occurrence,
        "event_id": best.event_id,
        "article_id": best.article_id,
        "type": best.type,
        "modality": best.modality,
        "sentence": best.sentence,
        "trigger": best.trigger,
        "parties": "; ".join(dict.fromkeys(best.parties)),
        "objects": "; ".join(sorted(best.objects)),
        "earliest": best.earliest,
        "latest": best.latest,
        "outlets": len({report.outlet for report in reports}),
        "articles": len({report.article_id for report in reports}),
        "first_outlet": firsts[0].outlet if firsts else None,
        "first_published": firsts[0].published if firsts else None,
        "window": window.reason,
    }


OCCURRENCE_COLUMNS = (
    "occurrence_id",
    "event_id",
    "article_id",
    "type",
    "modality",
    "sentence",
    "trigger",
    "parties",
    "objects",
    "earliest",
    "latest",
    "outlets",
    "articles",
    "first_outlet",
    "first_published",
    "window",
)
CELL_COLUMNS = (
    "occurrence_id",
    "outlet",
    "state",
    "first",
    "lag_days",
    "articles",
    "reports",
    "covering",
    "differs",
    "against",
    "event_ids",
    "check",
)
