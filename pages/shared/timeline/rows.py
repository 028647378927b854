"""Rows: the events of a selection, one row for each real event."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from pages.shared.data import ask
from pages.shared.frame import PageContext
from s400data import queries
from s400data.charts.happenings import join_by_outlet, join_reports
from s400data.queries import Selection
from s400data.store import Store
from s400data.tables import value_label

COLUMNS = {
    "when": "When",
    "label": "What",
    "type": "Type",
    "modality": "Reality",
    "who": "Who",
    "to_whom": "To whom",
    "outlets": "Reported by",
    "sources": "Sources",
}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many events a selection shows, in how many reports, and how many of each type have no date, most first."""

    events: int
    reports: int
    undated: dict[str, int]


def count_happenings(store: Store, selection: Selection) -> Counts:
    """Counts of what `selection` shows; to be asked through the cache, for the rows weigh far more."""
    rows = ask(store, happenings, selection)
    undated = rows.loc[rows["earliest"].isna(), "type"].value_counts()
    return Counts(len(rows), int(rows["reports"].sum()), {str(kind): int(n) for kind, n in undated.items()})


def happenings(store: Store, selection: Selection) -> pd.DataFrame:
    """One row for each occurrence that `selection` shows; to be asked through the cache."""
    return join_reports(queries.events(store, selection))


def happenings_by_outlet(store: Store, selection: Selection) -> pd.DataFrame:
    """One row for each occurrence and outlet that `selection` shows, dated as the outlet dates it."""
    return join_by_outlet(queries.events(store, selection))


def draw_table(page: PageContext, n: int) -> None:
    """The `n` events as a table, for reading, sorting and for those who see no chart."""
    label = "The event as a table" if n == 1 else f"The {n:,} events as a table"
    # Thousands of rows travel to the browser only when somebody asks for them.
    with st.expander(label, key="timeline-table-open", on_change="rerun") as opened:
        if not opened.open:
            return
        rows = ask(page.store, happenings, page.selection)
        shown = rows.assign(
            type=[value_label("type", name) for name in rows["type"]],
            modality=[value_label("modality", name) for name in rows["modality"]],
        )
        st.dataframe(shown, hide_index=True, column_order=list(COLUMNS), column_config=COLUMNS, key="timeline-table")
