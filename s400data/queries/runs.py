"""Runs: what imports did, and the files they could not take in."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import pandas as pd
from sqlalchemy import Label, func, select

from s400data.queries.views import IMPORT_ERROR_VIEW, RUN_VIEW
from s400data.store import Store
from s400data.store.engines import fetch, reading
from s400data.store.imports import NAMED
from s400data.store.schema import articles
from s400data.store.schema import import_errors as errors_table
from s400data.store.schema import import_runs as runs_table
from s400data.tables.frames import to_frame

LEFT = ("new", "duplicate", "failed")


def import_runs(store: Store, limit: int = 20) -> pd.DataFrame:
    """Latest imports with the columns of RUN_VIEW, newest first.

    One that is at work or was cut short has no numbers of its own: counted is what it has left in the store.
    """
    statement = select(runs_table, *_counted()).order_by(runs_table.c.run_id.desc()).limit(limit)
    with reading(store.engine) as connection:
        found = fetch(connection, statement)
    return to_frame(RUN_VIEW, [row | _told(row) for row in found])


def _told(row: Mapping[str, Any]) -> dict[str, object]:
    counts = {} if row["finished"] else {name: row[f"left_{name}"] for name in LEFT}
    times = {name: _written(row[name]) for name in ("started", "finished")}
    return {"skipped": row["left_skipped"], **counts, **times}


def _counted() -> Iterator[Label[int]]:
    """Numbers of what runs left: articles they read last, and files they name."""
    read = select(func.count()).where(articles.c.run_id == runs_table.c.run_id)
    yield read.correlate(runs_table).scalar_subquery().label("left_new")
    for outcome in NAMED:
        named = (errors_table.c.run_id == runs_table.c.run_id) & (errors_table.c.outcome == outcome)
        yield select(func.count()).where(named).correlate(runs_table).scalar_subquery().label(f"left_{outcome}")


def import_errors(store: Store, run_id: int | None = None) -> pd.DataFrame:
    """Files not taken in with the columns of IMPORT_ERROR_VIEW: those of one import, or of all, newest first."""
    cells = errors_table.c
    statement = select(errors_table).order_by(cells.run_id.desc(), cells.position)
    if run_id is not None:
        statement = statement.where(cells.run_id == run_id)
    with reading(store.engine) as connection:
        return to_frame(IMPORT_ERROR_VIEW, fetch(connection, statement))


def _written(time: datetime | None) -> str | None:
    return None if time is None else time.isoformat(" ", "seconds")
