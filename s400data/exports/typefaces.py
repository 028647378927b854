"""Typefaces: the font of figures that leave the screen; it comes with the program and carries Turkish and Cyrillic."""

import re
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from html import unescape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import vl_convert
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from s400data.charts.themes import FILE_FONT

FILES = {400: "SourceSansPro-Regular.ttf", 600: "SourceSansPro-Semibold.ttf"}
TAG = re.compile("<[^>]*>")

Picture = TypeVar("Picture")


def with_fonts(convert: Callable[[], Picture]) -> Picture:
    """What `convert` makes with vl-convert, which then knows the font."""
    _register()
    return convert()


def font_faces(svg: str) -> str:
    """CSS that carries the letters `svg` needs, so that it looks the same where the font is not installed."""
    letters = "".join(sorted(set(unescape(TAG.sub("", svg)))))
    return "".join(_font_face(weight, letters) for weight in FILES)


@cache
def _register() -> None:
    vl_convert.register_font_directory(str(font_folder()))


@cache
def font_folder() -> Path:
    """Where the files named in FILES lie."""
    package = find_spec("font_source_sans_pro")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("font_source_sans_pro, which requirements.txt names, is not installed")
    return Path(package.origin).parent / "files"


def _font_face(weight: int, letters: str) -> str:
    options = Options(flavor="woff", layout_features=["kern", "mark", "mkmk"], notdef_outline=True)
    # Without its own dates the same figure always gives the same bytes.
    font = TTFont(font_folder() / FILES[weight], recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    written = BytesIO()
    font.flavor = "woff"
    font.save(written)
    data = b64encode(written.getvalue()).decode()
    return (
        f'@font-face{{font-family:"{FILE_FONT}";font-weight:{weight};src:url(data:font/woff;base64,{data})'
        ' format("woff")}'
    )
