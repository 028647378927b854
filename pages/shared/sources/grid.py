"""Grid: the matrix as a table whose cells tell their check when pointed at and open at a click or a key."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

import streamlit as st

from pages.shared.filters import widget_state

# A cell says in attributes which event and outlet it is; nothing of an article reaches a script but as a value.
OPEN = """
export default function ({ setTriggerValue }) {
  const grid = document.querySelector(".sources-grid");
  if (!grid) return;
  const cells = () => [...grid.querySelectorAll("[data-row]")];
  const open = (cell) => setTriggerValue("cell", { row: +cell.dataset.row, column: +cell.dataset.column });
  const click = (event) => { const cell = event.target.closest("[data-row]"); if (cell) open(cell); };
  const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
  const press = (event) => {
    const cell = event.target.closest("[data-row]");
    if (!cell) return;
    if (event.key in step) {
      const [down, right] = step[event.key];
      const row = +cell.dataset.row + down, column = +cell.dataset.column + right;
      const next = cells().find((one) => +one.dataset.row === row && +one.dataset.column === column);
      if (next) { cell.tabIndex = -1; next.tabIndex = 0; next.focus(); }
    } else if (event.key === "Enter" || event.key === " ") open(cell);
    else return;
    event.preventDefault();
  };
  grid.addEventListener("click", click);
  grid.addEventListener("keydown", press);
  return () => { grid.removeEventListener("click", click); grid.removeEventListener("keydown", press); };
}
"""

_open = st.components.v2.component("desk_grid", js=OPEN)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words, what it tells when pointed at, and the name of its look."""

    words: str
    told: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the grid: its first two cells, then one for each column; or a heading over the rows that follow."""

    event: Cell | None
    when: str
    cells: tuple[Cell, ...]


def draw_grid(heads: Iterable[str], rows: Iterable[Row], opened: tuple[int, int] | None, name: str) -> None:
    """Draw the rows; `opened` is the cell whose words stand open, as (row, column)."""
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    numbers = iter(range(10**6))
    body = "".join(_row_html(row, next(numbers) if row.event else 0, opened) for row in rows)
    st.html(
        f'<div class="sources-grid"><table role="grid" aria-label="{escape(name)}"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def read_clicks(key: str, keep: Callable[[int, int], None]) -> None:
    """Let the cells of the grid be opened: `keep` is called with the row and the column (0: the event itself)."""

    def clicked() -> None:
        state: Any = widget_state(key)
        cell = state and state.get("cell")
        if cell:
            keep(int(cell["row"]), int(cell["column"]))

    _open(key=key, on_cell_change=clicked)


def _row_html(row: Row, number: int, opened: tuple[int, int] | None) -> str:
    if row.event is None:
        return f'<tr class="group"><th colspan="{len(row.cells) + 2}" scope="colgroup">{escape(row.when)}</th></tr>'
    cells = (row.event, *row.cells)
    event, *others = (_cell_html(cell, number, column, opened) for column, cell in enumerate(cells))
    return f"<tr>{event}<td>{escape(row.when)}</td>{''.join(others)}</tr>"


def _cell_html(cell: Cell, row: int, column: int, opened: tuple[int, int] | None) -> str:
    first = (row, column) == (opened or (0, 0))
    look = f"{cell.look}{' opened' if (row, column) == opened else ''}".strip()
    tag, scope = ("td", "") if column else ("th", ' scope="row"')
    return (
        f'<{tag}{scope} class="{look}" tabindex="{0 if first else -1}" data-row="{row}" data-column="{column}" '
        f'title="{escape(cell.told)}"><span>{escape(cell.words)}</span></{tag}>'
    )
