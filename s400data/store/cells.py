"""Cells: what the store adds to a row so that it can be found: the days it is filtered by."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from s400data.store.folding import fold

# What a row holds is settled by its table, which mypy cannot see through a mapping.
Cells = Mapping[str, Any]


def last_day(first: date | None, precision: str | None) -> date | None:
    """Last day of the period that begins on `first`; `precision` is "day", "month" or "year"."""
    if first is None or precision in (None, "day"):
        return first
    if precision == "year":
        return date(first.year, 12, 31)
    return date(first.year, first.month, monthrange(first.year, first.month)[1])


def article_cells(row: Cells) -> dict[str, object]:
    """Store columns of a row of articles."""
    return {"published_latest": last_day(row["published"], row["published_precision"])}


def content_digest(text: str) -> str:
    """Digest of the words of a text, equal for texts that differ only in spelling, spaces and quotation marks."""
    return sha256(fold(text).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def quotation_cells(row: Cells, article: Cells) -> dict[str, object]:
    """Store columns of a row of quotations: its day is when it was said, else when its article was published."""
    published_latest = last_day(article["published"], article["published_precision"])
    return {
        "day_earliest": row["said_earliest"] or article["published"],
        "day_latest": row["said_latest"] or published_latest,
    }
