"""Timelines: who did what when, one mark for each real event, as a figure of fixed width.

Shape and colour tell the type; a hollow mark is planned, threatened or conditional, a struck out one denied; a pale bar
spans the days that the sources leave open; a larger mark has more sources.
"""

from typing import Literal

import altair as alt
import pandas as pd

from s400data.charts.canvases import Canvas, Window, find_window, lay_out
from s400data.charts.happenings import Lanes, with_lanes
from s400data.charts.headings import AXIS_HEIGHT, HOLLOW, KEY_AREA, Heading, build_heading, canvas_dot
from s400data.charts.symbols import find_symbol
from s400data.charts.themes import Theme
from s400data.tables import value_label

PICKED = "picked"
BAR_THICKNESS, KEY_BAR, FOOT = 9.0, 9.0, 8.0
STROKE = 1.7

Layers = list[alt.Chart]
Align = Literal["left", "right"]
Weight = Literal[400, 600]
ALIGNS: tuple[Align, ...] = ("left", "right")
WEIGHTS: tuple[Weight, ...] = (400, 600)


def timeline(
    happenings: pd.DataFrame,
    *,
    lanes: Lanes,
    theme: Theme,
    width: float,
    title: str = "",
    about: str = "",
    window: Window | None = None,
    picked: str | None = None,
) -> alt.LayerChart | None:
    """Timeline of `happenings` (columns of happenings.COLUMNS); None where no row has a date in `window`.

    `about` says in words what the rows were narrowed to. The selection called "picked" holds the occurrence_id of the
    mark that was clicked; the event `picked` is drawn as chosen.
    """
    window = window or find_window(happenings)
    if window is None:
        return None
    canvas = lay_out(with_lanes(happenings, lanes), window, width=width, font=theme.metrics)
    if canvas.events.empty:
        return None
    heading = build_heading(canvas, theme, title=title, about=about)
    return _figure(canvas, heading, theme, picked)


def _figure(canvas: Canvas, heading: Heading, theme: Theme, picked: str | None) -> alt.LayerChart:
    events = _drawn(canvas.events, heading.height, theme)
    layers = [
        *_background(canvas, heading, theme),
        *_picked(events, theme, picked),
        *_bars(events),
        *_marks(events, theme),
        *_keys(heading, theme),
        *_words(events, heading, theme),
        _hits(events, theme),
    ]
    height = heading.height + canvas.height + FOOT
    figure: alt.LayerChart = (
        alt.layer(*layers)
        .properties(width=canvas.width, height=height, background=theme.paper)
        .configure(font=theme.font, padding=0)
        .configure_view(stroke=None)
    )
    return figure


def _drawn(events: pd.DataFrame, top: float, theme: Theme) -> pd.DataFrame:
    symbols = [find_symbol(name) for name in events["type"]]
    dot = canvas_dot(events)
    return events.assign(
        y=events["y"] + top,
        colour=[theme.families[symbol.colour] for symbol in symbols],
        shape=[symbol.shape for symbol in symbols],
        is_open=(events["bar_right"] - events["bar_left"]) > dot,
        hollow=events["modality"].isin(HOLLOW),
        denied=events["modality"] == "denied",
        type_label=[value_label("type", name) for name in events["type"]],
        modality_label=[value_label("modality", name) for name in events["modality"]],
        hit_top=events["y"] + top - BAR_THICKNESS,
        hit_bottom=events["y"] + top + BAR_THICKNESS,
    )


def _x(field: str = "x") -> alt.X:
    # Everything is placed in pixels already: one pixel of the figure is one unit of the scale.
    return alt.X(field, type="quantitative", axis=None, scale=alt.Scale(domain={"expr": "[0, width]"}, nice=False))


def _y(field: str = "y") -> alt.Y:
    return alt.Y(field, type="quantitative", axis=None, scale=alt.Scale(domain={"expr": "[height, 0]"}, nice=False))


