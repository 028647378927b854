"""Given names: the gender a first name tells, where it tells one, and the short forms it goes by."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.knowledge.spellings import fold_letters
from s400data.knowledge.titles import Gender
from s400data.settings import english_folder


@dataclass(frozen=True, slots=True)
class GivenNames:
    """Names of one gender."""

    gender: Gender
    names: tuple[str, ...]


@cache
def load_given_names(path: Path | None = None) -> dict[str, Gender]:
    """Gender by folded given name; a name of both raises `KnowledgeError`."""
    path = path or english_folder() / "given_names.toml"
    genders: dict[str, Gender] = {}
    for n, entry in enumerate(read_entries(path, "given_name", GivenNames)):
        for name in entry.names:
            if genders.setdefault(name, entry.gender) != entry.gender:
                raise KnowledgeError(
                    path, line_of_entry(path, "given_name", (n,)), f"'{name}' is listed for both genders"
                )
    return genders


def gender_of_name(given: str) -> Gender | None:
    """The gender that the first name `given` tells, None where it tells none."""
    return load_given_names().get(fold_letters(given.split("-")[0]))


@dataclass(frozen=True, slots=True)
class Nickname:
    """First names that stand for one another."""

    names: tuple[str, ...]


@cache
def _nicknames(path: Path | None = None) -> dict[str, frozenset[str]]:
    groups = read_entries(path or english_folder() / "nicknames.toml", "nickname", Nickname)
    return {name: frozenset(group.names) for group in groups for name in group.names}


def nicknames_of(given: str) -> frozenset[str]:
    """First names that the bearer of `given` may also go by: "michael" for "mike"."""
    return _nicknames().get(given, frozenset())
