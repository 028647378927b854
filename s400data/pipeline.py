"""Pipeline: raw files to extractions, one bad file never stopping the rest."""

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from s400data.actors import find_cast
from s400data.articles import dateline_span, read_article
from s400data.articles.corrections import Corrections, correct
from s400data.documents import Columns, RawArticle, open_file, read_document
from s400data.errors import ArticleError, S400Error
from s400data.events import find_events
from s400data.language import parse
from s400data.processes import Crew
from s400data.quotations import find_quotations
from s400data.records import Article, Extraction
from s400data.stances import add_stances
from s400data.timexes import find_timexes

# Below this many articles, starting other processes takes longer than it saves.
FEW_ARTICLES = 16
# A process may first have to load the language pipeline; the slowest machine reads this many letters in a second.
PATIENCE_SECONDS = 120
LETTERS_A_SECOND = 1000
# Headline, standfirst and a caption may come first.
PARAGRAPHS_WITH_DATELINE = 4

Item = TypeVar("Item")
logger = logging.getLogger(__name__)


def extract_article(article: Article) -> Extraction:
    """Everything the rules find in `article`; the same article always gives the same extraction."""
    doc = parse(article.text, breaks=find_report_starts(article.text))
    timexes = find_timexes(doc, article)
    cast = find_cast(doc, article)
    quotations = add_stances(doc, cast, find_quotations(doc, article, cast, timexes))
    events = find_events(doc, article, cast, timexes, quotations)
    return Extraction(article, timexes, cast.mentions, quotations, events)


def find_report_starts(text: str) -> Iterator[int]:
    """Where the report begins behind a dateline at the head of one of the first paragraphs, as character offsets.

    "ANKARA, July 12 (Reuters) - Turkey said": read as one sentence, the city becomes the subject.
    """
    for paragraph in islice(re.finditer(r"[^\n]+", text), PARAGRAPHS_WITH_DATELINE):
        dateline = dateline_span(paragraph[0])
        if dateline:
            yield paragraph.start() + dateline[1]


def extract_raw(article: RawArticle) -> Extraction | ArticleError:
    """The extraction of one raw article, or the error that says why it cannot be read."""
    return extract_safely(article.name, lambda: read_article(read_document(article)))


def extract_safely(source: Path | str, read: Callable[[], Article]) -> Extraction | ArticleError:
    """The extraction of the article that `read` gives, or the error of `source` that says why there is none."""
    try:
        return extract_article(read())
    except ArticleError as error:
        return ArticleError(source, error.reason)
    except S400Error:
        # A missing pipeline or a broken knowledge file is not this article's fault and would fail all others.
        raise
    except Exception as error:
        # A rule that fails on one article must not cost the analyst the others; the log keeps where it failed.
        logger.exception("extraction of %s failed", source)
        return ArticleError(source, f"could not be analysed because of an error in this program ({error!r})")


def extract_files(
    paths: Iterable[Path], *, workers: int = 1, columns: Columns | None = None
) -> Iterator[Extraction | ArticleError]:
    """Extract what `paths` hold, in their order; `workers` processes share the work where there is enough of it."""
    found = (article for path in paths for article in open_file(path, columns))
    yield from map_in_order(extract_found, found, workers=workers)


@dataclass(frozen=True, slots=True)
class Task:
    """A raw article and what an analyst has corrected in it."""

    article: RawArticle
    corrections: Corrections

    @property
    def name(self) -> str:
        """Name of the article's file."""
        return self.article.name

    @property
    def size(self) -> int:
        """Bytes to read."""
        return len(self.article.raw)


def extract_apart(
    found: Iterable[RawArticle | ArticleError],
    corrections: Mapping[str, Corrections],
    *,
    workers: int,
) -> Iterator[Extraction | ArticleError]:
    """Extract what was `found`, in its order, in processes of their own; `corrections` go by the content's checksum."""
    tasks = (
        one if isinstance(one, ArticleError) else Task(one, corrections.get(one.checksum, {}) if corrections else {})
        for one in found
    )
    yield from Crew(_do_task, _fail, _patience, workers).map_in_order(tasks)


def extract_articles_apart(articles: Iterable[Article], *, workers: int = 1) -> Iterator[Extraction | ArticleError]:
    """Extract articles that have been read before, in their order, in processes of their own."""
    yield from Crew(_extract_article_safely, _fail, _patience, workers).map_in_order(articles)


def _do_task(task: Task | ArticleError) -> Extraction | ArticleError:
    if isinstance(task, ArticleError):
        return task
    return extract_safely(task.name, lambda: correct(read_article(read_document(task.article)), task.corrections))


def _extract_article_safely(article: Article) -> Extraction | ArticleError:
    return extract_safely(article.path, lambda: article)


def extract_found(found: RawArticle | ArticleError) -> Extraction | ArticleError:
    """The extraction of what was found in a file; an error stays what it is."""
    return found if isinstance(found, ArticleError) else extract_raw(found)


def map_in_order(
    work: Callable[[Item], Extraction | ArticleError], items: Iterable[Item], *, workers: int
) -> Iterator[Extraction | ArticleError]:
    """Results of `work` on `items` in their order, from several processes where that is quicker."""
    source = iter(items)
    first = list(islice(source, FEW_ARTICLES))
    if workers < 2 or len(first) < FEW_ARTICLES:
        yield from map(work, chain(first, source))
        return
    yield from Crew(work, _fail, _patience, workers).map_in_order(chain(first, source))


def _fail(item: object, reason: str) -> Extraction | ArticleError:
    name = item.path if isinstance(item, Article) else getattr(item, "name", str(item))
    return ArticleError(name, reason)


def _patience(item: object) -> float:
    size = len(item.text) if isinstance(item, Article) else getattr(item, "size", 0)
    return PATIENCE_SECONDS + size / LETTERS_A_SECOND
