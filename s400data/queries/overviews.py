"""Overviews: what a collection holds and how it is spread over time and outlets."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pandas as pd
from sqlalchemy import Column, ColumnElement, case, extract, func, literal, select

from s400data.queries.conditions import conditions, matching, source
from s400data.queries.selections import EVERYTHING, FILTER_LABELS, About, Selection
from s400data.queries.tallies import count_hidden
from s400data.queries.views import COVERAGE_VIEW
from s400data.store import Store
from s400data.store.engines import fetch, reading
from s400data.store.schema import articles, events, quotations
from s400data.tables.frames import to_frame

Period = Literal["day", "month", "quarter", "year"]

# Precisions of publication that are as fine as the period.
FINE_ENOUGH: dict[Period, tuple[str, ...]] = {
    "day": ("day",),
    "month": ("day", "month"),
    "quarter": ("day", "month"),
    "year": ("day", "month", "year"),
}


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts of a selection; `outlets` and `speakers` are different known ones, `occurrences` different real events."""

    articles: int
    outlets: int
    first_published: date | None
    last_published: date | None
    events: int
    occurrences: int
    first_event: date | None
    last_event: date | None
    quotations: int
    speakers: int


@dataclass(frozen=True, slots=True)
class Hidden:
    """Rows that one filter hides; `filter` is a field of the selection, "dates" or "undated"."""

    filter: str
    label: str
    n: int


@dataclass(frozen=True, slots=True)
class Shown:
    """How many rows are shown out of how many; what is shown and what is hidden add up to the total."""

    about: About
    shown: int
    total: int
    hidden: tuple[Hidden, ...]


def overview(store: Store, selection: Selection = EVERYTHING) -> Overview:
    """Count the articles, events and quotations of a selection."""
    counts: dict[About, dict[str, ColumnElement[Any]]] = {
        "articles": {
            "articles": func.count(),
            "outlets": func.count(articles.c.outlet.distinct()),
            "first_published": func.min(articles.c.published),
            "last_published": func.max(articles.c.published_latest),
        },
        "events": {
            "events": func.count(),
            "occurrences": func.count(events.c.occurrence_id.distinct()),
            "first_event": func.min(events.c.earliest),
            "last_event": func.max(events.c.latest),
        },
        "quotations": {"quotations": func.count(), "speakers": func.count(quotations.c.speaker_id.distinct())},
    }
    found: dict[str, Any] = {}
    with reading(store.engine) as connection:
        for about, cells in counts.items():
            labelled = (cell.label(name) for name, cell in cells.items())
            statement = select(*labelled).select_from(source(about, selection))
            found |= fetch(connection, statement.where(matching(about, selection)))[0]
    return Overview(**found)


def coverage(store: Store, selection: Selection = EVERYTHING, period: Period = "month") -> pd.DataFrame:
    """Articles by outlet and period with the columns of COVERAGE_VIEW; articles without a date are left out."""
    day = articles.c.published
    parts = _date_parts(day, period)
    precise = case((articles.c.published_precision.in_(FINE_ENOUGH[period]), 1), else_=0)
    statement = (
        select(*parts, articles.c.outlet, precise.label("precise"), func.count().label("articles"))
        .where(matching("articles", selection), day.is_not(None))
        .group_by(*parts, articles.c.outlet, precise)
        .order_by(*parts, articles.c.outlet)
    )
    with reading(store.engine) as connection:
        found = fetch(connection, statement)
    rows = [row | {"period": _first_day(row), "precise": bool(row["precise"])} for row in found]
    return to_frame(COVERAGE_VIEW, rows)


def shown(store: Store, about: About, selection: Selection) -> Shown:
    """How many articles, events or quotations are shown, and how many each filter hides.

    A row that several filters hide is counted under the first of them, so that the numbers add up.
    """
    if about == "quotations":
        counts = count_hidden(store, selection)
        hidden = tuple(Hidden(one, FILTER_LABELS[one], n) for one, n in counts.items() if n and one != "shown")
        return Shown(about, counts["shown"], sum(counts.values()), hidden)
    found = conditions(about, selection)
    fate: ColumnElement[str] = literal("shown")
    for condition in reversed(found):
        fate = case((condition.clause, fate), else_=condition.filter)
    fates = select(fate.label("fate")).select_from(source(about, selection)).subquery()
    statement = select(fates.c.fate, func.count().label("n")).group_by(fates.c.fate)
    with reading(store.engine) as connection:
        counts = {row["fate"]: row["n"] for row in fetch(connection, statement)}
    hiding = [condition.filter for condition in found if condition.filter in counts]
    hidden = tuple(Hidden(one, FILTER_LABELS[one], counts[one]) for one in hiding)
    return Shown(about, counts.get("shown", 0), sum(counts.values()), hidden)


def date_span(store: Store) -> tuple[date | None, date | None]:
    """First and last day of any article, event or quotation."""
    cells = [
        (articles.c.published, articles.c.published_latest),
        (events.c.earliest, events.c.latest),
        (quotations.c.day_earliest, quotations.c.day_latest),
    ]
    with reading(store.engine) as connection:
        found = [connection.execute(select(func.min(first), func.max(last))).one() for first, last in cells]
    firsts = [first for first, _ in found if first is not None]
    lasts = [last for _, last in found if last is not None]
    return min(firsts, default=None), max(lasts, default=None)


def _date_parts(day: "Column[date]", period: Period) -> list[ColumnElement[Any]]:
    """What tells one period from another: the year, and in it the month that it begins with, and the day."""
    year, month, number = (extract(unit, day) for unit in ("year", "month", "day"))
    begun = month - (month - 1) % 3 if period == "quarter" else month
    named: list[ColumnElement[Any]] = [year.label("year"), begun.label("month"), number.label("day")]
    return named[: {"year": 1, "quarter": 2, "month": 2, "day": 3}[period]]


def _first_day(row: dict[str, Any]) -> date:
    return date(int(row["year"]), int(row.get("month", 1)), int(row.get("day", 1)))
