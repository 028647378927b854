"""Data: the one cache between pages and the store.

Answers are kept by the store's address and version, so a change of the data is seen at the next page load, and every
session reads the same copy.
"""

from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

import streamlit as st

if TYPE_CHECKING:
    from pages.shared.importing.intakes import Intake
    from pages.shared.seeding import FirstReading

from s400data.queries import Selection
from s400data.settings import database_url
from s400data.store import Store, open_store

ANSWERS_KEPT = 400

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def open_desk() -> Store:
    """The store that the settings name, opened once for all sessions."""
    return _store(database_url())


def ask(
    store: Store, query: Callable[Concatenate[Store, Asked], Answer], *args: Asked.args, **kwargs: Asked.kwargs
) -> Answer:
    """Answer of `query` (a function of `queries` or `comparison`) about `store`, from the cache where it is known.

    Arguments must be hashable values such as a Selection or an id. The caller's copy is its own.
    """
    name = f"{query.__module__}.{query.__qualname__}"
    key = (name, store.url, store.version(), args, tuple(sorted(kwargs.items())))
    return cast(Answer, _answer(partial(query, store, *args, **kwargs), key))


@st.cache_resource(show_spinner=False)
def import_lock() -> Lock:
    """Lock that lets one session begin to fill the store."""
    return Lock()


@st.cache_resource(show_spinner=False)
def first_readings() -> dict[str, "FirstReading"]:
    """Readings of the first articles begun in this process, by the address of their store."""
    return {}


@st.cache_resource(show_spinner=False)
def intakes() -> dict[str, "Intake"]:
    """Imports begun last in this process, by the address of their store."""
    return {}


@st.cache_resource(show_spinner=False)
def _store(url: str) -> Store:
    return open_store(url)


# Streamlit would walk through every field of a selection, at each question; its own words say the same.
@st.cache_data(show_spinner=False, max_entries=ANSWERS_KEPT, hash_funcs={Selection: repr})
def _answer(_query: Callable[[], object], key: tuple[object, ...]) -> object:  # noqa: ARG001
    return _query()
