"""Positions: what a speaker says on each target over time, every statement once, and where that changes."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from s400data.comparison.statements import to_words

STANCE = ("target", "polarity", "posture")
COLUMNS = (
    *STANCE, "quotation_id", "article_id", "text", "kind", "outlet", "published",
    "published_precision", "date_earliest", "date_latest", "versions",
)  # fmt: skip
UNDECIDED = "unclear"
NO_TARGET = "none-listed"
# Between these a change is a shift; what is conditional or open may become either without one.
DECIDED = ("supports", "opposes")


def find_positions(quotations: pd.DataFrame, statements: Mapping[str, int]) -> pd.DataFrame:
    """A row for each statement and target it takes a position on, oldest first, undated last, with COLUMNS.

    `statements` has the number of the statement that each quotation carries. Of those that carry one only the fullest
    counts, in `versions` they are numbered. A position that is not decided is "unclear". Headlines and quotations
    inside others count where nothing else carries them.
    """
    told = _once(quotations, quotations["quotation_id"].map(statements))
    cells = told[[name for name in COLUMNS if name not in STANCE]].to_dict("records")
    rows = [
        {**row, **{name: stance[name] for name in (*STANCE, "band")}}
        for row, stances in zip(cells, told["stances"], strict=True)
        for stance in stances
        if stance["target"] != NO_TARGET
    ]
    found = pd.DataFrame(rows, columns=[*COLUMNS, "band"])
    decided = found["band"] != "not decided"
    found = found.assign(polarity=np.where(decided, found["polarity"], UNDECIDED))
    return found[list(COLUMNS)].sort_values(["date_earliest", "article_id", "quotation_id"], ignore_index=True)


def find_shifts(positions: pd.DataFrame) -> pd.DataFrame:
    """Pairs of dated statements on one target, from `find_positions`, between which a speaker changes sides.

    Columns: target, before, after (polarity), and for each of the two its quotation_id, article_id, text, day.
    """
    dated = positions.loc[positions["date_earliest"].notna() & positions["polarity"].isin(DECIDED)]
    rows = []
    for target, own in dated.groupby("target", sort=True):
        # Statements of one day that differ tell no order.
        days = own.groupby("date_earliest")["polarity"].nunique()
        clear = own.loc[own["date_earliest"].map(days) == 1].to_dict("records")
        for one, other in pairwise(clear):
            if one["polarity"] != other["polarity"]:
                rows.append({"target": target, **_part(one, "before"), **_part(other, "after")})
    parts = ("", "_quotation_id", "_article_id", "_text", "_day")
    return pd.DataFrame(rows, columns=["target", *(f"{when}{part}" for when in ("before", "after") for part in parts)])


def _part(row: Mapping[Any, Any], when: str) -> dict[str, object]:
    cells = {f"{when}_{name}": row[name] for name in ("quotation_id", "article_id", "text")}
    return {when: row["polarity"], **cells, f"{when}_day": row["date_earliest"]}


def _once(quotations: pd.DataFrame, statement: "pd.Series[int]") -> pd.DataFrame:
    """Quotations that stand for a statement each, with the number of `versions` it has."""
    counted = quotations.assign(versions=statement.map(statement.value_counts()), statement=statement)
    fullest_first = counted.assign(length=-counted["text"].str.len()).sort_values(["length", "quotation_id"])
    told = counted.loc[fullest_first.drop_duplicates("statement").index.sort_values()]
    # An article may quote a statement inside another one, or repeat its headline.
    words = [" ".join(to_words(text)) for text in told["text"]]
    return told.loc[~told.assign(words=words).duplicated(["article_id", "speaker_id", "words"])]
