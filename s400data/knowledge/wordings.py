"""Wordings: words of no subject, and the names an outlet may choose between for the same thing."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.settings import affair_folder, english_folder


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """One closed class of words."""

    group: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to name the thing; `words` are matched as whole words, case as written."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """A thing and the names an outlet may choose between for it."""

    thing: str
    choices: tuple[Choice, ...]


@cache
def load_function_words() -> frozenset[str]:
    """Words, in lower case, that hold a sentence together and say nothing about its subject."""
    classes = read_entries(english_folder() / "function_words.toml", "function_word", FunctionWords)
    return frozenset(word for one in classes for word in one.words)


@cache
def load_wordings(path: Path | None = None) -> tuple[Wording, ...]:
    """Read the names to choose between; none where the affair lists none. Two things of one name are an error."""
    path = path or affair_folder() / "wordings.toml"
    if not path.exists():
        return ()
    wordings = read_entries(path, "wording", Wording)
    for place, wording in enumerate(wordings):
        if wording.thing in {other.thing for other in wordings[:place]}:
            raise KnowledgeError(path, line_of_entry(path, "wording", (place,)), f"{wording.thing!r} stands twice")
        if len(wording.choices) < 2:
            raise KnowledgeError(path, line_of_entry(path, "wording", (place,)), f"{wording.thing!r} has no choice")
    return wordings
