"""Fonts: how wide words are, so that labels can be placed before anything is drawn.

`widths.json` holds the advance widths in thousandths of the font size, measured from the font files themselves. Kerning
is left out; it makes words narrower, never wider.
"""

import json
from functools import cache
from itertools import groupby
from pathlib import Path

WIDTHS = Path(__file__).with_name("widths.json")
# A letter outside the table is taken to be as wide as the widest common one.
WIDEST = "W"
ELLIPSIS = "…"


@cache
def _widths(font: str, weight: int) -> dict[str, int]:
    table = json.loads(WIDTHS.read_text(encoding="utf-8"))
    return dict(zip(table["characters"], table[f"{font} {weight}"], strict=True))


def text_width(text: str, size: float, *, font: str, weight: int = 400) -> float:
    """Width in pixels of `text` set in `font` (the name of a row of the table, "Source Sans") of weight 400 or 600."""
    widths = _widths(font, weight)
    unknown = widths[WIDEST]
    return sum(widths.get(letter, unknown) for letter in text) * size / 1000


def shorten(text: str, width: float, size: float, *, font: str, weight: int = 400) -> str:
    """`text`, cut at a word with an ellipsis where it is wider than `width` pixels."""
    if text_width(text, size, font=font, weight=weight) <= width:
        return text
    words = text.split()
    while len(words) > 1:
        words.pop()
        cut = " ".join(words).rstrip(",;:·–- ") + ELLIPSIS
        if text_width(cut, size, font=font, weight=weight) <= width:
            return cut
    return _cut_letters(text, width, size, font=font, weight=weight)


def wrap(text: str, width: float, size: float, *, font: str) -> list[str]:
    """Lines of `text`, each no wider than `width` pixels where its words allow."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, font=font) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def split_by_letters(text: str, *, font: str) -> list[str]:
    """Words of `text` joined to runs that the font has all letters of and runs of words that it has not, in turn.

    Whoever draws a run in one piece sets all of it in another font where a letter is missing.
    """
    known = _widths(font, 400)
    runs = groupby(text.split(), key=lambda word: all(letter in known for letter in word))
    return [" ".join(words) for _, words in runs]


def _cut_letters(text: str, width: float, size: float, *, font: str, weight: int) -> str:
    cut = text.split()[0] if text.split() else ""
    while cut and text_width(cut + ELLIPSIS, size, font=font, weight=weight) > width:
        cut = cut[:-1]
    return cut + ELLIPSIS
