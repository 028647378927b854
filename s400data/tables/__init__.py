"""Tables: records <-> data frames; every column is declared once, with its meaning."""

from s400data.tables.columns import Column, Kind, Table
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
from s400data.tables.labels import value_label

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
    "column_labels",
    "find_table",
    "value_label",
]
