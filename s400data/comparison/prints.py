"""Prints: what comparing needs of an article's words, as hashes and counts small enough to keep for every article."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

import numpy as np
import numpy.typing as npt

from s400data.comparison.wording import find_names
from s400data.comparison.words import WORD, Span, Stretch, find_terms, fold_word, hash_words
from s400data.knowledge.countries import load_countries
from s400data.knowledge.measures import load_measures
from s400data.knowledge.objects import load_objects
from s400data.knowledge.word_forms import load_irregular_forms, load_opposites, load_spellings, load_synonyms
from s400data.knowledge.wordings import load_function_words, load_wordings

Hashes = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
Names = Counter[tuple[str, str]]

# Five words in a row are seldom the same by chance, and an edit in every sentence still leaves many of them.
RUN = 5
# To be raised with every change of how words are read, so that prints made before are made anew.
RULES = 4
# Width of a stored hash, and of a stored use: the number of a term and how often it is used.
BYTES, USE_BYTES = 8, 8
SMALL = np.dtype("<i4")
# Any large odd number sets the places of a run apart.
BASE = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Print:
    """Of an article: its runs of words and terms outside quotations, its terms inside, names it chooses in both."""

    runs: Hashes
    own: Counter[str]
    speech: Counter[str]
    own_names: Names
    speech_names: Names


def read_print(own: Stretch, speech: Stretch) -> Print:
    """The print of an article whose own words and whose quoted speech these are."""
    return Print(find_runs(own), _count(own), _count(speech), _names(own), _names(speech))


def find_runs(stretch: Stretch) -> Hashes:
    """Hashes of the runs of five words of a stretch, each once; no run leaves one of its spans."""
    runs = [_hash_runs([hash_words(word) for word in _words(stretch, span)]) for span in stretch.spans]
    return np.unique(np.concatenate([np.empty(0, dtype=np.int64), *runs]))


@cache
def edition() -> str:
    """Names the rules and the knowledge that prints are made by; prints of another edition are out of date."""
    forms = (load_irregular_forms(), load_spellings(), load_synonyms(), load_opposites(), load_countries())
    knowledge = repr(
        (RULES, RUN, load_wordings(), sorted(load_function_words()), load_measures(), load_objects(), forms)
    )
    return sha256(knowledge.encode()).hexdigest()[:16]


def to_bytes(numbers: Iterable[Hashes]) -> bytes:
    """Arrays of numbers one behind the other, as bytes that any machine reads alike."""
    return b"".join(part.astype("<i8").tobytes() for part in numbers)


def from_bytes(stored: bytes) -> Hashes:
    """Numbers out of their bytes."""
    return np.frombuffer(stored, dtype="<i8").astype(np.int64, copy=False)


def pack_uses(counts: Mapping[int, int]) -> bytes:
    """Numbers of terms, each with its uses, as bytes."""
    return np.array([cell for use in counts.items() for cell in use], dtype=SMALL).tobytes()


def unpack_uses(stored: Iterable[bytes]) -> tuple[Numbers, Numbers]:
    """Numbers of terms and their uses out of the bytes of several texts, one after the other."""
    uses = np.frombuffer(b"".join(stored), dtype=SMALL).reshape(-1, 2)
    return uses[:, 0], uses[:, 1]


def _count(stretch: Stretch) -> Counter[str]:
    return Counter(term for span in stretch.spans for term, _, _ in find_terms(stretch.text, *span))


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
