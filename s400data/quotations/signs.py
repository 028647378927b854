"""Signs: what the words of a passage and its place on the page tell about it."""

import re
from dataclasses import dataclass

from s400data.quotations.layout import Layout

FEWEST_WORDS = 3
INNER_MARKS = "'‘’\"“”"
ENDS = frozenset(".,?!…—–-")
HEAD = 100
SMALL_WORDS = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
)


@dataclass(frozen=True)
class Signs:
    """Questions about the passages of `layout`, each asked by the number of a passage."""

    layout: Layout

    def same_paragraph(self, one: int, other: int) -> bool:
        last = self.layout.passage_tokens(one)[1] - 1
        return self.layout.paragraphs[last] == self.layout.paragraphs[self.layout.passage_tokens(other)[0]]

    def fills_paragraph(self, number: int) -> bool:
        first, last = self.layout.passage_tokens(number)
        start, _ = self.layout.paragraphs[first]
        _, end = self.layout.paragraphs[last - 1]
        return not any(
            token.is_alpha for span in (self.layout.doc[start:first], self.layout.doc[last:end]) for token in span
        )

    def is_sentence(self, number: int, fewest: int = FEWEST_WORDS) -> bool:
        """Whether a passage reads as whole sentences of at least `fewest` words."""
        passage = self.layout.passages[number]
        inner = self.layout.text[passage.pieces[0][0] : passage.pieces[-1][1]]
        words = re.findall(r"\w+", inner[:200])
        opening = inner.lstrip("[(…. " + INNER_MARKS)[:1]
        closing = inner.rstrip(INNER_MARKS)[-1:]
        return len(words) >= fewest and (opening.isupper() or opening.isdigit()) and closing in ENDS

    def is_title(self, number: int) -> bool:
        start, end = self.layout.passages[number].pieces[0]
        words = [
            word
            for word in re.findall(r"[^\W\d]+", self.layout.text[start : min(end, start + 100)])
            if word not in SMALL_WORDS
        ]
        return len(words) > 1 and all(word[0].isupper() for word in words) and self.layout.text[end - 1] not in ".?!"

    def is_introduced(self, number: int) -> bool:
        before = self.layout.text[
            max(0, self.layout.passages[number].start - 3) : self.layout.passages[number].start
        ].rstrip()
        return bool(before) and before[-1] in ":,"

    def is_long(self, number: int) -> bool:
        start, end = self.layout.passages[number].pieces[0]
        return len(re.findall(r"\w+", self.layout.text[start : min(end, start + HEAD)])) >= FEWEST_WORDS
