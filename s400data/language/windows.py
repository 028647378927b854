"""Windows: stretches of words that the encoder reads at a time, from the paragraphs of a `Doc`.

A paragraph that is too long is cut, at a sentence's end where there is one. Each part is then read with some of the
words before and after it, which are left out of the result.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

# More than the longest sentence of news, less than the encoder has positions for; MARGIN comes on top on both sides.
LONGEST_WINDOW, MOST_SUBWORDS = 150, 320
SHORTEST_WINDOW = LONGEST_WINDOW // 3
MARGIN, MOST_MARGIN_SUBWORDS = 20, 60
SENTENCE_END = frozenset(".!?")
CLOSING = frozenset('.!?”"’')
OPENING = "\"“‘'"
BREAKS = "breaks"


@dataclass(frozen=True, slots=True)
class Window:
    """Word indexes of a `Doc`, of which those from `begin` to `end` (places in `words`) are to be read."""

    words: list[int]
    begin: int
    end: int

    @property
    def core(self) -> list[int]:
        """The words to be read."""
        return self.words[self.begin : self.end]


def find_windows(doc: Doc, count_subwords: Callable[[str], int]) -> list[Window]:
    """Windows of `doc` in reading order; every word that is no white space is in the core of exactly one."""
    return [window for run in _paragraphs(doc) for window in _cut(doc, run, count_subwords)]


def _paragraphs(doc: Doc) -> Iterator[list[int]]:
    """Runs of word indexes between line breaks and the offsets in `doc.user_data[BREAKS]`."""
    breaks = doc.user_data.get(BREAKS, ())
    run: list[int] = []
    for token in doc:
        is_break = token.is_space and "\n" in token.text
        if run and (is_break or token.idx in breaks):
            yield run
            run = []
        if not token.is_space:
            run.append(token.i)
    if run:
        yield run


def _cut(doc: Doc, run: list[int], count_subwords: Callable[[str], int]) -> Iterator[Window]:
    sizes = [count_subwords(doc[i].text) for i in run]
    begin = 0
    while begin < len(run):
        end = _fitting(sizes, begin, 1, LONGEST_WINDOW, MOST_SUBWORDS)
        if end < len(run):
            ends = (k for k in range(end, begin + SHORTEST_WINDOW, -1) if _ends_sentence(doc, run, k))
            end = next(ends, end)
        first = _fitting(sizes, begin - 1, -1, MARGIN, MOST_MARGIN_SUBWORDS) + 1
        last = _fitting(sizes, end, 1, MARGIN, MOST_MARGIN_SUBWORDS)
        yield Window(run[first:last], begin - first, end - first)
        begin = end


def _fitting(sizes: list[int], at: int, step: int, words: int, subwords: int) -> int:
    """Where a walk from `at` stops that takes at most so many words and subwords, but one word in any case."""
    begun = at
    while 0 <= at < len(sizes) and abs(at - begun) < words and (sizes[at] <= subwords or at == begun):
        subwords -= sizes[at]
        at += step
    return at


def _ends_sentence(doc: Doc, run: list[int], cut: int) -> bool:
    last, following = doc[run[cut - 1]], doc[run[cut]]
    if not last.whitespace_:
        return False
    if last.text in SENTENCE_END and following.text[:1].isupper():
        return True
    return last.text in CLOSING and following.text[:1] in OPENING
