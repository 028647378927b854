"""Bodies: common nouns for institutions ("the ministry", "the newspaper"), and what kind of institution each names."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.settings import english_folder

BodyKind = Literal["government", "ministry", "outlet", "company", "group"]


@dataclass(frozen=True, slots=True)
class Body:
    """Nouns of one kind; see the note in the file."""

    kind: BodyKind
    words: tuple[str, ...]
    stands_for: str | None = None


@cache
def load_bodies(path: Path | None = None) -> tuple[Body, ...]:
    """Read the nouns for institutions; a noun of two kinds raises `KnowledgeError`."""
    path = path or english_folder() / "bodies.toml"
    bodies = read_entries(path, "body", Body)
    seen: set[str] = set()
    for n, body in enumerate(bodies):
        for word in body.words:
            if word in seen:
                raise KnowledgeError(path, line_of_entry(path, "body", (n,)), f"'{word}' is listed twice")
            seen.add(word)
    return bodies


@cache
def body_words() -> dict[str, Body]:
    """The bodies by each of their words."""
    return {word: body for body in load_bodies() for word in body.words}
