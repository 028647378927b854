"""Word forms: what makes two words of English one: irregular forms, spellings, and words for the same thing."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.settings import english_folder


@dataclass(frozen=True, slots=True)
class Irregular:
    """A word and the forms of it that no ending explains."""

    word: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spelling:
    """An ending, as a regular expression, and what is written in its place."""

    ending: str
    written: str


@dataclass(frozen=True, slots=True)
class Synonym:
    """Words in the place of each other; the first stands for all."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opposite:
    """Words of two sides of which no statement can have one for the other."""

    one: tuple[str, ...]
    other: tuple[str, ...]


@cache
def load_irregular_forms() -> dict[str, str]:
    """The word behind each irregular form."""
    path = english_folder() / "irregular_forms.toml"
    return _once(path, "irregular", [(one.word, one.forms) for one in read_entries(path, "irregular", Irregular)])


@cache
def load_spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Endings and what is written in their place; an ending that is no regular expression is an error."""
    path = english_folder() / "spelling_endings.toml"
    found = []
    for place, one in enumerate(read_entries(path, "spelling", Spelling)):
        try:
            found.append((re.compile(one.ending), one.written))
        except re.error as error:
            raise KnowledgeError(path, line_of_entry(path, "spelling", (place,)), f"no ending: {error}") from error
    return tuple(found)


@cache
def load_synonyms() -> dict[str, str]:
    """The word that stands for each word of a group."""
    path = english_folder() / "synonyms.toml"
    return _once(path, "synonym", [(one.words[0], one.words) for one in read_entries(path, "synonym", Synonym)])


@cache
def load_opposites() -> tuple[Opposite, ...]:
    """Words and their opposites; a word on both sides of one entry is an error."""
    path = english_folder() / "opposites.toml"
    found = read_entries(path, "opposite", Opposite)
    for place, pair in enumerate(found):
        if both := set(pair.one) & set(pair.other):
            raise KnowledgeError(path, line_of_entry(path, "opposite", (place,)), f"{min(both)!r} is its own opposite")
    return found


def _once(path: Path, key: str, entries: list[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for place, (word, forms) in enumerate(entries):
        for form in forms:
            if found.setdefault(form, word) != word:
                raise KnowledgeError(path, line_of_entry(path, key, (place,)), f"{form!r} stands twice")
    return found
