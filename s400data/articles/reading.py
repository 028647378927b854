"""Reading: one document, or one text taken as it is, turned into an Article."""

import hashlib
from datetime import date

from s400data.articles.blocks import Block, read_blocks
from s400data.articles.bylines import read_byline, read_name, read_wire_credit
from s400data.articles.headers import Header, read_headers
from s400data.articles.headlines import Headline, cut_head, find_body_start, find_headline
from s400data.articles.labels import AGENCY, BYLINE, DATE_LINE, cut_labels
from s400data.articles.languages import cut_other_languages, other_language
from s400data.articles.origins import find_origin
from s400data.articles.publication import Publication, find_publication
from s400data.articles.sheets import Sheet, line_rule
from s400data.articles.splitting import split_glued
from s400data.articles.tails import cut_tail
from s400data.documents import Document
from s400data.errors import ArticleError
from s400data.records import Article, Furniture, Mention

# Less than this is a headline, a caption or an error page.
FEWEST_WORDS = 25


def read_article(document: Document) -> Article:
    """Read the article in a document; whatever cannot become one raises `ArticleError` with the reason."""
    headers, blocks = read_headers(read_blocks(document.text))
    headers = (*_told(document), *headers)
    sheet = split_glued(blocks)
    cut_labels(sheet)
    cut_other_languages(sheet)
    start = find_body_start(sheet)
    headline = find_headline(sheet, start, next((h.value for h in headers if h.key == "title" and h.value), None))
    title_line = _title_line(sheet, headers, headline)
    cut_head(sheet, start, headline)
    author = _author(sheet, headers, start)
    cut_tail(sheet, start, author)
    body = _body(sheet, headline)
    _refuse_other_languages(document.name, body or document.text)
    if len(body.split()) < FEWEST_WORDS:
        raise ArticleError(
            document.name, f"no article in it: {len(body.split())} words of running text, {FEWEST_WORDS} are needed"
        )
    origin = find_origin(sheet, headers, title_line)
    top = headline.place if headline and headline.place is not None else -1
    publication = find_publication(sheet, headers, start, top, body, origin)
    return _article(document, body, headline, sheet, headers, author, origin.name if origin else None, publication)


def read_plain(doc_id: str, text: str, published: str | None, title: str | None) -> Article:
    """Take a text as it is: no clean-up. A date that is not ISO 8601 raises `ArticleError`."""
    day = _iso_day(doc_id, published)
    headline = Mention(0, len(title), title) if title and text.startswith(title) else None
    publication = Publication(day, "day" if day else None, "metadata" if day else "unknown", published)
    return Article(
        article_id=doc_id,
        path=doc_id,
        title=title,
        outlet=None,
        author=None,
        published=publication.published,
        published_precision=publication.precision,
        published_basis=publication.basis,
        published_evidence=publication.evidence,
        language="en",
        text=text,
        headline=headline,
        furniture=(),
        notes=(),
        checksum=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def _iso_day(doc_id: str, published: str | None) -> date | None:
    if published is None or not str(published).strip():
        return None
    try:
        return date.fromisoformat(str(published).strip()[:10])
    except ValueError as error:
        raise ArticleError(doc_id, f"'{published}' is no date; YYYY-MM-DD is expected") from error


def _told(document: Document) -> tuple[Header, ...]:
    return tuple(Header(key, value, Block(1, f"{key}: {value}", False)) for key, value in document.told)


def _article(
    document: Document,
    body: str,
    headline: Headline | None,
    sheet: Sheet,
    headers: tuple[Header, ...],
    author: str | None,
    outlet: str | None,
    publication: Publication,
) -> Article:
    remarks = [*document.notes, *publication.notes]
    if outlet is None:
        remarks.append("no outlet was found")
    if headline is None:
        remarks.append("no headline was found")
    text = f"{headline.text}\n\n{body}" if headline else body
    return Article(
        article_id="a" + document.checksum[:12],
        path=document.name,
        title=headline.text if headline else None,
        outlet=outlet,
        author=author,
        published=publication.published,
        published_precision=publication.precision,
        published_basis=publication.basis,
        published_evidence=publication.evidence,
        language="en",
        text=text,
        headline=Mention(0, len(headline.text), headline.text) if headline else None,
        furniture=_furniture(sheet, headers),
        notes=tuple(remarks),
        checksum=document.checksum,
    )


def _body(sheet: Sheet, headline: Headline | None) -> str:
    top = headline.place if headline else None
    return "\n\n".join(sheet.blocks[place].text for place in sheet.kept() if place != top)


def _furniture(sheet: Sheet, headers: tuple[Header, ...]) -> tuple[Furniture, ...]:
    cut = [Furniture(sheet.blocks[n].line, sheet.blocks[n].text, reason) for n, reason in sheet.reasons.items()]
    cut += [Furniture(header.block.line, header.block.text, "header line") for header in headers]
    return tuple(sorted(cut, key=lambda item: item.line))


def _title_line(sheet: Sheet, headers: tuple[Header, ...], headline: Headline | None) -> str | None:
    """The headline as the page prints it, with the site's name behind it."""
    if headline and headline.place is not None:
        return sheet.blocks[headline.place].text
    return next((header.value for header in headers if header.key == "title"), None)


def _author(sheet: Sheet, headers: tuple[Header, ...], start: int) -> str | None:
    for header in headers:
        if header.key == "author" and header.value:
            byline = read_byline(f"By {header.value}")
            return byline.author if byline else header.value
    furniture = [(place, sheet.blocks[place].bare, reason) for place, reason in sorted(sheet.reasons.items())]
    signed = [b.author for _, words, reason in furniture if reason in (BYLINE, DATE_LINE) and (b := read_byline(words))]
    named = [read_name(words) for place, words, reason in furniture if reason == BYLINE and place < start + 4]
    named += [
        name
        for place, words, reason in furniture
        if reason == DATE_LINE and place < start + 4 and (name := _before_bar(words))
    ]
    wired = [read_wire_credit(words) for _, words, reason in furniture if reason in (AGENCY, "glued footer")]
    return next((name for name in (*signed, *named, *wired) if name), None)


def _before_bar(line: str) -> str | None:
    """The author in a date line: "Jane Doe | 14.12.2020", but no section: "Middle East | 14.12.2020"."""
    name, bar, _ = line.partition("|")
    return read_name(name) if bar and not line_rule(name.strip(), "line") else None


def _refuse_other_languages(name: str, text: str) -> None:
    language = other_language(text)
    if language:
        raise ArticleError(name, f"the text is in {language}; English is accepted")
