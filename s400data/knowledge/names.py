"""Names: words with the label they have as a name in any affair: `names.toml`, `regions.toml` and `cities.toml`."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from s400data.errors import KnowledgeError
from s400data.knowledge.countries import Country, countries_by_code
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.knowledge.spellings import fold_letters
from s400data.settings import english_folder

NameLabel = Literal["PERSON", "ORG", "GPE", "LOC", "NORP", "WEAPON", "LAW", "MISC"]
FILES = ("names.toml", "regions.toml", "cities.toml")


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words of one label; see the note in `names.toml` for `common`. `country`: the code of the one they lie in."""

    label: NameLabel
    words: tuple[str, ...]
    common: bool = False
    country: str | None = None


@cache
def load_names(*paths: Path) -> tuple[NameWords, ...]:
    """Read the names of `paths`, else of all files; a word listed twice raises `KnowledgeError`."""
    entries: list[NameWords] = []
    seen: set[str] = set()
    for path in paths or (english_folder() / name for name in FILES):
        names = read_entries(path, "names", NameWords)
        for n, entry in enumerate(names):
            for word in entry.words:
                if word in seen:
                    raise KnowledgeError(path, line_of_entry(path, "names", (n,)), f"'{word}' is listed twice")
                seen.add(word)
        entries += names
    return tuple(entries)


def country_of_city(name: str) -> Country | None:
    """The country in which the city `name` lies; None where it is not listed, or as large elsewhere."""
    return countries_by_code().get(_cities().get(fold_letters(name), ""))


@cache
def _cities() -> dict[str, str]:
    return {fold_letters(word): entry.country for entry in load_names() if entry.country for word in entry.words}
