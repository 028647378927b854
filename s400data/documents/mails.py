"""Mails: the article in an e-mail or a page saved as one file, and those attached to it."""

import re
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime
from io import BytesIO
from typing import IO

from s400data.documents.decoding import decode
from s400data.documents.kinds import FORMATS, HEAD_BYTES, FileKind, find_kind, suffix_of
from s400data.documents.pages import find_page_words
from s400data.documents.raw import Document, Field, RawArticle
from s400data.errors import ArticleError

Open = Callable[[IO[bytes], str, FileKind], Iterator[RawArticle | ArticleError]]

_MOST_PARTS = 500
_MOST_HEADER = 20_000
# With an attachment, a body shorter than this is a covering note.
_FEWEST_WORDS = 60
_FORWARDED = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg)\s*:)+\s*", re.IGNORECASE)
# What the standard library raises on headers and encodings that break its own rules.
_BROKEN = (MessageError, ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError)


def open_mail(raw: bytes, name: str, open_part: Open) -> Iterator[RawArticle | ArticleError]:
    """Yield the mail's own article, then what `open_part` finds in its attachments."""
    mail = _parse(raw, name)
    attached = [(part, _file_name(part)) for part in _leaves(mail)]
    attached = [(part, file) for part, file in attached if file and suffix_of(file) in FORMATS]
    if not attached or len(" ".join(_body(mail)).split()) >= _FEWEST_WORDS:
        yield RawArticle(name, "mail", raw)
    for part, file in attached:
        yield from _open_attached(part, f"{name}/{file}", open_part)


def read_mail(article: RawArticle) -> Document:
    """Read the body of a mail; its subject is the title."""
    mail = _parse(article.raw, article.name)
    texts, pages = _body(mail)
    told: list[tuple[Field, str]] = []
    subject = _header(mail, "Subject")
    if subject:
        told.append(("title", _FORWARDED.sub("", subject)))
    if day := _day(mail):
        told.append(("date", day))
    address = _header(mail, "Snapshot-Content-Location") or parseaddr(_header(mail, "From") or "")[1].partition("@")[2]
    if pages and len(pages.split()) > len(texts.split()):
        page = find_page_words(article.name, pages, address if "/" in address else None)
        return Document(article.name, page.text, (*page.told, *told), page.notes, article.checksum)
    if address:
        told.append(("url", address))
    return Document(article.name, texts, tuple(told), (), article.checksum)


def _parse(raw: bytes, name: str) -> Message:
    try:
        mail = message_from_bytes(raw, policy=default)
        parts = len(list(mail.walk()))
        longest = max(len(str(value)) for part in mail.walk() for _, value in (*part.raw_items(), ("", "")))
    except _BROKEN as error:
        raise ArticleError(name, f"not an e-mail that can be read: {error}") from error
    if parts > _MOST_PARTS:
        raise ArticleError(name, f"has {parts} parts; up to {_MOST_PARTS} are accepted")
    if longest > _MOST_HEADER:
        raise ArticleError(name, f"has a header line of {longest:,} letters; up to {_MOST_HEADER:,} are accepted")
    if not mail.keys():
        raise ArticleError(name, "not an e-mail: it has no header lines")
    return mail


def _leaves(mail: Message) -> list[Message]:
    return [part for part in mail.walk() if not part.is_multipart()]


def _body(mail: Message) -> tuple[str, str]:
    """The text and the page that the mail shows, empty where it has none."""
    found = {"text/plain": "", "text/html": ""}
    for part in _leaves(mail):
        kind = part.get_content_type()
        if kind in found and not found[kind] and _file_name(part) is None:
            found[kind] = _words(part)
    return found["text/plain"], found["text/html"]


def _words(part: Message) -> str:
    raw = _bytes(part)
    try:
        return raw.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode("mail", raw)[0] if raw else ""


def _bytes(part: Message) -> bytes:
    try:
        raw = part.get_payload(decode=True)
    except _BROKEN:
        return b""
    return raw if isinstance(raw, bytes) else b""


def _file_name(part: Message) -> str | None:
    try:
        name = part.get_filename() if isinstance(part, EmailMessage) else None
    except _BROKEN:
        return None
    return re.sub(r"[\x00-\x1f/\\]", "_", str(name)) if name else None


def _header(mail: Message, name: str) -> str | None:
    try:
        value = mail.get(name)
        return " ".join(str(value).split()) if value else None
    except _BROKEN:
        return None


def _day(mail: Message) -> str | None:
    try:
        return parsedate_to_datetime(_header(mail, "Date") or "").date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _open_attached(part: Message, name: str, open_part: Open) -> Iterator[RawArticle | ArticleError]:
    raw = _bytes(part)
    try:
        kind = find_kind(name, raw[:HEAD_BYTES])
        if kind in ("mail", "archive"):
            raise ArticleError(name, "a mail or an archive inside a mail; save it and import it by itself")
        yield from open_part(BytesIO(raw), name, kind)
    except ArticleError as error:
        yield error
