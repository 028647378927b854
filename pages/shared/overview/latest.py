"""Latest: what happened last, each event leading to its evidence."""

import streamlit as st

from pages.shared import address
from pages.shared.data import ask
from pages.shared.escaping import plain
from pages.shared.frame import PageContext
from s400data import queries
from s400data.charts.happenings import join_reports
from s400data.tables import value_label

MOST = 8


def draw_latest(page: PageContext) -> None:
    """List the events that happened last, newest first."""
    st.subheader("Latest events")
    found = ask(page.store, queries.latest_events, page.selection, MOST)
    if found.empty:
        st.caption("No event that happened has a date.")
    with st.container(key="latest", gap="xsmall"):
        for _, event in join_reports(found).iterrows():
            parties = " → ".join(name for name in (event["who"], event["to_whom"]) if name not in event["label"])
            note = " · ".join(filter(None, (value_label("type", event["type"]), parties)))
            with st.container(horizontal=True, wrap=False, vertical_alignment="top", gap="small"):
                st.html(f'<span class="desk-when">{event["when"]}</span>', width=140)
                st.page_link(
                    "pages/timeline.py",
                    label=f"**{plain(event['label'])}** :gray[{plain(note)}]",
                    width="stretch",
                    query_params={**address.to_params(page.selection), "event": [event["occurrence_id"]]},
                )
