"""Timelines: who did what when, one mark for each real event, as a figure of fixed width.

Shape and colour tell the type; a hollow mark is planned, threatened or conditional, a struck out one denied; a pale bar
spans the days that the sources leave open; a larger mark has more sources.
"""

from collections.abc import Hashable, Mapping
from dataclasses import asdict
from typing import Any

import pandas as pd

from s400data.charts.canvases import Canvas, lay_out
from s400data.charts.happenings import Lanes, with_lanes
from s400data.charts.headings import AXIS_HEIGHT, HOLLOW, KEY_AREA, Heading, build_heading, canvas_dot
from s400data.charts.layers import (
    ALONG,
    BAR_THICKNESS,
    BOX,
    as_large,
    as_named,
    at_x,
    at_y,
    build_figure,
    draw_bars,
    draw_marks,
    layer,
    tooltip,
    up_to,
)
from s400data.charts.specs import Spec
from s400data.charts.symbols import find_symbol
from s400data.charts.themes import Theme
from s400data.charts.windows import Window, find_window
from s400data.tables import value_label

PICKED, BAR, CHOSEN, POINTED = "picked", "bar", "chosen", "pointed"
# Layers by name: the boxes of the marks, the bars of lanes, and what holds the names of the lanes.
HITS, BARS, LANES = "hits", "bars", "lanes"
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
HIT_BOX = {"x": at_x("hit_left"), "x2": up_to("hit_right"), "y": at_y("hit_top"), "y2": up_to("hit_bottom")}
# Stands in the box beside the pointer where a text names no one.
NOBODY = "nobody named"
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
) -> Spec | None:
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
        *_strips(canvas.strips, heading.height, theme),
        *([] if on_paper else [_chosen(events, theme)]),
        *draw_bars(events),
        *draw_marks(events, theme),
        *_keys(heading, theme),
        *_words(events, heading, theme),
        *([] if on_paper else [_hits(events, theme)]),
        *_lane_names(canvas, heading, theme),
    ]
    return build_figure(
        layers,
        [] if on_paper else _params(with_bars=not canvas.strips.empty),
        width=canvas.width,
        height=heading.height + canvas.height + FOOT,
        theme=theme,
        fit="none",
    )


def choose(spec: Spec, occurrence_id: str | None) -> Spec:
    """The timeline `spec` with an event drawn as chosen, or none."""
    params = [param | {"value": occurrence_id} if param["name"] == CHOSEN else param for param in spec["params"]]
    return spec | {"params": params}


def has_bars(spec: Spec) -> bool:
    """Whether a timeline counts its events in bars that can be clicked."""
    return any(param["name"] == BAR for param in spec.get("params", ()))


def _params(*, with_bars: bool) -> list[Spec]:
    """What a figure knows of the pointer, and the event that is chosen, none at first."""
    once = {"type": "point", "on": "click"}
    pointed = {"type": "point", "on": "pointerover", "clear": "pointerout", "fields": ["occurrence_id"]}
    return [
        {"name": CHOSEN, "value": None},
        {"name": POINTED, "select": pointed, "views": [HITS]},
        {"name": PICKED, "select": once | {"fields": ["occurrence_id"]}, "views": [HITS]},
        *([{"name": BAR, "select": once | {"fields": ["start", "end"]}, "views": [BARS]}] if with_bars else []),
    ]


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
        who=events["who"].replace("", NOBODY),
        to_whom=events["to_whom"].replace("", NOBODY),
        spoken=[_spoken(row) for row in events.to_dict("records")],
        hit_top=events["y"] + top - BAR_THICKNESS,
        hit_bottom=events["y"] + top + BAR_THICKNESS,
    )


def _spoken(row: Mapping[Hashable, Any]) -> str:
    """What a screen reader says of an event."""
    told = (value_label("type", row["type"]), value_label("modality", row["modality"]), row["who"], row["to_whom"])
    return f"{row['when']}: {row['label']}. {', '.join(filter(None, told))}. Reported by {row['outlets']}."


