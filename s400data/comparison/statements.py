"""Statements: quotations of different articles that carry one saying of one speaker, in the order to show them."""

from difflib import SequenceMatcher

import pandas as pd

from s400data.comparison.features import read_features
from s400data.comparison.reports import by_publication, known, name_outlets
from s400data.comparison.sayings import build_sayings, find_same
from s400data.comparison.shingles import to_families
from s400data.comparison.words import WORD, fold_word


def find_statements(quotations: pd.DataFrame) -> pd.DataFrame:
    """Quotations carried by more than one article, as `order_statements` has them, judged by themselves alone.

    Quotations inside others and in headlines are left out.
    """
    told = by_publication(quotations.loc[quotations["within"].isna() & (quotations["section"] == "body")])
    ids = told["quotation_id"].tolist()
    features = [read_features(text) for text in told["text"]]
    days = (told[name].to_numpy(dtype="datetime64[D]") for name in ("date_earliest", "date_latest"))
    speakers = [known(speaker) for speaker in told["speaker_id"]]
    sayings = build_sayings([one.words for one in features], told["article_id"], speakers, *days)
    pairs = find_same(sayings, lambda places: [features[place] for place in places])
    families = to_families(ids, ((ids[one], ids[other]) for one, other in pairs))
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
