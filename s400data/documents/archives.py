"""Archives: the articles in a ZIP file, read in memory one by one; nothing is ever unpacked to disk."""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO

from s400data.documents.files import PAGE_ENDS, PAGE_FOLDER
from s400data.documents.kinds import FORMATS, HEAD_BYTES, FileKind, find_kind, kind_of_name, most_bytes, suffix_of
from s400data.documents.raw import RawArticle
from s400data.errors import ArticleError

Open = Callable[[IO[bytes], str, FileKind], Iterator[RawArticle | ArticleError]]

_MOST_MEMBERS = 200_000
# A member is held in memory whole, whatever its directory claims.
_MOST_BYTES = 100_000_000
# Text shrinks to a tenth; what was a thousandfold larger before was made to fill memory.
_MOST_SHRUNK = 1000
_FEWEST_SUSPICIOUS = 1_000_000
_UNSAFE = re.compile(r"[\x00-\x1f\x7f]")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def open_archive(
    stream: IO[bytes], name: str, open_member: Open, skip: Callable[[str], None]
) -> Iterator[RawArticle | ArticleError]:
    """Yield what `open_member` finds in each member; `skip` is told the names of those of other formats.

    Hidden files and what a browser saved beside a page are no members of interest.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except _BROKEN as error:
        raise ArticleError(name, f"not a whole ZIP archive: {error}") from error
    with archive:
        visible = _visible(archive.infolist())
        members = [member for member in visible if suffix_of(_shown(member.filename)) in FORMATS]
        if len(members) > _MOST_MEMBERS:
            raise ArticleError(name, f"holds {len(members)} files; up to {_MOST_MEMBERS} are accepted")
        for member in visible:
            if suffix_of(_shown(member.filename)) not in FORMATS:
                skip(f"{name}/{_shown(member.filename)}")
        if not members:
            raise ArticleError(name, f"the archive holds no file of a format that is read: {', '.join(FORMATS)}")
        for member in members:
            yield from _open(archive, member, f"{name}/{_shown(member.filename)}", open_member)


def _open(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, open_member: Open
) -> Iterator[RawArticle | ArticleError]:
    try:
        raw = _read(archive, member, name)
        kind = find_kind(name, raw[:HEAD_BYTES])
        if kind == "archive":
            raise ArticleError(name, "an archive inside an archive; unpack it and import its folder")
        yield from open_member(BytesIO(raw), name, kind)
    except ArticleError as error:
        yield error
    except _BROKEN as error:
        yield ArticleError(name, f"cannot be unpacked: {error}")


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    if member.flag_bits & 1:
        raise ArticleError(name, "protected by a password; unpack it and import its folder")
    if member.file_size > _FEWEST_SUSPICIOUS and member.file_size > _MOST_SHRUNK * max(member.compress_size, 1):
        raise ArticleError(name, f"would grow to {member.file_size / 1e6:.0f} MB out of almost nothing; it is refused")
    most = min(_MOST_BYTES, most_bytes(kind_of_name(name)))
    with archive.open(member) as stream:
        raw = stream.read(most + 1)
    if len(raw) > most:
        raise ArticleError(name, f"too large; up to {most / 1e6:.0f} MB is accepted inside an archive")
    return raw


def _visible(members: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    names = {member.filename for member in members}
    # `ZipInfo.is_dir` fails on a name without a letter.
    return [
        member
        for member in members
        if not member.filename.endswith("/") and not _is_hidden(member.filename) and not _is_of_page(member, names)
    ]


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in parts)


def _is_of_page(member: zipfile.ZipInfo, names: set[str]) -> bool:
    pages = (str(parent) for parent in PurePosixPath(member.filename).parents if parent.name.endswith(PAGE_FOLDER))
    return any(page.removesuffix(PAGE_FOLDER) + end in names for page in pages for end in PAGE_ENDS)


def _shown(name: str) -> str:
    """The name as it can be shown: no way out of the archive, no control characters."""
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    return _UNSAFE.sub("", "/".join(parts))
