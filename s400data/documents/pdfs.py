"""PDFs: the text layer of a PDF file, put back into paragraphs, lines that every page repeats left out."""

import re
from collections import Counter
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING

from s400data.documents.raw import Document, Field, RawArticle
from s400data.errors import ArticleError

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_MOST_PAGES = 300
_MOST_LETTERS = 600_000
# Lines further apart than this many usual distances begin a paragraph.
_PARAGRAPH_GAP = 1.35
# Lines at the edge of a page that this share of the pages repeat are running heads.
_REPEATED = 0.5
_EDGE_LINES = 2
_FEWEST_PAGES = 3
# A line shorter than this share of the widest one is the last of its paragraph, if it ends a sentence.
_FULL_LINE = 0.75
_ENDS = re.compile(r"[.!?:][\"'”’)\]]*\s*$")
_HYPHEN = re.compile("(\\w+)[\u00ad\ufffe\x02-]\r?\n(\\w+)")
_MARKED = re.compile("[\u00ad\ufffe\x02]")
_ADDRESS = re.compile(r"https?://[^\s]+", re.IGNORECASE)
_PREFIXES = frozenset(["anti", "non", "self", "pro", "ex", "co", "pre", "post", "vice", "long", "short", "so", "two"])
# The library reads one document at a time in a process.
_LOCK = Lock()


def read_pdf(article: RawArticle) -> Document:
    """Read the text layer; a file without one, such as a scan, raises `ArticleError`."""
    import pypdfium2

    with _LOCK:
        try:
            pages = _read_pages(article)
        except pypdfium2.PdfiumError as error:
            locked = "password" in str(error).lower()
            reason = "protected by a password; save a copy without one" if locked else f"a damaged PDF: {error}"
            raise ArticleError(article.name, reason) from error
    if not any(line.strip() for page in pages for line in page):
        raise ArticleError(article.name, "a PDF without a text layer, such as a scan; text recognition must come first")
    heads = _running_heads(pages)
    kept = ["\n".join(line for n, line in enumerate(page) if not _is_head(page, n, heads)) for page in pages]
    address = next((found[0] for head in pages[:1] for line in head if (found := _ADDRESS.search(line))), None)
    is_printed = address and _edge_form(next(line for line in pages[0] if address in line)) in heads
    told: tuple[tuple[Field, str], ...] = (("url", address),) if address and is_printed else ()
    return Document(article.name, _paragraphs(_joined("\n".join(kept))), told, (), article.checksum)


def _read_pages(article: RawArticle) -> list[list[str]]:
    from pypdfium2 import PdfDocument

    document = PdfDocument(article.raw)
    try:
        if len(document) > _MOST_PAGES:
            raise ArticleError(article.name, f"has {len(document)} pages; up to {_MOST_PAGES} are accepted")
        pages: list[list[str]] = []
        letters = 0
        for number in range(len(document)):
            page = document[number]
            lines = _lines(page.get_textpage())
            page.close()
            letters += sum(map(len, lines))
            if letters > _MOST_LETTERS:
                raise ArticleError(article.name, f"holds more than {_MOST_LETTERS:,} letters")
            pages.append(lines)
        return pages
    finally:
        document.close()


def _lines(page: "PdfTextPage") -> list[str]:
    """Lines of a page; an empty one stands where the page leaves more room than between lines."""
    text = page.get_text_range()
    lines: list[tuple[str, float | None]] = []
    place = 0
    for line in text.split("\n"):
        first = place + len(line) - len(line.lstrip())
        lines.append((line.rstrip("\r"), _bottom(page, first) if line.strip() else None))
        place += len(line) + 1
    page.close()
    gaps = [above - below for (_, above), (_, below) in pairwise(lines) if above and below]
    # A page of short paragraphs has more gaps than lines; the smaller distances are those between lines.
    usual = _lower_quartile([gap for gap in gaps if gap > 1])
    spaced: list[str] = []
    last: float | None = None
    for line, bottom in lines:
        if bottom is not None and last is not None and (last - bottom > _PARAGRAPH_GAP * usual or bottom > last + 1):
            spaced.append("")
        spaced.append(line)
        last = bottom if bottom is not None else last
    return spaced


def _lower_quartile(gaps: list[float]) -> float:
    return sorted(gaps)[len(gaps) // 4] if gaps else 0.0


def _bottom(page: "PdfTextPage", index: int) -> float | None:
    try:
        box = page.get_charbox(index, loose=True)
    except (ValueError, IndexError, RuntimeError):
        return None
    return float(box[1])


def _edge_form(line: str) -> str:
    """A line as the next page would print it: other numbers, the same words."""
    return re.sub(r"\d+", "#", line).strip()


def _edges(page: list[str]) -> list[int]:
    full = [n for n, line in enumerate(page) if line.strip()]
    return [*full[:_EDGE_LINES], *full[-_EDGE_LINES:]]


def _running_heads(pages: list[list[str]]) -> frozenset[str]:
    if len(pages) < 2:
        return frozenset()
    seen = Counter(form for page in pages for form in {_edge_form(page[n]) for n in _edges(page)})
    least = max(2, _REPEATED * len(pages)) if len(pages) >= _FEWEST_PAGES else 2
    return frozenset(form for form, pages_with in seen.items() if pages_with >= least)


def _is_head(page: list[str], place: int, heads: frozenset[str]) -> bool:
    return place in _edges(page) and _edge_form(page[place]) in heads


def _paragraphs(text: str) -> str:
    """Lines put together where nothing parts them: no room left, no last line that is short and ends a sentence."""
    lines = text.split("\n")
    widest = max(map(len, lines), default=0)
    paragraphs = [""]
    before = ""
    for line in lines:
        last = paragraphs[-1]
        if not line.strip() or paragraphs[-1] == "" or (len(before) < _FULL_LINE * widest and _ENDS.search(last)):
            paragraphs.append(line)
        else:
            paragraphs[-1] = f"{last} {line}"
        before = line
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip())


def _joined(text: str) -> str:
    """`text` with words put together again that were parted at the end of a line."""
    words = Counter(re.findall(r"[\w-]+", text.lower()))

    def join(match: re.Match[str]) -> str:
        first, rest = match[1], match[2]
        whole, hyphened = f"{first}{rest}".lower(), f"{first}-{rest}".lower()
        keeps = words[hyphened] > words[whole] or first.lower() in _PREFIXES or not rest[0].islower()
        return f"{first}-{rest}" if keeps and not (words[whole] > words[hyphened]) else f"{first}{rest}"

    return _MARKED.sub("", _HYPHEN.sub(join, text))
