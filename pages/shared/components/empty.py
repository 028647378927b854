"""Empty: what a page shows in the place of rows it does not have."""

from html import escape

import streamlit as st


def draw_empty(what: str, next_step: str) -> None:
    """Say in one sentence `what` is missing, and in another what the reader can do next."""
    st.html(
        f'<div class="desk-empty"><b>{escape(what)}</b><br><span class="desk-note">{escape(next_step)}</span></div>'
    )
