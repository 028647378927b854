"""Speakers: one speaker's offices, positions and shifts; two speakers or two periods side by side."""

import streamlit as st

from pages.shared.components.empty import draw_empty
from pages.shared.components.labels import rows_of
from pages.shared.components.styles import draw_styles
from pages.shared.filters import draw_unknown
from pages.shared.frame import open_page
from pages.shared.quotes.profile import draw_profile
from pages.shared.quotes.sides import draw_sides
from pages.shared.quotes.speakers import AGAINST, SPEAKER, SPLIT, TARGET, draw_choice, draw_speakers, speakers

LEAD = "What one speaker says on each topic, when, and where that changes; two speakers or two periods side by side."

with open_page("Speakers", page="speakers", about="quotations", lead=LEAD) as page:
    draw_styles("quote", "badges", "speakers")
    draw_unknown(SPEAKER, AGAINST, TARGET, SPLIT)
    found = speakers(page)
    if found.empty:
        draw_empty("No speaker fits these filters.", "Take one of them off, or reset them all in the bar above.")
        st.stop()
    chosen, against = draw_choice(found)
    if chosen is None:
        draw_speakers(page, found)
    elif against is None:
        draw_profile(page, rows_of(found.loc[found["speaker_id"] == chosen])[0])
    else:
        draw_sides(page, dict(zip(found["speaker_id"], found["speaker_name"], strict=True)), chosen, against)
