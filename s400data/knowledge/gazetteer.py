"""Gazetteer: where a text spells one of many names, whatever its diacritics.

Matching is over folded letters, the longest spelling wins, and a name must keep its capitals: "us" is no country.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from s400data.knowledge.spellings import fold_letters

_WORD = re.compile(r"\w+")

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Hit(Generic[Meaning]):
    """A stretch of text, in characters, that spells an entry."""

    start: int
    end: int
    entry: Meaning


class Gazetteer(Generic[Meaning]):
    """Spellings with what each stands for; of two that fold to the same letters the first stays."""

    def __init__(self, spellings: Iterable[tuple[str, Meaning]]) -> None:
        found: dict[str, dict[str, tuple[str, Meaning]]] = {}
        for spelling, meaning in spellings:
            folded = fold_letters(spelling)
            word = _WORD.match(folded)
            if word is not None:
                found.setdefault(word[0], {}).setdefault(folded, (spelling, meaning))
        self._by_first_word = {
            word: tuple(sorted(((folded, *entry) for folded, entry in of.items()), key=lambda item: -len(item[0])))
            for word, of in found.items()
        }

    def find(self, text: str) -> tuple[Hit[Meaning], ...]:
        """Spellings in `text`, in reading order, the longest at each place, none overlapping."""
        folded = fold_letters(text)
        hits: list[Hit[Meaning]] = []
        free_from = 0
        for word in _WORD.finditer(folded):
            if word.start() < free_from:
                continue
            found = next(self._at(text, folded, word.start(), word[0]), None)
            if found is not None:
                free_from = found.end
                hits.append(found)
        return tuple(hits)

    def _at(self, text: str, folded: str, start: int, word: str) -> Iterator[Hit[Meaning]]:
        for letters, spelling, meaning in self._by_first_word.get(word, ()):
            end = start + len(letters)
            if not folded.startswith(letters, start) or _runs_on(folded, start, end):
                continue
            if _keeps_capitals(spelling, text[start:end]):
                yield Hit(start, end, meaning)


def _runs_on(folded: str, start: int, end: int) -> bool:
    before = folded[start - 1] if start else " "
    after = folded[end] if end < len(folded) else " "
    return before.isalnum() or (after.isalnum() and folded[end - 1] != ".")


def _keeps_capitals(spelling: str, written: str) -> bool:
    if spelling.isupper():
        return written.isupper()
    return not spelling[0].isupper() or written[0].isupper()
