"""Titlings: where a text has a title ("top diplomat") or the noun of a body ("ministry")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.tokens import Doc, Token

from s400data.knowledge.bodies import Body, body_words
from s400data.knowledge.spellings import fold_letters
from s400data.knowledge.titles import TitleWord, title_words

_WORD = re.compile(r"\w+")
_LONGEST_TITLE = 7


@dataclass(frozen=True, slots=True)
class Titling:
    """A title or the noun of a body at tokens `start` to `end`."""

    start: int
    end: int
    title: TitleWord | None
    body: Body | None


def find_titlings(doc: Doc, start: int, end: int) -> Iterator[Titling]:
    """Titles and bodies between two tokens, the longest at each place, none overlapping."""
    i = start
    while i < end:
        longest = min(_LONGEST_TITLE, end - i) if first_word(doc[i].text) in _openings() else 0
        found = next((t for n in range(longest, 0, -1) if (t := _titling(doc, i, i + n))), None)
        if found is not None and _is_noun(doc, found):
            yield found
            i = found.end
        else:
            i += 1


def _titling(doc: Doc, start: int, end: int) -> Titling | None:
    if doc[start].is_space or doc[end - 1].is_space:
        return None
    found = _phrases().get(fold_letters(doc[start:end].text).replace(" - ", "-"))
    return Titling(start, end, *found) if found is not None else None


@cache
def _phrases() -> dict[str, tuple[TitleWord | None, Body | None]]:
    """Every title and every noun of a body, singular and plural, by its folded words."""
    phrases: dict[str, tuple[TitleWord | None, Body | None]] = {}
    for word, body in body_words().items():
        for form in (word, f"{word}s", f"{word[:-1]}ies"):
            phrases.setdefault(fold_letters(form), (None, body))
    return phrases | {words: (title, None) for words, title in title_words().items()}


@cache
def _openings() -> frozenset[str]:
    return frozenset(first_word(phrase) for phrase in _phrases())


@lru_cache(maxsize=65536)
def first_word(words: str) -> str:
    """First run of letters in `words`, folded."""
    found = _WORD.search(fold_letters(words))
    return found[0] if found else ""


def _is_noun(doc: Doc, titling: Titling) -> bool:
    head = head_of(doc, titling.start, titling.end)
    return head.pos_ in {"NOUN", "PROPN"} or (head.pos_ == "ADJ" and head.dep_ not in {"amod", "ROOT", "xcomp"})


def head_of(doc: Doc, start: int, end: int) -> Token:
    """The token of a stretch that the others hang on."""
    return doc[start:end].root
