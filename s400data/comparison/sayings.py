"""Sayings: which of many quotations carry one statement of one speaker.

Two outlets carry it whole, cut, in reported speech, or translated by two hands, so what counts is the share of words
in common (`features`), each word weighing the more the fewer quotations use it, and nothing may contradict it. Two
speakers are never joined. A quotation whose speaker is not resolved joins by its words alone, and needs more of them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from s400data.comparison.features import KIND, Features, Kind, is_contradicted, is_piece

Numbers = npt.NDArray[np.signedinteger[Any]]
Weights = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Days = npt.NDArray[np.datetime64]

# Share of the lighter one's weight that stands in the other, and words that do, for two quotations of about one time.
SAME_WEIGHT, SAME_WORDS = 0.62, 3
# A speaker repeats himself over the years, and a saying without a speaker may be anybody's: these must agree in more.
FAR_WEIGHT, FAR_WORDS = 0.85, 5
# A topic weighs less than a word of what is said of it, and is none of the words in common.
TOPIC_WEIGHT = 0.5
# A piece that stands in the other word for word, or all of whose words do, needs fewer.
PIECE_WORDS = 2
NEAR = np.timedelta64(7, "D")
NOBODY = -1
# Sums of weights that differ by less are the same, whatever the order in which they were added.
ROUNDING = 1e-9


@dataclass(frozen=True, eq=False)
class Sayings:
    """What of quotations decides which carry the same; `words` are codes, those of each from one of `starts` on.

    `counts` is false for topics.
    """

    words: Numbers
    starts: Numbers
    weights: Weights
    counts: Mask
    articles: Numbers
    speakers: Numbers
    earliest: Days
    latest: Days

    def __len__(self) -> int:
        return len(self.articles)


def build_sayings(
    words: Sequence[Iterable[int]],
    articles: Iterable[str],
    speakers: Iterable[str | None],
    earliest: Days,
    latest: Days,
) -> Sayings:
    """Sayings of quotations, each with its words, its article, its speaker and the days it may have been said."""
    listed = [list(one) for one in words]
    flat = np.array([word for one in listed for word in one], dtype=np.int64)
    sizes = np.array([len(one) for one in listed], dtype=np.int64)
    own, said_by = (pd.factorize(pd.Series(list(cells), dtype="object"))[0] for cells in (articles, speakers))
    return code_sayings(flat, sizes, own, said_by, earliest, latest)


def code_sayings(
    words: Numbers, sizes: Numbers, articles: Numbers, speakers: Numbers, earliest: Days, latest: Days
) -> Sayings:
    """The same where everything is a number already: words one after the other, so many for each quotation."""
    codes, values = pd.factorize(words)
    uses = np.bincount(codes, minlength=len(values))
    # The logarithm of how many quotations there are for each one that uses the word.
    weight = np.log(1 + len(sizes) / np.maximum(uses, 1))
    is_topic = (values & KIND) == Kind.TOPIC
    weights = np.where(is_topic, TOPIC_WEIGHT, 1.0)[codes] * weight[codes]
    owners = np.repeat(np.arange(len(sizes)), sizes)
    heaviest_first = np.lexsort((codes, -weights, owners))
    starts = np.r_[0, np.cumsum(sizes)]
    codes = codes[heaviest_first]
    return Sayings(codes, starts, weights[heaviest_first], ~is_topic[codes], articles, speakers, earliest, latest)


def find_same(
    sayings: Sayings, load: Callable[[Numbers], Sequence[Features]], among: Mask | None = None
) -> Iterator[tuple[int, int]]:
    """Places of two sayings from different articles that carry one statement, each pair once; one is `among` some.

    `load` gives the features of the sayings at these places. Every pair that agrees in enough weight shares one of the
    heaviest words of the lighter one (the prefix filter of Bayardo, Ma and Srikant, "Scaling up all pairs similarity
    search", 2007), so only those are looked up.
    """
    pairs = list(_candidates(sayings, np.ones(len(sayings), dtype=bool) if among is None else among))
    if not pairs:
        return
    lighter, heavier, few = (np.concatenate(part) for part in zip(*pairs, strict=True))
    places = np.unique(np.concatenate([lighter, heavier]))
    features = dict(zip(places.tolist(), load(places), strict=True))
    for one, other, is_short in zip(lighter.tolist(), heavier.tolist(), few.tolist(), strict=True):
        ours, theirs = features[one], features[other]
        if ours == theirs or (not is_contradicted(ours, theirs) and (not is_short or is_piece(ours, theirs))):
            yield one, other


def _candidates(sayings: Sayings, among: Mask) -> Iterator[tuple[Numbers, Numbers, Mask]]:
    """Pairs that agree in enough weight: the lighter, the heavier, and whether they share few words."""
    owners = np.repeat(np.arange(len(sayings)), np.diff(sayings.starts))
    totals = np.bincount(owners, sayings.weights, minlength=len(sayings)).astype(np.float64)
    before = np.cumsum(sayings.weights) - sayings.weights
    before -= before[np.minimum(sayings.starts[owners], max(len(before) - 1, 0))] if len(owners) else 0
    rare = before <= (1 - SAME_WEIGHT) * totals[owners] + ROUNDING
    by_any, by_rare = _Postings(sayings.words, owners), _Postings(sayings.words[rare], owners[rare])
    is_own = np.zeros(int(sayings.words.max(initial=-1)) + 1, dtype=bool)
    for place in np.flatnonzero(among).tolist():
        own = slice(sayings.starts[place], sayings.starts[place + 1])
        words = sayings.words[own]
        found = np.unique(np.concatenate([by_any.of(words[rare[own]]), by_rare.of(words)]))
        others = found[_may_be_same(sayings, place, found) & (~among[found] | (found > place))]
        if len(others):
            is_own[words] = True
            yield from _agreeing(sayings, place, others, totals, is_own)
            is_own[words] = False


def _may_be_same(sayings: Sayings, place: int, others: Numbers) -> Mask:
    """Which of `others` stand in another article and may be of the same speaker."""
    speakers, own = sayings.speakers[others], sayings.speakers[place]
    speaker = (speakers == own) | (speakers == NOBODY) if own != NOBODY else np.ones(len(others), dtype=bool)
    apart: Mask = (sayings.articles[others] != sayings.articles[place]) & speaker
    return apart


def _agreeing(
    sayings: Sayings, place: int, others: Numbers, totals: Weights, is_own: Mask
) -> Iterator[tuple[Numbers, Numbers, Mask]]:
    sizes = sayings.starts[others + 1] - sayings.starts[others]
    heads = np.cumsum(sizes) - sizes
    entries = np.repeat(sayings.starts[others] - heads, sizes) + np.arange(sizes.sum())
    shared = is_own[sayings.words[entries]]
    counts = sayings.counts[entries]
    n = np.add.reduceat((shared & counts).astype(np.int64), heads)
    weight = np.add.reduceat(sayings.weights[entries] * shared, heads)
    own_size = int(sayings.counts[sayings.starts[place] : sayings.starts[place + 1]].sum())
    other_sizes = np.add.reduceat(counts.astype(np.int64), heads)
    is_lighter = totals[place] <= totals[others]
    least = np.where(is_lighter, totals[place], totals[others])
    resolved = (sayings.speakers[others] == sayings.speakers[place]) & (sayings.speakers[place] != NOBODY)
    near = resolved & _is_near(sayings, place, others)
    enough = weight >= np.where(near, SAME_WEIGHT, FAR_WEIGHT) * least - ROUNDING
    # A short saying needs no more words than it has, where the other has no more either.
    wanted = np.where(near, np.minimum(SAME_WORDS, np.where(is_lighter, other_sizes, own_size)), FAR_WORDS)
    # Words that only name what is spoken of are a statement where both have all of them, and no others.
    alike = weight >= np.maximum(totals[place], totals[others]) - ROUNDING
    kept = enough & (n >= np.where(near, np.minimum(wanted, PIECE_WORDS), wanted)) & ((n > 0) | alike)
    yield (
        np.where(is_lighter, place, others)[kept],
        np.where(is_lighter, others, place)[kept],
        ((n < wanted) & (weight < least - ROUNDING))[kept],
    )


def _is_near(sayings: Sayings, place: int, others: Numbers) -> Mask:
    """Which of `others` may have been said within days of one; a saying without a date may have been."""
    earliest, latest = sayings.earliest[others], sayings.latest[others]
    own = sayings.earliest[place], sayings.latest[place]
    unknown = np.isnat(earliest) | np.isnat(latest) | np.isnat(own[0]) | np.isnat(own[1])
    near: Mask = unknown | ((own[0] <= latest + NEAR) & (earliest <= own[1] + NEAR))
    return near


class _Postings:
    """Owners of each word."""

    def __init__(self, words: Numbers, owners: Numbers) -> None:
        order = np.argsort(words, kind="stable")
        self._owners = owners[order]
        self._starts = np.r_[0, np.cumsum(np.bincount(words, minlength=int(words.max(initial=-1)) + 1))]

    def of(self, words: Numbers) -> Numbers:
        """Owners of any of `words`."""
        known = words[words < len(self._starts) - 1]
        parts = [self._owners[self._starts[word] : self._starts[word + 1]] for word in known.tolist()]
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)
