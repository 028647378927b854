"""Shingles: runs of words that two texts share, found through an index rather than by trying every pair."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

Key = TypeVar("Key", bound=Hashable)
Hashes = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

# Of the texts that share a run, every two are paired up to this many; of more, only neighbours, which is enough to join
# the copies of one story and keeps what everybody writes from growing with its square.
PAIRED = 40


def count_shared(texts: Sequence[Hashes], among: Mask | None = None) -> Iterator[tuple[int, int, int]]:
    """Places of two texts, the earlier first, with the number of hashes that both have; `texts` hold each hash once.

    One of the two is `among` some, where these are given.
    """
    if not texts:
        return
    sizes = [len(text) for text in texts]
    owners, hashes = np.repeat(np.arange(len(texts)), sizes), np.concatenate(texts)
    if among is not None:
        kept = np.isin(hashes, hashes[np.repeat(among, sizes)])
        owners, hashes = owners[kept], hashes[kept]
    order = np.argsort(hashes, kind="stable")
    owners, hashes = owners[order], hashes[order]
    starts = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]]) if len(hashes) else np.empty(0, dtype=np.int64)
    n_alike = np.diff(np.r_[starts, len(hashes)])
    pairs, n = np.unique(np.concatenate([*_pairs(owners, starts, n_alike, len(texts))]), return_counts=True)
    for pair, count in zip(pairs.tolist(), n.tolist(), strict=True):
        one, other = divmod(pair, len(texts))
        if among is None or among[one] or among[other]:
            yield one, other, count


def _pairs(owners: Hashes, starts: Hashes, sizes: Hashes, base: int) -> Iterator[Hashes]:
    """Pairs of owners of one hash, each pair as one number."""
    yield np.empty(0, dtype=np.int64)
    for size in np.unique(sizes[sizes > 1]).tolist():
        groups = owners[starts[sizes == size][:, None] + np.arange(size)]
        one, other = np.triu_indices(size, 1) if size <= PAIRED else (np.arange(size - 1), np.arange(1, size))
        yield (groups[:, one] * base + groups[:, other]).ravel()


def to_families(keys: Iterable[Key], pairs: Iterable[tuple[Key, Key]]) -> list[list[Key]]:
    """Families of `keys` joined by `pairs`, each in the order given; a key without a pair is a family of one."""
    head = {key: key for key in keys}
    for one, other in pairs:
        head[_top(head, other)] = _top(head, one)
    families: dict[Key, list[Key]] = {}
    for key in head:
        families.setdefault(_top(head, key), []).append(key)
    return list(families.values())


def join_pairs(n: int, pairs: Hashes) -> Hashes:
    """For each of `n` places the first of those that `pairs` of places join it with, itself where none does."""
    heads = np.arange(n)
    one, other = pairs[:, 0], pairs[:, 1]
    while True:
        least = np.minimum(heads[one], heads[other])
        before = heads.copy()
        # What a place is joined with moves along with it.
        for place in (one, other, before[one], before[other]):
            np.minimum.at(heads, place, least)
        heads = heads[heads]
        if (heads == before).all():
            return heads


def _top(head: dict[Key, Key], key: Key) -> Key:
    while head[key] != key:
        head[key] = head[head[key]]
        key = head[key]
    return key
