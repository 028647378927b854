"""Stamps: lines whose matter is the date of the page ("16:02 27.11.2019", "Published: 12 July 2019, 14:03")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from s400data.chronology import day_of, month_number, weekday_number
from s400data.chronology.calendar import MONTH_PATTERN, WEEKDAY_PATTERN
from s400data.knowledge.datelines import foreign_months
from s400data.knowledge.outlets import load_outlets

Label = Literal["published", "updated"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date as a page prints it. `swapped` is the other reading of a numeric date such as 03/04/2019: (month, day)."""

    text: str
    year: int | None
    month: int
    day: int | None
    weekday: int | None
    label: Label | None
    swapped: tuple[int, int] | None = None


_LONGEST = 220
_DIGIT = re.compile(r"\d")
# A date line may carry a section, a place or a desk besides the date, but not a sentence.
_MOST_OTHER_WORDS = 5
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_FORMS = (
    rf"(?<!\d){_YEAR}[-/.](?P<month>1[0-2]|0[1-9])[-/.](?P<day>3[01]|[12]\d|0[1-9])(?!\d)",
    rf"(?<!\d){_DAY}[ .-]*(?:of )?(?P<month>{{months}})[ .,-]*{_YEAR}(?!\d)",
    rf"(?P<month>{{months}})\.? *{_DAY}[ ,]+{_YEAR}(?!\d)",
    rf"(?<!\d)(?P<day>3[01]|[12]\d|0?[1-9])(?P<sep>[./-])(?P<month>1[0-2]|0?[1-9])(?P=sep){_YEAR}(?!\d)",
    rf"(?<!\d)(?P<month>1[0-2]|0?[1-9])(?P<sep>[/-])(?P<day>3[01]|[12]\d|0?[1-9])(?P=sep){_YEAR}(?!\d)",
    r"(?<![\d./])(?P<day>3[01]|[12]\d|0?[1-9])(?P<sep>[./])(?P<month>1[0-2]|0?[1-9])(?P=sep)(?P<short>[0-3]\d)(?![\d./])",
    rf"(?<!\d){_DAY} (?P<month>{{months}})(?!\w)",
    rf"(?P<month>{{months}})\.? {_DAY}(?![\d:])",
    rf"(?P<month>{{months}})\.?,? {_YEAR}(?!\d)",
)
_UPDATED = re.compile(r"\b(?:updated?|modified|last (?:changed|edited|revised)|güncelleme)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|posted|created|issued|released|first|added|date|pubdate)\b", re.IGNORECASE)
_NOISE = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s?(?:[ap]\.?\s?m\b\.?)?|(?<!\w)[ap]\.?m\.?(?!\w)"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?"
    r"|\b(?:GMT|UTC|IST|MSK|TRT|EST|EDT|ET|PST|CET|CEST|BST|EET|MSC|local time|hrs?|hours|o'clock)\b"
    r"(?:\s?[+-]\d{1,4}(?::\d\d)?)?"
    r"|[+-]\d{2}:?\d{2}\b"
    r"|\b(?:last )?(?:published|posted|updated?|modified|created|issued|released|edited|added|pubdate|date)\b"
    r"(?: on| at| in| date| time)?|\bfirst\b"
    r"|\b\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago\b"
    r"|\b(?:read|views?|viewed|hits|comments?|shares?)\s*:?\s*\d[\d.,]*k?"
    r"|\b\d[\d.,]*k?\s*(?:views?|reads|comments?|shares?)\b"
    r"|<?\s*\b\d+\s*-?min(?:ute)?s?\.?(?:\s*read)?"
    r"|[|/•·,:;()\[\]<>*–—.-]|\b(?:on|at|as of|in|by|the)\b|(?<=\d)T(?=\d)|\bZ\b",
    re.IGNORECASE,
)


def read_stamp(text: str) -> Stamp | None:
    """Read a line that is a date of the page, None for a line that says something else."""
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return None
    # "9 February 201712:41" and "2019-07-12T14:03" lack the space between day and clock.
    spaced = re.sub(r"((?:19|20)\d\d(?:-\d\d-\d\d)?)T?(?=\d{1,2}:\d\d)", r"\1 ", text)
    stamps = _stamps_in(spaced)
    if not stamps or not _is_label(other_words(spaced)):
        return None
    # "July 12, 2019 / Updated July 14, 2019": the first publication counts.
    return next((stamp for stamp in stamps if stamp.label != "updated"), stamps[0])


def _stamps_in(text: str) -> list[Stamp]:
    found: dict[tuple[int, int], Stamp] = {}
    for form in _possible(text):
        for match in form.finditer(text):
            taken = any(match.start() < end and start < match.end() for start, end in found)
            stamp = None if taken else _stamp(text, match)
            if stamp:
                found[match.span()] = stamp
    return [found[span] for span in sorted(found)]


def _stamp(text: str, match: re.Match[str]) -> Stamp | None:
    parts = match.groupdict()
    written = parts["month"]
    month = int(written) if written.isdigit() else month_number(written) or foreign_months().get(written.lower())
    day = int(parts["day"]) if parts.get("day") else None
    short = parts.get("short")
    year = int(parts["year"]) if parts.get("year") else 2000 + int(short) if short else None
    if month is None or (day and day_of(year or 2000, month, day) is None):
        return None
    slashed = parts.get("sep") in ("/", "-") and written.isdigit() and day is not None and day <= 12 and day != month
    swapped = (day, month) if slashed and day else None
    near = text[max(0, match.start() - 30) : match.start()]
    weekday = re.search(rf"\b{WEEKDAY_PATTERN},?\s*$", near)
    number = weekday_number(weekday[0].strip(" ,")) if weekday else None
    return Stamp(match[0], year, month, day, number, _label(near), swapped)


def _label(before: str) -> Label | None:
    updated, published = (list(pattern.finditer(before)) for pattern in (_UPDATED, _PUBLISHED))
    if updated and (not published or updated[-1].start() >= published[-1].start()):
        return "updated"
    return "published" if published else None


def other_words(text: str) -> list[str]:
    """The words of a date line besides dates, clocks, labels and outlets' names."""
    for form in _possible(text):
        text = form.sub(" ", text)
    text = re.sub(WEEKDAY_PATTERN, " ", text)
    text = _NOISE.sub(" ", _outlet_names().sub(" ", text))
    return text.split()


def _is_label(words: list[str]) -> bool:
    """Whether the words beside a date are a section, a place, a desk, and no sentence or headline."""
    lower = sum(word[0].islower() for word in words)
    return len(words) <= _MOST_OTHER_WORDS and (lower <= 1 or len(words) <= 2)


def _possible(text: str) -> Iterator[re.Pattern[str]]:
    """The forms of a date that `text` may hold: those with a month's name only where it has one."""
    named = _month_names().search(text) is not None
    return (form for form, has_name in _patterns() if named or not has_name)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Each form of a date, and whether the month stands in it by name."""
    return tuple((re.compile(form.replace("{months}", _months())), "{months}" in form) for form in _FORMS)


@cache
def _month_names() -> re.Pattern[str]:
    return re.compile(_months())


@cache
def _months() -> str:
    words = "|".join(sorted(map(re.escape, foreign_months()), key=len, reverse=True))
    return f"(?:{MONTH_PATTERN}|(?i:{words}))" if words else MONTH_PATTERN


@cache
def _outlet_names() -> re.Pattern[str]:
    names = sorted({name for outlet in load_outlets() for name in outlet.names}, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\b") if names else re.compile(r"(?!)")
