"""Slides: a figure as one slide (Office Open XML, 16:9): title, picture, source line, and notes for the speaker."""

import io
from collections.abc import Callable, Iterable

import vl_convert
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from s400data.charts.themes import Theme
from s400data.exports.pictures import NO_XML, Drawn, draw
from s400data.exports.typefaces import with_fonts
from s400data.figures import Chart, Stamp

MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
WIDTH, HEIGHT, EDGE = Inches(13.333), Inches(7.5), Inches(0.5)
TITLE_TOP, TITLE_HEIGHT = Inches(0.35), Inches(0.7)
PICTURE_TOP, PICTURE_HEIGHT = Inches(1.1), Inches(5.45)
SOURCE_TOP, SOURCE_HEIGHT = Inches(6.62), Inches(0.65)
PICTURE_WIDTH = Emu(WIDTH - 2 * EDGE)
# Narrow figures have the largest letters on the slide; a wider one is drawn only where this one is too high.
WIDTHS = (900, 1200, 1400, 1600, 1900)
SCALE = 3.0
TITLE_ONLY = 5


def to_pptx(draw_at: Callable[[int], Chart], stamp: Stamp, theme: Theme, notes: Iterable[str]) -> bytes:
    """Slide of the figure that `draw_at` draws for a width in pixels; `notes` are the lines of the speaker notes."""
    drawn = _fitting(draw_at)
    picture = with_fonts(lambda: vl_convert.svg_to_png(drawn.svg, scale=SCALE))
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    deck.core_properties.title, deck.core_properties.author = _clean(stamp.title), "S-400 Desk"
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = _colour(theme.paper)
    _add_title(slide, stamp, theme)
    _add_picture(slide, picture, drawn, stamp)
    _add_source(slide, stamp, theme)
    slide.notes_slide.notes_text_frame.text = _clean("\n".join(_noted(stamp, notes)))
    written = io.BytesIO()
    deck.save(written)
    return written.getvalue()


def _fitting(draw_at: Callable[[int], Chart]) -> Drawn:
    """The figure at the least width at which it is no higher than the slide has room for, else at the largest."""
    for width in WIDTHS:
        drawn = draw(draw_at(width))
        if drawn.height * PICTURE_WIDTH <= drawn.width * PICTURE_HEIGHT:
            break
    return drawn


def _add_title(slide: Slide, stamp: Stamp, theme: Theme) -> None:
    title = slide.shapes.title
    assert title is not None, "the layout has a title"
    title.left, title.top, title.width, title.height = EDGE, TITLE_TOP, PICTURE_WIDTH, TITLE_HEIGHT
    frame = title.text_frame
    frame.text = _clean(stamp.title)
    frame.margin_left = frame.margin_right = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    paragraph.font.size, paragraph.font.bold, paragraph.font.color.rgb = Pt(28), True, _colour(theme.ink)


def _add_picture(slide: Slide, picture: bytes, drawn: Drawn, stamp: Stamp) -> None:
    share = min(PICTURE_WIDTH / drawn.width, PICTURE_HEIGHT / drawn.height)
    wide, high = Emu(int(drawn.width * share)), Emu(int(drawn.height * share))
    left = Emu(EDGE + (PICTURE_WIDTH - wide) // 2)
    shape = slide.shapes.add_picture(io.BytesIO(picture), left, PICTURE_TOP, wide, high)
    shape._element._nvXxPr.cNvPr.set("descr", _clean(f"{stamp.title}. {stamp.narrowed} {stamp.source}"))


def _add_source(slide: Slide, stamp: Stamp, theme: Theme) -> None:
    frame = slide.shapes.add_textbox(EDGE, SOURCE_TOP, PICTURE_WIDTH, SOURCE_HEIGHT).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = 0
    frame.text = _clean(f"{stamp.source} {stamp.narrowed} {stamp.made}")
    font = frame.paragraphs[0].font
    font.size, font.color.rgb = Pt(11), _colour(theme.muted)


def _noted(stamp: Stamp, notes: Iterable[str]) -> Iterable[str]:
    yield stamp.title
    yield f"{stamp.source} {stamp.narrowed} {stamp.made}"
    yield ""
    yield from notes


def _clean(text: str) -> str:
    return NO_XML.sub("", text)


def _colour(written: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(written.removeprefix("#")))  # type: ignore[no-untyped-call]
