"""Rail: the events that no text dates; they are listed, never drawn at a made-up date."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from pages.shared import address
from pages.shared.data import ask
from pages.shared.escaping import plain
from pages.shared.frame import PageContext
from pages.shared.timeline.chart import EVENT
from pages.shared.timeline.rows import happenings
from s400data.queries import Selection
from s400data.store import Store
from s400data.tables import value_label

LISTED = 30


def draw_undated(page: PageContext, counts: Mapping[str, int]) -> None:
    """List the events without a date by type, of which there are `counts`; a click on one opens its evidence."""
    if not counts:
        return
    st.subheader(f"{sum(counts.values()):,} without a date")
    chosen = st.pills(
        "Type of undated events",
        list(counts),
        format_func=lambda name: f"{value_label('type', name)} · {counts[name]:,}",
        key="timeline-undated",
        label_visibility="collapsed",
    )
    if chosen is None:
        st.caption("Choose a type to list its events.")
        return
    with st.container(gap=None):
        for n, (_, row) in enumerate(ask(page.store, first_undated, page.selection, chosen).iterrows()):
            parties = " → ".join(name for name in (row["who"], row["to_whom"]) if name)
            st.button(
                plain(f"{row['label']} · {parties or 'nobody named'} · {row['outlets']}"),
                key=f"timeline-undated-{n}",
                type="tertiary",
                on_click=address.write_own,
                args=(EVENT, row["occurrence_id"]),
            )
    if counts[chosen] > LISTED:
        st.caption(f"{counts[chosen] - LISTED:,} more are in the table below.")


def first_undated(store: Store, selection: Selection, kind: str) -> pd.DataFrame:
    """The first events of a type without a date; to be asked through the cache."""
    rows = ask(store, happenings, selection)
    return rows.loc[rows["earliest"].isna() & (rows["type"] == kind)].head(LISTED)
