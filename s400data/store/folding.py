"""Folding: text brought to one spelling, so that a search for Erdogan finds Erdoğan and S400 finds S-400."""

import re
import unicodedata
from collections.abc import Iterator

COMBINING = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
# Letters that Unicode does not take apart, and marks that vary from outlet to outlet.
SPELLINGS = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "Ø": "o",
        "ł": "l",
        "Ł": "l",
        "đ": "d",
        "Đ": "d",
        "æ": "ae",
        "Æ": "ae",
        "œ": "oe",
        "Œ": "oe",
        **dict.fromkeys("‘’‚‛ʼ`´", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        "\u00ad": "",
    }
)
# "S-400", "S 400" and "S400" are one name; so are "F-35" and "F35".
DESIGNATION = re.compile(r"\b([a-z]{1,3}-|[a-z]\s+)(?=\d)")
# A database takes a NUL for the end of the term, and would then find everything.
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
WHITE = re.compile(r"\s+")
# A database takes only so many conditions, and so long ones; nobody types as much.
MOST_TERMS, LONGEST_TERM = 200, 1000
TERM = re.compile(r'"([^"]+)"|(\S+)')


def fold(text: str) -> str:
    """Lower case, no diacritics (dotless i included), plain quotation marks, single spaces, designations joined."""
    joined = DESIGNATION.sub(_join, _fold_letters(text))
    return WHITE.sub(" ", joined).strip()


def search_terms(words: str) -> tuple[str, ...]:
    """Folded terms of a search: single words, and phrases that stand in double quotation marks.

    Only the first 200 count, and of each the first thousand characters.
    """
    terms = (fold(phrase or word)[:LONGEST_TERM] for phrase, word in TERM.findall(_plain_quotes(words)))
    return tuple(dict.fromkeys(term for term in terms if term.strip('"')))[:MOST_TERMS]


def find_terms(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Stretches of `text` that a search for `words` finds, in reading order; they may overlap."""
    folded, places = _fold_with_places(text)
    found = [
        (places[match.start()], places[match.end() - 1] + 1)
        for term in search_terms(words)
        for match in re.finditer(re.escape(term), folded)
    ]
    yield from sorted(set(found))


def _plain_quotes(words: str) -> str:
    return CONTROL.sub(" ", words).translate(SPELLINGS)


def _fold_letters(text: str) -> str:
    return COMBINING.sub("", unicodedata.normalize("NFKD", text)).translate(SPELLINGS).casefold()


def _join(match: re.Match[str]) -> str:
    return match[1].rstrip().removesuffix("-")


def _fold_with_places(text: str) -> tuple[str, list[int]]:
    """Folded text and, for each of its characters, the place in `text` that it comes from."""
    pairs = [(letter, place) for place, character in enumerate(text) for letter in _fold_letters(character)]
    letters = "".join(letter for letter, _ in pairs)
    gone = {n for match in DESIGNATION.finditer(letters) for n in range(match.start() + len(_join(match)), match.end())}
    pairs = [pair for n, pair in enumerate(pairs) if n not in gone]
    letters = "".join(letter for letter, _ in pairs)
    gone = {n for match in WHITE.finditer(letters) for n in range(match.start() + 1, match.end())}
    pairs = [(" " if letter.isspace() else letter, place) for n, (letter, place) in enumerate(pairs) if n not in gone]
    while pairs and pairs[0][0] == " ":
        pairs.pop(0)
    while pairs and pairs[-1][0] == " ":
        pairs.pop()
    return "".join(letter for letter, _ in pairs), [place for _, place in pairs]
