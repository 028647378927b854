"""Windows: days in which an outlet that follows the affair would report an event, from the dates of its reports."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.signedinteger[Any]]
Mask = npt.NDArray[np.bool_]
Days = npt.NDArray[np.datetime64]

# A date known only to the year or the season cannot say when the event was news.
WIDEST_DATE = 45
NO_DAY = np.datetime64("NaT", "D")


class Basis(IntEnum):
    """What a window was taken from, or why there is none."""

    EVENT = 0
    FIRST_REPORT = 1
    WIDE_DATE = 2
    NOTHING = 3


@dataclass(frozen=True, eq=False)
class Datings:
    """What each report says of when its event was news; `groups` number the events, their reports oldest first.

    `published` only where the day is exact, `happened` where the report says that it did.
    """

    groups: Places
    published: Days
    earliest: Days
    latest: Days
    happened: Mask


@dataclass(frozen=True, eq=False)
class Windows:
    """First and last day of each event's window, missing where there is none; what it rests on, and its best date."""

    starts: Days
    ends: Days
    bases: Places
    earliest: Days
    latest: Days

    def plain(self, place: int) -> tuple[date | None, date | None]:
        """First and last day of one window."""
        return self.starts[place].item(), self.ends[place].item()


def find_windows(datings: Datings, n: int, days: int) -> Windows:
    """Windows of `n` events, each from the narrowest date among its reports and from its first report."""
    if not len(datings.groups):
        none = np.full(n, NO_DAY)
        return Windows(none, none, np.full(n, Basis.NOTHING), none, none)
    first = _first_days(datings, n)
    best, dated = _narrowest(datings, n)
    earliest = np.where(dated, datings.earliest[best], NO_DAY)
    latest = np.where(dated, datings.latest[best], NO_DAY)
    # Nothing compares with a missing day, so "not later" includes events without a first report.
    by_event = dated & datings.happened[best] & ~(earliest > first)
    wide = by_event & ((latest - earliest).astype(np.int64) > WIDEST_DATE)
    after = np.timedelta64(days, "D")
    starts = np.where(by_event, np.where(wide, NO_DAY, earliest), first - after)
    ends = np.where(by_event, np.where(wide, NO_DAY, latest + after), first + after)
    bases = np.where(np.isnat(first), Basis.NOTHING, Basis.FIRST_REPORT)
    bases = np.where(wide, Basis.WIDE_DATE, np.where(by_event, Basis.EVENT, bases))
    return Windows(starts, ends, bases, earliest, latest)


def _first_days(datings: Datings, n: int) -> Days:
    """Day of the first report of each event that has an exact one."""
    known = ~np.isnat(datings.published)
    latest = np.iinfo(np.int64).max
    first = np.full(n, latest)
    np.minimum.at(first, datings.groups[known], datings.published[known].astype(np.int64))
    return np.where(first == latest, NO_DAY, first.astype("datetime64[D]"))


def _narrowest(datings: Datings, n: int) -> tuple[Places, Mask]:
    """Of each event the report with the narrowest date, the oldest among equals, and whether it has a date at all."""
    undated = np.isnat(datings.earliest)
    width = np.where(undated, np.iinfo(np.int64).max, (datings.latest - datings.earliest).astype(np.int64))
    order = np.lexsort((width, datings.groups))
    groups = datings.groups[order]
    heads = order[np.r_[True, groups[1:] != groups[:-1]]] if len(order) else order
    best = np.zeros(n, dtype=np.int64)
    best[datings.groups[heads]] = heads
    dated = np.zeros(n, dtype=bool)
    dated[datings.groups[heads]] = ~undated[heads]
    return best, dated
