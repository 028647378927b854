"""Positions: a lane for each target, a mark for each statement on it or, where they are many, bars of their numbers."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from s400data.charts.lanes import Lanes, count, is_counted, name_bars, stack
from s400data.charts.themes import Theme
from s400data.tables import value_label

# Position -> sign, colour, and how full of it a bar is: bars of what is open have no sign to be told apart by.
SIGNS = {
    "supports": ("triangle-up", "supports", 1.0),
    "opposes": ("triangle-down", "opposes", 1.0),
    "conditional": ("diamond", "muted", 1.0),
    "mixed": ("cross", "muted", 0.75),
    "no-stance": ("square", "neutral", 0.5),
    "unclear": ("circle", "muted", 0.3),
}
SIZE = 80


def positions(found: pd.DataFrame, *, theme: Theme) -> alt.LayerChart | None:
    """Chart of dated statements (columns of comparison.find_positions); None where there is none.

    The selection called "statement" holds what was clicked, from which `find_picked` tells the statements.
    """
    dated = found.loc[found["date_earliest"].notna()]
    if dated.empty:
        return None
    used = [polarity for polarity in SIGNS if polarity in set(dated["polarity"])]
    if is_counted(dated):
        lanes = count(dated)
        return _frame(lanes, _bars(lanes, used, theme), theme)
    lanes = stack(dated)
    return _frame(lanes, _marks(lanes, used, theme), theme)


def find_picked(found: pd.DataFrame, picked: Sequence[Mapping[str, str]]) -> pd.DataFrame:
    """Rows of `found` that the marks or bars clicked stand for."""
    dated = found.loc[found["date_earliest"].notna()]
    if bars := [one["bar"] for one in picked if "bar" in one]:
        return dated.loc[name_bars(dated).isin(bars)]
    return dated.loc[dated["quotation_id"].isin([one["quotation_id"] for one in picked])]


def _frame(lanes: Lanes, marks: alt.Chart, theme: Theme) -> alt.LayerChart:
    """`marks` in their lanes, each under the name of its target."""
    heads = alt.Chart(lanes.heads)
    rules = heads.mark_rule(color=theme.rule).encode(y=_down("y", lanes))
    names = heads.mark_text(align="left", baseline="top", fontSize=13, fontWeight=600, color=theme.ink, x=0)
    notes = heads.mark_text(align="right", baseline="top", fontSize=12, color=theme.muted)
    figure: alt.LayerChart = (
        alt.layer(
            rules,
            marks,
            names.encode(y=_down("head", lanes), text="name:N"),
            notes.encode(x=alt.value("width"), y=_down("head", lanes), text="note:N"),
        )
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


def _marks(lanes: Lanes, used: Sequence[str], theme: Theme) -> alt.Chart:
    """Signs of the positions `used`, with the selection of the one that is clicked."""
    shapes = alt.Scale(domain=_names(used), range=[SIGNS[one][0] for one in used])
    colours = alt.Scale(domain=_names(used), range=[_colour(one, theme) for one in used])
    marks: alt.Chart = (
        alt.Chart(lanes.marks)
        .mark_point(size=SIZE, filled=True, opacity=1, cursor="pointer")
        .encode(
            x=_across(lanes, theme),
            y=_down("y", lanes),
            shape=alt.Shape("position:N", scale=shapes, legend=_legend()),
            color=alt.Color("position:N", scale=colours),
            tooltip=[
                alt.Tooltip("position:N", title="Position"),
                alt.Tooltip("when:N", title="Day"),
                alt.Tooltip("outlet:N", title="Outlet"),
                alt.Tooltip("text:N", title="Said"),
            ],
        )
        .add_params(alt.selection_point(name="statement", on="click", fields=["quotation_id"], empty=False))
    )
    return marks


def _bars(lanes: Lanes, used: Sequence[str], theme: Theme) -> alt.Chart:
    """Bars of the positions `used`, with the selection of the one that is clicked."""
    colours = alt.Scale(domain=_names(used), range=[_fill(one, theme) for one in used])
    bars: alt.Chart = (
        alt.Chart(lanes.marks)
        .mark_rect(cursor="pointer", stroke=theme.paper, strokeWidth=0.5)
        .encode(
            x=_across(lanes, theme),
            x2="end:T",
            y=_down("y", lanes),
            y2="base:Q",
            color=alt.Color("position:N", scale=colours, legend=_legend()),
            tooltip=[
                alt.Tooltip("position:N", title="Position"),
                alt.Tooltip("when:N", title="When"),
                alt.Tooltip("n:Q", title="Statements", format=","),
            ],
        )
        .add_params(alt.selection_point(name="statement", on="click", fields=["bar"], empty=False))
    )
    return bars


def _across(lanes: Lanes, theme: Theme) -> alt.X:
    axis = alt.Axis(format="%b %Y", tickCount=8, grid=True, gridColor=theme.rule)
    return alt.X("day:T", title=None, scale=alt.Scale(domain=lanes.span), axis=axis)


def _down(column: str, lanes: Lanes) -> alt.Y:
    return alt.Y(f"{column}:Q", axis=None, scale=alt.Scale(domain=[lanes.height, 0], nice=False))


def _legend() -> alt.Legend:
    return alt.Legend(orient="top", title=None, symbolSize=SIZE, labelFontSize=13)


def _names(used: Sequence[str]) -> list[str]:
    return [value_label("polarity", one) for one in used]


def _colour(polarity: str, theme: Theme) -> str:
    name = SIGNS[polarity][1]
    return theme.muted if name == "muted" else theme.sides[name]


def _fill(polarity: str, theme: Theme) -> str:
    """Its colour as it looks on the paper, where only so much of it stands."""
    full = SIGNS[polarity][2]
    over, under = (bytes.fromhex(colour[1:]) for colour in (_colour(polarity, theme), theme.paper))
    return "#" + bytes(round(full * one + (1 - full) * other) for one, other in zip(over, under, strict=True)).hex()
