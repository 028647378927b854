"""Coded cells: columns of many rows as small numbers, kept for each version of a store.

Sums and filters over such columns take milliseconds where rows of values take seconds.
"""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt
import pandas as pd
from sqlalchemy import Engine

from s400data.queries.selections import NOT_KNOWN
from s400data.store import Store
from s400data.store.codes import NO_DAY

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.signedinteger[Any]]
Read = TypeVar("Read")


class Kept(Generic[Read]):
    """What `read` reads of a store, kept until the store changes."""

    def __init__(self, read: Callable[[Store], Read]) -> None:
        self._read = read
        self._kept: WeakKeyDictionary[Engine, tuple[int, Read]] = WeakKeyDictionary()
        self._lock = threading.Lock()

    def of(self, store: Store) -> Read:
        """What was read of the present version of `store`, read where it is not known yet."""
        version = store.version()
        with self._lock:
            kept = self._kept.get(store.engine)
            if kept is None or kept[0] != version:
                kept = (version, self._read(store))
                self._kept[store.engine] = kept
        return kept[1]


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


def to_dates(days: Numbers) -> "npt.NDArray[np.datetime64]":
    """Days out of their numbers, missing where they are NO_DAY."""
    dates = days.astype("datetime64[D]").astype("datetime64[s]")
    dates[days == NO_DAY] = np.datetime64("NaT")
    return dates


def to_categories(cell: Coded, rows: "Numbers | Mask") -> "pd.Categorical[Any]":
    """Cells of these rows for a frame, missing ones as missing."""
    known = {value: n for n, value in enumerate(dict.fromkeys(value for value in cell.values if value != NOT_KNOWN))}
    places = np.array([known.get(value, -1) for value in cell.values], dtype=np.int32)
    codes = places[cell.codes[rows]] if len(places) else places
    return pd.Categorical.from_codes(codes, categories=pd.Index(list(known), dtype="object"))
