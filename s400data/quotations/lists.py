"""Lists: points below a word of saying that ends its paragraph in a colon: "The ministry named its conditions:"."""

import re
from collections.abc import Iterator

from s400data.quotations.drafts import Content
from s400data.quotations.layout import Layout, Range
from s400data.quotations.uses import Use

POINT = re.compile(r"[-–—•*·▪●‣◦]|\(?(?:\d{1,2}|[a-z])[.)]")


def read_list(layout: Layout, use: Use) -> Iterator[Content]:
    """The points of the list that `use` introduces, each a piece."""
    start, end = layout.paragraphs[use.token.i]
    colon = next((i for i in range(end - 1, start, -1) if not layout.doc[i].is_space), start)
    if layout.doc[colon].text != ":" or layout.sentences[colon] != layout.sentences[use.token.i]:
        return
    points = tuple(_points(layout, end))
    if points:
        yield Content(points, "clause", before=False, rule="list_after_cue")


def _points(layout: Layout, at: int) -> Iterator[Range]:
    while at < len(layout.doc):
        start, end = layout.paragraphs[at]
        first, last = layout.characters((start, end))
        mark = POINT.match(layout.text, first, last)
        if mark is None:
            return
        point = layout.trim((layout.tokens(mark.end(), last)[0], end))
        if point[0] < point[1]:
            yield point
        at = end
