"""Partners: articles that tell the same events, for choosing two of them to compare."""

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, func, select

from s400data.queries.conditions import matching
from s400data.queries.report_codes import read_reports
from s400data.queries.selections import EVERYTHING, Selection
from s400data.queries.views import PARTNER_VIEW
from s400data.store import Store
from s400data.store.engines import fetch, reading
from s400data.store.schema import articles, events
from s400data.tables.frames import to_frame


def partners(store: Store, article_id: str, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Articles of a selection that tell events of `article_id`, those with most of them first (PARTNER_VIEW)."""
    own = select(events.c.occurrence_id).where(events.c.article_id == article_id)
    told = events.alias()
    n: ColumnElement[int] = func.count(told.c.occurrence_id.distinct())
    statement = (
        select(told.c.article_id, n.label("occurrences"))
        .join(articles, articles.c.article_id == told.c.article_id)
        .where(told.c.occurrence_id.in_(own), told.c.article_id != article_id, matching("articles", selection))
        .group_by(told.c.article_id)
        .order_by(n.desc(), told.c.article_id)
    )
    with reading(store.engine) as connection:
        return to_frame(PARTNER_VIEW, fetch(connection, statement))


def widest_article(store: Store, selection: Selection = EVERYTHING) -> str | None:
    """The article of a selection that tells most events which other articles tell, too; None where there is none."""
    codes = read_reports(store)
    n = max(len(codes.article_ids.values), 1)
    told = np.unique(codes.occurrences.codes.astype(np.int64) * n + codes.article_ids.codes)
    is_shared = np.bincount(told // n, minlength=len(codes.occurrences.values)) > 1
    counts = np.bincount(told[is_shared[told // n]] % n, minlength=n)
    if selection != EVERYTHING:
        with reading(store.engine) as connection:
            fitting = connection.execute(select(articles.c.article_id).where(matching("articles", selection))).scalars()
            inside = set(fitting)
        counts = counts * [article in inside for article in codes.article_ids.values]
    widest = np.flatnonzero((counts == counts.max()) & (counts > 0))
    return min((codes.article_ids.values[place] for place in widest.tolist()), default=None)
