"""Voices: whom each outlet lets speak, how much, in their own words or in paraphrase, and on which side.

What is counted are the rows of `voiced`.

Quotations inside other quotations and those of headlines are left out: they repeat words that are counted already.
"""

import pandas as pd

from s400data.comparison.reports import name_outlets, order_outlets

NOT_RESOLVED = "Speaker not resolved"
COUNTRY_NOT_KNOWN = "Country not known"
# Readers who stop early read about the first third.
EARLY = 1 / 3
SIDES = ("supports", "opposes", "neutral", "undecided")


def voiced(quotations: pd.DataFrame) -> pd.DataFrame:
    """Quotations that count as voices, with columns words, voice, country, is_early, is_unnamed and is_resolved added.

    `quotations` has the columns of `queries.voices`.
    """
    kept = name_outlets(quotations.loc[quotations["within"].isna() & (quotations["section"] == "body")])
    resolved = kept["speaker_id"].notna()
    return kept.assign(
        words=kept["text"].str.count(r"\S+").astype(int),
        voice=kept["speaker_name"].astype("object").where(resolved, NOT_RESOLVED),
        country=kept["speaker_country"].astype("object").where(kept["speaker_country"].notna(), COUNTRY_NOT_KNOWN),
        is_early=kept["place"] < EARLY,
        is_resolved=resolved,
        is_unnamed=(kept["speaker_kind"] == "unnamed").fillna(False).astype(bool),
    )


def count_voices(told: pd.DataFrame, by: str = "country") -> pd.DataFrame:
    """Rows outlet and voice (`by` is "country" or "voice"), and what `sum_voices` counts of them.

    Most statements first within each outlet.
    """
    for kind in ("direct", "mixed", "indirect"):
        told = told.assign(**{kind: (told["kind"] == kind).astype(int)})
    counted = (
        told.groupby(["outlet", by], sort=False)
        .agg(
            statements=("quotation_id", "size"),
            words=("words", "sum"),
            direct=("direct", "sum"),
            mixed=("mixed", "sum"),
            indirect=("indirect", "sum"),
            early=("is_early", "sum"),
            articles=("article_id", "nunique"),
        )
        .reset_index()
        .rename(columns={by: "voice"})
    )
    return counted.sort_values(["outlet", "statements", "voice"], ascending=[True, False, True], ignore_index=True)


def sum_voices(told: pd.DataFrame) -> pd.DataFrame:
    """One row for each outlet: articles, statements, words and voices, and how many statements are of each manner.

    These are direct, mixed, indirect, early (in the first third of their article), unnamed and unresolved.
    """
    by_outlet = {outlet: told.loc[told["outlet"] == outlet] for outlet in order_outlets(told["outlet"])}
    rows = [
        {
            "outlet": outlet,
            "statements": len(own),
            "words": int(own["words"].sum()),
            "voices": int(own["speaker_id"].nunique()),
            "direct": int((own["kind"] == "direct").sum()),
            "mixed": int((own["kind"] == "mixed").sum()),
            "indirect": int((own["kind"] == "indirect").sum()),
            "early": int(own["is_early"].sum()),
            "unnamed": int(own["is_unnamed"].sum()),
            "unresolved": int((~own["is_resolved"]).sum()),
            "articles": int(own["article_id"].nunique()),
        }
        for outlet, own in by_outlet.items()
    ]
    return pd.DataFrame(rows, columns=list(SUM_COLUMNS))


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
    counts = pd.crosstab(told["outlet"], told["overall"]).reindex(columns=list(SIDES), fill_value=0)
    decided = counts.drop(columns="undecided").sum(axis=1)
    long = counts.reset_index().melt("outlet", list(SIDES), var_name="side", value_name="statements")
    share = long["statements"] / long["outlet"].map(decided).where(lambda n: n > 0)
    return long.assign(share=share.where(long["side"] != "undecided"), decided=long["outlet"].map(decided))


def count_cues(told: pd.DataFrame) -> pd.DataFrame:
    """Rows outlet and cue (the word of saying in lower case) with statements; quotations without a cue are left out."""
    told = told.loc[told["cue"].notna()]
    cues = told.assign(cue=told["cue"].str.casefold())
    return (
        cues.groupby(["cue", "outlet"])
        .agg(statements=("quotation_id", "size"), quotation_ids=("quotation_id", tuple))
        .reset_index()
        .sort_values(["statements", "cue"], ascending=[False, True], ignore_index=True)
    )
