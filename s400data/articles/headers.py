"""Headers: what a file says of its article in so many words ("Title: ...", "URL: ..."), and addresses of the page."""

import re
from dataclasses import dataclass

from s400data.articles.blocks import Block
from s400data.knowledge.fields import fields_by_name, fold_name

_PAIR = re.compile(
    r"^[#>*\s]*[\"']?(?P<key>[A-Za-z][\w: -]{0,24}?)[\"']?\*{0,2}\s*[:=]\s*\*{0,2}[\"']?(?P<value>.*?)[\"']?,?$"
)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"')\]]+", re.IGNORECASE)
_LEADING_DATE = re.compile(r"^date (?P<date>(?:19|20)\d\d-\d\d(?:-\d\d)?)\s+(?P<rest>\S.*)$")
# Header lines stand together at the top; this many lines may hold them.
_REACH = 20
_FENCE = re.compile(r"^(?:-{3,}|={3,}|\*{3,}|_{3,}|\+{3,})$")


@dataclass(frozen=True, slots=True)
class Header:
    """One header line: what it tells (title, outlet, date, updated, author, url, other), the words, and its block."""

    key: str
    value: str
    block: Block


def read_headers(blocks: tuple[Block, ...]) -> tuple[tuple[Header, ...], tuple[Block, ...]]:
    """Split `blocks` into header lines at the top and the rest.

    A single "Source: Reuters" proves no header: it takes a title or an address, or two lines in a row.
    """
    headers: list[Header] = []
    rest: list[Block] = []
    for n, block in enumerate(blocks):
        header = _header(block) if n < _REACH and len(rest) <= _intruders(headers) else None
        if header:
            headers.append(header)
        else:
            rest.append(block)
    dated = _LEADING_DATE.match(rest[0].text) if rest else None
    if dated:
        headers.append(Header("date", dated["date"], Block(rest[0].line, f"date {dated['date']}", False)))
        rest[0] = Block(rest[0].line, dated["rest"], rest[0].gap)
    telling = {header.key for header in headers} & {"title", "url"} or len(headers) > 1 or dated
    return (tuple(headers), tuple(rest)) if telling else ((), blocks)


def page_address(text: str) -> str | None:
    """The address in a line that is nothing but one, with or without a label; None for running text with a link."""
    match = _URL.search(text)
    if not match:
        return None
    others = re.sub(
        r"(?i)\b(?:url|link|source|canonical|permalink|web|from|original|retrieved|available|at|via|read more|see)\b",
        "",
        text,
    )
    others = re.sub(r"[\W_]+", " ", others.replace(match[0], " "))
    return match[0].rstrip(".,;") if len(others.split()) <= 2 else None


def _intruders(headers: list[Header]) -> int:
    """How many other lines may come between: a rule or a site name, once headers have begun."""
    return 1 if headers else 0


def _header(block: Block) -> Header | None:
    if _FENCE.match(block.text):
        return Header("other", block.text, block)
    pair = _PAIR.match(block.text)
    field = fields_by_name().get(fold_name(pair["key"])) if pair else None
    key = "other" if field == "text" else field
    if not pair or not key or (key not in ("title", "other") and len(pair["value"].split()) > 20):
        return None
    # "Source: https://..." is the address of the page.
    if key in ("outlet", "other") and page_address(pair["value"]):
        key = "url"
    return Header(key, pair["value"].strip(" \"'"), block)
