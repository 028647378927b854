"""Lanes: where the statements on each target stand in their chart, as marks of their own or counted in bars."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from s400data.tables import value_label

Period = Literal["M", "Q", "Y"]

# Positions in the order they are stacked in; what is against stands apart where statements are counted.
ORDER = ("supports", "opposes", "conditional", "mixed", "no-stance", "unclear")
AGAINST = "opposes"
STEP, MARGIN, HEAD = 15, 10, 20
# Height of the tallest bar above the line of its lane and below it together.
BAR = 140
MARK_CELLS = ["quotation_id", "day", "y", "position", "when", "outlet", "text"]
BAR_CELLS = ["bar", "day", "end", "y", "base", "position", "when", "n"]
# Free share of the span on either side, and the least of it.
ROOM, LEAST_ROOM = 0.03, pd.Timedelta(days=20)
# The most periods that stand beside each other legibly, and the most marks above each other.
MOST_PERIODS, MOST_STACKED = 48, 16
PERIODS: tuple[Period, ...] = ("M", "Q", "Y")
PERIOD_WORDS: dict[Period, str] = {"M": "a month", "Q": "a quarter", "Y": "a year"}


@dataclass(frozen=True, slots=True)
class Lanes:
    """Marks or bars with their places, the lanes they stand in, the height of all lanes, and the days they span."""

    marks: pd.DataFrame
    heads: pd.DataFrame
    height: int
    span: tuple[str, str]


def find_period(days: "pd.Series[pd.Timestamp]") -> Period:
    """The shortest period of which `days` span few enough to be told apart."""
    for period in PERIODS[:-1]:
        first, last = days.min().to_period(period), days.max().to_period(period)
        if (last - first).n < MOST_PERIODS:
            return period
    return PERIODS[-1]


def is_counted(dated: pd.DataFrame) -> bool:
    """Whether more statements fall in one period than can stand above each other."""
    return int(dated.groupby(["target", _periods(dated)]).size().max()) > MOST_STACKED


def stack(dated: pd.DataFrame) -> Lanes:
    """Place the statements: the middle of their period across, one above another in the lane of their target."""
    start = _periods(dated)
    rows = dated.assign(
        day=start.dt.start_time + (start.dt.end_time - start.dt.start_time) / 2,
        sign=_signs(dated),
        position=[value_label("polarity", one) for one in dated["polarity"]],
        when=[f"{day.day} {day:%B %Y}" for day in dated["date_earliest"]],
    ).sort_values(["target", "day", "sign"], ignore_index=True)
    rows = rows.assign(slot=rows.groupby(["target", "day"]).cumcount())
    heads, top = [], 0
    for target, own in sorted(rows.groupby("target"), key=lambda item: -len(item[1])):
        tall = HEAD + STEP * (int(own["slot"].max()) + 1) + MARGIN
        heads.append(_head(target, top, "") | {"end": top + tall})
        top += tall
    ends = {head["target"]: head["end"] for head in heads}
    placed = rows.assign(y=rows["target"].map(ends) - MARGIN - STEP * (rows["slot"] + 0.5))
    return Lanes(placed[MARK_CELLS], pd.DataFrame(heads), top, _span(placed["day"]))


def count(dated: pd.DataFrame) -> Lanes:
    """Count the statements of each target, period and position in bars; what is against stands below the line.

    All lanes have one scale and are as tall as their tallest bars.
    """
    by_bar = dated.assign(period=_periods(dated)).groupby(["target", "period", "polarity"])
    numbers = by_bar.size().rename("n").reset_index()
    below = numbers["polarity"] == AGAINST
    bars = numbers.assign(below=below, sign=_signs(numbers)).sort_values("sign", kind="stable")
    bars = bars.assign(reach=bars.groupby(["target", "period", "below"])["n"].cumsum())
    tallest = bars.pivot_table(values="reach", index="target", columns="below", aggfunc="max", fill_value=0)
    tallest = tallest.reindex(columns=[False, True], fill_value=0)
    unit = BAR / int(tallest.sum(axis=1).max())
    often = PERIOD_WORDS[find_period(dated["date_earliest"])]
    most = bars.groupby(["target", "period"])["n"].sum().groupby(level=0).max()
    heads, lines, top = [], {}, 0
    for target in dated["target"].value_counts().index:
        above, under = (unit * int(tallest.loc[target, side]) for side in (False, True))
        heads.append(_head(target, top, f"at most {most[target]:,} {often}"))
        lines[target] = top + HEAD + above
        top += HEAD + round(above + under) + MARGIN
    line, way = bars["target"].map(lines), bars["below"].map({False: -unit, True: unit})
    placed = bars.assign(
        bar=name_bars(bars),
        day=bars["period"].dt.start_time,
        end=bars["period"].dt.end_time,
        y=line + way * bars["reach"],
        base=line + way * (bars["reach"] - bars["n"]),
        position=[value_label("polarity", one) for one in bars["polarity"]],
        when=[_period_words(one) for one in bars["period"]],
    )
    return Lanes(placed[BAR_CELLS], pd.DataFrame(heads), top, _span(placed["day"]))


def name_bars(rows: pd.DataFrame) -> "pd.Series[str]":
    """For each of `rows`, bars or dated statements, the name of the bar it belongs to."""
    periods = rows["period"] if "period" in rows else _periods(rows)
    return rows["target"] + " " + periods.astype("str") + " " + rows["polarity"]


def _periods(dated: pd.DataFrame) -> "pd.Series[pd.Period]":
    periods: pd.Series[pd.Period] = dated["date_earliest"].dt.to_period(find_period(dated["date_earliest"]))
    return periods


def _signs(rows: pd.DataFrame) -> "pd.Series[int]":
    return rows["polarity"].map({one: n for n, one in enumerate(ORDER)})


def _head(target: Hashable, top: int, note: str) -> dict[str, object]:
    return {"target": target, "name": value_label("target", target), "note": note, "y": top, "head": top + 4}


def _period_words(period: pd.Period) -> str:
    words = {"M": f"{period:%B %Y}", "Q": f"{period.start_time:%B} to {period.end_time:%B %Y}"}
    return words.get(period.freqstr[0], f"{period:%Y}")


def _span(days: "pd.Series[pd.Timestamp]") -> tuple[str, str]:
    """Days with room on either side, so that no mark stands on the edge."""
    room = max((days.max() - days.min()) * ROOM, LEAST_ROOM)
    return f"{days.min() - room:%Y-%m-%d}", f"{days.max() + room:%Y-%m-%d}"
