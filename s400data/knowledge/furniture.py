"""Furniture rules: what pages print around an article (menus, captions, related items), as reviewable patterns."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.settings import english_folder

Effect = Literal["line", "related", "end", "credit", "caption", "glued"]


@dataclass(frozen=True, slots=True)
class FurnitureRule:
    """Patterns of lines that are not the article, and how far the cut reaches.

    line     the whole line matches and is cut
    related  the whole line matches; it goes together with the headings listed under it
    end      the whole line matches; it goes together with everything after it, unless running text resumes
    credit   the whole line is a picture credit, which makes a caption of the line before it
    caption  found anywhere in a short line, makes it a caption
    glued    found at the end of a paragraph, is cut off it
    """

    reason: str
    effect: Effect
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A furniture rule ready for matching."""

    reason: str
    effect: Effect
    pattern: re.Pattern[str]


@cache
def load_furniture_rules() -> tuple[CompiledRule, ...]:
    """Read the furniture rules; all are case-blind unless a pattern says `(?-i:...)`."""
    path = english_folder() / "furniture.toml"
    return tuple(_compiled(n, rule) for n, rule in enumerate(read_entries(path, "furniture", FurnitureRule)))


def _compiled(n: int, rule: FurnitureRule) -> CompiledRule:
    path = english_folder() / "furniture.toml"
    place = line_of_entry(path, "furniture", (n,))
    for pattern in rule.patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise KnowledgeError(path, place, f"'{pattern}' does not compile: {error}") from error
    if not rule.patterns:
        raise KnowledgeError(path, place, f"the rule '{rule.reason}' has no patterns")
    return CompiledRule(
        rule.reason, rule.effect, re.compile("|".join(f"(?:{p})" for p in rule.patterns), re.IGNORECASE)
    )
