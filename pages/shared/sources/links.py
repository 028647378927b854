"""Links: the way from a cell, a fact or a term to its words, as HTML; every word is escaped here."""

from collections.abc import Iterable
from html import escape
from urllib.parse import urlencode

from pages.shared.address import MISSING, article_params, to_params
from s400data.comparison import UNKNOWN_OUTLET
from s400data.queries import Selection


def article_link(selection: Selection, article_id: str, place: str | None, words: str) -> str:
    """Link into an article at the number of a mark or at "start-end"."""
    address = urlencode(article_params(selection, article_id, place), doseq=True)
    return f'<a href="article?{escape(address)}" target="_self">{escape(words)}</a>'


def quotes_link(selection: Selection, narrower: dict[str, str], words: str) -> str:
    """Link to the quotations of `selection`, narrowed by filters of the URL."""
    address = urlencode({**to_params(selection), **{name: [value] for name, value in narrower.items()}}, doseq=True)
    return f'<a href="quotes?{escape(address)}" target="_self">{escape(words)}</a>'


def pair_link(selection: Selection, one: str, two: str, words: str = "Side by side") -> str:
    """Link to two articles beside each other."""
    return part_link(selection, "pair", {"one": one, "two": two}, words)


def part_link(selection: Selection, part: str, own: dict[str, str], words: str) -> str:
    """Link to a part of the comparison with what of it stands in the URL."""
    address = urlencode(
        {**to_params(selection), "part": [part], **{name: [value] for name, value in own.items()}}, True
    )
    return f'<a href="sources?{escape(address)}" target="_self">{escape(words)}</a>'


def outlet_link(selection: Selection, outlet: str) -> str:
    """Outlet with the way to its quotations."""
    return quotes_link(selection, {"outlet": MISSING if outlet == UNKNOWN_OUTLET else outlet}, outlet)


def number_html(n: int) -> str:
    """A number of a table; where there is nothing to count, a dot that lets the others stand out."""
    return f"{n:,}" if n else '<span class="desk-note" title="0">·</span>'


def table_html(heads: Iterable[str], rows: Iterable[Iterable[str]], *, numbers: Iterable[int] = ()) -> str:
    """Table of finished HTML cells; columns in `numbers` are set flush right."""
    right = set(numbers)
    head = "".join(f'<th scope="col"{_flush(n, right)}>{escape(name)}</th>' for n, name in enumerate(heads))
    body = "".join(
        "<tr>" + "".join(f"<td{_flush(n, right)}>{cell}</td>" for n, cell in enumerate(row)) + "</tr>" for row in rows
    )
    table = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return f'<div class="sources-scroll"><table class="sources-table">{table}</table></div>'


def _flush(column: int, right: set[int]) -> str:
    return ' class="n"' if column in right else ""
