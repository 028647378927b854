"""Judgements: which reports of an event disagree on what, kept in the store so that events can be listed and counted.

An event is judged anew when a report of it comes, goes or changes.
"""

from collections.abc import Collection, Sequence
from functools import cache
from hashlib import sha256

import numpy as np
import numpy.typing as npt
from sqlalchemy import delete, insert, select

from s400data.comparison.conflicts import QUESTIONS, Disagreements, find_disagreements
from s400data.comparison.prints import from_bytes, to_bytes
from s400data.comparison.reports import group_reports
from s400data.comparison.words import hash_words
from s400data.knowledge.countries import load_countries
from s400data.knowledge.event_stages import load_event_stages
from s400data.knowledge.measures import load_measures
from s400data.knowledge.word_forms import load_irregular_forms, load_synonyms
from s400data.queries import Selection, reports_of
from s400data.queries.coded import Coded, Kept
from s400data.queries.report_codes import ReportCodes, chosen_reports, read_reports
from s400data.store import Store
from s400data.store.comparisons import judgements
from s400data.store.engines import in_parts, reading, writing
from s400data.store.schema import events

Hashes = npt.NDArray[np.int64]

AT_A_TIME = 200
# To be raised with every change of how reports are compared.
RULES = 1
# Any odd numbers set the cells of a report apart in its hash.
FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F)


def judge_occurrences(store: Store) -> None:
    """Judge the events that several articles tell, where their reports or the rules are not those of before."""
    told = _digests(read_reports(store), hash_words(rules()))
    with reading(store.engine) as connection:
        held = dict(map(tuple, connection.execute(select(judgements.c.occurrence_id, judgements.c.judged))))
    changed = [occurrence for occurrence, judged in told.items() if held.get(occurrence) != judged]
    gone = [occurrence for occurrence in held if occurrence not in told]
    for some in in_parts(gone):
        with writing(store.engine) as connection:
            connection.execute(delete(judgements).where(judgements.c.occurrence_id.in_(some)))
    for some in in_parts(changed, AT_A_TIME):
        _judge(store, {occurrence: told[occurrence] for occurrence in some})


@cache
def rules() -> str:
    """Names the rules and the knowledge that events are judged by."""
    knowledge = (load_event_stages(), load_measures(), load_countries(), load_irregular_forms(), load_synonyms())
    return sha256(repr((RULES, [question.about for question in QUESTIONS], knowledge)).encode()).hexdigest()[:16]


def find_disputed(store: Store, selection: Selection) -> set[str]:
    """Occurrences on which reports in a selection disagree."""
    codes = read_reports(store)
    occurrences = codes.occurrences
    return {occurrences.values[code] for code in np.unique(occurrences.codes[_disputing(store, codes, selection)])}


def count_disputed(store: Store, selection: Selection, among: Collection[str] | None = None) -> int:
    """Pairs of an occurrence, `among` some, and an outlet whose report of it another one of a selection contradicts."""
    codes = read_reports(store)
    rows = _disputing(store, codes, selection)
    if among is not None:
        rows = rows[codes.occurrences.among(among)[rows]]
    return int(codes.tell(rows).sum())


def read_disagreements(store: Store, occurrences: Sequence[str]) -> Disagreements:
    """Disagreements between all reports of these events, as they were judged last."""
    own = select(judgements.c.occurrence_id, judgements.c.pairs)
    with reading(store.engine) as connection:
        judged = {
            occurrence: _unpack(pairs).tolist()
            for some in in_parts(occurrences)
            for occurrence, pairs in connection.execute(own.where(judgements.c.occurrence_id.in_(some)))
        }
        numbers = {number for pairs in judged.values() for _, *both in pairs for number in both}
        named = {
            number: event_id
            for some in in_parts(list(numbers))
            for number, event_id in connection.execute(
                select(events.c.number, events.c.event_id).where(events.c.number.in_(some))
            )
        }
    return {
        occurrence: [
            (QUESTIONS[n].about, named[one], named[other])
            for n, one, other in pairs
            # A report may have been removed meanwhile.
            if one in named and other in named
        ]
        for occurrence, pairs in judged.items()
    }


def _disputing(store: Store, codes: ReportCodes, selection: Selection) -> Hashes:
    """Places of the reports in a selection that disagree with another one in it."""
    chosen = chosen_reports(store, codes, selection)
    pairs = _kept.of(store)
    place = np.full(int(codes.numbers.max(initial=0)) + 1, -1, dtype=np.int64)
    place[codes.numbers] = np.arange(len(codes))
    one, other = place[pairs[:, 1]], place[pairs[:, 2]]
    both = chosen[one] & chosen[other]
    disputing = np.zeros(len(codes), dtype=bool)
    disputing[one[both]] = disputing[other[both]] = True
    return np.flatnonzero(disputing)


def _read_pairs(store: Store) -> Hashes:
    with reading(store.engine) as connection:
        stored = connection.execute(select(judgements.c.pairs).where(judgements.c.pairs != b"")).scalars().all()
    return _unpack(b"".join(stored))


def _unpack(stored: bytes) -> Hashes:
    return from_bytes(stored).reshape(-1, 3)


_kept = Kept(_read_pairs)


def _digests(codes: ReportCodes, rules: int) -> dict[str, int]:
    """A number for each occurrence told by several articles that changes with what its reports say."""
    own = codes.occurrences.codes.astype(np.int64)
    n = len(codes.occurrences.values)
    pairs = np.unique(own * max(len(codes.article_ids.values), 1) + codes.article_ids.codes)
    shared = np.bincount(pairs // max(len(codes.article_ids.values), 1), minlength=n) > 1
    outlets = Coded(codes.outlet_codes(np.ones(len(codes), dtype=bool)), codes.outlets.values)
    cells = (codes.numbers, codes.earliest, codes.latest, _hashes(codes.modalities), _hashes(outlets))
    mixed = np.full(len(own), rules, dtype=np.int64).view(np.uint64)
    for cell, factor in zip(cells, FACTORS, strict=True):
        mixed = (mixed ^ cell.astype(np.int64).view(np.uint64)) * np.uint64(factor)
        mixed ^= mixed >> np.uint64(32)
    sums = np.zeros(n, dtype=np.uint64)
    np.add.at(sums, own, mixed)
    whole = sums.view(np.int64).tolist()
    return {codes.occurrences.values[code]: whole[code] for code in np.flatnonzero(shared).tolist()}


def _hashes(cell: Coded) -> Hashes:
    return np.array([hash_words(str(value)) for value in cell.values] or [0], dtype=np.int64)[cell.codes]


def _judge(store: Store, digests: dict[str, int]) -> None:
    groups = group_reports(reports_of(store, list(digests)))
    told = [report.event_id for group in groups.values() for report in group]
    with reading(store.engine) as connection:
        numbered = select(events.c.event_id, events.c.number).where(events.c.event_id.in_(told))
        number = dict(map(tuple, connection.execute(numbered)))
    rows = []
    for occurrence, judged in digests.items():
        found = [
            (PLACES[about], number[one], number[other])
            for about, one, other in find_disagreements(groups.get(occurrence, []))
        ]
        pairs = to_bytes([np.array(found, dtype=np.int64).ravel()])
        rows.append({"occurrence_id": occurrence, "judged": judged, "pairs": pairs})
    with writing(store.engine) as connection:
        connection.execute(delete(judgements).where(judgements.c.occurrence_id.in_(digests)))
        connection.execute(insert(judgements), rows)


PLACES = {question.about: n for n, question in enumerate(QUESTIONS)}
