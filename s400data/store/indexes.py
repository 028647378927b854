"""Indexes: the words of articles, quotations and events, kept for full-text search.

One interface over two engines: FTS5 of SQLite, and tsvector with a GIN index in PostgreSQL. Both are handed words that
were folded here, so the same search finds the same rows in either, and neither ever sees what a person typed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Float,
    Integer,
    Subquery,
    bindparam,
    literal,
    select,
    text,
    update,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import FunctionElement
from sqlalchemy.sql.functions import max as sql_max

from s400data.chronology.written import sentence_around
from s400data.knowledge.countries import countries_by_code
from s400data.store.engines import fetch
from s400data.store.folding import fold, stem
from s400data.store.schema import SQL_TABLES
from s400data.store.searches import Node, Term, change_terms

# Columns of each index, with the weight of their words for the order of what is found.
COLUMNS: dict[str, dict[str, float]] = {
    "articles": {"title": 5.0, "article": 1.0, "outlet": 1.0, "author": 1.0, "actor": 0.5},
    "quotations": {
        "said": 6.0, "sentence": 1.0, "actor": 3.0, "office": 1.0, "body": 1.0, "country": 1.0,
        "addressee": 1.0, "via": 1.0, "outlet": 1.0, "title": 0.5,
    },
    "events": {
        "sentence": 4.0, "actor": 2.0, "country": 1.0, "place": 1.0, "object": 1.0, "outlet": 1.0, "title": 0.5,
    },
}  # fmt: skip
# Columns that are searched only where a field asks for them: a reader would not see on the page why a row was found.
ASKED_FOR = {"articles": ("actor",), "quotations": ("title",), "events": ("title",)}
# Columns in which a word is found in all its forms.
PROSE = ("said", "sentence", "article", "title")
# Marks what the forms of a word share; no folded word begins so.
STEM = "_"
# Stands in every row: FTS5 cannot search for what must not be found alone.
EVERY = "__every"
TABLES = {name: SQL_TABLES[name] for name in COLUMNS}
# Only these cells are read: a migration may come before others that add columns.
CELLS = {
    "articles": ("title", "text", "outlet", "author"),
    "quotations": (
        "content", "text", "source", "speaker_name", "speaker_role", "speaker_affiliation", "speaker_country",
        "addressee", "via",
    ),
    "events": ("event_id", "sentence", "place", "objects"),
    "participants": ("event_id", "actor_name", "actor_country"),
    "actors": ("actor_name",),
}  # fmt: skip
Texts = Mapping[str, str]


class Matches(FunctionElement[bool]):
    """Whether the row with a number (a column called that) is found by a search, written for either engine."""

    type = Boolean()
    name = "matches"
    inherit_cache = True


def is_found(table: str, tree: Node) -> ColumnElement[bool]:
    """Whether a row of `table` is found by `tree`, all of whose columns the index of the table has."""
    return Matches(TABLES[table].c.number, literal(to_fts5(table, tree)), literal(to_tsquery(table, tree)))


def rank(table: str, tree: Node, dialect: str, *, ranked: bool = True) -> Subquery:
    """Rows of `table` that `tree` finds: rowid (their number), rank (the less, the better; 0 unless `ranked`).

    What is sought in the text of an article does not count for a quotation or an event.
    """
    own = change_terms(tree, lambda term: term if term.column in (None, *COLUMNS[table]) else None)
    index = f"{table}_search"
    if own is None:
        statement = text(f"SELECT rowid, 0.0 AS rank FROM {index}")
    elif dialect == "sqlite":
        weights = ", ".join(map(str, COLUMNS[table].values()))
        rank_of = f"bm25({index}, {weights})" if ranked else "0.0"
        statement = text(f"SELECT rowid, {rank_of} AS rank FROM {index} WHERE {index} MATCH :sought")
        statement = statement.bindparams(sought=to_fts5(table, own))
    else:
        sought = "CAST(:sought AS tsquery)"
        rank_of = f"-ts_rank(words, {sought})" if ranked else "0.0"
        statement = text(f"SELECT rowid, {rank_of} AS rank FROM {index} WHERE words @@ {sought}")
        statement = statement.bindparams(sought=to_tsquery(table, own))
    return statement.columns(Column("rowid", Integer), Column("rank", Float)).subquery()


def create_indexes(connection: Connection) -> None:
    """Make the indexes; the rows of what is deleted leave them by themselves."""
    for table, columns in COLUMNS.items():
        if connection.dialect.name == "sqlite":
            parts = ", ".join((*columns, f"tokenize=\"ascii tokenchars '{STEM}'\""))
            connection.exec_driver_sql(f"CREATE VIRTUAL TABLE {table}_search USING fts5({parts})")
            connection.exec_driver_sql(
                f"CREATE TRIGGER {table}_search_gone AFTER DELETE ON {table} BEGIN "
                f"DELETE FROM {table}_search WHERE rowid = old.number; END"
            )
        else:
            connection.exec_driver_sql(
                f"CREATE TABLE {table}_search (rowid INTEGER PRIMARY KEY REFERENCES {table} (number) "
                "ON DELETE CASCADE, words TSVECTOR NOT NULL)"
            )
            connection.exec_driver_sql(f"CREATE INDEX {table}_search_words ON {table}_search USING gin (words)")


def index_article(connection: Connection, article_id: str) -> None:
    """Number the rows of an article that have no number yet, and index them all by their words."""
    for table in TABLES:
        _number(connection, table, article_id)
    own = {table: _rows(connection, table, article_id) for table in CELLS}
    (article,) = own["articles"]
    parties: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in own["participants"]:
        parties[row["event_id"]].append(row)
    texts = {
        "articles": [article_texts(article, own["actors"])],
        "quotations": [quotation_texts(row, article) for row in own["quotations"]],
        "events": [event_texts(row, article, parties[row["event_id"]]) for row in own["events"]],
    }
    for table, found in texts.items():
        _write(connection, table, dict(zip((row["number"] for row in own[table]), found, strict=True)))


def article_texts(row: Mapping[str, Any], names: Iterable[Mapping[str, Any]]) -> Texts:
    """Texts of an article by the columns of its index."""
    found = {"title": row["title"], "article": row["text"], "outlet": row["outlet"], "author": row["author"]}
    return _known({**found, "actor": _list(name["actor_name"] for name in names)})


def quotation_texts(row: Mapping[str, Any], article: Mapping[str, Any]) -> Texts:
    """Texts of a quotation by the columns of its index."""
    marks = [place for span in row["content"] for place in span]
    start, end = sentence_around(article["text"], min(marks), max(marks)) if marks else (0, 0)
    return _known(
        {
            "said": row["text"],
            "sentence": article["text"][start:end],
            "actor": _list((row["speaker_name"], row["source"])),
            "office": row["speaker_role"],
            "body": row["speaker_affiliation"],
            "country": _country(row["speaker_country"]),
            "addressee": row["addressee"],
            "via": row["via"],
            "outlet": article["outlet"],
            "title": article["title"],
        }
    )


def event_texts(row: Mapping[str, Any], article: Mapping[str, Any], parties: Iterable[Mapping[str, Any]]) -> Texts:
    """Texts of an event by the columns of its index."""
    taking_part = list(parties)
    return _known(
        {
            "sentence": row["sentence"],
            "actor": _list(party["actor_name"] for party in taking_part),
            "country": _list(_country(party["actor_country"]) for party in taking_part),
            "place": row["place"],
            "object": _list(row["objects"]),
            "outlet": article["outlet"],
            "title": article["title"],
        }
    )


def to_fts5(table: str, tree: Node) -> str:
    """`tree` in the query language of FTS5; words of the search stand in quotation marks, as texts."""
    return _to_query(tree, lambda term: _fts5_term(table, term), ("AND", "OR", f'"{EVERY}" NOT '))


def to_tsquery(table: str, tree: Node) -> str:
    """`tree` in the query language of PostgreSQL; a word is sought as "column:word"."""
    return _to_query(tree, lambda term: _tsquery_term(table, term), ("&", "|", "!"))


def _to_query(tree: Node, write: Callable[[Term], str], signs: tuple[str, str, str]) -> str:
    if isinstance(tree, Term):
        return write(tree)
    parts = [_to_query(part, write, signs) for part in tree.parts]
    if tree.operator == "not":
        return f"({signs[2]}{parts[0]})"
    sign = signs[0] if tree.operator == "and" else signs[1]
    return f"({f' {sign} '.join(parts)})"


def _fts5_term(table: str, term: Term) -> str:
    words = f'"{" ".join(term.words)}"' + (" *" if term.prefix else "")
    if not term.exact:
        words = f'({words} OR "{STEM}{stem(term.words[0])}")'
    return f"({{{' '.join(_columns(table, term))}}} : {words})"


def _tsquery_term(table: str, term: Term) -> str:
    ways = []
    for column in _columns(table, term):
        row = [f"'{column}:{word}'" for word in term.words]
        ways.append(" <-> ".join([*row[:-1], row[-1] + (":*" if term.prefix else "")]))
        if not term.exact and column in PROSE:
            ways.append(f"'{column}:{STEM}{stem(term.words[0])}'")
    return f"({' | '.join(f'({way})' for way in ways)})"


def _columns(table: str, term: Term) -> tuple[str, ...]:
    if term.column:
        return (term.column,)
    return tuple(column for column in COLUMNS[table] if column not in ASKED_FOR[table])


@compiles(Matches, "sqlite")
def _matches_fts5(element: Matches, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    number, query, _ = element.clauses
    index = f"{number.table.name}_search"
    sought = compiler.process(query, **options)
    return f"{compiler.process(number, **options)} IN (SELECT rowid FROM {index} WHERE {index} MATCH {sought})"


@compiles(Matches, "postgresql")
def _matches_tsquery(element: Matches, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    number, _, query = element.clauses
    index = f"{number.table.name}_search"
    sought = compiler.process(query, **options)
    return (
        f"{compiler.process(number, **options)} IN (SELECT rowid FROM {index} WHERE words @@ CAST({sought} AS tsquery))"
    )


def _number(connection: Connection, table: str, article_id: str) -> None:
    sql = TABLES[table]
    (key,) = sql.primary_key.columns
    new = connection.execute(select(key).where(sql.c.article_id == article_id, sql.c.number.is_(None)).order_by(key))
    last = connection.execute(select(sql_max(sql.c.number))).scalar() or 0
    numbers = [{"row": row, "given": number} for number, row in enumerate(new.scalars().all(), last + 1)]
    if numbers:
        connection.execute(update(sql).where(key == bindparam("row")).values(number=bindparam("given")), numbers)


def _write(connection: Connection, table: str, texts: Mapping[int, Texts]) -> None:
    if not texts:
        return
    index = f"{table}_search"
    connection.execute(text(f"DELETE FROM {index} WHERE rowid = :rowid"), [{"rowid": number} for number in texts])
    if connection.dialect.name == "sqlite":
        names = ", ".join(COLUMNS[table])
        places = ", ".join(f":{name}" for name in COLUMNS[table])
        statement = text(f"INSERT INTO {index} (rowid, {names}) VALUES (:rowid, {places})")
        rows = [{"rowid": number, **_fts5_row(table, found)} for number, found in texts.items()]
    else:
        statement = text(f"INSERT INTO {index} (rowid, words) VALUES (:rowid, CAST(:words AS tsvector))")
        rows = [{"rowid": number, "words": _tsvector(table, found)} for number, found in texts.items()]
    connection.execute(statement, rows)


def _fts5_row(table: str, texts: Texts) -> dict[str, str]:
    row = {column: " ".join(_words(column, texts.get(column, ""))) for column in COLUMNS[table]}
    first = next(iter(row))
    return row | {first: f"{row[first]} {EVERY}"}


# PostgreSQL keeps no place beyond this one, and so many of a word.
LAST_PLACE, MOST_PLACES = 16_383, 255
# Its classes of weight, each with the least weight it stands for.
CLASSES = {"A": 4.0, "B": 2.0, "C": 1.0, "D": 0.0}


def _tsvector(table: str, texts: Texts) -> str:
    places: dict[str, list[str]] = {}
    place = 0
    for column, found in texts.items():
        for word in _words(column, found):
            place = min(place + 1, LAST_PLACE)
            places.setdefault(f"{column}:{word}", []).append(f"{place}{_weight(COLUMNS[table][column])}")
    return " ".join(f"'{word}':{','.join(own[:MOST_PLACES])}" for word, own in places.items())


def _weight(weight: float) -> str:
    return next(letter for letter, least in CLASSES.items() if weight >= least)


def _words(column: str, written: str) -> list[str]:
    words = fold(written).split()
    return [*words, *dict.fromkeys(STEM + stem(word) for word in dict.fromkeys(words))] if column in PROSE else words


def _known(texts: Mapping[str, str | None]) -> Texts:
    return {column: found for column, found in texts.items() if found}


def _list(parts: Iterable[str | None]) -> str:
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _country(code: str | None) -> str | None:
    country = countries_by_code().get(code) if code else None
    return f"{country.name}; {code}" if country else code


def _rows(connection: Connection, table: str, article_id: str) -> list[dict[str, Any]]:
    cells = SQL_TABLES[table].c
    names = (*CELLS[table], "number") if table in TABLES else CELLS[table]
    chosen = select(*(cells[name] for name in names)).where(cells.article_id == article_id)
    return fetch(connection, chosen.order_by(*SQL_TABLES[table].primary_key.columns))
