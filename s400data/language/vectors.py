"""Vectors: the base model's subwords and their vectors, which every encoder of the project starts from."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from s400data.language.wordpiece import WordPiece


@dataclass(frozen=True, slots=True)
class WordTable:
    """Subwords of words, and a vector for each."""

    wordpiece: WordPiece
    table: NDArray[np.int8]
    scales: NDArray[np.float32]

    def vectors(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """The vector of each subword id."""
        found: NDArray[np.float32] = self.table[ids] * self.scales[ids][..., None]
        return found


@cache
def load_word_table(folder: Path) -> WordTable:
    """The table in `folder`, kept for the process."""
    with np.load(folder / "words.npz") as stored:
        return WordTable(WordPiece(folder / "vocab.txt"), stored["table"], stored["scales"])
