"""Kinds: of what format a file is, judged by its first bytes before its name, and how large it may be."""

import re
from pathlib import PurePath
from typing import Literal

from s400data.documents.raw import Kind
from s400data.errors import ArticleError

FileKind = Literal[Kind, "feed", "json", "json lines", "table", "archive"]

_BY_SUFFIX: dict[str, FileKind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".pdf": "pdf",
    ".docx": "word",
    ".eml": "mail",
    ".mht": "mail",
    ".mhtml": "mail",
    ".json": "json",
    ".jsonl": "json lines",
    ".ndjson": "json lines",
    ".csv": "table",
    ".tsv": "table",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".zip": "archive",
}
FORMATS = tuple(_BY_SUFFIX)
ACCEPTED = "an article in English as text, HTML, PDF, DOCX or e-mail, or a table, feed or ZIP archive of articles"
# The longest articles run to some 200 kB of text; what is larger is something else. Tables, lines and archives are
# read piece by piece, so that their size does not matter.
_MOST_MEGABYTES: dict[FileKind, int] = {
    "text": 2,
    "page": 12,
    "pdf": 60,
    "word": 30,
    "mail": 40,
    "record": 12,
    "feed": 60,
    "json": 60,
    "json lines": 10_000,
    "table": 10_000,
    "archive": 10_000,
}
HEAD_BYTES = 65_536

_SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "an RTF document; saved as DOCX or PDF it can be read"),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# Word keeps an encrypted document in the container of its old format, under this name in UTF-16.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
# Text may hold a stray control character; more than one in fifty bytes means data.
_MOST_CONTROLS = 0.02
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27}) + b"\x7f"
_MARK_UP: tuple[tuple[re.Pattern[bytes], FileKind], ...] = (
    (re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype html|<html\b)", re.I | re.S), "page"),
    (
        re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<[?!][^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b", re.I | re.S),
        "feed",
    ),
)
_FREE_FORM = ("text", "page", "feed", "mail")


def find_kind(name: str, head: bytes) -> FileKind:
    """The kind of the file called `name` that begins with `head`; what is no article's raises `ArticleError`."""
    by_name = kind_of_name(name)
    if head.startswith(b"%PDF") or (by_name == "pdf" and b"%PDF" in head[:1024]):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "word" if by_name == "word" or b"word/" in head or b"[Content_Types].xml" in head[:200] else "archive"
    _refuse_data(name, head)
    if by_name in ("pdf", "word", "archive"):
        raise ArticleError(name, f"not what its name says: it does not begin as a {suffix_of(name)} file does")
    marked = next((kind for form, kind in _MARK_UP if form.match(_without_mark(head))), None)
    return marked if marked and by_name in _FREE_FORM and by_name != "mail" else by_name


def kind_of_name(name: str) -> FileKind:
    """The kind that the name alone promises."""
    return _BY_SUFFIX.get(suffix_of(name), "text")


def most_bytes(kind: FileKind) -> int:
    """How large a file of `kind` may be."""
    return _MOST_MEGABYTES[kind] * 1_000_000


def suffix_of(name: str) -> str:
    """The ending that tells the format, in lower case."""
    return PurePath(name).suffix.lower()


def _without_mark(head: bytes) -> bytes:
    return head.removeprefix(b"\xef\xbb\xbf")


def _refuse_data(name: str, head: bytes) -> None:
    found = next((words for signature, words in _SIGNATURES if head.startswith(signature)), None)
    if head.startswith(_OLD_OFFICE):
        is_locked = _ENCRYPTED in head
        found = "an old Office document; saved as DOCX or PDF it can be read"
        if is_locked:
            raise ArticleError(name, "protected by a password; save a copy without one")
    if found is None and not head.startswith(_WIDE_MARKS):
        controls = len(head) - len(head.translate(None, _CONTROLS))
        found = "binary data" if controls > max(2, _MOST_CONTROLS * len(head)) else None
    if found:
        raise ArticleError(name, f"not an article but {found}; {ACCEPTED} is expected")
