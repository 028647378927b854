"""Points: the point of the calendar an expression means, counted from a base or chosen among the years it can be in."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from s400data.knowledge.timex_words import load_holidays
from s400data.records import Interval
from s400data.timexes.calendars import Point, days_of, first_day, point_of, shift_point
from s400data.timexes.context import Context
from s400data.timexes.readings import Frame, Reading
from s400data.timexes.tenses import Tense

_FINER_THAN_DAY = frozenset({"TH", "TM", "TS"})
# "In January" after "November 1941" is January 1942: a month this much earlier turns the year.
YEAR_TURNS = 8


def point_of_reading(reading: Reading, context: Context) -> Point:
    if reading.frame:
        return _in_frame(reading, reading.frame, context)
    if reading.weekday is not None and reading.month is None and reading.day is None:
        return _weekday(reading, context)
    if reading.year is not None:
        return _written_point(reading, full_year(reading, context))
    return _without_year(reading, context)


def _written_point(reading: Reading, year: int | None) -> Point:
    return Point(year, reading.month, reading.day, part=reading.part)


def full_year(reading: Reading, context: Context) -> int:
    year = reading.year or 0
    if reading.span == "short":
        near = context.story if reading.borrows or context.is_story else context.written.point
        century = (near.year if near and near.year else 2000) // 100 * 100
        year += century
        if near and near.year and not reading.borrows and year > near.year + 20:
            year -= 100
    return -year if reading.before_christ else year


def base_of(frame: Frame, context: Context) -> Point | None:
    told = context.story
    if frame.base == "story":
        return told or context.written.point
    if context.is_story and frame.unit != "D" and told:
        return told
    return context.written.point


def _in_frame(reading: Reading, frame: Frame, context: Context) -> Point:
    base = base_of(frame, context)
    if frame.unit in _FINER_THAN_DAY:
        return base if base and base.day else Point(base.year if base else None, None, None)
    moved = shift_point(base, frame.unit, frame.shift) if base else None
    if moved is None:
        return _open_frame(reading, frame, base)
    if reading.weekday is not None:
        return _day_of_week(moved, reading.weekday)
    if reading.part == "WE":
        return replace(moved, part="WE")
    if reading.part:
        return Point(moved.year, part=reading.part)
    if reading.month is not None:
        return Point(moved.year, reading.month, reading.day)
    return replace(moved, day=reading.day) if reading.day is not None else moved


def _open_frame(reading: Reading, frame: Frame, base: Point | None) -> Point:
    """What is left where the base is unknown or too coarse: "three days later" in a story that has reached 1980."""
    year = base.year if base and frame.unit in ("M", "W", "D") else None
    if reading.weekday is not None:
        return Point(None, weekday=reading.weekday)
    if reading.part or frame.unit == "W":
        return Point(year, week=0, part=reading.part)
    if reading.month is not None or frame.unit == "M":
        return Point(year, reading.month, reading.day)
    return Point(year)


def _day_of_week(week: Point, weekday: int) -> Point:
    interval = days_of(week)
    if interval is None:
        return Point(None, weekday=weekday)
    day = interval.earliest + timedelta(days=(weekday - interval.earliest.isoweekday()) % 7)
    return point_of(day)


def _weekday(reading: Reading, context: Context) -> Point:
    weekday = reading.weekday or 1
    told = context.story.day_date() if context.is_story and context.story else None
    near = told or (None if context.is_story else context.written.exact)
    if near is None:
        return Point(None, weekday=weekday)
    back = (near.isoweekday() - weekday) % 7
    ahead = (weekday - near.isoweekday()) % 7
    if reading.side == -1:
        return point_of(near - timedelta(days=back or 7))
    if reading.side == 1:
        return point_of(near + timedelta(days=ahead or 7))
    if told or context.tense == "future" or (reading.side == 0 and context.tense == "open"):
        return point_of(near + timedelta(days=ahead))
    return point_of(near - timedelta(days=back))


def _without_year(reading: Reading, context: Context) -> Point:
    if reading.month is None and reading.part is None and reading.day is not None:
        return Point(None, None, reading.day)
    if (context.is_story or reading.base == "story") and context.story and context.story.year:
        return _in_story(reading, context.story)
    written = context.written
    if written.day is None:
        years = context.years_of(reading.month, reading.day) if reading.month and reading.day else ()
        return _written_point(reading, years[0] if len(years) == 1 else None)
    near = written.day
    choices = [_written_point(reading, near.year + step) for step in (-2, -1, 0, 1, 2)]
    return _choose(choices, near, reading.side, context.tense)


def _in_story(reading: Reading, story: Point) -> Point:
    reached = first_day(story)
    if not reading.side or reached is None:
        return _written_point(reading, _story_year(reading, story))
    choices = [_written_point(reading, reached.year + step) for step in (-1, 0, 1)]
    return _choose(choices, reached, reading.side, "open")


def _story_year(reading: Reading, story: Point) -> int:
    """The story's year, or the next one where the year has turned: "In January" after "November 1941"."""
    year = story.year or 0
    month, told = _month_of(reading), story.month
    if month and told and told - month >= YEAR_TURNS:
        return year + 1
    return year


def _month_of(reading: Reading) -> int | None:
    if reading.month:
        return reading.month
    interval = days_of(Point(2001, part=reading.part)) if reading.part and reading.part != "FY" else None
    return interval.earliest.month if interval else None


def _choose(choices: Iterable[Point], near: date, side: int | None, tense: Tense) -> Point:
    """The choice that "last", "next" or the tense asks for, seen from `near`; the nearest one where nothing does."""
    placed = [(point, days) for point in choices if (days := days_of(point))]
    if not placed:
        return replace(next(iter(choices)), year=None)
    past = [entry for entry in placed if entry[1].latest < near or (side is None and entry[1].earliest <= near)]
    coming = [entry for entry in placed if entry[1].earliest > near or (side is None and entry[1].latest >= near)]
    if (side == -1 or (not side and tense == "past")) and past:
        return past[-1][0]
    if (side == 1 or (not side and tense == "future")) and coming:
        return coming[0][0]
    return min(placed, key=lambda entry: _distance(entry[1], near))[0]


def _distance(days: Interval, near: date) -> int:
    if days.earliest <= near <= days.latest:
        return 0
    return min(abs((days.earliest - near).days), abs((days.latest - near).days))


def holiday_point(reading: Reading, context: Context) -> Point:
    holiday = load_holidays()[int((reading.literal or "").split()[1])]
    if holiday.year is not None:
        return point_of(holiday.in_year(holiday.year))
    if reading.year is not None and not reading.before_christ:
        return point_of(holiday.in_year(full_year(reading, context)))
    if reading.frame and (base := base_of(reading.frame, context)) and base.year:
        return point_of(holiday.in_year(base.year + reading.frame.shift))
    if context.is_story and context.story and context.story.year and context.story.year > 0:
        return point_of(holiday.in_year(context.story.year))
    near = context.written.day
    if near is None:
        return Point(None, holiday.month, holiday.day)
    choices = [point_of(holiday.in_year(near.year + step)) for step in (-1, 0, 1)]
    return _choose(choices, near, reading.side, context.tense)
