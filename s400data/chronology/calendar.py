"""Calendar words: month and weekday names with their numbers, and days that may not exist."""

import re
from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# "Sept." is what newspapers print; three letters cover the rest. "May" is also a verb, so patterns want a capital.
MONTH_PATTERN = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JAN(?:UARY|\.)?|FEB(?:RUARY|\.)?|MAR(?:CH|\.)?|APR(?:IL|\.)?|MAY|JUNE?\.?|JULY?\.?|AUG(?:UST|\.)?"
    r"|SEPT?(?:EMBER|\.)?|OCT(?:OBER|\.)?|NOV(?:EMBER|\.)?|DEC(?:EMBER|\.)?)(?![a-z])"
)
WEEKDAY_PATTERN = (
    r"(?:Mon(?:day|\.)?|Tue(?:s(?:day|\.)?|\.)?|Wed(?:nesday|\.)?|Thu(?:r(?:s(?:day|\.)?|\.)?|\.)?|Fri(?:day|\.)?"
    r"|Sat(?:urday|\.)?|Sun(?:day|\.)?|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)(?![a-z])"
)


def month_number(word: str) -> int | None:
    """Return 1 to 12 for a month's name or abbreviation, None for other words."""
    return _number(word, MONTHS)


def weekday_number(word: str) -> int | None:
    """Return 0 (Monday) to 6 for a weekday's name or abbreviation, None for other words."""
    number = _number(word, WEEKDAYS)
    return None if number is None else number - 1


def day_of(year: int, month: int, day: int) -> date | None:
    """Return that day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(word: str, names: tuple[str, ...]) -> int | None:
    letters = re.sub(r"[^a-z]", "", word.lower())
    if len(letters) < 3:
        return None
    return next((n for n, name in enumerate(names, 1) if name.lower().startswith(letters)), None)
