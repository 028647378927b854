"""Rail: the events that no text dates; they are listed, never drawn at a made-up date."""

import pandas as pd
import streamlit as st

from pages.shared import address
from pages.shared.escaping import plain
from pages.shared.timeline.chart import EVENT
from s400data.tables import value_label

LISTED = 30


def draw_undated(rows: pd.DataFrame) -> None:
    """List the rows without a date by type; a click on one opens its evidence."""
    undated = rows.loc[rows["earliest"].isna()]
    if undated.empty:
        return
    st.subheader(f"{len(undated):,} without a date")
    counts = undated["type"].value_counts()
    chosen = st.pills(
        "Type of undated events",
        list(counts.index),
        format_func=lambda name: f"{value_label('type', name)} · {counts[name]}",
        key="timeline-undated",
        label_visibility="collapsed",
    )
    if chosen is None:
        st.caption("Choose a type to list its events.")
        return
    listed = undated.loc[undated["type"] == chosen]
    with st.container(gap=None):
        for n, (_, row) in enumerate(listed.head(LISTED).iterrows()):
            parties = " → ".join(name for name in (row["who"], row["to_whom"]) if name)
            st.button(
                plain(f"{row['label']} · {parties or 'nobody named'} · {row['outlets']}"),
                key=f"timeline-undated-{n}",
                type="tertiary",
                on_click=address.write_own,
                args=(EVENT, row["occurrence_id"]),
            )
    if len(listed) > LISTED:
        st.caption(f"{len(listed) - LISTED:,} more are in the table below.")
