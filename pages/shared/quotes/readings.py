"""Readings: what the quote explorer asks of the store, as functions the cache can keep (store first, then values)."""

from dataclasses import dataclass

import pandas as pd

from pages.shared.components.labels import published, rows_of
from s400data import queries
from s400data.comparison import (
    bring_up_to_date,
    count_unread,
    find_carriers,
    find_positions,
    name_outlets,
    number_statements,
)
from s400data.queries import Selection
from s400data.store import Store

# Reading an article to compare it takes some twenty milliseconds; nobody waits for more of them on these pages.
MOST_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Carrier:
    """Another quotation that carries the same statement, and where it stands."""

    quotation_id: str
    article_id: str
    outlet: str
    published: str


def article_texts(store: Store, article_ids: tuple[str, ...]) -> dict[str, str]:
    """Texts of these articles; those that are gone have none."""
    found = queries.texts(store, article_ids)
    return dict(zip(found["article_id"], found["text"], strict=True))


def count_uncompared(store: Store) -> int:
    """Articles not compared with the others yet; a few are compared now, so that none is left."""
    unread = count_unread(store)
    if unread > MOST_AT_ONCE:
        return unread
    bring_up_to_date(store)
    return 0


def carriers(store: Store, shown: tuple[str, ...]) -> dict[str, list[Carrier]]:
    """For each quotation of `shown` that other articles carry, those others, oldest first; all are compared by now."""
    found: dict[str, list[Carrier]] = {}
    for row in rows_of(name_outlets(find_carriers(store, shown))):
        carrier = Carrier(row["quotation_id"], row["article_id"], row["outlet"], published(row))
        found.setdefault(row["carried"], []).append(carrier)
    return found


def positions(store: Store, selection: Selection, *, compared: bool = True) -> pd.DataFrame:
    """What is said on each target, every statement once; every quotation counts where they are not `compared` yet."""
    told = queries.quotations(store, selection)
    ids = told["quotation_id"].tolist()
    return find_positions(told, number_statements(store, ids) if compared else {key: n for n, key in enumerate(ids)})


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
