"""Codes of reports: what says which event each report tells, when, of whom and in whose article, as small numbers.

Those of all reports are gathered when articles are compared and kept with the comparison: the first answer after a
change reads one cell of the database.
"""

import json
from collections import defaultdict
from dataclasses import dataclass, fields, replace
from io import BytesIO
from typing import Any

import numpy as np
from sqlalchemy import Connection, Text, cast, func, inspect, select

from s400data.queries.coded import Coded, Kept, Mask, Numbers
from s400data.queries.conditions import is_original, matching, source
from s400data.queries.gathered import Coder, NumbersGathered, read_parts, to_days
from s400data.queries.selections import EVERYTHING, Selection
from s400data.store import Store
from s400data.store.comparisons import made
from s400data.store.engines import reading
from s400data.store.schema import articles, events, participants, state

CONFIDENCE_STEPS = 10_000


@dataclass(frozen=True, eq=False)
class ReportCodes:
    """All reports of one version of a store, by their number in the index of words, and the articles they stand in.

    Days that are not known are NO_DAY. `outlets` and `published` have a cell for each article of `article_ids`, in the
    order of its values; `exact` says that an article's day of publication is known to the day. The values of `objects`
    and `countries` are lists of names as JSON.
    """

    numbers: Numbers
    event_ids: tuple[str, ...]
    occurrences: Coded
    article_ids: Coded
    types: Coded
    modalities: Coded
    earliest: Numbers
    latest: Numbers
    confidence: Numbers
    objects: Coded
    countries: Coded
    outlets: Coded
    published: Numbers
    exact: Mask

    def __len__(self) -> int:
        return len(self.numbers)

    def outlet_codes(self, rows: Numbers | Mask) -> Numbers:
        """Codes of the outlets of these reports."""
        codes: Numbers = self.outlets.codes[self.article_ids.codes[rows]]
        return codes

    def tell(self, rows: Numbers) -> Mask:
        """Which occurrence (rows) each outlet (columns) tells in these reports."""
        told = np.zeros((len(self.occurrences.values), len(self.outlets.values)), dtype=bool)
        told[self.occurrences.codes[rows], self.outlet_codes(rows)] = True
        return told


def read_reports(store: Store) -> ReportCodes:
    """Codes of the reports of the present version of `store`."""
    return _kept.of(store)


def chosen_reports(store: Store, codes: ReportCodes, selection: Selection) -> Mask:
    """Reports that fit a selection."""
    others = replace(selection, originals=False)
    kept = np.ones(len(codes), dtype=bool)
    if others != EVERYTHING:
        fitting = select(events.c.number).select_from(source("events")).where(matching("events", others)).subquery()
        with reading(store.engine) as connection:
            found = connection.execute(select(func.aggregate_strings(cast(fitting.c.number, Text), ","))).scalar()
        kept = np.isin(codes.numbers, np.fromstring(found or "", dtype=np.int64, sep=","))
    if selection.originals:
        with reading(store.engine) as connection:
            originals = connection.execute(select(articles.c.article_id).where(is_original("articles"))).scalars().all()
        kept &= codes.article_ids.among(originals)
    return kept


def pack_reports(codes: ReportCodes) -> bytes:
    """Codes as they are kept in the store."""
    cells = {field.name: getattr(codes, field.name) for field in fields(codes)}
    numbers = {name: cell.codes if isinstance(cell, Coded) else cell for name, cell in cells.items()}
    words = {name: cell.values for name, cell in cells.items() if isinstance(cell, Coded)}
    written = json.dumps(words | {"event_ids": numbers.pop("event_ids")}).encode()
    packed = BytesIO()
    np.savez(packed, allow_pickle=False, **numbers, words=np.frombuffer(written, dtype=np.uint8))
    return packed.getvalue()


def _unpack(packed: bytes) -> ReportCodes | None:
    """Codes that were kept, None where another version of the program kept others."""
    with np.load(BytesIO(packed), allow_pickle=False) as held:
        numbers = dict(held)
    words = {name: tuple(values) for name, values in json.loads(numbers.pop("words").tobytes()).items()}
    if {*numbers, *words} != {field.name for field in fields(ReportCodes)}:
        return None
    cells: dict[str, Any] = {
        name: Coded(cell, words[name]) if name in words else cell for name, cell in numbers.items()
    }
    return ReportCodes(**cells, event_ids=words["event_ids"])


def _read(store: Store) -> ReportCodes:
    with reading(store.engine) as connection:
        packed = _find_packed(connection)
        kept = _unpack(packed) if packed else None
        return _gather(connection) if kept is None else kept


def _find_packed(connection: Connection) -> bytes | None:
    """Codes that are kept of the present version of the data."""
    held = inspect(connection)
    columns = {column["name"] for column in held.get_columns(made.name)} if held.has_table(made.name) else set()
    if columns != {*made.columns.keys()}:
        return None
    present = select(state.c.value).where(state.c.name == "data").scalar_subquery()
    return connection.execute(select(made.c.reports).where(made.c.data == present)).scalar()


def _gather(connection: Connection) -> ReportCodes:
    cells = events.c
    statement = select(
        cells.number, cells.confidence, cells.event_id, cells.occurrence_id, cells.article_id, cells.type,
        cells.modality, cells.earliest, cells.latest, cast(cells.objects, Text),
    )  # fmt: skip
    numbers, confidence = NumbersGathered(), NumbersGathered()
    event_ids: list[str] = []
    coders = [Coder() for _ in range(7)]
    for part in read_parts(connection, statement):
        found, sure, named, *columns = zip(*part, strict=True)
        numbers.add(found)
        confidence.add(round(CONFIDENCE_STEPS * one) for one in sure)
        event_ids += named
        for coder, column in zip(coders, columns, strict=True):
            coder.add(column)
    occurrences, own_articles, types, modalities, earliest, latest, objects = (coder.coded() for coder in coders)
    by_line = _read_by_lines(connection)
    lines = [by_line.get(article, (None, None, None)) for article in own_articles.values]
    outlets, published, countries = Coder(), Coder(), Coder()
    outlets.add([line[0] for line in lines])
    published.add([line[1] for line in lines])
    named_in = _read_countries(connection)
    countries.add([json.dumps(sorted(named_in.get(event_id, ()))) for event_id in event_ids])
    return ReportCodes(
        numbers=numbers.whole(),
        event_ids=tuple(event_ids),
        occurrences=occurrences,
        article_ids=own_articles,
        types=types,
        modalities=modalities,
        earliest=to_days(earliest),
        latest=to_days(latest),
        confidence=confidence.whole(),
        objects=objects,
        countries=countries.coded(),
        outlets=outlets.coded(),
        published=to_days(published.coded()),
        exact=np.array([line[2] == "day" for line in lines], dtype=bool),
    )


def _read_by_lines(connection: Connection) -> dict[str, tuple[Any, ...]]:
    """Outlet, day of publication and its precision of each article."""
    own = select(articles.c.article_id, articles.c.outlet, articles.c.published, articles.c.published_precision)
    return {row[0]: row[1:] for part in read_parts(connection, own) for row in part}


def _read_countries(connection: Connection) -> dict[str, set[str]]:
    """Countries of the participants of each event that has some."""
    cells = participants.c
    named = select(cells.event_id, cells.actor_country).where(cells.actor_country.is_not(None))
    found: dict[str, set[str]] = defaultdict(set)
    for part in read_parts(connection, named):
        for event_id, country in part:
            found[event_id].add(country)
    return found


_kept = Kept(_read)
