"""Comparisons: what comparing articles needs of each, kept beside the tables and rebuilt from them at any time.

These tables hold nothing that the others do not: they are made where they are missing, outside the schema's versions.
"""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, LargeBinary, MetaData, Table, Text

from s400data.store.schema import articles, quotations

metadata = MetaData()

# `edition` names the rules a row was made by. `runs` are hashes of runs of words outside quotations; `own` and `speech`
# are hashes of terms, then their counts (64-bit, little-endian). `names` and `stems` are JSON: names chosen for listed
# things, and stems by quotation. `origin` is the article this one shares its text with.
prints = Table(
    "article_prints",
    metadata,
    Column("article_id", Text(), ForeignKey(articles.c.article_id, ondelete="CASCADE"), primary_key=True),
    Column("edition", Text(), nullable=False),
    Column("runs", LargeBinary(), nullable=False),
    Column("own", LargeBinary(), nullable=False),
    Column("speech", LargeBinary(), nullable=False),
    Column("names", Text(), nullable=False),
    Column("stems", Text(), nullable=False),
    Column("origin", Text()),
)

terms = Table(
    "article_terms",
    metadata,
    Column("term_id", BigInteger(), primary_key=True, autoincrement=False),
    Column("term", Text(), nullable=False),
)

# Quotations of different articles that carry one statement.
links = Table(
    "statement_links",
    metadata,
    Column("one", Text(), ForeignKey(quotations.c.quotation_id, ondelete="CASCADE"), primary_key=True),
    Column("other", Text(), ForeignKey(quotations.c.quotation_id, ondelete="CASCADE"), primary_key=True),
    Index("statement_links_other", "other"),
)

# The version of the store's data that everything here was made from.
made = Table("comparison_made", metadata, Column("version", Text(), primary_key=True))

# Events told by several articles: a digest of what was judged, and the questions on which their reports disagree.
judgements = Table(
    "occurrence_judgements",
    metadata,
    Column("occurrence_id", Text(), primary_key=True),
    Column("judged", Text(), nullable=False),
    Column("about", Text(), nullable=False),
)

Index("article_prints_origin", prints.c.origin)
