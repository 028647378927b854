"""Databases: empty ones for tests, as SQLite files and, where S400_TEST_POSTGRESQL names a server, as schemas on it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import create_engine, make_url

SERVER = os.environ.get("S400_TEST_POSTGRESQL")
ENGINES = ["sqlite", *(["postgresql"] if SERVER else [])]


@contextmanager
def serve_databases(engine: str, folder: Path) -> Iterator[Callable[[], str]]:
    """A function that makes an empty database and gives its address; on a server they are gone afterwards."""
    if engine == "sqlite":
        yield lambda: f"sqlite:///{folder / uuid4().hex}.db"
        return
    server = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    made = []

    def make():
        made.append(f"test_{uuid4().hex}")
        with server.connect() as connection:
            connection.exec_driver_sql(f"CREATE SCHEMA {made[-1]}")
        address = make_url(SERVER).update_query_dict({"options": f"-csearch_path={made[-1]}"})
        return address.render_as_string(hide_password=False)

    yield make
    with server.connect() as connection:
        for schema in made:
            connection.exec_driver_sql(f"DROP SCHEMA {schema} CASCADE")
    server.dispose()


def run_script(url: str, script: str) -> str:
    """Run many SQL statements on the database at `url`; gives the address back."""
    engine = create_engine(url)
    connection = engine.raw_connection()
    cursor = connection.cursor()
    getattr(cursor, "executescript", cursor.execute)(script)
    connection.commit()
    connection.close()
    engine.dispose()
    return url
