"""Sentences: where they start in a window, from the encoder's scores and what punctuation and spaces allow."""

import numpy as np
from numpy.typing import NDArray

CLOSING_MARKS = "\"”’“‘'"
OPENING_MARKS = "\"“‘'"
# "In April 2019 | Washington suspended": a date that opens a sentence is none by itself.
BEFORE_DATES = frozenset({"In", "On", "By", "Since", "During", "Until"})
LONGEST_OPENER = 4

Flags = NDArray[np.bool_]


def find_starts(scores: NDArray[np.floating], words: list[str], spaced: list[bool]) -> Flags:
    """Whether a sentence starts at each of `words`; `spaced` tells whether white space precedes.

    None starts right after a comma or a date that opens one. An opening mark belongs to what it opens: it is no
    sentence by itself, and a sentence that follows one begins with the mark.
    """
    starts: Flags = scores > 0
    starts[0] = True
    for k in np.flatnonzero(starts)[1:]:
        opened = k - 1 if k > 1 and _opens(words, spaced, k - 1) else k
        starts[k] = starts[opened]
        if opened < k or _follows_comma(words, k) or _follows_date(words, starts, k):
            starts[k] = False
            starts[opened] |= opened < k and not _follows_comma(words, opened)
    return starts


def _opens(words: list[str], spaced: list[bool], k: int) -> bool:
    """Whether the word at `k` is a mark that opens a quotation: a space before it, none behind."""
    return words[k] in OPENING_MARKS and spaced[k] and not spaced[k + 1]


def _follows_comma(words: list[str], k: int) -> bool:
    before = k - 1
    while before > 0 and words[before] in CLOSING_MARKS:
        before -= 1
    return words[before] == ","


def _follows_date(words: list[str], starts: Flags, k: int) -> bool:
    """Whether only "In April 2019", "On Monday" stands between the word at `k` and the start before."""
    first = int(np.flatnonzero(starts[:k])[-1])
    opener = words[first:k]
    return (
        opener[0] in BEFORE_DATES
        and 1 < len(opener) <= LONGEST_OPENER
        and all(word[0].isupper() or word[0].isdigit() for word in opener)
        and (opener[-1].isdecimal() or len(opener) == 2)
    )
