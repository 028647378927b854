"""Coverage: how much each outlet published when."""

import streamlit as st

from pages.shared.data import ask
from pages.shared.frame import PageContext
from s400data import queries
from s400data.charts.coverages import coverage
from s400data.queries import Period

# From this many months on, a dot stands for a year.
MANY_MONTHS = 60


def draw_coverage(page: PageContext) -> None:
    """Draw articles over time by outlet, and say how many have no date to stand at."""
    st.subheader("Coverage")
    counts = ask(page.store, queries.coverage, page.selection, _period(page))
    figure = coverage(counts, theme=page.theme)
    if figure is not None:
        st.altair_chart(figure, theme=None, key="overview-coverage", alt="Articles over time, one row for each outlet.")
    held = ask(page.store, queries.overview, page.selection).articles
    missing = held - int(counts["articles"].sum())
    if missing:
        st.caption(f"{missing:,} of {held:,} articles have no date and are not in the chart; see the open doubts.")


def _period(page: PageContext) -> Period:
    found = ask(page.store, queries.overview, page.selection)
    if found.first_published is None or found.last_published is None:
        return "month"
    return "year" if (found.last_published - found.first_published).days / 30 > MANY_MONTHS else "month"
