"""Conflicts: the events that articles tell differently, each with what is told and the way to its evidence."""

from html import escape

import pandas as pd
import streamlit as st

from pages.shared import address
from pages.shared.data import ask
from pages.shared.escaping import plain
from pages.shared.frame import PageContext
from pages.shared.sources.readings import Told, conflicts

LISTED = 12
ABOUT = {"date": "Date", "amount": "Amount", "number": "Number", "parties": "Parties", "reality": "Whether it happened"}


def find_disputed(page: PageContext) -> tuple[pd.DataFrame, Told]:
    """What articles tell differently of the events most outlets tell, and how many such events there are."""
    return ask(page.store, conflicts, page.selection, LISTED)


def draw_disputed(page: PageContext, facts: pd.DataFrame, told: Told) -> None:
    """List the events, folded, with the way to all of them side by side."""
    labels = dict(zip(told.happenings["occurrence_id"], told.happenings["label"], strict=True))
    params = address.to_params(page.selection)
    with st.expander(f"Events told differently · **{told.total:,}**"):
        st.caption("At least two articles contradict each other on it; none is taken for the truth.")
        for n, (occurrence, rows) in enumerate(facts.groupby("occurrence_id", sort=False)):
            with st.container(key=f"doubt-disputed-{n}", gap=None):
                here = {**params, "event": [str(occurrence)]}
                st.page_link("pages/timeline.py", label=plain(labels[occurrence]), query_params=here)
                st.html(f'<div class="desk-note">{"<br>".join(_told(rows))}</div>')
        here = {**params, "part": ["facts"]}
        words = "All of them side by side" if told.total > LISTED else "Side by side, with their sentences"
        with st.container(key="doubt-disputed-all"):
            st.page_link("pages/sources.py", label=words, query_params=here)


def _told(rows: pd.DataFrame) -> list[str]:
    return [f"{ABOUT[str(about)]}: {' · '.join(_facts(own))}" for about, own in rows.groupby("about", sort=False)]


def _facts(rows: pd.DataFrame) -> list[str]:
    pairs = zip(rows["outlet"], rows["words"], strict=True)
    return [f"{escape(outlet)} <b>{escape(words)}</b>" for outlet, words in pairs]
