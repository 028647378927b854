"""Exports: frames as files that other programs read."""

from s400data.exports.cells import neutralise
from s400data.exports.sheets import to_csv, to_json
from s400data.exports.workbooks import to_xlsx

__all__ = ["neutralise", "to_csv", "to_json", "to_xlsx"]
