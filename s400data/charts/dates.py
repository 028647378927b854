"""Dates: intervals and dates of publication as people write them."""

from datetime import date

import pandas as pd

NO_DATE = "no date"


def interval_words(earliest: object, latest: object, precision: object = None) -> str:
    """The days from `earliest` to `latest` in words: "12 Sep 2017", "Dec 2017", "10 to 20 Jul 2019", "no date"."""
    first, last = _day(earliest), _day(latest)
    if first is None or last is None:
        return NO_DATE
    if first == last:
        return f"{first.day} {first:%b %Y}"
    named = {"month": f"{first:%b %Y}", "year": f"{first:%Y}", "quarter": f"Q{(first.month + 2) // 3} {first:%Y}"}
    if str(precision) in named:
        return named[str(precision)]
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {last.day} {last:%b %Y}"
    if first.year == last.year:
        return f"{first.day} {first:%b} to {last.day} {last:%b %Y}"
    return f"{first.day} {first:%b %Y} to {last.day} {last:%b %Y}"


def day_words(day: date) -> str:
    """A day in words: "12 Sep 2017"."""
    return f"{day.day} {day:%b %Y}"


def period_words(start: date | None, end: date | None) -> str:
    """A range that may be open at either end: "1 Jan 2019 to 31 Dec 2019", "from 1 Jan 2019", "any date"."""
    if start and end:
        return f"{day_words(start)} to {day_words(end)}"
    return f"from {day_words(start)}" if start else f"until {day_words(end)}" if end else "any date"


def published_words(published: object, precision: object) -> str:
    """A date of publication as precise as it is known, or "date unknown"."""
    day = _day(published)
    if day is None:
        return "date unknown"
    return {"year": f"{day:%Y}", "month": f"{day:%b %Y}"}.get(str(precision), f"{day.day} {day:%b %Y}")


def _day(value: object) -> date | None:
    stamp = pd.Timestamp(value) if value is not None and not pd.isna(value) else None  # type: ignore[call-overload,arg-type]
    return None if stamp is None else stamp.date()
