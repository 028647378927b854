"""Statements: quotations with their articles and stances."""

from collections import defaultdict
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Select, case, func, select

from s400data.queries.conditions import Clause, matching, source
from s400data.queries.selections import EVERYTHING, Selection
from s400data.queries.tallies import Order, find_numbers
from s400data.queries.views import ADDRESSED_VIEW, NAMED_VIEW, QUOTATION_VIEW, STANCE_VIEW
from s400data.store import Store
from s400data.store.engines import fetch, reading
from s400data.store.schema import articles as articles_table
from s400data.store.schema import mentions as mentions_table
from s400data.store.schema import quotations as quotations_table
from s400data.store.schema import stances as stances_table
from s400data.tables import QUOTATIONS, STANCES
from s400data.tables.frames import to_frame

BY_LINE = tuple(articles_table.c[name] for name in ("path", "title", "outlet", "published", "published_precision"))
DAYS = (quotations_table.c.day_earliest.label("date_earliest"), quotations_table.c.day_latest.label("date_latest"))

NAMED = ("words_start", "words_end", "actor_id", "actor_name")


def quotations(store: Store, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Quotations of a selection with the columns of QUOTATION_VIEW, oldest first, undated ones last."""
    return _quotations(store, matching("quotations", selection))


def quotation_page(
    store: Store, selection: Selection = EVERYTHING, order: Order = "newest", *, first: int = 0, most: int | None = 12
) -> pd.DataFrame:
    """Quotations `first` to `first + most` (None: to the last) of a selection in `order`, with the same columns.

    What lacks the cell that it is ordered by comes last. By relevance, the best fit for the search comes first; without
    a search that is the newest.
    """
    numbers = find_numbers(store, selection, order, first, most)
    place = {number: n for n, number in enumerate(numbers)}
    clause = matching("quotations", selection) if most is None else quotations_table.c.number.in_(numbers)
    rows = {place[row["number"]]: row for row in _rows(store, clause) if row["number"] in place}
    return to_frame(QUOTATION_VIEW, [rows[n] for n in sorted(rows)])


def quotations_by_id(store: Store, ids: tuple[str, ...]) -> pd.DataFrame:
    """Quotations with these numbers, with the same columns."""
    return _quotations(store, quotations_table.c.quotation_id.in_(ids))


def quotations_by_number(store: Store, numbers: tuple[int, ...]) -> pd.DataFrame:
    """Quotations with these numbers in the index of words, with the same columns."""
    return _quotations(store, quotations_table.c.number.in_(numbers))


def quotation(store: Store, quotation_id: str) -> pd.DataFrame:
    """One quotation with the same columns, or no row."""
    return _quotations(store, quotations_table.c.quotation_id == quotation_id)


def quotations_of_article(store: Store, article_id: str) -> pd.DataFrame:
    """Quotations of one article with the same columns."""
    return _quotations(store, quotations_table.c.article_id == article_id)


def quotations_of_articles(store: Store, article_ids: tuple[str, ...]) -> pd.DataFrame:
    """Quotations of these articles with the same columns."""
    return _quotations(store, quotations_table.c.article_id.in_(article_ids))


def stances(store: Store, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Stances in the quotations of a selection with the columns of STANCE_VIEW; only those that fit its own filters."""
    own = [
        cell.in_(choices)
        for cell, choices in (
            (stances_table.c.target, selection.targets),
            (stances_table.c.polarity, selection.polarities),
            (stances_table.c.posture, selection.postures),
        )
        if choices
    ]
    speaker = [cell for cell in quotations_table.c if cell.name.startswith("speaker_")]
    said = [quotations_table.c[name] for name in ("text", "kind", "overall")]
    statement = (
        select(*(stances_table.c[name] for name in STANCES.names), *speaker, *said, *BY_LINE, *DAYS)
        .select_from(source("quotations"))
        .join(stances_table, stances_table.c.quotation_id == quotations_table.c.quotation_id)
        .where(matching("quotations", selection), *own)
        .order_by(*_in_order(), stances_table.c.position)
    )
    with reading(store.engine) as connection:
        return to_frame(STANCE_VIEW, fetch(connection, statement))


def named_in_quotations(store: Store, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Actors named in what is said in a selection with the columns of NAMED_VIEW, most quotations first."""
    said, named = quotations_table.c, mentions_table.c
    statement = (
        select(said.quotation_id, said.content, *(named[name] for name in NAMED))
        .select_from(source("quotations"))
        .join(mentions_table, named.article_id == said.article_id)
        .where(matching("quotations", selection))
    )
    found: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    with reading(store.engine) as connection:
        for row in fetch(connection, statement):
            if any(start <= row["words_start"] and row["words_end"] <= end for start, end in row["content"]):
                found[row["actor_id"]].add(row["quotation_id"])
                names[row["actor_id"]] = row["actor_name"]
    most_first = sorted(found, key=lambda key: (-len(found[key]), key))
    return to_frame(
        NAMED_VIEW, [{"actor_id": key, "actor_name": names[key], "n": len(found[key])} for key in most_first]
    )


def addressed_in_quotations(store: Store, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Whom the words of a selection are said to, with the columns of ADDRESSED_VIEW, most quotations first.

    An actor counts once by its number, however it is written; what stands for no actor of its article has no number
    and counts by its words.
    """
    said, named = quotations_table.c, mentions_table.c
    words = case((named.actor_id.is_(None), said.addressee))
    n: ColumnElement[int] = func.count(said.quotation_id.distinct())
    name = func.coalesce(func.max(named.actor_name), words).label("actor_name")
    is_meant = (named.article_id == said.article_id) & (named.actor_name == said.addressee)
    statement = (
        select(named.actor_id, name, n.label("n"))
        .select_from(source("quotations"))
        .outerjoin(mentions_table, is_meant)
        .where(matching("quotations", selection), said.addressee.is_not(None))
        .group_by(named.actor_id, words)
        .order_by(n.desc(), name)
    )
    with reading(store.engine) as connection:
        return to_frame(ADDRESSED_VIEW, fetch(connection, statement))


def _in_order() -> tuple[ColumnElement[Any], ...]:
    day = quotations_table.c.day_earliest
    return (day.is_(None), day, quotations_table.c.article_id, quotations_table.c.position)


def _quotations(store: Store, clause: Clause) -> pd.DataFrame:
    return to_frame(QUOTATION_VIEW, _rows(store, clause))


def _rows(store: Store, clause: Clause) -> list[dict[str, Any]]:
    own = (quotations_table.c[name] for name in (*QUOTATIONS.names, "number"))
    statement = select(*own, *BY_LINE, *DAYS).select_from(source("quotations")).where(clause).order_by(*_in_order())
    with reading(store.engine) as connection:
        found = fetch(connection, statement)
        taken = _stances_by_quotation(connection, clause)
    return [row | {"stances": taken.get(row["quotation_id"], [])} for row in found]


def _stances_by_quotation(connection: Connection, clause: Clause) -> dict[str, list[dict[str, Any]]]:
    statement: Select[Any] = (
        select(stances_table)
        .select_from(source("quotations"))
        .join(stances_table, stances_table.c.quotation_id == quotations_table.c.quotation_id)
        .where(clause)
        .order_by(stances_table.c.quotation_id, stances_table.c.position)
    )
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in fetch(connection, statement):
        found[row["quotation_id"]].append(row)
    return found
