"""Prints: what comparing needs of an article's words, as hashes and counts small enough to keep for every article."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
import numpy.typing as npt

from s400data.comparison.wording import find_names
from s400data.comparison.words import WORD, Span, Stretch, find_terms, fold_word, hash_words, term_id
from s400data.knowledge.wordings import load_function_words, load_wordings

Hashes = npt.NDArray[np.int64]
Names = Counter[tuple[str, str]]

# Five words in a row are seldom the same by chance, and an edit in every sentence still leaves many of them.
RUN = 5
# To be raised with every change of how words are read, so that prints made before are made anew.
RULES = 1
# Any large odd number sets the places of a run apart.
BASE = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Uses:
    """Terms of a text by their hashes, each with the number of its uses."""

    terms: Hashes
    counts: Hashes


@dataclass(frozen=True, slots=True)
class Print:
    """Of one article: its runs of words and terms outside quotations, its terms inside, the names it chooses in both.

    `words` are the terms behind the hashes.
    """

    runs: Hashes
    own: Uses
    speech: Uses
    own_names: Names
    speech_names: Names
    words: Mapping[int, str]


def read_print(own: Stretch, speech: Stretch) -> Print:
    """The print of an article whose own words and whose quoted speech these are."""
    terms, spoken = _count(own), _count(speech)
    words = {term_id(term): term for term in (*terms, *spoken)}
    return Print(find_runs(own), _uses(terms), _uses(spoken), _names(own), _names(speech), words)


def find_runs(stretch: Stretch) -> Hashes:
    """Hashes of the runs of five words of a stretch, each once; no run leaves one of its spans."""
    runs = [_hash_runs([hash_words(word) for word in _words(stretch, span)]) for span in stretch.spans]
    return np.unique(np.concatenate([np.empty(0, dtype=np.int64), *runs]))


def edition() -> str:
    """Names the rules and the knowledge that prints are made by; prints of another edition are out of date."""
    knowledge = repr((RULES, RUN, load_wordings(), sorted(load_function_words())))
    return sha256(knowledge.encode()).hexdigest()[:16]


def to_bytes(numbers: Iterable[Hashes]) -> bytes:
    """Arrays of numbers one behind the other, as bytes that any machine reads alike."""
    return b"".join(part.astype("<i8").tobytes() for part in numbers)


def from_bytes(stored: bytes) -> Hashes:
    """Numbers out of their bytes."""
    return np.frombuffer(stored, dtype="<i8").astype(np.int64, copy=False)


def to_uses(stored: bytes) -> Uses:
    """Uses out of their bytes: terms first, then counts."""
    numbers = from_bytes(stored)
    half = len(numbers) // 2
    return Uses(numbers[:half], numbers[half:])


def _count(stretch: Stretch) -> Counter[str]:
    return Counter(term for span in stretch.spans for term, _, _ in find_terms(stretch.text, *span))


def _uses(counts: Counter[str]) -> Uses:
    return Uses(
        np.array([term_id(term) for term in counts], dtype=np.int64), np.array([*counts.values()], dtype=np.int64)
    )


def _names(stretch: Stretch) -> Names:
    return Counter((thing, name) for thing, name, _ in find_names(stretch))


def _hash_runs(words: list[int]) -> Hashes:
    """One number for each run of words, made of theirs and of their order; it wraps around at 64 bits."""
    known = np.array(words, dtype=np.int64).view(np.uint64)
    length = len(known) - RUN + 1
    if length < 1:
        return np.empty(0, dtype=np.int64)
    runs = np.zeros(length, dtype=np.uint64)
    for place in range(RUN):
        runs = runs * BASE + known[place : place + length]
    return runs.view(np.int64)


def _words(stretch: Stretch, span: Span) -> list[str]:
    return [fold_word(match[0]) for match in WORD.finditer(stretch.text, *span)]
