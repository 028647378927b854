"""The matrix of events and outlets, and the reports behind each of its cells."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import Any

import pandas as pd
import streamlit as st

from pages.shared.address import read_own, write_own
from pages.shared.components.empty import draw_empty
from pages.shared.components.exports import draw_exports
from pages.shared.components.labels import count, label, rows_of
from pages.shared.data import ask
from pages.shared.frame import PageContext
from pages.shared.sources.cells import SIGNS, close_cell, draw_cell
from pages.shared.sources.controls import choose, choose_page, read_page
from pages.shared.sources.grid import Cell, Row, draw_grid, read_clicks
from pages.shared.sources.readings import ROWS, Asked, Matrix, Show, matrix, outlets
from s400data.comparison import UNKNOWN_OUTLET, Coverage
from s400data.queries import OccurrenceOrder
from s400data.tables import value_label

WINDOWS = {"14 days": 14, "7 days": 7, "30 days": 30}
SHOWN: dict[str, Show] = {"All events": "all", "Told differently": "different", "Left out by some": "left-out"}
ORDERS: dict[str, OccurrenceOrder] = {
    "Most outlets first": "outlets",
    "Earliest first": "earliest",
    "Latest first": "latest",
    "By type of event": "type",
}
NOBODY_FIRST = "No outlet first"


def draw_matrix(page: PageContext) -> None:
    """Draw the matrix; a cell that is clicked, or named in the URL, opens its reports at the side."""
    with st.container(horizontal=True, key="controls"):
        shown = choose("Show", SHOWN, "show")
        window = choose("An event is news for", WINDOWS, "window")
        order = choose("Order", ORDERS, "order")
        first = _choose_first(page)
    found = ask(page.store, matrix, page.selection, Asked(window, shown, order, first), read_page())
    if not found.told.total:
        draw_empty("No event fits.", "Choose “All events”, reset the filters, or import articles that report events.")
        return
    if not found.told.occurrences:
        write_own("page", None)
        st.rerun()
    coverage = found.coverage
    rows = coverage.occurrences.set_index("occurrence_id", drop=False).reindex(found.told.occurrences)
    rows = rows.reset_index(drop=True)
    _draw_legend(found)
    occurrences, columns = rows["occurrence_id"].tolist(), list(coverage.outlets)
    opened = _place(occurrences, columns, read_own("event"), read_own("by"))
    grid = _grid(coverage, rows, found.told.happenings, order)
    draw_grid(("Event", "When", *columns), grid, opened, "Matrix of events and outlets")
    read_clicks("matrix", partial(_keep_cell, occurrences, columns))
    choose_page(found.told.total, ROWS)
    draw_exports(page, flat_matrix(coverage, rows), "events-by-outlet")
    draw_cell(page, read_own("event"), read_own("by"), window)


def _choose_first(page: PageContext) -> str | None:
    """Draw the choice of an outlet whose events come first."""
    known = {value or UNKNOWN_OUTLET: value for value in ask(page.store, outlets, page.selection)}
    chosen = choose("Events told by", {NOBODY_FIRST: "", **{name: name for name in known}}, "first", width=240)
    return known[chosen] if chosen else None


def _place(
    occurrences: list[str], outlets: list[str], occurrence: str | None, outlet: str | None
) -> tuple[int, int] | None:
    """Row and column of a cell, None where it is not on this page of the matrix."""
    if occurrence not in occurrences:
        return None
    return occurrences.index(occurrence), outlets.index(outlet) + 1 if outlet in outlets else 0


def _keep_cell(occurrences: list[str], outlets: list[str], row: int, column: int) -> None:
    if row >= len(occurrences) or column > len(outlets):
        return
    outlet = outlets[column - 1] if column else None
    if (read_own("event"), read_own("by")) == (occurrences[row], outlet):
        close_cell()
        return
    write_own("event", occurrences[row])
    write_own("by", outlet)


def _grid(found: Coverage, rows: pd.DataFrame, told: pd.DataFrame, order: OccurrenceOrder) -> Iterator[Row]:
    told = told.set_index("occurrence_id").reindex(rows["occurrence_id"])
    events = rows.assign(told=told["label"].tolist(), days=when_words(found, rows, told["when"]))
    cells = {key: list(own) for key, own in groupby(rows_of(found.cells), key=lambda cell: cell["occurrence_id"])}
    for heading, own in groupby(rows_of(events), key=lambda row: _heading(row, order)):
        if heading:
            yield Row(None, heading, (Cell("", ""),) * len(found.outlets))
        for row in own:
            words = event_words(row, row["told"])
            yield Row(Cell(words, words), row["days"], tuple(map(_cell, cells[row["occurrence_id"]])))


def _heading(row: dict[str, Any], order: OccurrenceOrder) -> str:
    """What the rows around this one have in common, where the order puts them together."""
    if order == "type":
        return str(label("type", row))
    if order in ("earliest", "latest"):
        return str(row["earliest"].year) if pd.notna(row["earliest"]) else "No date"
    return ""


def _cell(cell: dict[str, Any]) -> Cell:
    return Cell(_cell_words(cell), f"{cell['outlet']}: {cell['check']}", cell["state"])


def when_words(found: Coverage, rows: pd.DataFrame, when: Iterable[str]) -> list[str]:
    """The narrowest date of each event, as `when` has it, with a warning where reports contradict it."""
    disputed = {cell["occurrence_id"] for cell in rows_of(found.cells) if "date" in cell["differs"]}
    return [
        words + (", disputed" if occurrence in disputed else "")
        for occurrence, words in zip(rows["occurrence_id"], when, strict=True)
    ]


def event_words(row: dict[str, Any], told: str) -> str:
    """An event in a line or two: its type, whose, about what, and its reality where it has not simply happened.

    A statement is `told` by who said what.
    """
    if row["type"] == "statement" and told:
        return told
    reality = "" if row["modality"] == "actual" else f" ({label('modality', row).lower()})"
    about = " · ".join(filter(None, (row["parties"], row["objects"])))
    return f"{label('type', row)}{reality}" + (f": {about}" if about else "")


def _cell_words(cell: dict[str, Any]) -> str:
    sign = SIGNS[cell["state"]][0]
    if cell["reports"]:
        lag = "" if pd.isna(cell["lag_days"]) else "first" if cell["first"] else f"+{int(cell['lag_days'])} d"
        told = " ".join(filter(None, [sign, str(cell["articles"]), lag]))
        return " · ".join(filter(None, [told, ", ".join(cell["differs"])]))
    return f"{sign} 0 of {cell['covering']}"


def _draw_legend(found: Matrix) -> None:
    items = "".join(
        f"<span><b>{sign} {words}</b> {found.states[state]:,}</span>" for state, (sign, words) in SIGNS.items()
    )
    st.html(f'<div class="sources-legend">{items}</div>')
    here = len(found.told.occurrences)
    events = count(found.told.total, "event") + (f", {here} on this page" if here < found.told.total else "")
    st.caption(
        f"{events}, {count(len(found.coverage.outlets), 'outlet')}; the numbers above count the cells of all pages. In "
        "a cell, a number counts articles that report; “first” is the oldest article here, “+3 d” the lag behind it, "
        "“· date” what others tell differently; “0 of 2” means two articles in the window and no report. Point at a "
        "cell for its check, click for its words."
    )


def flat_matrix(found: Coverage, rows: pd.DataFrame) -> pd.DataFrame:
    """The matrix as one row for each event and outlet, in words, for export."""
    cells = found.cells.merge(rows[["occurrence_id", "type", "modality", "parties", "earliest", "latest"]])
    return cells.assign(
        state=[SIGNS[state][1] for state in cells["state"]],
        differs=cells["differs"].str.join(", "),
        against=cells["against"].str.join(", "),
        event_ids=cells["event_ids"].str.join(" "),
        type=[value_label("type", value) for value in cells["type"]],
    )
