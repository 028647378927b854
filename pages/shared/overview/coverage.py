"""Coverage: how much each outlet published when."""

import streamlit as st

from pages.shared.components import draw_pictures
from pages.shared.data import ask
from pages.shared.frame import PageContext
from s400data import queries
from s400data.charts.coverages import coverage, fitting_period


def draw_coverage(page: PageContext) -> None:
    """Draw articles over time by outlet, and say how many have no date to stand at."""
    st.subheader("Coverage")
    found = ask(page.store, queries.overview, page.selection)
    period = fitting_period(found.first_published, found.last_published)
    counts = ask(page.store, queries.coverage, page.selection, period)
    figure = coverage(counts, theme=page.theme, period=period)
    if figure is not None:
        st.altair_chart(figure, theme=None, key="overview-coverage", alt="Articles over time, one row for each outlet.")
        draw_pictures(page, "coverage")
    missing = found.articles - int(counts["articles"].sum())
    if missing > 0:
        of_all = f"{missing:,} of {found.articles:,} articles"
        st.caption(f"{of_all} have no date and are not in the chart; see the open doubts.")
