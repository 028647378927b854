"""Readings: articles, and everything that was read out of one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, ScalarSelect, Select, func, select

from s400data.queries.conditions import matching
from s400data.queries.selections import EVERYTHING, Selection
from s400data.queries.statements import quotations_of_article
from s400data.queries.timelines import events_of_article
from s400data.queries.views import ARTICLE_VIEW
from s400data.store import Store
from s400data.store.engines import fetch, reading
from s400data.store.schema import SQL_TABLES
from s400data.store.schema import articles as articles_table
from s400data.tables import ARTICLES, find_table
from s400data.tables.frames import to_frame

COUNTED = {"events": "events", "quotations": "quotations", "actors": "actors", "cut": "furniture"}
NAMING = ("article_id", "path", "title", "outlet", "published", "published_precision")
PLAIN_PARTS = ("articles", "furniture", "timexes", "mentions", "stances", "participants")


@dataclass(frozen=True, slots=True)
class ArticleView:
    """Everything read out of one article, as frames in reading order; `article` has one row, with the text.

    `quotations` and `events` have the columns of QUOTATION_VIEW and EVENT_VIEW, the others those of their tables.
    """

    article: pd.DataFrame
    furniture: pd.DataFrame
    timexes: pd.DataFrame
    mentions: pd.DataFrame
    quotations: pd.DataFrame
    stances: pd.DataFrame
    events: pd.DataFrame
    participants: pd.DataFrame


def articles(store: Store, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Articles of a selection with the columns of ARTICLE_VIEW, newest first, undated ones last."""
    own = [articles_table.c[name] for name in ARTICLE_VIEW.names if name in articles_table.c]
    counts = [_count(table).label(name) for name, table in COUNTED.items()]
    with reading(store.engine) as connection:
        return to_frame(ARTICLE_VIEW, fetch(connection, _newest_first(selection, *own, *counts)))


def titles(store: Store, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """What articles of a selection are called, in the same order; the columns are NAMING."""
    own = [articles_table.c[name] for name in NAMING]
    with reading(store.engine) as connection:
        found = pd.DataFrame(fetch(connection, _newest_first(selection, *own)), columns=list(NAMING))
    return found.assign(published=pd.to_datetime(found["published"]))


def _newest_first(selection: Selection, *cells: "ColumnElement[Any]") -> "Select[Any]":
    published = articles_table.c.published
    return (
        select(*cells)
        .where(matching("articles", selection))
        .order_by(published.is_(None), published.desc(), articles_table.c.article_id)
    )


def article(store: Store, article_id: str) -> ArticleView | None:
    """Everything read out of one article, None where it is not stored."""
    frames = {name: _part(store, name, article_id) for name in PLAIN_PARTS}
    found = frames.pop("articles")
    if found.empty:
        return None
    said, told = quotations_of_article(store, article_id), events_of_article(store, article_id)
    return ArticleView(
        article=found,
        quotations=said.sort_values("position", ignore_index=True),
        events=told.sort_values("position", ignore_index=True),
        **frames,
    )


def texts(store: Store, article_ids: Iterable[str]) -> pd.DataFrame:
    """Articles with their text, in the order of their numbers, with the columns of ARTICLES."""
    statement = select(*(articles_table.c[name] for name in ARTICLES.names)).where(
        articles_table.c.article_id.in_(list(article_ids))
    )
    with reading(store.engine) as connection:
        return to_frame(ARTICLES, fetch(connection, statement.order_by(articles_table.c.article_id)))


def _count(table: str) -> ScalarSelect[Any]:
    counted = SQL_TABLES[table]
    own = counted.c.article_id == articles_table.c.article_id
    return select(func.count()).select_from(counted).where(own).correlate(articles_table).scalar_subquery()


def _part(store: Store, name: str, article_id: str) -> pd.DataFrame:
    table = SQL_TABLES[name]
    statement = select(table).where(table.c.article_id == article_id).order_by(*table.primary_key.columns)
    with reading(store.engine) as connection:
        return to_frame(find_table(name), fetch(connection, statement))
