"""Written dates: calendar dates spelt out in a text, and whether its words tell them as past or as still to come.

A plain scan without a parse, for judging how old a text is; the full account of time expressions is in `timexes`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from s400data.chronology.calendar import MONTH_PATTERN, WEEKDAY_PATTERN, day_of, month_number, weekday_number

Tense = Literal["past", "future", "open"]


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as written: parts it does not name are None. `tense` is how its sentence speaks of it."""

    start: int
    end: int
    text: str
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    tense: Tense

    @property
    def first_day(self) -> date | None:
        """First day of the period named, None without a year."""
        return day_of(self.year, self.month or 1, self.day or 1) if self.year else None


_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_LEAD = rf"(?:(?P<weekday>{WEEKDAY_PATTERN})[,]?\s+(?:the\s+)?)?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\b{_LEAD}(?P<day>{_DAY})\s+(?:of\s+)?(?P<month>{MONTH_PATTERN})(?:,?\s+(?P<year>{_YEAR})\b)?",
        rf"\b{_LEAD}(?P<month>{MONTH_PATTERN})\s+(?P<day>{_DAY})\b(?!:\d)(?:,?\s+(?P<year>{_YEAR})\b)?",
        rf"\b(?P<month>{MONTH_PATTERN}),?\s+(?:of\s+)?(?P<year>{_YEAR})\b",
        rf"\b(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>{_DAY})\b",
        rf"\b(?P<day>{_DAY})\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>{_YEAR})\b",
        # "2,019", "$2019" and "2019 km" are no years; "MAKS-2019" is one.
        rf"(?<![\d.,$€£:/])\b(?P<year>{_YEAR})\b(?![\d%:]|[.,/]\d|\s+(?:km|kilomet|miles|met(?:er|re)|troops|soldiers|people))",
    )
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘A-Z])|\n")
# Nothing is looked for further away than this; a longer sentence is a list.
_LONGEST_SENTENCE = 1500
_FUTURE = re.compile(
    r"\b(?:will|shall|(?:is|are|being)\s+(?:\w+\s+)?(?:expected|scheduled|planned|slated|due|set|going|to)\b"
    r"|expects?\s+to|plans?\s+to|intends?\s+to|aims?\s+to|upcoming|forthcoming)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:would|could|may|might|should|must|if|unless|until|till|by|before|ahead\s+of|planned|expected|expecting"
    r"|scheduled|slated|deadline|target|goal|vision|due\s+(?:in|on|by|for)|next)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|did|said|told|began|took|went|came|made|gave|sold|bought|became|saw|met|left|fell"
    r"|held|put|won|lost|sent|paid|struck|shot|brought|kept|spoke|rose|set|got|led|\w{2,}ed)\b"
)
_PLACED = re.compile(
    r"(?:\b(?:in|on|since|from|of|during|after|late|early|mid|dated|as of)|[-(,])[\s-]*$", re.IGNORECASE
)


@lru_cache(maxsize=16)
def find_written_dates(text: str) -> tuple[WrittenDate, ...]:
    """Find the calendar dates of `text` in reading order; where two readings overlap the fuller one stands."""
    taken = bytearray(len(text))
    found: list[WrittenDate] = []
    for form in _FORMS:
        for match in form.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            taken[match.start() : match.end()] = b"x" * len(match[0])
            found.extend(_written(text, match))
    return tuple(sorted(found, key=lambda written: written.start))


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the sentence that holds [start, end), judged by punctuation alone."""
    floor, ceiling = max(0, start - _LONGEST_SENTENCE), min(len(text), end + _LONGEST_SENTENCE)
    first = floor
    for boundary in _SENTENCE_END.finditer(text, floor, start + 1):
        first = boundary.end()
    after = _SENTENCE_END.search(text, end, ceiling)
    return first, after.end() if after else ceiling


def _written(text: str, match: re.Match[str]) -> Iterator[WrittenDate]:
    parts = match.groupdict()
    month_word = parts.get("month")
    month = None if not month_word else int(month_word) if month_word.isdigit() else month_number(month_word)
    day = int(re.sub(r"\D", "", parts["day"])) if parts.get("day") else None
    year = int(parts["year"]) if parts.get("year") else None
    weekday = weekday_number(parts["weekday"]) if parts.get("weekday") else None
    if day and month and day_of(year or 2000, month, day) is None:
        return
    yield WrittenDate(match.start(), match.end(), match[0], year, month, day, weekday, _tense(text, match, bool(month)))


def _tense(text: str, match: re.Match[str], has_month: bool) -> Tense:
    start, end = sentence_around(text, match.start(), match.end())
    # Only the clause before the date and a little after it: "will be signed in 2020, he said in 2019".
    before = re.split(r"[;:,]\s|[\"“”]", text[start : match.start()])[-1]
    after = re.split(r"[;:,]\s|[\"“”]", text[match.end() : end])[0]
    clause = f"{before} | {after}"
    if _FUTURE.search(clause):
        return "future"
    if _OPEN.search(clause):
        return "open"
    placed = has_month or bool(_PLACED.search(text[max(0, match.start() - 12) : match.start()]))
    return "past" if placed and _PAST.search(text[start:end]) else "open"
