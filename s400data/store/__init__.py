"""Store: the tables in SQL; SQLite in a file by default, another database by its address."""

from s400data.store.folding import fold
from s400data.store.highlights import find_terms
from s400data.store.imports import ImportReport, ImportStep, Outcome, import_extractions
from s400data.store.searches import Search, read_search
from s400data.store.stores import Saved, Store, open_store

__all__ = [
    "ImportReport",
    "ImportStep",
    "Outcome",
    "Saved",
    "Search",
    "Store",
    "find_terms",
    "fold",
    "import_extractions",
    "open_store",
    "read_search",
]
