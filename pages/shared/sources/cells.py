"""Cells: what stands behind one cell of the matrix, the outlet's sentences or the check that found none."""

from html import escape

import pandas as pd
import streamlit as st

from pages.shared import address
from pages.shared.components.evidence import Evidence, draw_evidence
from pages.shared.components.labels import days, is_known, label, published, rows_of, text
from pages.shared.data import ask
from pages.shared.escaping import plain
from pages.shared.frame import PageContext
from pages.shared.sources.readings import coverage
from s400data import queries
from s400data.comparison import UNKNOWN_OUTLET, Coverage, State

SIGNS: dict[State, tuple[str, str]] = {
    "reported": ("●", "Reported"),
    "reported-differently": ("◐", "Reported differently"),
    "not-reported": ("○", "Not reported, though it has articles then"),
    "no-coverage": ("–", "No coverage to compare"),
}


def draw_cell(page: PageContext, occurrence: str | None, outlet: str | None, days: int) -> None:
    """Draw the reports of `occurrence` at the side: those of `outlet` first, then those of the others."""
    if not occurrence:
        return
    with st.container(key="drawer", gap="small"):
        st.button("Close", key="matrix-close", type="tertiary", on_click=close_cell)
        _draw_event(page, ask(page.store, coverage, page.selection, days, occurrence), occurrence, outlet)


def close_cell() -> None:
    """Forget the cell that the URL names."""
    address.write_own("event", None)
    address.write_own("by", None)


def _draw_event(page: PageContext, found: Coverage, occurrence: str, outlet: str | None) -> None:
    cells = found.cells.loc[found.cells["occurrence_id"] == occurrence]
    if cells.empty:
        st.info("The event that the link names is not in this selection. Reset the filters to find it.")
        return
    reports = ask(page.store, queries.reports, occurrence)
    named = reports.assign(outlet=reports["outlet"].fillna(UNKNOWN_OUTLET))
    event = found.occurrences.loc[found.occurrences["occurrence_id"] == occurrence].iloc[0]
    st.subheader(plain(label("type", event) + (f", {event['parties']}" if event["parties"] else "")))
    own = named.loc[named["outlet"] == outlet] if outlet else named.iloc[:0]
    if outlet:
        for check in cells.loc[cells["outlet"] == outlet, "check"]:
            st.html(f'<p class="desk-lead">{escape(outlet)}: {escape(check)}</p>')
    _draw_reports(page, own)
    others = named.drop(own.index)
    if len(others) and outlet:
        st.caption("Other outlets on the same event")
    _draw_reports(page, others)


def _draw_reports(page: PageContext, reports: pd.DataFrame) -> None:
    for row in rows_of(reports):
        marks = [(row["trigger_start"], row["trigger_end"])]
        if is_known(row["date_text_start"]):
            marks.append((row["date_text_start"], row["date_text_end"]))
        evidence = Evidence(
            article_id=row["article_id"],
            mark_id=row["event_id"],
            outlet=row["outlet"],
            published=published(row) or "undated",
            title=text(row, "title"),
            words=row["sentence"],
            start=int(row["sentence_start"]),
            marks=tuple((int(start), int(end)) for start, end in marks),
            dated=days(row["earliest"], row["latest"]),
        )
        draw_evidence(evidence, page.selection)
