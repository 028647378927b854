"""Words: a text cut into the pieces that expressions of time are made of, each with its kind."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from s400data.knowledge.timex_words import load_holidays, load_timex_terms

BREAK = "."
# Kinds of words an expression can be built on; a run of words with none of them is never looked at.
_CORES = (
    "month month_name month_short weekday weekday_short weekdays season fall unit units clock_unit daypart "
    "mornings midday today tonight meridiem oclock present past future year short_year decade decade_word "
    "numeric iso clock hundred_hours adverb_set holiday quarter_code half_code anniversary fiscal fiscal_code "
    "era ordinal half num "
)
CORES = frozenset(_CORES.split())
# Digits announce themselves.
SIGNALLING = CORES - {"num", "year", "numeric", "iso", "clock"}


# A tuple, since there are many of them and a frozen dataclass takes three times as long to make.
class Word(NamedTuple):
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
      (?P<plain>[^\W\d_]{2,}(?![\w'’.:@+-]))
    | (?P<address>(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]+)
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
# Characters on each side of a word of time that an expression built on it can reach to.
REACH = 40
# "S-400" and "F-35" are no numbers.
_SIGNAL = re.compile(r"[^\W\d_]{2,}|(?<![A-Z]-)(?<!\w)\d+|\b[QqHh][1-4]\b")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_YEARS = range(1000, 2200)


def split_words(text: str) -> list[Word]:
    """Cut `text` into words around whatever a time can be built on; the stretches between are one BREAK each.

    Words of several words ("the day before yesterday") are one.
    """
    words: list[Word] = []
    for start, end in _windows(text):
        words.append(Word(start, start, "", BREAK))
        words.extend(_join_phrases(text, list(_pieces(text, start, end))))
    return words


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches around words of time and numbers, all else being of no interest."""
    signals = _signals()
    window: tuple[int, int] | None = None
    for match in _SIGNAL.finditer(text):
        if match[0].lower() not in signals and not match[0][-1].isdigit():
            continue
        start = max(0, match.start() - REACH)
        if window and start <= window[1]:
            window = window[0], match.end() + REACH
            continue
        if window:
            yield _whole_words(text, *window)
        window = start, match.end() + REACH
    if window:
        yield _whole_words(text, *window)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    space = text.find(" ", start, start + REACH) if start else -1
    last = text.find(" ", end, end + REACH)
    return (space if space >= 0 else start), (last if last >= 0 else min(len(text), end + REACH))


def _pieces(text: str, position: int, stop: int) -> Iterator[Word]:
    while match := _PIECE.search(text, position, stop):
        shape = match.lastgroup or ""
        end = match.end()
        if shape == "code" and (glued := _GLUED.match(text, match.start())) and _is_loose(glued):
            # "mid-1916", "19-month": the halves are words of their own.
            end = next(stop for stop in (glued.end(1), glued.end(2)) if stop > 0)
            shape = "letters" if glued[1] else "number"
        word = _lettered(text, match.start(), end) if shape == "plain" else _word(text, match.start(), end, shape)
        yield word
        position = word.end


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
    piece = text[start:end]
    lexicon = _lexicon()
    if text.startswith(".", end) and (found := _known(lexicon.get(f"{piece.lower()}."), piece)):
        return Word(start, end + 1, text[start : end + 1], *found)
    found = _known(lexicon.get(piece.lower()), piece)
    return Word(start, end, piece, *found) if found else Word(start, end, piece, BREAK)


def _known(forms: dict[bool, tuple[str, str]] | None, piece: str) -> tuple[str, str] | None:
    return (forms.get(piece[0].isupper()) or forms.get(False)) if forms else None


def _join_phrases(text: str, words: list[Word]) -> Iterator[Word]:
    phrases = _phrases()
    lowered = [word.text.lower() for word in words]
    position = 0
    while position < len(words):
        word, size = words[position], 1
        for parts, own, kind, value in phrases.get(tuple(lowered[position : position + 2]), ()):
            if tuple(lowered[position : position + len(parts)]) == parts:
                end, size = words[position + own - 1].end, own
                word = Word(word.start, end, text[word.start : end], kind, value)
                break
        yield word
        position += size


@cache
def _signals() -> frozenset[str]:
    """Words one of which every expression of time holds, unless it is all figures."""
    names = [name for name, forms in _lexicon().items() if any(kind in SIGNALLING for kind, _ in forms.values())]
    single = frozenset(name.rstrip(".") for name in names if _LETTERS.fullmatch(name.rstrip(".")))
    parts = [_LETTERS.findall(name.partition("[")[0]) for name in names]
    return single | {max(words, key=len) for words in parts if words and single.isdisjoint(words)}


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
def _phrases() -> dict[tuple[str, ...], list[tuple[tuple[str, ...], int, str, str]]]:
    """Words of several pieces by their first two pieces, the longest first, with how many pieces are the name's own.

    Those in square brackets only have to follow: "september 11 [attacks]".
    """
    phrases: dict[tuple[str, ...], list[tuple[tuple[str, ...], int, str, str]]] = {}
    for name, forms in _lexicon().items():
        own, _, following = name.partition("[")
        parts = _pieces_of_name(own)
        if len(parts) > 1:
            kind, value = next(iter(forms.values()))
            whole = (*parts, *_pieces_of_name(following.rstrip("]")))
            phrases.setdefault(parts[:2], []).append((whole, len(parts), kind, value))
    for found in phrases.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return phrases


def _capitalised(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


def _pieces_of_name(name: str) -> tuple[str, ...]:
    return tuple(piece.text.lower() for piece in _pieces(_capitalised(name), 0, len(name)))
