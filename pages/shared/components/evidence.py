"""Evidence: the card that shows the words a row came from and opens them in their article."""

from dataclasses import dataclass
from html import escape

import streamlit as st

from pages.shared.address import article_params
from pages.shared.components.passages import highlight
from pages.shared.escaping import isolate, plain, shorten
from s400data.queries import Selection

LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of one article that prove something; `marks` count in the article's text, as `start` does.

    `dated` says when, in words; `notes` are short sentences under the words, such as the rule that fired.
    """

    article_id: str
    mark_id: str
    outlet: str
    published: str
    title: str
    words: str
    start: int
    marks: tuple[tuple[int, int], ...]
    dated: str = ""
    notes: tuple[str, ...] = ()


def draw_evidence(evidence: Evidence, selection: Selection) -> None:
    """Draw the card of `evidence`, with the link to its place in the article; `selection` is kept by the link."""
    head = [f"<b>{escape(isolate(evidence.outlet or 'Outlet not known'))}</b>", escape(evidence.published)]
    if evidence.dated:
        head.append(f"dates it <b>{escape(evidence.dated)}</b>")
    words = highlight(evidence.words, evidence.marks, offset=evidence.start)
    notes = " ".join(escape(note) for note in evidence.notes)
    title = shorten(evidence.title, LONGEST_TITLE)
    with st.container(key=f"evidence-{evidence.mark_id}", border=True, gap="xxsmall"):
        st.html(
            f'<div class="desk-eyebrow">{" · ".join(head)}</div>'
            f'<div class="desk-words">{words}</div>'
            f'<div class="desk-note">{notes}</div>'
        )
        st.page_link(
            "pages/article.py",
            label=f"Open in “{isolate(plain(title))}”" if title else "Open in its article",
            help=plain(evidence.title) if title != evidence.title else None,
            query_params=article_params(selection, evidence.article_id, evidence.mark_id),
        )
