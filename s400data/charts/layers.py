"""Layers: bars and marks as parts of a figure that is laid out in pixels.

Layers are plain Vega-Lite with a frame as their data. A timeline has twenty of them and is drawn at every new filter;
as objects of Altair they would take most of the time of the page.
"""

from collections.abc import Iterable
from typing import Literal

import altair as alt
import pandas as pd

from s400data.charts.specs import Spec
from s400data.charts.themes import Theme

BAR_THICKNESS = 9.0
STROKE = 1.7

Padding = float | dict[str, float]


def layer(rows: pd.DataFrame, mark: Spec, encoding: Spec, *, name: str = "", also: Iterable[str] = ()) -> Spec:
    """Layer of one `mark` for each row; only the columns that `encoding` names travel to the browser, and `also` these.

    What is drawn says nothing to a screen reader unless `mark` does.
    """
    cells = [cell for one in encoding.values() for cell in (one if isinstance(one, list) else [one])]
    columns = dict.fromkeys([*also, *(cell["field"] for cell in cells if "field" in cell)])
    drawn = {"data": rows.loc[:, list(columns)], "mark": {"aria": False} | mark, "encoding": encoding}
    return drawn | ({"name": name} if name else {})


def build_figure(
    layers: Iterable[Spec],
    params: Iterable[Spec],
    *,
    width: float,
    height: float,
    theme: Theme,
    fit: Literal["none", "pad"] = "pad",
    padding: Padding = 0,
) -> Spec:
    """Figure of `layers` in the look of `theme`; `params` answer to the pointer.

    `fit` says whether what stands out of `width` and `height` makes the figure larger.
    """
    return {
        "$schema": alt.SCHEMA_URL,
        "width": width,
        "height": height,
        "background": theme.paper,
        "autosize": {"type": fit},
        "config": {"font": theme.font, "padding": padding, "view": {"stroke": None}},
        "params": list(params),
        "layer": list(layers),
    }


def at_x(field: str = "x") -> Spec:
    """Place along the figure; everything is in pixels already, one unit of the scale for each."""
    scale = {"domain": {"expr": "[0, width]"}, "nice": False}
    return {"field": field, "type": "quantitative", "axis": None, "scale": scale}


def at_y(field: str = "y") -> Spec:
    """Place down the figure, in pixels from its top."""
    scale = {"domain": {"expr": "[height, 0]"}, "nice": False}
    return {"field": field, "type": "quantitative", "axis": None, "scale": scale}


def up_to(field: str) -> Spec:
    """Place where what starts at the other end of the same axis ends."""
    return {"field": field}


def as_named(field: str) -> Spec:
    """Colour or shape that the cell itself names."""
    return {"field": field, "type": "nominal", "scale": None}


def as_large(field: str) -> Spec:
    """Size or strength that the cell itself gives."""
    return {"field": field, "type": "quantitative", "scale": None}


# A line along the figure, and a box.
ALONG = {"x": at_x(), "x2": up_to("x2"), "y": at_y()}
BOX = ALONG | {"y2": up_to("y2")}


def tooltip(words: dict[str, str]) -> list[Spec]:
    """Box beside the pointer: column -> what it is called there."""
    return [{"field": field, "type": "nominal", "title": title} for field, title in words.items()]


def draw_bars(events: pd.DataFrame) -> list[Spec]:
    """Pale bars over the days that a date leaves open (`is_open`)."""
    wide = events.loc[events["is_open"]]
    if wide.empty:
        return []
    # Round ends stand out by half the thickness; the bar is drawn so much shorter.
    inset = BAR_THICKNESS / 2
    bars = wide.assign(x=wide["bar_left"] + inset, x2=wide["bar_right"] - inset)
    mark = {"type": "rule", "strokeWidth": BAR_THICKNESS, "strokeCap": "round", "opacity": 0.28}
    return [layer(bars, mark, ALONG | {"color": as_named("colour")})]


def draw_marks(events: pd.DataFrame, theme: Theme) -> list[Spec]:
    """Marks: filled, hollow (`hollow`), or hollow and struck out (`denied`)."""
    place = {"x": at_x(), "y": at_y(), "shape": as_named("shape"), "size": as_large("area")}
    is_hollow = events["hollow"] | events["denied"]
    solid, hollow = events.loc[~is_hollow], events.loc[is_hollow]
    layers = []
    if len(solid):
        mark = {"type": "point", "filled": True, "opacity": 1, "stroke": theme.paper, "strokeWidth": 1}
        layers.append(layer(solid, mark, place | {"fill": as_named("colour")}))
    if len(hollow):
        mark = {"type": "point", "filled": False, "opacity": 1, "fill": theme.paper, "strokeWidth": STROKE}
        layers.append(layer(hollow, mark, place | {"stroke": as_named("colour")}))
    return layers + _strikes(events.loc[events["denied"]], theme)


def _strikes(events: pd.DataFrame, theme: Theme) -> list[Spec]:
    if events.empty:
        return []
    reach = events["area"] ** 0.5 * 0.62 + 1
    ends = events.assign(x=events["x"] - reach, x2=events["x"] + reach, y1=events["y"] + reach, y2=events["y"] - reach)
    place = {"x": at_x(), "x2": up_to("x2"), "y": at_y("y1"), "y2": up_to("y2")}
    lines = [(theme.paper, STROKE * 2), (theme.ink, 1.2)]
    return [layer(ends, {"type": "rule", "color": colour, "strokeWidth": wide}, place) for colour, wide in lines]
