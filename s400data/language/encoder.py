"""Encoder: tags, heads, sentence starts and names of windows of words, from the shipped weights.

Batches never cross documents: the scale to which int8 inputs are rounded depends on what is in a batch, and a text must
get the same parse alone and among others.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from s400data.language.batches import batch_by_length, stack_rows
from s400data.language.casing import features
from s400data.language.decoding import Indexes, Scores, best_labels, best_tree
from s400data.language.sentences import find_starts
from s400data.language.vectors import load_word_table

SUBWORDS_A_BATCH = 600
IMPOSSIBLE = -1e4
MASKED = -1e4


@dataclass(frozen=True, slots=True)
class Labels:
    """Label inventories in the order of the encoder's outputs."""

    tags: list[str]
    pos: list[str]
    rels: list[str]
    ner: list[str]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words to read, `spaced` where white space precedes; a `Reading` is of those from `begin` to `end`."""

    words: list[str]
    spaced: list[bool]
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder says of one passage; `heads` count from 1 within it, 0 marks a root."""

    heads: Indexes
    rels: Indexes
    tags: Indexes
    pos: Indexes
    names: Indexes


@dataclass(frozen=True, slots=True)
class _Prepared:
    passage: Passage
    subwords: Indexes
    subword_features: Indexes
    first: Indexes
    last: Indexes
    word_features: Indexes


class Encoder:
    """The shipped weights and everything needed to read words with them."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        self._made_of = (folder, threads)
        self._encoder = open_session(folder / "encoder.onnx", threads)
        self._relations = open_session(folder / "relations.onnx", threads)
        self._words = load_word_table(folder)
        self.labels = Labels(**json.loads((folder / "labels.json").read_text(encoding="utf-8")))
        self._transitions, self._first = _bio_scores(self.labels.ner)

    def __reduce__(self) -> tuple[Callable[[Path, int], "Encoder"], tuple[Path, int]]:
        """Pickled for another process, the encoder is where its weights are."""
        return _load, self._made_of

    def count_subwords(self, word: str) -> int:
        """How many subwords the encoder sees in `word`."""
        return len(self._words.wordpiece.word_ids(word))

    def read(self, passages: Sequence[Passage]) -> list[Reading]:
        """Read the passages of one document, in their order."""
        prepared = [self._prepare(passage) for passage in passages]
        readings: dict[int, Reading] = {}
        for batch in batch_by_length([len(one.subwords) for one in prepared], SUBWORDS_A_BATCH):
            readings.update(zip(batch, self._read_batch([prepared[i] for i in batch]), strict=True))
        return [readings[i] for i in range(len(passages))]

    def _prepare(self, passage: Passage) -> _Prepared:
        ids, owners = self._words.wordpiece.encode(passage.words)
        subwords, owner = np.array(ids), np.array(owners)
        word_features = np.array(features(passage.words, passage.spaced))
        count = len(passage.words)
        first, last = (
            np.searchsorted(owner[1:-1], np.arange(count)) + 1,
            np.searchsorted(owner[1:-1], np.arange(count), "right"),
        )
        subword_features = np.where(owner >= 0, word_features[owner], 0)
        return _Prepared(passage, subwords, subword_features, first, last, word_features)

    def _read_batch(self, batch: list[_Prepared]) -> Iterator[Reading]:
        tags, pos, starts, names, arcs, dependents, head_states = self._encoder.run(None, self._inputs(batch))
        cores = [slice(prepared.passage.begin, prepared.passage.end) for prepared in batch]
        heads = [_find_heads(prepared.passage, starts[k], arcs[k]) for k, prepared in enumerate(batch)]
        sides = [
            head_states[k, np.where(found == 0, 0, found + core.start)]
            for k, (found, core) in enumerate(zip(heads, cores, strict=True))
        ]
        pairs = np.concatenate([dependents[k, core] for k, core in enumerate(cores)]), np.concatenate(sides)
        rels = self._relations.run(None, {"dependent": pairs[0], "head": pairs[1]})[0]
        at = 0
        for k, core in enumerate(cores):
            labels = best_labels(names[k, core], self._transitions, self._first)
            count = len(heads[k])
            yield Reading(heads[k], rels[at : at + count], tags[k, core], pos[k, core], labels)
            at += count

    def _inputs(self, batch: list[_Prepared]) -> dict[str, NDArray[np.generic]]:
        subwords = max(len(prepared.subwords) for prepared in batch)
        words = max(len(prepared.word_features) for prepared in batch)
        ids = stack_rows([prepared.subwords for prepared in batch], subwords)
        return {
            "vectors": self._words.vectors(ids),
            "mask": np.where(ids == 0, np.float32(MASKED), np.float32(0)),
            "features": stack_rows([prepared.subword_features for prepared in batch], subwords),
            "first": stack_rows([prepared.first for prepared in batch], words),
            "last": stack_rows([prepared.last for prepared in batch], words),
            "words": stack_rows([prepared.word_features for prepared in batch], words),
        }


def _load(folder: Path, threads: int) -> Encoder:
    return Encoder(folder, threads=threads)


def open_session(path: Path, threads: int = 1) -> onnxruntime.InferenceSession:
    """The graph in `path`, ready to run on the processor."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # Waiting threads that spin made two parsing threads slower than one.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # The fused layer norm of the CPU provider takes twice as long as its two parts.
    slow = ["SkipLayerNormFusion"]
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=slow
    )


def _bio_scores(labels: list[str]) -> tuple[Scores, Scores]:
    """Scores that forbid an inside label after anything but its own kind."""
    transitions = np.zeros((len(labels), len(labels)), np.float32)
    for i, before in enumerate(labels):
        for j, after in enumerate(labels):
            if after[0] == "I" and (before == "O" or before[2:] != after[2:]):
                transitions[i, j] = IMPOSSIBLE
    first = np.array([IMPOSSIBLE if label[0] == "I" else 0 for label in labels], np.float32)
    return transitions, first


def _find_heads(passage: Passage, starts: Scores, arcs: Scores) -> Indexes:
    """Heads of the words to be read, sentence by sentence; a word's head is never outside of them."""
    core = slice(passage.begin, passage.end)
    begins = find_starts(starts[core], passage.words[core], passage.spaced[core])
    scores = np.concatenate([arcs[core, :1], arcs[core, passage.begin + 1 : passage.end + 1]], 1)
    heads = np.zeros(len(begins), np.int64)
    for begin, end in pairwise([*np.flatnonzero(begins), len(begins)]):
        tree = best_tree(np.concatenate([scores[begin:end, :1], scores[begin:end, begin + 1 : end + 1]], 1))
        heads[begin:end] = np.where(tree == 0, 0, tree + begin)
    return heads
