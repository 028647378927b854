"""Chart: the timeline itself with what changes it: the lanes, and a strip to choose a stretch of time on."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pandas as pd
import streamlit as st

from pages.shared import address, filters
from pages.shared.components.exports import draw_pictures
from pages.shared.data import ask
from pages.shared.escaping import plain
from pages.shared.frame import PageContext
from pages.shared.timeline.rows import happenings, happenings_by_outlet
from pages.shared.widths import measure_page
from s400data.charts.canvases import Window, find_outside, find_window
from s400data.charts.densities import BRUSH, density
from s400data.charts.happenings import Lanes
from s400data.charts.timelines import PICKED, timeline

LANES: dict[Lanes, str] = {"country": "Country", "type": "Type of event", "outlet": "Outlet", "none": "No lanes"}
CHART, STRIP = "timeline-chart", "timeline-strip"
EVENT, LANE, SPAN, WHOLE = "event", "lanes", "span", "all"
NAMED = 3


def draw_chart(page: PageContext, rows: pd.DataFrame) -> None:
    """Draw the timeline of `rows`; a click on a mark opens its evidence, dragging on the strip sets the dates."""
    width = measure_page(page.page)
    lanes = _choose_lanes()
    picked = address.read_own(EVENT)
    # A chart keeps what was clicked; under a new key it forgets, so that the same mark can be clicked again.
    key = f"{CHART}-{picked}"
    window = _window(page, rows)
    drawn = ask(page.store, happenings_by_outlet, page.selection) if lanes == "outlet" else rows
    figure = timeline(
        drawn,
        lanes=lanes,
        theme=page.theme,
        width=width,
        about=_counted(rows),
        window=window,
        picked=picked,
    )
    if figure is None or window is None:
        st.caption("No event in this view has a date; the undated ones are listed below.")
        return
    with st.container(key="timeline-figure"):
        st.altair_chart(
            figure,
            width="content",
            theme=None,
            key=key,
            on_select=partial(_pick, key),
            selection_mode=[PICKED],
            alt=f"Timeline of {len(rows)} events by {LANES[lanes].lower()}; the table below lists them.",
        )
    draw_pictures(page, "timeline", lanes=lanes, whole=address.read_own(SPAN) == WHOLE)
    _draw_outside(rows, window)
    _draw_strip(page, width)


def _counted(rows: pd.DataFrame) -> str:
    undated = int(rows["earliest"].isna().sum())
    return f"of {len(rows):,}; {undated:,} without a date are listed below" if undated else ""


def _choose_lanes() -> Lanes:
    asked = address.read_own(LANE)
    names = list(LANES)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html('<span class="desk-note">Lanes</span>', width="content")
        chosen = st.segmented_control(
            "Lanes by",
            names,
            format_func=lambda name: LANES[name],
            default=asked if asked in LANES else names[0],
            required=True,
            key="timeline-lanes",
            label_visibility="collapsed",
        )
    lanes = chosen or names[0]
    address.write_own(LANE, None if lanes == names[0] else lanes)
    return lanes


def _window(page: PageContext, rows: pd.DataFrame) -> Window | None:
    usual = address.read_own(SPAN) != WHOLE
    return find_window(rows, usual=usual, first=page.selection.start, last=page.selection.end)


def _draw_outside(rows: pd.DataFrame, window: Window) -> None:
    outside = find_outside(rows, window)
    if outside.empty:
        return
    named = "; ".join(f"{plain(row['label'])} ({row['when']})" for _, row in outside.head(NAMED).iterrows())
    more = f" and {len(outside) - NAMED} more" if len(outside) > NAMED else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(f"Far from the others and not drawn: {named}{more}.", width="content")
        st.button("Draw them too", key="timeline-span", type="tertiary", on_click=address.write_own, args=(SPAN, WHOLE))


def _draw_strip(page: PageContext, width: int) -> None:
    everything = ask(page.store, happenings, replace(page.selection, start=None, end=None))
    selection = page.selection
    strip = density(everything, theme=page.theme, width=width, start=selection.start, end=selection.end)
    if strip is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption("Drag over the strip to look closer at a stretch of time.", width="content")
        if selection.start or selection.end:
            st.button(
                "Show the whole span",
                key="timeline-whole",
                type="tertiary",
                on_click=filters.choose_dates,
                args=(page.page, None, None),
            )
    key = f"{STRIP}-{selection.start}-{selection.end}"
    st.altair_chart(
        strip,
        width="content",
        theme=None,
        key=key,
        on_select=partial(_zoom, key, page.page),
        selection_mode=[BRUSH],
        alt="Number of events over the whole span of time.",
    )


def _pick(key: str) -> None:
    picked = _selected(key, PICKED)
    if isinstance(picked, list) and picked:
        address.write_own(EVENT, str(picked[0]["occurrence_id"]))


def _zoom(key: str, page: str) -> None:
    stretch = _selected(key, BRUSH)
    if isinstance(stretch, Mapping) and len(days := stretch.get("day", ())) == 2:
        start, end = (datetime.fromtimestamp(moment / 1000, UTC).date() for moment in sorted(days))
        filters.choose_dates(page, start, end)


def _selected(key: str, name: str) -> object:
    state = filters.widget_state(key)
    return state["selection"].get(name) if isinstance(state, Mapping) else None
