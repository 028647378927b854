"""Searches: what a person typed, read as terms joined by AND, OR and NOT.

    sanctions "will not give up" deliver* speaker:pompeo (S-400 OR F-35) NOT patriot

Words are found in all their forms, phrases and what stands behind a field as they are. AND may be left out. Only the
operators in capitals, quotation marks, brackets, a star at the end and the words of FIELDS mean anything; the rest is
words. What cannot be meant as it stands is left out and named.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from s400data.store.folding import fold

# What people may write before a colon -> the column searched.
FIELDS = {
    "actor": "actor",
    "who": "actor",
    "speaker": "actor",
    "role": "office",
    "office": "office",
    "body": "body",
    "country": "country",
    "to": "addressee",
    "via": "via",
    "outlet": "outlet",
    "headline": "title",
    "title": "title",
    "author": "author",
    "said": "said",
    "sentence": "sentence",
    "article": "article",
    "place": "place",
    "object": "object",
}
# Column -> the word that stands for it; of several the last one listed.
FIELD_NAMES = {column: field for field, column in FIELDS.items()}
# More than anybody types; a database takes only so many and so deep.
MOST_TERMS, DEEPEST, LONGEST_WORD = 64, 12, 100

PIECE = re.compile(
    r'(?:(?P<field>[A-Za-z]+):(?=["(\w]))?(?:"(?P<phrase>[^"]*)"(?P<star>\*?)|(?P<bracket>[()])|(?P<word>[^\s"()]+))'
)
# A database takes a NUL for the end of the words.
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# "S 400" is one name, also where nothing holds it together.
APART = re.compile(r"(?<!\w)([^\W\d_aAiI])\s+(?=\d)")
DOUBLE_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))


@dataclass(frozen=True, slots=True)
class Term:
    """Words in a row; `exact` as they are written, else in any form; `prefix`: the last one only begins so."""

    words: tuple[str, ...]
    column: str | None = None
    exact: bool = False
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Parts of which all ("and"), any ("or"), or none ("not", a single one) must be found."""

    operator: Literal["and", "or", "not"]
    parts: tuple["Node", ...]


Node = Term | Group


@dataclass(frozen=True, slots=True)
class Search:
    """A search as it was understood: `tree` is None where nothing is sought, `notes` name what was left out."""

    tree: Node | None
    notes: tuple[str, ...] = ()


@lru_cache(maxsize=256)
def read_search(words: str) -> Search:
    """Read what a person typed; any text can be read."""
    typed = APART.sub(r"\1-", CONTROL.sub(" ", words).translate(DOUBLE_QUOTES))
    reader = _Reader()
    if typed.count('"') % 2:
        head, _, tail = typed.rpartition('"')
        typed = f"{head} {tail}"
        reader.note("A quotation mark has no partner and was left out.")
    tree = reader.read(typed)
    return Search(tree, tuple(reader.notes))


def terms_of(node: Node | None, *, wanted: bool = True) -> Iterator[Term]:
    """Terms that may be found where `node` fits; with `wanted` False, those of what must not be found, too."""
    if isinstance(node, Term):
        yield node
    elif node is not None and (not wanted or node.operator != "not"):
        for part in node.parts:
            yield from terms_of(part, wanted=wanted)


def change_terms(node: Node | None, change: Callable[[Term], Node | None]) -> Node | None:
    """`node` with each term as `change` gives it back; a term changed to None leaves the search."""
    if node is None or isinstance(node, Term):
        return None if node is None else change(node)
    return join(node.operator, (change_terms(part, change) for part in node.parts))


def join(operator: Literal["and", "or", "not"], parts: Iterable[Node | None]) -> Node | None:
    """Group of those `parts` that are there, None for none; a single part needs no group to hold it."""
    kept = tuple(part for part in parts if part is not None)
    if not kept:
        return None
    return kept[0] if len(kept) == 1 and operator != "not" else Group(operator, kept)


def in_words(node: Node | None) -> str:
    """`node` as a person would say it: (“not give up” or s400) and not patriot."""
    if node is None:
        return ""
    if isinstance(node, Group):
        if node.operator == "not":
            return f"not {in_words(node.parts[0])}"
        said = f" {node.operator} ".join(in_words(part) for part in node.parts)
        return f"({said})"
    words = " ".join(node.words) + ("…" if node.prefix else "")
    field = FIELD_NAMES.get(node.column or "")
    return (f"{field}: " if field else "") + (f"“{words}”" if node.exact and len(node.words) > 1 else words)


