"""Readings: what the parts ask of the store, as functions the cache can keep (store first, then plain values)."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import pandas as pd

from s400data import comparison, queries
from s400data.charts.happenings import join_reports
from s400data.comparison import Coverage, Part
from s400data.queries import OccurrenceOrder, OccurrencePage, Selection
from s400data.queries.conditions import Clause
from s400data.store import Store

# Events on a page of the matrix.
ROWS = 50
# Terms kept from either end of the list.
TERMS_KEPT = 500


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two articles as rows with their text, what both or either of them have, and the passages they share."""

    articles: tuple[Mapping[Hashable, Any], Mapping[Hashable, Any]]
    shared: list[comparison.Shared]
    passages: list[comparison.Passage]


@dataclass(frozen=True, slots=True)
class Told:
    """Some occurrences of a selection, out of how many: their reports, and how each is told in one line."""

    occurrences: tuple[str, ...]
    total: int
    reports: pd.DataFrame
    happenings: pd.DataFrame


@dataclass(frozen=True, slots=True)
class Matrix:
    """A page of the matrix of events and outlets."""

    told: Told
    coverage: Coverage


Show = Literal["all", "different", "left-out"]


def matrix(store: Store, selection: Selection, days: int, show: Show, order: OccurrenceOrder, page: int) -> Matrix:
    """Events and outlets; an outlet's articles count as coverage whatever else the filters ask of them."""
    articles = queries.bylines(store, Selection(outlets=selection.outlets))
    first = (page - 1) * ROWS
    if show == "left-out":
        left_out = comparison.find_left_out(queries.told_by(store, selection), articles, days=days)
        every = queries.occurrence_page(store, selection, order=order, limit=None).occurrences
        kept = tuple(occurrence for occurrence in every if occurrence in left_out)
        found = OccurrencePage(kept[first : first + ROWS], len(kept))
    else:
        among = _disputed(store) if show == "different" else None
        found = queries.occurrence_page(store, selection, order=order, among=among, offset=first, limit=ROWS)
    told = _tell(store, selection, found)
    return Matrix(told, comparison.compare_coverage(told.reports, articles, days=days))


@dataclass(frozen=True, slots=True)
class Voices:
    """Voices by outlet, added up, and how many quotations were left out as repeats."""

    counted: pd.DataFrame
    totals: pd.DataFrame
    left_out: int


def voices(store: Store, selection: Selection, by: str) -> Voices:
    """Whom each outlet lets speak."""
    told = queries.voices(store, selection)
    kept = comparison.voiced(told)
    return Voices(comparison.count_voices(kept, by), comparison.sum_voices(kept), len(told) - len(kept))


def sides(store: Store, selection: Selection) -> pd.DataFrame:
    """Sides of the voices by outlet."""
    return comparison.count_sides(comparison.voiced(queries.voices(store, selection)))


def cues(store: Store, selection: Selection) -> pd.DataFrame:
    """Words of saying by outlet."""
    return comparison.count_cues(comparison.voiced(queries.voices(store, selection))).drop(columns="quotation_ids")


def originals(store: Store, selection: Selection) -> Selection:
    """The selection without articles that were copied from another one."""
    comparison.bring_up_to_date(store)
    return replace(selection, originals=True)


def coverage(store: Store, selection: Selection, days: int, occurrence: str) -> Coverage:
    """The row of one occurrence in the matrix; no row where no report of it is selected."""
    articles = queries.bylines(store, Selection(outlets=selection.outlets))
    return comparison.compare_coverage(queries.reports_of(store, (occurrence,), selection), articles, days=days)


def conflicts(store: Store, selection: Selection, limit: int) -> tuple[pd.DataFrame, Told]:
    """Facts that reports of one event tell differently, of the `limit` events told by most outlets."""
    told = _tell(store, selection, queries.occurrence_page(store, selection, among=_disputed(store), limit=limit))
    return comparison.find_conflicts(told.reports), told


def doubles(store: Store, selection: Selection) -> pd.DataFrame:
    """Pairs of reports that may tell one event with different dates."""
    return comparison.find_doubles(queries.surest_reports(store, comparison.lasting_types(), selection))


