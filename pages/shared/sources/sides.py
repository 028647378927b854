"""Sides: the side of the affair that the quoted voices of each outlet are on."""

from html import escape

import pandas as pd
import streamlit as st

from pages.shared.address import MISSING
from pages.shared.components.badges import badge
from pages.shared.components.empty import draw_empty
from pages.shared.components.exports import draw_exports, draw_pictures
from pages.shared.components.labels import count, rows_of
from pages.shared.data import ask
from pages.shared.frame import PageContext
from pages.shared.sources.links import number_html, outlet_link, quotes_link, table_html
from pages.shared.sources.readings import sides
from s400data import queries
from s400data.charts.comparisons import sides as sides_chart
from s400data.comparison import SIDES, UNKNOWN_OUTLET, name_outlets, order_outlets
from s400data.tables import value_label


def draw_sides(page: PageContext) -> None:
    """Draw the share of each side among the decided statements of an outlet; undecided ones stand apart."""
    counted = ask(page.store, sides, page.selection)
    if counted.empty:
        draw_empty(
            "No quotations are in this selection.", "Reset the filters, or choose an outlet that quotes somebody."
        )
        return
    st.altair_chart(sides_chart(counted, page.theme), theme=None, alt="Side of the voices quoted by each outlet")
    draw_pictures(page, "sides")
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
    draw_exports(page, counted, "sides")
    _draw_positions(page, ask(page.store, queries.positions, page.selection))


def _draw_positions(page: PageContext, found: pd.DataFrame) -> None:
    if found.empty:
        return
    st.subheader("Positions on each topic")
    found = name_outlets(found)
    outlets = order_outlets(found["outlet"])
    rows = (
        (
            escape(value_label("target", target)),
            *(_position_cell(page, str(target), outlet, own.loc[own["outlet"] == outlet]) for outlet in outlets),
        )
        for target, own in found.groupby("target")
    )
    st.html(table_html(("Topic", *outlets), rows))
    st.caption("Statements of the voices quoted, by the position they take; one may take a position on several topics.")
    draw_exports(page, found, "positions")


def _position_cell(page: PageContext, target: str, outlet: str, own: pd.DataFrame) -> str:
    value = MISSING if outlet == UNKNOWN_OUTLET else outlet
    links = (
        quotes_link(
            page.selection,
            {"outlet": value, "target": target, "position": row["polarity"]},
            f"{row['statements']:,} {value_label('polarity', row['polarity']).lower()}",
        )
        for row in rows_of(own.sort_values("statements", ascending=False))
    )
    return "<br>".join(links) or number_html(0)


def _cell(page: PageContext, outlet: str, side: str, n: int) -> str:
    value = MISSING if outlet == UNKNOWN_OUTLET else outlet
    return quotes_link(page.selection, {"outlet": value, "side": side}, f"{n:,}") if n else number_html(0)
