"""Filters: the bar that every page shares, and the only place that touches the session's state.

The URL is the truth: a link, a page switch or the Back button fills the widgets from it; using a widget writes it.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NamedTuple

import streamlit as st

from pages.shared import address, searching
from pages.shared.address import END, FACETS, START, WORDS, About, Facet, Params
from pages.shared.data import ask
from s400data import queries
from s400data.charts.dates import period_words
from s400data.queries import Selection
from s400data.store import Store
from s400data.tables import value_label

SEEN = "address-seen"
EARLIEST_DAY, LATEST_DAY = date(1900, 1, 1), date(2100, 12, 31)
WORDS_OF_ABOUT = {"articles": "articles", "events": "event reports", "quotations": "quotations"}


@dataclass(frozen=True, slots=True)
class Drawer:
    """A button of the bar that opens one or more filters."""

    key: str
    label: str
    params: tuple[str, ...]


class Choice(NamedTuple):
    """One value that a filter offers: its words, and the rows that choosing it would leave."""

    label: str
    n: int


# Field of a selection -> its values.
Choices = dict[str, dict[str, Choice]]
FACET_CELLS = ("facet", "value", "label", "n")
DRAWERS = (
    Drawer("outlets", "Outlet", ("outlet",)),
    Drawer("actors", "Actor", ("actor",)),
    Drawer("countries", "Country", ("country",)),
    Drawer("topics", "Topic", ("type", "target", "object")),
    Drawer("more", "More", ("side", "position", "posture", "kind", "certainty", "body", "role", "via", "reality")),
)
FACET_OF = {facet.param: facet for facet in FACETS}


def draw_filters(store: Store, page: str, about: About) -> Selection:
    """Draw the bar of `page` and return what it selects; `about` names the rows whose numbers it shows."""
    url = address.read_filters()
    if st.session_state.get(SEEN) != (page, url):
        _fill(page, url)
    selection = searching.with_names(store, _selected(page))
    with st.container(key="filters", gap="small"), st.container(horizontal=True, vertical_alignment="center"):
        st.text_input(
            "Search words",
            key=_key(page, WORDS),
            placeholder="Search words",
            label_visibility="collapsed",
            width=230,
        )
        with _popover(page, "search", "?"):
            searching.draw_help()
        _draw_dates(store, page, selection)
        found = _choices(store, about, selection)
        for drawer in DRAWERS:
            _draw_drawer(page, drawer, selection, found)
        if address.to_params(selection):
            st.button("Reset filters", key=_key(page, "reset"), on_click=partial(_fill, page, {}), type="tertiary")
    params = address.to_params(selection)
    if params != url:
        address.write_filters(params)
    st.session_state[SEEN] = (page, params)
    for words in address.unreadable(url):
        st.warning(f"The link asks for the date “{words}”, which is no date. It was left out.")
    return selection


def draw_shown(store: Store, about: About, selection: Selection) -> None:
    """Say how many rows are shown of how many, and why the rest is hidden."""
    shown = ask(store, queries.shown, about, selection)
    noun = WORDS_OF_ABOUT[about]
    if shown.shown == shown.total:
        line = f"All **{shown.total:,}** {noun if shown.total != 1 else noun.removesuffix('s')} shown."
    else:
        reasons = "; ".join(f"{hidden.n:,} by {hidden.label.lower()}" for hidden in shown.hidden if hidden.n)
        line = f"**{shown.shown:,}** of **{shown.total:,}** {noun} shown. Hidden: {reasons}."
    idle = [facet.label.lower() for facet in FACETS if getattr(selection, facet.field) and about not in facet.about]
    if idle:
        line += f" The filter on {' and '.join(idle)} does not narrow {noun}."
    if unknown := _not_there(store, about, selection):
        line += f" Not in this collection: {'; '.join(unknown)}."
    st.caption(line)
    searching.draw_reading(store, about, selection)


def draw_unknown(*own: str) -> None:
    """Name what the URL sets that is neither a filter nor the page's `own`."""
    if names := address.unknown(own):
        said = " and ".join(f"“{_escape(name)}”" for name in names)
        st.warning(f"The link sets {said}, which this page does not know and leaves out.")


def _not_there(store: Store, about: About, selection: Selection) -> list[str]:
    """Choices that no row of `about` has, as when a link names a speaker whom the collection does not know."""
    chosen = [(facet, value) for facet in FACETS if about in facet.about for value in getattr(selection, facet.field)]
    if not chosen:
        return []
    found = ask(store, queries.facets, about)
    there = set(zip(found["facet"], found["value"], strict=True))
    return [
        f"{facet.label.lower()} “{_escape(value) or 'not known'}”"
        for facet, value in chosen
        if (facet.field, value) not in there
    ]


