"""Readings: what the quote explorer asks of the store, as functions the cache can keep (store first, then values)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from pages.shared.components.labels import is_known, published, rows_of
from s400data import queries
from s400data.comparison import find_positions, find_statements
from s400data.queries import Selection
from s400data.store import Store

# Outlets that carry one statement do so within days of each other.
NEAR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Carrier:
    """Another quotation that carries the same statement, and where it stands."""

    quotation_id: str
    article_id: str
    outlet: str
    published: str


def article_text(store: Store, article_id: str) -> str:
    """Text of one article; "" where it is gone."""
    view = queries.article(store, article_id)
    return "" if view is None else str(view.article.iloc[0]["text"])


def carriers(store: Store, shown: tuple[str, ...]) -> dict[str, list[Carrier]]:
    """For each quotation of `shown` that other articles carry, those others; speakers not resolved are left out."""
    told = queries.quotations_by_id(store, shown)
    told = told.loc[told["speaker_id"].notna()]
    if told.empty:
        return {}
    around = Selection(
        actors=tuple(sorted(set(told["speaker_id"]))),
        start=_day(told["date_earliest"].min(), -NEAR),
        end=_day(told["date_latest"].max(), NEAR),
    )
    dated = told["date_earliest"].notna().all()
    found = find_statements(queries.quotations(store, around if dated else Selection(actors=around.actors)))
    return {key: others for key in shown if (others := list(_others(found, key)))}


def positions(store: Store, selection: Selection) -> pd.DataFrame:
    """What is said on each target, every statement once."""
    return find_positions(queries.quotations(store, selection))


def counterparts(store: Store, selection: Selection, speaker_id: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Whom a speaker speaks to, and whom they name in what they say: label and number of quotations, most first.

    Whoever is spoken to and is no actor known stands as written, in quotation marks.
    """
    to = queries.addressed_in_quotations(store, selection)
    # Quotation marks tell words as they are written from the name of an actor.
    as_written = "“" + to["actor_name"] + "”"
    about = queries.named_in_quotations(store, selection)
    about = about.loc[about["actor_id"] != speaker_id]
    return (
        pd.DataFrame({"label": to["actor_name"].where(to["actor_id"].notna(), as_written), "n": to["n"]}),
        about[["actor_name", "n"]].rename(columns={"actor_name": "label"}),
    )


def _others(found: pd.DataFrame, key: str) -> Iterator[Carrier]:
    own = found.loc[found["quotation_id"] == key, "statement"]
    for row in rows_of(found.loc[found["statement"].isin(own) & (found["quotation_id"] != key)]):
        yield Carrier(row["quotation_id"], row["article_id"], str(row["outlet"]), published(row))


def _day(cell: Any, shift: timedelta) -> date | None:  # noqa: ANN401 - a cell of dates
    return (cell + shift).date() if is_known(cell) else None
