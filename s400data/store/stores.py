"""Stores: where extractions are kept between runs; everything of one article is saved together or not at all."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import Connection, Engine, bindparam, delete, insert, select, update

from s400data import tables
from s400data.records import Extraction
from s400data.settings import database_url
from s400data.store.cells import article_cells, content_digest, quotation_cells
from s400data.store.codes import code_articles
from s400data.store.engines import build_engine, fetch, reading, writing
from s400data.store.indexes import index_article
from s400data.store.likeness import Likeness, link_like_articles
from s400data.store.migrations import prepare
from s400data.store.schema import SQL_TABLES, articles, events, state
from s400data.tables import find_table, to_extractions, to_rows

if TYPE_CHECKING:
    import pandas as pd

Saving = Literal["new", "replaced", "duplicate"]


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of an extraction: `path` is the file of the article that was there before, if any.

    `like` names the stored articles that say nearly the same.
    """

    article_id: str
    outcome: Saving
    path: str | None
    like: tuple[Likeness, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """By what an article was read: the edition of program and knowledge, and the import."""

    edition: str | None = None
    run_id: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """An article that is stored already: its file, and the edition it was read by."""

    article_id: str
    path: str
    edition: str | None


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

    def known(self) -> dict[str, Known]:
        """The stored articles by the checksum of their content."""
        columns = articles.c
        with reading(self.engine) as connection:
            found = connection.execute(
                select(columns.checksum, columns.article_id, columns.path, columns.edition)
            ).all()
        return {checksum: Known(article_id, path, edition) for checksum, article_id, path, edition in found}

    def run_of(self, article_id: str) -> int | None:
        """Number of the import that read an article."""
        with reading(self.engine) as connection:
            return connection.execute(select(articles.c.run_id).where(articles.c.article_id == article_id)).scalar()

    def is_empty(self) -> bool:
        """Whether no article is stored."""
        with reading(self.engine) as connection:
            return connection.execute(select(articles.c.article_id).limit(1)).first() is None

    def save(self, extraction: Extraction, made: Made | None = None) -> Saved:
        """Save `extraction` in the place of what was stored for the same article; `made` says by what it was read.

        A file of the same content or the same words under another name is a duplicate and changes nothing. Without
        `made` the earlier reading's stays. Raises TableError.
        """
        rows: dict[str, list[dict[str, Any]]] = {name: list(found) for name, found in to_rows(extraction).items()}
        with writing(self.engine) as connection:
            saved = _judge(connection, extraction)
            if saved.outcome != "duplicate":
                origin = made or _made(connection, saved.article_id)
                _remove(connection, saved.article_id)
                _insert(connection, rows, origin)
                saved = replace(saved, like=link_like_articles(connection, saved.article_id))
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

    def read_table(self, name: str) -> "pd.DataFrame":
        """Frame of a whole table; raises TableError for a name that is not declared."""
        # An import only writes, and pandas takes half a second to load.
        from s400data.tables.frames import to_frame

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
    # Two outlets that print the same words are two articles; a page saved twice is one.
    again = (
        (articles.c.content == content_digest(article.text))
        & articles.c.outlet.is_not_distinct_from(article.outlet)
        & articles.c.published.is_not_distinct_from(article.published)
    )
    same = (articles.c.article_id == article.article_id) | (articles.c.checksum == article.checksum) | again
    found = connection.execute(select(articles.c.article_id, articles.c.path).where(same)).all()
    own = next((path for article_id, path in found if article_id == article.article_id), None)
    # A file read again from another folder is the same file; one of another name is a copy.
    if own is not None and PurePath(own).name == PurePath(article.path).name:
        return Saved(article.article_id, "replaced", own)
    return Saved(found[0].article_id, "duplicate", found[0].path) if found else Saved(article.article_id, "new", None)


def _remove(connection: Connection, article_id: str) -> None:
    # The rows of the other tables go with it.
    connection.execute(delete(articles).where(articles.c.article_id == article_id))


def _made(connection: Connection, article_id: str) -> Made:
    found = connection.execute(
        select(articles.c.edition, articles.c.run_id).where(articles.c.article_id == article_id)
    ).one_or_none()
    return Made(found.edition, found.run_id) if found else Made()


def _insert(connection: Connection, rows: Mapping[str, list[dict[str, Any]]], made: Made) -> None:
    (article,) = rows["articles"]
    added = {
        "articles": [article | article_cells(article) | asdict(made) | {"content": content_digest(article["text"])}],
        "quotations": [row | quotation_cells(row, article) for row in rows["quotations"]],
    }
    for table in tables.TABLES:
        if found := added.get(table.name, rows[table.name]):
            connection.execute(insert(SQL_TABLES[table.name]), found)
    index_article(connection, article["article_id"])
    code_articles(connection, [article["article_id"]])
