"""The text of an article as read, with its marks; the way to the place a link points at."""

import re
from collections.abc import Iterable
from html import escape

import streamlit as st

from pages.shared.components.article_notes import LAYERS, find_marks, margin_notes
from pages.shared.components.labels import is_known
from pages.shared.components.quote_card import IN_TEXT
from pages.shared.components.styles import draw_styles
from pages.shared.components.text_marks import Mark, mark_text, paragraphs
from s400data.queries import ArticleView
from s400data.store import find_terms

# A headline of more letters is set smaller.
LONG_HEADLINE = 160
PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")
# The words are constant: nothing of an article reaches a script.
SCROLL = """<script>
setTimeout(() => document.getElementById("place")?.scrollIntoView({block: "center"}), 300);
</script>"""


def show_article_text(view: ArticleView, layers: Iterable[str], place: str | None, sought: str = "") -> bool:
    """Draw the text with the marks of `layers`; `place` is the number of a mark or "start-end".

    Words of the search `sought` are marked. Returns whether the place is in the article, highlighted and in view.
    """
    draw_styles("article", "badges")
    html, found = article_html(view, layers, place, sought)
    st.html(html)
    if found:
        st.html(SCROLL, unsafe_allow_javascript=True)
    return found


def article_html(view: ArticleView, layers: Iterable[str], place: str | None, sought: str = "") -> tuple[str, bool]:
    """HTML of the text and whether it holds `place`."""
    article = view.article.iloc[0]
    text = str(article["text"])
    marks = find_marks(view, layers)
    opened = [mark for mark in marks if mark.mark_id == place] or _place_marks(view, place, len(text))
    anchor = min((mark.start for mark in opened), default=None)
    marks += [mark for mark in opened if mark not in marks]
    marks += [Mark(start, end, "found", "sought") for start, end in find_terms(text, sought, IN_TEXT)]
    voices = margin_notes(view) if "quotation" in layers else []
    headline = int(article["headline_end"]) if is_known(article["headline_end"]) else 0
    blocks = []
    for start, end in paragraphs(text):
        tag = "h2" if start < headline else "p"
        long = ' class="long"' if end - start > LONG_HEADLINE else ""
        beside = "".join(html for voice, html in voices if start <= voice < end)
        beside = f'<aside class="margin">{beside}</aside>' if beside else ""
        # A paragraph of Arabic or Hebrew runs from the right.
        blocks.append(f'<{tag}{long} dir="auto">{mark_text(text, start, end, marks, place, anchor)}</{tag}>{beside}')
    language = escape(str(article["language"]))
    return f'<article class="reading" lang="{language}">{"".join(blocks)}</article>', anchor is not None


def legend_html(counts: dict[str, int], layers: Iterable[str]) -> str:
    """HTML of the legend: each layer that is on, in its own look, with its number of marks."""
    shown = set(layers)
    items = (
        f'<span class="key"><span class="mark {layer}">{escape(name)}</span> {counts[layer]:,}</span>'
        for layer, name in LAYERS.items()
        if layer in shown
    )
    return f'<div class="reading legend">{"".join(items)}</div>'


def _place_marks(view: ArticleView, place: str | None, length: int) -> list[Mark]:
    """Marks a link points at, whichever layers are on."""
    if not place:
        return []
    if written := PLACE.fullmatch(place):
        start, end = int(written[1]), int(written[2])
        return [Mark(start, end, "found", place)] if start < end <= length else []
    return [mark for mark in find_marks(view) if mark.mark_id == place]
