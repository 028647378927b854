"""Passages: words of articles as HTML with marks."""

from collections.abc import Iterable
from html import escape


def highlight(text: str, marks: Iterable[tuple[int, int]], *, offset: int = 0) -> str:
    """`text` as HTML, escaped, with `marks` (start, end counted from -`offset`) in <mark>; overlaps are joined."""
    pieces: list[str] = []
    place = 0
    for start, end in _joined([(start - offset, end - offset) for start, end in marks], len(text)):
        pieces += [escape(text[place:start]), "<mark>", escape(text[start:end]), "</mark>"]
        place = end
    return "".join([*pieces, escape(text[place:])])


def _joined(marks: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted((max(start, 0), min(end, length)) for start, end in marks):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
