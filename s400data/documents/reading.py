"""Reading: a raw article's bytes turned into its words, whatever the format."""

from collections.abc import Callable

from s400data.documents.decoding import clean, decode
from s400data.documents.kinds import ACCEPTED
from s400data.documents.mails import read_mail
from s400data.documents.pages import read_page
from s400data.documents.pdfs import read_pdf
from s400data.documents.raw import Document, Kind, RawArticle
from s400data.documents.records import read_record
from s400data.documents.words import read_word
from s400data.errors import ArticleError

# The longest articles run to some 200,000 letters.
_MOST_LETTERS = 600_000
_MOST_LINES = 40_000
_READERS: dict[Kind, Callable[[RawArticle], Document]] = {
    "text": lambda article: _read_text(article),
    "page": read_page,
    "pdf": read_pdf,
    "word": read_word,
    "mail": read_mail,
    "record": read_record,
}


def read_document(article: RawArticle) -> Document:
    """Read `article` by its kind and clean its words; what cannot be read raises `ArticleError` with the reason."""
    found = _READERS[article.kind](article)
    # Where lines or letters are this many, it is a book, a log, or made to keep the program busy.
    if len(found.text) > _MOST_LETTERS or found.text.count("\n") > _MOST_LINES:
        raise ArticleError(
            article.name,
            f"too long for one article; up to {_MOST_LETTERS:,} letters and {_MOST_LINES:,} lines are accepted",
        )
    text, notes = clean(found.text)
    if not text.strip():
        raise ArticleError(article.name, f"holds only white space; {ACCEPTED} is expected")
    told = tuple((field, " ".join(clean(value)[0].split())) for field, value in found.told)
    return Document(found.name, text, told, (*found.notes, *notes), found.checksum)


def _read_text(article: RawArticle) -> Document:
    text, notes = decode(article.name, article.raw)
    return Document(article.name, text, (), notes, article.checksum)
