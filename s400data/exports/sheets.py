"""Sheets: frames as CSV and JSON text."""

import csv
import io
import json

import pandas as pd

from s400data.exports.cells import neutralise, plain_rows, sheet_cell
from s400data.tables import Table


def to_csv(frame: pd.DataFrame, view: Table) -> str:
    """CSV with the columns of `view`, safe to open in a spreadsheet; a missing cell is empty."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(neutralise(name) for name in view.names)
    for row in plain_rows(frame, view):
        writer.writerow(sheet_cell(column, row[column.name]) for column in view.columns)
    return written.getvalue()


def to_json(frame: pd.DataFrame, view: Table) -> str:
    """JSON array with one object for each row, lists kept as lists; a missing cell is null."""
    lines = [json.dumps(row, ensure_ascii=False, default=str) for row in plain_rows(frame, view)]
    return "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"
