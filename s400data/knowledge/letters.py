"""Letters: which letters stand wrongly for which in articles, from `letters.toml`."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import read_entries
from s400data.knowledge.spellings import fold_letters
from s400data.settings import english_folder

_PIECES = re.compile(r"[?\ufffd ]")


# What an old encoding puts in the place of a letter it does not have: a sign, a space, or nothing.
HOLES = ("?", "\ufffd", " ", "")
# A name is known by so many letters that are left; where nothing shows that any are lost, more are needed.
FEWEST_LEFT = 5
FEWEST_LEFT_ALONE = 6


@dataclass(frozen=True, slots=True)
class Letters:
    """`lookalikes` maps a foreign letter to its Latin double; `lost` are the plain letters of those often lost.

    `marked` are names that have such letters; words may end in `marked_endings`, too.
    """

    lookalikes: dict[str, str]
    lost: str
    marked: tuple[str, ...] = ()
    marked_endings: tuple[str, ...] = ()


@cache
def load_letters() -> Letters:
    """Read the letters; anything but single letters, one for one, raises `KnowledgeError`, and so does a plain name."""
    path = english_folder() / "letters.toml"
    entries = read_entries(path, "letters", Letters)
    if len(entries) != 1:
        raise KnowledgeError(path, None, f"one [[letters]] entry is expected, {len(entries)} were found")
    wrong = next((pair for pair in entries[0].lookalikes.items() if any(len(letter) != 1 for letter in pair)), None)
    if wrong or not entries[0].lost.isalpha():
        raise KnowledgeError(path, 1, f"{wrong or 'lost'}: single letters are expected")
    plain = next((name for name in (*entries[0].marked, *entries[0].marked_endings) if name.isascii()), None)
    if plain:
        raise KnowledgeError(path, 1, f"'{plain}' has no letter that could be lost")
    return entries[0]


@cache
def damaged_names() -> dict[str, tuple[tuple[str, str], ...]]:
    """Ways in which listed names stand in texts that lost letters, each with the name, by their first whole piece.

    A sign for a letter lost at the beginning or the end is left out. Some encodings keep ç, ö and ü and lose ğ, ı and
    ş; what they keep may stand unmarked. What fits two names is left out.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for listed in load_letters().marked:
        for name in (listed, listed.upper()):
            for form in _damaged(name):
                found[form].add(name)
    forms: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for form, names in found.items():
        if len(names) == 1:
            forms[_PIECES.split(form)[0]].append((form, min(names)))
    return {piece: tuple(sorted(own, key=lambda pair: -len(pair[0]))) for piece, own in forms.items()}


def _damaged(name: str) -> Iterator[str]:
    lost_with = ({letter for letter in name if not letter.isascii()}, {letter for letter in name if ord(letter) > 255})
    for lost, hole, plain in product(lost_with, HOLES, (False, True)):
        kept = (hole if letter in lost else _unmarked(letter) if plain else letter for letter in name)
        form = "".join(kept).strip(hole or None)
        left = sum(map(str.isalpha, form))
        is_alone = form.isalpha()
        if lost and left >= (FEWEST_LEFT_ALONE if is_alone else FEWEST_LEFT):
            yield form


def _unmarked(letter: str) -> str:
    plain = fold_letters(letter)
    return plain.upper() if letter.isupper() else plain
