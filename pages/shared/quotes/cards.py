"""Cards: the list of the quote explorer, page by page, each quotation with its context, copies and carriers."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.shared.address import article_href, article_params, read_own, write_own
from pages.shared.components.labels import rows_of
from pages.shared.components.quote_card import card_html
from pages.shared.data import ask
from pages.shared.frame import PageContext
from pages.shared.quotes.compared import is_compared
from pages.shared.quotes.readings import Carrier, article_texts, carriers
from s400data import queries
from s400data.exports import FORMS
from s400data.queries import Order, Selection

LEGEND = (
    '<p class="quote legend"><span class="said">what was said</span> <span class="evidence">evidence</span> '
    '<span class="cue">word of saying</span> <span class="named">speaker as named here</span>{}</p>'
)
SOUGHT = ' <span class="found">searched for</span>'
PER_PAGE = 12
RELEVANCE: Order = "relevance"
ORDERS: dict[Order, str] = {
    RELEVANCE: "Best match first",
    "newest": "Newest first",
    "oldest": "Oldest first",
    "speaker": "By speaker",
    "outlet": "By outlet",
}


def draw_list(page: PageContext, n: int) -> Order:
    """Draw the order and one page of the `n` quotations selected; returns the order chosen."""
    sought = queries.searched("quotations", page.selection)
    orders = [order for order in ORDERS if order != RELEVANCE or sought]
    order = st.selectbox(
        "Order",
        orders,
        key=f"quotes-order-{len(orders)}",
        format_func=ORDERS.__getitem__,
        width=190,
        label_visibility="collapsed",
    )
    if order == RELEVANCE and not ask(page.store, queries.is_ranked, page.selection):
        st.caption(
            f"More than {queries.MOST_RANKED:,} quotations have these words, too many to tell the best match: "
            "the newest come first. More words, a phrase or a field bring the best ones up."
        )
    st.html(LEGEND.format(SOUGHT if sought else ""))
    pages = -(-n // PER_PAGE)
    number = min(_page_number(), pages)
    draw_cards(page, ask(page.store, queries.quotation_page, page.selection, order, first=(number - 1) * PER_PAGE))
    if pages > 1:
        chosen = st.pagination(pages, default=number, key=f"quotes-page-{pages}")
        write_own("page", str(chosen) if chosen > 1 else None)
        if chosen != number:
            st.rerun()
    return order


def draw_cards(page: PageContext, found: pd.DataFrame) -> None:
    """Draw `found` as cards, each with its ways on."""
    sought = queries.searched("quotations", page.selection)
    carried = ask(page.store, carriers, tuple(found["quotation_id"])) if is_compared(page) else {}
    texts = ask(page.store, article_texts, tuple(sorted(set(found["article_id"]))))
    for row in rows_of(found):
        with st.container(gap=None):
            text = texts.get(row["article_id"], "")
            also = _also(page.selection, carried.get(row["quotation_id"], []))
            st.html(card_html(row, text, sought=sought, also=also))
            _draw_ways(page, row)


def _also(selection: Selection, others: list[Carrier]) -> list[tuple[str, str]]:
    return [
        (article_href(selection, one.article_id, one.quotation_id), f"{one.outlet} ({one.published or 'undated'})")
        for one in others
    ]


def _draw_ways(page: PageContext, row: dict[str, Any]) -> None:
    with st.container(horizontal=True, gap="medium", vertical_alignment="center", key=f"quote-{row['quotation_id']}"):
        st.page_link(
            "pages/article.py",
            label="Read in the article",
            query_params=article_params(page.selection, row["article_id"], row["quotation_id"]),
        )
        _draw_citation(row)


@st.fragment
def _draw_citation(row: dict[str, Any]) -> None:
    # Forms are written where they are asked for: those of a dozen cards are a third of all that the page sends.
    asked = st.popover("Copy with citation", type="tertiary", key=f"cite-{row['quotation_id']}", on_change="rerun")
    with asked:
        if not asked.open:
            # The place to open at is chosen before the forms are there.
            st.html('<div class="quote-room"></div>')
        else:
            for tab, form in zip(st.tabs(list(FORMS)), FORMS.values(), strict=True):
                tab.code(form(row), language=None, wrap_lines=True)


def _page_number() -> int:
    named = read_own("page") or ""
    return max(int(named), 1) if named.isdecimal() and len(named) < 7 else 1
