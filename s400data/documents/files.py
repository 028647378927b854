"""Files: which paths hold articles, and their bytes, refused early where they are too large or of no use."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from s400data.documents.kinds import ACCEPTED, FORMATS, FileKind, most_bytes, suffix_of
from s400data.errors import ArticleError

# A browser keeps the pictures and frames of "page.html" in "page_files" beside it.
_PAGE_FOLDER = "_files"


def find_article_files(paths: Iterable[Path]) -> tuple[list[Path], list[ArticleError]]:
    """Find the article files among `paths`: files as given, folders searched to the bottom in order of name.

    Hidden files, files of other formats and what a browser saved beside a page are skipped, each file comes once.
    What cannot be read becomes an error of its own.
    """
    files: dict[Path, Path] = {}
    errors: list[ArticleError] = []
    for path in paths:
        try:
            for file in _files_at(Path(path)):
                files.setdefault(file.resolve(), file)
        except ArticleError as error:
            errors.append(error)
        except OSError as error:
            errors.append(ArticleError(path, f"cannot be read: {error.strerror or error}"))
    return list(files.values()), errors


def read_bytes(stream: IO[bytes], name: str, kind: FileKind) -> bytes:
    """Read all of `stream`; more than is accepted of its kind, or nothing at all, raises `ArticleError`."""
    most = most_bytes(kind)
    raw = stream.read(most + 1)
    if len(raw) > most:
        raise ArticleError(name, f"too large; up to {most / 1e6:.0f} MB is accepted")
    if not raw:
        raise ArticleError(name, f"the file is empty; {ACCEPTED} is expected")
    return raw


def _files_at(path: Path) -> Iterator[Path]:
    if path.is_dir():
        found = sorted(file for file in path.rglob("*") if file.is_file() and not _is_hidden(file, path))
        articles = [file for file in found if suffix_of(file.name) in FORMATS and not _is_of_page(file, path)]
        if not articles:
            held = f"{len(found)} files of other formats" if found else "no files"
            raise ArticleError(path, f"the folder holds {held}; formats read: {', '.join(FORMATS)}")
        yield from articles
    elif not path.exists():
        raise ArticleError(path, "no such file or folder")
    elif not path.is_file():
        raise ArticleError(path, "neither a file nor a folder")
    elif suffix_of(path.name) not in FORMATS:
        raise ArticleError(path, f"unknown format '{path.suffix or path.name}'; formats read: {', '.join(FORMATS)}")
    else:
        yield path


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _is_of_page(file: Path, folder: Path) -> bool:
    inside = [parent for parent in file.parents if parent != folder and parent.is_relative_to(folder)]
    return any(
        parent.name.endswith(_PAGE_FOLDER)
        and any(parent.with_name(parent.name.removesuffix(_PAGE_FOLDER) + end).exists() for end in (".html", ".htm"))
        for parent in inside
    )
