"""Names: words with the label they have as a name in any affair, from `english/names.toml`."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.settings import english_folder

NameLabel = Literal["PERSON", "ORG", "GPE", "LOC", "NORP", "WEAPON", "LAW", "MISC"]


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words of one label; see the note in the file for `common`."""

    label: NameLabel
    words: tuple[str, ...]
    common: bool = False


@cache
def load_names(path: Path | None = None) -> tuple[NameWords, ...]:
    """Read the names; a word listed twice raises `KnowledgeError`."""
    path = path or english_folder() / "names.toml"
    names = read_entries(path, "names", NameWords)
    seen: set[str] = set()
    for n, entry in enumerate(names):
        for word in entry.words:
            if word in seen:
                raise KnowledgeError(path, line_of_entry(path, "names", (n,)), f"'{word}' is listed twice")
            seen.add(word)
    return names
