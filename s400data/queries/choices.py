"""Choices: what each filter offers, and how many rows each choice would leave."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from sqlalchemy import Column, ColumnElement, Connection, FromClause, Text, cast, func, select

from s400data.queries.conditions import matching, source
from s400data.queries.selections import EVERYTHING, NOT_KNOWN, About, Selection
from s400data.queries.tallies import count_choices, speaker_names
from s400data.queries.views import FACET_VIEW
from s400data.store import Store
from s400data.store.engines import fetch, reading
from s400data.store.schema import actors, articles, events, participants
from s400data.tables import value_label
from s400data.tables.frames import to_frame


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter: the cell it chooses by, the column its values are labelled as, and a cell that names them, if any."""

    facet: str
    cell: "Column[Any]"
    column: str
    name: "Column[Any] | None" = None


OUTLETS = Facet("outlets", articles.c.outlet, "outlet")
FACETS: dict[About, tuple[Facet, ...]] = {
    "articles": (
        OUTLETS,
        Facet("actors", actors.c.actor_id, "actor_id", actors.c.actor_name),
        Facet("countries", actors.c.actor_country, "country"),
    ),
    "events": (
        OUTLETS,
        Facet("actors", participants.c.actor_id, "actor_id", participants.c.actor_name),
        Facet("countries", participants.c.actor_country, "country"),
        Facet("event_types", events.c.type, "type"),
        Facet("modalities", events.c.modality, "modality"),
        Facet("objects", events.c.objects, "objects"),
    ),
}
# Filter on quotations -> the column its values are labelled as; None for values that are read as they are.
QUOTATION_LABELS = {
    "outlets": None,
    "actors": "actor_id",
    "countries": "country",
    "affiliations": None,
    "roles": None,
    "relays": None,
    "kinds": "kind",
    "sides": "overall",
    "bands": "band",
    "targets": "target",
    "polarities": "polarity",
    "postures": "posture",
}
ROW_NUMBERS: dict[About, "Column[Any]"] = {
    "articles": articles.c.article_id,
    "events": events.c.event_id,
}


def facets(store: Store, about: About, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Choices for articles, events or quotations with the columns of FACET_VIEW, most rows first in each filter.

    A filter's own setting is left out of its counts, so that its other choices stay in sight; choices that are set are
    always among them, with no rows where nothing fits.
    """
    if about == "quotations":
        return to_frame(FACET_VIEW, list(_quotation_choices(store, selection)))
    with reading(store.engine) as connection:
        rows = [row for facet in FACETS[about] for row in _choices(connection, about, facet, selection)]
    return to_frame(FACET_VIEW, rows)


def _quotation_choices(store: Store, selection: Selection) -> Iterator[dict[str, Any]]:
    names = speaker_names(store)
    for field, counts in count_choices(store, selection):
        column = QUOTATION_LABELS[field]
        found = {
            value: ((names.get(value) if field == "actors" else None) or (value if column is None else None), n)
            for value, n in counts.items()
        }
        yield from _rows(field, column or field, found, selection)


def _choices(connection: Connection, about: About, facet: Facet, selection: Selection) -> Iterator[dict[str, Any]]:
    unset: dict[str, Any] = {facet.facet: ()}
    others = replace(selection, **unset)
    counted = _count_objects if facet.facet == "objects" else _count_cells
    found = counted(connection, about, facet, others)
    yield from _rows(facet.facet, facet.column, found, selection)


def _rows(
    field: str, column: str, found: dict[str, tuple[str | None, int]], selection: Selection
) -> Iterator[dict[str, Any]]:
    for chosen in getattr(selection, field):
        found.setdefault(chosen, (None, 0))
    for value, (name, n) in sorted(found.items(), key=lambda item: (-item[1][1], item[0])):
        label = "Not known" if value == NOT_KNOWN else name or value_label(column, value)
        yield {"facet": field, "value": value, "label": label, "n": n}


def _count_cells(
    connection: Connection, about: About, facet: Facet, selection: Selection
) -> dict[str, tuple[str | None, int]]:
    name: ColumnElement[Any] = func.max(facet.cell if facet.name is None else facet.name)
    # Grouped by the cell itself, SQLite follows its index and fetches every row from another place: five times as slow.
    value = facet.cell.concat("")
    statement = (
        select(value.label("value"), name.label("name"), _count_rows(about, facet).label("n"))
        .select_from(_joined(about, facet, selection))
        .where(matching(about, selection))
        .group_by(value)
    )
    named = facet.name is not None or facet is OUTLETS
    return {
        NOT_KNOWN if row["value"] is None else row["value"]: (row["name"] if named else None, row["n"])
        for row in fetch(connection, statement)
    }


def _count_objects(
    connection: Connection, about: About, facet: Facet, selection: Selection
) -> dict[str, tuple[str | None, int]]:
    written = cast(facet.cell, Text)
    statement = (
        select(written.label("objects"), func.count().label("n"))
        .select_from(source(about, selection))
        .where(matching(about, selection))
        .group_by(written)
    )
    counts: Counter[str] = Counter()
    for row in fetch(connection, statement):
        for name in set(json.loads(row["objects"])) or {NOT_KNOWN}:
            counts[name] += row["n"]
    return {name: (name, n) for name, n in counts.items()}


def _count_rows(about: About, facet: Facet) -> ColumnElement[int]:
    """Count of rows; one that holds several of the facet's cells counts once for each of their values."""
    several = facet.cell.table in (actors, participants)
    return func.count(ROW_NUMBERS[about].distinct()) if several else func.count()


def _joined(about: About, facet: Facet, selection: Selection) -> FromClause:
    """Rows that hold the facet's cell; rows of `about` that have none of them do not count."""
    rows = source(about, None if facet is OUTLETS else selection)
    if facet.cell.table is actors:
        return rows.join(actors, actors.c.article_id == articles.c.article_id)
    if facet.cell.table is participants:
        return rows.join(participants, participants.c.event_id == events.c.event_id)
    return rows
