"""Happenings: reports of events joined into one row for each real event, ready to be drawn."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from s400data.charts.dates import interval_words
from s400data.knowledge.countries import countries_by_code
from s400data.tables import value_label

Lanes = Literal["country", "type", "outlet", "none"]

# Lane of the rows that have no value; the layout puts such lanes last.
NO_LANE = {"country": "No country named", "outlet": "No outlet known"}

COLUMNS = (
    "occurrence_id",
    "event_id",
    "type",
    "modality",
    "earliest",
    "latest",
    "precision",
    "when",
    "label",
    "who",
    "to_whom",
    "country",
    "outlets",
    "sources",
    "reports",
)


def join_reports(events: pd.DataFrame) -> pd.DataFrame:
    """One row for each occurrence in `events` (columns of EVENT_VIEW), with the columns in COLUMNS.

    The report with the narrowest date speaks for the event, the surest one among equals. `sources` counts outlets; an
    article whose outlet is not known counts as one of its own. `reports` counts the reports behind the row.
    """
    rows = [_join(key, group) for key, group in events.groupby("occurrence_id", sort=False)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


@dataclass(frozen=True, slots=True)
class Difference:
    """Something the sources of one event do not tell alike: (outlet, its words) for each of them."""

    about: str
    told: tuple[tuple[str, str], ...]


def find_differences(reports: pd.DataFrame) -> list[Difference]:
    """What the reports of one event tell differently: its date, whether it happened, who took part."""
    told = {
        "Date": list(map(interval_words, reports["earliest"], reports["latest"], reports["precision"])),
        "Reality": [value_label("modality", name).lower() for name in reports["modality"]],
        "Type": [value_label("type", name).lower() for name in reports["type"]],
        "Who": [name or "nobody by name" for name in reports["actor_text"]],
    }
    outlets = [name if pd.notna(name) and name else "an unknown outlet" for name in reports["outlet"]]
    found = ((about, tuple(dict.fromkeys(zip(outlets, words, strict=True)))) for about, words in told.items())
    return [Difference(about, pairs) for about, pairs in found if len({words for _, words in pairs}) > 1]


def count_sources(reports: pd.DataFrame) -> int:
    """Number of outlets; an article whose outlet is not known counts as one of its own."""
    unknown = reports.loc[reports["outlet"].isna(), "article_id"].nunique()
    return int(reports["outlet"].nunique() + unknown)


def event_label(row: pd.Series) -> str:
    """A few words for an event: its trigger and what, or whom, it concerns; for a statement, who made it."""
    trigger = " ".join(str(row["trigger"]).split())
    if row["type"] == "statement" and len(row["actor_names"]):
        return f"{row['actor_names'][0]}: {trigger}"
    named = [str(name) for name in row["objects"]] or [str(name) for name in row["target_names"]]
    about = next((name for name in named if name.lower() not in trigger.lower()), "")
    return f"{trigger[:1].upper()}{trigger[1:]}{f' · {about}' if about else ''}"


def _join(key: Hashable, group: pd.DataFrame) -> tuple[object, ...]:
    days = (group["latest"] - group["earliest"]).rename("days")
    ranked = group.assign(days=days).sort_values(["days", "confidence"], ascending=[True, False], na_position="last")
    best = ranked.iloc[0]
    outlets = [name for name in group["outlet"].dropna().unique() if name]
    unknown = group.loc[group["outlet"].isna(), "article_id"].nunique()
    return (
        key,
        best["event_id"],
        best["type"],
        best["modality"],
        best["earliest"],
        best["latest"],
        best["precision"],
        interval_words(best["earliest"], best["latest"], best["precision"]),
        event_label(best),
        best["actor_text"],
        best["target_text"],
        best["lane_country"],
        "; ".join(sorted(outlets) + ["outlet not known"] * bool(unknown)),
        len(outlets) + unknown,
        len(group),
    )


def country_label(code: object) -> str:
    """Name of a country (or NATO, the EU, the UN) by its code; the code itself where it is not listed."""
    country = countries_by_code().get(str(code))
    return country.name if country else str(code)


def with_lanes(happenings: pd.DataFrame, lanes: Lanes) -> pd.DataFrame:
    """`happenings` with the name of its lane in the column "lane".

    In lanes by outlet a row stands once for each outlet that reports it.
    """
    if lanes == "none":
        return happenings.assign(lane="")
    if lanes == "outlet":
        several = happenings.assign(lane=happenings["outlets"].str.split("; ")).explode("lane", ignore_index=True)
        return several.assign(lane=several["lane"].replace("outlet not known", NO_LANE["outlet"]))
    if lanes == "type":
        return happenings.assign(lane=[value_label("type", name) for name in happenings["type"]])
    known = happenings["country"].notna() & (happenings["country"] != "")
    names = [
        country_label(code) if is_known else NO_LANE["country"]
        for code, is_known in zip(happenings["country"], known, strict=True)
    ]
    return happenings.assign(lane=names)
