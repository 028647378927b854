"""Exporting: `export` writes a table of the store for other programs."""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd

from s400data import exports, queries
from s400data.commands.files import write_file
from s400data.commands.selecting import to_selection
from s400data.figures import build_stamp
from s400data.queries import About, Selection
from s400data.store import Store, open_store
from s400data.tables import Table

Query = Callable[[Store, Selection], pd.DataFrame]

TABLES: dict[str, tuple[Query, Table, About]] = {
    "events": (queries.events, queries.EVENT_VIEW, "events"),
    "quotations": (queries.quotations, queries.QUOTATION_VIEW, "quotations"),
    "stances": (queries.stances, queries.STANCE_VIEW, "quotations"),
    "articles": (queries.articles, queries.ARTICLE_VIEW, "articles"),
}
NOUNS = {"stances": ("position on a topic", "positions on topics")}
FORMATS: dict[str, Callable[[pd.DataFrame, Table], str | bytes]] = {
    "csv": exports.to_csv,
    "json": exports.to_json,
    "xlsx": exports.to_xlsx,
}


def run(arguments: argparse.Namespace) -> int:
    """Write the table to standard output, or to a file that appears only when it is complete."""
    query, view, about = TABLES[arguments.table]
    store, selection = open_store(), to_selection(arguments)
    rows, kind = query(store, selection), _format(arguments)
    noun = NOUNS.get(arguments.table)
    stamp = build_stamp(store, about, rows, selection, title=view.label, today=date.today(), noun=noun)
    found = exports.write_stamped(FORMATS[kind], rows, view, stamp)
    written = found if isinstance(found, bytes) else found.encode()
    if arguments.out is None:
        sys.stdout.buffer.write(written)
        sys.stdout.buffer.flush()
    else:
        write_file(Path(arguments.out), written)
    return 0


def _format(arguments: argparse.Namespace) -> str:
    ending = Path(arguments.out or "").suffix.removeprefix(".").lower()
    return str(arguments.format or (ending if ending in FORMATS else "csv"))
