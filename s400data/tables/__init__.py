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
    find_table,
    labels,
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
    "find_table",
    "labels",
    "value_label",
]
