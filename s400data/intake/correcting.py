"""Correcting: an analyst's corrections recorded, and what rests on them read again."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from s400data.articles.corrections import CorrectedField, Corrections, correct
from s400data.errors import ArticleError
from s400data.records import Article, Extraction
from s400data.store import Store
from s400data.store.corrections import keep_corrections, undo_correction
from s400data.store.linking import link_occurrences
from s400data.tasks import extract_articles_apart

Extract = Callable[[Iterable[Article]], Iterator[Extraction | ArticleError]]


@dataclass(frozen=True, slots=True)
class Change:
    """What an analyst says of one article. A field of `undone` goes back to what the machine had read."""

    article_id: str
    corrections: Corrections
    undone: tuple[CorrectedField, ...] = ()


def correct_articles(
    store: Store, changes: Iterable[Change], *, maker: str, extract: Extract | None = None
) -> list[ArticleError]:
    """Keep each change as a record by `maker` and bring the stored article in line; return what could not be done.

    Dates count from the day of publication, so that another one makes the article be read again.
    """
    errors: list[ArticleError] = []
    dated: list[Article] = []
    for change in changes:
        extraction = store.load(change.article_id)
        if extraction is None:
            errors.append(ArticleError(change.article_id, "no article has this number"))
            continue
        try:
            article = _corrected(store, extraction.article, change, maker)
        except ArticleError as error:
            errors.append(error)
            continue
        if article.published != extraction.article.published:
            dated.append(article)
        else:
            store.save(replace(extraction, article=article))
    errors += _read_again(store, dated, extract)
    link_occurrences(store)
    return errors


def _corrected(store: Store, article: Article, change: Change, maker: str) -> Article:
    corrected = correct(article, change.corrections)
    keep_corrections(store, article, change.corrections, maker)
    for field in change.undone:
        former = undo_correction(store, article.checksum, field)
        if former is not None:
            corrected = _restored(corrected, former)
    return corrected


def _restored(article: Article, former: Mapping[str, str | None]) -> Article:
    if "published" not in former:
        return replace(article, **former)  # type: ignore[arg-type]
    dated = correct(article, {"published": former["published"]})
    cells = {name: value for name, value in former.items() if name != "published"}
    return replace(dated, **cells, notes=article.notes)  # type: ignore[arg-type]


def _read_again(store: Store, articles: list[Article], extract: Extract | None) -> list[ArticleError]:
    if not articles:
        return []
    errors: list[ArticleError] = []
    for result in (extract or extract_articles_apart)(articles):
        if isinstance(result, ArticleError):
            errors.append(result)
        else:
            store.save(result)
    return errors
