"""Calendars: points of the calendar at any fineness, what TIMEX3 calls them, and the days they cover."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from s400data.records import Interval, Precision

WEEK = 7
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# First and last month (from 0) of the part of a year that an edge names.
_SHARES = {
    "early": (0, 3),
    "earlier": (0, 3),
    "mid": (4, 7),
    "late": (8, 11),
    "later": (8, 11),
    "start": (0, 1),
    "end": (10, 11),
}
_FIRST_MONTHS = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, **_SEASON_STARTS}
_YEARS = {"Y": 1, "DE": 10, "CE": 100}


@dataclass(frozen=True, slots=True)
class Point:
    """A day, week, month, part of a year, year, decade (`span` 199) or century (`span` 19).

    Years before Christ are negative; week 0 is a week nobody knows.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    weekday: int | None = None
    part: str | None = None
    span: str | None = None

    def day_date(self) -> date | None:
        """The point as a day, None where it is coarser or the calendar has no such day."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


def point_of(day: date) -> Point:
    """Return `day` as a point."""
    return Point(day.year, day.month, day.day)


def week_of(day: date) -> Point:
    """Return the ISO week of `day`."""
    year, week, _ = day.isocalendar()
    return Point(year, week=week)


def is_weekday(point: Point, weekday: int) -> bool:
    """Whether `point` is a day and that day of the week (1 is Monday)."""
    day = point.day_date()
    return day is not None and day.isoweekday() == weekday


def first_day(point: Point) -> date | None:
    """First day of `point`."""
    interval = days_of(point)
    return interval.earliest if interval else None


def shift_point(point: Point, unit: str, count: int) -> Point | None:
    """Return the unit that lies `count` units after the one `point` is in; None where `point` is too coarse."""
    if point.year is None:
        return None
    if point.part in _FIRST_MONTHS and unit in ("M", "Q"):
        point = Point(point.year, _FIRST_MONTHS[point.part])
    if unit in _YEARS:
        year = _add_years(point.year or 0, count * _YEARS[unit])
        return Point(year) if unit == "Y" else Point(span=_span(year, unit))
    if unit in ("M", "Q"):
        return _shift_months(point, unit, count)
    start = point.day_date() or (first_day(point) if unit == "W" and point.week else None)
    if start is None:
        return None
    try:
        moved = start + timedelta(days=count * (WEEK if unit == "W" else 1))
    except OverflowError:
        return None
    return week_of(moved) if unit == "W" else point_of(moved)


def days_away(day: date, unit: str, count: int) -> date | None:
    """Return the same day `count` months or years (`unit` M, Y, DE, CE) from `day`, or that many days or weeks."""
    if unit in ("D", "W"):
        return day + timedelta(days=count * (WEEK if unit == "W" else 1))
    months = count * (1 if unit == "M" else 12 * _YEARS.get(unit, 1))
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) if 1 <= year <= 9999 else None


def value_of(point: Point) -> str:
    """Return the value TIMEX3 gives `point`, X for figures nobody knows."""
    if point.span is not None:
        return point.span
    year = "XXXX" if point.year is None else f"{point.year:04}" if point.year > 0 else f"BC{-point.year:04}"
    if point.week is not None or point.part == "WE" or point.weekday is not None:
        return f"{year}-W{_two(point.week)}" + (
            "-WE" if point.part == "WE" else f"-{point.weekday}" if point.weekday else ""
        )
    if point.part == "FY":
        return year
    if point.part:
        return f"{year}-{point.part}"
    if point.month is None and point.day is None:
        return year
    return f"{year}-{_two(point.month)}" + (f"-{_two(point.day)}" if point.day is not None else "")


def days_of(point: Point) -> Interval | None:
    """Return the days `point` covers, None where its year is open, before Christ or not in the calendar."""
    try:
        return _days_of(point)
    except (ValueError, OverflowError):
        return None


def narrow(interval: Interval, edge: str, told: date | None) -> Interval:
    """Return the part of `interval` that `edge` names: mid-July is 10 to 20 July, early 2019 its first third.

    "Earlier this week" ends, and "later this week" begins, with the day it is told (`told`).
    """
    first, last = interval.earliest, interval.latest
    days = (last - first).days + 1
    if days == 1:
        return interval
    if interval.precision in ("year", "decade") and not (
        told and first <= told <= last and edge in ("earlier", "later")
    ):
        return _narrow_year(interval, edge)
    if edge in ("earlier", "later") and told and first <= told <= last:
        bounds = (first, told) if edge == "earlier" else (told, last)
    elif edge == "mid":
        bounds = (first + timedelta(days=round(days * 0.3)), first + timedelta(days=round(days * 0.62)))
    else:
        share = 3 if edge in ("early", "late", "later", "earlier") else 6
        size = timedelta(days=max(1, round(days / share)) - 1)
        bounds = (first, first + size) if edge in ("early", "start", "earlier") else (last - size, last)
    return Interval(*bounds, "interval")


def _narrow_year(interval: Interval, edge: str) -> Interval:
    """Whole months of a year, whole years of a decade: early 2019 is January to April, the early 1990s 1990 to 1993."""
    first, last = _SHARES[edge]
    year = interval.earliest.year
    if interval.precision == "decade":
        bounds = date(year + first * 9 // 12, 1, 1), date(year + (last * 9 + 11) // 12, 12, 31)
    else:
        bounds = date(year, first + 1, 1), date(year, last + 1, monthrange(year, last + 1)[1])
    return Interval(*bounds, "interval")


def _days_of(point: Point) -> Interval | None:
    if point.span is not None:
        return _span_days(point.span)
    if point.year is None or point.year < 1:
        return None
    if point.week is not None:
        monday = date.fromisocalendar(point.year, point.week, 1)
        start = monday + timedelta(days=5) if point.part == "WE" else monday
        return Interval(start, monday + timedelta(days=6), "interval" if point.part == "WE" else "week")
    if point.part:
        return _part_days(point.year, point.part)
    if point.month is None:
        return None if point.day is not None else Interval(date(point.year, 1, 1), date(point.year, 12, 31), "year")
    if point.day is None:
        return _months(point.year, point.month, 1, "month")
    day = date(point.year, point.month, point.day)
    return Interval(day, day, "day")


def _part_days(year: int, part: str) -> Interval | None:
    if part == "FY":
        # India's fiscal 2019 began in April 2018, Britain's ended in March 2020.
        return Interval(date(year - 1, 4, 1), date(year + 1, 3, 31), "interval")
    if part in _SEASON_STARTS:
        return _months(year, _SEASON_STARTS[part], 3, "season")
    size: int = {"Q": 3, "H": 6}[part[0]]
    return _months(year, (int(part[1]) - 1) * size + 1, size, "quarter" if size == 3 else "half")


def _months(year: int, month: int, count: int, precision: Precision) -> Interval:
    years, last = divmod(month + count - 2, 12)
    return Interval(
        date(year, month, 1), date(year + years, last + 1, monthrange(year + years, last + 1)[1]), precision
    )


def _span_days(span: str) -> Interval | None:
    if span.startswith("BC"):
        return None
    width = 10 ** (4 - len(span))
    start = int(span) * width
    return Interval(date(start, 1, 1), date(start + width - 1, 12, 31), "decade" if width == 10 else "interval")


def _shift_months(point: Point, unit: str, count: int) -> Point | None:
    if point.year is None or point.month is None:
        return None
    size = 3 if unit == "Q" else 1
    index = (point.year * 12 + point.month - 1) // size + count
    years, rest = divmod(index * size, 12)
    if unit == "Q":
        return Point(years, part=f"Q{rest // 3 + 1}")
    return replace(Point(years), month=rest + 1)


def _add_years(year: int, count: int) -> int:
    moved = year + count
    # There was no year 0.
    return moved + (1 if count > 0 else -1) if moved == 0 or (year < 0 < moved) else moved


def _span(year: int, unit: str) -> str:
    size = 10 if unit == "DE" else 100
    digits = 3 if unit == "DE" else 2
    return f"BC{-year // size:0{digits}}" if year < 0 else f"{year // size:0{digits}}"


def _two(number: int | None) -> str:
    return f"{number:02}" if number else "XX"
