"""Controls: choices that stand in the URL, so that a link or the Back button opens the same view."""

from collections.abc import Mapping
from typing import TypeVar

import streamlit as st

from pages.shared.address import read_own, write_own

Value = TypeVar("Value", bound=str | int)

# Up to so many options stand beside each other, more in a box.
FEW = 3


def choose(label: str, options: Mapping[str, Value], param: str, *, width: int = 210, box: bool = False) -> Value:
    """Draw the choice of one of `options` (title -> value), the first where the URL's `param` names none of them.

    More than a few stand in a box, and any number where `box` asks for one.
    """
    titles = list(options)
    named = read_own(param)
    now = next((title for title, value in options.items() if str(value) == named), titles[0])
    # Without a key the control follows the URL, which a link or the Back button may have changed.
    if len(titles) <= FEW and not box:
        chosen = st.segmented_control(label, titles, default=now, required=True) or now
    else:
        chosen = st.selectbox(label, titles, index=titles.index(now), width=width)
    if chosen != now:
        write_own(param, None if chosen == titles[0] else str(options[chosen]))
        st.rerun()
    return options[now]


def choose_page(total: int, size: int, param: str = "page") -> int:
    """Draw the choice of one of the pages that `total` rows fill; nothing where they fit on one. From 1."""
    pages = max(-(-total // size), 1)
    number = min(read_page(param), pages)
    if pages > 1:
        chosen = st.pagination(pages, default=number, key=f"{param}-of-{pages}")
        if chosen != number:
            write_own(param, str(chosen) if chosen > 1 else None)
            st.rerun()
    return number


def read_page(param: str = "page") -> int:
    """The page that the URL names, from 1."""
    named = read_own(param) or "1"
    return max(int(named), 1) if named.isdecimal() else 1
