"""Tallies: quotations counted and put in order over their codes."""

from collections.abc import Iterator
from typing import Literal

import numpy as np
from sqlalchemy import select

from s400data.queries.codes import Codes, Mask, Numbers, masks, read_codes, search
from s400data.queries.conditions import searched
from s400data.queries.selections import Selection
from s400data.store import Store
from s400data.store.engines import reading
from s400data.store.indexes import rank

Order = Literal["newest", "oldest", "relevance", "speaker", "outlet"]

# Where a search finds more rows than these, its words are too common to tell a good fit from a better one.
MOST_RANKED = 20_000
# Up to so many values are told apart by a flag for each row, more by sorting.
FEW_VALUES = 32


def count_choices(store: Store, selection: Selection) -> Iterator[tuple[str, dict[str, int]]]:
    """For each filter on quotations, its values with the quotations each would leave; its own setting is left out."""
    codes = read_codes(store)
    found = dict(masks(store, codes, selection))
    for name, cell in codes.cells.items():
        kept = _all(codes, (mask for one, mask in found.items() if one != name))
        counts = np.bincount(cell.codes[kept], minlength=len(cell.values))
        yield name, _counted(cell.values, counts)
    others = _all(codes, (mask for one, mask in found.items() if one not in codes.stances))
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
    for name, mask in masks(store, codes, selection):
        counts[name] = int(np.count_nonzero(left & ~mask))
        left &= mask
    return {**counts, "shown": int(np.count_nonzero(left))}


def find_numbers(store: Store, selection: Selection, order: Order, first: int, most: int | None) -> list[int]:
    """Numbers of the quotations `first` to `first + most` of a selection, in `order`."""
    codes = read_codes(store)
    kept = _all(codes, (mask for _, mask in masks(store, codes, selection)))
    ordered = _ordered(store, codes, selection, kept, order)
    last = None if most is None else first + most
    return [int(number) for number in codes.numbers[ordered[first:last]]]


def speaker_names(store: Store) -> dict[str, str]:
    """Names of the speakers by their numbers."""
    return read_codes(store).names


def _all(codes: Codes, found: Iterator[Mask]) -> Mask:
    kept = np.ones(len(codes), dtype=bool)
    for mask in found:
        kept &= mask
    return kept


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
    places = np.flatnonzero(kept)
    if order == "oldest":
        return places
    newest: Numbers = places[np.argsort(-codes.earliest[places].astype(np.int64), kind="stable")]
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


def _by_relevance(store: Store, codes: Codes, selection: Selection, newest: Numbers) -> Numbers:
    """Places `newest`, those first that the search fits best; else as they are."""
    tree = searched("quotations", selection)
    if tree is None or not len(newest) > 0 or np.count_nonzero(search(store, codes, tree)) > MOST_RANKED:
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
