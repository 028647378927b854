"""Rereadings: stored articles that an earlier edition had read, read again on a click, and what that changed."""

from html import escape
from urllib.parse import quote

import pandas as pd
import streamlit as st

from pages.shared.components.exports import draw_exports
from pages.shared.components.labels import count, text
from pages.shared.components.styles import draw_styles
from pages.shared.data import ask
from pages.shared.frame import PageContext
from pages.shared.importing.intakes import begin_rereading
from s400data import queries
from s400data.intake import find_edition
from s400data.queries import REREADING_VIEW

LISTED = 20
CHANGES = {"new": "new", "gone": "gone", "changed": "changed", "failed": "not read"}
SIGNS = {"new": "+", "gone": "−", "changed": "±", "failed": "!"}
WHAT = {"event": "Event", "quotation": "Quotation", "article": "Article"}


def draw_stale(page: PageContext) -> None:
    """Offer to read again what another edition had read; a click begins it."""
    stale = ask(page.store, queries.count_stale, find_edition())
    if not stale:
        return
    were = "was" if stale == 1 else "were"
    with st.container(key="stale", border=True):
        words, button = st.columns([5, 1], vertical_alignment="center")
        words.markdown(
            f"**{count(stale, 'article')}** {were} read by an earlier edition of the program or its knowledge. Text, "
            "title, outlet, author, date and corrections stay; what changes is listed."
        )
        if button.button(f"Read {'it' if stale == 1 else 'them'} again", key="reread", width="stretch"):
            begin_rereading(page.store)
            st.rerun()


def draw_changes(page: PageContext, *, opened: bool) -> None:
    """List what reading again by this edition changed, article by article; `opened`: unfolded."""
    found = ask(page.store, queries.rereading, find_edition())
    if not found.articles:
        return
    with st.expander(f"Changed by reading again: {_summary(found)}", expanded=opened):
        st.caption(f"{count(found.articles, 'article')} read again, the last on {found.finished} UTC.")
        draw_styles("rereadings")
        articles = list(found.changes.groupby("article_id", sort=False))
        for _, rows in articles[:LISTED]:
            st.html(_article(rows))
        if len(articles) > LISTED:
            st.caption(f"The first {LISTED} of {count(len(articles), 'article')} are listed; the exports hold all.")
        if articles:
            draw_exports(None, found.changes, "changed-by-reading-again", REREADING_VIEW)


def _summary(found: queries.Rereading) -> str:
    if found.changes.empty:
        return "nothing"
    numbers = found.changes.groupby(["what", "change"]).size()
    parts = [
        f"{count(int(numbers[what, change]), noun.lower())} {words}"
        for what, noun in WHAT.items()
        for change, words in CHANGES.items()
        if (what, change) in numbers.index
    ]
    return f"{count(found.changes['article_id'].nunique(), 'article')} ({', '.join(parts)})"


def _article(rows: pd.DataFrame) -> str:
    first = rows.iloc[0]
    link = f'<a href="article?article={quote(str(first["article_id"]))}">{escape(_title(first))}</a>'
    lines = "".join(_line(row) for _, row in rows.iterrows())
    return f'<div class="reread"><p class="title">{link}{escape(text(first, "outlet"))}</p><ul>{lines}</ul></div>'


def _title(row: pd.Series) -> str:
    return text(row, "title") or text(row, "path")


def _line(row: pd.Series) -> str:
    change = str(row["change"])
    read = [f"<{tag}>{escape(text(row, name))}</{tag}>" for name, tag in (("before", "del"), ("now", "ins"))
            if text(row, name)]  # fmt: skip
    return (
        f'<li class="{change}"><span class="sign" title="{CHANGES[change]}">{SIGNS[change]}</span>'
        f'<span class="what">{WHAT[str(row["what"])]} {CHANGES[change]}</span>'
        f'<span class="read">{" → ".join(read)}</span><span class="words">{escape(text(row, "words"))}</span></li>'
    )
