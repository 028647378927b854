"""Sentences: where they start in a window, from the encoder's scores and what punctuation and spaces allow."""

import numpy as np
from numpy.typing import NDArray

CLOSING_MARKS = "\"”’“‘'"
OPENING_MARKS = "\"“‘'"

Flags = NDArray[np.bool_]


def find_starts(scores: NDArray[np.floating], words: list[str], spaced: list[bool]) -> Flags:
    """Whether a sentence starts at each of `words`; `spaced` tells whether white space precedes.

    None starts right after a comma, and an opening mark belongs to what it opens: it is no sentence by itself, and a
    sentence that follows one begins with the mark.
    """
    starts: Flags = scores > 0
    starts[0] = True
    for k in np.flatnonzero(starts)[1:]:
        opened = k - 1 if k > 1 and _opens(words, spaced, k - 1) else k
        starts[k] = starts[opened]
        if opened < k or _follows_comma(words, k):
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
