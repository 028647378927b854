"""Codes: the cells that quotations are filtered by, kept in memory as small numbers.

Counting what every choice would leave asks for a dozen passes over all quotations; over arrays each takes milliseconds.
They are read once for each version of the store. Words are looked up in the index of the database.
"""

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt
from sqlalchemy import Column, Connection, Engine, Select, select

from s400data.queries.conditions import found_numbers, is_original, searched, source
from s400data.queries.selections import NOT_KNOWN, Selection
from s400data.store import Store
from s400data.store.engines import reading
from s400data.store.schema import articles, quotations, stances
from s400data.store.searches import Node

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.signedinteger[Any]]

# Field of a selection -> the cell it chooses by, one for each quotation, in the order in which they hide rows.
CELLS: dict[str, "Column[Any]"] = {
    "outlets": articles.c.outlet,
    "actors": quotations.c.speaker_id,
    "countries": quotations.c.speaker_country,
    "affiliations": quotations.c.speaker_affiliation,
    "roles": quotations.c.speaker_role,
    "relays": quotations.c.via,
    "kinds": quotations.c.kind,
    "sides": quotations.c.overall,
    "bands": quotations.c.band,
}
# The same for cells that a quotation may have several of; those chosen must be of one stance.
STANCE_CELLS: dict[str, "Column[Any]"] = {
    "targets": stances.c.target,
    "polarities": stances.c.polarity,
    "postures": stances.c.posture,
}
# Place of the speaker among the coded columns: two days come first.
PLACE_OF_ACTORS = 2 + list(CELLS).index("actors")
AT_ONCE = 20_000
SEARCHES_KEPT = 32
EPOCH = date(1970, 1, 1).toordinal()
# Stands for a day that is not known; no date is as early.
NO_DAY = np.iinfo(np.int32).min


@dataclass(frozen=True, slots=True)
class Coded:
    """One cell of each row: `codes` are places in `values`, where NOT_KNOWN stands for a missing cell."""

    codes: Numbers
    values: tuple[Any, ...]

    def among(self, choices: Iterable[str]) -> Mask:
        """Rows whose cell is one of `choices`."""
        chosen = set(choices)
        wanted = np.array([value in chosen for value in self.values], dtype=bool)
        return wanted[self.codes] if len(wanted) else np.zeros(len(self.codes), dtype=bool)


@dataclass(frozen=True, eq=False)
class Codes:
    """All quotations of one version of a store, oldest first, undated last.

    `places` finds them by their number in the index, -1 where none has it; `stance_rows` are the places of the
    quotations that the cells in `stances` belong to.
    """

    numbers: Numbers
    places: Numbers
    earliest: Numbers
    latest: Numbers
    cells: dict[str, Coded]
    names: dict[str, str]
    stance_rows: Numbers
    stances: dict[str, Coded]
    searches: dict[Node, Mask] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.numbers)

    def to_places(self, numbers: Numbers) -> Numbers:
        """Places of the quotations with these numbers; one that came after this version is left out."""
        places: Numbers = self.places[numbers[numbers < len(self.places)]]
        return places[places >= 0]

    def with_stances(self, wanted: Mask) -> Mask:
        """Quotations that have one of the stances `wanted`."""
        mask = np.zeros(len(self), dtype=bool)
        mask[self.stance_rows[wanted]] = True
        return mask


_kept: "WeakKeyDictionary[Engine, tuple[int, Codes]]" = WeakKeyDictionary()
_lock = threading.Lock()


def read_codes(store: Store) -> Codes:
    """Codes of the present version of `store`, read where they are not known yet."""
    version = store.version()
    with _lock:
        kept = _kept.get(store.engine)
        if kept is None or kept[0] != version:
            kept = (version, _read(store))
            _kept[store.engine] = kept
    return kept[1]


def masks(store: Store, codes: Codes, selection: Selection) -> Iterator[tuple[str, Mask]]:
    """Quotations that fit each filter that is set, by the names and in the order of conditions()."""
    yield from _date_masks(codes, selection)
    for name, cell in codes.cells.items():
        if choices := getattr(selection, name):
            yield name, cell.among(choices)
        if name == "outlets" and selection.originals:
            yield "originals", _originals(store, codes)
    wanted = np.ones(len(codes.stance_rows), dtype=bool)
    for name, cell in codes.stances.items():
        if choices := getattr(selection, name):
            wanted &= cell.among(choices)
            yield name, codes.with_stances(wanted)
    tree = searched("quotations", selection)
    if tree is not None:
        yield "words", search(store, codes, tree)


def _date_masks(codes: Codes, selection: Selection) -> Iterator[tuple[str, Mask]]:
    if selection.start is None and selection.end is None:
        return
    yield "undated", codes.earliest != NO_DAY
    inside = np.ones(len(codes), dtype=bool)
    if selection.start is not None:
        inside &= codes.latest >= _day(selection.start)
    if selection.end is not None:
        inside &= codes.earliest <= _day(selection.end)
    yield "dates", inside


