"""Said: the quotations behind a number or a bar, at the side."""

from html import escape
from typing import Any

import streamlit as st

from pages.shared.address import read_own, write_own
from pages.shared.components.labels import count, published, rows_of
from pages.shared.data import ask
from pages.shared.frame import PageContext
from pages.shared.sources.links import article_link
from s400data import queries
from s400data.comparison import UNKNOWN_OUTLET, name_outlets
from s400data.exports import speaker
from s400data.queries import NOT_KNOWN, SaidCell

SHOWN = 30


def draw_said(page: PageContext, outlet: str | None, cell: SaidCell, value: str, name: str) -> None:
    """Draw the quotations of an outlet, or of all, with `value` in a cell, which people call `name`."""
    own = NOT_KNOWN if outlet == UNKNOWN_OUTLET else outlet
    found, total = ask(page.store, queries.said_in, page.selection, own, cell, value, SHOWN)
    lines = "".join(_line(page, row, outlet) for row in rows_of(name_outlets(found)))
    shown = f", the first {len(found)} shown" if total > len(found) else ""
    st.html(
        f"<h4>{escape(name)} in {escape(outlet or 'all outlets')}: {count(total, 'statement')}{shown}</h4>"
        f'<div class="sources-list">{lines}</div>'
    )


def _line(page: PageContext, row: dict[str, Any], outlet: str | None) -> str:
    told_by = () if outlet else (row["outlet"],)
    by_line = " · ".join(escape(words) for words in (*told_by, published(row) or "undated"))
    return (
        f'<div><span class="desk-eyebrow"><b>{escape(speaker(row))}</b> · {by_line}</span>'
        f'<div class="sources-words">{escape(str(row["text"]))}</div>'
        f"{article_link(page.selection, row['article_id'], row['quotation_id'], 'Read in the article')}</div>"
    )


def open_said(outlet: str, value: str) -> None:
    """Put in the URL whose quotations stand open."""
    write_own("by", outlet)
    write_own("voice", value)


def opened_said() -> tuple[str | None, str] | None:
    """Outlet (None for all) and voice whose quotations the URL opens."""
    voice = read_own("voice")
    return (read_own("by"), voice) if voice else None


def close_said() -> None:
    """Forget whose quotations stand open."""
    write_own("by", None)
    write_own("voice", None)
