"""Sources: what each outlet reports, how, and whom it lets speak."""

import streamlit as st

from pages.shared import sources
from pages.shared.address import read_own
from pages.shared.components.styles import draw_styles
from pages.shared.frame import open_page

LEAD = "Who reports what, who tells it differently, whom they quote and in which words. Every cell opens its sentences."

part = sources.find_part(read_own("part"))
with open_page("Sources", page="sources", about=part.about, lead=LEAD) as page:
    draw_styles("sources", "badges")
    sources.choose_part(part)
    st.subheader(part.question)
    part.draw(sources.count_origins_once(page) if part.counts else page)
