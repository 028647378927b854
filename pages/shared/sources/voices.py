"""Voices: whom each outlet lets speak."""

from typing import Any

import streamlit as st

from pages.shared.components.empty import draw_empty
from pages.shared.components.exports import draw_exports
from pages.shared.components.labels import country_name, rows_of
from pages.shared.data import ask
from pages.shared.frame import PageContext
from pages.shared.sources.links import number_html, outlet_link, table_html
from pages.shared.sources.readings import voices
from s400data.charts.comparisons import voices as voices_chart

GROUPINGS = {"Country": "country", "Speaker": "voice"}
MEASURES = {"Statements": "statements", "Words": "words"}


def draw_voices(page: PageContext) -> None:
    """Draw the voices of each outlet in statements or words, and what share of them is direct, or unnamed."""
    with st.container(horizontal=True):
        grouping = st.segmented_control("Group by", list(GROUPINGS), default="Country", key="voices-by", required=True)
        measure = st.segmented_control("Measure", list(MEASURES), default="Statements", key="voices-in", required=True)
    found = ask(page.store, voices, page.selection, GROUPINGS[grouping or "Country"])
    counted = found.counted
    if counted.empty:
        draw_empty(
            "No quotations are in this selection.", "Reset the filters, or choose an outlet that quotes somebody."
        )
        return
    named = counted.assign(voice=counted["voice"].map(country_name)) if grouping == "Country" else counted
    chart = voices_chart(named, page.theme, measure=MEASURES[measure or "Statements"])
    st.altair_chart(chart, theme=None, width="stretch", alt="Voices quoted by each outlet")
    st.caption(
        f"n = {int(counted['statements'].sum()):,} statements. {found.left_out:,} inside other quotations or in "
        "headlines are left out, because they repeat words already counted."
    )
    rows = (_row(page, row) for row in rows_of(found.totals))
    st.html(table_html(HEADS, rows, numbers=range(1, len(HEADS))))
    draw_exports(counted, "voices")


HEADS = (
    "Outlet",
    "Articles",
    "Statements",
    "Words",
    "Voices",
    "Direct",
    "In paraphrase",
    "In the first third",
    "Unnamed",
    "Not resolved",
)


def _row(page: PageContext, row: dict[str, Any]) -> tuple[str, ...]:
    total = row["statements"]
    numbers = (row["articles"], total, row["words"], row["voices"])
    shares = (row["direct"] + row["mixed"], row["indirect"], row["early"], row["unnamed"], row["unresolved"])
    return (
        outlet_link(page.selection, row["outlet"]),
        *(f"{n:,}" for n in numbers),
        *(_share(n, total) for n in shares),
    )


def _share(n: int, of: int) -> str:
    return f'{n} <span class="desk-note">{n / of:.0%}</span>' if n else number_html(0)
