"""Articles: documents turned into clean text with title, outlet, author and date, each with its ground.

What is cut (menus, captions, related items) is kept as furniture. When it is unsure whether a line belongs to the
article, it stays.
"""

from s400data.articles.datelines import Dateline, dateline_span, read_dateline
from s400data.articles.reading import read_article, read_plain

__all__ = [
    "Dateline",
    "dateline_span",
    "read_article",
    "read_dateline",
    "read_plain",
]
