"""Patterns: rules over kinds of words, written in a small notation and matched longest first.

    the? day=num/ordinal of? month=month (comma? year=year)?

Each name is a kind of word, `a/b` either of two, `field=` keeps what it matched; brackets, `|`, `?`, `*`, `+` mean what
they mean in regular expressions. A text's words become one character each, so matching is short and linear.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from s400data.timexes.words import BREAK, Word

_ITEM = re.compile(r"(?P<field>\w+)=\(|(?P<open>\()|(?:(?P<name>\w+)=)?(?P<kinds>[a-z_]+(?:/[a-z_]+)*)|\s+")
_FIRST_LETTER = 0x100


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern and what to make of its matches."""

    name: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits `words[start:end]`; `fields` holds the words each field kept."""

    rule: str
    words: Sequence[Word]
    start: int
    end: int
    fields: Mapping[str, Sequence[Word]]

    @property
    def first(self) -> Word:
        """First word of the expression itself; words kept as `head` only lead up to it."""
        return self.words[self.start + len(self.fields.get("head", ()))]

    @property
    def last(self) -> Word:
        """Last word of the expression itself; words kept as `tail` only follow it."""
        return self.words[self.stop - 1]

    @property
    def stop(self) -> int:
        """Index after the expression's last word."""
        return self.end - len(self.fields.get("tail", ()))

    def value(self, field: str) -> str | None:
        """Value of the first word of `field`, None where the field is absent."""
        kept = self.fields.get(field)
        return kept[0].value if kept else None

    def number(self, field: str) -> int | None:
        """Value of `field` as a whole number."""
        value = self.value(field)
        return None if value is None else int(re.sub(r"\D", "", value) or 0)

    def kinds(self, field: str) -> tuple[str, ...]:
        """Kinds of the words of `field`."""
        return tuple(word.kind for word in self.fields.get(field, ()))


class Grammar:
    """Rules compiled together: all the matches that can begin at a word, the longest first."""

    def __init__(self, rules: Sequence[Rule], cores: frozenset[str]) -> None:
        self._letters: dict[str, str] = {BREAK: BREAK}
        self._by_first: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        for rule in rules:
            source = self._compile(rule.pattern)
            pattern = re.compile(source)
            for letter in _alternatives(source, 0)[0]:
                self._by_first.setdefault(letter, []).append((rule.name, pattern))
        self._cores = frozenset(self._letters[kind] for kind in cores if kind in self._letters)

    def runs(self, words: Sequence[Word]) -> Iterator[tuple[str, int, int]]:
        """Yield stretches without a BREAK that hold at least one word a time can be built on."""
        letters = "".join([self._letters.get(word.kind, BREAK) for word in words])
        for run in re.finditer(r"[^.]+", letters):
            if not self._cores.isdisjoint(run[0]):
                yield letters, run.start(), run.end()

    def matches_at(self, letters: str, words: Sequence[Word], position: int) -> list[Match]:
        """Return what fits from `position` on, the longest first, earlier rules before later ones."""
        found = [
            Match(name, words, position, match.end(), _kept(match, words))
            for name, pattern in self._by_first.get(letters[position], ())
            if (match := pattern.match(letters, position)) and match.end() > position
        ]
        return sorted(found, key=lambda match: -match.end)

    def _compile(self, pattern: str) -> str:
        # Bounded repeats keep a page of nothing but "1, 1, 1, ..." linear.
        return _ITEM.sub(self._item, pattern).replace("*", "{0,4}").replace("+", "{1,4}")

    def _item(self, item: re.Match[str]) -> str:
        if item["field"]:
            return f"(?P<{item['field']}>"
        if item["open"]:
            return "(?:"
        if not item["kinds"]:
            return ""
        letters = "".join(self._letter(kind) for kind in item["kinds"].split("/"))
        return f"(?P<{item['name']}>[{letters}])" if item["name"] else f"[{letters}]"

    def _letter(self, kind: str) -> str:
        return self._letters.setdefault(kind, chr(_FIRST_LETTER + len(self._letters)))


def _kept(match: re.Match[str], words: Sequence[Word]) -> dict[str, Sequence[Word]]:
    return {
        field: words[match.start(field) : match.end(field)]
        for field in match.re.groupindex
        if match.start(field) < match.end(field)
    }


# The letters a compiled pattern can begin with, so that a word calls up only the rules that may fit. A pattern holds
# classes, groups, alternatives and repeats, nothing else. Each function returns letters, whether the part can be empty,
# and where it ends.


def _alternatives(source: str, at: int) -> tuple[set[str], bool, int]:
    letters, empty, at = _sequence(source, at)
    while source[at : at + 1] == "|":
        more, may_be_empty, at = _sequence(source, at + 1)
        letters, empty = letters | more, empty or may_be_empty
    return letters, empty, at


def _sequence(source: str, at: int) -> tuple[set[str], bool, int]:
    letters: set[str] = set()
    empty = True
    while at < len(source) and source[at] not in "|)":
        first, may_be_empty, at = _repeated(source, at)
        if empty:
            letters |= first
        empty = empty and may_be_empty
    return letters, empty, at


def _repeated(source: str, at: int) -> tuple[set[str], bool, int]:
    if source[at] == "[":
        end = source.index("]", at)
        letters, empty, at = set(source[at + 1 : end]), False, end + 1
    else:
        inside = source.index(">", at) + 1 if source.startswith("(?P<", at) else at + len("(?:")
        letters, empty, at = _alternatives(source, inside)
        at += 1
    for repeat in ("?", "{0,4}", "{1,4}"):
        if source.startswith(repeat, at):
            return letters, empty or repeat != "{1,4}", at + len(repeat)
    return letters, empty, at
