"""Prefilters: what a text must hold for a pattern to fit it, so that most are ruled out without being tried."""

import re
from collections.abc import Iterator
from itertools import pairwise

from s400data.knowledge.spellings import fold_letters

LITERAL = re.compile(r"[\w'-]+")
# Signs of a pattern that belong together: escaped ones, classes of characters, counts.
SIGNS = re.compile(r"\\.|\[[^\]]*\]|\{[^}]*\}|.", re.DOTALL)
MAY_BE_MISSING = ("?", "*", "{")
MUST_NOT_FOLLOW = "(?!"


def required_words(pattern: str) -> list[frozenset[str]]:
    """Sets of words: any text that `pattern` fits holds one of each of them; empty where it does not tell.

    The pattern is over words joined by single spaces, as the wordings of stances are.
    """
    alternatives = _split(pattern, "|")
    if len(alternatives) > 1:
        return _one_of([min(required_words(one), key=len, default=None) for one in alternatives])
    return [words for part in _split(pattern, " ") for words in _words_of(part)]


def _words_of(part: str) -> list[frozenset[str]]:
    """Required words of what stands between two spaces: of a word, or of a group that cannot be left out."""
    if LITERAL.fullmatch(part):
        return [frozenset([part])]
    first, *behind = _atoms(part) if part else [part]
    group = _group(first)
    return required_words(group) if group and all(one.startswith(MUST_NOT_FOLLOW) for one in behind) else []


def required_letters(pattern: str) -> list[frozenset[str]]:
    """Sets of runs of letters: any text that `pattern` fits holds one of each of them; empty where it does not tell."""
    alternatives = _split(pattern, "|")
    if len(alternatives) > 1:
        return _one_of([max(required_letters(one), key=_shortest, default=None) for one in alternatives])
    found: list[frozenset[str]] = []
    run = ""
    for atom, following in pairwise([*_atoms(pattern), ""]):
        is_required = not following.startswith(MAY_BE_MISSING)
        if atom.isalnum() and is_required:
            run += atom
            continue
        found += [frozenset([run])] if run else []
        run = ""
        if (group := _group(atom)) and is_required:
            found += required_letters(group)
    return [*found, frozenset([run])] if run else found


def find_needs(pattern: str) -> tuple[frozenset[str], ...]:
    """The required letters of a pattern that does not regard case, folded, for `may_fit`."""
    return tuple(frozenset(map(fold_letters, runs)) for runs in required_letters(pattern))


def may_fit(needs: tuple[frozenset[str], ...], folded: str) -> bool:
    """Whether a text, folded, holds one of each of the needs of a pattern."""
    return all(any(run in folded for run in runs) for runs in needs)


def _one_of(most_telling: list[frozenset[str] | None]) -> list[frozenset[str]]:
    """What alternatives ask for together, from what tells most of each; nothing where one of them does not tell."""
    known = [words for words in most_telling if words]
    return [frozenset().union(*known)] if len(known) == len(most_telling) else []


def _shortest(runs: frozenset[str]) -> int:
    return min(map(len, runs))


def _atoms(pattern: str) -> Iterator[str]:
    """The signs of `pattern` one by one, but a group with all that is in it."""
    atom, depth = "", 0
    for sign in SIGNS.findall(pattern):
        depth += (sign == "(") - (sign == ")")
        atom += sign
        if depth == 0:
            yield atom
            atom = ""


def _group(atom: str) -> str | None:
    """What a group holds that asks for its words."""
    inside = atom[1:-1].removeprefix("?:")
    return inside if atom.startswith("(") and not inside.startswith("?") else None


def _split(pattern: str, separator: str) -> list[str]:
    """The parts of `pattern` between `separator`s that stand in no group."""
    parts = [""]
    for atom in _atoms(pattern):
        if atom == separator:
            parts.append("")
        else:
            parts[-1] += atom
    return parts
