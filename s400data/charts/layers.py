"""Layers: bars and marks as parts of a figure that is laid out in pixels."""

import altair as alt
import pandas as pd

from s400data.charts.themes import Theme

BAR_THICKNESS = 9.0
STROKE = 1.7

Layers = list[alt.Chart]


def at_x(field: str = "x") -> alt.X:
    """Place along the figure; everything is in pixels already, one unit of the scale for each."""
    return alt.X(f"{field}:Q", axis=None, scale=alt.Scale(domain={"expr": "[0, width]"}, nice=False))


def at_y(field: str = "y") -> alt.Y:
    """Place down the figure, in pixels from its top."""
    return alt.Y(f"{field}:Q", axis=None, scale=alt.Scale(domain={"expr": "[height, 0]"}, nice=False))


def draw_bars(events: pd.DataFrame) -> Layers:
    """Pale bars over the days that a date leaves open (`is_open`)."""
    wide = events.loc[events["is_open"]]
    if wide.empty:
        return []
    # Round ends stand out by half the thickness; the bar is drawn so much shorter.
    inset = BAR_THICKNESS / 2
    bars = wide.assign(x=wide["bar_left"] + inset, x2=wide["bar_right"] - inset)
    return [
        alt.Chart(slim(bars, "x", "x2", "y", "colour"))
        .mark_rule(strokeWidth=BAR_THICKNESS, strokeCap="round", opacity=0.28, aria=False)
        .encode(x=at_x(), x2=alt.X2("x2:Q"), y=at_y(), color=alt.Color("colour:N", scale=None))
    ]


def draw_chosen(boxes: pd.DataFrame, theme: Theme, chosen: alt.Parameter) -> alt.Chart:
    """What stands behind the event that `chosen` names; the figure need not be drawn anew for another one."""
    drawn: alt.Chart = (
        alt.Chart(boxes, name="chosen")
        .transform_filter(alt.datum.occurrence_id == chosen)
        .mark_rect(color=theme.highlight, cornerRadius=3, aria=False)
        .encode(x=at_x("hit_left"), x2=alt.X2("hit_right:Q"), y=at_y("hit_top"), y2=alt.Y2("hit_bottom:Q"))
        .add_params(chosen)
    )
    return drawn


def draw_marks(events: pd.DataFrame, theme: Theme) -> Layers:
    """Marks: filled, hollow (`hollow`), or hollow and struck out (`denied`)."""
    layers = []
    shape = alt.Shape("shape:N", scale=None)
    size = alt.Size("area:Q", scale=None)
    columns = ("x", "y", "area", "shape", "colour")
    is_hollow = events["hollow"] | events["denied"]
    solid, hollow = events.loc[~is_hollow], events.loc[is_hollow]
    if len(solid):
        drawn = alt.Chart(slim(solid, *columns)).mark_point(
            filled=True, opacity=1, stroke=theme.paper, strokeWidth=1, aria=False
        )
        layers.append(drawn.encode(x=at_x(), y=at_y(), shape=shape, size=size, fill=alt.Fill("colour:N", scale=None)))
    if len(hollow):
        drawn = alt.Chart(slim(hollow, *columns)).mark_point(
            filled=False, opacity=1, fill=theme.paper, strokeWidth=STROKE, aria=False
        )
        layers.append(
            drawn.encode(x=at_x(), y=at_y(), shape=shape, size=size, stroke=alt.Stroke("colour:N", scale=None))
        )
    layers += _strikes(events.loc[events["denied"]], theme)
    return layers


def _strikes(events: pd.DataFrame, theme: Theme) -> Layers:
    if events.empty:
        return []
    reach = events["area"] ** 0.5 * 0.62 + 1
    ends = slim(
        events.assign(x=events["x"] - reach, x2=events["x"] + reach, y1=events["y"] + reach, y2=events["y"] - reach),
        "x", "x2", "y1", "y2",
    )  # fmt: skip
    lines = [(theme.paper, STROKE * 2), (theme.ink, 1.2)]
    return [
        alt.Chart(ends)
        .mark_rule(color=colour, strokeWidth=wide, aria=False)
        .encode(x=at_x(), x2=alt.X2("x2:Q"), y=at_y("y1"), y2=alt.Y2("y2:Q"))
        for colour, wide in lines
    ]


def slim(rows: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Only the columns a layer needs, so that no other travels to the browser."""
    return rows.loc[:, list(columns)]
