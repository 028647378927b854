"""Tallies: terms, names and shared text of a selection, counted from its articles' prints."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import pandas as pd
from sqlalchemy import Column, ColumnElement, select
from sqlalchemy.engine import Row

from s400data.comparison.copies import to_copies
from s400data.comparison.index import numbers_of, words_of
from s400data.comparison.prints import SMALL, USE_BYTES, Numbers, unpack_uses
from s400data.comparison.reports import UNKNOWN_OUTLET
from s400data.comparison.words import Part
from s400data.queries import Selection
from s400data.queries.conditions import matching
from s400data.store import Store
from s400data.store.comparisons import copies, prints
from s400data.store.engines import reading
from s400data.store.schema import articles

Name = tuple[str, str, str]


def count_terms(store: Store, selection: Selection, part: Part, here: str, there: str | None = None) -> pd.DataFrame:
    """Rows term (its number, see `name_terms`), with its uses here (in this outlet), there and by everybody.

    Without `there` it is all other outlets; terms used in neither are left out. articles are those here that use the
    term; of the part "all", one that uses it in its own words and in speech counts as two.
    """
    texts: dict[str, list[bytes]] = {}
    for row in _read(store, selection, *_columns(part)):
        texts.setdefault(row[0] or UNKNOWN_OUTLET, []).extend(row[1:])
    return add_uses(texts, here, there)


def add_uses(texts: Mapping[str, list[bytes]], here: str, there: str | None) -> pd.DataFrame:
    """Uses of several texts by outlet added up by term: term, here, there, everybody, articles (here)."""
    ours, theirs = texts.get(here, []), texts.get(there, []) if there else []
    others = (stored for outlet, own in texts.items() if outlet not in (here, there) for stored in own)
    terms, counts = unpack_uses([*ours, *theirs, *others])
    first, second = _size(ours), _size(ours) + _size(theirs)
    # The numbers of words are even and those of pairs odd, but no two have the same half.
    halves = terms >> 1
    numbers = np.zeros(int(halves.max(initial=-1)) + 1, dtype=SMALL)
    numbers[halves] = terms

    def add(some: slice, uses: "Numbers | int") -> Numbers:
        sums = np.zeros_like(numbers)
        np.add.at(sums, halves[some], uses)
        return sums

    everybody, n_here = add(slice(None), counts), add(slice(first), counts[:first])
    n_there = add(slice(first, second), counts[first:second]) if there else everybody - n_here
    used = n_here + n_there > 0
    columns = {
        "term": numbers,
        "here": n_here,
        "there": n_there,
        "everybody": everybody,
        "articles": add(slice(first), 1),
    }
    # Columns that stay as they are spare a copy of them all.
    return pd.DataFrame({name: column[used] for name, column in columns.items()}, copy=False)


def _size(texts: list[bytes]) -> int:
    return sum(map(len, texts)) // USE_BYTES


def sum_terms(store: Store, selection: Selection, part: Part) -> dict[str, int]:
    """Uses of terms by outlet."""
    sums = {"own": prints.c.own_uses, "speech": prints.c.speech_uses, "all": prints.c.own_uses + prints.c.speech_uses}
    totals: Counter[str] = Counter()
    for outlet, n in _read(store, selection, sums[part]):
        totals[outlet or UNKNOWN_OUTLET] += n
    return dict(totals)


def name_terms(store: Store, scored: pd.DataFrame) -> pd.DataFrame:
    """Rows of a frame with the words of each term in the place of its number."""
    with reading(store.engine) as connection:
        words = words_of(connection, [int(term) for term in scored["term"]])
    return scored.assign(term=scored["term"].map(words))


def find_users(store: Store, selection: Selection, part: Part, term: str) -> list[tuple[str, str]]:
    """Articles of a selection that use `term` in this part, with their outlets."""
    with reading(store.engine) as connection:
        wanted = numbers_of(connection, [term]).get(term)
    if wanted is None:
        return []
    rows = list(_read(store, selection, prints.c.article_id, *_columns(part)))
    stored = [b"".join(row[2:]) for row in rows]
    owners = np.repeat(np.arange(len(rows)), [len(one) // USE_BYTES for one in stored])
    users = np.unique(owners[unpack_uses(stored)[0] == wanted])
    return [(rows[place][1], rows[place][0] or UNKNOWN_OUTLET) for place in users.tolist()]


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


def find_namers(store: Store, selection: Selection, part: Part, thing: str, name: str, outlet: str) -> list[str]:
    """Articles of an outlet, by its name here, that choose `name` for `thing` in this part."""
    rows = _read(store, selection, prints.c.article_id, prints.c.names)
    return [
        article
        for own, article, stored in rows
        if (own or UNKNOWN_OUTLET) == outlet
        and any(row[1:3] == [thing, name] and part in ("all", row[0]) for row in json.loads(stored))
    ]


def find_shared_text(store: Store, selection: Selection) -> pd.DataFrame:
    """Pairs of articles of a selection that share text, as `find_copies` has them."""
    place = {article: n for n, (_, article) in enumerate(_read(store, selection, prints.c.article_id))}
    with reading(store.engine) as connection:
        pairs = connection.execute(select(copies.c.one, copies.c.other, copies.c.share, copies.c.runs)).all()
    kept = [
        (*((one, other) if place[one] < place[other] else (other, one)), share, runs)
        for one, other, share, runs in pairs
        if one in place and other in place
    ]
    return to_copies(sorted(kept, key=lambda pair: (place[pair[0]], place[pair[1]])))


def count_origins(store: Store, selection: Selection) -> tuple[int, int]:
    """Articles of a selection, and the different origins of their text."""
    origins = [origin for _, origin in _read(store, selection, prints.c.origin)]
    return len(origins), len(set(origins))


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
        yield from connection.execute(statement).all()
