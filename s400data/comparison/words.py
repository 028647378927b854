"""Words: the terms of articles, with quoted speech and the outlet's own words apart.

Speech is what stands in quotation marks (direct and mixed quotations); all the rest is the outlet's own wording,
paraphrase included. Words that only hold a sentence together (English function words) are no terms.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Any, Literal

import pandas as pd

from s400data.comparison.reports import name_outlets
from s400data.knowledge.wordings import load_function_words
from s400data.records import Mention

Part = Literal["all", "own", "speech"]
Span = tuple[int, int]

WORD = re.compile(r"[^\W_](?:[\w'’.&/-]*[^\W_])?")
POSSESSIVE = re.compile(r"['’]s?$")
# "U.S." and "US" are one term, and neither is the pronoun.
INITIALS = re.compile(r"(?:[A-Z]\.?){2,6}")

# Folded forms and hashes that are kept: an affair is told in the same words again and again.
WORDS_KEPT = 200_000
# The bit that is set in the number of a term of two words.
PAIR = 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of an article to read words from."""

    article_id: str
    outlet: str
    text: str
    spans: tuple[Span, ...]


def find_stretches(articles: pd.DataFrame, quotations: pd.DataFrame, part: Part) -> Iterator[Stretch]:
    """Stretches of `articles` (article_id, outlet, text) that are `part`: all, the outlet's own words, or speech."""
    speech = _speech(quotations) if part != "all" else {}
    named = name_outlets(articles)
    for article_id, outlet, text in zip(named["article_id"], named["outlet"], named["text"], strict=True):
        spoken = speech.get(article_id, ())
        spans = {"all": ((0, len(text)),), "own": tuple(_gaps(spoken, len(text))), "speech": spoken}[part]
        yield Stretch(article_id, outlet, text, spans)


def find_terms(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Terms of text[start:end] with their places: single words, and pairs with nothing but a space between them."""
    before: tuple[str, int, int] | None = None
    for match in WORD.finditer(text, start, end):
        term = fold_word(match[0])
        if not is_term(term):
            before = None
            continue
        yield term, match.start(), match.end()
        if before and text[before[2] : match.start()] == " ":
            yield f"{before[0]} {term}", before[1], match.end()
        before = (term, match.start(), match.end())


def find_uses(stretches: Iterable[Stretch], term: str) -> Iterator[tuple[Stretch, Mention]]:
    """Places where `term` stands."""
    for stretch in stretches:
        for span in stretch.spans:
            for found, start, end in find_terms(stretch.text, *span):
                if found == term:
                    yield stretch, Mention(start, end, stretch.text[start:end])


@lru_cache(maxsize=WORDS_KEPT)
def fold_word(word: str) -> str:
    """Word without case, accents and possessive: "Türkiye's" and "turkiye" are one; initials stay capital."""
    if INITIALS.fullmatch(bare := POSSESSIVE.sub("", word)):
        return bare.replace(".", "")
    plain = unicodedata.normalize("NFKD", bare).replace("ı", "i").replace("’", "'")
    return "".join(one for one in plain if not unicodedata.combining(one)).casefold()


@lru_cache(maxsize=WORDS_KEPT)
def hash_words(words: str) -> int:
    """64-bit hash of words, the same on every machine."""
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "little", signed=True)


def is_term(word: str) -> bool:
    """Whether a folded word says something about a subject; bare numbers do not."""
    return any(one.isalpha() for one in word) and word not in _function_words()


@cache
def _function_words() -> frozenset[str]:
    return load_function_words()


def _speech(quotations: pd.DataFrame) -> dict[str, tuple[Span, ...]]:
    spoken: dict[str, list[Span]] = {}
    quoted = quotations.loc[quotations["kind"] != "indirect"]
    for article_id, content, kind, text in zip(
        quoted["article_id"], quoted["content"], quoted["kind"], quoted["text"], strict=True
    ):
        spans = _spans(content)
        spoken.setdefault(article_id, []).extend(_in_marks(spans, text) if kind == "mixed" else spans)
    return {article_id: tuple(_merged(spans)) for article_id, spans in spoken.items()}


def _in_marks(spans: list[Span], text: str) -> Iterator[Span]:
    """Stretches of a mixed quotation that stand in quotation marks; of several pieces, those that open with one."""
    if len(spans) > 1:
        return
    start = spans[0][0]
    for match in re.finditer(r"[\"“«](?P<double>[^\"”»]+)[\"”»]|‘(?P<single>.+?)’(?!\w)", text):
        group = match.lastgroup or 0
        yield start + match.start(group), start + match.end(group)


def _spans(content: Any) -> list[Span]:  # noqa: ANN401 - a cell of spans
    return [(int(start), int(end)) for start, end in content]


def _merged(spans: list[Span]) -> Iterator[Span]:
    reached = -1
    for start, end in sorted(spans):
        if end > reached:
            yield max(start, reached), end
            reached = end


def _gaps(spans: Iterable[Span], length: int) -> Iterator[Span]:
    place = 0
    for start, end in spans:
        if place < start:
            yield place, start
        place = end
    if place < length:
        yield place, length
