"""Batches: rows of unequal length, put together so that little is filled up."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]


def batch_by_length(lengths: Sequence[int], most: int) -> Iterator[list[int]]:
    """Places of rows of about one length, the shortest first; a batch filled up holds at most `most` items."""
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lambda k: lengths[k]):
        if batch and lengths[i] * (len(batch) + 1) > most:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def stack_rows(rows: Sequence[Sequence[int] | Rows], width: int) -> Rows:
    """The rows under one another, filled up with zeros to `width`."""
    stacked = np.zeros((len(rows), width), np.int64)
    for row, values in zip(stacked, rows, strict=True):
        row[: len(values)] = values
    return stacked