def _background(canvas: Canvas, heading: Heading, theme: Theme) -> list[Spec]:
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
    line = {"type": "rule", "color": theme.rule}
    down = {"x": at_x(), "y": at_y(), "y2": up_to("y2"), "opacity": as_large("strength")}
    return [
        layer(bands, {"type": "rect", "color": theme.band}, BOX),
        layer(rules, line, down),
        layer(frame, line, ALONG),
    ]


def _strips(strips: pd.DataFrame, top: float, theme: Theme) -> list[Spec]:
    """Bars that count the events of a lane; a click on one chooses its days."""
    if strips.empty:
        return []
    bars = strips.assign(y=strips["y"] + top, y2=strips["y2"] + top)
    mark = {"type": "rect", "color": theme.accent, "opacity": 0.55, "cursor": "pointer"}
    return [layer(bars, mark, BOX | {"tooltip": tooltip(STRIP_WORDS)}, name=BARS, also=["start", "end"])]


def _keys(heading: Heading, theme: Theme) -> list[Spec]:
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


def _words(events: pd.DataFrame, heading: Heading, theme: Theme) -> list[Spec]:
    labelled = events.loc[events["side"] != "none"]
    rows = [asdict(note) for note in heading.notes]
    for x, y, text, side in zip(
        labelled["text_x"], labelled["text_y"], labelled["text"], labelled["side"], strict=True
    ):
        align = "right" if side == "left" else "left"
        rows.append({"x": x, "y": y, "text": text, "size": 13.0, "colour": theme.ink, "weight": 400, "align": align})
    return _drawn_words("words", pd.DataFrame(rows), theme)


def _lane_names(canvas: Canvas, heading: Heading, theme: Theme) -> list[Spec]:
    """The names of the lanes on ground of their own, so that they can stay in sight where the rest is moved."""
    if not heading.lanes:
        return []
    foot = heading.height + canvas.height + 1
    ground = pd.DataFrame([{"x": 0, "x2": canvas.left - 1, "y": heading.height - 1, "y2": foot}])
    return [
        layer(ground, {"type": "rect", "color": theme.paper}, BOX, name=f"{LANES}-ground"),
        *_drawn_words(LANES, pd.DataFrame(map(asdict, heading.lanes)), theme),
    ]


def _drawn_words(name: str, words: pd.DataFrame, theme: Theme) -> list[Spec]:
    text = {"field": "text", "type": "nominal"}
    placed = {"x": at_x(), "y": at_y(), "text": text, "size": as_large("size"), "color": as_named("colour")}
    mark = {"type": "text", "baseline": "middle", "font": theme.font}
    return [
        layer(own, mark | {"align": align, "fontWeight": weight}, placed, name=f"{name}-{align}-{weight}")
        for (align, weight), own in words.groupby(["align", "weight"])
    ]


def _chosen(events: pd.DataFrame, theme: Theme) -> Spec:
    """What stands behind the event that is chosen; the figure need not be drawn anew for another one."""
    mark = {"type": "rect", "color": theme.highlight, "cornerRadius": 3}
    drawn = layer(events, mark, HIT_BOX, name=CHOSEN, also=["occurrence_id"])
    return drawn | {"transform": [{"filter": f"datum.occurrence_id === {CHOSEN}"}]}


def _hits(events: pd.DataFrame, theme: Theme) -> Spec:
    """The boxes that answer to the pointer: a click picks the event, pointing shows what is known of it."""
    mark = {"type": "rect", "color": theme.ink, "cornerRadius": 3, "cursor": "pointer", "aria": True}
    answer = {
        "description": {"field": "spoken", "type": "nominal"},
        "opacity": {"condition": {"param": POINTED, "empty": False, "value": 0.1}, "value": 0},
        "tooltip": tooltip(HIT_WORDS),
    }
    return layer(events, mark, HIT_BOX | answer, name=HITS, also=["occurrence_id"])
