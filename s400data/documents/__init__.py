"""Documents: files of any format that articles come in, opened and read within safe limits.

A file holds one raw article or many (a table, a feed, an archive, a mail with attachments); a document is one of them
as words, with what its file says of it. Nothing is unpacked to disk or fetched.
"""

from s400data.documents.files import find_article_files, find_skipped_files
from s400data.documents.kinds import FORMATS
from s400data.documents.opening import open_file
from s400data.documents.raw import FIELDS, Document, Field, RawArticle
from s400data.documents.reading import read_document
from s400data.documents.records import Columns
from s400data.documents.samples import sample_file

__all__ = [
    "FIELDS",
    "FORMATS",
    "Columns",
    "Document",
    "Field",
    "RawArticle",
    "find_article_files",
    "find_skipped_files",
    "open_file",
    "read_document",
    "sample_file",
]
