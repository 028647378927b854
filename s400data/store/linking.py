"""Linking: the reports of one real event, in whatever articles they stand, brought together in the store."""

from collections import defaultdict
from typing import Any

from sqlalchemy import select

from s400data.store.engines import fetch, reading
from s400data.store.schema import articles, events, participants
from s400data.store.stores import Store
from s400data.tables import EVENTS, PARTICIPANTS, to_event


def link_occurrences(store: Store) -> None:
    """Give every event of `store` the occurrence it reports, judged anew over all articles."""
    # Pages read stores without ever judging events.
    from s400data.occurrences import EventReport, link_events

    own = (events.c[name] for name in EVENTS.names)
    told = select(*own, articles.c.outlet, articles.c.published).join(
        articles, articles.c.article_id == events.c.article_id
    )
    parts = select(*(participants.c[name] for name in PARTICIPANTS.names)).order_by(*participants.primary_key.columns)
    with reading(store.engine) as connection:
        rows = fetch(connection, told)
        parties: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in fetch(connection, parts):
            parties[row["event_id"]].append(row)
    reports = [EventReport(to_event(row, parties[row["event_id"]]), row["outlet"], row["published"]) for row in rows]
    current = {row["event_id"]: row["occurrence_id"] for row in rows}
    found = link_events(reports)
    store.link_events({event: occurrence for event, occurrence in found.items() if occurrence != current[event]})
