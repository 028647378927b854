"""Voices: whom each outlet lets speak."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from pages.shared.address import read_own
from pages.shared.components.empty import draw_empty
from pages.shared.components.exports import draw_exports, draw_pictures
from pages.shared.components.labels import country_name, rows_of
from pages.shared.data import ask
from pages.shared.filters import widget_state
from pages.shared.frame import PageContext
from pages.shared.sources.controls import choose
from pages.shared.sources.links import number_html, outlet_link, part_link, table_html
from pages.shared.sources.readings import voices
from pages.shared.sources.said import close_said, draw_said, open_said, opened_said
from s400data import comparison
from s400data.charts.comparisons import voices as voices_chart
from s400data.queries import NOT_KNOWN, SaidCell

GROUPINGS = {"Country": "country", "Speaker": "voice"}
MEASURES = {"Statements": "statements", "Words": "words"}


def draw_voices(page: PageContext) -> None:
    """Draw the voices of each outlet in statements or words, and what share of them is direct, or unnamed."""
    with st.container(horizontal=True):
        grouping = choose("Group by", GROUPINGS, "group")
        measure = choose("Measure", MEASURES, "measure")
    found = ask(page.store, voices, page.selection, grouping)
    counted = found.counted
    if counted.empty:
        draw_empty(
            "No quotations are in this selection.", "Reset the filters, or choose an outlet that quotes somebody."
        )
        return
    name: Callable[[str], str] = country_name if grouping == "country" else str
    named = counted.assign(voice=counted["voice"].map(name))
    keys = dict(zip(named["voice"], counted["voice"], strict=True))
    key = f"voices-chart-{grouping}-{read_own('by')}-{read_own('voice')}"
    chart = voices_chart(named, page.theme, measure=measure)
    st.altair_chart(
        chart, theme=None, width="stretch", key=key, on_select=partial(_keep_voice, key, keys),
        alt="Voices quoted by each outlet",
    )  # fmt: skip
    if (grouping, measure) == ("country", "statements"):
        draw_pictures(page, "outlet-voices")
    st.caption(
        f"n = {int(counted['statements'].sum()):,} statements. {found.left_out:,} inside other quotations or in "
        "headlines are left out, because they repeat words already counted. Click a bar for its quotations."
    )
    rows = (_row(page, row) for row in rows_of(found.totals))
    st.html(table_html(HEADS, rows, numbers=range(1, len(HEADS))))
    _draw_by_voice(page, comparison.sum_by_voice(counted), grouping, name)
    draw_exports(page, counted, "voices")
    _draw_opened(page, grouping, name)


def _draw_opened(page: PageContext, grouping: str, name: Callable[[str], str]) -> None:
    opened = opened_said()
    if opened is None:
        return
    outlet, value = opened
    cell: SaidCell = "country" if grouping == "country" else "voice"
    unknown = value in (comparison.COUNTRY_NOT_KNOWN, comparison.NOT_RESOLVED)
    with st.container(key="drawer", gap="small"):
        st.button("Close", key="voices-close", type="tertiary", on_click=close_said)
        draw_said(page, outlet, cell, NOT_KNOWN if unknown else value, name(value))


def _keep_voice(key: str, keys: dict[str, str]) -> None:
    state: Any = widget_state(key)
    points = state["selection"].get("voice") if state else None
    if points and points[0].get("voice") in keys:
        open_said(str(points[0]["outlet"]), keys[points[0]["voice"]])


def _draw_by_voice(page: PageContext, summed: pd.DataFrame, grouping: str, name: Callable[[str], str]) -> None:
    """Draw how much of each voice is in its own words, all outlets together."""
    st.subheader("By country" if grouping == "country" else "By speaker")
    rows = (
        (
            _voice_link(page, row["voice"], grouping, name(row["voice"])),
            *(f"{row[cell]:,}" for cell in ("outlets", "statements", "words")),
            *(_share(n, row["statements"]) for n in (row["direct"] + row["mixed"], row["indirect"], row["early"])),
        )
        for row in rows_of(summed.head(VOICES_SHOWN))
    )
    heads = ("Voice", "Outlets", "Statements", "Words", "Direct", "In paraphrase", "In the first third")
    st.html(table_html(heads, rows, numbers=range(1, len(heads))))
    if len(summed) > VOICES_SHOWN:
        st.caption(f"The {VOICES_SHOWN} quoted most of {len(summed):,}; the export holds all.")


def _voice_link(page: PageContext, voice: str, grouping: str, name: str) -> str:
    """Voice with the way to its quotations in all outlets."""
    kept = {param: value for param in KEPT if (value := read_own(param))}
    return part_link(page.selection, "voices", {**kept, "group": grouping, "voice": voice}, name)


VOICES_SHOWN = 20
# What of the address a link within the part keeps.
KEPT = ("measure", "origins")
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
