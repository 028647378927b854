"""Blocks: the paragraphs of a raw page, put together from its lines, with what their form says about them."""

import itertools
import re
from dataclasses import dataclass, replace
from itertools import zip_longest

from s400data.knowledge.spellings import fold_letters

# A full sentence of news has at least this many words; headlines and labels may be as long but do not end like one.
FEWEST_PROSE_WORDS = 12
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$|[.!?][\"'”’»)\]]*\s*\[\d+\]$")
_ABBREVIATED = re.compile(r"\b(?:Inc|Co|Ltd|Corp|No|St|Mr|Mrs|Dr|etc|U\.S|a\.m|p\.m)\.$")
_SENTENCE_BREAK = re.compile(r"[a-z0-9)”\"’]{2}[.!?][\"'”’)]*\s+[\"'“‘(]*[A-Z]")
_BULLET = re.compile(r"^(?:[-–—*•·▪►»›>■●○]|\d{1,2}[.)]\s)\s*")
_HANGING = re.compile(
    r"(?:\b(?:the|a|an|of|to|in|and|or|by|with|for|on|at|that|from|as|his|her|its|their|said|told|according to)|,)$",
    re.I,
)
_LABELLED = re.compile(r"^[A-Z][\w ]{0,20}:")
# "he said.The ships", "the parliament.“We have", "ones.”He said"; but not "Gazeta.Ru" and "Defense.Gov".
_JOINED = re.compile(
    r"(?<=[a-z]{2}[.!?])(?=[A-Z][a-z]*[ ,’'])(?!(?:Ru|Com|Org|Net|Gov|Info|Tv|Ua|Tr|Az|Am|Ge|Gr|Uk|Eu|Fr|De|Js)\b)"
    r"|(?<=[a-z][.!?])(?=[“‘][A-Z])|(?<=[a-z][.!?,]”)(?=[A-Z][a-z])"
)
# A line longer than this that stops at "of" or "the" was broken, it is no headline.
_LONG_LINE = 90
_LEADING = re.compile(r"^(?:[,.;:)\]”’]|[’']s\b)")
_STOPWORDS = frozenset(
    [
        "about",
        "after",
        "again",
        "also",
        "been",
        "before",
        "being",
        "could",
        "does",
        "doing",
        "during",
        "each",
        "from",
        "have",
        "having",
        "here",
        "into",
        "just",
        "more",
        "most",
        "other",
        "over",
        "said",
        "says",
        "same",
        "should",
        "some",
        "such",
        "than",
        "that",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "under",
        "until",
        "very",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "will",
        "with",
        "would",
        "your",
    ]
)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or label: its words, the line (from 1) it began on, and whether an empty line came before it."""

    line: int
    text: str
    gap: bool

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def is_bullet(self) -> bool:
        return bool(_BULLET.match(self.text))

    @property
    def bare(self) -> str:
        """The words without a bullet."""
        return _BULLET.sub("", self.text)

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does and is not all capitals."""
        ends = _ENDS_SENTENCE.search(self.text) and not (self.words < 6 and _ABBREVIATED.search(self.text))
        return bool(ends) and self.words >= 3 and any(letter.islower() for letter in self.text)

    @property
    def is_prose(self) -> bool:
        """Whether it is running text: a long sentence, or several."""
        if self.is_sentence and self.words >= FEWEST_PROSE_WORDS:
            return True
        return (self.words >= 2 * FEWEST_PROSE_WORDS and bool(_SENTENCE_BREAK.search(self.text))) or self.words >= 60


def read_blocks(text: str) -> tuple[Block, ...]:
    """Put the lines of `text` together into blocks; wrapped paragraphs and lines broken around links are joined."""
    lines = _lines(text)
    if _is_wrapped(lines):
        lines = _unwrapped(lines)
    joined: list[Block] = []
    for line, following in zip_longest(lines, lines[1:]):
        if joined and not line.gap and _continues(joined[-1].text, line.text, following):
            glue = "" if _LEADING.match(line.text) else " "
            joined[-1] = replace(joined[-1], text=joined[-1].text + glue + line.text)
        else:
            joined.append(line)
    return tuple(joined)


def content_words(text: str) -> frozenset[str]:
    """The words that carry the topic, folded and cut to their stems' first letters."""
    words = re.findall(r"[a-z][a-z0-9]*(?:-\d+)?|\d+", fold_letters(text).replace("'s", ""))
    return frozenset(
        word[:6] for word in words if (len(word) > 3 or word in ("us", "nato", "eu")) and word not in _STOPWORDS
    )


def overlap(text: str, vocabulary: frozenset[str]) -> float:
    """Share of the content words of `text` that are in `vocabulary`."""
    words = content_words(text)
    return len(words & vocabulary) / len(words) if words else 0.0


def squeezed(text: str) -> str:
    """`text` reduced to folded letters and digits, for telling repeats."""
    return re.sub(r"[^a-z0-9]+", " ", fold_letters(text)).strip()


def _lines(text: str) -> list[Block]:
    lines: list[Block] = []
    gap = False
    for number, raw in enumerate(text.split("\n"), 1):
        stripped = _JOINED.sub(" ", " ".join(raw.split()))
        if stripped:
            lines.append(Block(number, stripped, gap))
        gap = not stripped
    return lines


def _is_wrapped(lines: list[Block]) -> bool:
    """Whether paragraphs are broken at a fixed width: most lines inside them stop mid-sentence at like lengths."""
    inner = [a for a, b in itertools.pairwise(lines) if not b.gap and len(a.text) > 40]
    if len(inner) < 5:
        return False
    broken = sum(1 for line in inner if not _ENDS_SENTENCE.search(line.text))
    widest = max(len(line.text) for line in inner)
    even = sum(1 for line in inner if len(line.text) > 0.75 * widest)
    return widest <= 100 and broken > 0.6 * len(inner) and even > 0.6 * len(inner)


def _unwrapped(lines: list[Block]) -> list[Block]:
    widest = max(len(line.text) for line in lines)
    joined: list[Block] = []
    last = 0
    for line in lines:
        if joined and not line.gap and last > 0.6 * widest:
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {line.text}")
        else:
            joined.append(line)
        last = len(line.text)
    return joined


def _continues(text: str, after: str, following: Block | None) -> bool:
    """Whether `after` goes on with the sentence of the line before it, as where a link stood in the middle."""
    if _LEADING.match(after):
        return len(after) > 1
    if _ENDS_SENTENCE.search(text) or len(text.split()) < 3 or _LABELLED.match(after):
        return False
    if after[0].islower():
        return len(text) > 40 and not after.startswith("http")
    # "according to / Interfax / , and said": the sentence resumes behind the words of the link.
    resumes = following is not None and not following.gap and bool(re.match(r"[,.;:)’'a-z]", following.text))
    return bool(_HANGING.search(text)) and (resumes or len(text) > _LONG_LINE)
