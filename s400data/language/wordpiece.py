"""Wordpiece: the encoder's uncased subword ids for words that are already split, cached by word."""

import unicodedata
from functools import lru_cache
from pathlib import Path

CLS, SEP, UNKNOWN = 101, 102, 100
LONGEST_WORD = 100

QUOTATION_MARKS = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "`": "'",
        "…": ".",
        "–": "-",
        "—": "-",
        "‑": "-",
    }
)
CJK = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0xF900, 0xFAFF))


class WordPiece:
    """Greedy longest-match segmentation of BERT's uncased vocabulary (Devlin et al. 2019)."""

    def __init__(self, vocabulary: Path) -> None:
        words = vocabulary.read_text(encoding="utf-8").splitlines()
        self._ids = {word: i for i, word in enumerate(words)}
        self._longest = max(map(len, words))
        self.word_ids = lru_cache(maxsize=100_000)(self._word_ids)

    def encode(self, words: list[str]) -> tuple[list[int], list[int]]:
        """Subword ids of `words` between CLS and SEP, and for each the index of its word (-1 for the two ends)."""
        ids, owners = [CLS], [-1]
        for i, word in enumerate(words):
            pieces = self.word_ids(word)
            ids.extend(pieces)
            owners.extend([i] * len(pieces))
        return [*ids, SEP], [*owners, -1]

    def _word_ids(self, word: str) -> tuple[int, ...]:
        pieces = [piece for part in _basic_parts(word) for piece in self._pieces(part)]
        return tuple(pieces) or (UNKNOWN,)

    def _pieces(self, part: str) -> list[int]:
        if len(part) > LONGEST_WORD:
            return [UNKNOWN]
        pieces, start = [], 0
        while start < len(part):
            prefix = "##" if start else ""
            for end in range(min(len(part), start + self._longest), start, -1):
                found = self._ids.get(prefix + part[start:end])
                if found is not None:
                    break
            else:
                return [UNKNOWN]
            pieces.append(found)
            start = end
        return pieces


def _basic_parts(word: str) -> list[str]:
    """Split off punctuation, drop accents and control characters, lower the case."""
    word = {"``": '"', "''": '"'}.get(word, word).translate(QUOTATION_MARKS)
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if _is_kept(c)).lower()
    return "".join(f" {c} " if _stands_alone(c) else c for c in bare).split()


def _is_kept(c: str) -> bool:
    category = unicodedata.category(c)
    return category != "Mn" and category[0] != "C" and c != "\ufffd"


def _stands_alone(c: str) -> bool:
    code = ord(c)
    ascii_symbol = 33 <= code <= 126 and not c.isalnum()
    return ascii_symbol or unicodedata.category(c)[0] == "P" or any(low <= code <= high for low, high in CJK)
