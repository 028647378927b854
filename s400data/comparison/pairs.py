"""Pairs: what two articles both tell and both quote, and what only one of them does, at its places in their texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from s400data.comparison.conflicts import About, find_opponents
from s400data.comparison.reports import Report, group_reports, known
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
    for reports in group_reports(told).values():
        one, other = (
            tuple(_trigger_span(report) for report in reports if report.article_id == article) for article in pair
        )
        differs = dict.fromkeys(about for about, _ in find_opponents(reports))
        yield Shared("event", reports[0].type, one, other, tuple(differs))


def _statements(said: pd.DataFrame, pair: tuple[str, str]) -> Iterable[Shared]:
    statement = find_statements(said).set_index("quotation_id")["statement"]
    families = said["quotation_id"].map(statement).astype("object")
    # A quotation that nobody else carries is a statement by itself.
    families = families.where(families.notna(), said["quotation_id"])
    for _, rows in said[["article_id", "speaker_name", "content"]].groupby(families, sort=False):
        own = list(rows.itertuples(index=False, name=None))
        one, other = (
            tuple(span for article, _, content in own if article == wanted for span in _spans(content))
            for wanted in pair
        )
        yield Shared("statement", known(own[0][1]), one, other)


def _trigger_span(report: Report) -> Span:
    return report.trigger_start, report.trigger_start + len(report.trigger)


def _spans(content: Any) -> list[Span]:  # noqa: ANN401 - a cell of spans
    return [(int(start), int(end)) for start, end in known(content) or ()]
