"""Shingles: runs of words that two texts share, found through an index rather than by trying every pair."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from itertools import combinations
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Shingle = tuple[str, ...]

# A run of words that stands in very many texts ("the United States and its allies") tells no two of them apart.
COMMON = 200


def to_shingles(words: list[str], size: int) -> set[Shingle]:
    """Runs of `size` words of a text."""
    return {tuple(words[n : n + size]) for n in range(len(words) - size + 1)}


def count_shared(texts: Mapping[Key, set[Shingle]]) -> Counter[tuple[Key, Key]]:
    """Number of shingles each pair of texts shares; pairs that share none are absent."""
    index: dict[Shingle, list[Key]] = {}
    for key, shingles in texts.items():
        for shingle in shingles:
            index.setdefault(shingle, []).append(key)
    shared: Counter[tuple[Key, Key]] = Counter()
    for keys in index.values():
        if 1 < len(keys) <= COMMON:
            shared.update(combinations(keys, 2))
    return _ordered(shared, list(texts))


def _ordered(shared: Counter[tuple[Key, Key]], keys: list[Key]) -> Counter[tuple[Key, Key]]:
    place = {key: n for n, key in enumerate(keys)}
    ordered: Counter[tuple[Key, Key]] = Counter()
    for (one, other), n in shared.items():
        ordered[(one, other) if place[one] <= place[other] else (other, one)] += n
    return ordered


def to_families(keys: Iterable[Key], pairs: Iterable[tuple[Key, Key]]) -> list[list[Key]]:
    """Families of `keys` joined by `pairs`, each in the order given; a key without a pair is a family of one."""
    head = {key: key for key in keys}
    for one, other in pairs:
        head[_top(head, other)] = _top(head, one)
    families: dict[Key, list[Key]] = {}
    for key in head:
        families.setdefault(_top(head, key), []).append(key)
    return list(families.values())


def _top(head: dict[Key, Key], key: Key) -> Key:
    while head[key] != key:
        head[key] = head[head[key]]
        key = head[key]
    return key
