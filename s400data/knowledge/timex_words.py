"""Time words: months, weekdays, numbers, units and holidays that English speaks of time with."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Literal

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.settings import english_folder

NamedPart = Literal["month", "weekday", "today", "season", "century", "year"]


@dataclass(frozen=True, slots=True)
class TimexTerm:
    """Words of one kind and value. `capital` asks for a capital letter: "May" is a month, "may" is not."""

    kind: str
    words: tuple[str, ...]
    value: str = ""
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day of the calendar that has a name.

    It is fixed (`month`, `day`), the nth `weekday` of a month (`nth` -1 is the last), counted from Easter Sunday
    (`easter` days after it), or one day of history (`year` as well).
    """

    names: tuple[str, ...]
    month: int | None = None
    day: int | None = None
    nth: int | None = None
    weekday: int | None = None
    plus: int = 0
    easter: int | None = None
    year: int | None = None

    def in_year(self, year: int) -> date:
        """Day of the holiday in `year`."""
        if self.easter is not None:
            return easter(year) + timedelta(days=self.easter)
        if self.nth is None or self.weekday is None:
            return date(year, self.month or 1, self.day or 1)
        return _nth_weekday(year, self.month or 1, self.weekday, self.nth) + timedelta(days=self.plus)


@dataclass(frozen=True, slots=True)
class NameCue:
    """Words beside a time word that make it no date: "Theresa" before a month, "Times" after a weekday."""

    words: tuple[str, ...]
    of: tuple[NamedPart, ...]
    side: Literal["before", "after"]


@cache
def load_timex_terms() -> tuple[TimexTerm, ...]:
    """Time words of `english/timexes.toml`; one word standing in two entries raises `KnowledgeError`."""
    path = english_folder() / "timexes.toml"
    terms = read_entries(path, "term", TimexTerm)
    _check_once(path, "term", [term.words for term in terms])
    return terms


@cache
def load_holidays() -> tuple[Holiday, ...]:
    """Holidays of `english/holidays.toml`; a name in two entries or a holiday without a day raises `KnowledgeError`."""
    path = english_folder() / "holidays.toml"
    holidays = read_entries(path, "holiday", Holiday)
    _check_once(path, "holiday", [holiday.names for holiday in holidays])
    for n, holiday in enumerate(holidays):
        fixed = holiday.month is not None and (holiday.day is not None or None not in (holiday.nth, holiday.weekday))
        if not fixed and holiday.easter is None:
            raise KnowledgeError(path, line_of_entry(path, "holiday", (n,)), "neither a day nor a rule that gives it")
    return holidays


@cache
def load_name_cues() -> tuple[NameCue, ...]:
    """Name cues of `english/timex_names.toml`."""
    return read_entries(english_folder() / "timex_names.toml", "name", NameCue)


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leap, odd = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - shift + 15) % 30
    week = (32 + 2 * odd + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * week) // 451
    month, day = divmod(epact + week - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def _check_once(path: Path, key: str, groups: list[tuple[str, ...]]) -> None:
    seen: set[str] = set()
    for n, words in enumerate(groups):
        for word in words:
            if word in seen:
                raise KnowledgeError(path, line_of_entry(path, key, (n,)), f"'{word}' stands in an entry above too")
            seen.add(word)
