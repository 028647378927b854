"""Corrections: an analyst's own record of what an article is, kept beside the machine's reading and never overwritten.

A correction belongs to the article's content, so it holds however often the file is read again.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from s400data.articles.corrections import CorrectedField, Corrections
from s400data.records import Article
from s400data.store.engines import fetch, reading, writing
from s400data.store.schema import corrections as table
from s400data.store.stores import Store

# What of an article each field stands for, so that taking a correction back restores all of it.
CELLS: Mapping[CorrectedField, tuple[str, ...]] = {
    "title": ("title",),
    "outlet": ("outlet",),
    "author": ("author",),
    "published": ("published", "published_precision", "published_basis", "published_evidence"),
}


def corrections_by_content(store: Store) -> dict[str, dict[CorrectedField, str | None]]:
    """The corrections that hold, by the checksum of the content they belong to."""
    found: dict[str, dict[CorrectedField, str | None]] = defaultdict(dict)
    statement = select(table.c.checksum, table.c.field, table.c.value).where(table.c.undone.is_(None))
    with reading(store.engine) as connection:
        for row in fetch(connection, statement):
            found[row["checksum"]][row["field"]] = row["value"]
    return dict(found)


def keep_corrections(store: Store, article: Article, corrections: Corrections, maker: str) -> None:
    """Record what `maker` corrects in `article`, which still holds what is corrected."""
    with writing(store.engine) as connection:
        for field, value in corrections.items():
            held = _held(connection, article.checksum, field)
            former = held["former"] if held else {cell: _plain(getattr(article, cell)) for cell in CELLS[field]}
            _undo(connection, article.checksum, field)
            row = {"checksum": article.checksum, "field": field, "value": value, "former": former}
            connection.execute(insert(table), [row | {"maker": maker, "made": _now()}])


def undo_correction(store: Store, checksum: str, field: CorrectedField) -> dict[str, str | None] | None:
    """Take back the correction of `field` that holds; return what the machine had read, None where none holds."""
    with writing(store.engine) as connection:
        held = _held(connection, checksum, field)
        _undo(connection, checksum, field)
    return dict(held["former"]) if held else None


def _held(connection: Connection, checksum: str, field: str) -> dict[str, Any] | None:
    holds = (table.c.checksum == checksum) & (table.c.field == field) & table.c.undone.is_(None)
    return next(iter(fetch(connection, select(table).where(holds))), None)


def _undo(connection: Connection, checksum: str, field: str) -> None:
    holds = (table.c.checksum == checksum) & (table.c.field == field) & table.c.undone.is_(None)
    connection.execute(update(table).where(holds).values(undone=_now()))


def _plain(value: object) -> str | None:
    return None if value is None else str(value)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
