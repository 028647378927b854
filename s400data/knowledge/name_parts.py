"""Name parts: the words in a name, or beside it, that tell what bears it: `name_parts.toml` of English."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from s400data.errors import KnowledgeError
from s400data.knowledge.names import NameLabel
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.settings import english_folder


@dataclass(frozen=True, slots=True)
class NameParts:
    """Words by the place they have in or beside a name of one label; see the note in the file."""

    label: NameLabel
    first: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    ordinal: tuple[str, ...] = ()


@cache
def load_name_parts(path: Path | None = None) -> dict[NameLabel, NameParts]:
    """Read the parts by label; a label listed twice raises `KnowledgeError`."""
    path = path or english_folder() / "name_parts.toml"
    parts: dict[NameLabel, NameParts] = {}
    for n, entry in enumerate(read_entries(path, "parts", NameParts)):
        if entry.label in parts:
            raise KnowledgeError(path, line_of_entry(path, "parts", (n,)), f"label '{entry.label}' is listed twice")
        parts[entry.label] = entry
    return parts
