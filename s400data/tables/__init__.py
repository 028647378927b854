"""Tables: records <-> rows <-> data frames; every column is declared once, with its meaning.

Frames have a module of their own: what only stores rows need not load pandas.
"""

from s400data.tables.columns import Column, Kind, Table
from s400data.tables.contract import published_text, to_contract
from s400data.tables.declarations import (
    ACTORS,
    ARTICLES,
    EVENTS,
    FURNITURE,
    MENTIONS,
    PARTICIPANTS,
    QUOTATIONS,
    STANCES,
    TABLES,
    TIMEXES,
    column_labels,
    find_table,
)
from s400data.tables.extractions import to_event, to_extractions
from s400data.tables.labels import band_precision, value_label
from s400data.tables.rows import to_rows

__all__ = [
    "ACTORS",
    "ARTICLES",
    "EVENTS",
    "FURNITURE",
    "MENTIONS",
    "PARTICIPANTS",
    "QUOTATIONS",
    "STANCES",
    "TABLES",
    "TIMEXES",
    "Column",
    "Kind",
    "Table",
    "band_precision",
    "column_labels",
    "find_table",
    "published_text",
    "to_contract",
    "to_event",
    "to_extractions",
    "to_rows",
    "value_label",
]
