"""Runs: what imports did, and the files they could not take in."""

from datetime import datetime

import pandas as pd
from sqlalchemy import func, select

from s400data.queries.views import IMPORT_ERROR_VIEW, RUN_VIEW
from s400data.store import Store
from s400data.store.engines import fetch, reading
from s400data.store.schema import import_errors as errors_table
from s400data.store.schema import import_runs as runs_table
from s400data.tables.frames import to_frame


def import_runs(store: Store, limit: int = 20) -> pd.DataFrame:
    """Latest imports with the columns of RUN_VIEW, newest first."""
    is_skipped = (errors_table.c.run_id == runs_table.c.run_id) & (errors_table.c.outcome == "skipped")
    skipped = select(func.count()).where(is_skipped).correlate(runs_table).scalar_subquery().label("skipped")
    statement = select(runs_table, skipped).order_by(runs_table.c.run_id.desc()).limit(limit)
    with reading(store.engine) as connection:
        found = fetch(connection, statement)
    return to_frame(RUN_VIEW, [row | {name: _written(row[name]) for name in ("started", "finished")} for row in found])


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
