"""Chart: the timeline itself with what changes it: the lanes, and a strip to choose a stretch of time on."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import partial

import streamlit as st

from pages.shared import address, filters
from pages.shared.components.exports import draw_pictures
from pages.shared.data import ask
from pages.shared.escaping import plain
from pages.shared.frame import PageContext
from pages.shared.timeline.keys import reach_by_keys
from pages.shared.timeline.views import Look, View, draw_view
from pages.shared.widths import measure_page
from s400data.charts.densities import BRUSH
from s400data.charts.happenings import Lanes
from s400data.charts.specs import Spec
from s400data.charts.timelines import BAR, PICKED, choose, has_bars

LANES: dict[Lanes, str] = {"country": "Country", "type": "Type of event", "outlet": "Outlet", "none": "No lanes"}
CHART, STRIP, FIGURE = "timeline-chart", "timeline-strip", "timeline-figure"
EVENT, LANE, SPAN, WHOLE = "event", "lanes", "span", "all"


def draw_chart(page: PageContext, n: int) -> None:
    """Draw the timeline of `n` events; a click on a mark opens its evidence, dragging over the strip sets the dates."""
    width = measure_page(page.page)
    lanes = _choose_lanes()
    whole = address.read_own(SPAN) == WHOLE
    look = Look(lanes, page.theme.name, width, whole)
    view = ask(page.store, draw_view, page.selection, look)
    if view.chart is None:
        st.caption("No event in this view has a date; the undated ones are listed below.")
    else:
        _draw_figure(page, view.chart, look, n)
        draw_pictures(page, "timeline", lanes=lanes, whole=whole)
        _draw_outside(view)
    if view.strip is not None:
        _draw_strip(page, view.strip)


def _draw_figure(page: PageContext, chart: Spec, look: Look, n: int) -> None:
    # A chart keeps what was clicked; under a new key it forgets, so that the same mark can be clicked again.
    chosen = address.read_own(EVENT)
    key = f"{CHART}-{chosen}-{page.selection.start}-{page.selection.end}"
    with st.container(key=FIGURE):
        st.vega_lite_chart(
            spec=choose(chart, chosen),
            width="content",
            theme=None,
            key=key,
            on_select=partial(_choose, key, page.page),
            selection_mode=[PICKED, BAR] if has_bars(chart) else [PICKED],
            alt=f"Timeline of {n} events by {LANES[look.lanes].lower()}; the table below lists them.",
        )
    reach_by_keys(FIGURE)


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


def _draw_outside(view: View) -> None:
    if not view.n_outside:
        return
    named = "; ".join(f"{plain(label)} ({when})" for label, when in view.outside)
    more = f" and {view.n_outside - len(view.outside):,} more" if view.n_outside > len(view.outside) else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(f"Far from the others and not drawn: {named}{more}.", width="content")
        st.button("Draw them too", key="timeline-span", type="tertiary", on_click=address.write_own, args=(SPAN, WHOLE))


def _draw_strip(page: PageContext, strip: Spec) -> None:
    selection = page.selection
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption("Drag over the strip to look closer at a stretch of time.", width="content")
        if selection.start or selection.end:
            draw_whole_span(page.page)
    key = f"{STRIP}-{selection.start}-{selection.end}"
    st.vega_lite_chart(
        spec=strip,
        width="content",
        theme=None,
        key=key,
        on_select=partial(_zoom, key, page.page),
        selection_mode=[BRUSH],
        alt="Number of events over the whole span of time.",
    )


def draw_whole_span(page: str) -> None:
    """Draw the button that takes the range of dates off."""
    st.button(
        "Show the whole span",
        key="timeline-whole",
        type="tertiary",
        on_click=filters.choose_dates,
        args=(page, None, None),
    )


def _choose(key: str, page: str) -> None:
    """Open the event whose mark was clicked, or look closer at the days of a bar that was."""
    picked, bar = _clicked(key, PICKED), _clicked(key, BAR)
    if "occurrence_id" in picked:
        address.write_own(EVENT, str(picked["occurrence_id"]))
    elif "start" in bar:
        filters.choose_dates(page, date.fromisoformat(bar["start"]), date.fromisoformat(bar["end"]))


def _zoom(key: str, page: str) -> None:
    stretch = _selected(key, BRUSH)
    if isinstance(stretch, Mapping) and len(days := stretch.get("day", ())) == 2:
        start, end = (datetime.fromtimestamp(moment / 1000, UTC).date() for moment in sorted(days))
        filters.choose_dates(page, start, end)


def _clicked(key: str, name: str) -> dict[str, str]:
    """What a click chose. Layers of a chart hear each other's clicks, but find none of their own fields there."""
    found = _selected(key, name)
    return found[0] if isinstance(found, list) and found else {}


def _selected(key: str, name: str) -> object:
    state = filters.widget_state(key)
    return state["selection"].get(name) if isinstance(state, Mapping) else None