def choose_dates(page: str, start: date | None, end: date | None) -> None:
    """Set the date range of the bar on `page`; to be called from a widget's callback."""
    st.session_state[_key(page, START)] = start
    st.session_state[_key(page, END)] = end


def widget_state(key: str) -> object:
    """Value of the widget called `key`, for its own callback; None where it has none."""
    return st.session_state.get(key)


@contextmanager
def _popover(page: str, name: str, label: str) -> Iterator[None]:
    with st.popover(label, key=f"{page}-open-{name}"):
        yield


def facet_choices(store: Store, about: About, selection: Selection) -> Choices:
    """Choices of all filters on rows of `about`; to be asked through the cache."""
    found: Choices = {}
    frame = queries.facets(store, about, selection)
    for field, value, label, n in zip(*(frame[name].tolist() for name in FACET_CELLS), strict=True):
        found.setdefault(field, {})[value] = Choice(label, n)
    return found


def _choices(store: Store, about: About, selection: Selection) -> Choices:
    """Choices of all filters: those that narrow `about` with its numbers, the others with those of their own rows."""
    rows_of: dict[str, About] = {facet.field: about if about in facet.about else facet.about[0] for facet in FACETS}
    found = {rows: ask(store, facet_choices, rows, selection) for rows in dict.fromkeys(rows_of.values())}
    return {field: found[rows].get(field, {}) for field, rows in rows_of.items()}


def _draw_dates(store: Store, page: str, selection: Selection) -> None:
    span = ask(store, queries.date_span)
    held = f"The collection speaks of {period_words(*span)}." if span[0] else "No date is known yet."
    label = f"**{period_words(selection.start, selection.end)}**" if selection.start or selection.end else "Dates"
    with _popover(page, "dates", label):
        st.caption(held)
        for name, words in ((START, "From"), (END, "To")):
            st.date_input(
                words,
                value=None,
                key=_key(page, name),
                min_value=EARLIEST_DAY,
                max_value=LATEST_DAY,
                format="YYYY-MM-DD",
            )


def _draw_drawer(page: str, drawer: Drawer, selection: Selection, found: Choices) -> None:
    facets = [FACET_OF[param] for param in drawer.params]
    with _popover(page, drawer.key, _drawer_label(drawer.label, facets, selection, found)):
        for facet in facets:
            _draw_facet(page, facet, selection, found)


def _draw_facet(page: str, facet: Facet, selection: Selection, found: Choices) -> None:
    choices = found[facet.field]
    options = list(dict.fromkeys((*choices, *getattr(selection, facet.field))))

    def words(value: str) -> str:
        choice = choices.get(value)
        name = (choice and choice.label) or value_label(facet.field, value) or "Not known"
        return f"{name} · {choice.n:,}" if choice else name

    st.multiselect(facet.label, options, key=_key(page, facet.param), format_func=words, placeholder="All")


def _drawer_label(label: str, facets: Sequence[Facet], selection: Selection, found: Choices) -> str:
    chosen = [(facet.field, value) for facet in facets for value in getattr(selection, facet.field)]
    if not chosen:
        return label
    field, value = chosen[0]
    choice = found[field].get(value)
    first = (choice and choice.label) or value_label(field, value) or "not known"
    more = f" + {len(chosen) - 1}" if len(chosen) > 1 else ""
    return f"{label}: **{_escape(first)}**{more}"


def _selected(page: str) -> Selection:
    params: Params = {}
    for name in (START, END):
        if day := st.session_state.get(_key(page, name)):
            params[name] = [day.isoformat()]
    if words := (st.session_state.get(_key(page, WORDS)) or "").strip():
        params[WORDS] = [words]
    for facet in FACETS:
        params[facet.param] = [value or address.MISSING for value in st.session_state.get(_key(page, facet.param), ())]
    return address.to_selection(params)


def _fill(page: str, params: Params) -> None:
    selection = address.to_selection(params)
    st.session_state[_key(page, START)] = selection.start
    st.session_state[_key(page, END)] = selection.end
    st.session_state[_key(page, WORDS)] = selection.words
    for facet in FACETS:
        st.session_state[_key(page, facet.param)] = list(getattr(selection, facet.field))


def _key(page: str, name: str) -> str:
    # One key for all pages would hand a widget's old value to the next page, over what the link asks for.
    return f"{page}-{name}"


def _escape(words: str) -> str:
    return "".join(f"\\{letter}" if letter in r"\*_`[]$<>:#" else letter for letter in words)