def _background(canvas: Canvas, heading: Heading, theme: Theme) -> Layers:
    top = heading.height
    bands = pd.DataFrame(
        [
            {"x": canvas.left, "x2": canvas.width, "y": top + lane.top, "y2": top + lane.bottom}
            for n, lane in enumerate(canvas.lanes)
            if n % 2 == 0
        ]
    )
    foot = top + canvas.height
    rules = pd.DataFrame(
        [
            {
                "x": x,
                "y": top - (AXIS_HEIGHT - 4 if one.strong else 5),
                "y2": foot,
                "strength": 0.9 if one.strong else 0.4,
            }
            for x, one in canvas.divisions
        ]
        + [{"x": canvas.width - 0.5, "y": top, "y2": foot, "strength": 0.4}]
    )
    frame = pd.DataFrame([{"x": canvas.left, "x2": canvas.width, "y": y} for y in (top, foot)])
    return [
        alt.Chart(bands).mark_rect(color=theme.band).encode(x=_x(), x2="x2", y=_y(), y2="y2"),
        alt.Chart(rules)
        .mark_rule(color=theme.rule)
        .encode(x=_x(), y=_y(), y2="y2", opacity=alt.Opacity("strength:Q", scale=None)),
        alt.Chart(frame).mark_rule(color=theme.rule).encode(x=_x(), x2="x2", y=_y()),
    ]


def _bars(events: pd.DataFrame) -> Layers:
    wide = events.loc[events["is_open"]]
    if wide.empty:
        return []
    # Round ends stand out by half the thickness; the bar is drawn so much shorter.
    inset = BAR_THICKNESS / 2
    bars = wide.assign(x=wide["bar_left"] + inset, x2=wide["bar_right"] - inset)
    return [
        alt.Chart(_slim(bars, "x", "x2", "y", "colour"))
        .mark_rule(strokeWidth=BAR_THICKNESS, strokeCap="round", opacity=0.28)
        .encode(x=_x(), x2="x2", y=_y(), color=alt.Color("colour:N", scale=None))
    ]


def _picked(events: pd.DataFrame, theme: Theme, picked: str | None) -> Layers:
    chosen = events.loc[events["occurrence_id"] == picked]
    if chosen.empty:
        return []
    return [
        alt.Chart(_slim(chosen, "hit_left", "hit_right", "hit_top", "hit_bottom"))
        .mark_rect(color=theme.highlight, cornerRadius=3)
        .encode(x=_x("hit_left"), x2="hit_right", y=_y("hit_top"), y2="hit_bottom")
    ]


def _marks(events: pd.DataFrame, theme: Theme) -> Layers:
    layers = []
    shape = alt.Shape("shape:N", scale=None)
    size = alt.Size("area:Q", scale=None)
    columns = ("x", "y", "area", "shape", "colour")
    is_hollow = events["hollow"] | events["denied"]
    solid, hollow = events.loc[~is_hollow], events.loc[is_hollow]
    if len(solid):
        drawn = alt.Chart(_slim(solid, *columns)).mark_point(filled=True, opacity=1, stroke=theme.paper, strokeWidth=1)
        layers.append(drawn.encode(x=_x(), y=_y(), shape=shape, size=size, fill=alt.Fill("colour:N", scale=None)))
    if len(hollow):
        drawn = alt.Chart(_slim(hollow, *columns)).mark_point(
            filled=False, opacity=1, fill=theme.paper, strokeWidth=STROKE
        )
        layers.append(drawn.encode(x=_x(), y=_y(), shape=shape, size=size, stroke=alt.Stroke("colour:N", scale=None)))
    layers += _strikes(events.loc[events["denied"]], theme)
    return layers


def _strikes(events: pd.DataFrame, theme: Theme) -> Layers:
    if events.empty:
        return []
    reach = events["area"] ** 0.5 * 0.62 + 1
    ends = _slim(
        events.assign(x=events["x"] - reach, x2=events["x"] + reach, y1=events["y"] + reach, y2=events["y"] - reach),
        "x", "x2", "y1", "y2",
    )  # fmt: skip
    lines = [(theme.paper, STROKE * 2), (theme.ink, 1.2)]
    return [
        alt.Chart(ends).mark_rule(color=colour, strokeWidth=wide).encode(x=_x(), x2="x2", y=_y("y1"), y2="y2")
        for colour, wide in lines
    ]


