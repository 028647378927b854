"""The matrix of events and outlets, and the reports behind each of its cells."""

from collections.abc import Iterable
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from pages.shared.address import read_own, write_own
from pages.shared.components.empty import draw_empty
from pages.shared.components.exports import draw_exports
from pages.shared.components.labels import count, label, rows_of
from pages.shared.data import ask
from pages.shared.filters import widget_state
from pages.shared.frame import PageContext
from pages.shared.sources.cells import SIGNS, close_cell, draw_cell
from pages.shared.sources.readings import ROWS, Matrix, Show, matrix
from pages.shared.widths import measure_page
from s400data.charts.fonts import shorten
from s400data.charts.themes import Theme
from s400data.comparison import Coverage
from s400data.queries import OccurrenceOrder
from s400data.tables import value_label

WINDOWS = {"7 days": 7, "14 days": 14, "30 days": 30}
SHOWN: dict[str, Show] = {"All events": "all", "Told differently": "different", "Left out by some": "left-out"}
ORDERS: dict[str, OccurrenceOrder] = {
    "Most outlets first": "outlets",
    "Earliest first": "earliest",
    "Latest first": "latest",
    "By type of event": "type",
}
EVENT, WHEN = "Event", "When"
# Above this many cells the grid keeps its signs and loses its colours, to stay quick.
COLOURED_CELLS = 6000
EVENT_WIDTH, WHEN_WIDTH, CELL_WIDTH = 330, 150, 118
# What a cell keeps free beside its words, and the size of these.
CELL_AIR, WORD_SIZE = 20, 14.0
HIGHEST = 600


def draw_matrix(page: PageContext) -> None:
    """Draw the matrix; a cell that is clicked, or named in the URL, opens its reports at the side."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        shown = st.segmented_control("Show", list(SHOWN), default="All events", key="matrix-show", required=True)
        window = st.segmented_control(
            "An event is news for", list(WINDOWS), default="14 days", key="matrix-days", required=True
        )
        order = st.selectbox("Order", list(ORDERS), key="matrix-order", width=210)
    asked = (WINDOWS[window or "14 days"], SHOWN[shown or "All events"], ORDERS[order])
    number = max(int(read_own("page") or 1), 1) if (read_own("page") or "1").isdecimal() else 1
    found = ask(page.store, matrix, page.selection, *asked, number)
    if not found.told.total:
        draw_empty("No event fits.", "Choose “All events”, reset the filters, or import articles that report events.")
        return
    coverage = found.coverage
    rows = coverage.occurrences.set_index("occurrence_id", drop=False).reindex(found.told.occurrences)
    rows = rows.reset_index(drop=True)
    _draw_legend(found, measure_page(page.page))
    grid = _grid(coverage, rows, found.told.happenings, page.theme.metrics)
    outlets = list(coverage.outlets)
    st.dataframe(
        _coloured(grid, outlets, page.theme) if grid[outlets].size <= COLOURED_CELLS else grid,
        hide_index=True,
        height=min(38 * (len(grid) + 1) + 2, HIGHEST),
        column_config={
            EVENT: st.column_config.TextColumn(
                pinned=True, width=EVENT_WIDTH, help="Type, reality and parties of the event"
            ),
            WHEN: st.column_config.TextColumn(width=WHEN_WIDTH),
            **{outlet: st.column_config.TextColumn(width=CELL_WIDTH) for outlet in outlets},
        },
        key="matrix",
        on_select=partial(_keep_cell, rows["occurrence_id"].tolist(), outlets),
        selection_mode="single-cell",
        alt="Matrix of events and outlets",
    )
    _draw_pages(found.told.total, number)
    draw_exports(flat_matrix(coverage, rows), "events-by-outlet")
    draw_cell(page, read_own("event"), read_own("by"), asked[0])


def _draw_pages(total: int, number: int) -> None:
    pages = -(-total // ROWS)
    if pages > 1:
        chosen = st.pagination(pages, default=min(number, pages), key=f"matrix-page-{pages}")
        if chosen != number:
            write_own("page", str(chosen) if chosen > 1 else None)
            st.rerun()


def _keep_cell(occurrences: list[str], outlets: list[str]) -> None:
    state: Any = widget_state("matrix")
    if not state or not state["selection"]["cells"]:
        close_cell()
        return
    row, column = state["selection"]["cells"][0]
    write_own("event", occurrences[row])
    write_own("by", column if column in outlets else None)


def _grid(found: Coverage, rows: pd.DataFrame, told: pd.DataFrame, font: str) -> pd.DataFrame:
    told = told.set_index("occurrence_id").reindex(rows["occurrence_id"])
    events = [event_words(row, label) for row, label in zip(rows_of(rows), told["label"], strict=True)]
    words = found.cells.assign(words=[_cell_words(cell) for cell in rows_of(found.cells)])
    wide = words.pivot(index="occurrence_id", columns="outlet", values="words").reindex(rows["occurrence_id"])
    head = pd.DataFrame(
        {
            EVENT: [shorten(words, EVENT_WIDTH - CELL_AIR, WORD_SIZE, font=font) for words in events],
            WHEN: when_words(found, rows, told["when"]),
        }
    )
    return pd.concat([head, wide.reset_index(drop=True)[list(found.outlets)]], axis=1)


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
        return " ".join(filter(None, [sign, str(cell["articles"]), lag, *cell["differs"]]))
    return f"{sign} 0 of {cell['covering']}" if cell["covering"] else sign


def _coloured(grid: pd.DataFrame, outlets: list[str], theme: Theme) -> Any:  # noqa: ANN401 - a Styler
    looks = {
        SIGNS["reported"][0]: f"color: {theme.ink}",
        SIGNS["reported-differently"][0]: f"background-color: {theme.highlight}; color: {theme.ink}",
        SIGNS["not-reported"][0]: f"background-color: {theme.band}; color: {theme.sides['opposes']}",
        SIGNS["no-coverage"][0]: f"color: {theme.muted}",
    }
    return grid.style.map(lambda words: looks.get(str(words)[:1], ""), subset=list(outlets))


def _draw_legend(found: Matrix, width: int) -> None:
    cells = found.coverage.cells["state"].value_counts()
    items = "".join(
        f"<span><b>{sign} {words}</b> {int(cells.get(state, 0)):,}</span>" for state, (sign, words) in SIGNS.items()
    )
    st.html(f'<div class="sources-legend">{items}</div>')
    outlets, here = len(found.coverage.outlets), len(found.told.occurrences)
    events = count(found.told.total, "event") + (f", {here} on this page" if here < found.told.total else "")
    fitting = max((width - EVENT_WIDTH - WHEN_WIDTH) // CELL_WIDTH, 1)
    aside = f" **{fitting} of {outlets} outlets fit here: scroll the table sideways for the others.**"
    st.caption(
        f"{events}, {count(outlets, 'outlet')}. A number counts articles; “first” is the oldest article here, “+3 d” "
        "the lag behind it; “0 of 2” means two articles in the window and no report. Click a cell for its words."
        + (aside if fitting < outlets else "")
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
