"""Timeline: what happened when, who acted, and how sure the dates are."""

from functools import partial

import streamlit as st

from pages.shared.components import draw_lazy_exports
from pages.shared.data import ask
from pages.shared.frame import open_page
from pages.shared.timeline import count_happenings, draw_chart, draw_drawer, draw_nothing, draw_table, draw_undated
from s400data import queries
from s400data.queries import EVENT_VIEW

LEAD = (
    "What happened when, by whom, and how far the sources pin it down. Click on a mark to read what each outlet says."
)

with open_page("Timeline", page="timeline", about="events", lead=LEAD) as page:
    counts = ask(page.store, count_happenings, page.selection)
    if not counts.events:
        draw_nothing(page)
        st.stop()
    draw_chart(page, counts.events)
    draw_undated(page, counts.undated)
    draw_table(page, counts.events)
    reports = partial(queries.events, page.store, page.selection)
    draw_lazy_exports(page, counts.reports, reports, "events", EVENT_VIEW, noun=None)
    draw_drawer(page)
