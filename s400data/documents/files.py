"""Files: which paths hold articles, and their bytes, refused early where they are too large or of no use."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from s400data.documents.kinds import ACCEPTED, FORMATS, FileKind, most_bytes, suffix_of
from s400data.errors import ArticleError

# A browser keeps the pictures and frames of "page.html" in "page_files" beside it.
PAGE_FOLDER = "_files"
PAGE_ENDS = (".html", ".htm")


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


def find_skipped_files(paths: Iterable[Path]) -> list[Path]:
    """The files of other formats in the folders among `paths`; hidden ones and parts of a saved page are none."""
    folders = [path for path in map(Path, paths) if path.is_dir()]
    skipped = {file.resolve(): file for folder in folders for file in _visible(folder) if not _is_read(file)}
    return list(skipped.values())


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
        found = _visible(path)
        articles = [file for file in found if _is_read(file)]
        if not articles:
            held = f"{len(found)} files of other formats" if found else "no files"
            raise ArticleError(path, f"the folder holds {held}; formats read: {', '.join(FORMATS)}")
        yield from articles
    elif not path.exists():
        raise ArticleError(path, "no such file or folder")
    elif not path.is_file():
        raise ArticleError(path, "neither a file nor a folder")
    elif not _is_read(path):
        raise ArticleError(path, f"unknown format '{path.suffix or path.name}'; formats read: {', '.join(FORMATS)}")
    else:
        yield path


def _visible(folder: Path) -> list[Path]:
    """The files in `folder` to the bottom, in order of name."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return sorted(file for file in files if not _is_hidden(file, folder) and not _is_of_page(file, folder))


def _is_read(file: Path) -> bool:
    return suffix_of(file.name) in FORMATS


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _is_of_page(file: Path, folder: Path) -> bool:
    inside = [parent for parent in file.parents if parent != folder and parent.is_relative_to(folder)]
    return any(
        parent.name.endswith(PAGE_FOLDER)
        and any(parent.with_name(parent.name.removesuffix(PAGE_FOLDER) + end).exists() for end in PAGE_ENDS)
        for parent in inside
    )
