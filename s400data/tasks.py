"""Tasks: many articles extracted, one bad file never stopping the rest, where it serves in several processes.

A process that only gives out the work never loads the language rules.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from s400data.articles.corrections import Corrections, correct
from s400data.documents import Columns, RawArticle, open_file, read_document
from s400data.errors import ArticleError
from s400data.processes import Crew
from s400data.records import Article, Extraction

# A process may first have to load the language pipeline; the slowest machine reads this many letters in a second.
PATIENCE_SECONDS = 120
LETTERS_A_SECOND = 1000
# Below this many articles, starting other processes takes longer than it saves.
FEW_ARTICLES = 16

Result = Extraction | ArticleError
Item = TypeVar("Item")


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


def extract_files(paths: Iterable[Path], *, workers: int = 1, columns: Columns | None = None) -> Iterator[Result]:
    """Extract what `paths` hold, in their order; `workers` processes share the work where there is enough of it."""
    from s400data.pipeline import extract_found

    found = (article for path in paths for article in open_file(path, columns))
    yield from map_in_order(extract_found, found, workers=workers)


def extract_apart(
    found: Iterable[RawArticle | ArticleError], corrections: Mapping[str, Corrections], *, workers: int
) -> Iterator[Result]:
    """Extract what was `found`, in its order, in processes of their own; `corrections` go by the content's checksum."""
    tasks = (
        one if isinstance(one, ArticleError) else Task(one, corrections.get(one.checksum, {}) if corrections else {})
        for one in found
    )
    yield from Crew(_extract_task, _fail, _patience, workers).map_in_order(tasks)


def extract_articles_apart(articles: Iterable[Article], *, workers: int = 1) -> Iterator[Result]:
    """Extract articles that have been read before, in their order, in processes of their own."""
    yield from Crew(_extract_article, _fail, _patience, workers).map_in_order(articles)


def map_in_order(work: Callable[[Item], Result], items: Iterable[Item], *, workers: int) -> Iterator[Result]:
    """Results of `work` on `items` in their order, from several processes where that is quicker."""
    source = iter(items)
    first = list(islice(source, FEW_ARTICLES))
    if workers < 2 or len(first) < FEW_ARTICLES:
        yield from map(work, chain(first, source))
        return
    yield from Crew(work, _fail, _patience, workers).map_in_order(chain(first, source))


def _fail(item: object, reason: str) -> Result:
    name = item.path if isinstance(item, Article) else getattr(item, "name", str(item))
    return ArticleError(name, reason)


def _patience(item: object) -> float:
    size = len(item.text) if isinstance(item, Article) else getattr(item, "size", 0)
    return PATIENCE_SECONDS + size / LETTERS_A_SECOND


def _extract_task(task: Task | ArticleError) -> Result:
    from s400data.articles import read_article
    from s400data.pipeline import extract_safely

    if isinstance(task, ArticleError):
        return task
    return extract_safely(task.name, lambda: correct(read_article(read_document(task.article)), task.corrections))


def _extract_article(article: Article) -> Result:
    from s400data.pipeline import extract_safely

    return extract_safely(article.path, lambda: article)
