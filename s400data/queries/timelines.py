"""Timelines: events with their articles and participants."""

from collections import defaultdict
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, func, select

from s400data.queries.conditions import Clause, matching, source
from s400data.queries.selections import EVERYTHING, Selection
from s400data.queries.views import EVENT_VIEW
from s400data.store import Store
from s400data.store.engines import fetch, reading
from s400data.store.schema import articles as articles_table
from s400data.store.schema import events as events_table
from s400data.store.schema import participants as participants_table
from s400data.store.schema import quotations as quotations_table
from s400data.tables import EVENTS
from s400data.tables.frames import to_frame

Rows = list[dict[str, Any]]

BY_LINE = ("path", "title", "outlet", "published", "published_precision", "published_basis")
HAPPENED = ("actual", "ongoing")
APART = "; "
SILENT: dict[str, Any] = {"said": None, "said_kind": None}


def events(store: Store, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Events of a selection with the columns of EVENT_VIEW, oldest first, undated ones last."""
    return events_where(store, matching("events", selection))


def event(store: Store, event_id: str) -> pd.DataFrame:
    """One event with the same columns, or no row."""
    return events_where(store, events_table.c.event_id == event_id)


def events_of_article(store: Store, article_id: str) -> pd.DataFrame:
    """Events of one article with the same columns."""
    return events_where(store, events_table.c.article_id == article_id)


def reports(store: Store, occurrence_id: str) -> pd.DataFrame:
    """All reports of one occurrence, whatever is selected, with the same columns."""
    return events_where(store, events_table.c.occurrence_id == occurrence_id)


def latest_events(store: Store, selection: Selection = EVERYTHING, limit: int = 10) -> pd.DataFrame:
    """Events of a selection that came last, newest first, with the same columns.

    One report stands for each occurrence, the surest one. Events that have not happened, or have no date, are left out.
    """
    cells = events_table.c
    surest = func.row_number().over(
        partition_by=cells.occurrence_id, order_by=(cells.confidence.desc(), cells.event_id)
    )
    ranked = (
        select(cells.event_id, cells.earliest, cells.latest, surest.label("place"))
        .select_from(source("events"))
        .where(matching("events", selection), cells.modality.in_(HAPPENED), cells.earliest.is_not(None))
        .subquery()
    )
    newest = (
        select(ranked.c.event_id)
        .where(ranked.c.place == 1)
        .order_by(ranked.c.earliest.desc(), ranked.c.latest.desc(), ranked.c.event_id)
        .limit(limit)
    )
    found = events_where(store, cells.event_id.in_(newest))
    return found.sort_values(["earliest", "latest", "event_id"], ascending=[False, False, True], ignore_index=True)


def events_where(store: Store, clause: Clause) -> pd.DataFrame:
    """Events that fit a condition, with the same columns."""
    own = (events_table.c[name] for name in EVENTS.names)
    by_line = (articles_table.c[name] for name in BY_LINE)
    statement = select(*own, *by_line).select_from(source("events")).where(clause).order_by(*_in_order())
    with reading(store.engine) as connection:
        found = fetch(connection, statement)
        parties = _parties_by_event(connection, clause)
        said = _words_by_event(connection, clause)
    cells = (_party_cells(parties.get(row["event_id"], [])) | said.get(row["event_id"], SILENT) for row in found)
    return to_frame(EVENT_VIEW, [row | own for row, own in zip(found, cells, strict=True)])


def _in_order() -> tuple[ColumnElement[Any], ...]:
    cells = events_table.c
    return (cells.earliest.is_(None), cells.earliest, cells.latest, cells.article_id, cells.position)


def _parties_by_event(connection: Connection, clause: Clause) -> dict[str, Rows]:
    cells = participants_table.c
    # "actor" stands before "target" in the alphabet, too.
    statement = (
        select(cells.event_id, cells.part, cells.actor_id, cells.actor_name, cells.actor_country)
        .select_from(source("events"))
        .join(participants_table, cells.event_id == events_table.c.event_id)
        .where(clause)
        .order_by(cells.event_id, cells.part, cells.position)
    )
    found: dict[str, Rows] = defaultdict(list)
    for row in fetch(connection, statement):
        found[row["event_id"]].append(row)
    return found


def _words_by_event(connection: Connection, clause: Clause) -> dict[str, dict[str, Any]]:
    """Words that the trigger of an event brings in, where it is the cue of a quotation, too."""
    event, quotation = events_table.c, quotations_table.c
    statement = (
        select(event.event_id, quotation.text.label("said"), quotation.kind.label("said_kind"))
        .select_from(source("events"))
        .join(
            quotations_table,
            (quotation.article_id == event.article_id)
            & (quotation.cue_start < event.trigger_end)
            & (event.trigger_start < quotation.cue_end),
        )
        .where(clause)
        .order_by(event.event_id, quotation.position.desc())
    )
    # Where one cue brings in several quotations, the first of them stays.
    return {row.pop("event_id"): row for row in fetch(connection, statement)}


def _party_cells(parties: Rows) -> dict[str, object]:
    countries = list(dict.fromkeys(party["actor_country"] for party in parties if party["actor_country"]))
    cells: dict[str, object] = {"countries": countries, "lane_country": countries[0] if countries else None}
    for part in ("actor", "target"):
        own = [party for party in parties if party["part"] == part]
        cells[f"{part}_ids"] = [party["actor_id"] for party in own]
        cells[f"{part}_names"] = [party["actor_name"] for party in own]
        cells[f"{part}_text"] = APART.join(party["actor_name"] for party in own)
    return cells
