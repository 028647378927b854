"""Recognition: the expressions of time in a text, each read for what it says."""

from collections.abc import Sequence
from dataclasses import replace

from s400data.timexes.candidates import Candidate
from s400data.timexes.grammar import load_grammar
from s400data.timexes.patterns import Match
from s400data.timexes.plausibility import is_plausible
from s400data.timexes.reading import read
from s400data.timexes.readings import Reading
from s400data.timexes.words import split_words

# What stands between two dates that share a year: "from March to June 2017", "in March and early June 2017".
_JOINTS = frozenset(
    {
        "and",
        "to",
        "until",
        "through",
        "till",
        "or",
        "-",
        "–",
        "—",
        "/",
        "and in",
        "and on",
        "and early",
        "and late",
        "to the",
    }
)


_RANGES = frozenset({"to", "until", "through", "till", "-", "–", "—"})


def find_readings(text: str) -> list[Reading]:
    """Find what `text` says about time, in reading order and without overlaps; the longest expression wins."""
    words = split_words(text)
    grammar = load_grammar()
    readings: list[Reading] = []
    for letters, position, end in grammar.runs(words):
        while position < end:
            found = _first_plausible(text, grammar.matches_at(letters, words, position), readings)
            if found is None:
                position += 1
                continue
            reading, stop = found
            readings.append(reading)
            position = max(stop, position + 1)
    return _lend_years(text, readings)


def _first_plausible(text: str, matches: Sequence[Match], before: Sequence[Reading]) -> tuple[Reading, int] | None:
    for match in matches:
        reading = read(match)
        if reading is None or not is_plausible(Candidate(text, match, reading)):
            continue
        if not reading.borrows:
            return reading, match.stop
        if before and (joined := _borrow(text, match, reading, before[-1])):
            return joined, match.stop
    return None


def _borrow(text: str, match: Match, reading: Reading, before: Reading) -> Reading | None:
    """Complete "8" in "June 6-8" and "45" in "1939-45" from the expression they follow."""
    lead = match.words[match.start]
    if text[before.end : lead.end].strip() != lead.text:
        return None
    return _second_day(reading, before) if match.rule == "second_day" else _second_year(reading, before)


def _second_day(reading: Reading, before: Reading) -> Reading | None:
    if before.rule != "month_day" or before.day is None or not before.day < (reading.day or 0) <= 31:
        return None
    year = reading.year or before.year
    return replace(reading, month=before.month, year=year, frame=before.frame, borrows=False)


def _second_year(reading: Reading, before: Reading) -> Reading | None:
    if before.year is None or before.day is not None or before.literal:
        return None
    year = abs(before.year) // 100 * 100 + (reading.year or 0)
    in_order = year < before.year if before.before_christ else year > before.year
    return replace(reading, year=year, span=None, before_christ=before.before_christ) if in_order else None


def _lend_years(text: str, readings: list[Reading]) -> list[Reading]:
    """Give "March" its year in "from March to June 2017", and "5:34 AM" its day in "5:34 AM on March 20"."""
    lent = list(readings)
    for n in range(len(lent) - 2, -1, -1):
        one, following = lent[n], lent[n + 1]
        between = text[one.end : following.start].strip(" ,").lower()
        if _lacks_year(one) and following.year and following.month and not following.span and between in _JOINTS:
            lent[n] = _with_year(one, following, between)
        elif (
            one.rule == "clock"
            and following.rule != "clock"
            and following.type == "DATE"
            and _is_next_day(between, following)
        ):
            lent[n] = replace(following, start=one.start, end=one.end, rule="clock", type="TIME", clock=one.clock)
    return [_after_range(text, lent, n) for n in range(len(lent))]


def _after_range(text: str, readings: list[Reading], n: int) -> Reading:
    """Give "March" its year in "from December 2017 to March"."""
    one = readings[n]
    before = readings[n - 1] if n else None
    if before is None or not _lacks_year(one) or before.year is None or before.month is None or before.span:
        return one
    if text[before.end : one.start].strip(" ,").lower() not in _RANGES or before.before_christ:
        return one
    return replace(one, year=before.year + ((one.month or 0) < before.month))


def _is_next_day(between: str, following: Reading) -> bool:
    return between in ("on", "of") and (following.day is not None or following.weekday is not None)


def _lacks_year(reading: Reading) -> bool:
    return reading.month is not None and reading.year is None and reading.frame is None and reading.side is None


def _with_year(reading: Reading, following: Reading, between: str) -> Reading:
    """The year of `following`, or the one before where the months run over New Year: "from October to March 1945"."""
    if reading.day is not None and following.day is None:
        return reading
    turns = (reading.month or 0) > (following.month or 0) and not following.before_christ
    if turns and between not in _RANGES:
        return reading
    year = (following.year or 0) - turns
    return replace(reading, year=year, before_christ=following.before_christ)
