"""Store: the tables in SQL; SQLite in a file by default, another database by its address."""

from s400data.store.folding import find_terms, fold, search_terms
from s400data.store.imports import ImportReport, ImportStep, Outcome, import_extractions
from s400data.store.stores import Saved, Store, open_store

__all__ = [
    "ImportReport",
    "ImportStep",
    "Outcome",
    "Saved",
    "Store",
    "find_terms",
    "fold",
    "import_extractions",
    "open_store",
    "search_terms",
]
