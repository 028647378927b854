"""Cells: values of a frame as other programs read them: ISO dates, lists in one line, no formulas."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from s400data.tables import Column, Table, from_frame

# What spreadsheets take for the start of a formula, in their wide forms, too.
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
PRECISE_TO = {"day": 10, "month": 7, "year": 4}
APART = "; "


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


def sheet_rows(frame: pd.DataFrame, view: Table) -> Iterator[list[str | int | float | bool | None]]:
    """Rows for a spreadsheet, cells in the order of the columns: lists in one line, texts that are no formulas."""
    for row in plain_rows(frame, view):
        yield [_sheet_cell(column, row[column.name]) for column in view.columns]


def _sheet_cell(column: Column, value: Any) -> str | int | float | bool | None:  # noqa: ANN401
    if column.kind == "spans":
        return APART.join(f"{start}-{end}" for start, end in value)
    if column.kind == "texts":
        return neutralise(APART.join(_in_words(item) for item in value))
    return neutralise(value) if isinstance(value, str) else value


def _in_words(item: str | dict[str, Any]) -> str:
    if isinstance(item, str):
        return item
    strength = f", strength {item['strength']}" if item["strength"] else ""
    return f"{item['target']}: {item['polarity']}{strength} ({item['posture']}, {item['band']})"
