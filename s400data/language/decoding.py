"""Decoding: the best tree and the best label sequence that the encoder's scores allow."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Scores = NDArray[np.float32]
Indexes = NDArray[np.int64]

FORBIDDEN = -1e9
ROOTS_TRIED = 2


def best_tree(scores: Floats) -> Indexes:
    """Heads of the best tree with one root; `scores[dependent, head]`, column 0 the root. 0 = root, k = k-th word.

    Greedy where that is a tree, else Chu-Liu/Edmonds with each of the likeliest roots (McDonald et al. 2005).
    """
    n = scores.shape[0]
    if n == 1:
        return np.zeros(1, np.int64)
    scores = scores.astype(np.float64)
    scores[np.arange(n), np.arange(n) + 1] = FORBIDDEN
    heads: Indexes = scores.argmax(1)
    if _is_tree(heads):
        return heads
    likelihood = _log_softmax(scores)
    trees = [_rooted_tree(likelihood, int(root)) for root in np.argsort(-likelihood[:, 0])[:ROOTS_TRIED]]
    heads = max(trees, key=lambda tree: float(likelihood[np.arange(n), tree].sum()))
    return heads if _is_tree(heads) else _flat_tree(likelihood)


def best_labels(emissions: Scores, transitions: Scores, first: Scores) -> Indexes:
    """Viterbi path through `emissions` [words, labels]; `transitions[before, after]` and `first` are added scores."""
    best = emissions[0] + first
    back = np.zeros(emissions.shape, np.int64)
    for t in range(1, len(emissions)):
        paths = best[:, None] + transitions
        back[t] = paths.argmax(0)
        best = paths.max(0) + emissions[t]
    labels = np.zeros(len(emissions), np.int64)
    labels[-1] = best.argmax()
    for t in range(len(emissions) - 1, 0, -1):
        labels[t - 1] = back[t, labels[t]]
    return labels


def _is_tree(heads: Indexes) -> bool:
    return int((heads == 0).sum()) == 1 and _find_cycle(heads) is None


def _log_softmax(scores: Floats) -> Floats:
    top = scores.max(1, keepdims=True)
    likelihood: Floats = scores - (top + np.log(np.exp(scores - top).sum(1, keepdims=True)))
    return likelihood


def _rooted_tree(likelihood: Floats, root: int) -> Indexes:
    n = likelihood.shape[0]
    square = np.full((n + 1, n + 1), FORBIDDEN)
    square[1:, :] = likelihood
    square[1:, 0] = FORBIDDEN
    square[root + 1, :] = FORBIDDEN
    square[root + 1, 0] = likelihood[root, 0]
    return _spanning_tree(square)[1:]


def _flat_tree(likelihood: Floats) -> Indexes:
    root = int(likelihood[:, 0].argmax())
    heads = np.full(likelihood.shape[0], root + 1)
    heads[root] = 0
    return heads


def _find_cycle(heads: Indexes) -> list[int] | None:
    """Words (from 0) of one cycle in `heads`, or None."""
    seen_in = [0] * len(heads)
    for start in range(len(heads)):
        path, word = [], start
        while word >= 0 and not seen_in[word]:
            seen_in[word] = start + 1
            path.append(word)
            word = int(heads[word]) - 1
        if word >= 0 and seen_in[word] == start + 1 and word in path:
            return path[path.index(word) :]
    return None


def _spanning_tree(scores: Floats) -> Indexes:
    """Maximum spanning arborescence over nodes 0..n, node 0 the root (Chu and Liu 1965, Edmonds 1967)."""
    n = scores.shape[0]
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    scores[0, :] = -np.inf
    heads: Indexes = scores.argmax(1)
    heads[0] = 0
    cycle = _find_cycle(heads[1:])
    if cycle is None:
        return heads
    inside = np.array(cycle) + 1
    outside = np.setdiff1d(np.arange(n), inside)
    m = len(outside)
    lost = scores[inside, heads[inside]]
    smaller = np.full((m + 1, m + 1), -np.inf)
    smaller[:m, :m] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, inside)]
    smaller[:m, m] = leaving.max(1)
    entering = scores[np.ix_(inside, outside)] - lost[:, None]
    smaller[m, :m] = entering.max(0) + lost.sum()
    solved = _spanning_tree(smaller)
    result = heads.copy()
    for k in range(1, m):
        result[outside[k]] = inside[leaving[k].argmax()] if solved[k] == m else outside[solved[k]]
    broken = inside[entering[:, solved[m]].argmax()]
    result[broken] = outside[solved[m]]
    return result
