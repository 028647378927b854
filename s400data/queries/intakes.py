"""Intakes: what an import brought in, what is like what, and what analysts have corrected."""

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd
from sqlalchemy import Label, Table, func, select

from s400data.queries.views import CORRECTION_VIEW, IMPORTED_VIEW, LIKENESS_VIEW
from s400data.store import Store
from s400data.store.engines import fetch, reading
from s400data.store.schema import article_links, articles, corrections, events, quotations
from s400data.tables.frames import to_frame

PRECISE_TO = {"day": 10, "month": 7, "year": 4}


def imported(store: Store, run_id: int) -> pd.DataFrame:
    """Articles that an import read last, with the columns of IMPORTED_VIEW, those with something open first."""
    own = [articles.c[name] for name in IMPORTED_VIEW.names if name in articles.c]
    own += [articles.c.published, articles.c.published_precision]
    counts = [_count(events, "events"), _count(quotations, "quotations")]
    held = select(func.count()).where(corrections.c.checksum == articles.c.checksum, corrections.c.undone.is_(None))
    corrected = held.correlate(articles).scalar_subquery().label("corrected")
    statement = select(*own, *counts, corrected).where(articles.c.run_id == run_id).order_by(articles.c.path)
    with reading(store.engine) as connection:
        rows = fetch(connection, statement)
    rows = [row | {"day": written_day(row["published"], row["published_precision"])} for row in rows]
    return to_frame(IMPORTED_VIEW, sorted(rows, key=_order))


def likenesses(store: Store, run_id: int) -> pd.DataFrame:
    """Articles of an import that are like others, with the columns of LIKENESS_VIEW, the most like first."""
    one, other = articles.alias(), articles.alias()
    cells = {
        "article_id": one.c.article_id,
        "title": func.coalesce(one.c.title, one.c.path),
        "outlet": one.c.outlet,
        "other_id": other.c.article_id,
        "other_title": func.coalesce(other.c.title, other.c.path),
        "other_outlet": other.c.outlet,
        "relation": article_links.c.relation,
        "share": article_links.c.share,
    }
    statement = (
        select(*(cell.label(name) for name, cell in cells.items()))
        .join(one, one.c.article_id == article_links.c.article_id)
        .join(other, other.c.article_id == article_links.c.other_id)
        .where(one.c.run_id == run_id)
        .order_by(article_links.c.share.desc(), one.c.article_id, other.c.article_id)
    )
    with reading(store.engine) as connection:
        return to_frame(LIKENESS_VIEW, fetch(connection, statement))


def held_corrections(store: Store) -> pd.DataFrame:
    """The corrections that hold, with the columns of CORRECTION_VIEW, the latest first."""
    columns = corrections.c
    statement = (
        select(
            *(columns[name] for name in ("correction_id", "field", "value", "former", "maker", "made")),
            articles.c.article_id,
            func.coalesce(articles.c.title, articles.c.path).label("title"),
        )
        .join(articles, articles.c.checksum == columns.checksum)
        .where(columns.undone.is_(None))
        .order_by(columns.correction_id.desc())
    )
    with reading(store.engine) as connection:
        rows = fetch(connection, statement)
    return to_frame(CORRECTION_VIEW, [row | _in_words(row) for row in rows])


def written_day(published: object, precision: str | None) -> str | None:
    """A day of publication as exactly as it is known: 2019-07-12, 2019-07 or 2019."""
    return None if published is None else str(published)[: PRECISE_TO.get(precision or "day", 10)]


def _order(row: Mapping[str, Any]) -> tuple[bool, str]:
    """Order of articles in a list: those with something open first, "row 2" before "row 10"."""
    numbered = re.sub(r"\d+", lambda number: number[0].zfill(9), row["path"])
    return bool(row["outlet"] and row["published"]), numbered


def _in_words(row: dict[str, Any]) -> dict[str, str | None]:
    former = row["former"]
    before = former.get(row["field"])
    if row["field"] == "published":
        before = written_day(before, former.get("published_precision"))
    return {"former": before, "made": row["made"].isoformat(" ", "minutes")}


def _count(table: Table, name: str) -> Label[Any]:
    own = table.c.article_id == articles.c.article_id
    return select(func.count()).select_from(table).where(own).correlate(articles).scalar_subquery().label(name)
