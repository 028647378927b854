"""Pairs: what two articles both tell and both quote, and what only one of them does, at its places in their texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from s400data.comparison.conflicts import About, find_facts
from s400data.comparison.reports import known, to_reports
from s400data.comparison.statements import find_statements
from s400data.comparison.words import Span

Kind = Literal["event", "statement"]


@dataclass(frozen=True, slots=True)
class Shared:
    """An event or a statement with its places in both articles, empty in the one that has none.

    `about` is the type of the event or the speaker (None where not resolved), `differs` names the questions on which
    the two articles contradict each other.
    """

    kind: Kind
    about: str | None
    one: tuple[Span, ...]
    other: tuple[Span, ...]
    differs: tuple[About, ...] = ()

    @property
    def is_shared(self) -> bool:
        """Whether both articles have it."""
        return bool(self.one and self.other)


def align_articles(events: pd.DataFrame, quotations: pd.DataFrame, one: str, other: str) -> list[Shared]:
    """Events and statements of the articles `one` and `other`, in the order of the first, then of the second.

    The frames have the columns of `queries.events` and `queries.quotations`; rows of other articles are left out.
    Quotations inside others and in headlines are no statements of their own.
    """
    pair = (one, other)
    told = events.loc[events["article_id"].isin(pair)]
    said = quotations.loc[quotations["article_id"].isin(pair)]
    said = said.loc[said["within"].isna() & (said["section"] == "body")]
    found = [*_events(told, pair), *_statements(said, pair)]
    return sorted(found, key=lambda shared: (not shared.one, (shared.one or shared.other)[0]))


def _events(told: pd.DataFrame, pair: tuple[str, str]) -> Iterable[Shared]:
    for _, rows in told.groupby("occurrence_id", sort=False):
        differs = dict.fromkeys(fact.about for fact in find_facts(to_reports(rows)) if fact.against)
        one, other = ([_event_span(row) for row in _rows(rows, article)] for article in pair)
        yield Shared("event", str(rows["type"].iloc[0]), tuple(one), tuple(other), tuple(differs))


def _statements(said: pd.DataFrame, pair: tuple[str, str]) -> Iterable[Shared]:
    statement = find_statements(said).set_index("quotation_id")["statement"]
    families = said["quotation_id"].map(statement).astype("object")
    # A quotation that nobody else carries is a statement by itself.
    families = families.where(families.notna(), said["quotation_id"])
    for _, rows in said.groupby(families, sort=False):
        one, other = ([span for row in _rows(rows, article) for span in _spans(row)] for article in pair)
        yield Shared("statement", known(rows["speaker_name"].iloc[0]), tuple(one), tuple(other))


def _rows(frame: pd.DataFrame, article_id: str) -> list[dict[str, Any]]:
    own = frame.loc[frame["article_id"] == article_id]
    return [dict(zip(own.columns, cells, strict=True)) for cells in own.itertuples(index=False, name=None)]


def _event_span(row: dict[str, Any]) -> Span:
    return int(row["trigger_start"]), int(row["trigger_end"])


def _spans(row: dict[str, Any]) -> list[Span]:
    return [(int(start), int(end)) for start, end in known(row["content"]) or ()]
