"""Folding: text as the words that a search compares, so that Erdogan finds Erdoğan and S400 finds S-400.

Letters of any script are written in plain Latin ones (anyascii), so that Лавров finds Lavrov, too.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer
from anyascii import anyascii

# "S-400", "S 400" and "S400" are one name, and so is the plural; "mid-2019" and "a 400" are no names.
WORD = re.compile(
    r"(?:(?<![a-z0-9])(?:[a-z]{1,3}-(?!(?:19|20)\d\d(?!\d))(?=\d)|[b-hj-z]\s+(?=\d)))?(?P<rest>[a-z0-9]+)", re.ASCII
)
BETWEEN = re.compile(r"[-\s]+")
DESIGNATION = re.compile(r"[a-z]{1,3}\d+")
# Signs that only soften or harden a Russian letter would otherwise cut a word in two.
SILENT = "ьъЬЪ"

_stemmer = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and the stretch of the text that it comes from."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=64)
def fold(text: str) -> str:
    """The folded words of `text`, with single spaces: lower case, no diacritics, no punctuation."""
    letters, _ = _fold_letters(text)
    return " ".join(_join(match[0]) for match in WORD.finditer(letters))


def to_words(text: str) -> list[Word]:
    """The folded words of `text` in reading order, each with its place."""
    letters, places = _fold_letters(text)
    return [Word(_join(match[0]), places[match.start()], places[match.end()]) for match in WORD.finditer(letters)]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What the forms of an English word share ("deliveries", "delivery"); names of weapons stay as they are."""
    return word if not word.isalpha() else str(_stemmer.stemWord(word))


@lru_cache(maxsize=65536)
def _join(words: str) -> str:
    joined = BETWEEN.sub("", words)
    return joined[:-1] if joined.endswith("s") and DESIGNATION.fullmatch(joined[:-1]) else joined


def _fold_letters(text: str) -> tuple[str, "range | list[int]"]:
    """Plain letters of `text` and where each of them comes from; one place more says where the last one ends."""
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    new = set(text) - _SINGLE
    if all(len(_LETTERS[ord(character)]) == 1 for character in new):
        _SINGLE.update(new)
        return text.translate(_LETTERS), range(len(text) + 1)
    pairs = [(letter, place) for place, character in enumerate(text) for letter in _LETTERS[ord(character)]]
    return "".join(letter for letter, _ in pairs), [*(place for _, place in pairs), len(text)]


class _Letters(dict[int, str]):
    """Plain letters for the number of a character, each worked out once."""

    def __missing__(self, number: int) -> str:
        character = chr(number)
        self[number] = "" if character in SILENT else anyascii(character).lower()
        return self[number]


_LETTERS = _Letters()
# Letters known to have one plain letter each.
_SINGLE: set[str] = set()
