"""Partners: articles that tell the same events, for choosing two of them to compare."""

import pandas as pd
from sqlalchemy import ColumnElement, func, select

from s400data.queries.conditions import matching, source
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
    common = (
        select(events.c.occurrence_id)
        .group_by(events.c.occurrence_id)
        .having(func.count(events.c.article_id.distinct()) > 1)
    )
    n: ColumnElement[int] = func.count(events.c.occurrence_id.distinct())
    statement = (
        select(events.c.article_id)
        .select_from(source("events"))
        .where(events.c.occurrence_id.in_(common), matching("articles", selection))
        .group_by(events.c.article_id)
        .order_by(n.desc(), events.c.article_id)
        .limit(1)
    )
    with reading(store.engine) as connection:
        return connection.execute(statement).scalar()
