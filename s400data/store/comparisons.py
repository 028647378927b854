"""Comparisons: what comparing articles needs of each, kept beside the tables and rebuilt from them at any time.

These tables hold nothing that the others do not: they are made where they are missing, outside the schema's versions.
"""

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

from s400data.store.schema import articles, quotations

metadata = MetaData()

# `edition` names the rules a row was made by. `runs` are hashes of runs of words outside quotations (64-bit,
# little-endian); `own` and `speech` are numbers of terms, each with its uses (32-bit), `own_uses` and `speech_uses` the
# sums of these. `names` is JSON: names chosen for listed things. `origin` is the article this one shares its text with.
# The small cells come first: a file is read through all that stands before what is asked for.
prints = Table(
    "article_prints",
    metadata,
    Column("article_id", Text(), ForeignKey(articles.c.article_id, ondelete="CASCADE"), primary_key=True),
    Column("edition", Text(), nullable=False),
    Column("origin", Text()),
    Column("own_uses", Integer(), nullable=False),
    Column("speech_uses", Integer(), nullable=False),
    Column("names", Text(), nullable=False),
    Column("speech", LargeBinary(), nullable=False),
    Column("own", LargeBinary(), nullable=False),
    Column("runs", LargeBinary(), nullable=False),
)

# Terms by numbers that are even for a word and odd for a pair of words.
terms = Table(
    "term_numbers",
    metadata,
    Column("number", Integer(), primary_key=True, autoincrement=False),
    Column("term", Text(), nullable=False, unique=True),
)

# Features of each quotation that stands for itself, by its number.
sayings = Table(
    "quotation_features",
    metadata,
    Column("number", Integer(), ForeignKey(quotations.c.number, ondelete="CASCADE"), primary_key=True),
    Column("words", LargeBinary(), nullable=False),
    Column("marks", LargeBinary(), nullable=False),
)

# Articles that share text: the share of the shorter one's runs that stand in the other, and how many these are.
copies = Table(
    "article_copies",
    metadata,
    Column("one", Text(), ForeignKey(articles.c.article_id, ondelete="CASCADE"), primary_key=True),
    Column("other", Text(), ForeignKey(articles.c.article_id, ondelete="CASCADE"), primary_key=True),
    Column("share", Float(53), nullable=False),
    Column("runs", Integer(), nullable=False),
    Index("article_copies_other", "other"),
)

# Numbers of quotations of different articles that carry one statement.
links = Table(
    "statement_pairs",
    metadata,
    Column("one", Integer(), ForeignKey(quotations.c.number, ondelete="CASCADE"), primary_key=True),
    Column("other", Integer(), ForeignKey(quotations.c.number, ondelete="CASCADE"), primary_key=True),
    Index("statement_pairs_other", "other"),
)

# The version of rules and data that everything here was made from; the number of these data, and the codes of all
# their reports.
made = Table(
    "comparison_made",
    metadata,
    Column("version", Text(), primary_key=True),
    Column("data", Integer(), nullable=False),
    Column("reports", LargeBinary(), nullable=False),
)

# Events told by several articles: a digest of what was judged, and the pairs of reports that disagree, each as three
# numbers: the place of the question, and the two reports'.
judgements = Table(
    "occurrence_disagreements",
    metadata,
    Column("occurrence_id", Text(), primary_key=True),
    Column("judged", BigInteger(), nullable=False),
    Column("pairs", LargeBinary(), nullable=False),
)

Index("article_prints_origin", prints.c.origin, prints.c.article_id)