def search(store: Store, codes: Codes, tree: Node) -> Mask:
    """Quotations that are found by `tree`; the last searches are remembered."""
    found = codes.searches.get(tree)
    if found is None:
        numbers = found_numbers(store, "quotations", tree)
        found = np.zeros(len(codes), dtype=bool)
        found[codes.to_places(np.fromstring(numbers, dtype=np.int64, sep=","))] = True
        while len(codes.searches) >= SEARCHES_KEPT:
            codes.searches.pop(next(iter(codes.searches)), None)
        codes.searches[tree] = found
    return found


def _originals(store: Store, codes: Codes) -> Mask:
    """Quotations of articles that are no copies: asked anew, for the index of comparison has a version of its own."""
    with reading(store.engine) as connection:
        numbers = connection.execute(select(quotations.c.number).where(is_original("quotations"))).scalars().all()
    found = np.zeros(len(codes), dtype=bool)
    found[codes.to_places(np.array(numbers, dtype=np.int64))] = True
    return found


def _read(store: Store) -> Codes:
    said = quotations.c
    cells = [said.number, said.speaker_name, said.day_earliest, said.day_latest, *CELLS.values()]
    names: dict[str, str] = {}
    coders = [_Coder() for _ in cells[2:]]
    gathered = _Numbers()
    with reading(store.engine) as connection:
        for part in _parts(connection, select(*cells).select_from(source("quotations"))):
            found, speakers, *columns = zip(*part, strict=True)
            gathered.add(found)
            for coder, column in zip(coders, columns, strict=True):
                coder.add(column)
            named = zip(columns[PLACE_OF_ACTORS], speakers, strict=True)
            names |= {key: name for key, name in set(named) if key is not None}
        numbers = gathered.whole()
        earliest, latest = (_days(coder.coded()) for coder in coders[:2])
        oldest_first = np.lexsort((numbers, earliest, earliest == NO_DAY))
        numbers = numbers[oldest_first]
        places = np.full(int(numbers.max(initial=0)) + 1, -1, dtype=np.int32)
        places[numbers] = np.arange(len(numbers), dtype=np.int32)
        stance_rows, stance_cells = _read_stances(connection, places)
    coded = {
        name: Coded(cell.codes[oldest_first], cell.values)
        for name, cell in zip(CELLS, (coder.coded() for coder in coders[2:]), strict=True)
    }
    return Codes(numbers, places, earliest[oldest_first], latest[oldest_first], coded, names, stance_rows, stance_cells)


def _read_stances(connection: Connection, places: Numbers) -> tuple[Numbers, dict[str, Coded]]:
    coders = [_Coder() for _ in STANCE_CELLS]
    rows = _Numbers()
    joined = stances.join(quotations, quotations.c.quotation_id == stances.c.quotation_id)
    for part in _parts(connection, select(quotations.c.number, *STANCE_CELLS.values()).select_from(joined)):
        numbers, *columns = zip(*part, strict=True)
        rows.add(places[np.array(numbers)])
        for coder, column in zip(coders, columns, strict=True):
            coder.add(column)
    return rows.whole(), dict(zip(STANCE_CELLS, (coder.coded() for coder in coders), strict=True))


def _parts(connection: Connection, statement: "Select[Any]") -> Iterator[Sequence[Any]]:
    """Rows of `statement`, which has no parameters, some at a time, as the driver gives them: a tenth of the time."""
    with closing(connection.connection.cursor()) as cursor:
        cursor.execute(str(statement.compile(connection)))
        while part := cursor.fetchmany(AT_ONCE):
            yield part


class _Numbers:
    """Numbers gathered part by part."""

    def __init__(self) -> None:
        self.parts: list[Numbers] = []

    def add(self, numbers: Iterable[int]) -> None:
        self.parts.append(np.fromiter(numbers, dtype=np.int32))

    def whole(self) -> Numbers:
        return np.concatenate(self.parts) if self.parts else np.zeros(0, dtype=np.int32)


class _Coder:
    """Cells gathered part by part, each value numbered when it is first met."""

    def __init__(self) -> None:
        self.values: dict[Any, int] = {}
        self.codes = _Numbers()

    def add(self, cells: Iterable[object]) -> None:
        for cell in set(cells) - self.values.keys():
            self.values[cell] = len(self.values)
        self.codes.add(map(self.values.__getitem__, cells))

    def coded(self) -> Coded:
        smallest = np.min_scalar_type(-max(len(self.values), 1))
        return Coded(self.codes.whole().astype(smallest), tuple(cell or NOT_KNOWN for cell in self.values))


def _days(coded: Coded) -> Numbers:
    days = np.array([_day(day) for day in coded.values], dtype=np.int32)
    return days[coded.codes] if len(days) else days


def _day(day: date | str | None) -> int:
    if not day:
        return NO_DAY
    # SQLite keeps days as texts.
    return (date.fromisoformat(day) if isinstance(day, str) else day).toordinal() - EPOCH
