"""Sources: what each outlet reports, how, and whom it lets speak."""

import streamlit as st

from pages.shared import sources
from pages.shared.address import read_own, write_own
from pages.shared.components.styles import draw_styles
from pages.shared.frame import open_page

LEAD = "Who reports what, who tells it differently, whom they quote and in which words. Every cell opens its sentences."

with open_page("Sources", page="sources", about="events", lead=LEAD) as page:
    draw_styles("sources", "badges")
    titles = {part.title: part for part in sources.PARTS}
    named = next((part.title for part in sources.PARTS if part.name == read_own("part")), sources.PARTS[0].title)
    chosen = titles[
        st.segmented_control(
            "Compare", list(titles), default=named, key="sources-part", required=True, label_visibility="collapsed"
        )
    ]
    write_own("part", None if chosen is sources.PARTS[0] else chosen.name)
    st.subheader(chosen.question)
    chosen.draw(page)
