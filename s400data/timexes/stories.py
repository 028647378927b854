"""Stories: the point of the calendar a text has reached, which dates without a year go on from."""

import re
from dataclasses import replace

from s400data.timexes.calendars import Point
from s400data.timexes.placing import Placed
from s400data.timexes.readings import Reading

# In a history "today" and "two years ago" belong to the historian or to somebody quoted.
_OF_SPEECH = frozenset({"today", "ago", "tonight"})
# Further off than this, a date is first taken for an aside: "documents declassified in 2005 revealed that there was no
# attack on 4 August". A second date near it shows that the story has moved there.
ASIDE_YEARS = 3
# A year that opens its sentence moves the story on; one further inside is often an aside.
OPENING = 30
_SENTENCE_START = re.compile(r"[.!?:]['\"”’)\]]*\s|\n")


class Story:
    """The point a text has reached, followed from expression to expression."""

    def __init__(self, text: str, is_history: bool) -> None:
        self._text = text
        self.is_history = is_history
        self._doubtful: Point | None = None
        self._reached_at = 0
        self.point: Point | None = None

    def point_at(self, start: int) -> Point | None:
        """Return the point the text still speaks of at `start`: in news a new paragraph leaves it behind."""
        if self.is_history or self.point is None:
            return self.point
        return None if "\n" in self._text[self._reached_at : start] else self.point

    def follow(self, reading: Reading, placed: Placed) -> None:
        """Go on to `placed`, unless it is only an aside."""
        point = placed.point
        if point is None or point.year is None or placed.flag or reading.type not in ("DATE", "TIME"):
            return
        point = replace(point, weekday=None)
        if self.is_history and self.point and (reading.rule in _OF_SPEECH or self._is_aside(point, reading)):
            return
        self.point = self._merged(point)
        self._reached_at = reading.end

    def _merged(self, point: Point) -> Point:
        """A bare year that is the story's own does not make its month forgotten."""
        is_bare = point.month is None and point.week is None and point.part is None
        return self.point if self.point and is_bare and self.point.year == point.year else point

    def _is_aside(self, point: Point, reading: Reading) -> bool:
        told, doubtful = self.point, self._doubtful
        self._doubtful = point
        if told is None or point.year is None or told.year is None:
            return False
        if doubtful and doubtful.year is not None and abs(point.year - doubtful.year) <= 1 and reading.names_year:
            return False
        if point.month is None and not self._opens_sentence(reading.start):
            return point.year != told.year
        return abs(point.year - told.year) > ASIDE_YEARS and not (point.month and self._opens_sentence(reading.start))

    def _opens_sentence(self, start: int) -> bool:
        return bool(_SENTENCE_START.search(self._text[max(0, start - OPENING) : start])) or start < OPENING
