"""Cells: values of a frame as other programs read them: ISO dates, lists in one line, no formulas."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from s400data.tables import Column, Table
from s400data.tables.frames import from_frame

# What spreadsheets take for the start of a formula, in their wide forms, too.
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
PRECISE_TO = {"day": 10, "month": 7, "year": 4}
APART = "; "

Cell = str | int | float | bool | None


def neutralise(text: str) -> str:
    """`text`, opened by an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def plain_rows(frame: pd.DataFrame, view: Table) -> Iterator[dict[str, Any]]:
    """Rows with plain values: dates as ISO text, the day of publication to its precision, None where missing."""
    dates = [column.name for column in view.columns if column.kind == "date"]
    for row in from_frame(view, frame):
        written = {name: row[name] and row[name].isoformat() for name in dates}
        if written.get("published") and row.get("published_precision"):
            written["published"] = written["published"][: PRECISE_TO[row["published_precision"]]]
        yield row | written


def sheet_cell(column: Column, value: Any, *, safe: bool = False) -> Cell:  # noqa: ANN401 - a cell of any column
    """`value` for one cell of a spreadsheet: lists in one line, texts that are no formulas.

    `safe` says that the file keeps texts as texts, so that none can be taken for a formula.
    """
    if column.kind == "spans":
        return APART.join(f"{start}-{end}" for start, end in value)
    text = APART.join(_in_words(item) for item in value) if column.kind == "texts" else value
    return neutralise(text) if isinstance(text, str) and not safe else text


def _in_words(item: Any) -> str:  # noqa: ANN401 - an item of any list
    if not isinstance(item, dict) or "polarity" not in item:
        return str(item)
    strength = f", strength {item['strength']}" if item["strength"] else ""
    return f"{item['target']}: {item['polarity']}{strength} ({item['posture']}, {item['band']})"
