"""Cells: what the store adds to a row so that it can be found: folded text, and the days it is filtered by."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from s400data.store.folding import fold

# What a row holds is settled by its table, which mypy cannot see through a mapping.
Cells = Mapping[str, Any]

APART = " | "


def last_day(first: date | None, precision: str | None) -> date | None:
    """Last day of the period that begins on `first`; `precision` is "day", "month" or "year"."""
    if first is None or precision in (None, "day"):
        return first
    if precision == "year":
        return date(first.year, 12, 31)
    return date(first.year, first.month, monthrange(first.year, first.month)[1])


def article_cells(row: Cells) -> dict[str, object]:
    """Store columns of a row of articles."""
    return {
        "folded": _folded(row["title"], row["outlet"], row["author"], row["text"]),
        "published_latest": last_day(row["published"], row["published_precision"]),
    }


def quotation_cells(row: Cells, article: Cells) -> dict[str, object]:
    """Store columns of a row of quotations: its day is when it was said, else when its article was published."""
    published_latest = last_day(article["published"], article["published_precision"])
    speaker = (row["speaker_name"], row["speaker_role"], row["speaker_affiliation"])
    return {
        "folded": _folded(row["text"], row["source"], *speaker, row["addressee"], row["via"]),
        "day_earliest": row["said_earliest"] or article["published"],
        "day_latest": row["said_latest"] or published_latest,
    }


def event_cells(row: Cells, participants: Iterable[Cells]) -> dict[str, object]:
    """Store columns of a row of events; a search finds it by its participants, too."""
    names = [participant["actor_name"] for participant in participants]
    return {"folded": _folded(row["sentence"], row["place"], *row["objects"], *names)}


def _folded(*texts: str | None) -> str:
    return fold(APART.join(text for text in texts if text))