class _Reader:
    """Reads the pieces of one search from left to right."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.pieces: list[re.Match[str]] = []
        self.place = 0
        self.terms = 0

    def note(self, words: str) -> None:
        if words not in self.notes:
            self.notes.append(words)

    def read(self, typed: str) -> Node | None:
        self.pieces = list(PIECE.finditer(typed))
        parts = []
        while self.place < len(self.pieces):
            parts.append(self._either(None, 0))
            if self._at(")"):
                self._stray_bracket()
        return join("and", parts)

    def _at(self, word: str) -> bool:
        piece = self.pieces[self.place] if self.place < len(self.pieces) else None
        return piece is not None and piece[0] == word

    def _takes(self, word: str) -> bool:
        found = self._at(word)
        self.place += found
        return found

    def _either(self, column: str | None, depth: int) -> Node | None:
        parts = [self._all(column, depth)]
        while self._takes("OR"):
            parts.append(self._all(column, depth))
            if None in parts[-2:]:
                self._idle("OR")
        return join("or", parts)

    def _all(self, column: str | None, depth: int) -> Node | None:
        parts: list[Node | None] = []
        while self.place < len(self.pieces) and not self._at(")") and not self._at("OR"):
            if self._takes("AND"):
                if not parts or self.place == len(self.pieces) or self._at(")") or self._at("OR"):
                    self._idle("AND")
                continue
            parts.append(self._one(column, depth))
        return join("and", parts)

    def _one(self, column: str | None, depth: int) -> Node | None:
        refused = False
        while self._takes("NOT"):
            refused = not refused
        ended = self.place == len(self.pieces) or any(map(self._at, (")", "OR", "AND")))
        if refused and ended:
            self._idle("NOT")
        if ended:
            return None
        found = self._term(column, depth)
        return join("not", [found]) if refused else found

    def _term(self, column: str | None, depth: int) -> Node | None:
        piece = self.pieces[self.place]
        self.place += 1
        own, before = self._column(piece, column)
        if piece["bracket"]:
            return self._bracket(own, depth)
        phrase, word = piece["phrase"], piece["word"]
        if word is None:
            return self._words(f"{before} {phrase}", own, exact=True, prefix=bool(piece["star"]))
        return self._words(f"{before} {word}", own, exact=False, prefix=word.endswith("*"))

    def _column(self, piece: re.Match[str], column: str | None) -> tuple[str | None, str]:
        """Column that `piece` names, or that of the bracket it stands in; and the word before a colon that is none."""
        name = piece["field"]
        if name is None or name.casefold() in FIELDS:
            return (FIELDS[name.casefold()] if name else column), ""
        self.note(f"“{name}:” is no field and was searched as a word. Fields: {', '.join(FIELD_NAMES.values())}.")
        return column, name

    def _bracket(self, column: str | None, depth: int) -> Node | None:
        if depth == DEEPEST:
            self.note("Brackets inside more than twelve others were left out.")
            return None
        found = self._either(column, depth + 1)
        if not self._takes(")"):
            self._stray_bracket()
        return found

    def _words(self, text: str, column: str | None, *, exact: bool, prefix: bool) -> Node | None:
        folded = fold(text).split()
        words = tuple(word[:LONGEST_WORD] for word in folded)
        if not words:
            return None
        if words != tuple(folded):
            self.note(f"Only the first {LONGEST_WORD} letters of a word were searched.")
        self.terms += len(words)
        if self.terms > MOST_TERMS:
            self.note(f"Only the first {MOST_TERMS} words were searched.")
            return None
        return Term(words, column, exact=exact or prefix or len(words) > 1, prefix=prefix)

    def _stray_bracket(self) -> None:
        self.place += self._at(")")
        self.note("A bracket has no partner and was left out.")

    def _idle(self, operator: str) -> None:
        self.note(f"“{operator}” joins nothing here and was left out.")


def with_spellings(node: Node | None, spellings: tuple[tuple[str, tuple[str, ...]], ...]) -> Node | None:
    """`node` where a word may also stand in the other spellings given for it, as part of a name."""
    others = dict(spellings)

    def change(term: Term) -> Node | None:
        names = others.get(term.words[0], ()) if len(term.words) == 1 and term.column in (None, "actor") else ()
        also = (replace(term, words=(name,), column="actor", exact=True, prefix=False) for name in names)
        return join("or", (term, *also))

    return change_terms(node, change)
