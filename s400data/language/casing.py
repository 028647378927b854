"""Casing: the class of a word's capitals and digits, and the space before it: what an uncased encoder would lose."""

from collections.abc import Iterable
from functools import lru_cache

PADDING = 0
LOWER, CAPITALISED, UPPER, ONE_CAPITAL, MIXED_CAPITAL, MIXED_LOWER = 1, 2, 3, 4, 5, 6
NUMBER, CAPITAL_WITH_DIGIT, SYMBOL, LOWER_WITH_DIGIT = 7, 8, 9, 11
GLUED = 12
FEATURE_COUNT = 2 * GLUED


def features(words: Iterable[str], spaced: Iterable[bool]) -> list[int]:
    """Feature of each word, the numbers the encoder was trained with; `spaced` tells whether white space precedes."""
    return [casing(word) + (0 if space else GLUED) for word, space in zip(words, spaced, strict=True)]


@lru_cache(maxsize=100_000)
def casing(word: str) -> int:
    """Casing class of `word`."""
    letters = [c for c in word if c.isalpha()]
    has_digit = any(c.isdigit() for c in word)
    if not letters:
        return NUMBER if has_digit else SYMBOL
    if has_digit:
        return CAPITAL_WITH_DIGIT if letters[0].isupper() else LOWER_WITH_DIGIT
    capitals = sum(c.isupper() for c in letters)
    if capitals == 0:
        return LOWER
    if not letters[0].isupper():
        return MIXED_LOWER
    if capitals == len(letters):
        return ONE_CAPITAL if len(letters) == 1 else UPPER
    return CAPITALISED if capitals == 1 else MIXED_CAPITAL
