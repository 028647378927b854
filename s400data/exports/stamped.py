"""Stamped: tables that say in themselves what was chosen, from which sources, and when they were made.

A workbook says it on its second sheet. CSV and JSON have no place beside their rows, so that each row carries it in
columns of its own: the file stays a plain table, and a row that is copied out of it still tells where it is from.
"""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from s400data.exports.workbooks import to_xlsx
from s400data.figures import Stamp
from s400data.tables import Column, Table

Writer = Callable[[pd.DataFrame, Table], str | bytes]

STAMP_COLUMNS = (
    Column("table", "text", "Table", "Title of the table the row was in."),
    Column("selected_by", "text", "Selected by", "Dates, filters and search that were set when the file was made."),
    Column("drawn_from", "text", "Drawn from", "Number of rows and articles behind the table, and their outlets."),
    Column("made", "text", "Made", "When the file was made, and by which version of the program."),
)


def write_stamped(write: Writer, frame: pd.DataFrame, view: Table, stamp: Stamp) -> str | bytes:
    """File that `write` makes of `frame` (columns of `view`), with its `stamp`."""
    if write is to_xlsx:
        return to_xlsx(frame, view, stamp.lines())
    told = (stamp.title, stamp.narrowed, stamp.source, stamp.made)
    cells = {column.name: words for column, words in zip(STAMP_COLUMNS, told, strict=True)}
    return write(frame.assign(**cells), replace(view, columns=(*view.columns, *STAMP_COLUMNS)))
