"""Drafts: quotations in the making, before speakers are resolved; one for each word of saying that reports."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from s400data.knowledge.cues import Frame
from s400data.quotations.layout import Range
from s400data.quotations.uses import Use


@dataclass(frozen=True, slots=True)
class Content:
    """Token ranges in reading order, the frame that found them, and whether they stand before their cue."""

    pieces: tuple[Range, ...]
    frame: Frame
    before: bool
    rule: str


def one_piece(piece: Range, frame: Frame, rule: str) -> Iterator[Content]:
    """A content of one piece that follows its cue; nothing for an empty piece."""
    if piece[0] < piece[1]:
        yield Content((piece,), frame, before=False, rule=rule)


# Rules that find what the words are about rather than the words themselves.
WEAK_RULES = frozenset({"object", "topic"})


@dataclass(slots=True)
class Draft:
    """Pieces are ranges of characters; `use` and `source` may be missing for speech that only its marks betray.

    `label` are the words that name the source where the page does: before a colon, in a heading, behind a dash.
    """

    use: Use | None
    source: Token | None
    pieces: list[Range]
    rule: str
    passages: list[int] = field(default_factory=list)
    carried: "Draft | None" = None
    before: bool = False
    via: Token | None = None
    label: Span | None = None

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]


def labelled(label: Span, rule: str, pieces: Iterable[Range] = ()) -> Draft:
    """A draft whose source is named by the page."""
    return Draft(None, label.root, list(pieces), rule, label=label)


def merge(pieces: list[Range], text: str) -> list[Range]:
    """Sorted pieces, joined where only white space or marks lie between them."""
    found: list[Range] = []
    for start, end in sorted(pieces):
        if found and (start <= found[-1][1] or not text[found[-1][1] : start].strip(" \"“”‘’'")):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
