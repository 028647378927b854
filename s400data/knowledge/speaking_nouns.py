"""Speaking nouns: common nouns that can stand for somebody who speaks, from `english/speaking_nouns.toml`."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.settings import english_folder

GroupName = Literal["people", "bodies", "documents", "messengers"]


@dataclass(frozen=True)
class NounGroup:
    """One `[[speaker]]` of the file."""

    name: GroupName
    nouns: tuple[str, ...]


@cache
def load_speaking_nouns(path: Path | None = None) -> dict[GroupName, frozenset[str]]:
    """Read the nouns by group; a group given twice raises `KnowledgeError`."""
    path = path or english_folder() / "speaking_nouns.toml"
    found: dict[GroupName, frozenset[str]] = {}
    for n, group in enumerate(read_entries(path, "speaker", NounGroup)):
        if group.name in found:
            raise KnowledgeError(path, line_of_entry(path, "speaker", (n,)), f"the group '{group.name}' is given twice")
        found[group.name] = frozenset(group.nouns)
    return found
