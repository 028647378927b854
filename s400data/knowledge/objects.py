"""Objects: the weapons, laws and projects an affair is about, with the ways they are written, from `objects.toml`."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from s400data.errors import KnowledgeError
from s400data.knowledge.prefilters import find_needs, may_fit
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.knowledge.spellings import fold_letters
from s400data.settings import affair_folder

ObjectKind = Literal["weapon", "law", "programme", "project"]


@dataclass(frozen=True, slots=True)
class AffairObject:
    """A thing with a name; `forms` are regular expressions for the ways it is written.

    `nouns` point back to it; none listed means that every noun for a weapon does.
    `slips` are those for the ways it is mistyped; `doubtful_slips` mean it only near one of the `context` words.
    """

    name: str
    kind: ObjectKind
    forms: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    slips: tuple[str, ...] = ()
    doubtful_slips: tuple[str, ...] = ()
    context: tuple[str, ...] = ()


@cache
def load_objects() -> tuple[AffairObject, ...]:
    """Read the objects; a name listed twice or a form that is no regular expression raises `KnowledgeError`."""
    path = affair_folder() / "objects.toml"
    objects = read_entries(path, "object", AffairObject)
    seen: set[str] = set()
    for n, entry in enumerate(objects):
        line = line_of_entry(path, "object", (n,))
        if entry.name in seen:
            raise KnowledgeError(path, line, f"'{entry.name}' is listed twice")
        if entry.doubtful_slips and not entry.context:
            raise KnowledgeError(path, line, f"'{entry.name}' has doubtful slips but no context that settles them")
        seen.add(entry.name)
        for form in (*entry.forms, *entry.slips, *entry.doubtful_slips):
            try:
                re.compile(form)
            except re.error as error:
                raise KnowledgeError(path, line, f"'{form}' is not a regular expression: {error}") from error
    return objects


@cache
def object_patterns() -> tuple[tuple[AffairObject, re.Pattern[str]], ...]:
    """Each object with one pattern for all its forms, as whole words, without regard to case."""
    return tuple((entry, re.compile(rf"(?<![\w-])(?:{'|'.join(entry.forms)})(?!\w)", re.I)) for entry in load_objects())


@lru_cache(maxsize=8)
def objects_possible_in(text: str) -> tuple[tuple[AffairObject, re.Pattern[str]], ...]:
    """The objects that `text` may name, each with its pattern."""
    folded = fold_letters(text)
    return tuple(
        (entry, pattern)
        for entry, pattern in object_patterns()
        if any(may_fit(needs, folded) for needs in _needs_of(entry))
    )


@cache
def _needs_of(entry: AffairObject) -> tuple[tuple[frozenset[str], ...], ...]:
    return tuple(map(find_needs, entry.forms))


@cache
def slip_patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]:
    """Each object's name with a pattern for its slips and, for doubtful ones, the words that settle them."""
    return tuple(
        (entry.name, re.compile(rf"(?<![\w-])(?:{'|'.join(slips)})(?=s?(?!\w))"), context)
        for entry in load_objects()
        for slips, context in (
            (entry.slips, None),
            (entry.doubtful_slips, re.compile(rf"\b(?:{'|'.join(map(re.escape, entry.context))})")),
        )
        if slips
    )
