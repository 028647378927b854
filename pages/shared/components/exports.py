"""Exports: buttons that hand out exactly the rows a page shows."""

from functools import partial

import pandas as pd
import streamlit as st

from s400data.exports import to_csv, to_json
from s400data.tables import Column, Table


def draw_exports(rows: pd.DataFrame, name: str, view: Table | None = None) -> None:
    """Draw the buttons for `rows` (columns of `view`; all as text without one) as CSV and JSON files called `name`."""
    view = view or _plain_view(rows, name)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<span class="desk-note">Export the {len(rows):,} rows shown</span>', width="content")
        for kind, mime, write in (("CSV", "text/csv", to_csv), ("JSON", "application/json", to_json)):
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


def _plain_view(rows: pd.DataFrame, name: str) -> Table:
    columns = tuple(Column(str(column), "text", str(column), "") for column in rows.columns)
    return Table(name, name, "", (), columns)
