"""Feeds: the entries of an RSS or Atom file, each a record."""

from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from time import struct_time
from typing import Any

from s400data.documents.raw import RawArticle
from s400data.documents.records import to_record
from s400data.errors import ArticleError


def open_feed(raw: bytes, name: str) -> Iterator[RawArticle | ArticleError]:
    """Yield a record for each entry, with the feed's title for its outlet."""
    import feedparser

    try:
        # Bytes in a stream: a bare text that looks like an address would be fetched.
        feed = feedparser.parse(BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, LookupError, RecursionError) as error:
        raise ArticleError(name, f"not a feed that can be read: {error}") from error
    if not feed.entries:
        raise ArticleError(name, "no RSS or Atom feed with entries; other XML is not read")
    outlet = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, 1):
        yield to_record(f"{name}, entry {number}", _fields(entry, outlet))


def _fields(entry: dict[str, Any], outlet: str | None) -> dict[str, Any]:
    # The library hands out the day of an update for a missing day of publication, and the other way round.
    own = partial(dict.get, entry)
    contents = [*(part.get("value") for part in entry.get("content", [])), entry.get("summary")]
    source = entry.get("source", {})
    return {
        "title": entry.get("title"),
        "outlet": source.get("title") or outlet,
        "author": entry.get("author"),
        "date": _day(own("published_parsed")) or own("published"),
        "updated": _day(own("updated_parsed")),
        "url": entry.get("link"),
        "text": max((text for text in contents if text), key=len, default=""),
    }


def _day(time: struct_time | None) -> str | None:
    try:
        return datetime.fromtimestamp(timegm(time), UTC).date().isoformat() if time else None
    except (ValueError, OverflowError, OSError):
        return None
