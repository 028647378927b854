"""Timelines: who did what when, one mark for each real event, as a figure of fixed width.

Shape and colour tell the type; a hollow mark is planned, threatened or conditional, a struck out one denied; a pale bar
spans the days that the sources leave open; a larger mark has more sources.
"""

from collections.abc import Hashable, Mapping
from dataclasses import asdict
from typing import Any

import altair as alt
import pandas as pd

from s400data.charts.canvases import Canvas, lay_out
from s400data.charts.happenings import Lanes, with_lanes
from s400data.charts.headings import AXIS_HEIGHT, HOLLOW, KEY_AREA, Heading, build_heading, canvas_dot
from s400data.charts.layers import BAR_THICKNESS, Layers, at_x, at_y, draw_bars, draw_chosen, draw_marks, slim
from s400data.charts.specs import Spec
from s400data.charts.symbols import find_symbol
from s400data.charts.themes import Theme
from s400data.charts.windows import Window, find_window
from s400data.tables import value_label

PICKED, BAR, CHOSEN = "picked", "bar", "chosen"
# Layers that the page finds by name: the boxes of the marks, and what holds the names of the lanes.
HITS, LANES = "hits", "lanes"
KEY_BAR, FOOT = 5.0, 8.0

HIT_WORDS = {
    "label": "What",
    "type_label": "Type",
    "modality_label": "Reality",
    "when": "When",
    "who": "Who",
    "to_whom": "To whom",
    "outlets": "Reported by",
}
STRIP_WORDS = {"lane": "Lane", "when": "When", "events": "Events"}


def timeline(
    happenings: pd.DataFrame,
    *,
    lanes: Lanes,
    theme: Theme,
    width: float,
    title: str = "",
    about: str = "",
    window: Window | None = None,
    on_paper: bool = False,
) -> alt.LayerChart | None:
    """Timeline of `happenings` (columns of happenings.COLUMNS); None where no row has a date in `window`.

    `about` says in words what the rows were narrowed to. The selection called "picked" holds the occurrence_id of the
    mark that was clicked, the one called "bar" the start and end of the bar of a lane that was; choose() marks an event
    as chosen. A figure `on_paper` answers to no pointer and says nothing of one.
    """
    window = window or find_window(happenings)
    if window is None:
        return None
    canvas = lay_out(with_lanes(happenings, lanes), window, width=width, font=theme.metrics)
    if canvas.events.empty:
        return None
    heading = build_heading(canvas, theme, title=title, about=about, on_paper=on_paper)
    events = _drawn(canvas.events, heading.height, theme)
    layers = [
        *_background(canvas, heading, theme),
        *_strips(canvas.strips, heading.height, theme, on_paper=on_paper),
        *([] if on_paper else [draw_chosen(_boxes(events), theme, alt.param(name=CHOSEN, value=None))]),
        *draw_bars(events),
        *draw_marks(events, theme),
        *_keys(heading, theme),
        *_words(events, heading, theme),
        *([] if on_paper else [_hits(events, theme)]),
        *_lane_names(canvas, heading, theme),
    ]
    return _figure(layers, canvas.width, heading.height + canvas.height + FOOT, theme)


def choose(spec: Spec, occurrence_id: str | None) -> Spec:
    """The timeline `spec` with an event drawn as chosen, or none."""
    params = [param | {"value": occurrence_id} if param["name"] == CHOSEN else param for param in spec["params"]]
    return spec | {"params": params}


def has_bars(spec: Spec) -> bool:
    """Whether a timeline counts its events in bars that can be clicked."""
    return any(param["name"] == BAR for param in spec.get("params", ()))


def _figure(layers: Layers, width: float, height: float, theme: Theme) -> alt.LayerChart:
    # Set at once: each property set later would copy every layer.
    figure: alt.LayerChart = alt.LayerChart(
        layer=layers,
        width=width,
        height=height,
        background=theme.paper,
        autosize=alt.AutoSizeParams(type="none"),
        config=alt.Config(font=theme.font, padding=0, view=alt.ViewConfig(stroke=None)),
    )
    return figure


def _drawn(events: pd.DataFrame, top: float, theme: Theme) -> pd.DataFrame:
    symbols = [find_symbol(name) for name in events["type"]]
    dot = canvas_dot(events)
    return events.assign(
        y=events["y"] + top,
        text_y=events["text_y"] + top,
        colour=[theme.families[symbol.colour] for symbol in symbols],
        shape=[symbol.shape for symbol in symbols],
        is_open=(events["bar_right"] - events["bar_left"]) > dot,
        hollow=events["modality"].isin(HOLLOW),
        denied=events["modality"] == "denied",
        type_label=[value_label("type", name) for name in events["type"]],
        modality_label=[value_label("modality", name) for name in events["modality"]],
        spoken=[_spoken(row) for row in events.to_dict("records")],
        hit_top=events["y"] + top - BAR_THICKNESS,
        hit_bottom=events["y"] + top + BAR_THICKNESS,
    )


