"""Passages: the words around a mark, for showing it where it stands. Needs no parse: ends of sentences are guessed."""

import re
from collections.abc import Iterator

from s400data.records import Mention

# A sentence ends at . ! ? … and closing marks, before white space and a capital, digit or opening mark. The one kind of
# full stop this news is full of that ends nothing stands after a single capital ("U.S. officials") or a short title.
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s+[\"'“‘«(\[]?[A-Z0-9ÇĞİÖŞÜА-ЯЁ])|\n+")
NOT_AN_END = re.compile(r"(?:\b[A-ZÇĞİÖŞÜ]|\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Adm|Sen|Rep|Gov|St|vs|Jr|Sr))\.$")


def find_sentences(text: str, start: int, end: int) -> tuple[Mention, ...]:
    """Sentences of `text` that overlap [start, end), whole."""
    return tuple(one for one in _sentences(text) if one.start < end and start < one.end)


def sentence_around(text: str, start: int, end: int, *, before: int = 0, after: int = 0) -> Mention:
    """One stretch with every sentence that overlaps [start, end) and up to so many `before` and `after` it."""
    sentences = list(_sentences(text))
    inside = [n for n, one in enumerate(sentences) if one.start < end and start < one.end]
    if not inside:
        return Mention(start, end, text[start:end])
    first = sentences[max(inside[0] - before, 0)].start
    last = sentences[min(inside[-1] + after, len(sentences) - 1)].end
    return Mention(first, last, text[first:last])


def _sentences(text: str) -> Iterator[Mention]:
    start = 0
    for match in SENTENCE_END.finditer(text):
        if text[match.start()] == "." and NOT_AN_END.search(text[max(start, match.start() - 6) : match.start() + 1]):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Mention]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    if words:
        yield Mention(start, start + len(words), words)
