"""Sides: the side of the affair that the quoted voices of each outlet are on."""

import streamlit as st

from pages.shared.components.badges import badge
from pages.shared.components.empty import draw_empty
from pages.shared.components.exports import draw_exports
from pages.shared.components.labels import count
from pages.shared.data import ask
from pages.shared.frame import PageContext
from pages.shared.sources.links import number_html, outlet_link, quotes_link, table_html
from s400data import queries
from s400data.charts.comparisons import sides
from s400data.comparison import SIDES, UNKNOWN_OUTLET, count_sides, order_outlets


def draw_sides(page: PageContext) -> None:
    """Draw the share of each side among the decided statements of an outlet; undecided ones stand apart."""
    counted = count_sides(ask(page.store, queries.quotations, page.selection))
    if counted.empty:
        draw_empty(
            "No quotations are in this selection.", "Reset the filters, or choose an outlet that quotes somebody."
        )
        return
    st.altair_chart(sides(counted, page.theme), theme=None, alt="Side of the voices quoted by each outlet")
    left_open = int(counted.loc[counted["side"] == "undecided", "statements"].sum())
    st.caption(
        f"{count(left_open, 'statement')} left undecided. "
        "The side is that of the person quoted, not of the outlet: quoting an opponent is not opposing. Shares leave "
        "the undecided out; with fewer than ten decided statements a share says little."
    )
    table = counted.pivot_table(index="outlet", columns="side", values="statements", fill_value=0).astype(int)
    rows = (
        (
            outlet_link(page.selection, str(outlet)),
            *(_cell(page, str(outlet), side, int(row[side])) for side in SIDES),
            f"{row.sum():,}",
        )
        for outlet, row in table.loc[order_outlets(table.index)].iterrows()
    )
    heads = ("Outlet", "For", "Against", "Takes no side", "Not decided", "All")
    st.html(table_html(heads, rows, numbers=range(1, 6)))
    st.html(f'<p class="sources-legend">{" ".join(badge("overall", side) for side in SIDES)}</p>')
    draw_exports(counted, "sides")


def _cell(page: PageContext, outlet: str, side: str, n: int) -> str:
    value = "unknown" if outlet == UNKNOWN_OUTLET else outlet
    return quotes_link(page.selection, {"outlet": value, "side": side}, f"{n:,}") if n else number_html(0)
