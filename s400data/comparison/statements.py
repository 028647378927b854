"""Statements: quotations of different articles that carry one saying of one speaker.

Two outlets carry it whole, cut, in reported speech, or translated by two hands, so word forms are cut to their stems
(Porter's second algorithm), function words are left out, and each stem weighs the more the fewer quotations use it. Two
speakers are never joined. A quotation whose speaker is not resolved joins by its words alone, and needs more of them.
"""

import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher
from itertools import chain
from typing import Generic, TypeVar

import pandas as pd

from s400data.comparison.reports import by_publication, known, name_outlets
from s400data.comparison.shingles import to_families
from s400data.comparison.words import WORD, fold_word, is_term
from s400data.store.folding import fold, stem

Key = TypeVar("Key", bound=Hashable)
Places = dict[tuple[str, str], list[int]]

# Share of the shorter one's weight that stands in the other, and stems that do, for two quotations of about one time.
SAME_WEIGHT, SAME_STEMS = 0.62, 3
# A speaker repeats himself over the years, and a saying without a speaker may be anybody's: these must agree in more.
FAR_WEIGHT, FAR_STEMS = 0.85, 5
NEAR = timedelta(days=7)
# Keys of the index for a speaker who is not resolved, and for whoever speaks.
NOBODY, ANYBODY = "", "*"


@dataclass(frozen=True, slots=True)
class Saying(Generic[Key]):
    """What of a quotation decides which others carry the same."""

    key: Key
    article_id: str
    speaker_id: str | None
    stems: frozenset[str]
    earliest: date | None
    latest: date | None


def find_statements(quotations: pd.DataFrame) -> pd.DataFrame:
    """Quotations carried by more than one article, as `order_statements` has them, judged by themselves alone.

    Quotations inside others and in headlines are left out.
    """
    told = quotations.loc[quotations["within"].isna() & (quotations["section"] == "body")]
    families = to_families(by_publication(told)["quotation_id"], find_same(list(_sayings(told))))
    return order_statements(told, [family for family in families if len(family) > 1])


def order_statements(quotations: pd.DataFrame, families: list[list[str]]) -> pd.DataFrame:
    """Quotations of each family, the fullest first: their columns and statement (number), versions, outlets."""
    told = name_outlets(quotations).set_index("quotation_id", drop=False)
    length = told["text"].str.len()
    order = [key for family in families for key in sorted(family, key=lambda key: (-int(length[key]), key))]
    number = {key: n for n, family in enumerate(families) for key in family}
    rows = told.loc[order].reset_index(drop=True)
    statement = rows["quotation_id"].map(number).astype("int64")
    grouped = rows.groupby(statement.rename("statement"))
    return rows.assign(
        statement=statement,
        versions=statement.map(grouped.size()),
        outlets=statement.map(grouped["outlet"].nunique()),
    )


def find_same(
    sayings: list[Saying[Key]], *, among: Callable[[Saying[Key]], bool] = lambda _: True
) -> Iterator[tuple[Key, Key]]:
    """Pairs of `sayings` from different articles that carry one statement, each once; one of the two is `among` some.

    Every pair that agrees in enough weight shares one of the rarest stems of the lighter one (the prefix filter of
    Bayardo, Ma and Srikant, "Scaling up all pairs similarity search", 2007), so only those are looked up.
    """
    weights = weigh_stems(saying.stems for saying in sayings)
    order = [(weigh(saying.stems, weights), place) for place, saying in enumerate(sayings)]
    rarest = [_rarest(saying.stems, weights) for saying in sayings]
    by_rare = _index(sayings, rarest)
    by_any = _index(sayings, [saying.stems for saying in sayings])
    for place, saying in enumerate(sayings):
        if not among(saying):
            continue
        for other in _look_up(by_rare, saying, saying.stems):
            if order[other] < order[place] and is_same(sayings[other], saying, weights):
                yield saying.key, sayings[other].key
        for other in _look_up(by_any, saying, rarest[place]):
            # A heavier one that is among them finds this one by itself.
            is_left = order[other] > order[place] and not among(sayings[other])
            if is_left and is_same(saying, sayings[other], weights):
                yield saying.key, sayings[other].key


