"""Strips: how many events of a lane lie where, as bars along its foot."""

from collections.abc import Mapping
from datetime import date, timedelta

import pandas as pd

from s400data.charts.dates import day_words
from s400data.charts.windows import Window, place_days

STRIP_HEIGHT = 40.0
COLUMNS = ("lane", "n", "x", "x2", "y", "y2", "start", "end", "when", "events")
# Bars are as fine as leaves each so many pixels.
LEAST_BAR, BAR_GAP = 6.0, 1.0
TALLEST, LEAST_HEIGHT, FOOT = 30.0, 1.5, 4.0
UNITS = (("D", 1.0), ("W", 7.0), ("M", 30.4), ("Q", 91.3), ("Y", 365.25))


def count_strips(
    placed: pd.DataFrame, window: Window, bottoms: Mapping[str, float], left: float, right: float
) -> pd.DataFrame:
    """Bars that count `placed` by lane and period, with the columns in COLUMNS; one scale serves all lanes.

    An event counts in the period of the middle of its days. `start` and `end` are the days of a bar inside the window,
    written as ISO dates; `bottoms` is where each lane ends.
    """
    if placed.empty:
        return pd.DataFrame(columns=list(COLUMNS))
    first, last = pd.Timestamp(window.start), pd.Timestamp(window.end)
    middle = placed["earliest"] + (placed["latest"] - placed["earliest"]) / 2
    periods = _inside(middle, first, last).dt.to_period(_unit((right - left) / window.days))
    counts = pd.DataFrame({"lane": placed["lane"], "period": periods}).value_counts().rename("n").reset_index()
    starts = _inside(counts["period"].dt.start_time, first, last)
    ends = _inside(counts["period"].dt.end_time.dt.normalize(), first, last)
    foot = counts["lane"].map(bottoms) - FOOT
    bars = counts.assign(
        x=place_days(window, starts, left, right),
        x2=place_days(window, ends + pd.Timedelta(days=1), left, right) - BAR_GAP,
        y=foot - (counts["n"] / counts["n"].max() * TALLEST).clip(lower=LEAST_HEIGHT),
        y2=foot,
        start=starts.dt.strftime("%Y-%m-%d"),
        end=ends.dt.strftime("%Y-%m-%d"),
        when=[_words(one.date(), other.date()) for one, other in zip(starts, ends, strict=True)],
        events=[f"{n:,} {'event' if n == 1 else 'events'}" for n in counts["n"]],
    )
    return bars.loc[:, list(COLUMNS)]


def _inside(days: "pd.Series[pd.Timestamp]", first: pd.Timestamp, last: pd.Timestamp) -> "pd.Series[pd.Timestamp]":
    return days.where(days >= first, first).where(days <= last, last)


def _unit(pixels_a_day: float) -> str:
    fine = (name for name, days in UNITS if days * pixels_a_day >= LEAST_BAR)
    return next(fine, UNITS[-1][0])


def _words(start: date, end: date) -> str:
    if start == end:
        return day_words(start)
    if start.day == 1 and (start.year, start.month) == (end.year, end.month) and (end + timedelta(1)).day == 1:
        return f"{start:%B %Y}"
    return f"{day_words(start)} to {day_words(end)}"
