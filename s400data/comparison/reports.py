"""Reports: events as outlets told them, with what each says of date, money, numbers and parties.

A frame of reports has the columns of the events table with title, outlet, published, published_precision and the lists
actor_names, target_names and countries of the parties, as `queries.events` returns it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import pandas as pd

from s400data.comparison.figures import Figure, find_figures
from s400data.knowledge.countries import load_countries

UNKNOWN_OUTLET = "Outlet not known"
SENTENCES_KEPT = 4096
HAPPENED = frozenset({"actual", "ongoing"})


@dataclass(frozen=True, slots=True)
class Report:
    """One outlet's report of an event."""

    event_id: str
    occurrence_id: str
    article_id: str
    outlet: str
    published: pd.Timestamp | None
    type: str
    modality: str
    sentence: str
    sentence_start: int
    trigger: str
    trigger_start: int
    earliest: pd.Timestamp | None
    latest: pd.Timestamp | None
    date_text: str | None
    parties: tuple[str, ...]
    countries: frozenset[str]
    objects: frozenset[str]
    place: str | None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Amounts and counts in the sentence."""
        return _figures(self.sentence)

    @property
    def names(self) -> tuple[str, ...]:
        """Parties that are people or bodies, not states."""
        return tuple(dict.fromkeys(party for party in self.parties if party not in _state_names()))

    @property
    def width(self) -> int:
        """Days the date leaves open; a day known exactly leaves none."""
        return (self.latest - self.earliest).days if self.earliest is not None and self.latest is not None else -1


def to_reports(events: pd.DataFrame) -> list[Report]:
    """Reports of a frame of events, oldest article first; undated articles last."""
    return [_report(row) for row in _rows(by_publication(events))]


def group_reports(events: pd.DataFrame) -> dict[str, list[Report]]:
    """Reports by occurrence, oldest article first in each."""
    groups: dict[str, list[Report]] = {}
    for report in to_reports(events):
        groups.setdefault(report.occurrence_id, []).append(report)
    return groups


def by_publication(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows of `frame` from the oldest article to the newest; those without a date come last."""
    return frame.sort_values(["published", "article_id"], kind="stable", na_position="last")


def name_outlets(frame: pd.DataFrame) -> pd.DataFrame:
    """Frame with missing outlets named as not known, so that they group as what they are."""
    return frame.assign(outlet=frame["outlet"].astype("object").where(frame["outlet"].notna(), UNKNOWN_OUTLET))


def order_outlets(outlets: Iterable[str]) -> list[str]:
    """Outlets by name; the unknown one last."""
    return sorted(set(outlets), key=lambda outlet: (outlet == UNKNOWN_OUTLET, outlet.casefold()))


def known(value: Any) -> Any:  # noqa: ANN401 - a cell of any column
    """Cell, or None where it is missing."""
    return None if value is None or (not isinstance(value, list | tuple) and pd.isna(value)) else value


def _rows(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    columns = list(frame.columns)
    return (dict(zip(columns, cells, strict=True)) for cells in frame.itertuples(index=False, name=None))


@lru_cache(maxsize=SENTENCES_KEPT)
def _figures(sentence: str) -> tuple[Figure, ...]:
    return tuple(find_figures(sentence))


@cache
def _state_names() -> frozenset[str]:
    return frozenset(country.name for country in load_countries())


def _report(row: dict[str, Any]) -> Report:
    exact = known(row["published"]) is not None and row["published_precision"] == "day"
    return Report(
        row["event_id"],
        row["occurrence_id"],
        row["article_id"],
        known(row["outlet"]) or UNKNOWN_OUTLET,
        row["published"] if exact else None,
        row["type"],
        row["modality"],
        row["sentence"],
        int(row["sentence_start"]),
        row["trigger"],
        int(row["trigger_start"]),
        known(row["earliest"]),
        known(row["latest"]),
        known(row["date_text"]),
        tuple(known(row["actor_names"]) or ()) + tuple(known(row["target_names"]) or ()),
        frozenset(known(row["countries"]) or ()),
        frozenset(known(row["objects"]) or ()),
        known(row["place"]),
    )
