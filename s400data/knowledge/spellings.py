"""Spellings: letters folded so that Erdoğan and Erdogan, Türkiye and Turkiye, O’Brien and O'Brien are the same."""

import re
import unicodedata
from functools import lru_cache

_ALIKE = {
    "ı": "i", "ø": "o", "đ": "d", "ł": "l", "’": "'", "‘": "'", "ʼ": "'", "‑": "-", "–": "-", "\u00a0": " ", "\n": " ",
}  # fmt: skip
_TRANSLITERATIONS = (
    ("yev", "ev"), ("iy", "y"), ("yi", "i"), ("ey", "ei"), ("ay", "ai"), ("kh", "h"), ("ks", "x"), ("ye", "e"),
    ("yo", "o"), ("dzh", "j"), ("ch", "c"), ("sh", "s"), ("ph", "f"), ("ov", "of"), ("ck", "k"), ("w", "v"),
)  # fmt: skip


def fold_letters(text: str) -> str:
    """`text` in lower case without diacritics, character for character, so that offsets stay."""
    return text.translate(_FOLDED)


class _Folded(dict[int, str]):
    """Plain letters by the number of a letter, each worked out once."""

    def __missing__(self, number: int) -> str:
        letter = chr(number)
        plain = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c)).lower()
        # A letter that folds to several ("ß") or to none (a lone accent) would move every offset behind it.
        self[number] = _ALIKE.get(letter, plain if len(plain) == 1 else letter)
        return self[number]


_FOLDED = _Folded()


@lru_cache(maxsize=4096)
def sound_of(name: str) -> str:
    """A rough key under which transliterations of one name meet: Sergei and Sergey, Mikheev and Mikheyev."""
    key = fold_letters(name).replace("'", "")
    for written, plain in _TRANSLITERATIONS:
        key = key.replace(written, plain)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^a-z]+", " ", key)).strip()


def slug(name: str) -> str:
    """`name` as lower-case words joined by hyphens, for ids."""
    return re.sub(r"[^a-z0-9]+", "-", fold_letters(name).replace("'", "")).strip("-")