def _keys(heading: Heading, theme: Theme) -> Layers:
    signs = pd.DataFrame(
        [
            {
                "x": key.x + 5,
                "y": key.y,
                "area": KEY_AREA,
                "shape": key.shape or "circle",
                "colour": key.colour,
                "manner": key.manner,
            }
            for key in heading.keys
        ]
    )
    if signs.empty:
        return []
    bars = signs.loc[signs["manner"] == "bar"]
    marks = signs.loc[signs["manner"] != "bar"]
    shown = marks.assign(hollow=marks["manner"] == "hollow", denied=marks["manner"] == "crossed")
    bar_ends = bars.assign(bar_left=bars["x"] - KEY_BAR + 2, bar_right=bars["x"] + KEY_BAR - 4, is_open=True)
    return [*_bars(bar_ends), *_marks(shown, theme)]


def _words(events: pd.DataFrame, heading: Heading, theme: Theme) -> Layers:
    labelled = events.loc[events["side"] != "none"]
    rows = [
        {"x": note.x, "y": note.y, "text": note.text, "size": note.size, "colour": note.colour, "weight": note.weight,
         "align": note.align}
        for note in heading.notes
    ]  # fmt: skip
    for x, y, text, side in zip(labelled["text_x"], labelled["y"], labelled["text"], labelled["side"], strict=True):
        align = "right" if side == "left" else "left"
        rows.append({"x": x, "y": y, "text": text, "size": 13.0, "colour": theme.ink, "weight": 400, "align": align})
    words = pd.DataFrame(rows)
    return [
        _drawn_words(words, align, weight, theme)
        for align in ALIGNS
        for weight in WEIGHTS
        if ((words["align"] == align) & (words["weight"] == weight)).any()
    ]


def _drawn_words(words: pd.DataFrame, align: Align, weight: Weight, theme: Theme) -> alt.Chart:
    own = words.loc[(words["align"] == align) & (words["weight"] == weight)]
    size, colour = alt.Size("size:Q", scale=None), alt.Color("colour:N", scale=None)
    drawn: alt.Chart = (
        alt.Chart(_slim(own, "x", "y", "text", "size", "colour"))
        .mark_text(align=align, baseline="middle", fontWeight=weight, font=theme.font)
        .encode(x=_x(), y=_y(), text="text:N", size=size, color=colour)
    )
    return drawn


def _hits(events: pd.DataFrame, theme: Theme) -> alt.Chart:
    """The boxes that answer to the pointer: a click picks the event, pointing shows what is known of it."""
    columns = {
        "label": "What",
        "type_label": "Type",
        "modality_label": "Reality",
        "when": "When",
        "who": "Who",
        "to_whom": "To whom",
        "outlets": "Reported by",
    }
    pointed = alt.selection_point(
        name="pointed", on="pointerover", clear="pointerout", fields=["occurrence_id"], empty=False
    )
    picked = alt.selection_point(name=PICKED, on="click", fields=["occurrence_id"], empty=False)
    boxes = _slim(events, "occurrence_id", "hit_left", "hit_right", "hit_top", "hit_bottom", *columns)
    drawn: alt.Chart = (
        alt.Chart(boxes)
        .mark_rect(color=theme.ink, cornerRadius=3, cursor="pointer")
        .encode(
            x=_x("hit_left"),
            x2="hit_right",
            y=_y("hit_top"),
            y2="hit_bottom",
            opacity=alt.condition(pointed, alt.value(0.1), alt.value(0.0)),
            tooltip=[alt.Tooltip(f"{name}:N", title=words) for name, words in columns.items()],
        )
        .add_params(pointed, picked)
    )
    return drawn


def _slim(rows: pd.DataFrame, *columns: str) -> pd.DataFrame:
    return rows.loc[:, list(columns)]
