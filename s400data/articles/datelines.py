"""Datelines: place, date and agency at the head of wire copy, and where the report itself begins.

"ANKARA, July 12 (Reuters) - Turkey said ..." has the dateline "ANKARA, July 12 (Reuters) - ".
"""

import re
from dataclasses import dataclass
from functools import cache

from s400data.chronology import month_number
from s400data.chronology.calendar import MONTH_PATTERN, WEEKDAY_PATTERN
from s400data.knowledge.datelines import dateline_cities, words_no_place
from s400data.knowledge.outlets import Outlet, load_outlets, outlet_of_dateline
from s400data.knowledge.spellings import fold_letters


@dataclass(frozen=True, slots=True)
class Dateline:
    """The head of a report: [start, end) with its dash; parts it lacks are None. `mark` is the agency as printed."""

    start: int
    end: int
    text: str
    place: str | None
    year: int | None
    month: int | None
    day: int | None
    mark: str | None
    outlet: Outlet | None

    @property
    def has_date(self) -> bool:
        return self.month is not None and self.day is not None


_CAPITALS = r"[A-ZÀ-ÖØ-ÞĞİŞ][A-ZÀ-ÖØ-ÞĞİŞ'’.-]+"
_TITLED = r"[A-ZÀ-ÖØ-ÞĞİŞ][\w'’.-]+"
_PLACE = (
    rf"(?P<place>(?:ABOARD )?{_CAPITALS}(?:[ /-]{{1,3}}(?:D\.?C\.?|{_CAPITALS})){{0,3}}"
    rf"|{_TITLED}(?:[ /]{_TITLED}){{0,2}})"
)
_REGION = rf"(?:,? ?/[^/\n]{{2,30}}/|, (?!{MONTH_PATTERN})(?!{WEEKDAY_PATTERN}){_TITLED}(?: {_TITLED})?)?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|TH|ST|ND|RD)?"
_DATE = (
    rf"(?:{WEEKDAY_PATTERN},? )?(?:(?P<m1>{MONTH_PATTERN})\.? ?(?P<d1>{_DAY})|(?P<d2>{_DAY}) (?P<m2>{MONTH_PATTERN}))"
    r"(?:,? (?P<year>(?:19|20)\d\d))?"
)
_MARK = (
    r"(?:\((?P<mark>[A-Z][^()\n]{1,50}?)\)|/(?P<slash>[A-Z][^/\n]{1,24})/|\[(?P<square>[A-Z][A-Za-z ]{1,20})\]"
    r"|(?P<bare>KAZINFORM|ARMENPRESS|BelTA|TASS|IRNA|UNIAN|AZERTAC|APA|Qazinform))"
)
# "(Reuters) -President": without a space behind it the dash needs one before it, as "ANKARA-Moscow" is no dateline.
_DASH = r"(?:\s*(?:[-–—―]{1,3}|:)(?:\s+|$)|\s+[-–—―]{1,3}(?=[A-Z\"“‘]))"
_CLOSE = rf"(?P<close>\s?[.,]?(?:{_DASH}|\s*[.]\s+|\s+(?=[A-Z\"“‘'])|\s*$))"
_FORM = re.compile(rf"(?:{_PLACE}{_REGION}(?:[.,]? ?{_DATE})?)?(?:\s?[.,]?\s?{_MARK})?{_CLOSE}")
# "Baku/22.04.19/Turan: The minister said ..."
_SLASHED = re.compile(
    r"(?P<place>[A-Z]\w+)\s?/\s?(?P<day>3[01]|[12]\d|0?[1-9])\.(?P<month>1[0-2]|0?[1-9])\.(?P<year>(?:20)?\d\d)\s?/"
    r"\s?(?P<mark>[A-Z]\w+)\s*[:–-]\s*"
)
# How far into its paragraph a dateline may stand, behind a clock, a section or a headline glued to it.
_REACH = 160


def read_dateline(text: str) -> Dateline | None:
    """Read the dateline at the start of `text`, None if there is none.

    A name in capitals alone is none: it takes a mark of an agency, a date, or a known city before a dash.
    """
    slashed = _SLASHED.match(text)
    if slashed:
        return _of_slashed(slashed)
    match = _FORM.match(text)
    if not match or not match[0].strip():
        return None
    mark = next((match[name] for name in ("mark", "slash", "square", "bare") if match[name]), None)
    outlet = _outlet_of(mark) if mark else None
    if not _is_dateline(match, outlet):
        return None
    month = match["m1"] or match["m2"]
    day = match["d1"] or match["d2"]
    dated_by_mark = _date_in_mark(mark or "")
    year, month_no, day_no = dated_by_mark or (
        int(match["year"]) if match["year"] else None,
        month_number(month) if month else None,
        int(re.sub(r"\D", "", day)) if day else None,
    )
    return Dateline(0, match.end(), match[0].strip(), match["place"], year, month_no, day_no, mark, outlet)


