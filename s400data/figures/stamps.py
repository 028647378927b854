"""Stamps: the words on a figure that say what it shows, from which sources, and when it was made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from s400data import __version__, queries
from s400data.charts.dates import day_words, period_words
from s400data.queries import FILTER_LABELS, About, Selection
from s400data.store import Store

# More outlets than this are counted, not named.
NAMED_OUTLETS = 14
ROWS: dict[About, tuple[str, str]] = {
    "articles": ("article", "articles"),
    "events": ("report of an event", "reports of events"),
    "quotations": ("quotation", "quotations"),
}


@dataclass(frozen=True, slots=True)
class Stamp:
    """`narrowed` says the dates and filters, `source` the numbers and outlets behind it, `made` the day and program."""

    title: str
    narrowed: str
    source: str
    made: str

    def lines(self) -> list[tuple[str, str]]:
        """The words under headings, for a table that is not drawn."""
        return [("Chosen", self.narrowed), ("Behind it", self.source), ("Made", self.made)]


def build_stamp(
    store: Store,
    about: About,
    rows: pd.DataFrame,
    selection: Selection,
    *,
    title: str,
    today: date,
    noun: tuple[str, str] | None = None,
) -> Stamp:
    """Stamp of a figure of `rows`, which `selection` chose among the articles, events or quotations of `store`.

    `noun` says what one row is and what several are, where they are not those articles, events or quotations.
    """
    return Stamp(
        title=title,
        narrowed=narrow_in_words(store, about, selection),
        source=_source(rows, about) if noun is None else _source(rows, None, noun),
        made=f"Made on {day_words(today)} with S-400 Desk {__version__}.",
    )


def narrow_in_words(store: Store, about: About, selection: Selection) -> str:
    """What narrows these rows: "Dates: any date. Side: Against; Search words: radar."."""
    chosen = [f"{label}: {_listed(names, 'or')}" for label, names in _choices(store, about, selection)]
    if selection.words:
        chosen.append(f"{FILTER_LABELS['words']}: {selection.words}")
    dates = f"Dates: {period_words(selection.start, selection.end)}."
    return f"{dates} {'; '.join(chosen)}." if chosen else f"{dates} No filter."


def _choices(store: Store, about: About, selection: Selection) -> list[tuple[str, list[str]]]:
    """Each filter that narrows these rows, with the names of what it lets through."""
    facets = queries.facets(store, about, selection)
    found = []
    for name, own in facets.groupby("facet", sort=False):
        values = set(getattr(selection, str(name)))
        if values:
            found.append((FILTER_LABELS[str(name)], list(own.loc[own["value"].isin(values), "label"])))
    return found


def _source(rows: pd.DataFrame, about: About | None, noun: tuple[str, str] = ROWS["articles"]) -> str:
    counts = [_count(len(rows), *(ROWS[about] if about else noun))]
    if about == "events":
        counts.insert(0, _count(rows["occurrence_id"].nunique(), "event", "events"))
    if about != "articles" and "article_id" in rows:
        counts.append(_count(rows["article_id"].nunique(), "article", "articles"))
    outlets = f" {_outlets(rows)}" if "outlet" in rows else ""
    return f"n = {', '.join(counts)}.{outlets}"


def _outlets(rows: pd.DataFrame) -> str:
    is_known = rows["outlet"].notna() & (rows["outlet"] != "")
    outlets = sorted(rows.loc[is_known, "outlet"].unique(), key=str.lower)
    unknown = rows.loc[~is_known, "article_id"].nunique() if "article_id" in rows else 0
    named = outlets[:NAMED_OUTLETS]
    if more := len(outlets) - len(named):
        named.append(f"{more:,} more")
    if unknown:
        named.append(_count(unknown, "article of an unknown outlet", "articles of unknown outlets"))
    return f"{'Source' if len(named) == 1 else 'Sources'}: {_listed(named, 'and')}." if named else "No source."


def _listed(names: Sequence[str], last: str) -> str:
    return f"{', '.join(names[:-1])} {last} {names[-1]}" if len(names) > 1 else "".join(names)


def _count(n: int, one: str, many: str) -> str:
    return f"{n:,} {one if n == 1 else many}"
