"""Compared: whether the statements of all articles have been compared, which an import does in the end."""

import streamlit as st

from pages.shared.frame import PageContext
from pages.shared.quotes.readings import count_uncompared


def is_compared(page: PageContext) -> bool:
    """Whether statements can be told apart from repeats; says so where they cannot."""
    lacking = count_uncompared(page.store)
    if lacking:
        st.caption(
            f"{lacking:,} articles have not been compared with the others yet, so it is not known which statements "
            "they share with them. The page Sources compares them, and so does the next import."
        )
    return not lacking
