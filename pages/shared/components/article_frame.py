"""What stands around an article's text: what is known of it, its neighbours, what was cut, its rows as tables."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from pages.shared.address import article_params
from pages.shared.components.labels import count, days, is_known, label, published, rows_of, text
from pages.shared.escaping import isolate, plain
from s400data.queries import ArticleView, Selection
from s400data.tables import EVENTS, QUOTATIONS, value_label


def title_of(row: Any) -> str:  # noqa: ANN401 - a mapping or a row
    """Title of an article, or the name of its file where it has none."""
    return text(row, "title") or f"Untitled ({text(row, 'path')})"


def list_words(row: Any) -> str:  # noqa: ANN401 - a mapping or a row
    """An article in one line of a list: date, outlet, title."""
    outlet = text(row, "outlet") or "Outlet not known"
    return f"{published(row) or 'Undated'} · {isolate(outlet)} · {isolate(title_of(row))}"


def draw_byline(view: ArticleView) -> None:
    """Say outlet, author and date, with the ground for the date and the notes of the reading."""
    article = rows_of(view.article)[0]
    when = published(article)
    facts = [
        f"<b>{escape(isolate(text(article, 'outlet') or 'Outlet not known'))}</b>",
        f"by {escape(isolate(text(article, 'author')))}" if text(article, "author") else "",
        escape(when or "date of publication not known"),
    ]
    basis = label("published_basis", article).lower()
    evidence = text(article, "published_evidence")
    ground = f"Ground for the date: {basis}" + (f": {evidence}" if evidence else "") if when or evidence else ""
    notes = "".join(f"<br>{escape(str(note))}" for note in article["notes"])
    st.html(
        f'<div class="desk-eyebrow">{" · ".join(filter(None, facts))}</div>'
        f'<div class="desk-note byline">{escape(ground)}{notes}</div>'
    )
    if not is_known(article["headline_end"]):
        st.html(f'<h2 class="untitled" dir="auto">{escape(title_of(article))}</h2>')


def choose_article(articles: pd.DataFrame, named: str | None, selection: Selection) -> str | None:
    """Draw the list of articles with the ways to the one before and the one after; returns the number chosen.

    An article that is `named` but not in the list stays chosen; without a name the first is.
    """
    titles = {row["article_id"]: list_words(row) for row in rows_of(articles)}
    if not titles:
        return named
    order = list(titles)
    if named is not None and named not in titles:
        return _choose(titles, f"Not one of the {count(len(order), 'article')} shown", None) or named
    place = order.index(named) if named else 0
    with st.container(key="article-ways", horizontal=True, vertical_alignment="bottom"):
        _neighbour(articles, place - 1, "← Previous", selection)
        chosen = _choose(titles, f"Article {place + 1:,} of {len(order):,}", place)
        _neighbour(articles, place + 1, "Next →", selection)
    return chosen


def _choose(titles: dict[str, str], words: str, place: int | None) -> str | None:
    return st.selectbox(
        words, list(titles), index=place, placeholder="Choose an article", format_func=titles.__getitem__, width=760
    )


def _neighbour(articles: pd.DataFrame, place: int, words: str, selection: Selection) -> None:
    there = 0 <= place < len(articles)
    row = articles.iloc[place] if there else None
    st.page_link(
        "pages/article.py",
        label=words,
        disabled=row is None,
        help=plain(title_of(row)) if row is not None else None,
        query_params=article_params(selection, str(row["article_id"])) if row is not None else None,
    )


def draw_furniture(view: ArticleView) -> None:
    """What the reading cut from the file, folded."""
    if view.furniture.empty:
        return
    with st.expander(f"{count(len(view.furniture), 'line')} of the file left out"):
        lines = "".join(
            f'<li><span class="desk-note">Line {row["line"]}, {escape(text(row, "reason"))}</span> '
            f"{escape(text(row, 'text'))}</li>"
            for row in rows_of(view.furniture)
        )
        st.html(f'<ul class="furniture">{lines}</ul>')


def draw_tables(view: ArticleView) -> None:
    """The article's quotations and events as tables; the numbers of quotations are those in the text."""
    quotations, events = st.tabs(
        [f"Quotations ({len(view.quotations)})", f"Events ({len(view.events)})"], key="article-tables"
    )
    with quotations:
        _draw_table(quotation_rows(view), "This article quotes nobody.")
    with events:
        _draw_table(event_rows(view), "No event was found in this article.")


def quotation_rows(view: ArticleView) -> pd.DataFrame:
    """Quotations of an article in words."""
    rows = view.quotations
    return pd.DataFrame(
        {
            "No.": range(1, len(rows) + 1),
            QUOTATIONS.column("speaker_name").label: rows["speaker_name"].fillna("Not resolved"),
            QUOTATIONS.column("text").label: rows["text"],
            QUOTATIONS.column("kind").label: [value_label("kind", value) for value in rows["kind"]],
            QUOTATIONS.column("overall").label: [value_label("overall", value) for value in rows["overall"]],
            QUOTATIONS.column("via").label: rows["via"].fillna(""),
        }
    )


def event_rows(view: ArticleView) -> pd.DataFrame:
    """Events of an article in words."""
    rows = rows_of(view.events)
    return pd.DataFrame(
        {
            EVENTS.column("type").label: [label("type", row) for row in rows],
            EVENTS.column("modality").label: [label("modality", row) for row in rows],
            "Date": [days(row["earliest"], row["latest"]) or "No date" for row in rows],
            EVENTS.column("date_basis").label: [label("date_basis", row) for row in rows],
            "Who": [row["actor_text"] for row in rows],
            "To whom": [row["target_text"] for row in rows],
            EVENTS.column("place").label: [text(row, "place") if is_known(row["place"]) else "" for row in rows],
            EVENTS.column("sentence").label: [row["sentence"] for row in rows],
        }
    )


def _draw_table(rows: pd.DataFrame, nothing: str) -> None:
    if rows.empty:
        st.caption(nothing)
        return
    st.dataframe(rows, hide_index=True)
