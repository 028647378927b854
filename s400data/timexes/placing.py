"""Placing: what an expression says, put on the calendar with the help of its context."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from s400data.records import Interval
from s400data.timexes.calendars import Point, days_away, days_of, narrow, point_of, shift_point, value_of, week_of
from s400data.timexes.context import Context
from s400data.timexes.points import base_of, full_year, holiday_point, point_of_reading
from s400data.timexes.readings import Frame, Reading

NOWHERE = "XXXX-XX-XX"
# Dates printed in figures are mostly those of the weeks before.
MOST_DAYS = 31
HALF_WEEK = timedelta(days=3)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Placed:
    """A value, the days it stands for, and the point for a story to go on from."""

    value: str
    interval: Interval | None = None
    point: Point | None = None
    anchor: date | None = None
    flag: str | None = None
    confidence: float = 1.0


def place(reading: Reading, context: Context) -> Placed:
    """Return where `reading` belongs; its interval is None where nothing settles that."""
    if reading.flag:
        return Placed(NOWHERE, flag=reading.flag, confidence=0.5)
    if reading.literal and reading.literal.startswith("holiday"):
        return _with_days(reading, holiday_point(reading, context), context)
    if reading.type in ("DURATION", "SET") or reading.literal:
        return _length(reading, context)
    if reading.span and reading.span != "short":
        span = f"BC{reading.span}" if reading.before_christ else reading.span
        return _with_days(reading, Point(span=span), context)
    impossible = _impossible(reading)
    if impossible:
        return Placed(NOWHERE, flag=impossible, confidence=0.5)
    if reading.alternative:
        return _numeric(reading, context)
    return _with_days(reading, point_of_reading(reading, context), context)


def _length(reading: Reading, context: Context) -> Placed:
    value = reading.literal or NOWHERE
    if reading.frame:
        return Placed(value, _stretch(reading.frame, context), anchor=context.written.day)
    if reading.rule == "first_periods" and (reading.month or reading.year):
        piece = _piece_of(reading, context)
        if reading.type == "DATE" and piece:
            point = point_of(piece.earliest) if value == "P1D" else week_of(piece.earliest + HALF_WEEK)
            return Placed(value_of(point), piece, point)
        return Placed(value, piece)
    return Placed(value)


def _stretch(frame: Frame, context: Context) -> Interval | None:
    """The days of "the past three years": from the base back, or on from it."""
    base = base_of(frame, context)
    here = base.day_date() if base else None
    if here:
        try:
            there = days_away(here, frame.unit, frame.shift)
        except OverflowError:
            return None
        return Interval(min(here, there), max(here, there), "interval") if there else None
    days, moved = (days_of(base), shift_point(base, frame.unit, frame.shift)) if base else (None, None)
    other = days_of(moved) if moved else None
    if days is None or other is None:
        return None
    return Interval(min(days.earliest, other.earliest), max(days.latest, other.latest), "interval")


def _piece_of(reading: Reading, context: Context) -> Interval | None:
    """The days of "the first two months of 2019" or "the third week of May"."""
    whole = days_of(point_of_reading(replace(reading, literal=None, side=None), context))
    value = reading.literal or ""
    if whole is None or not value[1:-1].isdigit():
        return whole
    count, nth = int(value[1:-1]), reading.side or 1
    if reading.edge == "late":
        start = days_away(whole.latest, value[-1], -count)
        return Interval(max(whole.earliest, start + ONE_DAY), whole.latest, "interval") if start else whole
    first = days_away(whole.earliest, value[-1], count * (nth - 1))
    after = days_away(first, value[-1], count) if first else None
    if first is None or after is None or first > whole.latest:
        return None
    return Interval(first, min(whole.latest, after - ONE_DAY), "interval")


def _numeric(reading: Reading, context: Context) -> Placed:
    year = full_year(reading, context)
    month, day = reading.alternative or (reading.month, reading.day)
    days = sorted(
        d for point in (Point(year, reading.month, reading.day), Point(year, month, day)) if (d := point.day_date())
    )
    near = context.written.exact
    close = [one for one in days if near and -MOST_DAYS <= (one - near).days <= 0]
    if len(close) == 1:
        return _with_days(reading, point_of(close[0]), context)
    if len(days) < 2:
        return Placed(NOWHERE, flag="no such day", confidence=0.5)
    words = f"either {days[0]} or {days[1]}: the order of day and month is open"
    return Placed(f"{year:04}-XX-XX", Interval(days[0], days[1], "interval"), flag=words, confidence=0.6)


def _impossible(reading: Reading) -> str | None:
    if reading.month is not None and not 1 <= reading.month <= 12:
        return f"there is no month {reading.month}"
    if reading.day is None:
        return None
    try:
        leap = reading.year if reading.year and reading.span != "short" and reading.year < 9999 else 2000
        date(leap, reading.month or 1, reading.day)
    except ValueError:
        return "the calendar has no such day"
    return None


def _with_days(reading: Reading, point: Point, context: Context) -> Placed:
    interval = days_of(point)
    value = value_of(point)
    flag = _disagreement(reading, point)
    if interval and reading.edge:
        interval = narrow(interval, reading.edge, context.written.exact)
    if reading.clock:
        value = f"{value}{reading.clock}" if point.month or point.weekday or point.week else f"{NOWHERE}{reading.clock}"
    if flag:
        return Placed(value, None, point, flag=flag, confidence=0.5)
    if interval is None and flag is None and not value.startswith("BC"):
        flag = _openness(point, context)
    leaned = reading.year is None and not reading.span
    return Placed(value, interval, point, context.written.day if leaned else None, flag, 0.85 if leaned else 1.0)


def _openness(point: Point, context: Context) -> str | None:
    if point.year is not None:
        return None
    return context.written.doubt if context.written.day is None else "nothing in the text settles the date"


def _disagreement(reading: Reading, point: Point) -> str | None:
    day = point.day_date()
    if reading.weekday is None or day is None or reading.day is None or day.isoweekday() == reading.weekday:
        return None
    return f"{day} is a {day:%A}, not the weekday the text gives"