def event_labels(store: Store, occurrences: tuple[str, ...], selection: Selection) -> dict[str, str]:
    """How each of these events is told in one line."""
    told = join_reports(queries.reports_of(store, occurrences, selection))
    return dict(zip(told["occurrence_id"], told["label"], strict=True))


def _disputed(store: Store) -> Clause:
    comparison.bring_up_to_date(store)
    return comparison.is_disputed()


def _tell(store: Store, selection: Selection, page: OccurrencePage) -> Told:
    reports = queries.reports_of(store, page.occurrences, selection)
    return Told(page.occurrences, page.total, reports, join_reports(reports))


def term_totals(store: Store, selection: Selection, part: Part) -> dict[str, int]:
    """Uses of terms by outlet."""
    comparison.bring_up_to_date(store)
    return comparison.sum_terms(store, selection, part)


def scored_terms(store: Store, selection: Selection, part: Part, here: str, there: str | None) -> pd.DataFrame:
    """Terms that set an outlet apart, as `compare_wording` has them, in words.

    Added are compared and apart, the numbers of all terms that were compared and that stand apart; of these only the
    first and last are returned.
    """
    comparison.bring_up_to_date(store)
    scored = comparison.compare_wording(comparison.count_terms(store, selection, part, here, there))
    scored = scored.assign(compared=len(scored), apart=int(scored["set_apart"].sum()))
    ends = pd.concat([scored.head(TERMS_KEPT), scored.tail(TERMS_KEPT)]).drop_duplicates("term")
    return comparison.name_terms(store, ends)


def names(store: Store, selection: Selection, part: Part) -> pd.DataFrame:
    """Names each outlet chooses for the same thing, counted."""
    comparison.bring_up_to_date(store)
    return comparison.count_names(store, selection, part)


def uses(
    store: Store, selection: Selection, part: Part, term: str, outlets: tuple[str, ...], limit: int
) -> tuple[pd.DataFrame, int]:
    """Sentences in which a term stands, of the first `limit` articles that use it, and how many articles do.

    Those of `outlets` come first. Columns: article_id, title, outlet, published, published_precision, sentence, its
    start, start, end.
    """
    users = sorted(comparison.find_users(store, selection, part, term), key=lambda user: user[1] not in outlets)
    shown = tuple(article for article, _ in users[:limit])
    articles, quotations = queries.texts(store, shown), queries.quotations_of_articles(store, shown)
    rows = []
    for stretch, mention in comparison.find_uses(comparison.find_stretches(articles, quotations, part), term):
        sentence = comparison.sentence_around(stretch.text, mention.start, mention.end)
        rows.append((stretch.article_id, sentence.text, sentence.start, mention.start, mention.end))
    found = pd.DataFrame(rows, columns=["article_id", "sentence", "sentence_start", "start", "end"])
    by_line = articles[["article_id", "title", "outlet", "published", "published_precision"]]
    place = found["article_id"].map({article: n for n, article in enumerate(shown)})
    ordered = found.assign(place=place).sort_values(["place", "start"]).drop(columns="place")
    return ordered.merge(by_line, on="article_id"), len(users)


def statements(store: Store, selection: Selection, limit: int) -> tuple[pd.DataFrame, int]:
    """Quotations of the statements that most quotations of different articles carry, and how many statements are."""
    comparison.bring_up_to_date(store)
    families = comparison.find_families(store, selection)
    quotations = queries.quotations_by_id(store, tuple(key for family in families[:limit] for key in family))
    return comparison.order_statements(quotations, families[:limit]), len(families)


def copies(store: Store, selection: Selection) -> pd.DataFrame:
    """Pairs of articles that share text."""
    comparison.bring_up_to_date(store)
    return comparison.find_shared_text(store, selection)


def origins(store: Store, selection: Selection) -> tuple[int, int]:
    """Articles, and the different origins of their text."""
    comparison.bring_up_to_date(store)
    return comparison.count_origins(store, selection)


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
