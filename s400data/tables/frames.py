"""Frames: rows of the tables as pandas frames with the declared columns and types, and back."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from s400data.errors import TableError
from s400data.records import Extraction
from s400data.tables.columns import Column, Kind, Table
from s400data.tables.declarations import TABLES
from s400data.tables.extractions import to_extractions
from s400data.tables.rows import to_rows

DTYPES: dict[Kind, str] = {
    "id": "str",
    "text": "str",
    "choice": "str",
    "integer": "Int64",
    "number": "float64",
    "boolean": "boolean",
    "spans": "object",
    "texts": "object",
}


def to_frames(extractions: Iterable[Extraction]) -> dict[str, pd.DataFrame]:
    """One frame for each table, with the rows of all `extractions`."""
    rows: dict[str, list[Mapping[str, object]]] = {table.name: [] for table in TABLES}
    for extraction in extractions:
        for name, found in to_rows(extraction).items():
            rows[name].extend(found)
    return {table.name: to_frame(table, rows[table.name]) for table in TABLES}


def to_frame(table: Table, rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    """Frame of `rows` with the columns of `table`, in order; cells of other names are left out."""
    found = list(rows)
    return pd.DataFrame(
        {column.name: to_series(column, [row[column.name] for row in found]) for column in table.columns}
    )


def to_series(column: Column, cells: list[object]) -> "pd.Series[Any]":
    """Cells of one column with the type its kind asks for."""
    if column.kind == "date":
        # Days first: they hold every year that a date can have, which nanoseconds do not.
        return pd.Series(np.array(cells, dtype="datetime64[D]").astype("datetime64[s]"))
    return pd.Series(cells, dtype=DTYPES[column.kind])


def from_frame(table: Table, frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows of `frame` with plain values, None where a cell is missing.

    Raises TableError naming the columns that are missing.
    """
    if missing := [name for name in table.names if name not in frame.columns]:
        found = ", ".join(map(str, frame.columns))
        raise TableError(f"table {table.name} misses the columns {', '.join(missing)}; it has {found}")
    columns = [_plain(column, frame[column.name]) for column in table.columns]
    return [dict(zip(table.names, cells, strict=True)) for cells in zip(*columns, strict=True)]


def from_frames(frames: Mapping[str, pd.DataFrame]) -> list[Extraction]:
    """Extractions that `frames` hold; the opposite of `to_frames`."""
    if missing := [table.name for table in TABLES if table.name not in frames]:
        raise TableError(f"there is no table {', '.join(missing)}; there are {', '.join(frames)}")
    return to_extractions({table.name: from_frame(table, frames[table.name]) for table in TABLES})


def _plain(column: Column, cells: "pd.Series[Any]") -> list[Any]:
    if column.kind in ("spans", "texts"):
        return list(cells)
    # Whole columns at once: cell by cell a frame's strings and days take as long as writing the file does.
    if column.kind == "date":
        return list(cells.to_numpy().astype("datetime64[D]").astype(object))
    return list(cells.astype(object).where(cells.notna(), None))
