"""Intake: files into the store, once each, whatever becomes of the others; corrections and reading again.

The language pipeline is loaded only where something must be read, and only by processes of their own.
"""

from s400data.intake.correcting import Change, correct_articles
from s400data.intake.editions import find_edition
from s400data.intake.importing import FileColumns, import_files
from s400data.intake.rereading import reread_articles

__all__ = [
    "Change",
    "FileColumns",
    "correct_articles",
    "find_edition",
    "import_files",
    "reread_articles",
]
