"""Voter: a small trained reader that gives its own opinion of a statement, and the words that decided it.

It sees the quoted words, the cue and the thing last spoken of, never who speaks: nationality and office cannot decide.
Its weights are knowledge of the affair, `voter/` in the affair's folder; an affair without them is read by rules alone.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from s400data.errors import KnowledgeError
from s400data.knowledge.stance_cues import load_targets
from s400data.language.batches import batch_by_length, stack_rows
from s400data.language.encoder import open_session
from s400data.language.loading import WEIGHTS
from s400data.language.vectors import load_word_table
from s400data.records import Mention, Overall, Polarity
from s400data.settings import voter_folder

WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
LONGEST = 80
MOST_EVIDENCE = 5
SUBWORDS_A_BATCH = 1200
MASKED = -1e4
CONTEXT, CUE, QUOTED = 0, 1, 2

Floats = NDArray[np.float32]
Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Ballot:
    """What the voter sees of one statement: subwords, their kinds, and the quoted word (or -1) each belongs to."""

    ids: list[int]
    kinds: list[int]
    owners: list[int]
    words: list[Mention]


@dataclass(frozen=True, slots=True)
class Opinion:
    """A position that the voter reads, how sure it is (calibrated), and the words that add most to it."""

    target: str
    polarity: Polarity
    certainty: float
    words: Mention


@dataclass(frozen=True, slots=True)
class Vote:
    """The voter's opinion of one statement: probabilities of the sides, and of the polarities by target."""

    sides: dict[Overall, float]
    polarities: dict[str, dict[Polarity, float]]
    shares: Floats
    ballot: Ballot


def make_ballot(thing: str | None, cue: str | None, pieces: Iterable[Mention]) -> Ballot:
    """The voter's view of the quoted `pieces` after a cue, with the `thing` last spoken of before them."""
    wordpiece = load_word_table(WEIGHTS).wordpiece
    quoted = [
        Mention(piece.start + found.start(), piece.start + found.end(), found.group())
        for piece in pieces
        for found in WORD.finditer(piece.text)
    ]
    context = WORD.findall(thing) if thing else []
    before = [*context, "|", *WORD.findall((cue or "said").lower()), ":"]
    ids, owners = wordpiece.encode([*before, *(word.text for word in quoted)])
    at = [owner - len(before) if owner >= len(before) else -1 for owner in owners]
    kinds = [QUOTED if owner >= len(before) else CUE if owner >= 0 else CONTEXT for owner in owners]
    return Ballot(ids[:LONGEST], kinds[:LONGEST], at[:LONGEST], quoted)


class Voter:
    """The weights in a folder: `voter.onnx`, and `voter.json` with its labels and the measured thresholds."""

    def __init__(self, folder: Path) -> None:
        self.labels = _read_labels(folder / "voter.json")
        self._session = open_session(folder / "voter.onnx")
        self._words = load_word_table(WEIGHTS)

    def vote(self, ballots: Sequence[Ballot]) -> list[Vote]:
        """An opinion of each statement of one article; the batch is part of the rounding, so keep articles apart."""
        votes: dict[int, Vote] = {}
        for batch in batch_by_length([len(ballot.ids) for ballot in ballots], SUBWORDS_A_BATCH):
            scores, shares = self._run([ballots[i] for i in batch])
            for i, score, share in zip(batch, scores, shares, strict=True):
                votes[i] = self._count(ballots[i], score, share)
        return [votes[i] for i in range(len(ballots))]

    def explain(self, text: str, vote: Vote, target: str, polarity: Polarity) -> Opinion:
        """The position with the stretch of quoted words that adds most to it: the scores are sums over the words."""
        first, last = self._most_telling(vote, target, polarity)
        start, end = vote.ballot.words[first].start, vote.ballot.words[last].end
        return Opinion(target, polarity, vote.polarities[target][polarity], Mention(start, end, text[start:end]))

    def _run(self, ballots: list[Ballot]) -> tuple[Floats, Floats]:
        width = max(len(ballot.ids) for ballot in ballots)
        ids = stack_rows([ballot.ids for ballot in ballots], width)
        inputs = {
            "vectors": self._words.vectors(ids),
            "mask": np.where(ids == 0, np.float32(MASKED), np.float32(0)),
            "kinds": stack_rows([ballot.kinds for ballot in ballots], width),
        }
        scores, shares = self._session.run(None, inputs)
        return scores, shares

    def _count(self, ballot: Ballot, scores: Floats, shares: Floats) -> Vote:
        labels = self.labels
        likely = _softmax(scores / labels.temperature)
        sides = _softmax(scores[-1, : len(labels.sides)] / labels.temperature)
        return Vote(
            dict(zip(labels.sides, sides.tolist(), strict=True)),
            {
                target: dict(zip(labels.polarities, row.tolist(), strict=True))
                for target, row in zip(labels.targets, likely[:-1], strict=True)
            },
            shares[: len(ballot.ids)],
            ballot,
        )

    def _most_telling(self, vote: Vote, target: str, polarity: Polarity) -> tuple[int, int]:
        row, column = self.labels.targets.index(target), self.labels.polarities.index(polarity)
        added = np.zeros(len(vote.ballot.words))
        for owner, share in zip(vote.ballot.owners, vote.shares, strict=True):
            if owner >= 0:
                added[owner] += share[row, column] - share[row, 0]
        words = vote.ballot.words
        usable = [i for i, word in enumerate(words) if word.text[0].isalnum()] or list(range(len(words)))
        stretches = [
            (float(added[first : last + 1].sum()), first, last)
            for first in usable
            for last in usable
            if first <= last < first + MOST_EVIDENCE and _is_whole(words, first, last)
        ]
        _, first, last = max(stretches, key=lambda s: (s[0], s[1] - s[2], -s[1]))
        return first, last


@dataclass(frozen=True, slots=True)
class Sure:
    """Probabilities from which on the voter is heard: of a side, of a position beside it, of none."""

    side: float
    beside: float
    neutral: float


@dataclass(frozen=True, slots=True)
class VoterLabels:
    """What the voter's outputs stand for, and how sure it must be."""

    targets: list[str]
    polarities: list[Polarity]
    sides: list[Overall]
    temperature: float
    sure: Sure


@cache
def load_voter(affair: Path | None = None) -> Voter | None:
    """The voter of an affair's folder; None where the affair has none."""
    folder = voter_folder(affair)
    return Voter(folder) if folder is not None else None


def _read_labels(path: Path) -> VoterLabels:
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        labels = VoterLabels(**{**read, "sure": Sure(**read["sure"])})
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise KnowledgeError(path, None, f"does not say what the voter's outputs stand for ({error})") from error
    unknown = sorted(set(labels.targets) - {target.id for target in load_targets()})
    if unknown:
        raise KnowledgeError(path, None, f"no target '{unknown[0]}' in targets.toml")
    return labels


def _is_whole(words: list[Mention], first: int, last: int) -> bool:
    """Whether no other piece of the quotation begins between the two words."""
    return words[last].end - words[first].start <= sum(len(w.text) + 2 for w in words[first : last + 1])


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    found: Floats = raised / raised.sum(-1, keepdims=True)
    return found
