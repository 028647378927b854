"""Exports: buttons that hand out exactly the rows a page shows."""

from functools import partial

import pandas as pd
import streamlit as st

from s400data.exports import to_csv, to_json, to_xlsx
from s400data.exports.workbooks import MIME as WORKBOOK
from s400data.tables import Column, Kind, Table

FORMATS = (("CSV", "text/csv", to_csv), ("XLSX", WORKBOOK, to_xlsx), ("JSON", "application/json", to_json))


def draw_exports(rows: pd.DataFrame, name: str, view: Table | None = None) -> None:
    """Draw the buttons for `rows` (columns of `view`; all of them without one) as files called `name`."""
    view = view or plain_view(rows, name)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(
            f'<span class="desk-note">Export the {len(rows):,} {"row" if len(rows) == 1 else "rows"} shown</span>',
            width="content",
        )
        for kind, mime, write in FORMATS:
            st.download_button(
                kind,
                data=partial(write, rows, view),
                file_name=f"{name}.{kind.lower()}",
                mime=mime,
                key=f"export-{name}-{kind.lower()}",
                on_click="ignore",
                type="tertiary",
                disabled=rows.empty,
            )


def plain_view(rows: pd.DataFrame, name: str) -> Table:
    """Columns of `rows` as they are, each of the kind its cells have."""
    columns = tuple(Column(str(column), _kind(rows[column]), str(column), "") for column in rows.columns)
    return Table(name, name, "", (), columns)


def _kind(cells: pd.Series) -> Kind:
    kinds: dict[str, Kind] = {"M": "date", "i": "integer", "u": "integer", "f": "number", "b": "boolean"}
    if found := kinds.get(cells.dtype.kind):
        return found
    items = [item for cell in cells if isinstance(cell, list | tuple) for item in cell]
    if items and all(isinstance(item, list | tuple) for item in items):
        return "spans"
    return "texts" if any(isinstance(cell, list | tuple) for cell in cells) else "text"
