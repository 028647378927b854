"""Tallies: quotations counted and put in order over their codes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import numpy as np
from sqlalchemy import select

from s400data.queries.coded import Mask, Numbers
from s400data.queries.codes import Codes, chosen, fit_all, masks, read_codes, search
from s400data.queries.conditions import searched
from s400data.queries.selections import Selection
from s400data.store import Store
from s400data.store.codes import NO_DAY
from s400data.store.engines import reading
from s400data.store.indexes import rank

UNITS = {"month": "datetime64[M]", "year": "datetime64[Y]"}
Order = Literal["newest", "oldest", "relevance", "speaker", "outlet"]

# Where a search finds more rows than these, its words are too common to tell a good fit from a better one.
MOST_RANKED = 20_000
# Up to so many values are told apart by a flag for each row, more by sorting.
FEW_VALUES = 32


@dataclass(frozen=True, slots=True)
class PeriodCount:
    """A month or year and the quotations in it."""

    first: date
    last: date
    n: int


def count_choices(store: Store, selection: Selection) -> Iterator[tuple[str, dict[str, int]]]:
    """For each filter on quotations, its values with the quotations each would leave; its own setting is left out."""
    codes = read_codes(store)
    found = masks(store, codes, selection)
    shown = np.flatnonzero(fit_all(codes, found.values()))
    for name, cell in codes.cells.items():
        kept = fit_all(codes, (mask for one, mask in found.items() if one != name)) if name in found else shown
        counts = np.bincount(cell.codes[kept], minlength=len(cell.values))
        yield name, _counted(cell.values, counts)
    others = fit_all(codes, (mask for one, mask in found.items() if one not in codes.stances))
    for name, cell in codes.stances.items():
        wanted = others[codes.stance_rows]
        for one, own in codes.stances.items():
            if one != name and (choices := getattr(selection, one)):
                wanted &= own.among(choices)
        counts = _count_rows(codes, cell.codes[wanted], codes.stance_rows[wanted], len(cell.values))
        yield name, _counted(cell.values, counts)


def count_hidden(store: Store, selection: Selection) -> dict[str, int]:
    """Quotations hidden by each filter that is set, under the first of them that hides them, and those "shown"."""
    codes = read_codes(store)
    left = np.ones(len(codes), dtype=bool)
    counts = {}
    for name, mask in masks(store, codes, selection).items():
        counts[name] = int(np.count_nonzero(left & ~mask))
        left &= mask
    return {**counts, "shown": int(np.count_nonzero(left))}


def count_periods(store: Store, selection: Selection, unit: Literal["month", "year"]) -> tuple[PeriodCount, ...]:
    """Months or years with the quotations that a range of just that period would leave; the dates set are left out.

    A quotation whose date is a longer period counts in each month or year of it.
    """
    codes = read_codes(store)
    kept = chosen(store, codes, replace(selection, start=None, end=None)) & _is_dated(codes)
    span = (codes.earliest[kept], codes.latest[kept])
    first, last = (days.astype("datetime64[D]").astype(UNITS[unit]).astype(int) for days in span)
    if not len(first):
        return ()
    start = int(first.min())
    size = int(max(first.max(), last.max())) - start + 2
    counts = np.cumsum(np.bincount(first - start, minlength=size) - np.bincount(last + 1 - start, minlength=size))
    bounds = np.arange(start, start + size + 1).astype(UNITS[unit]).astype("datetime64[D]")
    days = [bounds[:-1].tolist(), (bounds[1:] - 1).tolist(), counts.tolist()]
    return tuple(PeriodCount(begin, end, n) for begin, end, n in zip(*days, strict=True) if n)


def count_undated(store: Store, selection: Selection) -> int:
    """Quotations that stand in no month or year; the dates set are left out."""
    codes = read_codes(store)
    kept = chosen(store, codes, replace(selection, start=None, end=None))
    return int(np.count_nonzero(kept & ~_is_dated(codes)))


def find_numbers(store: Store, selection: Selection, order: Order, first: int, most: int | None) -> list[int]:
    """Numbers of the quotations `first` to `first + most` of a selection, in `order`."""
    codes = read_codes(store)
    kept = chosen(store, codes, selection)
    ordered = _ordered(store, codes, selection, kept, order)
    last = None if most is None else first + most
    return [int(number) for number in codes.numbers[ordered[first:last]]]


def speaker_names(store: Store) -> dict[str, str]:
    """Names of the speakers by their numbers."""
    return read_codes(store).names


def _is_dated(codes: Codes) -> Mask:
    dated: Mask = (codes.earliest != NO_DAY) & (codes.latest != NO_DAY)
    return dated


def _counted(values: tuple[str, ...], counts: Numbers) -> dict[str, int]:
    return {value: int(n) for value, n in zip(values, counts, strict=True) if n}


def _count_rows(codes: Codes, values: Numbers, rows: Numbers, n_values: int) -> Numbers:
    """For each value, the different rows that have it."""
    if n_values <= FEW_VALUES:
        flags = np.zeros((n_values, len(codes)), dtype=bool)
        flags[values, rows] = True
        few: Numbers = np.count_nonzero(flags, axis=1)
        return few
    different = np.unique(values.astype(np.int64) * len(codes) + rows)
    counts: Numbers = np.bincount(different // max(len(codes), 1), minlength=n_values)
    return counts


def _ordered(store: Store, codes: Codes, selection: Selection, kept: Mask, order: Order) -> Numbers:
    """Places of the rows `kept` in `order`; they stand oldest first, undated ones last."""
    if order == "oldest":
        oldest: Numbers = np.flatnonzero(kept)
        return oldest
    newest: Numbers = codes.newest_first[kept[codes.newest_first]]
    if order == "relevance":
        return _by_relevance(store, codes, selection, newest)
    if order in ("speaker", "outlet"):
        cell = codes.cells["actors" if order == "speaker" else "outlets"]
        names = [codes.names.get(value, value) for value in cell.values]
        # What is not known comes last.
        by_name = sorted(range(len(names)), key=lambda n: (names[n] == "", names[n]))
        place = np.empty(len(names), dtype=np.int64)
        place[by_name] = np.arange(len(names))
        return newest[np.argsort(place[cell.codes[newest]], kind="stable")]
    return newest


def is_ranked(store: Store, selection: Selection) -> bool:
    """Whether the search of a selection can tell a good fit from a better one; where it cannot, the newest come first.

    A selection without a search is not ranked.
    """
    tree = searched("quotations", selection)
    return tree is not None and int(np.count_nonzero(search(store, read_codes(store), tree))) <= MOST_RANKED


def _by_relevance(store: Store, codes: Codes, selection: Selection, newest: Numbers) -> Numbers:
    """Places `newest`, those first that the search fits best; else as they are."""
    tree = searched("quotations", selection)
    if tree is None or not len(newest) or not is_ranked(store, selection):
        return newest
    ranks = rank("quotations", tree, store.engine.dialect.name)
    with reading(store.engine) as connection:
        numbers = connection.execute(select(ranks.c.rowid).order_by(ranks.c.rank)).scalars().all()
    place = np.full(len(codes), len(numbers), dtype=np.int64)
    best_first = codes.to_places(np.array(numbers, dtype=np.int64))
    place[best_first] = np.arange(len(best_first))
    # What was found in the text of its article only has no rank of its own, and comes last.
    ordered: Numbers = newest[np.argsort(place[newest], kind="stable")]
    return ordered
