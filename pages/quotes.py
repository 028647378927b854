"""Quotes: who said what, filtered by speaker and stance, each in its sentence."""

import streamlit as st

from pages.shared.components.empty import draw_empty
from pages.shared.components.styles import draw_styles
from pages.shared.data import ask
from pages.shared.filters import draw_unknown
from pages.shared.frame import open_page
from pages.shared.quotes.cards import draw_list
from pages.shared.quotes.exports import draw_exports
from pages.shared.quotes.rail import draw_rail
from pages.shared.searching import meant
from s400data import queries

LEAD = (
    "Who said what, on which side, and in which words. Choose on the left; every card opens its article at the place."
)

with open_page("Quotes", page="quotes", about="quotations", lead=LEAD) as page:
    draw_styles("quote", "badges")
    draw_unknown("page")
    rail, cards = st.columns([1, 3.4], gap="large")
    with rail:
        draw_rail(page)
    with cards:
        if n := ask(page.store, queries.shown, page.about, page.selection).shown:
            draw_exports(page, n, draw_list(page, n))
        else:
            hint = "Take one of them off, or reset them all in the bar above."
            draw_empty("No quotation fits these filters.", f"{meant(page.store, page.selection.words)} {hint}".strip())
