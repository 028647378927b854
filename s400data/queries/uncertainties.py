"""Doubts: what the collection does not know, each with the rows behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, FromClause, Select, cast, func, null, select
from sqlalchemy.types import Integer, Text

from s400data.errors import TableError
from s400data.queries.conditions import Clause, matching, source
from s400data.queries.selections import EVERYTHING, About, Selection
from s400data.queries.views import DOUBT_ROW_VIEW, DOUBT_VIEW
from s400data.store import Store
from s400data.store.engines import fetch, reading
from s400data.store.schema import articles, events, import_errors, quotations, timexes
from s400data.tables.frames import to_frame

NOTHING = cast(null(), Text)


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that is not known: the rows it touches are those of `rows` that fit `clause`.

    `about` says which filters of a selection apply; None where none does.
    """

    doubt: str
    label: str
    meaning: str
    table: str
    about: About | None
    rows: FromClause
    clause: Clause
    cells: Mapping[str, ColumnElement[Any]]


def _article_doubt(doubt: str, label: str, meaning: str, clause: Clause) -> Doubt:
    title = func.coalesce(articles.c.title, articles.c.path)
    cells = {"row_id": articles.c.article_id, "words": title, "reason": articles.c.published_evidence}
    return Doubt(doubt, label, meaning, "articles", "articles", articles, clause, cells)


def _event_doubt(doubt: str, label: str, meaning: str, clause: Clause) -> Doubt:
    cells = {
        "row_id": events.c.event_id,
        "words": events.c.sentence,
        "start": events.c.sentence_start,
        "reason": events.c.date_text,
    }
    return Doubt(doubt, label, meaning, "events", "events", source("events"), clause, cells)


def _quotation_doubt(doubt: str, label: str, meaning: str, clause: Clause) -> Doubt:
    cells = {
        "row_id": quotations.c.quotation_id,
        "words": quotations.c.text,
        "start": quotations.c.cue_start,
        "reason": quotations.c.source,
    }
    return Doubt(doubt, label, meaning, "quotations", "quotations", source("quotations"), clause, cells)


DOUBTS = (
    _article_doubt(
        "undated articles",
        "Articles without a date",
        "They stand in no chart over time, and dates counted from them stay open.",
        articles.c.published.is_(None),
    ),
    _article_doubt(
        "derived dates",
        "Articles whose date is derived",
        "The date does not stand in the file; it follows from other dates in the text.",
        articles.c.published_basis == "derived",
    ),
    _article_doubt(
        "unknown outlets",
        "Articles without an outlet",
        "They cannot be compared with other sources.",
        articles.c.outlet.is_(None),
    ),
    _event_doubt(
        "undated events",
        "Event reports without a date",
        "The text gives no ground for a date; they stand beside the timeline.",
        events.c.earliest.is_(None),
    ),
    _quotation_doubt(
        "unknown speakers",
        "Quotations without a speaker",
        "The text names nobody who can be told apart.",
        quotations.c.speaker_id.is_(None),
    ),
    _quotation_doubt(
        "undecided sides",
        "Quotations whose side is not decided",
        "The rules found no words that settle it; this is not the same as taking no side.",
        quotations.c.overall == "undecided",
    ),
    Doubt(
        "open dates",
        "Date words that stay open",
        "No evidence places them, or the evidence contradicts itself.",
        "timexes",
        "articles",
        timexes.join(articles, timexes.c.article_id == articles.c.article_id),
        timexes.c.flag.is_not(None),
        {
            "row_id": timexes.c.article_id + "-t" + cast(timexes.c.position, Text),
            "words": timexes.c.words,
            "start": timexes.c.words_start,
            "reason": timexes.c.flag,
        },
    ),
    Doubt(
        "failed files",
        "Files that could not be read",
        "Nothing of them is in the collection; no filter applies to them.",
        "imports",
        None,
        import_errors,
        import_errors.c.outcome == "failed",
        {
            "row_id": cast(import_errors.c.run_id, Text) + "-" + cast(import_errors.c.position, Text),
            "words": import_errors.c.file,
            "reason": import_errors.c.reason,
        },
    ),
)


def doubts(store: Store, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Open doubts of a selection with the columns of DOUBT_VIEW; those that touch no row are left out."""
    rows = []
    with reading(store.engine) as connection:
        for doubt in DOUBTS:
            n = connection.execute(_rows_of(doubt, selection, {"n": func.count()})).scalar_one()
            rows.append(
                {
                    "doubt": doubt.doubt,
                    "label": doubt.label,
                    "meaning": doubt.meaning,
                    "about": doubt.table,
                    "n": n,
                }
            )
    return to_frame(DOUBT_VIEW, [row for row in rows if row["n"]])


def doubt_rows(store: Store, doubt: str, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """Rows behind one doubt with the columns of DOUBT_ROW_VIEW; raises TableError for a doubt that is not known."""
    found = next((one for one in DOUBTS if one.doubt == doubt), None)
    if found is None:
        raise TableError(f"no doubt is called {doubt!r}; there are {', '.join(one.doubt for one in DOUBTS)}")
    by_line: dict[str, ColumnElement[Any]] = {
        name: articles.c[name] if found.about else NOTHING
        for name in ("article_id", "path", "title", "outlet", "published", "published_precision")
    }
    cells = by_line | {"start": cast(null(), Integer)} | dict(found.cells)
    with reading(store.engine) as connection:
        return to_frame(
            DOUBT_ROW_VIEW,
            fetch(connection, _rows_of(found, selection, cells).order_by("article_id", "start", "row_id")),
        )


def _rows_of(doubt: Doubt, selection: Selection, cells: Mapping[str, ColumnElement[Any]]) -> Select[Any]:
    statement = select(*(cell.label(name) for name, cell in cells.items())).select_from(doubt.rows).where(doubt.clause)
    return statement.where(matching(doubt.about, selection)) if doubt.about else statement
