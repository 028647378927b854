"""Happenings: reports of events joined into one row for each real event, ready to be drawn."""

import math
from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from textwrap import shorten
from typing import Any, Literal, NamedTuple

import pandas as pd

from s400data.charts.dates import NO_DATE, interval_words
from s400data.knowledge.countries import countries_by_code
from s400data.tables import value_label

Lanes = Literal["country", "type", "outlet", "none"]

UNKNOWN_OUTLET = "outlet not known"
# Stands between the two parts of a key made of two; no number of an occurrence holds it.
APART = "\t"
# Longest words of a statement in its label, in characters; they lose the marks and commas around them.
LONGEST_WORDS = 90
QUOTES = "\"“”‘’', "
# Lane of the rows that have no value; the layout puts such lanes last.
NO_LANE = {"country": "No country named", "outlet": "No outlet known"}

# Cells that the label of an event is made from.
LABEL_CELLS = ("type", "trigger", "actor_names", "objects", "target_names", "said", "said_kind")
# Cells of the report that speaks for an event.
BEST_CELLS = (
    "occurrence_id",
    "event_id",
    "modality",
    "earliest",
    "latest",
    "precision",
    "actor_text",
    "target_text",
    "lane_country",
    *LABEL_CELLS,
)

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


def join_by_outlet(events: pd.DataFrame) -> pd.DataFrame:
    """One row for each occurrence and outlet, dated as that outlet dates it; columns and counts as in join_reports."""
    outlet = events["outlet"].where(events["outlet"].notna(), "")
    joined = join_reports(events.assign(occurrence_id=events["occurrence_id"] + APART + outlet))
    occurrence = joined["occurrence_id"].str.split(APART, n=1).str[0]
    told = _find_tellers(events)
    sources = pd.Series([told[one].sources for one in occurrence], dtype="int64")
    reports = pd.Series([told[one].reports for one in occurrence], dtype="int64")
    return joined.assign(occurrence_id=occurrence, sources=sources, reports=reports)


def join_reports(events: pd.DataFrame) -> pd.DataFrame:
    """One row for each occurrence in `events` (columns of EVENT_VIEW), with the columns in COLUMNS.

    The report with the narrowest date speaks for the event, the surest one among equals. `sources` counts outlets; an
    article whose outlet is not known counts as one of its own. `reports` counts the reports behind the row.
    """
    best = events.loc[:, list(BEST_CELLS)].iloc[_find_best(events)]
    tellers = _find_tellers(events)
    told = [tellers[one] for one in best["occurrence_id"]]
    joined = best.assign(
        when=list(map(interval_words, best["earliest"], best["latest"], best["precision"])),
        label=[event_label(cells) for cells in best.loc[:, list(LABEL_CELLS)].to_dict("records")],
        who=best["actor_text"],
        to_whom=best["target_text"],
        country=best["lane_country"],
        outlets=pd.Series(["; ".join(one.outlets) for one in told], best.index, dtype="str"),
        sources=pd.Series([one.sources for one in told], best.index, dtype="int64"),
        reports=pd.Series([one.reports for one in told], best.index, dtype="int64"),
    )
    return joined.loc[:, list(COLUMNS)].reset_index(drop=True)


@dataclass(frozen=True, slots=True)
class Difference:
    """Something the sources of one event do not tell alike: (outlet, its words) for each of them."""

    about: str
    told: tuple[tuple[str, str], ...]


def find_differences(reports: pd.DataFrame) -> list[Difference]:
    """What the reports of one event tell differently: its date, whether it happened, its type, who took part.

    A report that leaves something out does not differ, nor do reports that name some of those whom another names.
    """
    told = {
        "Date": list(map(interval_words, reports["earliest"], reports["latest"], reports["precision"])),
        "Reality": [value_label("modality", name).lower() for name in reports["modality"]],
        "Type": [value_label("type", name).lower() for name in reports["type"]],
    }
    if not _is_one_party(reports):
        told["Who"] = list(reports["actor_text"])
    outlets = [name if pd.notna(name) and name else "an unknown outlet" for name in reports["outlet"]]
    found = ((about, tuple(dict.fromkeys(zip(outlets, words, strict=True)))) for about, words in told.items())
    known = ((about, tuple(pair for pair in pairs if pair[1] not in ("", NO_DATE))) for about, pairs in found)
    return [Difference(about, pairs) for about, pairs in known if len({words for _, words in pairs}) > 1]


