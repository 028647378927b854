"""Years: the years in which a month and day without one can lie."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from s400data.chronology.calendar import MONTHS, WEEKDAYS, day_of
from s400data.chronology.evidence import Bounds, publication_bounds
from s400data.chronology.landmarks import LandmarkMention, find_landmarks
from s400data.chronology.offices import office_holders_in
from s400data.chronology.written import WrittenDate, find_written_dates, sentence_around

# A date printed without its year lies within a year of the day of printing; eleven months leave no two candidates.
BARE_DATE_REACH = timedelta(days=335)
# "On December 15" may be the day after, in the time zone of the reader, of what happened on December 14.
LANDMARK_SLACK = timedelta(days=2)
# Without a limit on one side, years this far from the other are all thinkable: the year stays open.
HORIZON = 12
_TAKES_OFFICE = re.compile(r"sworn in|took (?:office|over)|was appointed|inaugurat", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class YearEvidence:
    """The years that remain possible, in order, and why. One year means settled; none, that the evidence disagrees."""

    years: tuple[int, ...]
    explanation: str

    @property
    def year(self) -> int | None:
        """The settled year, None while more than one or none is left."""
        return self.years[0] if len(self.years) == 1 else None


def possible_years(
    text: str,
    month: int,
    day: int,
    *,
    at: int | None = None,
    weekday: int | None = None,
    published: date | None = None,
) -> YearEvidence:
    """Find the years that day `day` of `month` can be in.

    Without `at` the date is that of writing (a dateline, a byline) and all of `text` bears on it. With `at`, the offset
    of a bare date inside the text, its own sentence counts first, then its distance from the day of writing, known
    (`published`) or bounded. `weekday` (0 is Monday) is one printed with the date.
    """
    if published:
        return _near_publication(text, month, day, at, weekday, published)
    if at is None:
        return _of_writing(text, month, day, weekday)
    return _inside(text, month, day, at, weekday)


def _near_publication(
    text: str, month: int, day: int, at: int | None, weekday: int | None, published: date
) -> YearEvidence:
    days = _days_in(range(published.year - 1, published.year + 2), month, day)
    tense = _tense_at(text, at) if at is not None else "past"
    if tense == "past":
        days = [one for one in days if one <= published] or days
    elif tense == "future":
        days = [one for one in days if one >= published] or days
    nearest = min(days, key=lambda one: abs(one - published), default=None)
    if nearest is None:
        return YearEvidence((), f"no year near {published} has {_spelt(month, day)}")
    if weekday is not None and nearest.weekday() != weekday:
        agreeing = [one for one in days if one.weekday() == weekday]
        words = f"{_spelt(month, day)} near {published} is no {WEEKDAYS[weekday]}"
        return YearEvidence(tuple(one.year for one in agreeing), words)
    return YearEvidence((nearest.year,), f"nearest to the publication date {published}")


def _of_writing(text: str, month: int, day: int, weekday: int | None) -> YearEvidence:
    bounds = publication_bounds(text)
    candidates = _within(bounds, month, day)
    reasons = [reason.words for reason in bounds.binding]
    if not candidates:
        return YearEvidence((), f"no {_spelt(month, day)} fits: " + "; ".join(reasons or ["no dates to go by"]))
    pinned = [one for one in (_pinned(mention, text) for mention in find_landmarks(text)) if one]
    if pinned and len(candidates) > 1:
        kept = [one for one in candidates if any(timedelta(0) <= one - pin <= BARE_DATE_REACH for pin in pinned)]
        candidates, reasons = _narrow(
            candidates, kept, reasons, f"a dated event of {pinned[-1]} is told without its year"
        )
    if weekday is not None:
        kept = [one for one in candidates if one.weekday() == weekday]
        candidates, reasons = _narrow(
            candidates, kept, reasons, f"{_spelt(month, day)} was a {WEEKDAYS[weekday]}", True
        )
    if len(candidates) > 1:
        kept = [one for one in candidates if _weekdays_agree(text, one)]
        candidates, reasons = _narrow(candidates, kept, reasons, "weekdays printed with other dates agree")
    if len(candidates) > 1 and bounds.earliest and bounds.latest:
        kept, words = _lead_agrees(text, candidates)
        candidates, reasons = _narrow(candidates, kept, reasons, words)
    return _told(candidates, month, day, bounds, reasons)


def _inside(text: str, month: int, day: int, at: int, weekday: int | None) -> YearEvidence:
    sentence = sentence_around(text, at, at + 1)
    own = _starts_in(text, sentence, month, day)
    if own:
        return own
    bounds = publication_bounds(text)
    if not bounds.earliest or not bounds.latest:
        return YearEvidence((), "nothing in the text bounds the day it was written")
    before = BARE_DATE_REACH if _tense_at(text, at) != "future" else timedelta(0)
    after = BARE_DATE_REACH if _tense_at(text, at) != "past" else timedelta(0)
    spread = Bounds(bounds.earliest - before, bounds.latest + after, bounds.binding)
    days = _within(spread, month, day)
    if weekday is not None:
        days = [one for one in days if one.weekday() == weekday]
    return _told(days, month, day, bounds, [reason.words for reason in bounds.binding])


def _starts_in(text: str, sentence: tuple[int, int], month: int, day: int) -> YearEvidence | None:
    """The year from a landmark or the first day of an office told in the same sentence, where the day fits."""
    for mention in find_landmarks(text):
        one = day_of(mention.landmark.on.year, month, day)
        if one and mention.sentence == sentence and _near(one, mention):
            landmark = mention.landmark
            return YearEvidence((one.year,), f"the sentence tells of {landmark.name} ({landmark.on})")
    if not _TAKES_OFFICE.search(text, *sentence):
        return None
    for holder in office_holders_in(text):
        one = day_of(holder.first.year, month, day) if holder.first else None
        in_sentence = sentence[0] <= holder.start < sentence[1]
        if one and holder.first and in_sentence and abs(one - holder.first) <= LANDMARK_SLACK:
            return YearEvidence((one.year,), f"{holder.person} became {holder.title} on {holder.first}")
    return None


def _near(day: date, mention: LandmarkMention) -> bool:
    return mention.landmark.on - LANDMARK_SLACK <= day <= mention.landmark.last_day + LANDMARK_SLACK


def _pinned(mention: LandmarkMention, text: str) -> date | None:
    """The day of a landmark whose sentence gives its month and day but no year, as news of the same season does."""
    start, end = mention.sentence
    for written in find_written_dates(text[start:end]):
        if written.year is None and written.month and written.day:
            day = day_of(mention.landmark.on.year, written.month, written.day)
            if day and _near(day, mention):
                return day
    return None


def _within(bounds: Bounds, month: int, day: int) -> list[date]:
    if bounds.contradictory or not (bounds.earliest or bounds.latest):
        return []
    first = bounds.earliest.year if bounds.earliest else (bounds.latest or date.max).year - HORIZON
    last = bounds.latest.year if bounds.latest else (bounds.earliest or date.min).year + HORIZON
    floor, ceiling = bounds.earliest or date.min, bounds.latest or date.max
    return [one for one in _days_in(range(first, last + 1), month, day) if floor <= one <= ceiling]


def _weekdays_agree(text: str, written_on: date) -> bool:
    """Whether every bare date printed with its weekday falls on it in the year nearest to `written_on`."""
    for written in find_written_dates(text):
        if written.weekday is None or written.year or not written.month or not written.day:
            continue
        years = range(written_on.year - 1, written_on.year + 2)
        nearest = min(_days_in(years, written.month, written.day), key=lambda one: abs(one - written_on))
        if nearest.weekday() != written.weekday:
            return False
    return True


def _lead_agrees(text: str, candidates: list[date]) -> tuple[list[date], str]:
    """Keep the days that fall on the first weekday the text names: news is told "on Tuesday" on that Tuesday.

    Kept only if no other candidate falls on the day after, which is when the rest of such news is printed.
    """
    named = next((n for n in _bare_weekdays(text)), None)
    if named is None:
        return [], ""
    same = [one for one in candidates if one.weekday() == named]
    next_day = [one for one in candidates if one.weekday() == (named + 1) % 7]
    words = f"the text says 'on {WEEKDAYS[named]}', and the date was one"
    return (same, words) if len(same) == 1 and not next_day else ([], "")


def _bare_weekdays(text: str) -> Iterable[int]:
    dated = [(one.start, one.end) for one in find_written_dates(text)]
    lead = text[:1200]
    for place, _ in sorted((lead.find(f"on {name}"), name) for name in WEEKDAYS):
        if place >= 0 and not any(start - 3 <= place < end for start, end in dated):
            yield WEEKDAYS.index(lead[place + 3 :].split()[0].strip(',.;:"”’)').removesuffix("'s").removesuffix("’s"))


def _narrow(
    candidates: list[date], kept: list[date], reasons: list[str], words: str, must: bool = False
) -> tuple[list[date], list[str]]:
    """Take `kept` for the candidates when it narrows them (with `must`, even to none), noting why."""
    if not kept and not must:
        return candidates, reasons
    return kept, [*reasons, words] if len(kept) < len(candidates) or must else reasons


def _told(days: list[date], month: int, day: int, bounds: Bounds, reasons: list[str]) -> YearEvidence:
    years = tuple(one.year for one in days)
    because = "; ".join(reasons) or "no dates to go by"
    if len(years) == 1 and (not bounds.earliest or not bounds.latest) and "was a" not in because:
        because += f"; only {years[0]} is left"
    if not years:
        return YearEvidence((), f"no {_spelt(month, day)} fits: {because}")
    return YearEvidence(years, because if len(years) == 1 else f"{_listed(years)} all fit: {because}")


def _tense_at(text: str, at: int | None) -> str:
    return next((one.tense for one in _dates_at(text, at)), "open")


def _dates_at(text: str, at: int | None) -> Iterable[WrittenDate]:
    return (one for one in find_written_dates(text) if at is not None and one.start <= at < one.end)


def _days_in(years: Iterable[int], month: int, day: int) -> list[date]:
    return [one for year in years if (one := day_of(year, month, day))]


def _spelt(month: int, day: int) -> str:
    return f"{day} {MONTHS[month - 1]}"


def _listed(years: tuple[int, ...]) -> str:
    return ", ".join(map(str, years[:6])) + (" ..." if len(years) > 6 else "")
