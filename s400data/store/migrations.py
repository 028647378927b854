"""Migrations: an older store brought to the present schema, one version at a time."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, Table, inspect, select, update

from s400data.errors import TableError
from s400data.store.cells import article_cells, content_digest, quotation_cells
from s400data.store.codes import code_articles
from s400data.store.engines import fetch, reading, writing
from s400data.store.indexes import create_indexes, index_article
from s400data.store.likeness import link_like_articles
from s400data.store.schema import (
    SCHEMA_VERSION,
    article_links,
    articles,
    coded_values,
    corrections,
    metadata,
    quotation_codes,
    rereadings,
    sketches,
    state,
)

Migration = Callable[[Connection], None]

INDEXED = ("articles", "quotations", "events")
CODED_AT_ONCE = 200


def prepare(engine: Engine) -> None:
    """Create the tables of an empty database, or bring an older store up to date.

    Raises TableError where the database belongs to another program, or to a newer version of this one.
    """
    found = find_version(engine)
    if found is None:
        _create(engine)
        return
    if found > SCHEMA_VERSION:
        raise TableError(
            f"the store {engine.url.render_as_string()} has schema {found}, but this program knows schemas up to "
            f"{SCHEMA_VERSION}: it was written by a newer version"
        )
    for version in range(found, SCHEMA_VERSION):
        _migrate(engine, version)


def find_version(engine: Engine) -> int | None:
    """Schema version of the store, None for an empty database."""
    with reading(engine) as connection:
        return _version(connection)


def _version(connection: Connection) -> int | None:
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if state.name not in names:
        shown = ", ".join(sorted(names)[:5])
        raise TableError(f"{connection.engine.url.render_as_string()} is not a store of this program; it holds {shown}")
    return int(connection.execute(select(state.c.value).where(state.c.name == "schema")).scalar_one())


def _create(engine: Engine) -> None:
    with writing(engine) as connection:
        # Another process may have been quicker.
        if _version(connection) is not None:
            return
        metadata.create_all(connection)
        create_indexes(connection)
        rows = [{"name": "schema", "value": SCHEMA_VERSION}, {"name": "data", "value": 0}]
        connection.execute(state.insert(), rows)


def _migrate(engine: Engine, version: int) -> None:
    with writing(engine) as connection:
        if _version(connection) != version:
            return
        MIGRATIONS[version - 1](connection)
        connection.execute(update(state).where(state.c.name == "schema").values(value=version + 1))
        connection.execute(update(state).where(state.c.name == "data").values(value=state.c.value + 1))


def add_days(connection: Connection) -> None:
    """1 to 2: the days that rows are filtered by."""
    for name, added in {"articles": ("published_latest",), "quotations": ("day_earliest", "day_latest")}.items():
        for column in added:
            connection.exec_driver_sql(f"ALTER TABLE {name} ADD COLUMN {column} DATE")
    connection.exec_driver_sql("CREATE INDEX quotations_day_earliest ON quotations (day_earliest)")
    shape = MetaData()
    shape.reflect(connection, only=["articles", "quotations"])
    articles = {row["article_id"]: row for row in fetch(connection, select(shape.tables["articles"]))}
    for row in articles.values():
        _fill(connection, shape.tables["articles"], row, article_cells(row))
    for row in fetch(connection, select(shape.tables["quotations"])):
        _fill(connection, shape.tables["quotations"], row, quotation_cells(row, articles[row["article_id"]]))


def add_indexes(connection: Connection) -> None:
    """2 to 3: words are indexed in tables of their own, by the number of each row, and no longer kept folded."""
    for name in INDEXED:
        if any(column["name"] == "folded" for column in inspect(connection).get_columns(name)):
            connection.exec_driver_sql(f"ALTER TABLE {name} DROP COLUMN folded")
        connection.exec_driver_sql(f"ALTER TABLE {name} ADD COLUMN number INTEGER")
        connection.exec_driver_sql(f"CREATE UNIQUE INDEX {name}_number ON {name} (number)")
    create_indexes(connection)
    for article_id in connection.exec_driver_sql("SELECT article_id FROM articles ORDER BY article_id").scalars().all():
        index_article(connection, article_id)


def add_import_records(connection: Connection) -> None:
    """3 to 4: corrections, likeness of articles, and by what an article was read."""
    for column in ("content TEXT", "edition TEXT", "run_id INTEGER"):
        connection.exec_driver_sql(f"ALTER TABLE articles ADD COLUMN {column}")
    connection.exec_driver_sql("ALTER TABLE import_runs ADD COLUMN unchanged INTEGER NOT NULL DEFAULT 0")
    for name in ("content", "run_id"):
        connection.exec_driver_sql(f"CREATE INDEX articles_{name} ON articles ({name})")
    metadata.create_all(connection, [corrections, sketches, article_links])
    shape = MetaData()
    shape.reflect(connection, only=["articles"])
    table = shape.tables["articles"]
    for row in fetch(connection, select(table.c.article_id, table.c.text).order_by(table.c.article_id)):
        _fill(connection, table, row, {"content": content_digest(row["text"])})
        link_like_articles(connection, row["article_id"])
        if connection.dialect.name == "postgresql":
            # Words had no weights there by which what is found is ranked.
            index_article(connection, row["article_id"])


def add_codes(connection: Connection) -> None:
    """4 to 5: what quotations are filtered and counted by, as numbers."""
    metadata.create_all(connection, [quotation_codes, coded_values])
    ids = connection.execute(select(articles.c.article_id).order_by(articles.c.number)).scalars().all()
    for first in range(0, len(ids), CODED_AT_ONCE):
        code_articles(connection, ids[first : first + CODED_AT_ONCE])


def add_rereadings(connection: Connection) -> None:
    """5 to 6: what reading articles again changed."""
    metadata.create_all(connection, [rereadings])


def _fill(connection: Connection, table: Table, row: Mapping[str, Any], cells: Mapping[str, object]) -> None:
    (key,) = table.primary_key.columns
    connection.execute(update(table).where(key == row[key.name]).values(**cells))


# The migration at place n brings a store from schema n + 1 to n + 2.
MIGRATIONS: tuple[Migration, ...] = (add_days, add_indexes, add_import_records, add_codes, add_rereadings)
