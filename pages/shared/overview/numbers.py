"""Numbers: what the collection holds, each number leading to the rows behind it."""

from datetime import date

import streamlit as st

from pages.shared import address
from pages.shared.data import ask
from pages.shared.frame import PageContext
from s400data import queries
from s400data.queries import Overview


def draw_numbers(page: PageContext) -> None:
    """Draw the strip of numbers for what `page` selects."""
    found = ask(page.store, queries.overview, page.selection)
    params = address.to_params(page.selection)
    with st.container(key="numbers"):
        for column, (number, words, script, note) in zip(st.columns(5), _cells(found), strict=True):
            with column, st.container(gap=None):
                st.html(f'<div class="desk-number">{number:,}</div>')
                st.page_link(script, label=words, query_params=params)
                st.html(f'<div class="desk-note">{note}</div>')


def _cells(found: Overview) -> list[tuple[int, str, str, str]]:
    reports = f"in {found.events:,} {_plural(found.events, 'report')}"
    return [
        (found.articles, _plural(found.articles, "article"), "pages/article.py", "published " + _span(found)),
        (found.outlets, _plural(found.outlets, "outlet"), "pages/sources.py", "known by name"),
        (
            found.occurrences,
            _plural(found.occurrences, "event"),
            "pages/timeline.py",
            f"{reports}, {_event_span(found)}",
        ),
        (found.quotations, _plural(found.quotations, "quotation"), "pages/quotes.py", "direct and indirect"),
        (found.speakers, _plural(found.speakers, "speaker"), "pages/speakers.py", "known or described"),
    ]


def _span(found: Overview) -> str:
    return _days(found.first_published, found.last_published)


def _event_span(found: Overview) -> str:
    return "dated " + _days(found.first_event, found.last_event)


def _days(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return "on unknown days"
    return f"{first:%b %Y}" if f"{first:%b %Y}" == f"{last:%b %Y}" else f"{first:%b %Y} to {last:%b %Y}"


def _plural(n: int, noun: str) -> str:
    return noun if n == 1 else f"{noun}s"
