"""Words: the text of a DOCX document."""

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from s400data.documents.raw import Document, Field, RawArticle
from s400data.errors import ArticleError

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

# A document of an article takes a few hundred kB when unpacked, pictures aside.
_MOST_XML = 60_000_000
_MOST_PARTS = 5_000
_TITLES = ("Title", "Heading 1")
_BROKEN = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, EOFError, NotImplementedError, RuntimeError,
    SyntaxError,
)  # fmt: skip


def read_word(article: RawArticle) -> Document:
    """Read the paragraphs and table cells of a document in their order; a paragraph in title style is the title."""
    import docx
    from docx.opc.exceptions import OpcError
    from docx.oxml.exceptions import InvalidXmlError

    _refuse_bombs(article)
    try:
        paragraphs = list(_paragraphs(docx.Document(BytesIO(article.raw))))
    except (*_BROKEN, OpcError, InvalidXmlError, AttributeError, TypeError, AssertionError) as error:
        raise ArticleError(article.name, f"not a whole Word document: {error}") from error
    title = next((text for text, style in paragraphs[:3] if style in _TITLES and text.strip()), None)
    told: tuple[tuple[Field, str], ...] = (("title", " ".join(title.split())),) if title else ()
    return Document(article.name, "\n\n".join(text for text, _ in paragraphs), told, (), article.checksum)


def _refuse_bombs(article: RawArticle) -> None:
    try:
        with zipfile.ZipFile(BytesIO(article.raw)) as archive:
            members = archive.infolist()
    except _BROKEN as error:
        raise ArticleError(article.name, f"not a whole Word document: {error}") from error
    if any(member.flag_bits & 1 for member in members):
        raise ArticleError(article.name, "protected by a password; save a copy without one")
    size = sum(member.file_size for member in members if member.filename.endswith((".xml", ".rels")))
    if size > _MOST_XML or len(members) > _MOST_PARTS:
        raise ArticleError(article.name, f"would grow to {size / 1e6:.0f} MB when unpacked; it is refused")


def _paragraphs(document: "WordDocument") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            found += [(cell.text, "") for row in block.rows for cell in row.cells]
        else:
            found.append((block.text, block.style.name if block.style is not None else ""))
    return found
