"""The rail of the quote explorer: what every choice would leave, one click each."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from pages.shared import address
from pages.shared.address import FACETS, Facet
from pages.shared.components.badges import SIGNS
from pages.shared.components.labels import count
from pages.shared.data import ask
from pages.shared.escaping import plain
from pages.shared.frame import PageContext
from s400data import queries
from s400data.queries import PeriodCount, Selection

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
    _draw_dates(page)
    for param in ORDER:
        facet = by_param[param]
        rows = found.loc[found["facet"] == facet.field].sort_values("n", ascending=False, kind="stable")
        chosen = getattr(page.selection, facet.field)
        if len(rows):
            with st.expander(facet.label, expanded=param in OPEN_FIRST or bool(chosen), key=f"rail-{param}"):
                _draw_choices(page.selection, facet, rows, chosen)


def _draw_dates(page: PageContext) -> None:
    """Draw the years, and the months of a year that is chosen, with the quotations of each."""
    years = ask(page.store, queries.count_periods, page.selection, "year")
    if not years:
        return
    within = next((year for year in years if _holds(year, page.selection.start, page.selection.end)), None)
    with st.expander("Date", expanded=within is not None, key="rail-date"):
        with st.container(key="rail-list-date", gap=None):
            for year in reversed(years):
                _draw_period(page.selection, year, f"{year.first:%Y}", is_chosen=year == within)
                if year == within:
                    _draw_months(page, year)
        if undated := ask(page.store, queries.count_undated, page.selection):
            st.caption(f"{count(undated, 'quotation')} without a date.")


def _draw_months(page: PageContext, year: PeriodCount) -> None:
    chosen = page.selection.start, page.selection.end
    for month in ask(page.store, queries.count_periods, page.selection, "month"):
        if _holds(year, month.first, month.last):
            is_chosen = (month.first, month.last) == chosen
            _draw_period(page.selection, month, f"{month.first:%B %Y}", is_chosen=is_chosen)


def _holds(period: PeriodCount, first: date | None, last: date | None) -> bool:
    return first is not None and last is not None and period.first <= first <= last <= period.last


def _draw_period(selection: Selection, period: PeriodCount, words: str, *, is_chosen: bool) -> None:
    st.button(
        f"{'✓ ' if is_chosen else ''}{words} · {period.n:,}",
        key=f"rail-date-{period.first}-{period.last}",
        type="secondary" if is_chosen else "tertiary",
        on_click=partial(_choose_period, selection, None if is_chosen else period),
        width="stretch",
    )


def _choose_period(selection: Selection, period: PeriodCount | None) -> None:
    start, end = (period.first, period.last) if period else (None, None)
    _go_to(replace(selection, start=start, end=end))


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
    _go_to(replace(selection, **changes))


def _go_to(selection: Selection) -> None:
    address.write_filters(address.to_params(selection))
    address.write_own("page", None)
