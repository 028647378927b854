"""Tallies: terms, names, shared text and statements of a selection, counted from its articles' prints."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np
import pandas as pd
from sqlalchemy import Column, ColumnElement, select
from sqlalchemy.engine import Row

from s400data.comparison.copies import find_copies
from s400data.comparison.index import words_of
from s400data.comparison.prints import Uses, from_bytes, to_uses
from s400data.comparison.reports import UNKNOWN_OUTLET
from s400data.comparison.shingles import to_families
from s400data.comparison.words import Part, term_id
from s400data.queries import EVERYTHING, Selection
from s400data.queries.conditions import matching, source
from s400data.store import Store
from s400data.store.comparisons import links, prints
from s400data.store.engines import reading
from s400data.store.schema import articles, quotations

Name = tuple[str, str, str]

_NONE = np.empty(0, dtype=np.int64)


def count_terms(store: Store, selection: Selection, part: Part, here: str, there: str | None = None) -> pd.DataFrame:
    """Rows term (its hash, see `name_terms`), with its uses here (in this outlet), there and by everybody.

    Without `there` it is all other outlets. articles are those here that use the term; of the part "all", one that uses
    it in its own words and in speech counts as two.
    """
    outlets, uses = _read_uses(store, selection, part)
    own = [outlet == here for outlet in outlets]
    other = [not mine if there is None else outlet == there for mine, outlet in zip(own, outlets, strict=True)]
    return add_uses(uses, own, other)


def add_uses(uses: list[Uses], here: list[bool], there: list[bool]) -> pd.DataFrame:
    """Uses of several texts added up by term: term, here, there, everybody, articles (here)."""
    sizes = [len(one.terms) for one in uses]
    places, terms = pd.factorize(np.concatenate([_NONE, *(one.terms for one in uses)]))
    counts = np.concatenate([_NONE, *(one.counts for one in uses)])

    def add(weights: "np.typing.NDArray[np.generic]") -> "np.typing.NDArray[np.int64]":
        return np.bincount(places, weights=weights, minlength=len(terms)).astype(np.int64)

    is_here, is_there = (np.repeat(np.array(side, dtype=np.int64), sizes) for side in (here, there))
    columns = {"here": add(counts * is_here), "there": add(counts * is_there), "everybody": add(counts)}
    return pd.DataFrame({"term": terms, **columns, "articles": add(is_here)})


def sum_terms(store: Store, selection: Selection, part: Part) -> dict[str, int]:
    """Uses of terms by outlet."""
    totals: Counter[str] = Counter()
    for outlet, uses in zip(*_read_uses(store, selection, part), strict=True):
        totals[outlet] += int(uses.counts.sum())
    return dict(totals)


def name_terms(store: Store, scored: pd.DataFrame) -> pd.DataFrame:
    """Rows of a frame with the words of each term in the place of its hash."""
    with reading(store.engine) as connection:
        words = words_of(connection, [int(term) for term in scored["term"]])
    return scored.assign(term=scored["term"].map(words))


def find_users(store: Store, selection: Selection, part: Part, term: str) -> list[tuple[str, str]]:
    """Articles of a selection that use `term` in this part, with their outlets."""
    wanted = term_id(term)
    rows = _read(store, selection, prints.c.article_id, *_columns(part))
    return [
        (row[1], row[0] or UNKNOWN_OUTLET) for row in rows if any(wanted in to_uses(stored).terms for stored in row[2:])
    ]


def count_names(store: Store, selection: Selection, part: Part) -> pd.DataFrame:
    """Rows thing, name and outlet, with n (times the outlet chose that name) and articles."""
    uses, users = Counter[Name](), Counter[Name]()
    for outlet, stored in _read(store, selection, prints.c.names):
        own: Counter[Name] = Counter()
        for where, thing, name, n in json.loads(stored):
            if part in ("all", where):
                own[(thing, name, outlet or UNKNOWN_OUTLET)] += n
        uses.update(own)
        users.update(own.keys())
    rows = [(*key, n, users[key]) for key, n in uses.items()]
    return pd.DataFrame(rows, columns=["thing", "name", "outlet", "n", "articles"])


def find_shared_text(store: Store, selection: Selection) -> pd.DataFrame:
    """Pairs of articles of a selection that share text, as `find_copies` has them."""
    rows = _read(store, selection, prints.c.article_id, prints.c.runs)
    return find_copies({article: from_bytes(stored) for _, article, stored in rows})


def find_families(store: Store, selection: Selection) -> list[list[str]]:
    """Quotations of a selection that carry one statement, as families of at least two, the largest first."""
    chosen = (
        select(quotations.c.quotation_id).select_from(source("quotations")).where(matching("quotations", selection))
    )
    statement = select(links.c.one, links.c.other).order_by(links.c.one, links.c.other)
    if selection != EVERYTHING:
        statement = statement.where(links.c.one.in_(chosen), links.c.other.in_(chosen))
    with reading(store.engine) as connection:
        pairs = [(one, other) for one, other in connection.execute(statement)]
    families = to_families((key for pair in pairs for key in pair), pairs)
    return sorted(families, key=lambda family: -len(family))


def count_origins(store: Store, selection: Selection) -> tuple[int, int]:
    """Articles of a selection, and the different origins of their text."""
    origins = [origin for _, origin in _read(store, selection, prints.c.origin)]
    return len(origins), len(set(origins))


def _read_uses(store: Store, selection: Selection, part: Part) -> tuple[list[str], list[Uses]]:
    """Outlets and uses of terms of the articles of a selection."""
    rows = list(_read(store, selection, *_columns(part)))
    outlets = [row[0] or UNKNOWN_OUTLET for row in rows for _ in row[1:]]
    return outlets, [to_uses(stored) for row in rows for stored in row[1:]]


def _columns(part: Part) -> Iterable[ColumnElement[bytes]]:
    kept: dict[Part, tuple[Column[bytes], ...]] = {
        "own": (prints.c.own,), "speech": (prints.c.speech,), "all": (prints.c.own, prints.c.speech),
    }  # fmt: skip
    return kept[part]


def _read(store: Store, selection: Selection, *columns: "ColumnElement[str] | ColumnElement[bytes]") -> Iterator[Row]:  # type: ignore[type-arg]
    statement = (
        select(articles.c.outlet, *columns)
        .join(prints, prints.c.article_id == articles.c.article_id)
        .where(matching("articles", selection))
        .order_by(articles.c.published.is_(None), articles.c.published, articles.c.article_id)
    )
    with reading(store.engine) as connection:
        yield from connection.execute(statement)
