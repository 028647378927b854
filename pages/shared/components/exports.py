"""Exports: buttons that hand out exactly the rows a page shows, and its figures for a briefing."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from pages.shared.frame import PageContext
from s400data.charts.happenings import Lanes
from s400data.charts.themes import for_files
from s400data.exports import to_csv, to_json, to_xlsx, write_stamped
from s400data.exports.printing import print_figure
from s400data.exports.slides import MIME as SLIDE
from s400data.exports.workbooks import MIME as WORKBOOK
from s400data.figures import Stamp, Style, build_stamp
from s400data.tables import Column, Kind, Table

Writer = Callable[[pd.DataFrame, Table], str | bytes]
Stamper = Callable[[pd.DataFrame], Stamp]

FORMATS: tuple[tuple[str, str, Writer], ...] = (
    ("CSV", "text/csv", to_csv),
    ("XLSX", WORKBOOK, to_xlsx),
    ("JSON", "application/json", to_json),
)
PICTURES = (
    ("PNG", "png", "image/png"),
    ("SVG", "svg", "image/svg+xml"),
    ("PDF", "pdf", "application/pdf"),
    ("Slide", "pptx", SLIDE),
)
# Pictures are as wide whatever the window, so that those of one briefing fit each other.
PICTURE_WIDTH = 1200


def draw_exports(page: PageContext | None, rows: pd.DataFrame, name: str, view: Table | None = None) -> None:
    """Draw the buttons for `rows` (columns of `view`; all of them without one) as files called `name`.

    `page` chose the rows by its filters, which the files say; None for rows that no filter chooses.
    """
    draw_lazy_exports(page, len(rows), lambda: rows, name, view or plain_view(rows, name))


def draw_lazy_exports(
    page: PageContext | None,
    n: int,
    load: Callable[[], pd.DataFrame],
    name: str,
    view: Table,
    *,
    noun: tuple[str, str] | None = ("row", "rows"),
    what: str = "",
) -> None:
    """Draw the buttons for `n` rows (columns of `view`) that are loaded only when one is clicked.

    `page` chose the rows by its filters. The files say so, and how many there are of what: `noun`, or None for the very
    rows that the page counts. `what` says what is handed out where it is not the rows shown.
    """
    title = name.replace("-", " ").capitalize() if view.label == name else view.label
    stamp = partial(_stamp, page, title, noun) if page else None
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        rows = what or f"the {n:,} {'row' if n == 1 else 'rows'} shown"
        st.html(f'<span class="desk-note">Export {rows}</span>', width="content")
        for kind, mime, write in FORMATS:
            st.download_button(
                kind,
                data=partial(_write, write, load, view, stamp),
                file_name=f"{name}.{kind.lower()}",
                mime=mime,
                key=f"export-{name}-{kind.lower()}",
                on_click="ignore",
                type="tertiary",
                disabled=not n,
            )


def _stamp(page: PageContext, title: str, noun: tuple[str, str] | None, rows: pd.DataFrame) -> Stamp:
    return build_stamp(page.store, page.about, rows, page.selection, title=title, today=date.today(), noun=noun)


def _write(write: Writer, load: Callable[[], pd.DataFrame], view: Table, stamp: Stamper | None) -> str | bytes:
    rows = load()
    return write_stamped(write, rows, view, stamp(rows)) if stamp else write(rows, view)


def draw_pictures(page: PageContext, name: str, *, lanes: Lanes = "country", whole: bool = False) -> None:
    """Draw the buttons for the figure called `name` (one of FIGURES) of what `page` selects; it is made on a click."""
    style = Style(for_files(page.theme), PICTURE_WIDTH, lanes=lanes, whole=whole)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html('<span class="desk-note">Export the figure</span>', width="content")
        for label, kind, mime in PICTURES:
            st.download_button(
                label,
                data=partial(print_figure, page.store, name, page.selection, style, kind, today=date.today()),
                file_name=f"{name}.{kind}",
                mime=mime,
                key=f"export-{name}-{kind}",
                on_click="ignore",
                type="tertiary",
            )


def plain_view(rows: pd.DataFrame, name: str) -> Table:
    """Columns of `rows` as they are, each of the kind its cells have."""
    columns = tuple(Column(str(column), _kind(rows[column]), str(column), "") for column in rows.columns)
    return Table(name, name, "", (), columns)


def _kind(cells: pd.Series) -> Kind:
    kinds: dict[str, Kind] = {"M": "date", "i": "integer", "u": "integer", "f": "number", "b": "boolean"}
    if found := kinds.get(cells.dtype.kind):
        return found
    items = [item for cell in cells if isinstance(cell, list | tuple) for item in cell]
    if items and all(isinstance(item, list | tuple) for item in items):
        return "spans"
    return "texts" if any(isinstance(cell, list | tuple) for cell in cells) else "text"
