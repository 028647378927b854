"""Days: readers of the rules that name a single day, with or without a time of day."""

from typing import Any

from s400data.timexes.parts import clock_of, day_of, frame_of, reading_of, relation_of, year_of
from s400data.timexes.patterns import Match
from s400data.timexes.readings import Frame, Reading


def read_month_day(match: Match) -> Reading:
    weekday = match.number("weekday")
    parts = {"month": match.number("month"), "day": day_of(match), "weekday": weekday}
    return reading_of(match, **parts, frame=frame_of(match), **(year_of(match) | clock_of(match)))


def read_second_day(match: Match) -> Reading | None:
    return reading_of(match, day=day_of(match), borrows=True, **year_of(match))


def read_weekday(match: Match) -> Reading:
    side, base = relation_of(match.fields.get("rel", ())) or (None, None)
    frame = frame_of(match)
    return reading_of(match, weekday=match.number("weekday"), side=side, base=base, frame=frame, **clock_of(match))


def read_weekday_day(match: Match) -> Reading:
    frame = Frame("M", 0, "speech")
    return reading_of(match, weekday=match.number("weekday"), day=day_of(match), frame=frame, **clock_of(match))


def read_numeric_date(match: Match) -> Reading:
    figures = match.fields["date"][0].text
    date_part, _, time = figures.replace("T", " ").partition(" ")
    parts: dict[str, Any] = _numeric_parts(date_part)
    if time:
        parts |= {"clock": f"T{time.rstrip('Z')}", "type": "TIME"}
    return reading_of(match, weekday=match.number("weekday"), **(parts | clock_of(match)))


def _numeric_parts(figures: str) -> dict[str, Any]:
    mark = next(letter for letter in figures if not letter.isdigit())
    first, second, third = (int(part) for part in figures.split(mark))
    if first > 31:
        return {"year": first, "month": second, "day": third}
    short = {"span": "short"} if len(figures.split(mark)[2]) == 2 else {}
    if mark == "/" and second <= 12 and first <= 12 and first != second:
        return {"year": third, "month": first, "day": second, "alternative": (second, first), **short}
    if second > 12:
        first, second = second, first
    return {"year": third, "month": second, "day": first, **short}


def read_today(match: Match) -> Reading:
    shift = int(match.value("today") or 0)
    return reading_of(match, frame=Frame("D", shift, "speech"), **clock_of(match))


def read_holiday(match: Match) -> Reading:
    relation = relation_of(match.fields.get("rel", ()))
    side = relation[0] if relation else None
    return reading_of(
        match,
        literal=f"holiday {match.value('holiday')}",
        side=side,
        frame=frame_of(match),
        **(year_of(match) | clock_of(match)),
    )


def read_day_of_frame(match: Match) -> Reading:
    return reading_of(match, day=day_of(match), frame=frame_of(match), **clock_of(match))


def read_bare_day(match: Match) -> Reading:
    return reading_of(match, day=day_of(match), frame=Frame("M", 0, "story"), **clock_of(match))
