"""Turns: speech that the page attributes though no word of saying does.

A transcript gives every speaker a line: "President Erdogan: We have paid." A heading names who speaks in the paragraph
below it, a dash who signs it, a headline who said it: "Peskov: Deliveries go on", "Deliveries go on – Peskov".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from s400data.knowledge.outlets import load_outlets
from s400data.knowledge.reporting_words import load_reporting_words
from s400data.language.syntax import FINITE, span_at
from s400data.quotations.marks import Passage

Range = tuple[int, int]

LABELLED = re.compile(r"\s*(?P<label>[^\s:\"“”„«»][^\n:\"“”„«»]{0,69}):[ \t]+(?P<speech>[^\s\"“„«‘'][^\n]*)")
SIGNED = re.compile(r"(?P<speech>[^\n]+?)\s+[-–—]\s+(?P<label>[^\n–—]{2,40})\s*")
SIGNATURE = re.compile(r"\s{0,2}[-–—―]{1,2}\s?(?P<label>\w[^\n\"“”–—―]{1,79})(?=\n|\Z)")
LONGEST_LABEL = 9
LONGEST_HEADING = 10
FEWEST_TURNS = 2
FEWEST_WORDS = 3
# Turns of several paragraphs are common, sections of several paragraphs under a name are no turns.
DENSITY = 0.4
SPEAKING = frozenset({"PERSON", "ORG"})


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says, as a passage without marks, and the words before the colon that name the speaker."""

    passage: Passage
    label: Span


def find_turns(doc: Doc, text: str, paragraphs: Sequence[Range]) -> list[Turn]:
    """Turns of a transcript in reading order; a single labelled line is none.

    Paragraphs between two turns go on with the first of them; what follows the last turn belongs to nobody.
    """
    ranges = list(dict.fromkeys(paragraphs))
    labelled = [(n, *found) for n, span in enumerate(ranges) if (found := _labelled(doc, text, span)) is not None]
    if not _is_transcript(labelled):
        return []
    stops = [n for n, _, _ in labelled[1:]] + [labelled[-1][0] + 1]
    return [
        Turn(_passage(text, [piece, *(_characters(doc, ranges[k]) for k in range(n + 1, stop))]), label)
        for (n, label, piece), stop in zip(labelled, stops, strict=True)
    ]


def _is_transcript(labelled: Sequence[tuple[int, Span, Range]]) -> bool:
    """Whether labelled lines, by number of their paragraph, follow one another as turns do."""
    if len(labelled) < FEWEST_TURNS or not any(_names_person(label) for _, label, _ in labelled):
        return False
    return len(labelled) >= DENSITY * (labelled[-1][0] - labelled[0][0] + 1)


def _labelled(doc: Doc, text: str, paragraph: Range) -> tuple[Span, Range] | None:
    """The label of a paragraph that names a speaker, and the characters of what is said."""
    start, end = _characters(doc, paragraph)
    found = LABELLED.match(text, start, end)
    if found is None or not any(letter.isalpha() for letter in found["speech"]):
        return None
    label = _label(doc, found, LONGEST_LABEL)
    return (label, found.span("speech")) if label is not None and _may_ask_or_answer(label) else None


def _label(doc: Doc, found: re.Match[str] | None, longest: int) -> Span | None:
    """The words of a label, if they are few and no sentence."""
    label = span_at(doc, *found.span("label")) if found is not None else None
    if label is None or len(label) > longest or any(token.tag_ in FINITE for token in label):
        return None
    return label


def _may_ask_or_answer(label: Span) -> bool:
    return _names_person(label) or label.text.lower().rstrip(".") in load_reporting_words()["turn labels"]


def _names_person(label: Span) -> bool:
    return any(token.ent_type_ == "PERSON" for token in label)


def _characters(doc: Doc, tokens: Range) -> Range:
    first, last = doc[tokens[0]], doc[tokens[1] - 1]
    return first.idx, last.idx + len(last)


def _passage(text: str, pieces: list[Range]) -> Passage:
    kept = [piece for start, end in pieces if (piece := _stripped(text, start, end))[0] < piece[1]]
    return Passage(tuple(kept), kept[0][0], kept[-1][1], closed=True)


def _stripped(text: str, start: int, end: int) -> Range:
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())


def without_overlap(passages: Sequence[Passage], turns: Sequence[Turn]) -> Iterator[Passage]:
    """`passages` that no turn touches."""
    starts = [turn.passage.start for turn in turns]
    for passage in passages:
        last = bisect_left(starts, passage.end) - 1
        if last < 0 or turns[last].passage.end <= passage.start:
            yield passage


def find_heading(doc: Doc, paragraphs: Sequence[Range], first: int) -> Span | None:
    """The heading right above the paragraph that begins at token `first`, if it is a name, perhaps with its title."""
    if first == 0 or paragraphs[first][0] != first:
        return None
    start, end = paragraphs[first - 1]
    while end > start and doc[end - 1].is_space:
        end -= 1
    words = doc[start:end]
    is_short = 0 < sum(token.is_alpha for token in words) <= LONGEST_HEADING
    is_sentence = any(token.tag_ in FINITE or token.text in {".", ":", "?", "!"} for token in words)
    return words if is_short and not is_sentence and _names_person(words) else None


def find_signature(doc: Doc, text: str, end: int) -> Span | None:
    """Who signs what ends at character `end`, behind a dash that closes its line: "“We will not wait.” — Kozhin"."""
    label = _label(doc, SIGNATURE.match(text, end), LONGEST_HEADING)
    return label if label is not None and _names_person(label) else None


def find_headline_speech(doc: Doc, text: str, end: int) -> tuple[Span, Range] | None:
    """Who the headline, up to `end`, says it from, and the characters of what was said; an outlet signs for nobody."""
    headline = text[:end]
    found = LABELLED.fullmatch(headline) or SIGNED.fullmatch(headline)
    if found is None or len(found["speech"].split()) < FEWEST_WORDS:
        return None
    label = _label(doc, found, LONGEST_LABEL)
    if label is None or _is_outlet(label.text) or not any(token.ent_type_ in SPEAKING for token in label):
        return None
    return label, found.span("speech")


def _is_outlet(name: str) -> bool:
    return any(name.lower() in (known.lower() for known in outlet.names) for outlet in load_outlets())
