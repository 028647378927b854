"""Voices: what counting speakers needs of every quotation of a selection, and nothing else of it."""

from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd
from sqlalchemy import func, select

from s400data.queries.coded import Coded, Kept, to_categories
from s400data.queries.codes import chosen, read_codes
from s400data.queries.conditions import matching, source
from s400data.queries.selections import EVERYTHING, NOT_KNOWN, Selection
from s400data.queries.statements import quotations_by_number
from s400data.store import Store
from s400data.store.codes import NO_PLACE
from s400data.store.engines import reading
from s400data.store.schema import articles, quotations, stances

SaidCell = Literal["cue", "country", "voice"]


def voices(store: Store, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Quotations of a selection by what tells who speaks and how; cells of few values are categories.

    Columns: outlet, article_id, speaker_id, speaker_name, speaker_kind, speaker_country, kind, overall, cue,
    words (their number), place (0 to 1, missing where nobody is named), repeats (inside another quotation or in a
    headline).
    """
    codes = read_codes(store)
    ids, lengths = _articles.of(store)
    kept = chosen(store, codes, selection)
    cells: dict[str, Coded] = {
        "outlet": codes.cells["outlets"],
        "article_id": Coded(codes.articles, ids),
        "speaker_id": codes.cells["actors"],
        "speaker_country": codes.cells["countries"],
        "kind": codes.cells["kinds"],
        "overall": codes.cells["sides"],
        **{name: codes.counted[name] for name in ("speaker_name", "speaker_kind", "cue")},
    }
    start, length = codes.starts[kept], lengths[codes.articles[kept]]
    numbers = {
        "words": codes.words[kept],
        "place": np.where(start == NO_PLACE, np.nan, start / length),
        "repeats": codes.repeats[kept].astype(bool),
    }
    return pd.DataFrame({name: to_categories(cell, kept) for name, cell in cells.items()} | numbers)


def said_in(
    store: Store, selection: Selection, outlet: str | None, cell: SaidCell, value: str, limit: int
) -> tuple[pd.DataFrame, int]:
    """Quotations with `value` in a cell (a cue in lower case), NOT_KNOWN for none, and how many there are.

    Those of an outlet, of all where it is None; the `limit` oldest, with the columns of QUOTATION_VIEW, no repeats.
    """
    codes = read_codes(store)
    cells = {"cue": codes.counted["cue"], "country": codes.cells["countries"], "voice": codes.counted["speaker_name"]}
    alike = [one for one in cells[cell].values if (one.casefold() if cell == "cue" else one) == value]
    own = cells[cell].among(alike) & ~codes.repeats.astype(bool)
    if outlet is not None:
        own &= codes.cells["outlets"].among([outlet])
    numbers = codes.numbers[np.flatnonzero(chosen(store, codes, selection) & own)]
    return quotations_by_number(store, tuple(numbers[:limit].tolist())), len(numbers)


def positions(store: Store, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Rows outlet, target and polarity, with statements: quotations that take that position, repeats left out."""
    cells = quotations.c
    n = func.count(cells.quotation_id.distinct())
    statement = (
        select(articles.c.outlet, stances.c.target, stances.c.polarity, n)
        .select_from(source("quotations"))
        .join(stances, stances.c.quotation_id == cells.quotation_id)
        .where(matching("quotations", selection), cells.within.is_(None), cells.section == "body")
        .group_by(articles.c.outlet, stances.c.target, stances.c.polarity)
        .order_by(stances.c.target, stances.c.polarity)
    )
    with reading(store.engine) as connection:
        rows = [tuple(row) for row in connection.execute(statement)]
    return pd.DataFrame(rows, columns=["outlet", "target", "polarity", "statements"])


def _read_articles(store: Store) -> tuple[tuple[str, ...], npt.NDArray[np.int64]]:
    """Names of the articles and lengths of their texts by their numbers; "" and 1 where there is none."""
    cells = articles.c
    with reading(store.engine) as connection:
        rows = connection.execute(select(cells.number, cells.article_id, func.length(cells.text))).all()
    size = max((number for number, _, _ in rows), default=0) + 1
    ids, lengths = [NOT_KNOWN] * size, np.ones(size, dtype=np.int64)
    for number, article_id, length in rows:
        ids[number], lengths[number] = article_id, max(length, 1)
    return tuple(ids), lengths


_articles = Kept(_read_articles)
