"""Chronology: which year a date without one can be in, from the evidence of the text around it.

The evidence, each part named in the explanation: dates told as past, weekdays, the terms of office-holders named with
their office, and dated landmarks of the affair. Where it leaves more than one year, the year stays open.
"""

from s400data.chronology.calendar import MONTHS, WEEKDAYS, day_of, month_number, weekday_number
from s400data.chronology.evidence import Bounds, publication_bounds
from s400data.chronology.landmarks import LandmarkMention, find_landmarks
from s400data.chronology.offices import OfficeHolder, office_holders_in
from s400data.chronology.written import WrittenDate, find_written_dates
from s400data.chronology.years import YearEvidence, possible_years

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "Bounds",
    "LandmarkMention",
    "OfficeHolder",
    "WrittenDate",
    "YearEvidence",
    "day_of",
    "find_landmarks",
    "find_written_dates",
    "month_number",
    "office_holders_in",
    "possible_years",
    "publication_bounds",
    "weekday_number",
]
