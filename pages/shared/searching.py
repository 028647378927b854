"""Searching: how the words in the bar were understood, and how to write them."""

from dataclasses import replace
from textwrap import shorten

import streamlit as st

from pages.shared.address import About
from pages.shared.data import ask
from pages.shared.escaping import plain
from s400data import queries
from s400data.queries import Selection
from s400data.store import Search, Store, read_search
from s400data.store.searches import FIELD_NAMES, Group, Term, in_words

# Letters of a search that are said again; more than anybody types.
MOST_SAID = 300
HELP = """
| Write | to find |
| --- | --- |
| `sanctions deliver` | both words, in all their forms |
| `"will not give up"` | these words in a row |
| `deliver*` | words that begin so |
| `patriot OR samp`, `NOT patriot` | either, without; capitals matter |
| `(S-400 OR F-35) radar` | brackets hold together |
| `speaker:pompeo` | only there; a name may be misspelt |

Erdogan finds Erdoğan, S400 finds S-400, Лавров finds Lavrov. Behind a colon you can also search {fields}.
"""


def draw_help() -> None:
    """Say how searches are written."""
    fields = ", ".join(f"`{field}:`" for column, field in FIELD_NAMES.items() if column != "actor")
    st.markdown(HELP.format(fields=fields))


def with_names(store: Store, selection: Selection) -> Selection:
    """`selection` with the spellings in which the names of its search may stand in `store`."""
    found = _spellings(store, selection)
    return replace(selection, spellings=tuple((one.word, one.names) for one in found)) if found else selection


def draw_reading(store: Store, about: About, selection: Selection) -> None:
    """Say how the search was read, where that is not plain to see, and what of it was left out."""
    search = read_search(selection.words)
    notes = [*search.notes]
    for one in _spellings(store, selection):
        if one.guessed:
            notes.append(f"No name begins with “{one.word}”; it was read as {' or '.join(one.names)}.")
    if idle := queries.idle_fields(about, selection):
        named = " and ".join(f"“{FIELD_NAMES[column]}:”" for column in idle)
        notes.append(f"{named} does not narrow {about}.")
    if _is_more_than_words(search) or notes:
        said = shorten(_outermost(in_words(search.tree)) or "nothing", MOST_SAID, placeholder=" …")
        notes.insert(0, f"Searched for: {said}.")
    if notes:
        st.caption(plain(" ".join(notes)))


def meant(store: Store, words: str) -> str:
    """Names that the words of a search without a hit may have meant, as a sentence; "" where there are none."""
    names = ask(store, queries.name_words)
    search = read_search(words)
    near = [name for term in queries.sought(search) for name in queries.near_names(names, term) if name != term]
    return f"Did you mean {' or '.join(dict.fromkeys(near))}?" if near else ""


def _spellings(store: Store, selection: Selection) -> tuple[queries.Spelling, ...]:
    return queries.find_spellings(ask(store, queries.name_words), selection.words) if selection.words else ()


def _outermost(words: str) -> str:
    return words[1:-1] if words.startswith("(") and words.find(")") == len(words) - 1 else words


def _is_more_than_words(search: Search) -> bool:
    def is_plain(part: object) -> bool:
        return isinstance(part, Term) and part.column is None

    tree = search.tree
    joined = isinstance(tree, Group) and tree.operator == "and" and all(map(is_plain, tree.parts))
    return not (tree is None or is_plain(tree) or joined)
