"""Styles: the style sheets of single pages, kept as files beside the code."""

from pathlib import Path

import streamlit as st

FOLDER = Path(__file__).resolve().parent.parent / "styles"


def draw_styles(*names: str) -> None:
    """Put the style sheets called `names` on the page."""
    for name in names:
        st.html(FOLDER / f"{name}.css")
