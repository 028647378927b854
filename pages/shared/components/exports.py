"""Exports: buttons that hand out exactly the rows a page shows."""

from functools import partial

import pandas as pd
import streamlit as st

from s400data.exports import to_csv, to_json


def draw_exports(rows: pd.DataFrame, name: str) -> None:
    """Draw the buttons for `rows` as CSV and JSON, saved as files called `name`."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<span class="desk-note">Export the {len(rows):,} rows shown</span>', width="content")
        for kind, mime, write in (("CSV", "text/csv", to_csv), ("JSON", "application/json", to_json)):
            st.download_button(
                kind,
                data=partial(write, rows),
                file_name=f"{name}.{kind.lower()}",
                mime=mime,
                key=f"export-{name}-{kind.lower()}",
                on_click="ignore",
                type="tertiary",
                disabled=rows.empty,
            )
