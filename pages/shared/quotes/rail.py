"""The rail of the quote explorer: what every choice would leave, one click each."""

from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from pages.shared import address
from pages.shared.address import FACETS, Facet
from pages.shared.components.badges import SIGNS
from pages.shared.data import ask
from pages.shared.escaping import plain
from pages.shared.frame import PageContext
from s400data import queries
from s400data.queries import Selection

# Order of the rail: what the page is opened for comes first.
ORDER = (
    "side",
    "actor",
    "target",
    "position",
    "posture",
    "certainty",
    "kind",
    "country",
    "body",
    "role",
    "via",
    "outlet",
)
OPEN_FIRST = ("side", "actor", "target")
MOST = 8


def draw_rail(page: PageContext) -> None:
    """Draw the choices of each filter with the number of quotations each would leave; a click adds or removes one."""
    found = ask(page.store, queries.facets, page.about, page.selection)
    by_param = {facet.param: facet for facet in FACETS}
    for param in ORDER:
        facet = by_param[param]
        rows = found.loc[found["facet"] == facet.field].sort_values("n", ascending=False, kind="stable")
        chosen = getattr(page.selection, facet.field)
        if len(rows):
            with st.expander(facet.label, expanded=param in OPEN_FIRST or bool(chosen), key=f"rail-{param}"):
                _draw_choices(page.selection, facet, rows, chosen)


def _draw_choices(selection: Selection, facet: Facet, rows: pd.DataFrame, chosen: tuple[str, ...]) -> None:
    first = rows["value"].isin(chosen)
    kept = pd.concat([rows.loc[first], rows.loc[~first].head(MOST)])
    with st.container(key=f"rail-list-{facet.param}", gap=None):
        for value, label, n in zip(kept["value"], kept["label"], kept["n"], strict=True):
            is_chosen = value in chosen
            sign = f"{SIGNS[value]} " if facet.param in ("side", "position") and value in SIGNS else ""
            st.button(
                f"{'✓ ' if is_chosen else sign}{plain(label)} · {n:,}",
                key=f"rail-{facet.param}-{value}",
                type="secondary" if is_chosen else "tertiary",
                on_click=partial(_toggle, selection, facet, value),
                width="stretch",
            )
    if len(rows) > len(kept):
        st.caption(f"{len(rows) - len(kept):,} more in the bar above.")


def _toggle(selection: Selection, facet: Facet, value: str) -> None:
    chosen = getattr(selection, facet.field)
    kept = tuple(one for one in chosen if one != value) if value in chosen else (*chosen, value)
    changes: dict[str, Any] = {facet.field: kept}
    address.write_filters(address.to_params(replace(selection, **changes)))
    address.write_own("page", None)
