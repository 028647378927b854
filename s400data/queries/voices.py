"""Voices: what counting speakers needs of every quotation of a selection, and nothing else of it."""

import pandas as pd
from sqlalchemy import func, select

from s400data.queries.conditions import matching, source
from s400data.queries.selections import EVERYTHING, Selection
from s400data.store import Store
from s400data.store.engines import reading
from s400data.store.schema import articles, quotations, stances

CELLS = (
    "quotation_id", "article_id", "speaker_id", "speaker_name", "speaker_kind", "speaker_country", "kind", "overall",
    "cue", "within", "section", "text",
)  # fmt: skip


def voices(store: Store, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Quotations of a selection with their outlet and place, the part of the article that stands before their source.

    Columns: outlet, place (0 to 1, missing where nobody is named), and the cells of the quotation that tell who speaks
    and how.
    """
    cells = quotations.c
    start = func.coalesce(cells.cue_start, cells.source_start)
    own = select(articles.c.outlet, start, *(cells[name] for name in CELLS))
    lengths = select(articles.c.article_id, func.length(articles.c.text))
    with reading(store.engine) as connection:
        rows = connection.execute(
            own.select_from(source("quotations")).where(matching("quotations", selection)).order_by(cells.quotation_id)
        ).all()
        length = dict(map(tuple, connection.execute(lengths)))
    found = pd.DataFrame([tuple(row) for row in rows], columns=["outlet", "start", *CELLS])
    place = pd.to_numeric(found["start"]) / found["article_id"].map(length)
    return found.drop(columns="start").assign(place=place)


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
