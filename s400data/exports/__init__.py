"""Exports: frames as files that other programs read."""

from s400data.exports.cells import neutralise
from s400data.exports.citations import CITED, FORMS, publication_words, speaker, to_citation, to_markdown_list
from s400data.exports.sheets import to_csv, to_json
from s400data.exports.stamped import STAMP_COLUMNS, write_stamped
from s400data.exports.workbooks import to_xlsx

__all__ = [
    "CITED",
    "FORMS",
    "STAMP_COLUMNS",
    "neutralise",
    "publication_words",
    "speaker",
    "to_citation",
    "to_csv",
    "to_json",
    "to_markdown_list",
    "to_xlsx",
    "write_stamped",
]
