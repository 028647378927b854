"""Stores: where extractions are kept between runs; everything of one article is saved together or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Literal

import pandas as pd
from sqlalchemy import Connection, Engine, bindparam, delete, insert, select, update

from s400data import tables
from s400data.records import Extraction
from s400data.settings import database_url
from s400data.store.cells import article_cells, quotation_cells
from s400data.store.engines import build_engine, fetch, reading, writing
from s400data.store.indexes import index_article
from s400data.store.migrations import prepare
from s400data.store.schema import SQL_TABLES, articles, events, state
from s400data.tables import find_table, to_extractions, to_frame, to_rows

Saving = Literal["new", "replaced", "duplicate"]


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of an extraction: `path` is the file of the article that was there before, if any."""

    article_id: str
    outcome: Saving
    path: str | None


@dataclass(frozen=True, slots=True)
class Store:
    """A database of extractions, safe to share between threads: each call takes a connection of its own."""

    engine: Engine

    @property
    def url(self) -> str:
        """Address of the store, without a password."""
        return self.engine.url.render_as_string()

    def version(self) -> int:
        """Number that grows with every change of the data; cheap enough to be asked at each page load."""
        with reading(self.engine) as connection:
            return int(connection.execute(select(state.c.value).where(state.c.name == "data")).scalar_one())

    def is_empty(self) -> bool:
        """Whether no article is stored."""
        with reading(self.engine) as connection:
            return connection.execute(select(articles.c.article_id).limit(1)).first() is None

    def save(self, extraction: Extraction) -> Saved:
        """Save `extraction` in the place of what was stored for the same article.

        A file of the same content under another name is a duplicate and changes nothing. Raises TableError.
        """
        rows: dict[str, list[dict[str, Any]]] = {name: list(found) for name, found in to_rows(extraction).items()}
        with writing(self.engine) as connection:
            saved = _judge(connection, extraction)
            if saved.outcome != "duplicate":
                _remove(connection, saved.article_id)
                _insert(connection, rows)
                bump_version(connection)
        return saved

    def remove(self, article_id: str) -> None:
        """Remove an article and everything read out of it."""
        with writing(self.engine) as connection:
            _remove(connection, article_id)
            bump_version(connection)

    def load(self, article_id: str) -> Extraction | None:
        """Extraction stored for an article, None where there is none."""
        with reading(self.engine) as connection:
            rows = {
                name: fetch(connection, select(table).where(table.c.article_id == article_id))
                for name, table in SQL_TABLES.items()
            }
        return next(iter(to_extractions(rows)), None)

    def read_table(self, name: str) -> pd.DataFrame:
        """Frame of a whole table; raises TableError for a name that is not declared."""
        table = find_table(name)
        sql = SQL_TABLES[name]
        with reading(self.engine) as connection:
            rows = fetch(connection, select(sql).order_by(*sql.primary_key.columns))
        return to_frame(table, rows)

    def link_events(self, occurrences: Mapping[str, str]) -> None:
        """Give events the occurrence they report: event_id -> occurrence_id; the others keep theirs."""
        changes = [{"event": event, "occurrence": occurrence} for event, occurrence in occurrences.items()]
        if not changes:
            return
        statement = (
            update(events)
            .where(events.c.event_id == bindparam("event"), events.c.occurrence_id != bindparam("occurrence"))
            .values(occurrence_id=bindparam("occurrence"))
        )
        with writing(self.engine) as connection:
            connection.execute(statement, changes)
            bump_version(connection)


def open_store(url: str | None = None) -> Store:
    """Store at `url` (by default the one the settings name), created or brought up to date first.

    Raises TableError where the database cannot be reached, belongs to another program or to a newer version.
    """
    engine = build_engine(url or database_url())
    prepare(engine)
    return Store(engine)


def bump_version(connection: Connection) -> None:
    """Count one change of the data, in the transaction that makes it."""
    connection.execute(update(state).where(state.c.name == "data").values(value=state.c.value + 1))


def _judge(connection: Connection, extraction: Extraction) -> Saved:
    article = extraction.article
    same = (articles.c.article_id == article.article_id) | (articles.c.checksum == article.checksum)
    found = connection.execute(select(articles.c.article_id, articles.c.path).where(same)).all()
    for article_id, path in found:
        # A file read again from another folder is the same file; one of another name is a copy.
        if article_id != article.article_id or PurePath(path).name != PurePath(article.path).name:
            return Saved(article_id, "duplicate", path)
    return Saved(article.article_id, "replaced", found[0].path) if found else Saved(article.article_id, "new", None)


def _remove(connection: Connection, article_id: str) -> None:
    # The rows of the other tables go with it.
    connection.execute(delete(articles).where(articles.c.article_id == article_id))


def _insert(connection: Connection, rows: Mapping[str, list[dict[str, Any]]]) -> None:
    (article,) = rows["articles"]
    added = {
        "articles": [row | article_cells(row) for row in rows["articles"]],
        "quotations": [row | quotation_cells(row, article) for row in rows["quotations"]],
    }
    for table in tables.TABLES:
        if found := added.get(table.name, rows[table.name]):
            connection.execute(insert(SQL_TABLES[table.name]), found)
    index_article(connection, article["article_id"])