def _spoken(row: Mapping[Hashable, Any]) -> str:
    """What a screen reader says of an event."""
    told = (value_label("type", row["type"]), value_label("modality", row["modality"]), row["who"], row["to_whom"])
    return f"{row['when']}: {row['label']}. {', '.join(filter(None, told))}. Reported by {row['outlets']}."


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
        alt.Chart(bands)
        .mark_rect(color=theme.band, aria=False)
        .encode(x=at_x(), x2=alt.X2("x2:Q"), y=at_y(), y2=alt.Y2("y2:Q")),
        alt.Chart(rules)
        .mark_rule(color=theme.rule, aria=False)
        .encode(x=at_x(), y=at_y(), y2=alt.Y2("y2:Q"), opacity=alt.Opacity("strength:Q", scale=None)),
        alt.Chart(frame).mark_rule(color=theme.rule, aria=False).encode(x=at_x(), x2=alt.X2("x2:Q"), y=at_y()),
    ]


def _strips(strips: pd.DataFrame, top: float, theme: Theme, *, on_paper: bool) -> Layers:
    """Bars that count the events of a lane; a click on one chooses its days."""
    if strips.empty:
        return []
    bars = strips.assign(y=strips["y"] + top, y2=strips["y2"] + top)
    marks = alt.Chart(bars, name="bars").mark_rect(color=theme.accent, opacity=0.55, cursor="pointer", aria=False)
    drawn = marks.encode(x=at_x(), x2=alt.X2("x2:Q"), y=at_y(), y2=alt.Y2("y2:Q"))
    if on_paper:
        return [drawn]
    picked = alt.selection_point(name=BAR, on="click", fields=["start", "end"], empty=False)
    tooltip = [alt.Tooltip(f"{name}:N", title=words) for name, words in STRIP_WORDS.items()]
    return [drawn.encode(tooltip=tooltip).add_params(picked)]


def _keys(heading: Heading, theme: Theme) -> Layers:
    signs = pd.DataFrame(
        [
            {
                "x": key.x + KEY_BAR + 2,
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
    bar_ends = bars.assign(bar_left=bars["x"] - KEY_BAR, bar_right=bars["x"] + KEY_BAR, is_open=True)
    return [*draw_bars(bar_ends), *draw_marks(shown, theme)]


def _words(events: pd.DataFrame, heading: Heading, theme: Theme) -> Layers:
    labelled = events.loc[events["side"] != "none"]
    rows = [asdict(note) for note in heading.notes]
    for x, y, text, side in zip(
        labelled["text_x"], labelled["text_y"], labelled["text"], labelled["side"], strict=True
    ):
        align = "right" if side == "left" else "left"
        rows.append({"x": x, "y": y, "text": text, "size": 13.0, "colour": theme.ink, "weight": 400, "align": align})
    return _drawn_words("words", pd.DataFrame(rows), theme)


def _lane_names(canvas: Canvas, heading: Heading, theme: Theme) -> Layers:
    """The names of the lanes on ground of their own, so that they can stay in sight where the rest is moved."""
    if not heading.lanes:
        return []
    foot = heading.height + canvas.height + 1
    ground = pd.DataFrame([{"x": 0, "x2": canvas.left - 1, "y": heading.height - 1, "y2": foot}])
    return [
        alt.Chart(ground, name=f"{LANES}-ground")
        .mark_rect(color=theme.paper, aria=False)
        .encode(x=at_x(), x2=alt.X2("x2:Q"), y=at_y(), y2=alt.Y2("y2:Q")),
        *_drawn_words(LANES, pd.DataFrame(map(asdict, heading.lanes)), theme),
    ]


def _drawn_words(name: str, words: pd.DataFrame, theme: Theme) -> Layers:
    return [_in_one_manner(name, own, theme) for _, own in words.groupby(["align", "weight"])]


def _in_one_manner(name: str, words: pd.DataFrame, theme: Theme) -> alt.Chart:
    align, weight = words["align"].iloc[0], words["weight"].iloc[0].item()
    drawn: alt.Chart = (
        alt.Chart(slim(words, "x", "y", "text", "size", "colour"), name=f"{name}-{align}-{weight}")
        .mark_text(align=align, baseline="middle", fontWeight=weight, font=theme.font, aria=False)
        .encode(
            x=at_x(),
            y=at_y(),
            text=alt.Text("text:N"),
            size=alt.Size("size:Q", scale=None),
            color=alt.Color("colour:N", scale=None),
        )
    )
    return drawn


def _boxes(events: pd.DataFrame) -> pd.DataFrame:
    return slim(events, "occurrence_id", "hit_left", "hit_right", "hit_top", "hit_bottom", "spoken", *HIT_WORDS)


def _hits(events: pd.DataFrame, theme: Theme) -> alt.Chart:
    """The boxes that answer to the pointer: a click picks the event, pointing shows what is known of it."""
    pointed = alt.selection_point(
        name="pointed", on="pointerover", clear="pointerout", fields=["occurrence_id"], empty=False
    )
    picked = alt.selection_point(name=PICKED, on="click", fields=["occurrence_id"], empty=False)
    drawn: alt.Chart = (
        alt.Chart(_boxes(events), name=HITS)
        .mark_rect(color=theme.ink, cornerRadius=3, cursor="pointer")
        .encode(
            x=at_x("hit_left"),
            x2=alt.X2("hit_right:Q"),
            y=at_y("hit_top"),
            y2=alt.Y2("hit_bottom:Q"),
            description=alt.Description("spoken:N"),
            opacity=alt.condition(pointed, alt.value(0.1), alt.value(0.0)),
            tooltip=[alt.Tooltip(f"{name}:N", title=words) for name, words in HIT_WORDS.items()],
        )
        .add_params(pointed, picked)
    )
    return drawn
