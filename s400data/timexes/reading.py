"""Reading: the match of a rule turned into what it says, one small function for each rule."""

from collections.abc import Callable

from s400data.timexes import days, lengths, periods
from s400data.timexes.patterns import Match
from s400data.timexes.readings import Reading


def read(match: Match) -> Reading | None:
    """Return what `match` says, None where the words only look like a time."""
    return READERS[match.rule](match)


READERS: dict[str, Callable[[Match], Reading | None]] = {
    "day_month": days.read_month_day,
    "month_day": days.read_month_day,
    "day_in_range": days.read_month_day,
    "weekday": days.read_weekday,
    "weekday_day": days.read_weekday_day,
    "numeric_date": days.read_numeric_date,
    "today": days.read_today,
    "holiday": days.read_holiday,
    "day_of_frame": days.read_day_of_frame,
    "bare_day": days.read_bare_day,
    "relative_day": periods.read_relative_unit,
    "second_day": days.read_second_day,
    "month": periods.read_month,
    "year": periods.read_just_year,
    "year_before": periods.read_year_before,
    "second_year": periods.read_second_year,
    "huge_year": periods.read_huge_year,
    "quarter": periods.read_quarter,
    "half_year": periods.read_half_year,
    "year_part": periods.read_year_part,
    "season": periods.read_season,
    "decade": periods.read_decade,
    "century": periods.read_century,
    "relative_period": periods.read_relative_unit,
    "edge_of_period": periods.read_edge_of_period,
    "edge_possessive": periods.read_edge_of_period,
    "periods": lengths.read_periods,
    "first_periods": lengths.read_first_periods,
    "from_now": periods.read_from_now,
    "ago": periods.read_ago,
    "shifted": periods.read_shifted,
    "day_beside": periods.read_day_beside,
    "duration": lengths.read_duration,
    "duration_half": lengths.read_duration_half,
    "every": lengths.read_every,
    "every_day": lengths.read_every_day,
    "weekdays": lengths.read_every_day,
    "adverb_set": lengths.read_literal_set,
    "per": lengths.read_per,
    "times_a": lengths.read_per,
    "reference": lengths.read_reference,
    "the_past": lengths.read_the_past,
    "recent": lengths.read_reference,
    "clock": lengths.read_just_clock,
    "tonight": lengths.read_tonight,
    "daypart": lengths.read_daypart,
    "fiscal": periods.read_fiscal,
    "anniversary": lengths.read_anniversary,
    "weekend": periods.read_weekend,
}
