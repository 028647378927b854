"""Files: one article read from a file, as the import reads it."""

from s400data.articles import read_article
from s400data.documents import open_file, read_document
from s400data.errors import ArticleError


def read_file(path):
    """The first article of a file; the error of a file without one is raised."""
    found = next(open_file(path))
    if isinstance(found, ArticleError):
        raise found
    return read_article(read_document(found))