def _of_slashed(match: re.Match[str]) -> Dateline:
    short = int(match["year"])
    year = short if short > 99 else 2000 + short
    outlet = _outlet_of(match["mark"])
    return Dateline(
        0,
        match.end(),
        match[0].strip(),
        match["place"],
        year,
        int(match["month"]),
        int(match["day"]),
        match["mark"],
        outlet,
    )


def find_glued_dateline(text: str) -> Dateline | None:
    """Find a dateline behind other matter at the head of a paragraph: "14:05 World ANKARA (Reuters) - Turkey said"."""
    first = read_dateline(text)
    if first and first.outlet:
        # "ANKARA, Turkey (AP) -" is one dateline, not "Turkey (AP) -" behind a place.
        return None
    for start in (match.start() for match in re.finditer(r"(?<![A-ZÀ-Þ(/])[A-Z]", text[:_REACH])):
        found = read_dateline(text[start:])
        # Behind other words only the marks of an agency prove a dateline: "the ANKARA - Moscow line".
        if start and found and found.outlet and found.place:
            return Dateline(start, start + found.end, *(getattr(found, name) for name in _REST))
    return None


def dateline_span(text: str) -> tuple[int, int] | None:
    """Span of the dateline at the start of a text or paragraph, dash and spaces included; None if there is none."""
    found = read_dateline(text)
    return (found.start, found.end) if found and found.end < len(text) else None


_REST = ("text", "place", "year", "month", "day", "mark", "outlet")


def _is_dateline(match: re.Match[str], outlet: Outlet | None) -> bool:
    place = match["place"]
    closed = bool(re.search(r"[-–—―:.]", match["close"]))
    if place is None:
        return outlet is not None and closed
    capitals = [word.isupper() for word in re.findall(r"[^\W\d_]{3,}", place)]
    # "World ANKARA" is a section glued to a place.
    if any(letter.isdigit() for letter in place) or (any(capitals) and not all(capitals)):
        return False
    if fold_letters(place.split()[0]).strip(".") in words_no_place() and not outlet:
        return False
    if outlet:
        return True
    dated = bool(match["m1"] or match["m2"])
    is_city = _is_city(place)
    if place.isupper():
        dashed = bool(re.search(r"[-–—―]", match["close"]))
        return dated or (is_city and closed) or (dashed and len(place) > 3 and _is_place_like(match))
    # "Ankara - the capital of Turkey - ..." goes on in lower case, a report does not.
    starts = not match.string[match.end() : match.end() + 1].islower()
    return is_city and starts and (closed or (match.end() == len(match.string) and dated))


def _is_place_like(match: re.Match[str]) -> bool:
    words = re.split(r"[ /]", match["place"])
    return len(words) <= 3 and not any(fold_letters(word) in words_no_place() for word in words)


def _is_city(place: str) -> bool:
    return any(fold_letters(part).strip(" .") in dateline_cities() for part in (place, *place.split("/")))


@cache
def _mark_pattern() -> re.Pattern[str]:
    marks = {mark for outlet in load_outlets() for mark in (*outlet.datelines, *outlet.names) if len(mark) > 1}
    return re.compile(
        r"^(?:" + "|".join(sorted(map(re.escape, marks), key=len, reverse=True)) + r")\b(?=\s*(?:$|[/,\-–]))"
    )


def _outlet_of(mark: str) -> Outlet | None:
    """The first outlet of a mark such as "Reuters", "Reuters/AP" or "UrduPoint News / Sputnik - 12th July, 2019"."""
    first = _mark_pattern().match(mark)
    return outlet_of_dateline(first[0]) if first else None


def _date_in_mark(mark: str) -> tuple[int | None, int | None, int | None] | None:
    match = re.search(_DATE, mark)
    if not match:
        return None
    month, day = match["m1"] or match["m2"], match["d1"] or match["d2"]
    year = int(match["year"]) if match["year"] else None
    return year, month_number(month), int(re.sub(r"\D", "", day))
