"""Prefilters: what a text must hold for a pattern to fit it, so that most are ruled out without being tried."""

import re
from collections.abc import Iterator
from itertools import pairwise

LITERAL = re.compile(r"[\w'-]+")
# Signs of a pattern that belong together: escaped ones, classes of characters, counts.
SIGNS = re.compile(r"\\.|\[[^\]]*\]|\{[^}]*\}|.", re.DOTALL)
MAY_BE_MISSING = ("?", "*", "{")
MUST_NOT_FOLLOW = "(?!"


def required_words(pattern: str) -> frozenset[str] | None:
    """Words of which any text that `pattern` fits holds at least one; None where the pattern does not tell.

    The pattern is over words joined by single spaces, as the wordings of stances are.
    """
    alternatives = _split(pattern, "|")
    if len(alternatives) > 1:
        found = [required_words(one) for one in alternatives]
        return None if None in found else frozenset().union(*(words for words in found if words))
    parts = (_words_of(part) for part in _split(pattern, " "))
    return min(filter(None, parts), key=len, default=None)


def _words_of(part: str) -> frozenset[str] | None:
    """Required words of what stands between two spaces: of a word, or of a group that cannot be left out."""
    if LITERAL.fullmatch(part) or not part:
        return frozenset([part] if part else [])
    first, *behind = _atoms(part)
    group = _group(first)
    return required_words(group) if group and all(one.startswith(MUST_NOT_FOLLOW) for one in behind) else None


def required_letters(pattern: str) -> list[frozenset[str]]:
    """Sets of runs of letters: any text that `pattern` fits holds one of each of them; empty where it does not tell."""
    alternatives = _split(pattern, "|")
    if len(alternatives) > 1:
        most_telling = [max(required_letters(one), key=_shortest, default=None) for one in alternatives]
        return [] if None in most_telling else [frozenset().union(*(runs for runs in most_telling if runs))]
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
