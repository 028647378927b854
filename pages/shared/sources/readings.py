"""Readings: what the parts ask of the store, as functions the cache can keep (store first, then plain values)."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import pandas as pd

from pages.shared.components.article_frame import list_words
from pages.shared.components.labels import rows_of
from s400data import comparison, queries
from s400data.charts.happenings import join_reports
from s400data.comparison import Coverage, Part
from s400data.queries import NOT_KNOWN, OccurrenceOrder, OccurrencePage, Selection
from s400data.records import Mention
from s400data.store import Store

# Events on a page of the matrix.
ROWS = 50
# Terms kept from either end of the list.
TERMS_KEPT = 500
Finder = Callable[[Iterable[comparison.Stretch]], Iterator[tuple[comparison.Stretch, Mention]]]


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
    """A page of the matrix of events and outlets, and how many cells of the whole are in each state."""

    told: Told
    coverage: Coverage
    states: Mapping[comparison.State, int]


Show = Literal["all", "different", "left-out"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the matrix is asked for: days an event is news, events shown, their order, an outlet to put first."""

    days: int
    show: Show = "all"
    order: OccurrenceOrder = "outlets"
    first: str | None = None


def matrix(store: Store, selection: Selection, asked: Asked, page: int) -> Matrix:
    """Events and outlets; an outlet's articles count as coverage whatever else the filters ask of them."""
    comparison.bring_up_to_date(store)
    articles = _covering(store, selection)
    seen = comparison.overlook_coverage(queries.told_by(store, selection), articles, days=asked.days)
    among = _among(store, selection, asked.show, seen)
    found = queries.occurrence_page(
        store, selection, order=asked.order, first=asked.first, among=among, offset=(page - 1) * ROWS, limit=ROWS
    )
    told = _tell(store, selection, found)
    disagreements = comparison.read_disagreements(store, found.occurrences)
    coverage = comparison.compare_coverage(told.reports, articles, days=asked.days, disagreements=disagreements)
    differing = comparison.count_disputed(store, selection, among)
    return Matrix(told, coverage, seen.count_states(differing, among))


def outlets(store: Store, selection: Selection) -> list[str]:
    """Outlets of a selection by name, NOT_KNOWN for the one that is not known."""
    found = queries.bylines(store, Selection(outlets=selection.outlets))["outlet"]
    return sorted({name if isinstance(name, str) else NOT_KNOWN for name in found}, key=lambda name: (not name, name))


def _among(store: Store, selection: Selection, show: Show, seen: comparison.Overlook) -> set[str] | None:
    if show == "different":
        return comparison.find_disputed(store, selection)
    return seen.find_left_out() if show == "left-out" else None


def _covering(store: Store, selection: Selection) -> pd.DataFrame:
    """Articles that count as coverage; a copy counts where copies are counted."""
    return queries.bylines(store, Selection(outlets=selection.outlets, originals=selection.originals))


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
    return comparison.count_cues(comparison.voiced(queries.voices(store, selection)))


def originals(store: Store, selection: Selection) -> Selection:
    """The selection without articles that were copied from another one."""
    comparison.bring_up_to_date(store)
    return replace(selection, originals=True)


def coverage(store: Store, selection: Selection, days: int, occurrence: str) -> Coverage:
    """The row of one occurrence in the matrix; no row where no report of it is selected."""
    reports = queries.reports_of(store, (occurrence,), selection)
    return comparison.compare_coverage(reports, _covering(store, selection), days=days)


def conflicts(store: Store, selection: Selection, size: int | None, page: int = 1) -> tuple[pd.DataFrame, Told]:
    """Facts that reports of one event tell differently, of all events or of a page of them, most outlets first."""
    comparison.bring_up_to_date(store)
    disputed = comparison.find_disputed(store, selection)
    first = (page - 1) * (size or 0)
    told = _tell(store, selection, queries.occurrence_page(store, selection, among=disputed, offset=first, limit=size))
    return comparison.find_conflicts(told.reports, comparison.read_disagreements(store, told.occurrences)), told


def doubles(store: Store, selection: Selection, first: int = 0, limit: int | None = None) -> tuple[pd.DataFrame, int]:
    """Pairs of reports that may tell one event with different dates, from the one at `first` on, out of how many."""
    pairs = comparison.find_double_pairs(store, selection)
    shown = pairs[first : None if limit is None else first + limit]
    events = queries.events_by_id(store, list({event for pair in shown for event in pair}))
    return comparison.to_pairs(events, shown), len(pairs)


