"""Positions: a lane for each target, a mark for each statement on it, stacked over the period it was made in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import altair as alt
import pandas as pd

from s400data.charts.themes import Theme
from s400data.tables import value_label

Period = Literal["M", "Q", "Y"]

# Position -> sign and colour, told apart by shape as well.
SIGNS = {
    "supports": ("triangle-up", "supports"),
    "opposes": ("triangle-down", "opposes"),
    "conditional": ("diamond", "muted"),
    "mixed": ("cross", "muted"),
    "no-stance": ("square", "neutral"),
    "unclear": ("circle", "muted"),
}
STEP, MARGIN, HEAD = 15, 10, 20
SIZE = 80
MARK_CELLS = ["quotation_id", "day", "y", "position", "when", "outlet", "text"]
# Free share of the span on either side, and the least of it.
ROOM, LEAST_ROOM = 0.03, pd.Timedelta(days=20)
# The most periods that stand beside each other legibly.
MOST_PERIODS = 48
PERIODS: tuple[Period, ...] = ("M", "Q", "Y")


@dataclass(frozen=True, slots=True)
class Lanes:
    """Marks with their places, the lanes they stand in, the height of all lanes, and the days they span."""

    marks: pd.DataFrame
    heads: pd.DataFrame
    height: int
    span: tuple[str, str]


def positions(found: pd.DataFrame, *, theme: Theme) -> alt.LayerChart | None:
    """Chart of dated statements (columns of comparison.find_positions); None where there is none.

    The selection called "statement" holds the quotation_id of the mark that was clicked.
    """
    dated = found.loc[found["date_earliest"].notna()]
    if dated.empty:
        return None
    lanes = stack(dated)
    x = alt.X(
        "day:T",
        title=None,
        scale=alt.Scale(domain=lanes.span),
        axis=alt.Axis(format="%b %Y", tickCount=8, grid=True, gridColor=theme.rule),
    )
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[lanes.height, 0], nice=False))
    used = [polarity for polarity in SIGNS if polarity in set(dated["polarity"])]
    marks = _marks(lanes.marks, used, theme).encode(x=x, y=y)
    heads = alt.Chart(lanes.heads).mark_text(
        align="left", baseline="top", fontSize=13, fontWeight=600, color=theme.ink, x=0
    )
    rules = alt.Chart(lanes.heads).mark_rule(color=theme.rule).encode(y=y)
    named = heads.encode(y=alt.Y("head:Q", axis=None, scale=alt.Scale(domain=[lanes.height, 0])), text="name:N")
    figure: alt.LayerChart = (
        alt.layer(rules, named, marks)
        .properties(
            height=lanes.height,
            width="container",
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        )
        .configure(background=theme.paper, font=theme.font)
        .configure_view(stroke=None)
        .configure_axis(labelColor=theme.muted, domainColor=theme.rule, tickColor=theme.rule, labelFontSize=12)
        .configure_legend(labelColor=theme.ink)
    )
    return figure


def _marks(placed: pd.DataFrame, used: Sequence[str], theme: Theme) -> alt.Chart:
    """Signs of the positions `used`, with the selection of the one that is clicked."""
    colours = [theme.muted if SIGNS[one][1] == "muted" else theme.sides[SIGNS[one][1]] for one in used]
    names = [value_label("polarity", one) for one in used]
    picked = alt.selection_point(name="statement", on="click", fields=["quotation_id"], empty=False)
    marks: alt.Chart = (
        alt.Chart(placed)
        .mark_point(size=SIZE, filled=True, opacity=1, cursor="pointer")
        .encode(
            shape=alt.Shape("position:N", scale=alt.Scale(domain=names, range=[SIGNS[one][0] for one in used])).legend(
                orient="top", title=None, symbolSize=SIZE, labelFontSize=13
            ),
            color=alt.Color("position:N", scale=alt.Scale(domain=names, range=colours)),
            tooltip=[
                alt.Tooltip("position:N", title="Position"),
                alt.Tooltip("when:N", title="Day"),
                alt.Tooltip("outlet:N", title="Outlet"),
                alt.Tooltip("text:N", title="Said"),
            ],
        )
        .add_params(picked)
    )
    return marks


def stack(dated: pd.DataFrame) -> Lanes:
    """Place the statements: the middle of their period across, one above another in the lane of their target."""
    period = find_period(dated["date_earliest"])
    start = dated["date_earliest"].dt.to_period(period)
    order = {one: n for n, one in enumerate(SIGNS)}
    rows = dated.assign(
        day=start.dt.start_time + (start.dt.end_time - start.dt.start_time) / 2,
        sign=dated["polarity"].map(order),
        position=[value_label("polarity", one) for one in dated["polarity"]],
        when=[f"{day.day} {day:%B %Y}" for day in dated["date_earliest"]],
    ).sort_values(["target", "day", "sign"], ignore_index=True)
    rows = rows.assign(slot=rows.groupby(["target", "day"]).cumcount())
    heads, top = [], 0
    for target, own in sorted(rows.groupby("target"), key=lambda item: -len(item[1])):
        tall = HEAD + STEP * (int(own["slot"].max()) + 1) + MARGIN
        heads.append(
            {"target": target, "name": value_label("target", target), "y": top, "head": top + 4, "end": top + tall}
        )
        top += tall
    ends = {head["target"]: head["end"] for head in heads}
    placed = rows.assign(y=rows["target"].map(ends) - MARGIN - STEP * (rows["slot"] + 0.5))
    return Lanes(
        placed[["quotation_id", "day", "y", "position", "when", "outlet", "text"]],
        pd.DataFrame(heads),
        top,
        _span(placed["day"]),
    )


def _span(days: "pd.Series[pd.Timestamp]") -> tuple[str, str]:
    """Days with room on either side, so that no mark stands on the edge."""
    room = max((days.max() - days.min()) * ROOM, LEAST_ROOM)
    return f"{days.min() - room:%Y-%m-%d}", f"{days.max() + room:%Y-%m-%d}"


def find_period(days: "pd.Series[pd.Timestamp]") -> Period:
    """The shortest period of which `days` span few enough to be told apart."""
    for period in PERIODS[:-1]:
        first, last = days.min().to_period(period), days.max().to_period(period)
        if (last - first).n < MOST_PERIODS:
            return period
    return PERIODS[-1]
