"""Opening: the raw articles in a file: one in most, many in a table, a feed, an archive, a mail with attachments."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from s400data.documents.archives import open_archive
from s400data.documents.feeds import open_feed
from s400data.documents.files import read_bytes
from s400data.documents.kinds import HEAD_BYTES, FileKind, find_kind, kind_of_name, most_bytes
from s400data.documents.mails import open_mail
from s400data.documents.raw import RawArticle
from s400data.documents.records import Columns, open_json, open_json_lines, open_table
from s400data.errors import ArticleError

Found = Iterator[RawArticle | ArticleError]
Skip = Callable[[str], None]


def open_file(
    path: Path, columns: Columns | None = None, *, name: str | None = None, skip: Skip = lambda _: None
) -> Found:
    """Yield the raw articles of a file, and an error for each part that cannot be read; `name` is shown for its path.

    `columns` says which column or key of a table holds which field; what it leaves out is guessed. `skip` is told the
    names of files of other formats inside an archive.
    """
    name = name or str(path)
    try:
        with path.open("rb") as stream:
            _refuse_large(path, name, kind_of_name(name))
            kind = find_kind(name, stream.read(HEAD_BYTES))
            _refuse_large(path, name, kind)
            stream.seek(0)
            yield from open_stream(stream, name, kind, columns or {}, skip)
    except ArticleError as error:
        yield error
    except OSError as error:
        yield ArticleError(name, f"cannot be read: {error.strerror or error}")


def open_stream(stream: IO[bytes], name: str, kind: FileKind, columns: Columns, skip: Skip = lambda _: None) -> Found:
    """Yield the raw articles in `stream`, a file of `kind` called `name`."""
    if kind == "archive":
        yield from open_archive(
            stream, name, lambda inner, member, found: open_stream(inner, member, found, columns), skip
        )
    elif kind == "table":
        yield from open_table(stream, name, columns)
    elif kind == "json lines":
        yield from open_json_lines(stream, name, columns)
    else:
        yield from _open_bytes(read_bytes(stream, name, kind), name, kind, columns)


def _refuse_large(path: Path, name: str, kind: FileKind) -> None:
    size, most = path.stat().st_size, most_bytes(kind)
    if size > most:
        raise ArticleError(name, f"too large ({size / 1e6:.0f} MB); up to {most / 1e6:.0f} MB is accepted")


def _open_bytes(raw: bytes, name: str, kind: FileKind, columns: Columns) -> Found:
    several: dict[FileKind, Callable[[], Found]] = {
        "json": lambda: open_json(raw, name, columns),
        "feed": lambda: open_feed(raw, name),
        "mail": lambda: open_mail(raw, name, lambda inner, part, found: open_stream(inner, part, found, columns)),
    }
    if kind in several:
        yield from several[kind]()
    elif kind in ("text", "page", "pdf", "word", "record"):
        yield RawArticle(name, kind, raw)
