"""Rereadings: what reading stored articles again changed, row by row, and how many await it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
from sqlalchemy import func, select

from s400data.queries.views import REREADING_VIEW
from s400data.store import Store
from s400data.store.engines import fetch, reading
from s400data.store.schema import articles, rereadings
from s400data.tables import value_label
from s400data.tables.frames import to_frame

NAMED = ("article_id", "path", "title", "outlet")
# Cells that two rows of the same words have in common to be one row that changed, these words among them.
LEAST_ALIKE = {"event": 3, "quotation": 1}
Row = Sequence[str]


@dataclass(frozen=True, eq=False)
class Rereading:
    """What reading `articles` articles again changed: `changes` has the columns of REREADING_VIEW."""

    articles: int
    finished: str | None
    changes: pd.DataFrame


def count_stale(store: Store, edition: str) -> int:
    """Number of articles that another edition than this one has read."""
    stale = select(func.count()).select_from(articles).where(articles.c.edition.is_distinct_from(edition))
    with reading(store.engine) as connection:
        return int(connection.execute(stale).scalar_one())


def rereading(store: Store, edition: str) -> Rereading:
    """What reading articles again by `edition` changed."""
    statement = (
        select(*(articles.c[name] for name in NAMED), rereadings)
        .join(articles, articles.c.checksum == rereadings.c.checksum)
        .where(rereadings.c.edition == edition)
        .order_by(articles.c.published, articles.c.article_id)
    )
    with reading(store.engine) as connection:
        found = fetch(connection, statement)
    rows = [{name: one[name] for name in NAMED} | change for one in found for change in _changes(one)]
    last = max((one["made"] for one in found), default=None)
    return Rereading(len(found), last and last.isoformat(" ", "minutes"), to_frame(REREADING_VIEW, rows))


def _changes(one: Mapping[str, Any]) -> Iterator[dict[str, str | None]]:
    if one["error"]:
        yield {"what": "article", "change": "failed", "words": one["error"], "before": None, "now": None}
    for what in WRITTEN:
        yield from _row_changes(what, one[f"{what}s_gone"], one[f"{what}s_new"])


def _row_changes(what: str, gone: Sequence[Row], new: Sequence[Row]) -> Iterator[dict[str, str | None]]:
    """Rows that went and came; two that read the same words much alike are told as one, by what differs."""
    came = list(new)
    for before in gone:
        now = _successor(what, before, came)
        if now is None:
            yield _change(what, "gone", before, _cells(what, before), ())
            continue
        came.remove(now)
        pairs = zip(_cells(what, before), _cells(what, now), strict=True)
        if differing := [pair for pair in pairs if pair[0] != pair[1]]:
            yield _change(what, "changed", now, *zip(*differing, strict=True))
    for row in came:
        yield _change(what, "new", row, (), _cells(what, row))


def _successor(what: str, before: Row, came: Sequence[Row]) -> Row | None:
    """The row that took the place of `before`."""

    def likeness(row: Row) -> int:
        return sum(one == other for one, other in zip(row, before, strict=True))

    same = [row for row in came if row[-1] == before[-1] and likeness(row) >= LEAST_ALIKE[what]]
    return max(same, key=likeness, default=None)


def _change(what: str, change: str, row: Row, before: Row, now: Row) -> dict[str, str | None]:
    told = {"before": " · ".join(before) or None, "now": " · ".join(now) or None}
    return {"what": what, "change": change, "words": row[-1], **told}


def _cells(what: str, row: Row) -> tuple[str, ...]:
    """What was read, as people read it, without the words that it rests on."""
    return tuple(write(cell) for write, cell in zip(WRITTEN[what], row, strict=False))


def _write_days(cell: str) -> str:
    earliest, _, latest = cell.partition("/")
    return (earliest if earliest == latest else f"{earliest} to {latest}") if cell else "no date"


def _write_parties(cell: str) -> str:
    actors, _, targets = cell.partition(" → ")
    parts = [f"{word} {names}" for word, names in (("by", actors), ("to", targets)) if names]
    return " ".join(parts) or "nobody named"


def _write_positions(cell: str) -> str:
    positions = [position.rpartition(": ") for position in cell.split("; ") if position]
    named = [
        f"{value_label('target', target)}: {value_label('polarity', value)}"
        for target, _, value in positions
        if target != "none-listed"
    ]
    return "; ".join(named) or "no position"


# How each cell of a row is written, but for the last.
WRITTEN: Mapping[str, tuple[Callable[[str], str], ...]] = {
    "event": (
        partial(value_label, "type"),
        partial(value_label, "modality"),
        _write_days,
        _write_parties,
        lambda trigger: f"“{trigger}”",
    ),
    "quotation": (
        partial(value_label, "kind"),
        lambda speaker: speaker or "nobody named",
        partial(value_label, "overall"),
        _write_positions,
    ),
}
