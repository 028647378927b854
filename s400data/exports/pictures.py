"""Pictures: a figure with its stamp as SVG, PNG or PDF, made without a browser and without a network.

The figure is drawn as SVG, and a sheet is laid around it with the title above, and below it what it was narrowed to,
the sources, and the day it was made.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

import vl_convert

from s400data.charts.fonts import split_by_letters, text_width, wrap
from s400data.charts.specs import to_spec
from s400data.charts.themes import Theme
from s400data.exports.typefaces import font_faces, with_fonts
from s400data.figures import Chart, Stamp

EDGE, GAP = 28.0, 14.0
TITLE_SIZE, NOTE_SIZE = 22.0, 12.5
TITLE_LINE, NOTE_LINE = 29.0, 18.0
# A figure narrower than this leaves its title and sources some room all the same.
LEAST_WIDTH = 520.0
SCALE = 2.0
SIZE = re.compile(r'<svg[^>]*? width="([\d.]+)"[^>]*? height="([\d.]+)"')
# Control characters have no place in XML, whatever an article holds.
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure as SVG with its size in pixels."""

    svg: str
    width: float
    height: float


def to_svg(chart: Chart, stamp: Stamp, theme: Theme) -> bytes:
    """Stamped figure as SVG with the letters it needs inside."""
    sheet = _sheet(chart, stamp, theme)
    return sheet.replace("<defs/>", f"<defs><style>{font_faces(sheet)}</style></defs>", 1).encode()


def to_png(chart: Chart, stamp: Stamp, theme: Theme, *, scale: float = SCALE) -> bytes:
    """Stamped figure as PNG, `scale` pixels for each of its own."""
    sheet = _sheet(chart, stamp, theme)
    return with_fonts(lambda: vl_convert.svg_to_png(sheet, scale=scale))


def to_pdf(chart: Chart, stamp: Stamp, theme: Theme) -> bytes:
    """Stamped figure as one page of PDF, its fonts inside."""
    sheet = _sheet(chart, stamp, theme)
    return with_fonts(lambda: vl_convert.svg_to_pdf(sheet))


def draw(chart: Chart) -> Drawn:
    """`chart` alone."""
    svg = NO_XML.sub("", with_fonts(lambda: vl_convert.vegalite_to_svg(to_spec(chart))))
    size = SIZE.search(svg)
    if size is None:
        raise ValueError("a drawn figure begins with its size")
    return Drawn(svg, float(size[1]), float(size[2]))


def _sheet(chart: Chart, stamp: Stamp, theme: Theme) -> str:
    drawn = draw(chart)
    width = max(drawn.width, LEAST_WIDTH)
    title = wrap(stamp.title, width, TITLE_SIZE, font=theme.metrics)
    notes = list(_notes(stamp, width, theme))
    top = EDGE + TITLE_LINE * len(title) + GAP / 2
    bottom = top + drawn.height + GAP
    lines = [
        _line(EDGE + TITLE_LINE * (n + 0.7), TITLE_SIZE, theme.ink, 600, line, theme) for n, line in enumerate(title)
    ]
    lines += [
        _line(bottom + NOTE_LINE * (n + 0.75), NOTE_SIZE, theme.muted, 400, line, theme) for n, line in enumerate(notes)
    ]
    height = bottom + NOTE_LINE * len(notes) + EDGE * 0.8
    sheet = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img"'
        f" aria-label={quoteattr(stamp.title)}"
        f' width="{width + 2 * EDGE:g}" height="{height:g}" viewBox="0 0 {width + 2 * EDGE:g} {height:g}">'
        f"<title>{escape(stamp.title)}</title><defs/>"
        f'<rect width="100%" height="100%" fill="{theme.paper}"/>'
        f'<g font-family="{escape(theme.font)}">{"".join(lines)}</g>'
        f'<g transform="translate({EDGE:g},{top:g})">{drawn.svg}</g></svg>'
    )
    return NO_XML.sub("", sheet)


def _notes(stamp: Stamp, width: float, theme: Theme) -> Iterator[str]:
    for note in (stamp.narrowed, stamp.source, stamp.made):
        yield from wrap(note, width, NOTE_SIZE, font=theme.metrics)


def _line(y: float, size: float, colour: str, weight: int, text: str, theme: Theme) -> str:
    drawn, x = [], EDGE
    for run in split_by_letters(text, font=theme.metrics):
        place = f'x="{x:g}" y="{y:g}" font-size="{size:g}px"'
        drawn.append(f'<text {place} font-weight="{weight}" fill="{colour}">{escape(run)}</text>')
        x += text_width(f"{run} ", size, font=theme.metrics, weight=weight)
    return "".join(drawn)
