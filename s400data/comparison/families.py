"""Families: quotations that carry one statement, joined by the pairs that the index keeps.

Whoever asks has brought the index up to date.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from sqlalchemy import select

from s400data.comparison.shingles import join_pairs
from s400data.queries import Selection
from s400data.queries.coded import Kept, Mask, Numbers
from s400data.queries.codes import Codes, chosen, read_codes
from s400data.queries.gathered import read_parts
from s400data.store import Store
from s400data.store.comparisons import links
from s400data.store.engines import fetch, in_parts, reading
from s400data.store.schema import articles, quotations

BY_LINE = ("article_id", "outlet", "published", "published_precision")


def find_families(
    store: Store, selection: Selection, first: int = 0, limit: int | None = None
) -> tuple[list[list[str]], int]:
    """Quotations of a selection that carry one statement, as families of at least two, the largest first.

    Only those from place `first` on, at most `limit`, are named, oldest quotation first; and how many there are.
    """
    codes = read_codes(store)
    heads = _join(store, codes, chosen(store, codes, selection))
    sizes = np.bincount(heads, minlength=len(codes))
    families = np.flatnonzero(sizes > 1)
    ordered = families[np.argsort(-sizes[families], kind="stable")]
    largest = ordered[first : None if limit is None else first + limit]
    told = _read_members(store, codes, heads, largest)
    named = told.groupby("head")["quotation_id"].agg(list)
    return [named[head] for head in largest.tolist()], len(families)


def number_statements(store: Store, quotation_ids: Sequence[str]) -> dict[str, int]:
    """Number of the statement of each of these quotations, the same for those that carry one; what is gone has none.

    What joins two of them only by way of others counts where these others are among them, too.
    """
    codes = read_codes(store)
    places = _places_of(store, codes, quotation_ids)
    kept = np.zeros(len(codes), dtype=bool)
    kept[list(places.values())] = True
    heads = _join(store, codes, kept)
    return {key: int(heads[place]) for key, place in places.items()}


def find_carriers(store: Store, quotation_ids: Sequence[str]) -> pd.DataFrame:
    """Quotations of other articles that carry the same statement as one of these, oldest first.

    Columns: carried (one of these), and of the other quotation_id, article_id, outlet, published, published_precision.
    """
    codes, heads = _joined.of(store)
    place = _places_of(store, codes, quotation_ids)
    ours = pd.DataFrame({"carried": list(place), "head": heads[list(place.values())]})
    told = _read_members(store, codes, heads, ours["head"])
    pairs = ours.merge(told, on="head")
    own = pairs["carried"].map(told.set_index("quotation_id")["article_id"])
    return pairs.loc[pairs["article_id"] != own, ["carried", "quotation_id", *BY_LINE]]


def _join(store: Store, codes: Codes, kept: Mask) -> Numbers:
    """For the place of each quotation that of the oldest one which carries the same, among those `kept`."""
    pairs = codes.places[_links.of(store)]
    pairs = pairs[(pairs >= 0).all(axis=1)]
    return join_pairs(len(codes), pairs[kept[pairs].all(axis=1)])


def _join_all(store: Store) -> tuple[Codes, Numbers]:
    codes = read_codes(store)
    return codes, _join(store, codes, np.ones(len(codes), dtype=bool))


def _read_links(store: Store) -> Numbers:
    """Pairs of numbers of quotations that carry one statement."""
    with reading(store.engine) as connection:
        parts = list(read_parts(connection, select(links.c.one, links.c.other)))
    return np.array([pair for part in parts for pair in part], dtype=np.int64).reshape(-1, 2)


_links = Kept(_read_links)
_joined = Kept(_join_all)


def _places_of(store: Store, codes: Codes, quotation_ids: Sequence[str]) -> dict[str, int]:
    """Places of these quotations; none of one that is gone."""
    cells = quotations.c
    numbers: dict[str, int] = {}
    with reading(store.engine) as connection:
        for some in in_parts(quotation_ids):
            own = select(cells.quotation_id, cells.number).where(cells.quotation_id.in_(some))
            numbers |= dict(map(tuple, connection.execute(own)))
    known = {key: int(codes.places[number]) for key, number in numbers.items() if number < len(codes.places)}
    return {key: known[key] for key in quotation_ids if known.get(key, -1) >= 0}


def _read_members(store: Store, codes: Codes, heads: Numbers, wanted: "Numbers | pd.Series[int]") -> pd.DataFrame:
    """The quotations of the families `wanted`, oldest first: head, quotation_id and BY_LINE."""
    members = np.flatnonzero(np.isin(heads, wanted))
    cells = quotations.c
    own = select(cells.number, cells.quotation_id, *(articles.c[name] for name in BY_LINE))
    told = own.join(articles, articles.c.article_id == cells.article_id)
    with reading(store.engine) as connection:
        rows = [
            row
            for some in in_parts(codes.numbers[members].tolist())
            for row in fetch(connection, told.where(cells.number.in_(some)))
        ]
    found = pd.DataFrame(rows, columns=["number", "quotation_id", *BY_LINE])
    place = codes.places[found["number"]]
    found = found.assign(place=place, head=heads[place], published=pd.to_datetime(found["published"]))
    return found.sort_values("place", ignore_index=True).drop(columns=["number", "place"])
