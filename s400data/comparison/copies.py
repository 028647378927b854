"""Copies: text that articles share outside quotations, so that one wire story is not counted as many voices.

Two articles that quote the same words share a statement, not a text; direct and mixed quotations are left out first.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np
import pandas as pd

from s400data.comparison.prints import Hashes
from s400data.comparison.shingles import count_shared, to_families
from s400data.comparison.words import WORD, Stretch, fold_word
from s400data.records import Mention

# Share of the shorter article's runs found in the other: from here on the two have one origin. Light edits leave more
# than half, a paragraph of background that an agency repeats in every story makes up less than a third.
ONE_ORIGIN = 0.4
# Below this share what two articles have in common are names and phrases of the affair.
LEAST_SHARE = 0.1
# A passage shorter than this is no passage to show.
SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of two articles with the same words."""

    one: Mention
    other: Mention
    words: int


def find_copies(runs: Mapping[str, Hashes], among: Collection[str] | None = None) -> pd.DataFrame:
    """Pairs of articles that share text, most first; `runs` are those of `find_runs`, by article.

    One of the two is `among` some, where these are given. Columns: one, other (article_id), share (of the shorter one's
    runs), runs, one_origin. Pairs that share less than a tenth are left out.
    """
    articles, texts = list(runs), list(runs.values())
    new = None if among is None else np.array([article in among for article in articles], dtype=bool)
    rows = []
    for one, other, shared in count_shared(texts, new):
        share = shared / min(len(texts[one]), len(texts[other]))
        if share >= LEAST_SHARE:
            rows.append((articles[one], articles[other], share, shared))
    return to_copies(rows)


def to_copies(rows: list[tuple[str, str, float, int]]) -> pd.DataFrame:
    """Pairs of articles with their share and runs as `find_copies` has them."""
    found = pd.DataFrame(rows, columns=["one", "other", "share", "runs"])
    found = found.assign(one_origin=found["share"] >= ONE_ORIGIN)
    return found.sort_values(["share", "runs"], ascending=False, kind="stable", ignore_index=True)


def find_origins(articles: pd.DataFrame, copies: pd.DataFrame) -> pd.DataFrame:
    """Rows article_id and origin: articles of one origin share the number of the earliest of them."""
    order = articles.sort_values(["published", "article_id"], na_position="last")["article_id"]
    joined = copies.loc[copies["one_origin"]]
    families = to_families(order, zip(joined["one"], joined["other"], strict=True))
    return pd.DataFrame(
        [(article, family[0]) for family in families for article in family], columns=["article_id", "origin"]
    )


def find_passages(one: Stretch, other: Stretch) -> list[Passage]:
    """Passages of at least eight words that two stretches share, longest first."""
    ours, theirs = _placed(one), _placed(other)
    matcher = SequenceMatcher(None, [word for word, _, _ in ours], [word for word, _, _ in theirs], autojunk=False)
    passages = [
        Passage(_cut(one, ours, block.a, block.size), _cut(other, theirs, block.b, block.size), block.size)
        for block in matcher.get_matching_blocks()
        if block.size >= SHORTEST
    ]
    return sorted(passages, key=lambda passage: -passage.words)


def _placed(stretch: Stretch) -> list[tuple[str, int, int]]:
    """Words with their places; a break that matches nothing stands between spans."""
    placed: list[tuple[str, int, int]] = []
    for number, span in enumerate(stretch.spans):
        placed += [(fold_word(match[0]), *match.span()) for match in WORD.finditer(stretch.text, *span)]
        placed.append((f"\0{stretch.article_id}{number}", span[1], span[1]))
    return placed


def _cut(stretch: Stretch, placed: list[tuple[str, int, int]], first: int, size: int) -> Mention:
    start, end = placed[first][1], placed[first + size - 1][2]
    return Mention(start, end, stretch.text[start:end])