def is_same(lighter: Saying[Key], other: Saying[Key], weights: Mapping[str, float]) -> bool:
    """Whether two sayings, the first of which weighs less, carry the same statement."""
    if lighter.article_id == other.article_id:
        return False
    resolved = lighter.speaker_id is not None and lighter.speaker_id == other.speaker_id
    # A short saying needs no more stems than it has, where the other has no more either.
    near = SAME_WEIGHT, min(SAME_STEMS, len(other.stems))
    weight, stems = near if resolved and _is_near(lighter, other) else (FAR_WEIGHT, FAR_STEMS)
    shared = lighter.stems & other.stems
    return bool(shared) and len(shared) >= stems and weigh(shared, weights) >= weight * weigh(lighter.stems, weights)


def weigh_stems(quotations: Iterable[frozenset[str]]) -> dict[str, float]:
    """Weight of each stem: the logarithm of how many quotations there are for each one that uses it."""
    stems = list(quotations)
    uses = Counter(chain.from_iterable(stems))
    return {one: math.log(1 + len(stems) / n) for one, n in uses.items()}


def weigh(stems: Iterable[str], weights: Mapping[str, float]) -> float:
    """Weight of `stems` together, the same in whatever order they come."""
    return math.fsum(weights[one] for one in stems)


def to_stems(text: str) -> frozenset[str]:
    """Stems of the words of `text` that say something about a subject."""
    words = (fold_word(match[0]) for match in WORD.finditer(fold(text)))
    return frozenset(stem(word) for word in words if is_term(word))


def mark_differences(text: str, fullest: str) -> list[tuple[str, bool]]:
    """Pieces of `text` in order, each with whether `fullest` has the same words there."""
    placed = list(WORD.finditer(text))
    ours, theirs = [fold_word(match[0]) for match in placed], to_words(fullest)
    pieces: list[tuple[str, bool]] = []
    place = 0
    for tag, first, last, _, _ in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if first == last:
            continue
        end = placed[last].start() if last < len(placed) else len(text)
        pieces.append((text[place:end], tag == "equal"))
        place = end
    return pieces or [(text, True)]


def to_words(text: str) -> list[str]:
    """Folded words of `text`."""
    return [fold_word(match[0]) for match in WORD.finditer(text)]


def _index(sayings: list[Saying[Key]], stems: Iterable[Iterable[str]]) -> Places:
    """Places of `sayings` by whoever may have said them and each of their `stems`."""
    index: Places = {}
    for place, (saying, own) in enumerate(zip(sayings, stems, strict=True)):
        for one in own:
            for speaker in (saying.speaker_id or NOBODY, ANYBODY):
                index.setdefault((speaker, one), []).append(place)
    return index


def _look_up(index: Places, saying: Saying[Key], stems: Iterable[str]) -> list[int]:
    """Places of the sayings with one of `stems` that may be the speaker's."""
    speakers = (ANYBODY,) if saying.speaker_id is None else (saying.speaker_id, NOBODY)
    return sorted({place for one in stems for speaker in speakers for place in index.get((speaker, one), ())})


def _rarest(stems: frozenset[str], weights: Mapping[str, float]) -> list[str]:
    """The fewest stems, rarest first, without one of which another saying cannot agree in enough weight."""
    ordered = sorted(stems, key=lambda one: (-weights[one], one))
    spare = (1 - SAME_WEIGHT) * weigh(stems, weights)
    kept = []
    for one in ordered:
        kept.append(one)
        spare -= weights[one]
        if spare < 0:
            break
    return kept


def _is_near(one: Saying[Key], other: Saying[Key]) -> bool:
    """Whether both may have been said within days; a saying without a date may have been."""
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return True
    return one.earliest <= other.latest + NEAR and other.earliest <= one.latest + NEAR


def _sayings(told: pd.DataFrame) -> Iterator[Saying[str]]:
    columns = ("quotation_id", "article_id", "speaker_id", "text", "date_earliest", "date_latest")
    for key, article_id, speaker_id, text, *days in zip(*(told[name] for name in columns), strict=True):
        earliest, latest = (known(day) for day in days)
        yield Saying(key, article_id, known(speaker_id), to_stems(text), earliest, latest)
