"""Layout: a parsed article as the rules see it, with sentences, paragraphs and passages in marks as token ranges."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from s400data.language.syntax import FINITE
from s400data.quotations.marks import Passage, find_passages
from s400data.quotations.turns import Turn, find_turns, without_overlap

Range = tuple[int, int]
KEPT_MARKS = frozenset({"(", "[", ")", "]", "%"})


@dataclass(frozen=True)
class Layout:
    """A `doc` with its passages; every range is half-open, in tokens unless it says characters."""

    doc: Doc

    @cached_property
    def text(self) -> str:
        """The text of `doc`, which builds it anew at every call."""
        return self.doc.text

    @cached_property
    def turns(self) -> list[Turn]:
        """Turns of a transcript, in reading order."""
        return find_turns(self.doc, self.text, self.paragraphs)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """What stands in marks or is a turn, in reading order, none within another."""
        turns = [turn.passage for turn in self.turns]
        marked = without_overlap(find_passages(self.text), self.turns)
        return tuple(sorted([*marked, *turns], key=lambda passage: passage.start))

    @cached_property
    def labels(self) -> dict[int, Span]:
        """The labels of turns, by number of their passage."""
        begins = {turn.passage.start: turn.label for turn in self.turns}
        return {n: begins[passage.start] for n, passage in enumerate(self.passages) if passage.start in begins}

    @cached_property
    def starts(self) -> list[int]:
        """First character of each token."""
        return [token.idx for token in self.doc]

    @cached_property
    def sentences(self) -> list[Range]:
        """Sentence of each token."""
        found: list[Range] = []
        for sent in self.doc.sents:
            found += [(sent.start, sent.end)] * (sent.end - sent.start)
        return found

    @cached_property
    def paragraphs(self) -> list[Range]:
        """Paragraph of each token; the white space between two paragraphs belongs to the first."""
        found: list[Range] = []
        start = 0
        for token in self.doc:
            if token.i + 1 == len(self.doc) or (token.is_space and "\n" in token.text):
                found += [(start, token.i + 1)] * (token.i + 1 - start)
                start = token.i + 1
        return found

    @cached_property
    def owners(self) -> list[int]:
        """Number of the passage each token stands in, marks included; -1 outside."""
        found = [-1] * len(self.doc)
        for n, passage in enumerate(self.passages):
            start, end = self.tokens(passage.start, passage.end)
            found[start:end] = [n] * (end - start)
        return found

    def tokens(self, start: int, end: int) -> Range:
        """The tokens that the characters from `start` to `end` touch."""
        first = bisect_left(self.starts, start)
        if first and self.starts[first - 1] + len(self.doc[first - 1]) > start:
            first -= 1
        return first, max(first, bisect_left(self.starts, end))

    def characters(self, tokens: Range) -> Range:
        """The characters from the first to the last of `tokens`."""
        start, end = tokens
        return self.starts[start], self.starts[end - 1] + len(self.doc[end - 1])

    def passage_tokens(self, number: int) -> Range:
        passage = self.passages[number]
        return self.tokens(passage.start, passage.end)

    def clause(self, token: Token) -> Range:
        """The subtree of `token`, kept within its sentence."""
        first, last = self.sentences[token.i]
        return max(token.left_edge.i, first), min(token.right_edge.i + 1, last)

    def ends_dateline(self, i: int) -> bool:
        """Whether a dash behind the agency in brackets stands at token `i`: "ANKARA (AA) –"."""
        return i > 0 and self.doc[i].text in {"-", "–", "—"} and self.doc[i - 1].text in {")", "/"}

    def has_verb(self, tokens: Range) -> bool:
        """Whether a finite verb stands among `tokens`."""
        return any(token.tag_ in FINITE for token in self.doc[tokens[0] : tokens[1]])

    def trim(self, tokens: Range) -> Range:
        """`tokens` without punctuation, marks and white space at their edges."""
        start, end = tokens
        while start < end and self._is_edge(start):
            start += 1
        while end > start and self._is_edge(end - 1):
            end -= 1
        return start, end

    def _is_edge(self, i: int) -> bool:
        token = self.doc[i]
        if token.is_space:
            return True
        return token.is_punct and token.text not in KEPT_MARKS
