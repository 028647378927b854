"""Exporting: `export` writes a table of the store for other programs."""

import argparse
import sys
from pathlib import Path
from tempfile import NamedTemporaryFile

from s400data import exports, queries
from s400data.errors import TableError
from s400data.queries import Selection
from s400data.store import open_store

TABLES = {
    "events": (queries.events, queries.EVENT_VIEW),
    "quotations": (queries.quotations, queries.QUOTATION_VIEW),
    "stances": (queries.stances, queries.STANCE_VIEW),
    "articles": (queries.articles, queries.ARTICLE_VIEW),
}
FORMATS = {"csv": exports.to_csv, "json": exports.to_json}


def run(arguments: argparse.Namespace) -> int:
    """Write the table to standard output, or to a file that appears only when it is complete."""
    query, view = TABLES[arguments.table]
    selection = Selection(
        start=arguments.start, end=arguments.end, outlets=tuple(arguments.outlet), words=arguments.words
    )
    written = FORMATS[_format(arguments)](query(open_store(), selection), view)
    if arguments.out is None:
        sys.stdout.write(written)
        sys.stdout.flush()
    else:
        _write(Path(arguments.out), written)
    return 0


def _format(arguments: argparse.Namespace) -> str:
    if arguments.format:
        return str(arguments.format)
    return "json" if str(arguments.out).endswith(".json") else "csv"


def _write(path: Path, text: str) -> None:
    try:
        with NamedTemporaryFile("w", encoding="utf-8", newline="", dir=path.parent, delete=False) as file:
            file.write(text)
        Path(file.name).replace(path)
    except OSError as error:
        raise TableError(f"{path} cannot be written: {error.strerror}") from error
