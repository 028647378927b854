"""Frame: what every page opens with: configuration, the way to the other pages, the filters, care for errors."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from pages.shared import address, filters
from pages.shared.address import About
from pages.shared.data import open_desk
from pages.shared.look import page_style
from pages.shared.seeding import fill_empty_store
from s400data.charts.themes import Theme, find_theme
from s400data.errors import S400Error
from s400data.queries import Selection
from s400data.store import Store

ROOT = Path(__file__).resolve().parents[2]
ICON = Path(__file__).parent / "images" / "icon.png"
BRAND = "S-400 desk"


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the navigation: the page's name, its script, its title."""

    page: str
    script: str
    title: str


PLACES = (
    Place("overview", "app.py", "Overview"),
    Place("timeline", "pages/timeline.py", "Timeline"),
    Place("sources", "pages/sources.py", "Sources"),
    Place("quotes", "pages/quotes.py", "Quotes"),
    Place("speakers", "pages/speakers.py", "Speakers"),
    Place("article", "pages/article.py", "Articles"),
    Place("import", "pages/import.py", "Import"),
)


@dataclass(frozen=True, slots=True)
class PageContext:
    """What a page works with: the store, what the filters select, and the look the reader has chosen."""

    page: str
    about: About
    store: Store
    selection: Selection
    theme: Theme


@contextmanager
def open_page(
    title: str, *, page: str, about: About = "events", lead: str = "", narrowed: bool = True
) -> Iterator[PageContext]:
    """Open `page` and yield its context; `about` names the rows that the page counts, `lead` says what it answers.

    A page that is not `narrowed` shows no filters, and hands on those in its address.
    An S400Error raised inside is shown as one sentence; anything else is a fault of the program and is raised.
    """
    st.set_page_config(page_title=f"{title} · {BRAND}", page_icon=str(ICON), layout="wide")
    theme = find_theme(st.context.theme.type)
    st.html(page_style(theme))
    try:
        context = _open(title, page, about, lead, theme, narrowed)
    except S400Error as error:
        st.error(str(error))
        st.stop()
    try:
        yield context
    except S400Error as error:
        st.error(str(error))


def _open(title: str, page: str, about: About, lead: str, theme: Theme, narrowed: bool) -> PageContext:
    masthead = st.container(key="masthead", horizontal=True, vertical_alignment="center")
    masthead.html(f'<span class="desk-brand">{BRAND}</span>', width="content")
    st.html(f'<h1 class="desk-title">{title}</h1><p class="desk-lead">{lead}</p>')
    store = open_desk()
    fill_empty_store(store, ROOT / "seeds")
    with st.spinner("Counting what is in the collection …"):
        selection = (
            filters.draw_filters(store, page, about) if narrowed else address.to_selection(address.read_filters())
        )
    _draw_masthead(masthead, selection)
    if narrowed:
        filters.draw_shown(store, about, selection)
    return PageContext(page, about, store, selection, theme)


def _draw_masthead(masthead: st.delta_generator.DeltaGenerator, selection: Selection) -> None:
    with masthead:
        for place in PLACES:
            st.page_link(place.script, label=place.title, query_params=address.to_params(selection))
