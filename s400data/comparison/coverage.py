"""Coverage: which outlet reports which event, first, differently, or not at all though it could have.

"Not reported" is said only where the outlet has an article published in the window in which the event was news; without
one there is nothing to compare. First and lag count among the articles at hand, not in the world.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from s400data.comparison.conflicts import About, Disagreement, Disagreements, find_opponents, write_days
from s400data.comparison.reports import HAPPENED, UNKNOWN_OUTLET, Report, group_reports, name_outlets, order_outlets
from s400data.comparison.windows import NO_DAY, Basis, Datings, Days, Places, Windows, find_windows

State = Literal["reported", "reported-differently", "not-reported", "no-coverage"]
# What a window rests on, or why there is none, in words; its first and last day.
Window = tuple[str, date | None, date | None]
# For each outlet the questions on which others contradict it, and who these are.
Against = dict[str, dict[About, set[str]]]
WINDOW_DAYS = 14


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


def compare_coverage(
    events: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    days: int = WINDOW_DAYS,
    disagreements: Disagreements | None = None,
) -> Coverage:
    """Matrix of the occurrences in `events` and the outlets of `articles` (article_id, outlet, published, precision).

    `days` is how long after it happened, or around its first report, an event counts as news. `disagreements` between
    reports are found where not given.
    """
    published = _publication_days(name_outlets(articles))
    outlets = tuple(order_outlets(published))
    groups = group_reports(events)
    windows = find_windows(_datings(groups.values()), len(groups), days)
    covering = _count_inside(published, outlets, windows).tolist()
    reasons = [_reason(windows, place, days) for place in range(len(groups))]
    cells = [
        cell
        for place, (occurrence, reports) in enumerate(groups.items())
        for cell in _cells(
            reports,
            _find_against(reports, None if disagreements is None else disagreements.get(occurrence, ())),
            zip(outlets, covering[place], strict=True),
            (reasons[place], *windows.plain(place)),
        )
    ]
    rows = [_occurrence(occurrence, reports, reasons[n]) for n, (occurrence, reports) in enumerate(groups.items())]
    return Coverage(
        pd.DataFrame(rows, columns=list(OCCURRENCE_COLUMNS)), pd.DataFrame(cells, columns=list(CELL_COLUMNS)), outlets
    )


@dataclass(frozen=True, eq=False)
class Overlook:
    """All occurrences (rows) and outlets (columns): who reports what, and who has articles in its window."""

    occurrences: "pd.Index[str]"
    told: "npt.NDArray[np.bool_]"
    reported: "npt.NDArray[np.bool_]"
    covering: Places

    def find_left_out(self) -> set[str]:
        """Occurrences that an outlet with an article in their window does not report."""
        return set(self.occurrences[((self.covering > 0) & ~self.reported).any(axis=1) & self.told])

    def count_states(self, differing: int, among: Collection[str] | None = None) -> dict[State, int]:
        """Cells in each state, of occurrences `among` some; `differing` of them are reported differently."""
        rows = self.told if among is None else self.told & self.occurrences.isin(list(among))
        reported, covering = self.reported[rows], self.covering[rows] > 0
        n, left_out = int(reported.sum()), int((covering & ~reported).sum())
        return {
            "reported": n - differing,
            "reported-differently": differing,
            "not-reported": left_out,
            "no-coverage": reported.size - n - left_out,
        }


def overlook_coverage(told: pd.DataFrame, articles: pd.DataFrame, *, days: int = WINDOW_DAYS) -> Overlook:
    """Who reports what of all that is told: `told` is that of `told_by`, `articles` as in `compare_coverage`."""
    published = _publication_days(name_outlets(articles))
    outlets = tuple(published)
    occurrences = told["occurrence_id"].cat
    n = len(occurrences.categories)
    groups: Places = np.array(occurrences.codes, dtype=np.int64)
    first, earliest, latest = (
        told[name].to_numpy(dtype="datetime64[D]") for name in ("published", "earliest", "latest")
    )
    first = np.where(told["exact"].to_numpy(), first, NO_DAY)
    happened = told["modality"].isin(HAPPENED).to_numpy()
    windows = find_windows(Datings(groups, first, earliest, latest, happened), n, days)
    place = {outlet: n for n, outlet in enumerate(outlets)}
    named = told["outlet"].cat.add_categories(UNKNOWN_OUTLET).fillna(UNKNOWN_OUTLET).cat
    columns = np.array([place.get(outlet, -1) for outlet in named.categories], dtype=np.int64)[named.codes]
    reported = np.zeros((n, len(outlets)), dtype=bool)
    reported[groups[columns >= 0], columns[columns >= 0]] = True
    return Overlook(
        occurrences.categories, np.bincount(groups, minlength=n) > 0, reported,
        _count_inside(published, outlets, windows),
    )  # fmt: skip


def _datings(groups: Collection[list[Report]]) -> Datings:
    reports = [report for group in groups for report in group]
    owners = [place for place, group in enumerate(groups) for _ in group]
    return Datings(
        np.array(owners, dtype=np.int64).reshape(-1),
        np.array([report.published for report in reports], dtype="datetime64[D]"),
        np.array([report.earliest for report in reports], dtype="datetime64[D]"),
        np.array([report.latest for report in reports], dtype="datetime64[D]"),
        np.array([report.modality in HAPPENED for report in reports], dtype=bool),
    )


def _reason(windows: Windows, place: int, days: int) -> str:
    """What a window rests on, or why there is none, in words."""
    basis = windows.bases[place]
    if basis == Basis.WIDE_DATE:
        return f"its date is only known as {write_days(windows.earliest[place].item(), windows.latest[place].item())}"
    return {
        Basis.EVENT: f"from the event to {days} days after it",
        Basis.FIRST_REPORT: f"{days} days either side of its first report",
        Basis.NOTHING: "neither the event nor a report of it has an exact date",
    }[basis]


def _publication_days(articles: pd.DataFrame) -> dict[str, Days]:
    """Sorted days of publication of each outlet; articles dated less exactly than to the day prove no coverage."""
    published = articles["published"].to_numpy(dtype="datetime64[D]")
    days = np.where((articles["published_precision"] == "day").to_numpy(dtype=bool), published, NO_DAY)
    own = ((str(outlet), days[rows]) for outlet, rows in articles.groupby("outlet", sort=False).indices.items())
    return {outlet: np.sort(found[~np.isnat(found)]) for outlet, found in own}


def _count_inside(published: dict[str, Days], outlets: tuple[str, ...], windows: Windows) -> Places:
    """Articles of each outlet (columns) in each window (rows); none where there is no window."""
    counts = np.zeros((len(windows.starts), len(outlets)), dtype=np.int64)
    placed = ~np.isnat(windows.starts)
    every = np.unique(np.concatenate([*published.values(), np.zeros(0, dtype="datetime64[D]")]))
    starts = np.searchsorted(every, windows.starts[placed], "left")
    ends = np.searchsorted(every, windows.ends[placed], "right")
    for column, outlet in enumerate(outlets):
        # Articles of the outlet before each of the days on which any outlet has one.
        own = np.bincount(np.searchsorted(every, published[outlet]), minlength=len(every))
        before = np.concatenate([[0], np.cumsum(own)])
        counts[placed, column] = before[ends] - before[starts]
    return counts


def _find_against(reports: list[Report], disagreements: Iterable[Disagreement] | None) -> Against:
    against: Against = {}
    outlets = {report.event_id: report.outlet for report in reports}
    for (about, event_id), others in find_opponents(reports, disagreements).items():
        against.setdefault(outlets[event_id], {}).setdefault(about, set()).update(others)
    return against


def _cells(
    reports: list[Report], against: Against, covering: Iterable[tuple[str, int]], window: Window
) -> Iterator[dict[str, object]]:
    first = min((report.published for report in reports if report.published is not None), default=None)
    by_outlet: dict[str, list[Report]] = {}
    for report in reports:
        by_outlet.setdefault(report.outlet, []).append(report)
    for outlet, inside in covering:
        own = by_outlet.get(outlet, [])
        disputed = against.get(outlet, {})
        days = min((report.published for report in own if report.published is not None), default=None)
        yield {
            "occurrence_id": reports[0].occurrence_id,
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


def _state(own: list[Report], disputed: dict[About, set[str]], covering: int) -> State:
    if own:
        return "reported-differently" if disputed else "reported"
    return "not-reported" if covering else "no-coverage"


def _check(own: list[Report], disputed: dict[About, set[str]], covering: int, window: Window) -> str:
    if own:
        n = len({report.article_id for report in own})
        told = f"Reported in {_n(n, 'article')}."
        differences = (f"{about} differs from {', '.join(sorted(names))}" for about, names in disputed.items())
        return " ".join([told, *(f"{one[0].upper()}{one[1:]}." for one in differences)])
    reason, start, end = window
    if start is None or end is None:
        return f"Cannot be checked: {reason}."
    span = f"{reason} ({write_days(start, end)})"
    if covering:
        return f"Has {_n(covering, 'article')} dated {span}; none reports the event."
    return f"Has no article dated {span}."


def _n(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _occurrence(occurrence: str, reports: list[Report], reason: str) -> dict[str, object]:
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
        "window": reason,
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
