"""Doubts: what is not known, each with the rows behind it and the way to their words."""

from html import escape

import pandas as pd
import streamlit as st

from pages.shared.address import article_params
from pages.shared.components.exports import draw_exports
from pages.shared.data import ask
from pages.shared.escaping import plain, shorten
from pages.shared.frame import PageContext
from pages.shared.overview.conflicts import draw_disputed, find_disputed
from s400data import queries
from s400data.queries import DOUBT_ROW_VIEW

LISTED = 12
LONGEST = 160
QUOTES = "\"“”‘’' "
# Doubts whose rows stand at words of the article; the others are about the article as a whole.
IN_WORDS = ("events", "quotations", "timexes")


def draw_doubts(page: PageContext) -> None:
    """List the open doubts of what `page` selects, the rows of each folded below it."""
    st.subheader("Open doubts")
    found = ask(page.store, queries.doubts, page.selection)
    facts, told = find_disputed(page)
    if found.empty and not told.total:
        st.caption("Nothing is in doubt in what is shown.")
    with st.container(gap="xsmall"):
        if told.total:
            draw_disputed(page, facts, told)
        for _, doubt in found.iterrows():
            with st.expander(f"{doubt['label']} · **{doubt['n']:,}**"):
                _draw_doubt(page, doubt)


def draw_imports(page: PageContext) -> None:
    """Say what the last import brought, and what it could not take in."""
    runs = ask(page.store, queries.import_runs, 1)
    if runs.empty:
        return
    last = runs.iloc[0]
    told = {"new": "new", "replaced": "read again", "duplicate": "duplicates left out", "failed": "not readable"}
    counts = ", ".join(f"{last[name]:,} {words}" for name, words in told.items() if last[name] or name == "new")
    st.caption(f"Last import {str(last['started'])[:16]} UTC: {counts}.")


def _draw_doubt(page: PageContext, doubt: pd.Series) -> None:
    st.caption(doubt["meaning"])
    rows = ask(page.store, queries.doubt_rows, str(doubt["doubt"]), page.selection)
    for n, (_, row) in enumerate(rows.head(LISTED).iterrows()):
        _draw_row(page, row, doubt["about"] in IN_WORDS, f"{doubt['doubt']}-{n}")
    if len(rows) > LISTED:
        st.caption(f"The first {LISTED} of {len(rows):,} are listed; the export holds all.")
    draw_exports(page, rows, str(doubt["doubt"]).replace(" ", "-"), DOUBT_ROW_VIEW)


def _draw_row(page: PageContext, row: pd.Series, in_words: bool, key: str) -> None:
    title = row["title"] if pd.notna(row["title"]) else "Untitled article"
    outlet = row["outlet"] if pd.notna(row["outlet"]) else "Outlet not known"
    words = shorten(str(row["words"]) if pd.notna(row["words"]) else "", LONGEST)
    reason = f" · {escape(str(row['reason']))}" if pd.notna(row["reason"]) else ""
    with st.container(key=f"doubt-{key}".replace(" ", "-"), gap=None):
        if pd.isna(row["article_id"]):
            st.html(f'<div class="desk-row"><b>{escape(words)}</b><span class="desk-note">{reason}</span></div>')
            return
        mark = str(row["row_id"]) if in_words else None
        st.page_link(
            "pages/article.py",
            label=plain(f"“{words.strip(QUOTES)}”" if in_words else title),
            query_params=article_params(page.selection, str(row["article_id"]), mark),
        )
        st.html(
            f'<div class="desk-note">{escape(str(outlet))}{f" · {escape(title)}" if in_words else ""}{reason}</div>'
        )
