"""Nothing: what the timeline says where no event fits, and the way back to those that would."""

from dataclasses import replace

import streamlit as st

from pages.shared.components import draw_empty
from pages.shared.data import ask
from pages.shared.frame import PageContext
from pages.shared.timeline.chart import draw_whole_span
from s400data import queries
from s400data.charts.dates import period_words


def draw_nothing(page: PageContext) -> None:
    """Say that no event fits; where only the dates are in the way, say which dates the others have."""
    selection = page.selection
    others = ask(page.store, queries.overview, replace(selection, start=None, end=None))
    if not (selection.start or selection.end) or not others.occurrences:
        draw_empty("No event fits these filters.", "Take one of them off, or reset them all in the bar above.")
        return
    one = others.occurrences == 1
    fitting = f"{others.occurrences:,} {'event fits' if one else 'events fit'} the other filters"
    dated = period_words(others.first_event, others.last_event)
    about = f", dated {dated}" if others.first_event else f", but {'it has' if one else 'they have'} no date"
    draw_empty(f"No event is dated {period_words(selection.start, selection.end)}.", f"{fitting}{about}.")
    with st.container(horizontal=True):
        draw_whole_span(page.page)
