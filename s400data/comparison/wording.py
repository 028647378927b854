"""Wording: terms that set an outlet apart, and the names it chooses for the same thing.

Weighted log-odds with an informative Dirichlet prior: Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis
16 (2008), equations 15, 16, 19, 20 and 22. The prior is the use of each term by everybody.
"""

import re
from collections.abc import Iterator
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from s400data.comparison.words import PAIR, Stretch
from s400data.knowledge.wordings import Choice, load_wordings
from s400data.records import Mention

# The prior weighs as much as the words of one article of usual length, so no single article sets an outlet apart.
PRIOR_WORDS = 500
MIN_USES = 3
COUNTED = ("everybody", "here", "there")
# Two-sided 95 %.
BOUND = 1.959963984540054


def compare_wording(
    counts: pd.DataFrame, *, min_uses: int = MIN_USES, prior_words: float = PRIOR_WORDS
) -> pd.DataFrame:
    """Log-odds of each term of `counts` (from `count_terms`) between those here and those there.

    Columns: term, here, there (uses), articles, here_total, there_total, log_odds, low, high, z, set_apart. Terms used
    fewer than `min_uses` times in both together are left out after counting. Largest z first.
    One term alone has no odds.
    """
    used = (counts["here"] + counts["there"] > 0).to_numpy()
    # Single words and pairs are two vocabularies: a pair uses its words a second time.
    is_pair = (counts["term"] & PAIR).astype(bool).to_numpy()
    vocabularies = [some for some in (used & ~is_pair, used & is_pair) if some.sum() > 1]
    scored = [_score(counts, some, min_uses, prior_words) for some in vocabularies or [np.zeros(len(counts), bool)]]
    return pd.concat(scored).sort_values(["z", "term"], ascending=[False, True], ignore_index=True)


def _score(counts: pd.DataFrame, used: "npt.NDArray[np.bool_]", min_uses: int, prior_words: float) -> pd.DataFrame:
    everybody, here_total, there_total = (int(counts[name].to_numpy()[used].sum()) for name in COUNTED)
    often = used & (counts["here"] + counts["there"] >= min_uses).to_numpy()
    kept = counts.loc[often, ["term", "here", "there", "articles"]]
    prior = counts["everybody"].to_numpy(float)[often] * prior_words / max(everybody, 1)
    here, there = kept["here"].to_numpy(float), kept["there"].to_numpy(float)
    odds = np.log((here + prior) / (here_total + prior_words - here - prior))
    others = np.log((there + prior) / (there_total + prior_words - there - prior))
    spread = np.sqrt(1 / (here + prior) + 1 / (there + prior))
    difference = odds - others
    return kept.assign(
        here_total=here_total,
        there_total=there_total,
        log_odds=difference,
        low=difference - BOUND * spread,
        high=difference + BOUND * spread,
        z=difference / spread,
        set_apart=np.abs(difference / spread) > BOUND,
    )


def find_names(stretch: Stretch) -> Iterator[tuple[str, str, Mention]]:
    """Names of listed things in `stretch`: thing, name, place."""
    for wording in load_wordings():
        for choice in wording.choices:
            for span in stretch.spans:
                for match in _pattern(choice).finditer(stretch.text, *span):
                    yield wording.thing, choice.name, Mention(match.start(), match.end(), match[0])


@cache
def _pattern(choice: Choice) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(choice.words, key=len, reverse=True))
    # A headline may capitalise any word; a name that is written with a capital keeps it ("US" is not "us").
    folded = re.IGNORECASE if all(word == word.lower() for word in choice.words) else 0
    return re.compile(rf"(?<![\w-])(?:{words})(?!\w)", folded)
