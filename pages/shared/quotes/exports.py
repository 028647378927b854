"""Exports: all quotations of a selection, each with what it was selected by, made only when they are asked for."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import pandas as pd
import streamlit as st

from pages.shared.components.exports import FORMATS
from pages.shared.components.labels import count, rows_of
from pages.shared.frame import PageContext
from s400data import queries
from s400data.exports import CITED, to_citation, to_markdown_list
from s400data.figures import narrow_in_words
from s400data.queries import Order, Selection
from s400data.store import Store
from s400data.tables import Column, Table

Write = Callable[[pd.DataFrame, Table], str | bytes]
VIEW = Table(
    "quotations",
    "Quotations",
    "Quotations with their article, positions, citation, and what they were selected by.",
    ("quotation_id",),
    (
        *(column for column in queries.QUOTATION_VIEW.columns if column.name != "stances"),
        Column("positions", "text", "Positions", "Position on each topic, with how certain it is."),
        Column("citation", "text", "Citation", "The quotation with its source, ready to be pasted."),
        Column("selected_by", "text", "Selected by", "Filters and search that were set when this file was made."),
        Column("exported", "text", "Exported", "When this file was made, UTC."),
    ),
)


def draw_exports(page: PageContext, n: int, order: Order) -> None:
    """Draw the buttons that hand out all `n` quotations selected, in `order`."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<span class="desk-note">Export {count(n, "quotation")}</span>', width="content")
        for kind, mime, write in (*FORMATS, ("Markdown", "text/markdown", to_markdown)):
            st.download_button(
                kind,
                data=partial(hand_out, page.store, page.selection, order, write),
                file_name=f"quotations.{'md' if kind == 'Markdown' else kind.lower()}",
                mime=mime,
                key=f"export-quotations-{kind.lower()}",
                on_click="ignore",
                type="tertiary",
            )


def hand_out(store: Store, selection: Selection, order: Order, write: Write) -> str | bytes:
    """File of all quotations of `selection` that `write` makes of the frame and VIEW."""
    return write(stamped(store, selection, order), VIEW)


def stamped(store: Store, selection: Selection, order: Order) -> pd.DataFrame:
    """Quotations of `selection` as rows of plain cells, each with its citation and what it was selected by."""
    found = queries.quotation_page(store, selection, order, most=None)
    positions = [
        "; ".join(f"{stance['polarity']} {stance['target']} ({stance['band']})" for stance in stances)
        for stances in found["stances"]
    ]
    return found.drop(columns="stances").assign(
        positions=positions,
        citation=[to_citation(row) for row in rows_of(found[list(CITED)])],
        selected_by=narrow_in_words(store, "quotations", selection),
        exported=f"{datetime.now(UTC):%Y-%m-%d %H:%M}",
    )


def to_markdown(rows: pd.DataFrame, view: Table) -> str:
    """A document of the quotations, with what they were selected by under its heading."""
    first = rows.iloc[0]
    notes = (f"{count(len(rows), 'quotation')}, selected by: {first['selected_by']} Exported {first['exported']} UTC.",)
    return to_markdown_list(rows_of(rows[list(CITED)]), view.label, notes)
