"""Reporting words: closed groups of words the rules for quotations ask about, from `english/reporting_words.toml`."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.settings import english_folder

GroupName = Literal[
    "people",
    "bodies",
    "documents",
    "messengers",
    "vague speakers",
    "relaying verbs",
    "giving verbs",
    "naming verbs",
    "asking verbs",
    "what reporters request",
    "charges",
    "denying verbs",
    "real governors",
    "turn labels",
    "anonymity verbs",
    "citing verbs",
]


@dataclass(frozen=True)
class WordGroup:
    """One `[[group]]` of the file."""

    name: GroupName
    words: tuple[str, ...]


@cache
def load_reporting_words(path: Path | None = None) -> dict[GroupName, frozenset[str]]:
    """Read the words by group; a group given twice raises `KnowledgeError`."""
    path = path or english_folder() / "reporting_words.toml"
    found: dict[GroupName, frozenset[str]] = {}
    for n, group in enumerate(read_entries(path, "group", WordGroup)):
        if group.name in found:
            raise KnowledgeError(path, line_of_entry(path, "group", (n,)), f"the group '{group.name}' is given twice")
        found[group.name] = frozenset(group.words)
    return found
