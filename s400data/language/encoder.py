"""Encoder: tags, heads, sentence starts and names of windows of words, from the ONNX weights.

A window is a run of words of one paragraph. Batches never cross documents: int8 scales depend on what is in a batch,
and a text must get the same parse alone and among others.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from s400data.language.casing import casing
from s400data.language.decoding import Indexes, Scores, best_labels, best_tree
from s400data.language.wordpiece import WordPiece

LONGEST_INPUT = 512
SUBWORDS_A_BATCH = 600
IMPOSSIBLE = -1e4
CLOSING_MARKS = "\"”’“‘'"
OPENING_MARKS = "\"“‘'"


@dataclass(frozen=True, slots=True)
class Labels:
    """Label inventories in the order of the encoder's outputs."""

    tags: list[str]
    pos: list[str]
    rels: list[str]
    ner: list[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder says of one window; `heads` count from 1 within the window, 0 marks a root."""

    starts: NDArray[np.bool_]
    heads: Indexes
    rels: Indexes
    tags: Indexes
    pos: Indexes
    names: Indexes


@dataclass(frozen=True, slots=True)
class _Window:
    words: list[str]
    subwords: Indexes
    subword_casing: Indexes
    first: Indexes
    last: Indexes
    word_casing: Indexes


class Encoder:
    """The shipped weights and everything needed to read words with them."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        # Waiting threads that spin made two parsing threads slower than one.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._encoder = _session(folder / "encoder.onnx", options)
        self._relations = _session(folder / "relations.onnx", options)
        self._wordpiece = WordPiece(folder / "vocab.txt")
        self.labels = Labels(**json.loads((folder / "labels.json").read_text(encoding="utf-8")))
        self._transitions, self._first = _bio_scores(self.labels.ner)

    def read(self, windows: Sequence[list[str]]) -> list[Reading]:
        """Read the windows of one document, in their order."""
        prepared = [self._prepare(words) for words in windows]
        readings: dict[int, Reading] = {}
        for batch in _batches([len(window.subwords) for window in prepared]):
            readings.update(zip(batch, self._read_batch([prepared[i] for i in batch]), strict=True))
        return [readings[i] for i in range(len(windows))]

    def _prepare(self, words: list[str]) -> _Window:
        ids, owners = self._wordpiece.encode(words)
        subwords, owner = np.array(ids[:LONGEST_INPUT]), np.array(owners[:LONGEST_INPUT])
        word_casing = np.array([casing(word) for word in words])
        inner = np.flatnonzero(owner >= 0)
        first = np.zeros(len(words), np.int64)
        last = np.zeros(len(words), np.int64)
        first[owner[inner][::-1]] = inner[::-1]
        last[owner[inner]] = inner
        return _Window(words, subwords, np.where(owner >= 0, word_casing[owner], 0), first, last, word_casing)

    def _read_batch(self, windows: list[_Window]) -> Iterator[Reading]:
        tags, pos, starts, names, arcs, dependents, head_states = self._encoder.run(None, _padded(windows))
        for k, window in enumerate(windows):
            n = len(window.words)
            begins = _sentence_starts(starts[k, :n] > 0, window.words)
            heads = _heads(arcs[k], begins)
            scores = self._relations.run(None, {"rd": dependents[k, :n], "rhg": head_states[k, heads]})[0]
            labels = best_labels(names[k, :n], self._transitions, self._first)
            yield Reading(begins, heads, scores.astype(np.int64), tags[k, :n], pos[k, :n], labels)


def _session(path: Path, options: onnxruntime.SessionOptions) -> onnxruntime.InferenceSession:
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _bio_scores(labels: list[str]) -> tuple[Scores, Scores]:
    """Scores that forbid an inside label after anything but its own kind."""
    transitions = np.zeros((len(labels), len(labels)), np.float32)
    for i, before in enumerate(labels):
        for j, after in enumerate(labels):
            if after[0] == "I" and (before == "O" or before[2:] != after[2:]):
                transitions[i, j] = IMPOSSIBLE
    first = np.array([IMPOSSIBLE if label[0] == "I" else 0 for label in labels], np.float32)
    return transitions, first


def _batches(lengths: list[int]) -> Iterator[list[int]]:
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lambda k: lengths[k]):
        if batch and lengths[i] * (len(batch) + 1) > SUBWORDS_A_BATCH:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _padded(windows: list[_Window]) -> dict[str, Indexes]:
    subwords = max(len(window.subwords) for window in windows)
    words = max(len(window.words) for window in windows)
    return {
        "ids": _stack([w.subwords for w in windows], subwords),
        "cas": _stack([w.subword_casing for w in windows], subwords),
        "first": _stack([w.first for w in windows], words),
        "last": _stack([w.last for w in windows], words),
        "wcase": _stack([w.word_casing for w in windows], words),
    }


def _stack(rows: list[Indexes], width: int) -> Indexes:
    stacked = np.zeros((len(rows), width), np.int64)
    for row, values in zip(stacked, rows, strict=True):
        row[: len(values)] = values
    return stacked


def _sentence_starts(starts: NDArray[np.bool_], words: list[str]) -> NDArray[np.bool_]:
    """Start flags with two guards: none right after a comma, and no opening mark as a sentence of its own."""
    starts = starts.copy()
    starts[0] = True
    for k in np.flatnonzero(starts)[1:]:
        before = k - 1
        while before > 0 and words[before] in CLOSING_MARKS:
            before -= 1
        if words[before] == "," or (starts[k - 1] and words[k - 1] in OPENING_MARKS):
            starts[k] = False
    return starts


def _heads(arcs: Scores, starts: NDArray[np.bool_]) -> Indexes:
    n = len(starts)
    cuts = [*np.flatnonzero(starts), n]
    heads = np.zeros(n, np.int64)
    for begin, end in pairwise(cuts):
        block = arcs[begin:end]
        tree = best_tree(np.concatenate([block[:, :1], block[:, begin + 1 : end + 1]], 1))
        heads[begin:end] = np.where(tree == 0, 0, tree + begin)
    return heads
