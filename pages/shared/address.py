"""Address: the view a person sees, written in the page's URL, so that a link reopens it.

Each filter is one query parameter, repeated for several values; "unknown" stands for a value that is missing. A page
may keep parameters of its own beside them ("article", "mark", "event").
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from urllib.parse import urlencode

import streamlit as st

from s400data.queries import Selection

Params = dict[str, list[str]]
About = Literal["articles", "events", "quotations"]

START, END, WORDS = "from", "to", "q"
MISSING = "unknown"


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with a list of values: its name in the URL, its field in a Selection, what it narrows."""

    param: str
    field: str
    label: str
    about: tuple[About, ...] = ("articles", "events", "quotations")


FACETS = (
    Facet("outlet", "outlets", "Outlet"),
    Facet("actor", "actors", "Actor or speaker"),
    Facet("country", "countries", "Country"),
    Facet("type", "event_types", "Type of event", ("events",)),
    Facet("target", "targets", "Topic of a statement", ("quotations",)),
    Facet("object", "objects", "Thing at issue", ("events",)),
    Facet("reality", "modalities", "Reality of an event", ("events",)),
    Facet("side", "sides", "Side taken", ("quotations",)),
    Facet("position", "polarities", "Position on the topic", ("quotations",)),
    Facet("posture", "postures", "What the words do", ("quotations",)),
    Facet("kind", "kinds", "Direct or indirect", ("quotations",)),
    Facet("certainty", "bands", "Certainty of the position", ("quotations",)),
    Facet("body", "affiliations", "Speaker's body", ("quotations",)),
    Facet("role", "roles", "Speaker's role at that date", ("quotations",)),
    Facet("via", "relays", "Relayed by", ("quotations",)),
)
FILTER_PARAMS = (START, END, WORDS, *(facet.param for facet in FACETS))


def to_params(selection: Selection) -> Params:
    """Query parameters that reopen `selection`; what is not narrowed is left out."""
    params: Params = {}
    if selection.start:
        params[START] = [selection.start.isoformat()]
    if selection.end:
        params[END] = [selection.end.isoformat()]
    if selection.words:
        params[WORDS] = [selection.words]
    for facet in FACETS:
        if values := getattr(selection, facet.field):
            params[facet.param] = [value or MISSING for value in values]
    return params


def to_selection(params: Params) -> Selection:
    """The selection that `params` describe; a date that is none is left out."""
    chosen: dict[str, Any] = {
        facet.field: tuple("" if value == MISSING else value for value in params.get(facet.param, []))
        for facet in FACETS
    }
    words = " ".join(params.get(WORDS, []))
    return Selection(start=_day(params.get(START)), end=_day(params.get(END)), words=words, **chosen)


def unreadable(params: Params) -> list[str]:
    """Dates in `params` that are no dates, as the reader should see them."""
    return [params[name][0] for name in (START, END) if params.get(name) and _day(params[name]) is None]


def unknown(own: Collection[str]) -> list[str]:
    """Names in the page's URL that are neither a filter nor among the page's `own`."""
    return [name for name in st.query_params if name not in FILTER_PARAMS and name not in own]


def read_filters() -> Params:
    """The filter parameters of the page's URL."""
    return {name: found for name in FILTER_PARAMS if (found := st.query_params.get_all(name))}


def write_filters(params: Params) -> None:
    """Put `params` in the URL in place of its filters; the page's own parameters stay."""
    own = {name: st.query_params.get_all(name) for name in st.query_params if name not in FILTER_PARAMS}
    st.query_params.from_dict({**own, **params})


def read_own(name: str) -> str | None:
    """The page's own parameter `name`."""
    return st.query_params.get(name) or None


def write_own(name: str, value: str | None) -> None:
    """Set the page's own parameter `name`; None removes it."""
    if value is None:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != value:
        st.query_params[name] = value


def article_params(selection: Selection, article_id: str, mark_id: str | None = None) -> Params:
    """Parameters of the article page that open `article_id` at the place of `mark_id`, filters kept."""
    own = {"article": [article_id], **({"mark": [mark_id]} if mark_id else {})}
    return {**to_params(selection), **own}


def article_href(selection: Selection, article_id: str, mark_id: str | None = None) -> str:
    """Relative address of the same place, for a link in HTML or in a chart."""
    return f"article?{urlencode(article_params(selection, article_id, mark_id), doseq=True)}"


def _day(values: list[str] | None) -> date | None:
    try:
        return date.fromisoformat(values[0]) if values else None
    except ValueError:
        return None
