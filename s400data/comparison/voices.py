"""Voices: whom each outlet lets speak, how much, in their own words or in paraphrase, and on which side.

What is counted are the rows of `voiced`.

Quotations inside other quotations and those of headlines are left out: they repeat words that are counted already.
"""

from typing import Any

import pandas as pd

from s400data.comparison.cues import find_leaning
from s400data.comparison.reports import UNKNOWN_OUTLET, order_outlets

NOT_RESOLVED = "Speaker not resolved"
COUNTRY_NOT_KNOWN = "Country not known"
# Readers who stop early read about the first third.
EARLY = 1 / 3
MANNERS = ("direct", "mixed", "indirect")
SIDES = ("supports", "opposes", "neutral", "undecided")


def voiced(quotations: pd.DataFrame) -> pd.DataFrame:
    """Quotations that count as voices, with a column for each thing that is counted of them added.

    `quotations` has the columns of `queries.voices`.
    """
    kept = quotations.loc[~quotations["repeats"]]
    manner = kept["kind"].astype("object")
    return kept.assign(
        outlet=_known_or(kept["outlet"], UNKNOWN_OUTLET),
        voice=_known_or(kept["speaker_name"], NOT_RESOLVED),
        country=_known_or(kept["speaker_country"], COUNTRY_NOT_KNOWN),
        early=kept["place"] < EARLY,
        unresolved=kept["speaker_id"].isna(),
        unnamed=kept["speaker_kind"].astype("object") == "unnamed",
        **{kind: manner == kind for kind in MANNERS},
    )


def _known_or(cells: "pd.Series[Any]", unknown: str) -> "pd.Series[Any]":
    """Cells as categories, of which `unknown` stands for those that are missing."""
    categories = cells.astype("category").cat
    return categories.set_categories([*categories.categories.drop(unknown, errors="ignore"), unknown]).fillna(unknown)


def count_voices(told: pd.DataFrame, by: str = "country") -> pd.DataFrame:
    """Rows outlet and voice (`by` is "country" or "voice"), and what `sum_voices` counts of them.

    Most statements first within each outlet.
    """
    counted = (
        told.groupby(["outlet", by], sort=False, observed=True)
        .agg(
            statements=("words", "size"),
            words=("words", "sum"),
            direct=("direct", "sum"),
            mixed=("mixed", "sum"),
            indirect=("indirect", "sum"),
            early=("early", "sum"),
            articles=("article_id", "nunique"),
        )
        .reset_index()
        .rename(columns={by: "voice"})
        .astype({"outlet": "object", "voice": "object"})
    )
    return counted.sort_values(["outlet", "statements", "voice"], ascending=[True, False, True], ignore_index=True)


def sum_by_voice(counted: pd.DataFrame) -> pd.DataFrame:
    """Rows of `count_voices` of all outlets added up by voice, most statements first, with the number of outlets."""
    numbers = ["statements", "words", "direct", "mixed", "indirect", "early", "articles"]
    grouped = counted.groupby("voice")
    summed = grouped[numbers].sum().assign(outlets=grouped["outlet"].nunique()).reset_index()
    return summed.sort_values(["statements", "voice"], ascending=[False, True], ignore_index=True)


def sum_voices(told: pd.DataFrame) -> pd.DataFrame:
    """One row for each outlet: articles, statements, words and voices, and how many statements are of each manner.

    These are direct, mixed, indirect, early (in the first third of their article), unnamed and unresolved.
    """
    grouped = told.groupby("outlet", observed=True)
    sums = grouped[["words", *MANNERS, "early", "unnamed", "unresolved"]].sum().astype(int)
    counts = sums.assign(
        statements=grouped.size(), voices=grouped["speaker_id"].nunique(), articles=grouped["article_id"].nunique()
    )
    return counts.reindex(order_outlets(counts.index)).rename_axis("outlet").reset_index()[list(SUM_COLUMNS)]


SUM_COLUMNS = (
    "outlet",
    "statements",
    "words",
    "voices",
    "direct",
    "mixed",
    "indirect",
    "early",
    "unnamed",
    "unresolved",
    "articles",
)


def count_sides(told: pd.DataFrame) -> pd.DataFrame:
    """Rows outlet and side with statements and share among the outlet's decided ones; undecided has no share."""
    counts = told.groupby(["outlet", "overall"], observed=True).size().unstack(fill_value=0)
    counts = counts.reindex(columns=list(SIDES), fill_value=0).rename_axis(columns=None)
    counts.index = counts.index.astype("object")
    decided = counts.drop(columns="undecided").sum(axis=1)
    long = counts.reset_index().melt("outlet", list(SIDES), var_name="side", value_name="statements")
    share = long["statements"] / long["outlet"].map(decided).where(lambda n: n > 0)
    return long.assign(share=share.where(long["side"] != "undecided"), decided=long["outlet"].map(decided))


def count_cues(told: pd.DataFrame) -> pd.DataFrame:
    """Rows outlet and cue (the word of saying in lower case) with its leaning and statements; "" where none is listed.

    Quotations without a cue are left out.
    """
    told = told.loc[told["cue"].notna()]
    counted = told.groupby(["cue", "outlet"], observed=True).size().rename("statements").reset_index()
    named = counted.assign(
        cue=[str(cue).casefold() for cue in counted["cue"]], outlet=counted["outlet"].astype("object")
    )
    found: pd.DataFrame = named.groupby(["cue", "outlet"])[["statements"]].sum().reset_index()
    found = found.assign(leaning=[find_leaning(cue) or "" for cue in found["cue"]])
    return found.sort_values(["statements", "cue"], ascending=[False, True], ignore_index=True)
