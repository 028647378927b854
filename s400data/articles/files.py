"""Files: which paths hold articles, and their bytes, refused early where they cannot be text."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from s400data.errors import ArticleError

FORMATS = (".txt",)
# The longest articles run to some 200 kB; two megabytes of text are an archive, not an article.
MOST_BYTES = 2_000_000
ACCEPTED = "a plain text file (.txt) holding one article in English"

_SIGNATURES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "an RTF document"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
# Text may hold a stray control character; more than one in fifty bytes means data.
_MOST_CONTROLS = 0.02
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27}) + b"\x7f"


def find_article_files(paths: Iterable[Path]) -> tuple[list[Path], list[ArticleError]]:
    """Find the article files among `paths`: files as given, folders searched to the bottom in order of name.

    Hidden files are skipped, each file comes once. What cannot be read becomes an error of its own.
    """
    files: dict[Path, Path] = {}
    errors: list[ArticleError] = []
    for path in paths:
        try:
            for file in _files_at(Path(path)):
                files.setdefault(file.resolve(), file)
        except ArticleError as error:
            errors.append(error)
    return list(files.values()), errors


def read_bytes(path: Path) -> bytes:
    """Read a file that may be an article; too large, empty, unreadable or binary raises `ArticleError`."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise ArticleError(path, f"too large ({size / 1e6:.0f} MB); up to {MOST_BYTES / 1e6:.0f} MB is accepted")
        raw = path.read_bytes()
    except OSError as error:
        raise ArticleError(path, f"cannot be read: {error.strerror or error}") from error
    if not raw:
        raise ArticleError(path, f"the file is empty; {ACCEPTED} is expected")
    kind = _binary_kind(raw)
    if kind:
        raise ArticleError(path, f"not text but {kind}; {ACCEPTED} is expected")
    return raw


def _files_at(path: Path) -> Iterator[Path]:
    if path.is_dir():
        found = sorted(file for file in path.rglob("*") if file.is_file() and not _is_hidden(file, path))
        articles = [file for file in found if file.suffix.lower() in FORMATS]
        if not articles:
            held = f"{len(found)} files of other formats" if found else "no files"
            raise ArticleError(path, f"the folder holds {held}; formats read: {', '.join(FORMATS)}")
        yield from articles
    elif not path.exists():
        raise ArticleError(path, "no such file or folder")
    elif path.suffix.lower() not in FORMATS:
        raise ArticleError(path, f"unknown format '{path.suffix or path.name}'; formats read: {', '.join(FORMATS)}")
    else:
        yield path


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _binary_kind(raw: bytes) -> str | None:
    head = raw[:65536]
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head.startswith(_WIDE_MARKS):
        return None
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "binary data" if controls > max(2, _MOST_CONTROLS * len(head)) else None
