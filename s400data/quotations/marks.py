"""Marks: passages in quotation marks, paired in the text alone.

A passage is what stands between an opening and a closing mark of one paragraph, or runs over several paragraphs that
each open a mark while only the last closes one. Straight, curly, low and angle marks pair within one family, British
single marks are told from apostrophes, and a mark without its partner is recovered within its paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

MARK = re.compile(r"``|''|[\"“”„«»‘’']")
SINGLE = frozenset("‘’'")
ALWAYS_OPENS = frozenset({"„", "«", "``"})
ALWAYS_CLOSES = frozenset("”»")
BEFORE_OPENING = frozenset(" \t\n\xa0([{-–—/…")
SENTENCE_END = re.compile(r"[.!?…][”\"’)\]]*(?=\s|$)")
# Where words without a closing mark end: "We have paid[,] he said."
ATTRIBUTION = re.compile(r",(?= (?:[\w.’'-]+ ){1,6}(?:said|says|told|added)\b| said\b)")
# "the '90s", "'em", "'til": an apostrophe at the start of a word.
CLIPPED = re.compile(r"[‘’'](?:\d\ds?\b|(?:em|til|till|tis|twas|cause|bout|n|round)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in marks: `pieces` stand between marks, one per paragraph; `start` and `end` take in the marks."""

    pieces: tuple[tuple[int, int], ...]
    start: int
    end: int
    closed: bool


def find_passages(text: str) -> tuple[Passage, ...]:
    """Outermost passages of `text` in reading order. Time is linear in the length of `text`; nothing is raised."""
    found: list[Passage] = []
    chain: list[Passage] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        for n, passage in enumerate(_Paragraph(text, paragraph.start(), paragraph.end()).passages()):
            goes_on = n == 0 and not text[paragraph.start() : passage.start].strip()
            if chain and not goes_on:
                found.append(_join(text, chain))
                chain = []
            chain.append(passage)
            if passage.closed:
                found.append(_join(text, chain))
                chain = []
        if chain and chain[-1].end < paragraph.end():
            found.append(_join(text, chain))
            chain = []
    if chain:
        found.append(_join(text, chain))
    return tuple(passage for passage in found if passage.pieces)


def _join(text: str, chain: list[Passage]) -> Passage:
    """One passage out of those of several paragraphs; the last one may lack its closing mark."""
    pieces = tuple(piece for passage in chain for piece in passage.pieces if piece[0] < piece[1])
    joined = Passage(pieces, chain[0].start, chain[-1].end, chain[-1].closed)
    return joined if joined.closed else _recover(text, joined)


def _recover(text: str, passage: Passage) -> Passage:
    """Close a passage that lacks its mark: before "he said", at the end of its paragraph or of its sentence."""
    if not passage.pieces:
        return passage
    before = text[max(0, passage.start - 2) : passage.start].rstrip(" ")
    start, end = passage.pieces[0]
    said = ATTRIBUTION.search(text, start, end) if len(passage.pieces) == 1 else None
    if said is not None:
        return Passage(((start, said.end()),), passage.start, said.end(), closed=True)
    if len(passage.pieces) > 1 or not before or before[-1] in "\n:,.?!":
        return replace(passage, closed=True)
    stop = SENTENCE_END.search(text, start, end)
    end = stop.end() if stop else end
    return Passage(((start, end),), passage.start, end, closed=True)


class _Paragraph:
    """The marks of one paragraph."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.marks = list(MARK.finditer(text, start, end))
        opening = sum(self._looks_opening(mark) for mark in self.marks if mark[0] not in SINGLE)
        double = sum(mark[0] not in SINGLE for mark in self.marks)
        self.balanced = 2 * opening == double

    def passages(self) -> Iterator[Passage]:
        opened: list[re.Match[str]] = []
        skip_to = self.start
        for n, mark in enumerate(self.marks):
            if mark.start() < skip_to:
                continue
            if mark[0] not in SINGLE:
                yield from self._double(mark, opened)
            elif not opened and (close := self._close_of_single(n)) is not None:
                skip_to = close[1]
                yield self._passage(mark.end(), close[0], mark.start(), close[1], closed=close[0] < close[1])
        if opened:
            yield self._passage(opened[0].end(), self.end, opened[0].start(), self.end, closed=False)

    def _double(self, mark: re.Match[str], opened: list[re.Match[str]]) -> Iterator[Passage]:
        """Take in a double mark; `opened` are those still open, and a passage comes out when the last one closes."""
        if self._opens(mark, opened):
            if opened and not self.balanced and self._ends_sentence(mark.start()):
                yield self._cut(opened[0], mark.start())
                opened.clear()
            opened.append(mark)
        elif opened:
            first = opened.pop()
            if not opened:
                yield self._passage(first.end(), mark.start(), first.start(), mark.end(), closed=True)

    def _passage(self, start: int, end: int, outer_start: int, outer_end: int, *, closed: bool) -> Passage:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Passage(((start, end),), outer_start, outer_end, closed)

    def _cut(self, first: re.Match[str], at: int) -> Passage:
        stop = SENTENCE_END.search(self.text, first.end(), at)
        end = stop.end() if stop else at
        return self._passage(first.end(), end, first.start(), end, closed=True)

    def _around(self, mark: re.Match[str]) -> tuple[str, str]:
        before = self.text[mark.start() - 1] if mark.start() > self.start else " "
        after = self.text[mark.end()] if mark.end() < self.end else " "
        return before, after

    def _looks_opening(self, mark: re.Match[str]) -> bool:
        before, after = self._around(mark)
        if mark[0] == "“":
            # "“...in good time,“ he said": an opening mark that stands for the closing one.
            return before in BEFORE_OPENING or not after.isspace()
        if mark[0] in ALWAYS_OPENS:
            return True
        return mark[0] not in ALWAYS_CLOSES and before in BEFORE_OPENING and not after.isspace()

    def _opens(self, mark: re.Match[str], opened: list[re.Match[str]]) -> bool:
        before, after = self._around(mark)
        if mark[0] == "“" and opened and opened[-1][0] == "„":
            return False
        if mark[0] in ALWAYS_CLOSES or self._looks_opening(mark):
            return mark[0] not in ALWAYS_CLOSES
        between_words = before.isalnum() and after.isalnum()
        return not opened and (between_words or before.isspace())

    def _ends_sentence(self, at: int) -> bool:
        before = self.text[max(self.start, at - 3) : at].rstrip()
        return bool(before) and before[-1] in ".!?…"

    def _close_of_single(self, n: int) -> tuple[int, int] | None:
        """Inner and outer end of the passage that the single mark number `n` opens; None for an apostrophe."""
        mark = self.marks[n]
        if not self._opens_single(mark):
            return None
        weak: tuple[int, int] | None = None
        for k in range(n + 1, len(self.marks)):
            other = self.marks[k]
            if other[0] not in SINGLE:
                continue
            if self._opens_single(other):
                break
            before, after = self._around(other)
            if before.isspace() or after.isalnum():
                continue
            # "the allies’ aircraft": perhaps a possessive, so a later mark is preferred.
            if before not in "sS" or not after.isspace():
                return other.start(), other.end()
            weak = weak or (other.start(), other.end())
        if weak is None and mark.start() == self.start and mark[0] == "‘":
            return self.end, self.end
        return weak

    def _opens_single(self, mark: re.Match[str]) -> bool:
        before, after = self._around(mark)
        if mark[0] == "’" or after.isspace() or CLIPPED.match(self.text, mark.start(), self.end):
            return False
        return before in BEFORE_OPENING or before in '“"'
