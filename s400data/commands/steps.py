"""Steps: the reading of articles that commands need, loaded only when a command reads any."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from s400data.documents import Columns
from s400data.errors import ArticleError
from s400data.records import Extraction

if TYPE_CHECKING:
    from s400data.store import ImportReport

Result = Extraction | ArticleError


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text taken as it is; `source` says where it was written, for an error."""

    source: str
    doc_id: str
    text: str
    published: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Steps:
    """How to find article files, read them, read plain texts, import; results come in the order of what is given."""

    find_files: Callable[[Iterable[Path]], tuple[list[Path], list[ArticleError]]]
    extract_files: Callable[[list[Path], int, Columns], Iterator[Result]]
    extract_texts: Callable[[list[PlainText], int], Iterator[Result]]
    import_files: Callable[..., "ImportReport"]


def load_steps() -> Steps:
    """The real steps."""
    from s400data.documents import find_article_files

    return Steps(find_article_files, _extract_files, _extract_texts, _import_files)


def _import_files(*arguments: Any, **options: Any) -> "ImportReport":  # noqa: ANN401 - those of import_files
    from s400data.intake import import_files

    return import_files(*arguments, **options)


def _extract_files(files: list[Path], workers: int, columns: Columns) -> Iterator[Result]:
    from s400data.tasks import extract_files

    yield from extract_files(files, workers=workers, columns=columns)


def _extract_texts(texts: list[PlainText], workers: int) -> Iterator[Result]:
    from s400data.tasks import map_in_order

    yield from map_in_order(_extract_text, texts, workers=workers)


def _extract_text(plain: PlainText) -> Result:
    from s400data.articles import read_plain
    from s400data.pipeline import extract_safely

    return extract_safely(plain.source, lambda: read_plain(plain.doc_id, plain.text, plain.published, plain.title))
