"""Occurrences: real events as a selection's reports tell them, a page of them at a time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from sqlalchemy import select

from s400data.queries.coded import Coded, Numbers, to_categories, to_dates
from s400data.queries.conditions import matching
from s400data.queries.report_codes import chosen_reports, read_reports
from s400data.queries.selections import EVERYTHING, Selection
from s400data.queries.timelines import events_where
from s400data.store import Store
from s400data.store.codes import NO_DAY
from s400data.store.engines import fetch, reading
from s400data.store.schema import articles, events

OccurrenceOrder = Literal["outlets", "earliest", "latest", "type"]
BY_LINE = ("outlet", "published", "published_precision")
# Stands for a day that is not known where such days come last.
NOT_DATED = np.iinfo(np.int32).max


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
    first: str | None = None,
    among: Collection[str] | None = None,
    offset: int = 0,
    limit: int | None = 50,
) -> OccurrencePage:
    """Occurrences that a selection's reports tell, told by most outlets, first, last, or by type; dated ones first.

    Those that the outlet `first` tells come before the others. Only those `among` some are counted where these are
    given.
    """
    codes = read_reports(store)
    chosen = chosen_reports(store, codes, selection)
    rows = np.flatnonzero(chosen if among is None else chosen & codes.occurrences.among(among))
    own = codes.occurrences.codes[rows].astype(np.int64)
    ids = codes.occurrences.values
    found = np.flatnonzero(np.bincount(own, minlength=len(ids)))
    if not len(found):
        return OccurrencePage((), 0)
    by_id = np.argsort(np.argsort(np.array([ids[code] for code in found])))
    day = _smallest(own, _or_last(codes.earliest[rows]), len(ids))[found]
    keys: tuple[Numbers, ...] = (by_id, day)
    if order == "outlets":
        keys = (by_id, day, -codes.tell(rows).sum(axis=1)[found])
    elif order == "latest":
        keys = (by_id, -day, day == NOT_DATED)
    elif order == "type":
        keys = (by_id, day, _smallest(own, _by_name(codes.types)[rows], len(ids))[found])
    if first is not None:
        telling = own[np.isin(codes.outlet_codes(rows), np.flatnonzero([one == first for one in codes.outlets.values]))]
        keys = (*keys, (~np.isin(found, telling)).astype(np.int8))
    page = found[np.lexsort(keys)][offset : None if limit is None else offset + limit]
    return OccurrencePage(tuple(ids[code] for code in page), len(found))


def _or_last(days: Numbers) -> Numbers:
    """Days, those not known as later than any."""
    return np.where(days == NO_DAY, NOT_DATED, days)


def _smallest(groups: Numbers, values: Numbers, n: int) -> Numbers:
    """The smallest of the `values` of each of `n` groups."""
    smallest = np.full(n, NOT_DATED)
    np.minimum.at(smallest, groups, values)
    return smallest


def _by_name(cell: Coded) -> Numbers:
    """For each row the place of its value in the alphabet."""
    places = np.argsort(np.argsort(np.array(cell.values))) if cell.values else np.zeros(0, dtype=np.int64)
    return places[cell.codes]


def reports_of(store: Store, occurrences: Sequence[str], selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Reports of these occurrences in a selection, with the columns of EVENT_VIEW."""
    return events_where(store, matching("events", selection) & events.c.occurrence_id.in_(occurrences))


def events_by_id(store: Store, event_ids: Sequence[str]) -> pd.DataFrame:
    """Events with these numbers, with the columns of EVENT_VIEW."""
    return events_where(store, events.c.event_id.in_(event_ids))


def bylines(store: Store, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Outlet and date of every article of a selection, and nothing else, with its number."""
    own = (articles.c[name] for name in ("article_id", *BY_LINE))
    with reading(store.engine) as connection:
        rows = fetch(connection, select(*own).where(matching("articles", selection)))
    found = pd.DataFrame(rows, columns=["article_id", *BY_LINE])
    return found.assign(published=pd.to_datetime(found["published"]))


def told_by(store: Store, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Every report of a selection with what says when it was news, oldest article first, undated ones last.

    Columns: occurrence_id, modality and outlet (as categories), earliest, latest, published, and exact, which says
    that the day of publication is known.
    """
    codes = read_reports(store)
    rows = np.flatnonzero(chosen_reports(store, codes, selection))
    of_article = codes.article_ids.codes[rows]
    published = codes.published[of_article]
    order = np.lexsort(
        (codes.numbers[rows], codes.latest[rows], _or_last(codes.earliest[rows]),
         _by_name(codes.article_ids)[rows], _or_last(published))
    )  # fmt: skip
    rows, published = rows[order], published[order]
    return pd.DataFrame(
        {
            "occurrence_id": to_categories(codes.occurrences, rows),
            "modality": to_categories(codes.modalities, rows),
            "outlet": to_categories(Coded(codes.outlets.codes[codes.article_ids.codes], codes.outlets.values), rows),
            "earliest": to_dates(codes.earliest[rows]),
            "latest": to_dates(codes.latest[rows]),
            "published": to_dates(published),
            "exact": codes.exact[codes.article_ids.codes[rows]],
        }
    )
