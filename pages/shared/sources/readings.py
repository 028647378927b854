"""Readings: what the parts ask of the store, as functions the cache can keep (store first, then plain values)."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from s400data import comparison, queries
from s400data.comparison import Coverage, Part
from s400data.queries import Selection
from s400data.store import Store

TEXT_COLUMNS = ["article_id", "title", "outlet", "published", "published_precision", "text"]


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two articles as rows with their text, what both or either of them have, and the passages they share."""

    articles: tuple[Mapping[Hashable, Any], Mapping[Hashable, Any]]
    shared: list[comparison.Shared]
    passages: list[comparison.Passage]


def coverage(store: Store, selection: Selection, days: int) -> Coverage:
    """Events and outlets; an outlet's articles count as coverage whatever else the filters ask of them."""
    articles = queries.articles(store, Selection(outlets=selection.outlets))
    return comparison.compare_coverage(queries.events(store, selection), articles, days=days)


def conflicts(store: Store, selection: Selection) -> pd.DataFrame:
    """Facts that reports of one event tell differently."""
    return comparison.find_conflicts(queries.events(store, selection))


def doubles(store: Store, selection: Selection) -> pd.DataFrame:
    """Pairs of reports that may tell one event with different dates."""
    return comparison.find_doubles(queries.events(store, selection))


def texts(store: Store, selection: Selection) -> pd.DataFrame:
    """Articles of the selection with their text."""
    chosen = queries.articles(store, selection)["article_id"]
    whole = store.read_table("articles")
    return whole.loc[whole["article_id"].isin(chosen), TEXT_COLUMNS].reset_index(drop=True)


def terms(store: Store, selection: Selection, part: Part) -> pd.DataFrame:
    """Terms each outlet uses, counted."""
    quotations = store.read_table("quotations")
    return comparison.count_terms(comparison.find_stretches(texts(store, selection), quotations, part))


def names(store: Store, selection: Selection, part: Part) -> pd.DataFrame:
    """Names each outlet chooses for the same thing, counted."""
    quotations = store.read_table("quotations")
    return comparison.count_names(comparison.find_stretches(texts(store, selection), quotations, part))


def uses(store: Store, selection: Selection, part: Part, term: str) -> pd.DataFrame:
    """Sentences in which a term stands: article_id, title, outlet, published, sentence, its start, start, end."""
    articles = texts(store, selection)
    quotations = store.read_table("quotations")
    rows = []
    for stretch, mention in comparison.find_uses(comparison.find_stretches(articles, quotations, part), term):
        sentence = comparison.sentence_around(stretch.text, mention.start, mention.end)
        rows.append((stretch.article_id, sentence.text, sentence.start, mention.start, mention.end))
    found = pd.DataFrame(rows, columns=["article_id", "sentence", "sentence_start", "start", "end"])
    return found.merge(articles.drop(columns="text"), on="article_id")


def statements(store: Store, selection: Selection) -> pd.DataFrame:
    """Quotations carried by more than one article."""
    return comparison.find_statements(queries.quotations(store, selection))


def copies(store: Store, selection: Selection) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Pairs of articles that share text, and the origin of every article."""
    articles = texts(store, selection)
    found = comparison.find_copies(articles, store.read_table("quotations"))
    return found, comparison.find_origins(articles, found)


def passages(store: Store, one: str, other: str) -> list[comparison.Passage]:
    """Passages two articles share outside quotations."""
    found = aligned(store, one, other)
    return found.passages if found else []


def aligned(store: Store, one: str, other: str) -> Aligned | None:
    """Two articles side by side, None where one of them is not stored."""
    views = [queries.article(store, article_id) for article_id in (one, other)]
    left, right = views
    if left is None or right is None:
        return None
    events, quotations = (
        pd.concat([getattr(left, table), getattr(right, table)], ignore_index=True)
        for table in ("events", "quotations")
    )
    first, second = (view.article.iloc[0].to_dict() for view in (left, right))
    return Aligned(
        (first, second),
        comparison.align_articles(events, quotations, one, other),
        _shared_passages(pd.concat([left.article, right.article]), quotations, one, other),
    )


def _shared_passages(
    articles: pd.DataFrame, quotations: pd.DataFrame, one: str, other: str
) -> list[comparison.Passage]:
    stretches = {stretch.article_id: stretch for stretch in comparison.find_stretches(articles, quotations, "own")}
    return comparison.find_passages(stretches[one], stretches[other])
