"""Headings: what stands above a timeline: title, what it shows, and the key to its marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd

from s400data.charts.canvases import FEW_EVENTS, LANE_NAME_SIZE, LANE_WIDTH, Canvas
from s400data.charts.fonts import shorten, text_width, wrap
from s400data.charts.symbols import CIRCLE, find_symbol
from s400data.charts.themes import Theme
from s400data.tables import value_label

HOLLOW = ("planned", "threatened", "conditional")
TITLE_SIZE, TEXT_SIZE, AXIS_SIZE = 18.0, 13.0, 13.0
TITLE_HEIGHT, LINE_HEIGHT, KEY_ROW, KEY_GAP, AXIS_HEIGHT = 30.0, 18.0, 23.0, 8.0, 42.0
KEY_AREA, KEY_SYMBOL, KEY_SPACE = 90.0, 17.0, 19.0

Manner = Literal["filled", "hollow", "crossed", "bar"]


@dataclass(frozen=True, slots=True)
class Note:
    """Words of the figure at a place; weight 600 is strong."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    weight: int = 400
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Key:
    """A sign of the key with its words."""

    shape: str
    colour: str
    manner: Manner
    text: str
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the lanes, and how high it is; `lanes` are their names, beside them."""

    notes: tuple[Note, ...]
    lanes: tuple[Note, ...]
    keys: tuple[Key, ...]
    height: float


def build_heading(canvas: Canvas, theme: Theme, *, title: str, about: str, on_paper: bool = False) -> Heading:
    """Title, subtitle and key for `canvas`; the key holds only what the canvas shows."""
    y = TITLE_HEIGHT if title else 0.0
    notes = [Note(0, TITLE_HEIGHT / 2 - 3, title, TITLE_SIZE, theme.ink, 600)] if title else []
    for line in wrap(" ".join(_sentences(canvas, about, on_paper)), canvas.width, TEXT_SIZE, font=theme.metrics):
        notes.append(Note(0, y + LINE_HEIGHT / 2, line, TEXT_SIZE, theme.muted))
        y += LINE_HEIGHT
    keys = _place_keys(_find_keys(canvas.events, theme), canvas.width, y + KEY_GAP, theme.metrics)
    bottom = max((key.y for key in keys), default=y) + KEY_ROW / 2
    notes += [Note(key.x + KEY_SYMBOL, key.y, key.text, TEXT_SIZE, theme.ink) for key in keys]
    notes += list(_axis_notes(canvas, theme, bottom))
    lanes = _lane_notes(canvas, theme, bottom + AXIS_HEIGHT)
    return Heading(tuple(notes), tuple(lanes), tuple(keys), bottom + AXIS_HEIGHT)


def _sentences(canvas: Canvas, about: str, on_paper: bool) -> Iterable[str]:
    # In lanes by outlet one event has several marks.
    n, marked = canvas.n, canvas.events["occurrence_id"].nunique()
    yield f"{n:,} dated {'event' if n == 1 else 'events'}{f' ({about})' if about else ''}."
    if len(canvas.strips):
        looking = "" if on_paper else " Click on a bar to see its events one by one."
        yield f"Bars count all events of a lane; the {marked:,} with most sources have marks.{looking}"
    elif marked > FEW_EVENTS:
        pointing = "" if on_paper else "; point at a mark for the others"
        yield f"The {canvas.labelled:,} with most sources are labelled{pointing}."
    if canvas.events["sources"].max() > 1:
        yield "A larger mark has more sources."


def _find_keys(events: pd.DataFrame, theme: Theme) -> list[Key]:
    keys = []
    for name in events["type"].value_counts().index:
        symbol = find_symbol(name)
        keys.append(Key(symbol.shape, theme.families[symbol.colour], "filled", value_label("type", name)))
    said = events["modality"]
    if said.isin(HOLLOW).any():
        names = [name for name in HOLLOW if (said == name).any()]
        keys.append(Key(CIRCLE, theme.muted, "hollow", f"Hollow: {_listed(names)}"))
    if (said == "denied").any():
        keys.append(Key(CIRCLE, theme.muted, "crossed", "Struck out: denied"))
    if (events["bar_right"] - events["bar_left"]).max() > canvas_dot(events):
        keys.append(Key("", theme.muted, "bar", "Bar: days the date leaves open"))
    return keys


def canvas_dot(events: pd.DataFrame) -> float:
    """Widest mark; a shorter bar would hide behind it."""
    return float(events["area"].max() ** 0.5)


def _place_keys(keys: Sequence[Key], width: float, top: float, font: str) -> list[Key]:
    placed: list[Key] = []
    x, y = 0.0, top + KEY_ROW / 2
    for key in keys:
        wide = KEY_SYMBOL + text_width(key.text, TEXT_SIZE, font=font) + KEY_SPACE
        if x and x + wide - KEY_SPACE > width:
            x, y = 0.0, y + KEY_ROW
        placed.append(replace(key, x=x, y=y))
        x += wide
    return placed


def _axis_notes(canvas: Canvas, theme: Theme, top: float) -> Iterable[Note]:
    free = {True: 0.0, False: 0.0}
    for x, division in canvas.divisions:
        wide = text_width(division.name, AXIS_SIZE, font=theme.metrics, weight=600 if division.strong else 400)
        nearest = min((other for other, one in canvas.divisions if one.strong and other > x), default=canvas.width)
        carried = division.strong and division.day == canvas.window.start
        if x < free[division.strong] or x + 3 + wide > canvas.width or (carried and x + wide + 8 > nearest):
            continue
        free[division.strong] = x + wide + 8
        colour, weight = (theme.ink, 600) if division.strong else (theme.muted, 400)
        yield Note(x + 3, top + (13 if division.strong else 31), division.name, AXIS_SIZE, colour, weight)


def _lane_notes(canvas: Canvas, theme: Theme, top: float) -> Iterable[Note]:
    for lane in canvas.lanes:
        if lane.name:
            x = canvas.left - 10
            many = f"{lane.n:,} {'event' if lane.n == 1 else 'events'}"
            name = shorten(lane.name, LANE_WIDTH, LANE_NAME_SIZE, font=theme.metrics, weight=600)
            yield Note(x, top + lane.top + 17, name, LANE_NAME_SIZE, theme.ink, 600, "right")
            yield Note(x, top + lane.top + 34, many, 12, theme.muted, 400, "right")


def _listed(names: Sequence[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