def _is_one_party(reports: pd.DataFrame) -> bool:
    cells = zip(reports["actor_ids"], reports["target_ids"], strict=True)
    named = [{*actors, *targets} for actors, targets in cells]
    return set().union(*named) in named


def count_sources(reports: pd.DataFrame) -> int:
    """Number of outlets; an article whose outlet is not known counts as one of its own."""
    unknown = reports.loc[reports["outlet"].isna(), "article_id"].nunique()
    return int(reports["outlet"].nunique() + unknown)


def event_label(event: Mapping[Hashable, Any]) -> str:
    """A few words for an `event` (a row of EVENT_VIEW): its trigger and what, or whom, it concerns.

    A statement is told by who made it and by the words, shortened: "Ibrahim Kalin: Ankara was not considering ...".
    """
    words = " ".join(event["trigger"].split())
    actors, objects, targets = event["actor_names"], event["objects"], event["target_names"]
    if event["type"] == "statement" and len(actors):
        return f"{actors[0]}: {_said(event) or words}"
    named = objects if len(objects) else targets
    about = next((name for name in named if name.lower() not in words.lower()), "")
    return f"{words[:1].upper()}{words[1:]}{f' · {about}' if about else ''}"


def _said(event: Mapping[Hashable, Any]) -> str:
    if not isinstance(event["said"], str):
        return ""
    words = shorten(event["said"].strip(QUOTES).removeprefix("that "), LONGEST_WORDS, placeholder="…")
    return f"“{words}”" if event["said_kind"] == "direct" else words


class Tellers(NamedTuple):
    """Who reports an occurrence: the outlets by name, the number of sources, and that of reports."""

    outlets: list[str]
    sources: int
    reports: int


def _find_best(events: pd.DataFrame) -> list[int]:
    """Place of the report that speaks for each occurrence; occurrences in the order they first come in."""
    days = (events["latest"] - events["earliest"]).dt.days.fillna(math.inf)
    best: dict[str, tuple[float, float, int]] = {}
    ranks = zip(days.tolist(), (-events["confidence"]).tolist(), range(len(events)), strict=True)
    for occurrence, rank in zip(events["occurrence_id"].tolist(), ranks, strict=True):
        best[occurrence] = min(best.get(occurrence, rank), rank)
    return [place for _, _, place in best.values()]


def _find_tellers(events: pd.DataFrame) -> dict[str, Tellers]:
    """By occurrence: who reports it."""
    reports: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    cells = (events["occurrence_id"], events["outlet"].fillna(""), events["article_id"])
    for occurrence, outlet, article in zip(*(column.tolist() for column in cells), strict=True):
        reports[occurrence].append((outlet, article))
    return {
        occurrence: Tellers(
            sorted({outlet or UNKNOWN_OUTLET for outlet, _ in own}, key=lambda name: (name.lower(), name)),
            len({(outlet, "" if outlet else article) for outlet, article in own}),
            len(own),
        )
        for occurrence, own in reports.items()
    }


def country_label(code: object) -> str:
    """Name of a country (or NATO, the EU, the UN) by its code; the code itself where it is not listed."""
    country = countries_by_code().get(str(code))
    return country.name if country else str(code)


def with_lanes(happenings: pd.DataFrame, lanes: Lanes) -> pd.DataFrame:
    """`happenings` with the name of its lane in the column "lane".

    In lanes by outlet a row stands once for each outlet it names; join_by_outlet gives rows of one outlet each.
    """
    if lanes == "none":
        return happenings.assign(lane="")
    if lanes == "outlet":
        several = happenings.assign(lane=happenings["outlets"].str.split("; ")).explode("lane", ignore_index=True)
        return several.assign(lane=several["lane"].replace(UNKNOWN_OUTLET, NO_LANE["outlet"]))
    if lanes == "type":
        return happenings.assign(lane=[value_label("type", name) for name in happenings["type"]])
    known = happenings["country"].notna() & (happenings["country"] != "")
    names = [
        country_label(code) if is_known else NO_LANE["country"]
        for code, is_known in zip(happenings["country"], known, strict=True)
    ]
    return happenings.assign(lane=names)
