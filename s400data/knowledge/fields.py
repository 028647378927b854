"""Fields: the names under which files tell the title, outlet, author, date, address and text of an article."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.settings import english_folder

FieldName = Literal["title", "text", "outlet", "date", "updated", "author", "url", "other"]


@dataclass(frozen=True, slots=True)
class FieldNames:
    """One field and its names, the surest first."""

    field: FieldName
    names: tuple[str, ...]


@cache
def load_fields() -> tuple[FieldNames, ...]:
    """Read the names of fields, refusing one that stands for two."""
    path = english_folder() / "fields.toml"
    fields = read_entries(path, "field", FieldNames)
    owners: dict[str, FieldName] = {}
    for n, entry in enumerate(fields):
        for name in entry.names:
            if owners.setdefault(fold_name(name), entry.field) != entry.field:
                line = line_of_entry(path, "field", (n,))
                raise KnowledgeError(path, line, f"'{name}' already stands for '{owners[fold_name(name)]}'")
    return fields


@cache
def fields_by_name() -> dict[str, FieldName]:
    """Field of each name, folded."""
    return {fold_name(name): entry.field for entry in load_fields() for name in entry.names}


def fold_name(name: str) -> str:
    """Reduce a name to lower-case letters and digits: "Published_At" and "publishedAt" are one."""
    return re.sub(r"[^a-z0-9]+", "", name.lower())
