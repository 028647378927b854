"""Copies: articles that share text, and so count as one origin."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from pages.shared.address import write_own
from pages.shared.components.empty import draw_empty
from pages.shared.components.exports import draw_lazy_exports, plain_view
from pages.shared.components.labels import count, published, rows_of, text
from pages.shared.data import ask
from pages.shared.escaping import plain
from pages.shared.frame import PageContext
from pages.shared.sources.controls import choose_page, read_page
from pages.shared.sources.links import article_link, pair_link
from pages.shared.sources.readings import copies, origins, passages
from s400data import queries
from s400data.comparison import UNKNOWN_OUTLET, Passage

SHOWN = 20
PASSAGES_SHOWN = 4
THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8)


def draw_copies(page: PageContext) -> None:
    """Draw pairs of articles that share text outside quotations, with the passages they share."""
    total, independent = ask(page.store, origins, page.selection)
    if not total:
        draw_empty("No articles are in this selection.", "Reset the filters, or import articles.")
        return
    found = ask(page.store, copies, page.selection)
    st.caption(
        f"{count(total, 'article')}, {count(independent, 'independent origin')}. Two articles have one origin when at "
        "least 40 % of the shorter one's runs of five words stand in the other; quotations are left out before "
        "comparing, since quoting the same words is not copying."
    )
    if found.empty:
        draw_empty(
            "No two articles share a tenth of their text outside quotations.",
            "Every article here counts as an origin of its own.",
        )
        return
    first = (read_page() - 1) * SHOWN
    shown = found.iloc[first : first + SHOWN]
    if shown.empty:
        write_own("page", None)
        st.rerun()
    _draw_thresholds(found)
    pairs = tuple(zip(shown["one"], shown["other"], strict=True))
    articles = ask(page.store, queries.texts, tuple({*shown["one"], *shown["other"]})).set_index(
        "article_id", drop=False
    )
    for pair, shared in zip(rows_of(shown), ask(page.store, passages, pairs), strict=True):
        _draw_pair(page, pair, shared, articles)
    choose_page(len(found), SHOWN)
    what = f"all {count(len(found), 'pair')}" if len(found) > SHOWN else ""
    draw_lazy_exports(page, len(found), lambda: found, "shared-text", plain_view(found, "shared-text"), what=what)


def _draw_thresholds(found: pd.DataFrame) -> None:
    caught = " · ".join(f"{share:.0%}: {int((found['share'] >= share).sum()):,}" for share in THRESHOLDS)
    st.caption(
        f"{count(len(found), 'pair')} of articles share text, most first. Caught at other thresholds: {caught}. Copies "
        "and light edits share more than half of their runs, a repeated paragraph of background less than a third."
    )


def _draw_pair(page: PageContext, pair: dict[str, Any], shared: list[Passage], articles: pd.DataFrame) -> None:
    one, other = (articles.loc[pair[side]].to_dict() for side in ("one", "other"))
    verdict = "one origin" if pair["one_origin"] else "not one origin"
    longest = shared[0].words if shared else 0
    names = f"**{plain(_name(one))}** and **{plain(_name(other))}**"
    facts = (
        f"{pair['share']:.0%} of the shorter one, {verdict}, {count(len(shared), 'passage')} of up to {longest} words"
    )
    with st.expander(f"{names}: {facts}"):
        for passage in shared[:PASSAGES_SHOWN]:
            st.html(_passage_html(page, passage, one, other))
        if len(shared) > PASSAGES_SHOWN:
            st.caption(f"The {PASSAGES_SHOWN} longest are shown.")
        st.html(pair_link(page.selection, pair["one"], pair["other"], "Read both side by side"))


def _name(article: dict[str, Any]) -> str:
    return f"{text(article, 'outlet') or UNKNOWN_OUTLET} ({published(article) or 'undated'})"


def _passage_html(page: PageContext, passage: Passage, one: dict[str, Any], other: dict[str, Any]) -> str:
    sides = ((one, passage.one), (other, passage.other))
    return (
        '<div class="sources-pair">'
        + "".join(
            f'<div><span class="desk-eyebrow"><b>{escape(text(article, "outlet") or UNKNOWN_OUTLET)}</b></span>'
            f'<div class="sources-words">{escape(mention.text)}</div>'
            + article_link(
                page.selection, article["article_id"], f"{mention.start}-{mention.end}", "Read in the article"
            )
            + "</div>"
            for article, mention in sides
        )
        + "</div>"
    )
