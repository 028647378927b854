"""Engines: connections to the database; what only SQLite needs stands here and nowhere else."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Executable, StaticPool, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from s400data.errors import TableError

# How long a writer waits for another one before it gives up.
BUSY_MILLISECONDS = 30_000
# On a server writers take turns, as they do on a file: numbers of rows are counted on.
WRITERS_LOCK = 400
# A database takes only so many values in one question.
MOST_ASKED = 500

Item = TypeVar("Item")


def build_engine(url: str) -> Engine:
    """Engine for `url`; a SQLite file's folder is made where it is missing. Raises TableError for an unusable URL."""
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            return _build_sqlite_engine(parsed)
        return create_engine(parsed)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise TableError(f"the address of the store cannot be used: {error}") from error


def is_there(url: str) -> bool:
    """Whether the database exists already; one on a server is taken to."""
    parsed = make_url(url)
    in_file = parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:")
    return Path(str(parsed.database)).exists() if in_file else True


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Connection whose queries all see the store as it was at the first of them."""
    with _in_words(engine), engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            # Otherwise each query would see what was written since the last one.
            connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Connection whose changes are all kept, or none where an error is raised."""
    with _in_words(engine), engine.execution_options(writing=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})")
        yield connection


def fetch(connection: Connection, statement: Executable) -> list[dict[str, Any]]:
    """Rows of `statement`, by the names of their columns."""
    found = connection.execute(statement)
    names = tuple(found.keys())
    return [dict(zip(names, row, strict=True)) for row in found]


def in_parts(items: Sequence[Item], size: int = MOST_ASKED) -> Iterator[Sequence[Item]]:
    """Some of `items` at a time, as many as one question may name."""
    return (items[start : start + size] for start in range(0, len(items), size))


@contextmanager
def _in_words(engine: Engine) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise TableError(f"the store {engine.url.render_as_string()} cannot be used: {error.orig}") from error


def _build_sqlite_engine(url: URL) -> Engine:
    in_memory = url.database in (None, "", ":memory:")
    if not in_memory:
        _make_folder(Path(str(url.database)))
    # A database in memory lives as long as its one connection.
    engine = create_engine(url, poolclass=StaticPool) if in_memory else create_engine(url)
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _make_folder(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TableError(f"the folder {file.parent} for the store cannot be made: {error.strerror}") from error


def _set_up_sqlite(connection: SqliteConnection, _record: object) -> None:
    # The driver's own transactions start too late to cover a read followed by a write, and leave out schema changes.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads first and writes later can fail on another writer however long it waits.
    writes = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
