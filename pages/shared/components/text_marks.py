"""Marks laid over an article's text as HTML that nothing in the text can break.

Marks may overlap in any way: the text is cut at every end of a mark, and each piece carries the classes of all marks
that cover it, so tags never cross. Every word of the article is escaped here and nowhere else.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

# Where paragraphs end in an article's text.
BREAK = re.compile(r"\n{2,}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch [start, end) of the text: `layer` is its class, `number` the small sign at its start.

    `note` is finished HTML (escaped by its maker), shown beside the line when the mark is pointed at.
    """

    start: int
    end: int
    layer: str
    mark_id: str
    note: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text that no end of a mark divides, with the marks that cover it."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def cut_pieces(start: int, end: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    """Pieces that make up [start, end), in order."""
    inside = [mark for mark in marks if mark.start < end and start < mark.end]
    ends = {place for mark in inside for place in (mark.start, mark.end) if start < place < end}
    for one, other in pairwise(sorted({start, end, *ends})):
        yield Piece(one, other, tuple(mark for mark in inside if mark.start <= one and other <= mark.end))


def mark_text(
    text: str, start: int, end: int, marks: Iterable[Mark], opened: str | None = None, anchor: int | None = None
) -> str:
    """HTML of text[start:end] with `marks` laid over.

    Marks called `opened` are highlighted with their notes open; the piece that starts at `anchor` gets the id "place".
    """
    return "".join(_piece_html(text, piece, opened, anchor) for piece in cut_pieces(start, end, marks))


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of the paragraphs of `text`, without the breaks between them."""
    start = 0
    for found in [*BREAK.finditer(text), None]:
        end = found.start() if found else len(text)
        if text[start:end].strip():
            yield start, end
        start = found.end() if found else end


def _piece_html(text: str, piece: Piece, opened: str | None, anchor: int | None) -> str:
    words = escape(text[piece.start : piece.end]).replace("\n", "<br>")
    if not piece.marks:
        return words
    classes = ["mark", *dict.fromkeys(mark.layer for mark in piece.marks)]
    classes += ["open"] if opened in {mark.mark_id for mark in piece.marks} else []
    numbers = "".join(
        f'<sup class="number {escape(mark.layer)}">{escape(mark.number)}</sup>'
        for mark in piece.marks
        if mark.number and mark.start == piece.start
    )
    notes = "".join(dict.fromkeys(mark.note for mark in piece.marks if mark.note))
    notes = f'<span class="notes" role="note">{notes}</span>' if notes else ""
    place = ' id="place"' if piece.start == anchor else ""
    focus = ' tabindex="0"' if notes else ""
    return f'<span class="{escape(" ".join(classes))}"{place}{focus}>{numbers}{words}{notes}</span>'
