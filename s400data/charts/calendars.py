"""Calendars: where the divisions of a time axis stand and what they are called."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

Namer = Callable[[date], str]

# Narrowest space in pixels that each name needs, with air around it.
DAY_SPACE, WEEK_SPACE, MONTH_SPACE, QUARTER_SPACE, YEAR_SPACE = 24, 46, 36, 40, 44
DAYS_OF_MONTH, DAYS_OF_QUARTER, DAYS_OF_YEAR = 30.4, 91.3, 365.25


# Above so many months in a figure, its axis names the years only.
NAMED_MONTHS = 30


def name_ticks(first: date, last: date) -> tuple[list[str], str]:
    """Ticks of a plain time axis from `first` to `last`, as days, and the format of their names.

    Every month has a tick in a short span, every quarter in one of up to NAMED_MONTHS months, beyond that every year.
    """
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = 12 if months > NAMED_MONTHS else 3 if months > 6 else 1
    days = [day.isoformat() for day in _months(step)(first, last)]
    return days, "%Y" if step == 12 else "%b %Y"


@dataclass(frozen=True, slots=True)
class Division:
    """A division of the axis that starts on `day`; a `strong` one starts a larger period and has a name of its own."""

    day: date
    name: str
    strong: bool


def divide(start: date, end: date, pixels: float) -> list[Division]:
    """Divisions of [start, end] drawn `pixels` wide: the larger periods by name, and as many smaller as there is room.

    The first division stands at `start` itself and carries the name of the period that runs on from before.
    """
    a_day = pixels / max((end - start).days, 1)
    if a_day * DAYS_OF_YEAR < YEAR_SPACE:
        return _decades(start, end)
    smaller, larger = _levels(a_day)
    strong = [Division(day, larger[1](day), True) for day in larger[0](start, end)]
    first = Division(start, larger[1](start), True)
    taken = {division.day for division in strong}
    weak = [Division(day, smaller[1](day), False) for day in smaller[0](start, end)] if smaller else []
    heads = [] if start in taken else [first]
    return sorted([*heads, *strong, *weak], key=lambda division: (division.day, not division.strong))


Level = tuple[Callable[[date, date], Iterator[date]], Namer]


def _levels(a_day: float) -> tuple[Level | None, Level]:
    months: Level = (_months(1), lambda day: f"{day:%b %Y}")
    years: Level = (_months(12), lambda day: f"{day:%Y}")
    if a_day >= DAY_SPACE:
        return (_days(1), lambda day: str(day.day)), months
    if a_day * 7 >= WEEK_SPACE:
        return (_weeks, lambda day: str(day.day)), months
    if a_day * DAYS_OF_MONTH >= MONTH_SPACE:
        return (_months(1), lambda day: f"{day:%b}"), years
    if a_day * DAYS_OF_QUARTER >= QUARTER_SPACE:
        return (_months(3), lambda day: f"{day:%b}"), years
    return None, years


def _months(step: int) -> Callable[[date, date], Iterator[date]]:
    def starts(start: date, end: date) -> Iterator[date]:
        place = start.year * 12 + start.month - 1
        place += (-place) % step
        while (day := date(place // 12, place % 12 + 1, 1)) <= end:
            if day >= start:
                yield day
            place += step

    return starts


def _days(step: int) -> Callable[[date, date], Iterator[date]]:
    def starts(start: date, end: date) -> Iterator[date]:
        yield from (start + timedelta(n) for n in range(0, (end - start).days + 1, step))

    return starts


def _weeks(start: date, end: date) -> Iterator[date]:
    yield from (day for day in _days(1)(start, end) if day.day in (1, 8, 15, 22))


def _decades(start: date, end: date) -> list[Division]:
    step = 5 if end.year - start.year <= 60 else 10
    years = [date(year, 1, 1) for year in range(start.year - start.year % step, end.year + 1, step)]
    return [Division(day, f"{day:%Y}", True) for day in years if start <= day <= end]
