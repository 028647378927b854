"""Bounds: between which days a text must have been written, and what says so."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from s400data.chronology.calendar import day_of
from s400data.chronology.landmarks import LandmarkMention, find_landmarks
from s400data.chronology.offices import OfficeHolder, office_holders_in
from s400data.chronology.written import WrittenDate, find_written_dates

# News that gives dated background seldom has its last named year more than this many years back.
BACKGROUND_REACH = 4
# A single year named in passing ("a 2017 law") is no background.
BACKGROUND_DATES = 2


@dataclass(frozen=True, slots=True)
class Reason:
    """One limit on the day a text was written: not before `earliest`, not after `latest`, because of `words`."""

    words: str
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days in which a text can have been written; None where nothing limits that side.

    `binding` are the reasons that set the two limits.
    """

    earliest: date | None
    latest: date | None
    binding: tuple[Reason, ...]

    @property
    def contradictory(self) -> bool:
        return bool(self.earliest and self.latest and self.earliest > self.latest)


@lru_cache(maxsize=16)
def publication_bounds(text: str) -> Bounds:
    """Find the limits on the day `text` was written from its dates, landmarks and office-holders."""
    written = find_written_dates(text)
    landmarks = find_landmarks(text)
    reasons = [
        *(reason for one in written if (reason := _of_date(one))),
        *(_of_landmark(one) for one in landmarks),
        *(_of_holder(one) for one in office_holders_in(text)),
        *_background(written, landmarks),
    ]
    starts = [reason for reason in reasons if reason.earliest]
    ends = [reason for reason in reasons if reason.latest]
    first = max(starts, key=lambda reason: reason.earliest or date.min, default=None)
    last = min(ends, key=lambda reason: reason.latest or date.max, default=None)
    binding = tuple(reason for reason in dict.fromkeys((first, last)) if reason)
    return Bounds(first.earliest if first else None, last.latest if last else None, binding)


def _of_date(written: WrittenDate) -> Reason | None:
    if written.year is None:
        return None
    if written.tense == "past":
        return Reason(f"'{written.text}' is told as past", earliest=written.first_day)
    if written.tense == "future":
        return Reason(f"'{written.text}' is still to come", latest=_last_day(written))
    return None


def _of_landmark(mention: LandmarkMention) -> Reason:
    landmark = mention.landmark
    return Reason(f"'{mention.text}' tells of {landmark.name} ({landmark.on})", earliest=landmark.on)


def _of_holder(holder: OfficeHolder) -> Reason:
    term = f"{holder.first or 'unknown'} to {holder.last or 'today'}"
    return Reason(f"{holder.person} is named as {holder.title} ({term})", earliest=holder.first, latest=holder.last)


def _background(written: tuple[WrittenDate, ...], landmarks: tuple[LandmarkMention, ...]) -> list[Reason]:
    past = [one.year for one in written if one.year and one.tense == "past"]
    past += [mention.landmark.on.year for mention in landmarks]
    if len(past) < BACKGROUND_DATES:
        return []
    last = max(past)
    words = f"the background ends in {last}"
    return [Reason(words, latest=date(last + BACKGROUND_REACH, 12, 31))]


def _last_day(written: WrittenDate) -> date | None:
    if not written.year:
        return None
    if not written.month:
        return date(written.year, 12, 31)
    return next(day for n in (written.day or 31, 30, 29, 28) if (day := day_of(written.year, written.month, n)))
