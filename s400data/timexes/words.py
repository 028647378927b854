"""Words: a text cut into the pieces that expressions of time are made of, each with its kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from s400data.knowledge.timex_words import load_holidays, load_timex_terms

BREAK = "."


@dataclass(frozen=True, slots=True)
class Word:
    """One piece of text. `kind` is BREAK where it has no part in naming a time; `value` is what rules count with."""

    start: int
    end: int
    text: str
    kind: str
    value: str = ""


# What a text writes in digits, by shape. Numbers glued to letters (S-400, F-35, 105mm) and to signs of money or
# measure ($2.5, 40%) are a BREAK, so that no rule can take them for a date.
_PIECE = re.compile(
    r"""
      (?P<address>(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]+)
    | (?P<iso>(?<![\w.-])\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z?)?(?![\w-]))
    | (?P<numeric>(?<![\w./-])
        (?:\d{1,2}(?P<s>[./-])\d{1,2}(?P=s)(?:\d{4,}|\d\d)|\d{4}(?P<t>[./])\d{1,2}(?P=t)\d{1,2})(?![\w/]|[.-]\d))
    | (?P<serial>(?<![\w.])(?:\d+(?:[-–]\d+){2,}|\d{3}-\d{4}(?!\d)))
    | (?P<hundred_hours>(?<![\w.:])[012]\d[0-5]\d(?=\s?(?:hours|hrs|GMT|UTC)\b))
    | (?P<clock>(?<![\w.:/])[012]?\d(?::[0-5]\d(?::[0-5]\d)?|[.][0-5]\d(?=\s?[ap]\.?m\b))(?=\D|$))
    | (?P<digit_hour>(?<![\w.:])\d{1,2}(?=\s?(?:[ap]\.?m\b)))
    | (?P<ordinal>\b\d{1,4}(?:st|nd|rd|th)\b)
    | (?P<decade>(?:\b\d{3}0|['’]?\b\d0)['’]?s\b)
    | (?P<code>(?:[^\W\d_]+\.?[-–]?\d[\w.-]*\w|\d+(?:[.,]\d+){0,4}[-–]?[^\W\d_]\w*|[^\W\d_]+\d))
    | (?P<money>(?:[$£€¥₺₽]|US\$|\bNo\.|№|\#)\s?\d[\d.,]{0,20}\w*)
    | (?P<measure>\d[\d.,]{0,20}\s?(?:%|°|°C))
    | (?P<short_year>(?<!\w)['’]\d\d\b(?!['’]))
    | (?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)*)
    | (?P<letters>[ap]\.\s?m\.?|(?:[A-Z]\.){2,}|o['’]clock|[^\W\d_]+)
    | (?P<possessive>['’]s?(?=\W|$))
    | (?P<paragraph>\n[ \t\r]*\n)
    | (?P<comma>,)
    | (?P<dash>[-–—/])
    | (?P<open>\()
    | (?P<mark>[^\s\w])
    """,
    re.VERBOSE,
)
_GLUED = re.compile(r"([^\W\d_]+)[-–]?(?=\d)|(\d+)(?=[-–][^\W\d_]|[ap]m\b)", re.IGNORECASE)
_LOOSE = frozenset({"early", "late", "mid", "month", "month_name", "month_short", "fiscal_code", "lead"})
_BREAKS = frozenset({"address", "serial", "money", "measure", "mark", "paragraph", "open"})
LONGEST_COUNT = 12
_YEARS = range(1000, 2200)


def split_words(text: str) -> list[Word]:
    """Cut `text` into words; those of several words ("the day before yesterday") are one."""
    return list(_join_phrases(text, list(_pieces(text))))


def _pieces(text: str) -> Iterator[Word]:
    position = 0
    while match := _PIECE.search(text, position):
        shape = match.lastgroup or ""
        end = match.end()
        if shape == "code" and (glued := _GLUED.match(text, match.start())) and _is_loose(glued):
            # "mid-1916", "19-month": the halves are words of their own.
            end = next(stop for stop in (glued.end(1), glued.end(2)) if stop > 0)
            shape = "letters" if glued[1] else "number"
        word = _word(text, match.start(), end, shape)
        yield word
        position = max(end, word.end)


def _is_loose(glued: re.Match[str]) -> bool:
    if glued[1] is None:
        return True
    return any(kind in _LOOSE for kind, _ in _lexicon().get(glued[1].lower(), {}).values())


def _word(text: str, start: int, end: int, shape: str) -> Word:
    piece = text[start:end]
    if shape in ("number", "digit_hour"):
        return Word(start, end, piece, _number_kind(piece), piece.replace(",", ""))
    if shape == "letters":
        return _lettered(text, start, end)
    if shape == "code":
        kind, value = _lexicon().get(piece.lower(), {}).get(False, (BREAK, ""))
        return Word(start, end, piece, kind, value)
    if shape == "ordinal":
        return Word(start, end, piece, "ordinal", piece[:-2])
    if shape in _BREAKS:
        return Word(start, end, piece, BREAK)
    return Word(start, end, piece, shape, piece)


def _number_kind(piece: str) -> str:
    if "." in piece or "," in piece:
        return "count" if piece.count(".") < 2 and len(piece) <= LONGEST_COUNT else BREAK
    if len(piece) <= 2:
        return "num"
    if len(piece) == 4 and int(piece) in _YEARS:
        return "year"
    return "count" if len(piece) <= 4 else "huge"


def _lettered(text: str, start: int, end: int) -> Word:
    dotted = end + 1 if text[end : end + 1] == "." else end
    for stop in (dotted, end):
        piece = text[start:stop]
        known = _lexicon().get(piece.lower())
        if known and (found := known.get(piece[0].isupper()) or known.get(False)):
            return Word(start, stop, piece, *found)
    return Word(start, end, text[start:end], BREAK)


def _join_phrases(text: str, words: list[Word]) -> Iterator[Word]:
    position = 0
    while position < len(words):
        word, size = _phrase_at(text, words, position)
        yield word
        position += size


def _phrase_at(text: str, words: list[Word], position: int) -> tuple[Word, int]:
    first = words[position]
    for parts, size, kind, value in _phrases().get(first.text.lower(), ()):
        found = words[position : position + len(parts)]
        if tuple(word.text.lower() for word in found) == parts:
            end = found[size - 1].end
            return Word(first.start, end, text[first.start : end], kind, value), size
    return first, 1


@cache
def _lexicon() -> dict[str, dict[bool, tuple[str, str]]]:
    """Single words by their lower-case form, then by whether a capital is asked for."""
    lexicon: dict[str, dict[bool, tuple[str, str]]] = {}
    for term in load_timex_terms():
        for word in term.words:
            lexicon.setdefault(word, {})[term.capital] = (term.kind, term.value)
    for n, holiday in enumerate(load_holidays()):
        for name in holiday.names:
            lexicon.setdefault(name, {})[True] = ("holiday", str(n))
    return lexicon


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], int, str, str], ...]]:
    """Words of several pieces by their first piece, the longest first, with how many pieces belong to the name.

    Those in square brackets only have to follow: "september 11 [attacks]".
    """
    phrases: dict[str, list[tuple[tuple[str, ...], int, str, str]]] = {}
    for name, forms in _lexicon().items():
        own, _, following = name.partition("[")
        parts = _pieces_of_name(own)
        if len(parts) > 1:
            kind, value = next(iter(forms.values()))
            whole = (*parts, *_pieces_of_name(following.rstrip("]")))
            phrases.setdefault(parts[0], []).append((whole, len(parts), kind, value))
    return {first: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for first, found in phrases.items()}


def _capitalised(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


def _pieces_of_name(name: str) -> tuple[str, ...]:
    return tuple(piece.text.lower() for piece in _pieces(_capitalised(name)))
