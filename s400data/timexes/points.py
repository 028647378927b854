"""Points: the point of the calendar an expression means, counted from a base or chosen among the years it can be in."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from s400data.knowledge.timex_words import load_holidays
from s400data.records import Interval
from s400data.timexes.calendars import Point, days_of, first_day, is_weekday, point_of, shift_point
from s400data.timexes.context import Context
from s400data.timexes.readings import Frame, Reading
from s400data.timexes.tenses import Tense

_FINER_THAN_DAY = frozenset({"TH", "TM", "TS"})
# "In January" after "November 1941" is January 1942: a month this much earlier turns the year.
YEAR_TURNS = 8


def point_of_reading(reading: Reading, context: Context) -> Point:
    """Return the point `reading` means, with None for what stays open."""
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
    """Return the year `reading` names, negative before Christ: "45" after "1939" is 1945."""
    year = reading.year or 0
    if reading.span == "short":
        near = context.story if reading.borrows or context.is_story else context.written.point
        century = (near.year if near and near.year else 2000) // 100 * 100
        year += century
        if near and near.year and not reading.borrows and year > near.year + 20:
            year -= 100
    return -year if reading.before_christ else year


def base_of(frame: Frame, context: Context) -> Point | None:
    """Return the point that `frame` counts from: the story's, the day of writing, or None where neither is known."""
    if frame.base == "story":
        told = context.story if frame.shift else context.told
        if told and (context.is_story or _is_fine(told, frame.unit)):
            return told
        # "She left 18 months later": than what, the text does not say, but not than the day of writing.
        return None if frame.shift > 0 and context.tense() == "past" else context.written.point
    if context.is_story and frame.unit != "D" and not frame.shift and context.story:
        return context.story
    return context.written.point


def _is_fine(point: Point, unit: str) -> bool:
    """Whether units can be counted from `point`: "a day later" needs a day, "the following year" only a year."""
    return shift_point(point, unit, 0) is not None


def _in_frame(reading: Reading, frame: Frame, context: Context) -> Point:
    base = base_of(frame, context)
    if frame.unit in _FINER_THAN_DAY:
        return base if base and base.day else Point(base.year if base else None, None, None)
    moved = shift_point(base, frame.unit, frame.shift) if base else None
    if moved is None:
        return _open_frame(reading, frame, base)
    if reading.weekday is not None and reading.day is None:
        return _day_of_week(moved, reading.weekday)
    if reading.part == "WE":
        return _weekend(reading, moved, context)
    if reading.part:
        return Point(moved.year, part=reading.part)
    if reading.month is not None:
        return Point(moved.year, reading.month, reading.day)
    return replace(moved, day=reading.day) if reading.day is not None else moved


def _open_frame(reading: Reading, frame: Frame, base: Point | None) -> Point:
    """What is left where the base is unknown or too coarse: "three days later" in a story that has reached 1980."""
    year = base.year if base and frame.base == "story" and frame.unit in ("M", "W", "D") else None
    if reading.weekday is not None:
        return Point(None, weekday=reading.weekday)
    if reading.part and reading.part != "WE":
        return Point(year, part=reading.part)
    if frame.unit == "W":
        return Point(year, week=0, part=reading.part)
    if reading.month is not None or frame.unit == "M":
        return Point(year, reading.month or 0, reading.day)
    return Point(year, None, 0) if frame.unit == "D" else Point(year)


def _day_of_week(week: Point, weekday: int) -> Point:
    interval = days_of(week)
    if interval is None:
        return Point(None, weekday=weekday)
    day = interval.earliest + timedelta(days=(weekday - interval.earliest.isoweekday()) % 7)
    return point_of(day)


def _weekend(reading: Reading, week: Point, context: Context) -> Point:
    """The weekend of `week`, or the one before where a working day tells of "the weekend" as past."""
    near = context.written.exact
    if reading.side is None and near and near.isoweekday() < 6 and context.tense() != "future":
        week = shift_point(point_of(near), "W", -1) or week
    return replace(week, part="WE")


def _weekday(reading: Reading, context: Context) -> Point:
    weekday = reading.weekday or 1
    goes_on = context.is_story or reading.base == "story"
    told = context.story.day_date() if goes_on and context.story else None
    near = told or (None if context.is_story else context.written.exact)
    if near is None:
        return Point(None, weekday=weekday)
    back = (near.isoweekday() - weekday) % 7
    ahead = (weekday - near.isoweekday()) % 7
    if reading.side == -1:
        return point_of(near - timedelta(days=back or 7))
    if reading.side == 1:
        return point_of(near + timedelta(days=ahead or 7))
    tense = "future" if told else context.tense()
    if tense == "future" or (reading.side == 0 and tense != "past") or (tense == "present" and ahead < back):
        return point_of(near + timedelta(days=ahead))
    return point_of(near - timedelta(days=back))


def _without_year(reading: Reading, context: Context) -> Point:
    if reading.month is None and reading.part is None and reading.day is not None:
        return Point(None, None, reading.day)
    if (context.is_story or reading.base == "story") and context.story and context.story.year:
        return _in_story(reading, context.story)
    near = context.written.day
    if near is None:
        return _from_evidence(reading, context)
    choices = [_written_point(reading, near.year + step) for step in (-2, -1, 0, 1, 2)]
    if reading.weekday is not None:
        choices = [point for point in choices if is_weekday(point, reading.weekday)] or choices
    return _choose(choices, near, reading.side, context.tense)


def _from_evidence(reading: Reading, context: Context) -> Point:
    """The one year that evidence leaves; else that of an explicit date the paragraph has given before."""
    years = context.years_of(reading.month, reading.day, reading.weekday) if reading.month and reading.day else ()
    if len(years) == 1:
        return _written_point(reading, years[0])
    if context.story and context.story.month and not years:
        return _in_story(reading, context.story)
    return _written_point(reading, None)


def _in_story(reading: Reading, story: Point) -> Point:
    reached = first_day(story)
    if not reading.side or reached is None:
        return _written_point(reading, _story_year(reading, story))
    choices = [_written_point(reading, reached.year + step) for step in (-1, 0, 1)]
    return _choose(choices, reached, reading.side, lambda: "open")


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


def _choose(choices: Iterable[Point], near: date, side: int | None, tense_of: Callable[[], Tense]) -> Point:
    """The choice that "last", "next" or the tense asks for, seen from `near`; the nearest one where nothing does."""
    placed = [(point, days) for point in choices if (days := days_of(point))]
    if not placed:
        return replace(next(iter(choices)), year=None)
    tense = "open" if side else tense_of()
    past = [entry for entry in placed if entry[1].latest < near or (side is None and entry[1].earliest <= near)]
    coming = [entry for entry in placed if entry[1].earliest > near or (side is None and entry[1].latest >= near)]
    if (side == -1 or tense == "past") and past:
        return past[-1][0]
    if (side == 1 or tense == "future") and coming:
        return coming[0][0]
    return min(placed, key=lambda entry: _distance(entry[1], near))[0]


def _distance(days: Interval, near: date) -> int:
    if days.earliest <= near <= days.latest:
        return 0
    return min(abs((days.earliest - near).days), abs((days.latest - near).days))


def holiday_point(reading: Reading, context: Context) -> Point:
    """Return the day of the holiday that `reading` names."""
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
