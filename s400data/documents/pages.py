"""Pages: the words of an HTML page and what its head says of it; the page's own furniture rules come later."""

import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from s400data.documents.decoding import decode, drop_invisible
from s400data.documents.raw import Document, Field, RawArticle
from s400data.errors import ArticleError
from s400data.knowledge.outlets import host_of

if TYPE_CHECKING:
    from lxml.etree import _Element
    from trafilatura.settings import Document as Extracted

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_MARK_UP = re.compile(r"</?(?:p|br|div|h[1-6]|li|ul|ol|blockquote|span|a|b|i|em|strong|img|figure)\b[^<>]*>", re.I)
_FEWEST_TAGS = 2
# A page whose article is shorter than this was not understood; all its words are handed on instead.
_FEWEST_WORDS = 40
_SILENT = re.compile("script|style|noscript|template|svg|iframe|form|select|button|head|nav|aside|footer")
_BLOCK = re.compile(
    "p|br|div|h[1-6]|li|[uo]l|tr|t[dh]|table|blockquote|section|article|header|main|figure|figcaption|pre|hr|d[dt]|title"
)


@dataclass(frozen=True, slots=True)
class PageWords:
    """Lines of a page, what its head tells, and remarks."""

    text: str
    told: tuple[tuple[Field, str], ...]
    notes: tuple[str, ...]


def read_page(article: RawArticle) -> Document:
    """Read a saved page."""
    html, notes = _decoded(article)
    page = find_page_words(article.name, html)
    return Document(article.name, page.text, page.told, (*notes, *page.notes), article.checksum)


def find_page_words(name: str, html: str, address: str | None = None) -> PageWords:
    """Find the article in `html` and its metadata; `address` is the page's, where it is known from elsewhere."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Extracted

    # What it cannot make sense of is said to the reader below.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    saved = _SAVED_FROM.search(html[:4000])
    html = _DECLARATION.sub("", drop_invisible(html))
    try:
        found = bare_extraction(
            html,
            url=address or (saved[1] if saved else None),
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError):
        # The library is made for whole pages; what it stumbles over is read without it.
        found = None
    page = found if isinstance(found, Extracted) else Extracted()
    lines = [line.removeprefix("- ") for line in (page.text or "").splitlines()]
    told = tuple(_told(page, address))
    if len(" ".join(lines).split()) >= _FEWEST_WORDS:
        return PageWords("\n\n".join(lines), told, ())
    whole = to_lines(html)
    if not whole.strip():
        raise ArticleError(name, "the page shows no words; pages that are filled by a script must be saved complete")
    return PageWords(whole, told, ("the article was not told from the rest of the page by its mark-up",))


def has_mark_up(text: str) -> bool:
    """Whether `text` is a piece of HTML."""
    return len(_MARK_UP.findall(text)) >= _FEWEST_TAGS


def to_lines(html: str) -> str:
    """The words that `html` shows, a line for each block, menus and forms left out."""
    from lxml import etree
    from lxml import html as parser

    try:
        root = parser.document_fromstring(_DECLARATION.sub("", drop_invisible(html)))
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
    parts: list[str] = []
    silent: list[_Element] = []
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            _open_node(node, parts, silent)
        else:
            _close_node(event, node, parts, silent)
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _open_node(node: "_Element", parts: list[str], silent: "list[_Element]") -> None:
    if _SILENT.fullmatch(str(node.tag)):
        silent.append(node)
    if not silent:
        parts.append("\n" if _is_block(node) else "")
        parts.append(re.sub(r"\s+", " ", node.text or ""))


def _close_node(event: str, node: "_Element", parts: list[str], silent: "list[_Element]") -> None:
    if silent and silent[-1] is node:
        silent.pop()
    if not silent:
        parts.append("\n" if event == "end" and _is_block(node) else "")
        parts.append(re.sub(r"\s+", " ", node.tail or ""))


def _is_block(node: "_Element") -> bool:
    return _BLOCK.fullmatch(str(node.tag)) is not None


def _decoded(article: RawArticle) -> tuple[str, tuple[str, ...]]:
    told = _CHARSET.search(article.raw[:4096])
    if told:
        try:
            return article.raw.decode(told[1].decode("ascii")), ()
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(article.name, article.raw)


def _told(found: "Extracted", address: str | None) -> list[tuple[Field, str]]:
    url = found.url or address
    host = host_of(url) if url else None
    told: list[tuple[Field, str | None]] = [
        ("title", found.title),
        # A name that is only the address tells less than the address itself.
        ("outlet", None if found.sitename in (host, found.hostname) else found.sitename),
        ("author", found.author and found.author.replace(";", ",")),
        ("date", found.date),
        ("url", url),
    ]
    return [(field, " ".join(value.split())) for field, value in told if value and value.strip()]
