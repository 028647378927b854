"""The list of the quote explorer: cards of quotations, page by page, each with its citation."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.shared.address import article_params, read_own, write_own
from pages.shared.components.labels import rows_of
from pages.shared.components.quote_card import card_html, citation
from pages.shared.data import ask
from pages.shared.frame import PageContext
from s400data import queries
from s400data.store import Store
from s400data.tables import Column, Table

LEGEND = (
    '<p class="quote legend"><span class="said">what was said</span> <span class="evidence">evidence</span> '
    '<span class="cue">word of saying</span> <span class="named">speaker as named here</span>{}</p>'
)
SOUGHT = ' <span class="found">searched for</span>'
PER_PAGE = 12
ORDERS = {
    "Newest first": ("date_earliest", False),
    "Oldest first": ("date_earliest", True),
    "Speaker": ("speaker_name", True),
    "Outlet": ("outlet", True),
}


def draw_list(page: PageContext, found: pd.DataFrame) -> pd.DataFrame:
    """Draw the controls and the cards of one page of `found`; returns all of it in the order chosen."""
    with st.container(horizontal=True, vertical_alignment="center"):
        order = st.selectbox("Order", list(ORDERS), key="quotes-order", width=190, label_visibility="collapsed")
        more = st.toggle("One sentence more on either side", key="quotes-context")
    ordered = sort(found, order)
    draw_cards(page, ordered, context=1 if more else 0)
    return ordered


def sort(found: pd.DataFrame, order: str) -> pd.DataFrame:
    """Quotations in an order of ORDERS; those that lack what it sorts by come last."""
    column, ascending = ORDERS[order]
    keys = [column, "article_id", "position"]
    return found.sort_values(keys, ascending=[ascending, True, True], na_position="last", ignore_index=True)


def draw_cards(page: PageContext, found: pd.DataFrame, *, context: int) -> None:
    """Draw one page of cards, and the way to the other pages."""
    st.html(LEGEND.format(SOUGHT if page.selection.words else ""))
    pages = -(-len(found) // PER_PAGE)
    number = min(_page_number(), pages)
    first = (number - 1) * PER_PAGE
    sought = queries.searched("quotations", page.selection)
    for row in rows_of(found.iloc[first : first + PER_PAGE]):
        with st.container(gap=None):
            text = ask(page.store, article_text, row["article_id"])
            st.html(card_html(row, text, context=context, sought=sought))
            _draw_ways(page, row)
    if pages > 1:
        chosen = st.pagination(pages, default=number, key=f"quotes-page-{pages}")
        write_own("page", str(chosen) if chosen > 1 else None)
        if chosen != number:
            st.rerun()


def _draw_ways(page: PageContext, row: dict[str, Any]) -> None:
    key = f"quote-{row['quotation_id']}"
    with st.container(horizontal=True, gap="medium", vertical_alignment="center", key=key):
        st.page_link(
            "pages/article.py",
            label="Read in the article",
            query_params=article_params(page.selection, row["article_id"], row["quotation_id"]),
        )
        with st.popover("Copy with citation", type="tertiary", key=f"cite-{row['quotation_id']}"):
            st.code(citation(row), language=None, wrap_lines=True)


EXPORT = Table(
    "quotations",
    "Quotations",
    "Quotations with their article, positions and citation.",
    ("quotation_id",),
    (
        *(column for column in queries.QUOTATION_VIEW.columns if column.name != "stances"),
        Column("positions", "text", "Positions", "Position on each topic, with how certain it is."),
        Column("citation", "text", "Citation", "The quotation with its source, ready to be pasted."),
    ),
)


def flat(found: pd.DataFrame) -> pd.DataFrame:
    """Quotations as rows of plain cells, with positions in one cell, for export."""
    positions = [
        "; ".join(f"{stance['polarity']} {stance['target']} ({stance['band']})" for stance in stances)
        for stances in found["stances"]
    ]
    return found.drop(columns="stances").assign(positions=positions, citation=[citation(row) for row in rows_of(found)])


def article_text(store: Store, article_id: str) -> str:
    """Text of one article; "" where it is gone."""
    view = queries.article(store, article_id)
    return "" if view is None else str(view.article.iloc[0]["text"])


def _page_number() -> int:
    named = read_own("page") or ""
    return max(int(named), 1) if named.isdecimal() and len(named) < 7 else 1
