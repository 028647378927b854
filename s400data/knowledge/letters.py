"""Letters: which letters stand wrongly for which in articles, from `letters.toml`."""

from dataclasses import dataclass
from functools import cache

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import read_entries
from s400data.settings import english_folder


@dataclass(frozen=True, slots=True)
class Letters:
    """`lookalikes` maps a foreign letter to its Latin double; `lost` are the plain letters of those often lost."""

    lookalikes: dict[str, str]
    lost: str


@cache
def load_letters() -> Letters:
    """Read the letters; anything but single letters, one for one, raises `KnowledgeError`."""
    path = english_folder() / "letters.toml"
    entries = read_entries(path, "letters", Letters)
    if len(entries) != 1:
        raise KnowledgeError(path, None, f"one [[letters]] entry is expected, {len(entries)} were found")
    wrong = next((pair for pair in entries[0].lookalikes.items() if any(len(letter) != 1 for letter in pair)), None)
    if wrong or not entries[0].lost.isalpha():
        raise KnowledgeError(path, 1, f"{wrong or 'lost'}: single letters are expected")
    return entries[0]
