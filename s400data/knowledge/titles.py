"""Titles: the words that name a role ("top diplomat", "secretary of state"), so that offices and mentions meet.

A role is what several titles share; its `kinds` are wider roles that may name its holder ("the minister").
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from s400data.errors import KnowledgeError
from s400data.knowledge.countries import countries_by_code
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.knowledge.spellings import fold_letters
from s400data.settings import english_folder

Gender = Literal["male", "female"]


@dataclass(frozen=True, slots=True)
class Title:
    """Words for one role; see the note in the file."""

    role: str
    words: tuple[str, ...]
    plurals: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    country: str | None = None
    gender: Gender | None = None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class TitleWord:
    """One title as it is written, folded."""

    words: str
    role: str
    is_plural: bool
    country: str | None
    gender: Gender | None
    is_loose: bool


@cache
def load_titles(path: Path | None = None) -> tuple[Title, ...]:
    """Read the titles; a title of two roles, an unknown country or gender raises `KnowledgeError`."""
    path = path or english_folder() / "titles.toml"
    titles = read_entries(path, "title", Title)
    owners: dict[str, str] = {}
    for n, title in enumerate(titles):
        line = line_of_entry(path, "title", (n,))
        if title.country is not None and title.country not in countries_by_code():
            raise KnowledgeError(path, line, f"country '{title.country}' is not in the list of countries")
        for word in title.words:
            if owners.setdefault(fold_letters(word), title.role) != title.role:
                raise KnowledgeError(path, line, f"'{word}' already names the role '{owners[fold_letters(word)]}'")
    return titles


@cache
def title_words() -> dict[str, TitleWord]:
    """Every title by its folded words, singular and plural."""
    found: dict[str, TitleWord] = {}
    # Singulars first: "mrs" is no plural of "mr".
    for is_plural in (False, True):
        for title in load_titles():
            for word in _plurals(title) if is_plural else title.words:
                key = fold_letters(word)
                found.setdefault(key, TitleWord(key, title.role, is_plural, title.country, title.gender, title.loose))
    return found


def _plurals(title: Title) -> tuple[str, ...]:
    return title.plurals or tuple(f"{word}s" for word in title.words if not word.endswith("."))


@cache
def wider_roles(role: str) -> frozenset[str]:
    """`role` and every role its holder may also be called by."""
    return frozenset({role, *(kind for title in load_titles() if title.role == role for kind in title.kinds)})


def role_words(role: str, country: str | None = None) -> tuple[str, ...]:
    """Titles in use for `role`, those of other countries' own offices left out."""
    return tuple(
        word
        for title in load_titles()
        if title.role == role and title.country in (None, country)
        for word in title.words
    )
