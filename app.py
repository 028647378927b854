"""Overview: what the collection holds, what came last, who is heard, and what is still open."""

import streamlit as st

from pages.shared.components import draw_empty
from pages.shared.data import ask
from pages.shared.frame import open_page
from pages.shared.overview import draw_coverage, draw_doubts, draw_imports, draw_latest, draw_numbers, draw_voices
from s400data import queries

LEAD = "What this collection holds, what came last, who is heard, and what is still open."

with open_page("Overview", page="overview", about="articles", lead=LEAD) as page:
    if page.store.is_empty():
        draw_empty("The collection is empty.", "Read a folder of articles: python -m s400data import FOLDER")
        draw_imports(page)
        st.stop()
    if not ask(page.store, queries.overview, page.selection).articles:
        draw_empty("No article fits these filters.", "Take one of them off, or reset them all in the bar above.")
        st.stop()
    draw_numbers(page)
    wide, narrow = st.columns([1.25, 1], gap="large")
    with wide:
        draw_coverage(page)
        draw_latest(page)
        draw_imports(page)
    with narrow:
        draw_voices(page)
        draw_doubts(page)
