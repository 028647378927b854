"""Index: prints of articles and links between their statements, kept in the store and made for articles that lack them.

Whoever compares asks first that the index be up to date, which costs nothing where nothing has changed.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import pandas as pd
from sqlalchemy import Connection, Select, bindparam, delete, exists, insert, inspect, or_, select, update

from s400data.comparison.copies import find_copies, find_origins
from s400data.comparison.judgements import judge_occurrences
from s400data.comparison.prints import Print, edition, from_bytes, read_print, to_bytes
from s400data.comparison.statements import Saying, find_same, to_stems
from s400data.comparison.words import find_stretches
from s400data.store import Store
from s400data.store.comparisons import links, made, metadata, prints, terms
from s400data.store.engines import fetch, reading, writing
from s400data.store.schema import articles, quotations

AT_A_TIME = 200
# A database takes only so many values in one question.
MOST_ASKED = 500
Item = TypeVar("Item")

QUOTED = ("quotation_id", "article_id", "kind", "content", "text", "within", "section")


def bring_up_to_date(store: Store) -> None:
    """Read the articles that have no print of this edition, link their statements, join copies, judge events."""
    version = f"{edition()}-{store.version()}"
    if _made(store) == version:
        return
    lacking = _find_lacking(store)
    for some in _in_parts(lacking, AT_A_TIME):
        _read_articles(store, some)
    if lacking:
        _link_statements(store, set(lacking))
    if lacking or _has_lost_origins(store):
        _join_copies(store)
    judge_occurrences(store)
    with writing(store.engine) as connection:
        connection.execute(delete(made))
        connection.execute(insert(made).values(version=version))


def _made(store: Store) -> str | None:
    """The version of data and rules that the index was made from; its tables are made where they are missing."""
    if not _has_tables(store):
        with writing(store.engine) as connection:
            metadata.drop_all(connection)
            metadata.create_all(connection)
    with reading(store.engine) as connection:
        return connection.execute(select(made.c.version)).scalar()


def _find_lacking(store: Store) -> list[str]:
    own = (prints.c.article_id == articles.c.article_id) & (prints.c.edition == edition())
    with reading(store.engine) as connection:
        return list(connection.execute(select(articles.c.article_id).where(~exists().where(own))).scalars())


def _has_tables(store: Store) -> bool:
    """Whether the tables are there, with the columns of this version."""
    with reading(store.engine) as connection:
        held = inspect(connection)
        return all(
            held.has_table(table.name)
            and {column["name"] for column in held.get_columns(table.name)} == {*table.columns.keys()}
            for table in metadata.sorted_tables
        )


def _has_lost_origins(store: Store) -> bool:
    """Whether an article has no origin yet, or one that was removed."""
    origin = prints.alias()
    lost = ~exists().where(origin.c.article_id == prints.c.origin)
    with reading(store.engine) as connection:
        found = connection.execute(select(prints.c.article_id).where(or_(prints.c.origin.is_(None), lost)).limit(1))
        return found.first() is not None


def _read_articles(store: Store, article_ids: Sequence[str]) -> None:
    own = (articles.c[name] for name in ("article_id", "outlet", "text"))
    said = (quotations.c[name] for name in QUOTED)
    with reading(store.engine) as connection:
        texts = pd.DataFrame(
            fetch(connection, select(*own).where(articles.c.article_id.in_(article_ids))),
            columns=["article_id", "outlet", "text"],
        )
        quoted = pd.DataFrame(
            fetch(connection, select(*said).where(quotations.c.article_id.in_(article_ids))), columns=list(QUOTED)
        )
    parts = (find_stretches(texts, quoted, part) for part in ("own", "speech"))
    found = {own.article_id: read_print(own, speech) for own, speech in zip(*parts, strict=True)}
    with writing(store.engine) as connection:
        _save(connection, found, _read_stems(quoted))


def _read_stems(quoted: pd.DataFrame) -> dict[str, dict[str, list[str]]]:
    """Stems of each quotation that stands for itself, by article."""
    told = quoted.loc[quoted["within"].isna() & (quoted["section"] == "body")]
    stems: dict[str, dict[str, list[str]]] = {}
    for article_id, quotation_id, text in zip(told["article_id"], told["quotation_id"], told["text"], strict=True):
        stems.setdefault(article_id, {})[quotation_id] = sorted(to_stems(text))
    return stems


def _save(connection: Connection, found: dict[str, Print], stems: dict[str, dict[str, list[str]]]) -> None:
    # Another session may have read the same articles meanwhile, and an article may have been removed.
    connection.execute(delete(prints).where(prints.c.article_id.in_(found)))
    there = set(connection.execute(select(articles.c.article_id).where(articles.c.article_id.in_(found))).scalars())
    rows = [
        _row(article_id, one, stems.get(article_id, {})) for article_id, one in found.items() if article_id in there
    ]
    if rows:
        connection.execute(insert(prints), rows)
    words = {number: word for one in found.values() for number, word in one.words.items()}
    for some in _in_parts(list(words), MOST_ASKED):
        held = set(connection.execute(select(terms.c.term_id).where(terms.c.term_id.in_(some))).scalars())
        new = [{"term_id": number, "term": words[number]} for number in some if number not in held]
        if new:
            connection.execute(insert(terms), new)


def _row(article_id: str, one: Print, stems: dict[str, list[str]]) -> dict[str, Any]:
    named = (("own", one.own_names), ("speech", one.speech_names))
    return {
        "article_id": article_id,
        "edition": edition(),
        "runs": to_bytes([one.runs]),
        "own": to_bytes([one.own.terms, one.own.counts]),
        "speech": to_bytes([one.speech.terms, one.speech.counts]),
        "names": json.dumps([[part, *key, n] for part, names in named for key, n in names.items()]),
        "stems": json.dumps(stems),
        "origin": None,
    }


def _link_statements(store: Store, new: set[str]) -> None:
    with reading(store.engine) as connection:
        told = list(_read_sayings(connection))
    pairs = find_same(told, among=lambda saying: saying.article_id in new)
    rows = [{"one": min(pair), "other": max(pair)} for pair in pairs]
    with writing(store.engine) as connection:
        held = set(_pairs(connection, select(links.c.one, links.c.other)))
        there = set(connection.execute(select(quotations.c.quotation_id)).scalars())
        fresh = [row for row in rows if (row["one"], row["other"]) not in held and {*row.values()} <= there]
        if fresh:
            connection.execute(insert(links), fresh)


def _read_sayings(connection: Connection) -> Iterator[Saying[str]]:
    stored = connection.execute(select(prints.c.stems)).scalars()
    stems = {key: frozenset(own) for article in stored for key, own in json.loads(article).items()}
    cells = quotations.c
    told = select(cells.quotation_id, cells.article_id, cells.speaker_id, cells.day_earliest, cells.day_latest)
    for key, article_id, speaker_id, earliest, latest in connection.execute(told.order_by(cells.quotation_id)):
        if key in stems:
            yield Saying(key, article_id, speaker_id, stems[key], earliest, latest)


def _join_copies(store: Store) -> None:
    with reading(store.engine) as connection:
        runs = dict(_pairs(connection, select(prints.c.article_id, prints.c.runs)))
        held = dict(_pairs(connection, select(prints.c.article_id, prints.c.origin)))
        days = pd.DataFrame(
            fetch(connection, select(articles.c.article_id, articles.c.published)), columns=["article_id", "published"]
        )
    copies = find_copies({article: from_bytes(stored) for article, stored in runs.items()})
    days = days.assign(published=pd.to_datetime(days["published"]))
    origins = find_origins(days, copies).itertuples(index=False, name=None)
    changed = [{"article": article, "to": origin} for article, origin in origins if held.get(article) != origin]
    if changed:
        statement = update(prints).where(prints.c.article_id == bindparam("article")).values(origin=bindparam("to"))
        with writing(store.engine) as connection:
            connection.execute(statement, changed)


def words_of(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """Terms behind their hashes."""
    found: dict[int, str] = {}
    for some in _in_parts(list(numbers), MOST_ASKED):
        found |= dict(_pairs(connection, select(terms.c.term_id, terms.c.term).where(terms.c.term_id.in_(some))))
    return found


def _pairs(connection: Connection, statement: "Select[tuple[Any, Any]]") -> list[tuple[Any, Any]]:
    return [(one, other) for one, other in connection.execute(statement)]


def _in_parts(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    return (items[start : start + size] for start in range(0, len(items), size))