def event_labels(store: Store, occurrences: tuple[str, ...], selection: Selection) -> dict[str, str]:
    """How each of these events is told in one line."""
    told = join_reports(queries.reports_of(store, occurrences, selection))
    return dict(zip(told["occurrence_id"], told["label"], strict=True))


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


def name_uses(
    store: Store, selection: Selection, part: Part, thing: str, name: str, outlet: str, limit: int
) -> tuple[pd.DataFrame, int]:
    """Sentences in which an outlet calls a thing by this name, of its first `limit` articles, and how many articles do.

    The columns are those of `uses`.
    """
    comparison.bring_up_to_date(store)
    users = comparison.find_namers(store, selection, part, thing, name, outlet)
    shown = tuple(users[:limit])

    def named(stretches: Iterable[comparison.Stretch]) -> Iterator[tuple[comparison.Stretch, Mention]]:
        return (
            (stretch, mention)
            for stretch in stretches
            for found, chosen, mention in comparison.find_names(stretch)
            if (found, chosen) == (thing, name)
        )

    return _sentences(store, shown, part, named), len(users)


def uses(
    store: Store, selection: Selection, part: Part, term: str, outlets: tuple[str, ...], limit: int
) -> tuple[pd.DataFrame, int]:
    """Sentences in which a term stands, of the first `limit` articles that use it, and how many articles do.

    Those of `outlets` come first. Columns: article_id, title, outlet, published, published_precision, sentence, its
    start, start, end.
    """
    users = sorted(comparison.find_users(store, selection, part, term), key=lambda user: user[1] not in outlets)
    shown = tuple(article for article, _ in users[:limit])
    return _sentences(store, shown, part, lambda stretches: comparison.find_uses(stretches, term)), len(users)


def _sentences(store: Store, shown: tuple[str, ...], part: Part, find: Finder) -> pd.DataFrame:
    """Sentences of these articles around what `find` finds in them."""
    articles, quotations = queries.texts(store, shown), queries.quotations_of_articles(store, shown)
    rows = []
    for stretch, mention in find(comparison.find_stretches(articles, quotations, part)):
        sentence = comparison.sentence_around(stretch.text, mention.start, mention.end)
        rows.append((stretch.article_id, sentence.text, sentence.start, mention.start, mention.end))
    found = pd.DataFrame(rows, columns=["article_id", "sentence", "sentence_start", "start", "end"])
    by_line = articles[["article_id", "title", "outlet", "published", "published_precision"]]
    place = found["article_id"].map({article: n for n, article in enumerate(shown)})
    ordered = found.assign(place=place).sort_values(["place", "start"]).drop(columns="place")
    return ordered.merge(by_line, on="article_id")


def statements(store: Store, selection: Selection, size: int, page: int = 1) -> tuple[pd.DataFrame, int]:
    """Quotations of a page of the statements that most articles carry, and how many statements there are."""
    comparison.bring_up_to_date(store)
    families, total = comparison.find_families(store, selection, (page - 1) * size, size)
    quotations = queries.quotations_by_id(store, tuple(key for family in families for key in family))
    return comparison.order_statements(quotations, families), total


def every_statement(store: Store, selection: Selection) -> pd.DataFrame:
    """Quotations of all statements that several articles carry."""
    comparison.bring_up_to_date(store)
    families, _ = comparison.find_families(store, selection)
    return comparison.order_statements(queries.quotations(store, selection), families)


def copies(store: Store, selection: Selection) -> pd.DataFrame:
    """Pairs of articles that share text."""
    comparison.bring_up_to_date(store)
    return comparison.find_shared_text(store, selection)


def origins(store: Store, selection: Selection) -> tuple[int, int]:
    """Articles, and the different origins of their text."""
    comparison.bring_up_to_date(store)
    return comparison.count_origins(store, selection)


def passages(store: Store, pairs: tuple[tuple[str, str], ...]) -> list[list[comparison.Passage]]:
    """Passages that each two articles share outside quotations, longest first; none where one of them is gone."""
    ids = tuple(dict.fromkeys(article for pair in pairs for article in pair))
    articles, quotations = queries.texts(store, ids), queries.quotations_of_articles(store, ids)
    own = {one.article_id: one for one in comparison.find_stretches(articles, quotations, "own")}
    return [
        comparison.find_passages(own[one], own[other]) if one in own and other in own else [] for one, other in pairs
    ]


def names_of_articles(store: Store, selection: Selection) -> dict[str, str]:
    """Articles of a selection, newest first, each in a line."""
    return {row["article_id"]: list_words(row) for row in rows_of(queries.titles(store, selection))}


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
