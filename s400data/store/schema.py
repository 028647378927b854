"""Schema: the declared tables as SQL tables, with the keys, indexes and search columns that only the store needs."""

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from s400data import tables
from s400data.tables import Kind

SCHEMA_VERSION = 6

SQL_TYPES: dict[Kind, TypeEngine[Any]] = {
    "id": Text(),
    "text": Text(),
    "choice": Text(),
    "integer": Integer(),
    "number": Float(53),
    "boolean": Boolean(),
    "date": Date(),
    "spans": JSON(),
    "texts": JSON(),
}
PARENTS = {"stances": ("quotation_id", "quotations"), "participants": ("event_id", "events")}
# Filled by the store when it saves a row: its number in the index of words, and the days a row is filtered by.
STORE_COLUMNS: dict[str, tuple[tuple[str, Kind], ...]] = {
    "articles": (
        ("published_latest", "date"),
        ("number", "integer"),
        # Digest of the folded words, the program and knowledge that read them, and the import that did.
        ("content", "text"),
        ("edition", "text"),
        ("run_id", "integer"),
    ),
    "quotations": (("day_earliest", "date"), ("day_latest", "date"), ("number", "integer")),
    "events": (("number", "integer"),),
}
INDEXES = {
    "articles": ("published", "outlet", "checksum", "content", "run_id"),
    "actors": ("actor_id", "actor_country"),
    "quotations": ("article_id", "speaker_id", "speaker_country", "day_earliest"),
    "stances": ("article_id", "target"),
    "events": ("article_id", "occurrence_id", "type", "earliest"),
    "participants": ("article_id", "actor_id", "actor_country"),
}

metadata = MetaData()


def _sql_column(table: tables.Table, column: tables.Column) -> "Column[Any]":
    keys: list[ForeignKey] = []
    if column.name == "article_id" and table.name != "articles":
        keys.append(ForeignKey("articles.article_id", ondelete="CASCADE"))
    parent = PARENTS.get(table.name)
    if parent and column.name == parent[0]:
        keys.append(ForeignKey(f"{parent[1]}.{parent[0]}", ondelete="CASCADE"))
    nullable = not column.required
    return Column(column.name, SQL_TYPES[column.kind], *keys, primary_key=column.name in table.key, nullable=nullable)


def _sql_table(table: tables.Table) -> Table:
    columns = [_sql_column(table, column) for column in table.columns]
    columns += [Column(name, SQL_TYPES[kind]) for name, kind in STORE_COLUMNS.get(table.name, ())]
    indexes = [Index(f"{table.name}_{name}", name) for name in INDEXES.get(table.name, ())]
    if "number" in dict(STORE_COLUMNS.get(table.name, ())):
        indexes.append(Index(f"{table.name}_number", "number", unique=True))
    return Table(table.name, metadata, *columns, *indexes)


SQL_TABLES = {table.name: _sql_table(table) for table in tables.TABLES}

articles = SQL_TABLES["articles"]
timexes = SQL_TABLES["timexes"]
actors = SQL_TABLES["actors"]
mentions = SQL_TABLES["mentions"]
quotations = SQL_TABLES["quotations"]
stances = SQL_TABLES["stances"]
events = SQL_TABLES["events"]
participants = SQL_TABLES["participants"]

state = Table(
    "store_state",
    metadata,
    Column("name", Text(), primary_key=True),
    Column("value", Integer(), nullable=False),
)

# Times are UTC, without an offset, because SQLite keeps none.
import_runs = Table(
    "import_runs",
    metadata,
    Column("run_id", Integer(), primary_key=True),
    Column("started", DateTime(), nullable=False),
    Column("finished", DateTime()),
    Column("new", Integer(), nullable=False),
    Column("replaced", Integer(), nullable=False),
    Column("duplicate", Integer(), nullable=False),
    Column("failed", Integer(), nullable=False),
    Column("unchanged", Integer(), nullable=False),
)

import_errors = Table(
    "import_errors",
    metadata,
    Column("run_id", Integer(), ForeignKey("import_runs.run_id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer(), primary_key=True),
    Column("file", Text(), nullable=False),
    Column("outcome", Text(), nullable=False),
    Column("reason", Text(), nullable=False),
)

# `former` holds the article's cells as the machine had read them; `undone` is when a correction ceased to hold.
corrections = Table(
    "corrections",
    metadata,
    Column("correction_id", Integer(), primary_key=True),
    Column("checksum", Text(), nullable=False),
    Column("field", Text(), nullable=False),
    Column("value", Text()),
    Column("former", JSON(), nullable=False),
    Column("maker", Text(), nullable=False),
    Column("made", DateTime(), nullable=False),
    Column("undone", DateTime()),
    Index("corrections_checksum", "checksum"),
)

# What reading an article again by another edition changed, by its content; each list holds rows by their words.
rereadings = Table(
    "rereadings",
    metadata,
    Column("checksum", Text(), primary_key=True),
    Column("edition", Text(), nullable=False),
    Column("made", DateTime(), nullable=False),
    Column("events_gone", JSON(), nullable=False),
    Column("events_new", JSON(), nullable=False),
    Column("quotations_gone", JSON(), nullable=False),
    Column("quotations_new", JSON(), nullable=False),
    Column("error", Text()),
    Index("rereadings_edition", "edition"),
)

sketches = Table(
    "sketches",
    metadata,
    Column("article_id", Text(), ForeignKey("articles.article_id", ondelete="CASCADE"), primary_key=True),
    Column("hash", BigInteger(), primary_key=True),
    Index("sketches_hash", "hash"),
)

article_links = Table(
    "article_links",
    metadata,
    Column("article_id", Text(), ForeignKey("articles.article_id", ondelete="CASCADE"), primary_key=True),
    Column("other_id", Text(), ForeignKey("articles.article_id", ondelete="CASCADE"), primary_key=True),
    Column("relation", Text(), nullable=False),
    Column("share", Float(53), nullable=False),
)

# What quotations are filtered and counted by, as numbers; the module of that name tells which.
quotation_codes = Table(
    "quotation_codes",
    metadata,
    Column("article_id", Text(), ForeignKey("articles.article_id", ondelete="CASCADE"), primary_key=True),
    Column("quotations", LargeBinary(), nullable=False),
    Column("stances", LargeBinary(), nullable=False),
)

coded_values = Table(
    "coded_values",
    metadata,
    Column("value_id", Integer(), primary_key=True, autoincrement=False),
    Column("value", Text(), nullable=False),
    Index("coded_values_value", "value", unique=True),
)
