"""Statements: one speaker's words as each outlet carries them."""

from functools import partial
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from pages.shared.address import write_own
from pages.shared.components.empty import draw_empty
from pages.shared.components.exports import draw_exports, draw_lazy_exports, plain_view
from pages.shared.components.labels import count, label, published, rows_of
from pages.shared.data import ask
from pages.shared.frame import PageContext
from pages.shared.sources.controls import choose_page, read_page
from pages.shared.sources.links import article_link, pair_link
from pages.shared.sources.readings import every_statement, statements
from s400data.comparison import mark_differences, to_words
from s400data.exports import speaker

SHOWN = 20


def draw_statements(page: PageContext) -> None:
    """Draw each statement that several articles carry, version by version, with the words only one of them has."""
    found, total = ask(page.store, statements, page.selection, SHOWN, read_page())
    if total and found.empty:
        write_own("page", None)
        st.rerun()
    if found.empty:
        draw_empty(
            "No statement in this selection is carried by two articles.",
            "Two quotations are taken for one statement when one speaker says most of the same words, whatever their "
            "form. Widen the dates or the outlets.",
        )
        return
    st.caption(
        f"{count(total, 'statement')} carried by more than one article, those carried most come first"
        f"{f', {SHOWN} on a page' if total > SHOWN else ''}. The fullest version stands first; in the others, "
        "words it does not have are marked, and what they leave out is listed."
    )
    for _, versions in found.groupby("statement", sort=False):
        first = versions.iloc[0]
        st.html(
            f"<h4>{escape(speaker(rows_of(versions)[0]))} "
            f'<span class="desk-note">{count(len(versions), "version")} in {count(int(first["outlets"]), "outlet")}'
            f"</span></h4>{_versions(page, versions)}"
        )
    choose_page(total, SHOWN)
    rows = found.drop(columns="stances")
    draw_exports(page, rows, "statements")
    if total > SHOWN:
        view, every = plain_view(rows, "statements"), partial(_every_statement, page)
        draw_lazy_exports(page, total, every, "all-statements", view, what=f"all {total:,} statements")


def _every_statement(page: PageContext) -> pd.DataFrame:
    return every_statement(page.store, page.selection).drop(columns="stances")


def _versions(page: PageContext, versions: pd.DataFrame) -> str:
    by_words: dict[str, list[dict[str, Any]]] = {}
    for row in rows_of(versions):
        by_words.setdefault(" ".join(to_words(str(row["text"]))), []).append(row)
    groups = list(by_words.values())
    return f'<div class="sources-list">{"".join(_version(page, same, groups[0][0]) for same in groups)}</div>'


def _version(page: PageContext, same: list[dict[str, Any]], fullest: dict[str, Any]) -> str:
    row = same[0]
    is_fullest = row["quotation_id"] == fullest["quotation_id"]
    words = escape(str(row["text"])) if is_fullest else _compared(str(row["text"]), str(fullest["text"]))
    cut = "" if is_fullest else _cut(str(row["text"]), str(fullest["text"]))
    link = article_link(page.selection, row["article_id"], row["quotation_id"], "Read in the article")
    if not is_fullest:
        link += f" · {pair_link(page.selection, fullest['article_id'], row['article_id'], 'Side by side')}"
    others = ", ".join(_source(page, other) for other in same[1:])
    also = f". In the same words: {others}" if others else ""
    manner = label("kind", row).lower() + (" · fullest version" if is_fullest else "")
    return (
        f'<div><span class="desk-eyebrow"><b>{escape(str(row["outlet"]))}</b> · '
        f"{escape(published(row) or 'undated')} · {escape(manner)}</span>"
        f'<div class="sources-words">{words}</div>{cut}<span class="desk-note">{link}{also}</span></div>'
    )


def _source(page: PageContext, row: dict[str, Any]) -> str:
    words = f"{row['outlet']} ({published(row) or 'undated'})"
    return article_link(page.selection, row["article_id"], row["quotation_id"], words)


def _compared(text: str, fullest: str) -> str:
    pieces = mark_differences(text, fullest)
    return "".join(escape(words) if same else f'<span class="own">{escape(words)}</span>' for words, same in pieces)


def _cut(text: str, fullest: str) -> str:
    missing = [words.strip() for words, same in mark_differences(fullest, text) if not same and words.strip()]
    if not missing:
        return '<span class="desk-note">Leaves nothing out. </span>'
    return f'<span class="desk-note">Leaves out: {escape(" … ".join(missing))} </span>'
