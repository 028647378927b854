"""Judgements: the questions on which the reports of an event disagree, kept in the store so that events can be listed.

An event is judged anew when a report of it comes, goes or changes; a selection may hold only the reports that agree.
"""

from collections.abc import Iterator
from hashlib import sha1
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, select

from s400data.comparison.conflicts import find_facts
from s400data.comparison.reports import group_reports
from s400data.queries import reports_of
from s400data.store import Store
from s400data.store.comparisons import judgements
from s400data.store.engines import reading, writing
from s400data.store.schema import articles, events

AT_A_TIME = 200


def judge_occurrences(store: Store) -> None:
    """Judge the events that several articles tell, where their reports are not those judged before."""
    with reading(store.engine) as connection:
        told = dict(_digests(connection.execute(_reports())))
        held = {row.occurrence_id: row.judged for row in connection.execute(select(judgements))}
    changed = [occurrence for occurrence, judged in told.items() if held.get(occurrence) != judged]
    gone = [occurrence for occurrence in held if occurrence not in told]
    for start in range(0, len(gone), AT_A_TIME):
        with writing(store.engine) as connection:
            connection.execute(
                delete(judgements).where(judgements.c.occurrence_id.in_(gone[start : start + AT_A_TIME]))
            )
    for start in range(0, len(changed), AT_A_TIME):
        _judge(store, {occurrence: told[occurrence] for occurrence in changed[start : start + AT_A_TIME]})


def is_disputed() -> ColumnElement[bool]:
    """Whether an event's reports disagree on something, as a condition on events."""
    return events.c.occurrence_id.in_(select(judgements.c.occurrence_id).where(judgements.c.about != ""))


def _reports() -> Any:  # noqa: ANN401 - a statement of these cells
    cells = events.c
    shared = (
        select(cells.occurrence_id).group_by(cells.occurrence_id).having(func.count(cells.article_id.distinct()) > 1)
    )
    own = (cells.occurrence_id, cells.event_id, cells.modality, cells.earliest, cells.latest, cells.date_text)
    return (
        select(*own, articles.c.outlet)
        .join(articles, articles.c.article_id == cells.article_id)
        .where(cells.occurrence_id.in_(shared))
        .order_by(cells.occurrence_id, cells.event_id)
    )


def _digests(rows: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - rows of a statement
    for occurrence, reports in groupby(map(tuple, rows), key=lambda row: row[0]):
        yield occurrence, sha1(repr(list(reports)).encode(), usedforsecurity=False).hexdigest()


def _judge(store: Store, digests: dict[str, str]) -> None:
    groups = group_reports(reports_of(store, list(digests)))
    rows = []
    for occurrence, judged in digests.items():
        about = dict.fromkeys(fact.about for fact in find_facts(groups.get(occurrence, ())) if fact.against)
        rows.append({"occurrence_id": occurrence, "judged": judged, "about": ",".join(about)})
    with writing(store.engine) as connection:
        connection.execute(delete(judgements).where(judgements.c.occurrence_id.in_(digests)))
        connection.execute(insert(judgements), rows)
