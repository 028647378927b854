"""Voices: who is quoted most, with the side taken."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from pages.shared import address
from pages.shared.components import draw_pictures
from pages.shared.data import ask
from pages.shared.frame import PageContext
from s400data import queries
from s400data.charts.voices import SPEAKER, voices
from s400data.figures import SPEAKERS
from s400data.tables import value_label


def draw_voices(page: PageContext) -> None:
    """Draw the speakers quoted most; a click on one opens what they said."""
    st.subheader("Loudest voices")
    figure = voices(ask(page.store, queries.top_speakers, page.selection, SPEAKERS), theme=page.theme)
    if figure is None:
        st.caption("Nobody is quoted in what is shown.")
        return
    signs = "".join(
        f'<span class="desk-key"><i style="background: {colour}"></i>{value_label("overall", side)}</span>'
        for side, colour in page.theme.sides.items()
    )
    st.html(
        f'<div class="desk-note">{signs}<br>Side on the affair’s main axis. Click on a bar to read the words.</div>'
    )
    state = st.altair_chart(
        figure,
        theme=None,
        key="overview-voices",
        on_select="rerun",
        selection_mode=[SPEAKER],
        alt="Speakers by number of quotations, each bar cut by the side taken.",
    )
    draw_pictures(page, "voices")
    picked = state["selection"].get(SPEAKER) if isinstance(state, Mapping) else None
    if picked:
        chosen = replace(page.selection, actors=(str(picked[0]["speaker_id"]),))
        st.switch_page("pages/quotes.py", query_params=address.to_params(chosen))
