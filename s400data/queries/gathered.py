"""Gathered cells: columns of very many rows read part by part, each value as a number."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import Connection, Select

from s400data.queries.coded import Coded, Numbers
from s400data.queries.selections import NOT_KNOWN
from s400data.store.codes import NO_DAY, to_day

AT_ONCE = 20_000


def read_parts(connection: Connection, statement: "Select[Any]") -> Iterator[Sequence[Any]]:
    """Rows of `statement`, which has no parameters, some at a time, as the driver gives them: a tenth of the time."""
    with closing(connection.connection.cursor()) as cursor:
        cursor.execute(str(statement.compile(connection)))
        while part := cursor.fetchmany(AT_ONCE):
            yield part


class NumbersGathered:
    """Whole numbers gathered part by part."""

    def __init__(self) -> None:
        self.parts: list[Numbers] = []

    def add(self, numbers: Iterable[int]) -> None:
        """Put `numbers` behind the others."""
        self.parts.append(np.fromiter(numbers, dtype=np.int32))

    def whole(self) -> Numbers:
        """All numbers gathered."""
        return np.concatenate(self.parts) if self.parts else np.zeros(0, dtype=np.int32)


class Coder:
    """Cells gathered part by part, each value numbered when it is first met."""

    def __init__(self) -> None:
        self.values: dict[Any, int] = {}
        self.codes = NumbersGathered()

    def add(self, cells: Iterable[object]) -> None:
        """Put `cells` behind the others."""
        for cell in set(cells) - self.values.keys():
            self.values[cell] = len(self.values)
        self.codes.add(map(self.values.__getitem__, cells))

    def coded(self) -> Coded:
        """All cells gathered."""
        smallest = np.min_scalar_type(-max(len(self.values), 1))
        return Coded(self.codes.whole().astype(smallest), tuple(cell or NOT_KNOWN for cell in self.values))


def to_days(coded: Coded) -> Numbers:
    """Days as numbers, NO_DAY where there is none."""
    days = np.array([_number(day) for day in coded.values], dtype=np.int32)
    return days[coded.codes] if len(days) else days


def _number(day: date | str) -> int:
    # SQLite keeps days as texts.
    return NO_DAY if not day else to_day(date.fromisoformat(day) if isinstance(day, str) else day)
