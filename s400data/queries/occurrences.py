"""Occurrences: real events as a selection's reports tell them, a page of them at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd
from sqlalchemy import ColumnElement, func, select

from s400data.queries.conditions import Clause, matching, source
from s400data.queries.selections import EVERYTHING, Selection
from s400data.queries.timelines import events_where
from s400data.store import Store
from s400data.store.engines import fetch, reading
from s400data.store.schema import articles, events

OccurrenceOrder = Literal["outlets", "earliest", "latest", "type"]
BY_LINE = ("outlet", "published", "published_precision")


@dataclass(frozen=True, slots=True)
class OccurrencePage:
    """Numbers of some occurrences, in order, out of how many."""

    occurrences: tuple[str, ...]
    total: int


def occurrence_page(
    store: Store,
    selection: Selection = EVERYTHING,
    *,
    order: OccurrenceOrder = "outlets",
    among: Clause | None = None,
    offset: int = 0,
    limit: int | None = 50,
) -> OccurrencePage:
    """Occurrences that a selection's reports tell, told by most outlets, first, last, or by type; dated ones first.

    `among` is a condition on `events` besides the selection's.
    """
    cells = events.c
    earliest: ColumnElement[Any] = func.min(cells.earliest)
    outlets: ColumnElement[int] = func.count(func.coalesce(articles.c.outlet, "").distinct())
    by_time = (earliest.is_(None), earliest, cells.occurrence_id)
    orders: dict[OccurrenceOrder, tuple[ColumnElement[Any], ...]] = {
        "outlets": (outlets.desc(), *by_time),
        "earliest": by_time,
        "latest": (earliest.is_(None), earliest.desc(), cells.occurrence_id),
        "type": (func.min(cells.type), *by_time),
    }
    chosen = (
        select(cells.occurrence_id)
        .select_from(source("events"))
        .where(matching("events", selection) if among is None else matching("events", selection) & among)
        .group_by(cells.occurrence_id)
    )
    with reading(store.engine) as connection:
        total = int(connection.execute(select(func.count()).select_from(chosen.subquery())).scalar_one())
        page = connection.execute(chosen.order_by(*orders[order]).offset(offset).limit(limit)).scalars()
        return OccurrencePage(tuple(page), total)


def reports_of(store: Store, occurrences: Sequence[str], selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Reports of these occurrences in a selection, with the columns of EVENT_VIEW."""
    return events_where(store, matching("events", selection) & events.c.occurrence_id.in_(occurrences))


def surest_reports(store: Store, types: Sequence[str], selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Of each occurrence of these types the surest report that has a date, with the columns of EVENT_VIEW."""
    cells = events.c
    place = func.row_number().over(partition_by=cells.occurrence_id, order_by=(cells.confidence.desc(), cells.event_id))
    ranked = (
        select(cells.event_id, place.label("place"))
        .select_from(source("events"))
        .where(matching("events", selection), cells.type.in_(types), cells.earliest.is_not(None))
        .subquery()
    )
    return events_where(store, cells.event_id.in_(select(ranked.c.event_id).where(ranked.c.place == 1)))


def bylines(store: Store, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Outlet and date of every article of a selection, and nothing else, with its number."""
    own = (articles.c[name] for name in ("article_id", *BY_LINE))
    with reading(store.engine) as connection:
        rows = fetch(connection, select(*own).where(matching("articles", selection)))
    found = pd.DataFrame(rows, columns=["article_id", *BY_LINE])
    return found.assign(published=pd.to_datetime(found["published"]))


def told_by(store: Store, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Every report of a selection with what says when it was news: its occurrence, outlet, dates and modality."""
    cells = events.c
    own = (cells.occurrence_id, cells.modality, cells.earliest, cells.latest, *(articles.c[name] for name in BY_LINE))
    statement = select(*own).select_from(source("events")).where(matching("events", selection))
    with reading(store.engine) as connection:
        rows = [tuple(row) for row in connection.execute(statement)]
    found = pd.DataFrame(rows, columns=["occurrence_id", "modality", "earliest", "latest", *BY_LINE])
    return found.assign(**{name: pd.to_datetime(found[name]) for name in ("earliest", "latest", "published")})
