"""Context: when a text was written, which day its story has reached, and whether it is a story at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from s400data.timexes.calendars import Point
from s400data.timexes.readings import Reading
from s400data.timexes.tenses import Tense

# A text told in years, with hardly a word counted from the day of writing, is a story: history, a chronology.
MANY_YEARS = 6
YEARS_FOR_EACH_DEICTIC = 3
# Weekdays are the news's own way of counting; and an article whose date nobody knows must be plainly a history.
YEARS_FOR_EACH_WEEKDAY = 12
YEARS_WITHOUT_A_DATE = 8
FAR_SHARE = 0.5
_DEICTIC = frozenset({"today", "weekday", "ago", "tonight"})


@dataclass(frozen=True, slots=True)
class Written:
    """The day of writing, as far as it is known: the first day of the day, month or year that `precision` names.

    `doubt` says why there is none.
    """

    day: date | None
    precision: Literal["day", "month", "year"] | None = "day"
    doubt: str = "the article has no date to count from"

    @property
    def point(self) -> Point | None:
        """The day of writing as a point of the calendar."""
        if self.day is None:
            return None
        if self.precision == "year":
            return Point(self.day.year)
        return Point(self.day.year, self.day.month, self.day.day if self.precision != "month" else None)

    @property
    def exact(self) -> date | None:
        """The day of writing, None unless it is known to the day."""
        return self.day if self.precision not in ("month", "year") else None


@dataclass(frozen=True, slots=True)
class Context:
    """What placing one expression may lean on.

    `story` is the point the text has reached and still speaks of here, `told` the last one it reached at all. In a
    history (`is_story`) dates go on from the story, elsewhere from the day of writing. `tense` and `years_of` (the
    years that evidence leaves for a month and day) are asked only when they matter.
    """

    written: Written
    story: Point | None
    told: Point | None
    is_story: bool
    tense: Callable[[], Tense]
    years_of: Callable[[int, int, int | None], tuple[int, ...]]


def _is_deictic(reading: Reading) -> bool:
    """Whether it counts from the day of writing: "on Monday", "last week"."""
    counted = reading.frame is not None and reading.frame.base == "speech" and reading.frame.unit in ("W", "M", "Y")
    return reading.year is None and (counted or reading.rule in _DEICTIC)


def is_story(readings: Sequence[Reading], written: Written) -> bool:
    """Whether bare months count from the story's own dates rather than from the day of writing."""
    years = [
        -reading.year if reading.before_christ else reading.year
        for reading in readings
        if reading.year and reading.names_year
    ]
    deictic = sum(map(_is_deictic, readings))
    weekdays = sum(reading.rule == "weekday" and reading.year is None for reading in readings)
    needed = max(MANY_YEARS, YEARS_FOR_EACH_DEICTIC * deictic, YEARS_FOR_EACH_WEEKDAY * weekdays)
    if written.day is None:
        return len(years) >= max(needed, YEARS_WITHOUT_A_DATE * (1 + deictic))
    this_year = written.day.year
    far = sum(abs(year - this_year) > 1 for year in years)
    return len(years) >= needed and far >= FAR_SHARE * len(years)
