"""Batches: windows as padded tensors; targets that a corpus does not give are left out of the loss."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from torch import Tensor

from s400data.language.casing import CAPITALISED, GLUED, LOWER, MIXED_LOWER, UPPER, features
from s400data.language.wordpiece import WordPiece
from training.model import POSITIONS
from training.samples import UNKNOWN, Sample

UNGIVEN = -100
BUCKET = 16
LOWERED, RAISED, TITLED = 0.04, 0.06, 0.09

Labels = dict[str, list[str]]


@dataclass(slots=True)
class Window:
    """One window as numbers. `heads` count from 1, 0 is the root; `names[i]` is 1 for every label word i may have."""

    ids: list[int]
    owners: list[int]
    first: list[int]
    last: list[int]
    words: list[int]
    tags: list[int]
    pos: list[int]
    starts: list[int]
    heads: list[int]
    rels: list[int]
    sentences: list[int]
    names: np.ndarray


class Numbering:
    """Samples to windows, with the subwords and label numbers of the run time."""

    def __init__(self, labels: Labels, wordpiece: WordPiece) -> None:
        self._index = {kind: {name: i for i, name in enumerate(names)} for kind, names in labels.items()}
        self._wordpiece = wordpiece

    def window(self, sample: Sample) -> Window | None:
        """`sample` as numbers; None if it has more subwords than the encoder has positions."""
        ids, owners = self._wordpiece.encode(sample.words)
        if len(ids) > POSITIONS:
            return None
        count = len(sample.words)
        first, last = [0] * count, [0] * count
        for at, owner in reversed(list(enumerate(owners))):
            if owner >= 0:
                first[owner] = at
        for at, owner in enumerate(owners):
            if owner >= 0:
                last[owner] = at
        spaced = [True, *sample.spaces[:-1]]
        none = [UNGIVEN] * count
        return Window(
            ids=ids,
            owners=owners,
            first=first,
            last=last,
            words=features(sample.words, spaced),
            tags=self._numbers("tags", sample.tags) or none,
            pos=self._numbers("pos", sample.pos) or none,
            starts=[int(start) for start in sample.starts] if sample.starts else none,
            heads=[0 if head == i else head + 1 for i, head in enumerate(sample.heads)] if sample.heads else none,
            rels=self._numbers("rels", sample.rels) or none,
            sentences=list(np.cumsum(sample.starts)) if sample.starts else [0] * count,
            names=self._allowed(sample.names),
        )

    def windows(self, samples: Iterable[Sample]) -> list[Window]:
        """Those of `samples` that fit the encoder, as numbers."""
        return [window for sample in samples if (window := self.window(sample))]

    def _numbers(self, kind: str, values: list[str] | None) -> list[int]:
        return [self._index[kind].get(value, UNGIVEN) for value in values or ()]

    def _allowed(self, names: list[str]) -> np.ndarray:
        index = self._index["ner"]
        allowed = np.zeros((len(names), len(index)), np.float32)
        for row, name in zip(allowed, names, strict=True):
            row[slice(None) if name == UNKNOWN else [index[part] for part in name.split("|")]] = 1
        return allowed


def plan(windows: Sequence[Window], subwords: int, random: Random | None) -> list[list[int]]:
    """Indexes of the windows of each batch: of like length, at most `subwords` in all; shuffled by `random`."""
    buckets: dict[int, list[int]] = defaultdict(list)
    for i, window in enumerate(windows):
        buckets[_padded(len(window.ids))].append(i)
    batches = []
    for length, members in sorted(buckets.items()):
        if random:
            random.shuffle(members)
        size = max(1, subwords // length)
        batches.extend(members[at : at + size] for at in range(0, len(members), size))
    if random:
        random.shuffle(batches)
    return batches


def collate(windows: Sequence[Window], random: Random | None = None) -> dict[str, Tensor]:
    """The windows as one padded batch; with `random`, the casing of some is spoiled as tweets and headlines do."""
    length = _padded(max(len(window.ids) for window in windows))
    count = max(len(window.words) for window in windows)
    size = len(windows)
    columns = {
        name: np.zeros((size, length if name in {"ids", "features"} else count), np.int64)
        for name in ("ids", "features", "first", "last", "words")
    }
    columns |= {name: np.full((size, count), UNGIVEN, np.int64) for name in ("tags", "pos", "starts", "heads", "rels")}
    columns["sentences"] = np.full((size, count), -1, np.int64)
    names = np.ones((size, count, windows[0].names.shape[1]), np.float32)
    for k, window in enumerate(windows):
        words = _spoil(np.array(window.words), random) if random else np.array(window.words)
        owners = np.array(window.owners)
        columns["features"][k, : len(owners)] = np.where(owners >= 0, words[owners], 0)
        columns["words"][k, : len(words)] = words
        for name in ("ids", "first", "last", "tags", "pos", "starts", "heads", "rels", "sentences"):
            values = getattr(window, name)
            columns[name][k, : len(values)] = values
        names[k, : len(words)] = window.names
    batch = {name: torch.from_numpy(values) for name, values in columns.items()}
    return batch | {"names": torch.from_numpy(names)}


def _spoil(words: np.ndarray, random: Random) -> np.ndarray:
    chance = random.random()
    kinds, spacing = words % GLUED, words - words % GLUED
    lettered = (kinds >= LOWER) & (kinds <= MIXED_LOWER)
    if chance < LOWERED:
        return np.where(lettered, LOWER, kinds) + spacing
    if chance < RAISED:
        return np.where(lettered, UPPER, kinds) + spacing
    if chance < TITLED:
        return np.where(kinds == LOWER, CAPITALISED, kinds) + spacing
    return words


def _padded(length: int) -> int:
    return -(-length // BUCKET) * BUCKET
