"""Codes: the cells that quotations are filtered by, kept in memory as small numbers.

Counting what every choice would leave asks for a dozen passes over all quotations; over arrays each takes milliseconds.
They are read once for each version of the store. Words are looked up in the index of the database.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from sqlalchemy import select

from s400data.queries.coded import Coded, Kept, Mask, Numbers
from s400data.queries.conditions import found_numbers, is_original, searched
from s400data.queries.selections import Selection
from s400data.store import Store
from s400data.store.codes import NO_DAY, read_coded, to_day
from s400data.store.engines import reading
from s400data.store.schema import articles
from s400data.store.searches import Node

Key = TypeVar("Key")
Value = TypeVar("Value")

# Field of a selection -> the cell it chooses by, one for each quotation, in the order in which they hide rows.
CELLS = {
    "outlets": "outlet",
    "actors": "speaker_id",
    "countries": "speaker_country",
    "affiliations": "speaker_affiliation",
    "roles": "speaker_role",
    "relays": "via",
    "kinds": "kind",
    "sides": "overall",
    "bands": "band",
}
# The same for cells that a quotation may have several of; those chosen must be of one stance.
STANCE_CELLS = {"targets": "target", "polarities": "polarity", "postures": "posture"}
# Cells that are counted and never chosen by.
COUNTED = ("speaker_name", "speaker_kind", "addressee", "cue")
SEARCHES_KEPT = 32
# One run of a page asks for the same few selections again and again.
SELECTIONS_KEPT = 4


@dataclass(frozen=True, eq=False)
class Codes:
    """All quotations of one version of a store, oldest first, undated last.

    `places` finds them by their number in the index, -1 where none has it; `newest_first` are their places in that
    order, undated ones last, too; `articles` are the numbers of their articles; `starts`, `words` and `repeats` as in
    store.codes; `stance_rows` are the places of the quotations that the cells in `stances` belong to.
    """

    numbers: Numbers
    places: Numbers
    newest_first: Numbers
    earliest: Numbers
    latest: Numbers
    articles: Numbers
    starts: Numbers
    words: Numbers
    repeats: Numbers
    cells: dict[str, Coded]
    counted: dict[str, Coded]
    names: dict[str, str]
    stance_rows: Numbers
    stances: dict[str, Coded]
    searches: dict[Node, Mask] = field(default_factory=dict)
    filtered: dict[Selection, dict[str, Mask]] = field(default_factory=dict)

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


def read_codes(store: Store) -> Codes:
    """Codes of the present version of `store`, read where they are not known yet."""
    return _kept.of(store)


def masks(store: Store, codes: Codes, selection: Selection) -> dict[str, Mask]:
    """Quotations that fit each filter that is set, by the names and in the order of conditions()."""
    found = codes.filtered.get(selection)
    if found is None:
        found = dict(_masks(store, codes, selection))
        # What is a copy of what may change with no change of the articles.
        if not selection.originals:
            _remember(codes.filtered, selection, found, SELECTIONS_KEPT)
    return found


def chosen(store: Store, codes: Codes, selection: Selection) -> Mask:
    """Quotations that fit all filters that are set."""
    return fit_all(codes, masks(store, codes, selection).values())


def fit_all(codes: Codes, found: Iterable[Mask]) -> Mask:
    """Quotations that fit each of the filters `found`."""
    kept = np.ones(len(codes), dtype=bool)
    for mask in found:
        kept &= mask
    return kept


def _masks(store: Store, codes: Codes, selection: Selection) -> Iterator[tuple[str, Mask]]:
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
        inside &= codes.latest >= to_day(selection.start)
    if selection.end is not None:
        inside &= codes.earliest <= to_day(selection.end)
    yield "dates", inside


def search(store: Store, codes: Codes, tree: Node) -> Mask:
    """Quotations that are found by `tree`; the last searches are remembered."""
    found = codes.searches.get(tree)
    if found is None:
        numbers = found_numbers(store, "quotations", tree)
        found = np.zeros(len(codes), dtype=bool)
        found[codes.to_places(np.fromstring(numbers, dtype=np.int64, sep=","))] = True
        _remember(codes.searches, tree, found, SEARCHES_KEPT)
    return found


def _originals(store: Store, codes: Codes) -> Mask:
    """Quotations of articles that are no copies: asked anew, for the index of comparison has a version of its own."""
    with reading(store.engine) as connection:
        numbers = connection.execute(select(articles.c.number).where(is_original("articles"))).scalars().all()
    return np.isin(codes.articles, np.array(numbers, dtype=np.int32))


def _remember(kept: dict[Key, Value], key: Key, value: Value, most: int) -> None:
    """Keep `value` in place of the oldest of `most`; other threads may do the same meanwhile."""
    while len(kept) >= most:
        kept.pop(next(iter(kept)), None)
    kept[key] = value


def _read(store: Store) -> Codes:
    with reading(store.engine) as connection:
        read = read_coded(connection)
    numbers, earliest = read.quotations["number"], read.quotations["earliest"]
    oldest_first = np.lexsort((numbers, earliest, earliest == NO_DAY))
    told = {name: column[oldest_first] for name, column in read.quotations.items()}
    numbers, earliest = told["number"], told["earliest"]
    places = np.full(int(numbers.max(initial=0)) + 1, -1, dtype=np.int32)
    places[numbers] = np.arange(len(numbers), dtype=np.int32)
    cells = {name: _code(told[cell], read.values) for name, cell in CELLS.items()}
    counted = {name: _code(told[name], read.values) for name in COUNTED}
    return Codes(
        numbers=numbers,
        places=places,
        newest_first=np.lexsort((numbers, -earliest, earliest == NO_DAY)).astype(np.int32),
        earliest=earliest,
        latest=told["latest"],
        articles=told["article"],
        starts=told["start"],
        words=told["words"],
        repeats=told["repeats"],
        cells=cells,
        counted=counted,
        names=_names(cells["actors"], counted["speaker_name"]),
        stance_rows=places[read.stances["number"]],
        stances={name: _code(read.stances[cell], read.values) for name, cell in STANCE_CELLS.items()},
    )


def _code(column: Numbers, values: Sequence[str]) -> Coded:
    """Numbers out of the list of all `values`, numbered anew among those in `column`."""
    used = np.zeros(len(values), dtype=bool)
    used[column] = True
    own = np.flatnonzero(used)
    place = np.zeros(len(values), dtype=np.min_scalar_type(-max(len(own), 1)))
    place[own] = np.arange(len(own))
    return Coded(place[column], tuple(values[number] for number in own.tolist()))


def _names(speakers: Coded, names: Coded) -> dict[str, str]:
    """Name of each speaker; of one with several, the last."""
    last = np.zeros(len(speakers.values), dtype=np.int32)
    last[speakers.codes] = names.codes
    return {key: names.values[name] for key, name in zip(speakers.values, map(int, last), strict=True) if key}


_kept = Kept(_read)
