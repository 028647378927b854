"""Statements: quotations of different articles that carry the same words of one speaker.

Only words count: the same thought in other words is not found, and two speakers are never joined. A quotation whose
speaker is not resolved joins by its words alone.
"""

from difflib import SequenceMatcher

import pandas as pd

from s400data.comparison.reports import by_publication, name_outlets
from s400data.comparison.shingles import count_shared, to_families, to_shingles
from s400data.comparison.words import WORD, fold_word

SIZE = 3
# A shared run shorter than this may be a phrase of the affair ("the purchase of the S-400").
LONGEST_RUN = 5
# Share of the shorter version's words that stand, in order, in the other one.
SAME_WORDS = 0.5


def find_statements(quotations: pd.DataFrame) -> pd.DataFrame:
    """Quotations carried by more than one article: their columns and statement (number), versions, outlets.

    The fullest version of a statement comes first. Quotations inside others and in headlines are left out.
    """
    told = name_outlets(quotations.loc[quotations["within"].isna() & (quotations["section"] == "body")])
    told = by_publication(told).set_index("quotation_id", drop=False)
    words = {key: to_words(text) for key, text in told["text"].items()}
    shared = count_shared({key: to_shingles(found, SIZE) for key, found in words.items()})
    speaker = told["speaker_id"].to_dict()
    article = told["article_id"].to_dict()
    pairs = [
        (one, other)
        for one, other in shared
        if article[one] != article[other]
        and _may_be_one(speaker[one], speaker[other])
        and is_same(words[one], words[other])
    ]
    families = [family for family in to_families(told["quotation_id"], pairs) if len(family) > 1]
    return _rows(told, families)


def is_same(one: list[str], other: list[str]) -> bool:
    """Whether two versions carry the same statement: a long run of shared words, and half of the shorter in all."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    longest = max(block.size for block in blocks)
    return longest >= LONGEST_RUN and sum(block.size for block in blocks) >= SAME_WORDS * min(len(one), len(other))


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


def _may_be_one(one: object, other: object) -> bool:
    resolved = isinstance(one, str) and isinstance(other, str)
    return not resolved or one == other


def _rows(told: pd.DataFrame, families: list[list[str]]) -> pd.DataFrame:
    length = told["text"].str.len()
    order = [key for family in families for key in sorted(family, key=lambda key: -int(length[key]))]
    number = {key: n for n, family in enumerate(families) for key in family}
    rows = told.loc[order].reset_index(drop=True)
    statement = rows["quotation_id"].map(number).astype("int64")
    grouped = rows.groupby(statement.rename("statement"))
    return rows.assign(
        statement=statement,
        versions=statement.map(grouped.size()),
        outlets=statement.map(grouped["outlet"].nunique()),
    )
