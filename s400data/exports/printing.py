"""Printing: a figure by its name as a file, stamped with what it shows; one way for pages and command line."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from s400data.charts.themes import Theme
from s400data.errors import FigureError
from s400data.exports.pictures import to_pdf, to_png, to_svg
from s400data.exports.slides import to_pptx
from s400data.figures import FIGURES, Chart, Stamp, Style, build_stamp, cite_events
from s400data.queries import Selection
from s400data.store import Store

PICTURES: dict[str, Callable[[Chart, Stamp, Theme], bytes]] = {"svg": to_svg, "png": to_png, "pdf": to_pdf}
# What a slide has room for in letters that can be read from the last row.
SLIDE_EVENTS = 48


def print_figure(
    store: Store,
    name: str,
    selection: Selection,
    style: Style,
    kind: str,
    *,
    title: str | None = None,
    today: date,
) -> bytes:
    """The figure called `name` (one of FIGURES) as a file of `kind` "svg", "png", "pdf" or "pptx".

    Raises FigureError where nothing that is chosen can be drawn.

    A slide shows the events with most sources, as many as it has room for, and says so; `style.most` sets another
    number. Its notes cite the reports of those events.
    """
    drawing = FIGURES[name]
    rows = drawing.rows(store, selection)
    style = replace(style, most=style.most or SLIDE_EVENTS) if kind == "pptx" else style
    stamp = build_stamp(store, drawing.about, rows, selection, title=title or drawing.title, today=today)

    def draw_at(width: int) -> Chart:
        chart = drawing.draw(store, selection, rows, replace(style, width=width))
        if chart is None:
            raise FigureError(f"nothing to draw: no {drawing.needs} in what is chosen. {stamp.narrowed}")
        return chart

    if kind == "pptx":
        notes = cite_events(rows, style.most) if drawing.about == "events" else ()
        return to_pptx(draw_at, stamp, style.theme, notes)
    return PICTURES[kind](draw_at(style.width), stamp, style.theme)
