"""Codes of reports: what says which event each report tells, when, and in whose article, kept as small numbers."""

from dataclasses import dataclass, replace

import numpy as np
from sqlalchemy import Text, cast, func, select

from s400data.queries.coded import Coded, Kept, Mask, Numbers
from s400data.queries.conditions import is_original, matching, source
from s400data.queries.gathered import Coder, NumbersGathered, read_parts, to_days
from s400data.queries.selections import EVERYTHING, Selection
from s400data.store import Store
from s400data.store.engines import reading
from s400data.store.schema import articles, events

CONFIDENCE_STEPS = 10_000


@dataclass(frozen=True, eq=False)
class ReportCodes:
    """All reports of one version of a store, by their number in the index of words, and the articles they stand in.

    Days that are not known are NO_DAY. `outlets` and `published` have a cell for each article of `article_ids`, in the
    order of its values; `exact` says that an article's day of publication is known to the day.
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
    outlets: Coded
    published: Numbers
    exact: Mask

    def __len__(self) -> int:
        return len(self.numbers)

    def outlet_codes(self, rows: Numbers | Mask) -> Numbers:
        """Codes of the outlets of these reports."""
        codes: Numbers = self.outlets.codes[self.article_ids.codes[rows]]
        return codes


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


def _read(store: Store) -> ReportCodes:
    cells = events.c
    statement = select(
        cells.number, cells.confidence, cells.event_id, cells.occurrence_id, cells.article_id, cells.type,
        cells.modality, cells.earliest, cells.latest,
    )  # fmt: skip
    numbers, confidence = NumbersGathered(), NumbersGathered()
    event_ids: list[str] = []
    coders = [Coder() for _ in range(6)]
    with reading(store.engine) as connection:
        for part in read_parts(connection, statement):
            found, sure, named, *columns = zip(*part, strict=True)
            numbers.add(found)
            confidence.add(round(CONFIDENCE_STEPS * one) for one in sure)
            event_ids += named
            for coder, column in zip(coders, columns, strict=True):
                coder.add(column)
        own = select(articles.c.article_id, articles.c.outlet, articles.c.published, articles.c.published_precision)
        by_line = {row[0]: row[1:] for part in read_parts(connection, own) for row in part}
    occurrences, own_articles, types, modalities, earliest, latest = (coder.coded() for coder in coders)
    lines = [by_line.get(article, (None, None, None)) for article in own_articles.values]
    outlets, published = Coder(), Coder()
    outlets.add([line[0] for line in lines])
    published.add([line[1] for line in lines])
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
        outlets=outlets.coded(),
        published=to_days(published.coded()),
        exact=np.array([line[2] == "day" for line in lines], dtype=bool),
    )


_kept = Kept(_read)
