"""Index: prints of articles and links between their statements, kept in the store and made for articles that lack them.

Whoever compares asks first that the index be up to date, which costs nothing where nothing has changed.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from sqlalchemy import Connection, Select, bindparam, delete, exists, func, insert, inspect, select, update

from s400data.comparison.copies import find_copies, find_origins, to_copies
from s400data.comparison.features import Features, read_features
from s400data.comparison.judgements import judge_occurrences, rules
from s400data.comparison.prints import BYTES, Print, edition, from_bytes, pack_uses, read_print, to_bytes
from s400data.comparison.sayings import NOBODY, Sayings, code_sayings, find_same
from s400data.comparison.words import PAIR, find_stretches
from s400data.queries.coded import to_dates
from s400data.queries.conditions import DAYS
from s400data.queries.gathered import Coder, NumbersGathered, read_parts, to_days
from s400data.queries.report_codes import pack_reports, read_reports
from s400data.queries.selections import NOT_KNOWN
from s400data.store import Store
from s400data.store.comparisons import copies, links, made, metadata, prints, sayings, terms
from s400data.store.engines import MOST_ASKED, fetch, in_parts, reading, writing
from s400data.store.schema import articles, quotations

AT_A_TIME = 200

QUOTED = ("quotation_id", "number", "article_id", "kind", "content", "text", "within", "section")


def bring_up_to_date(store: Store) -> None:
    """Read the articles that have no print of this edition, link their statements, join copies, judge events."""
    data = store.version()
    version = _version(data)
    if _made(store) == version:
        return
    read_new_articles(store)
    unjoined = _find_unjoined(store)
    if unjoined:
        _link_statements(store, unjoined)
        _find_copies(store, unjoined)
    if unjoined or _has_lost_origins(store):
        _join_copies(store)
    judge_occurrences(store)
    # What another session changed meanwhile belongs to a later number than `data`, for which nothing is kept yet.
    reports = pack_reports(read_reports(store))
    with writing(store.engine) as connection:
        connection.execute(delete(made))
        connection.execute(insert(made).values(version=version, data=data, reports=reports))


def count_unread(store: Store) -> int:
    """Articles that have no print of this edition, which bringing the index up to date would have to read."""
    return 0 if _made(store) == _version(store.version()) else len(_find_lacking(store))


def read_new_articles(store: Store) -> None:
    """Read the articles that have no print of this edition, which an import may do while it waits for others."""
    _make_tables(store)
    for some in in_parts(_find_lacking(store), AT_A_TIME):
        _read_articles(store, some)


def _version(data: int) -> str:
    return f"{edition()}-{rules()}-{data}"


def _made(store: Store) -> str | None:
    """The version of data and rules that the index was made from; its tables are made where they are missing."""
    _make_tables(store)
    with reading(store.engine) as connection:
        return connection.execute(select(made.c.version)).scalar()


def _find_lacking(store: Store) -> list[str]:
    own = (prints.c.article_id == articles.c.article_id) & (prints.c.edition == edition())
    with reading(store.engine) as connection:
        return list(connection.execute(select(articles.c.article_id).where(~exists().where(own))).scalars())


def _find_unjoined(store: Store) -> list[str]:
    """Articles whose text and statements were not compared with the others' since they were read."""
    with reading(store.engine) as connection:
        return list(connection.execute(select(prints.c.article_id).where(prints.c.origin.is_(None))).scalars())


def _make_tables(store: Store) -> None:
    if not _has_tables(store):
        with writing(store.engine) as connection:
            metadata.drop_all(connection)
            metadata.create_all(connection)


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
    """Whether an article has an origin that was removed."""
    origin = prints.alias()
    lost = ~exists().where(origin.c.article_id == prints.c.origin)
    with reading(store.engine) as connection:
        found = connection.execute(select(prints.c.article_id).where(lost).limit(1))
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
        _save(connection, found)
        _save_features(connection, quoted)


def _save_features(connection: Connection, quoted: pd.DataFrame) -> None:
    told = quoted.loc[quoted["within"].isna() & (quoted["section"] == "body")]
    there = set(
        connection.execute(select(quotations.c.number).where(quotations.c.number.in_(told["number"]))).scalars()
    )
    rows = [
        {"number": number, "words": _pack(features.words), "marks": _pack(features.marks)}
        for number, features in zip(told["number"].tolist(), map(read_features, told["text"]), strict=True)
        if number in there
    ]
    read = quoted["number"].tolist()
    connection.execute(delete(sayings).where(sayings.c.number.in_(read)))
    for some in in_parts(read):
        connection.execute(delete(links).where(links.c.one.in_(some) | links.c.other.in_(some)))
    if rows:
        connection.execute(insert(sayings), rows)


def _pack(features: frozenset[int]) -> bytes:
    return to_bytes([np.array(sorted(features), dtype=np.int64)])


def _save(connection: Connection, found: dict[str, Print]) -> None:
    # Another session may have read the same articles meanwhile, and an article may have been removed.
    connection.execute(delete(prints).where(prints.c.article_id.in_(found)))
    there = set(connection.execute(select(articles.c.article_id).where(articles.c.article_id.in_(found))).scalars())
    number = _number_terms(connection, {term for one in found.values() for term in (*one.own, *one.speech)})
    rows = [_row(article_id, one, number) for article_id, one in found.items() if article_id in there]
    if rows:
        connection.execute(insert(prints), rows)


def _number_terms(connection: Connection, words: Collection[str]) -> dict[str, int]:
    """Numbers of `words`; those that have none get the next ones."""
    number = numbers_of(connection, words)
    last = connection.execute(select(func.max(terms.c.number))).scalar()
    lacking = enumerate(sorted({*words} - {*number}), 0 if last is None else last // 2 + 1)
    new = {word: 2 * place + (PAIR if " " in word else 0) for place, word in lacking}
    if new:
        connection.execute(insert(terms), [{"number": n, "term": word} for word, n in new.items()])
    return number | new


def _row(article_id: str, one: Print, number: Mapping[str, int]) -> dict[str, Any]:
    named = (("own", one.own_names), ("speech", one.speech_names))
    return {
        "article_id": article_id,
        "edition": edition(),
        "runs": to_bytes([one.runs]),
        "own": pack_uses({number[term]: n for term, n in one.own.items()}),
        "speech": pack_uses({number[term]: n for term, n in one.speech.items()}),
        "own_uses": one.own.total(),
        "speech_uses": one.speech.total(),
        "names": json.dumps([[part, *key, n] for part, names in named for key, n in names.items()]),
        "origin": None,
    }


def _link_statements(store: Store, new: Collection[str]) -> None:
    numbers, said, is_new = _read_sayings(store, new)

    def load(places: npt.NDArray[np.int64]) -> list[Features]:
        with reading(store.engine) as connection:
            return list(_load_features(connection, numbers[places].tolist()))

    pairs = find_same(said, load, is_new)
    rows = [{"one": min(pair), "other": max(pair)} for pair in ((int(numbers[a]), int(numbers[b])) for a, b in pairs)]
    with writing(store.engine) as connection:
        for some in in_parts(rows, MOST_ASKED // 2):
            asked = {number for row in some for number in row.values()}
            there = set(connection.execute(select(quotations.c.number).where(quotations.c.number.in_(asked))).scalars())
            held = set(_pairs(connection, select(links.c.one, links.c.other).where(links.c.one.in_(asked))))
            fresh = [row for row in some if (row["one"], row["other"]) not in held and {*row.values()} <= there]
            if fresh:
                connection.execute(insert(links), fresh)


def _read_sayings(store: Store, new: Collection[str]) -> tuple[npt.NDArray[np.int64], Sayings, npt.NDArray[np.bool_]]:
    """Numbers of all quotations that stand for themselves, what they say, and which are of the articles `new`."""
    cells = quotations.c
    told = select(sayings.c.number, sayings.c.words, cells.article_id, cells.speaker_id, *DAYS["quotations"])
    numbers, sizes, words = NumbersGathered(), NumbersGathered(), []
    coders = [Coder() for _ in range(4)]
    with reading(store.engine) as connection:
        for part in read_parts(connection, told.join(quotations, cells.number == sayings.c.number)):
            found, stored, *columns = zip(*part, strict=True)
            numbers.add(found)
            sizes.add(len(one) // BYTES for one in stored)
            words.append(b"".join(stored))
            for coder, column in zip(coders, columns, strict=True):
                coder.add(column)
    of_article, speakers, earliest, latest = (coder.coded() for coder in coders)
    is_nobody = np.array([value == NOT_KNOWN for value in speakers.values] or [False])
    said = code_sayings(
        from_bytes(b"".join(words)),
        sizes.whole(),
        of_article.codes,
        np.where(is_nobody[speakers.codes], NOBODY, speakers.codes),
        *(to_dates(to_days(days)).astype("datetime64[D]") for days in (earliest, latest)),
    )
    return numbers.whole(), said, of_article.among(new)


def _load_features(connection: Connection, numbers: Sequence[int]) -> Iterator[Features]:
    cells = sayings.c
    found: dict[int, Features] = {}
    for some in in_parts(numbers):
        own = select(cells.number, cells.words, cells.marks).where(cells.number.in_(some))
        found |= {number: Features(_unpack(words), _unpack(marks)) for number, words, marks in connection.execute(own)}
    yield from (found[number] for number in numbers)


def _unpack(stored: bytes) -> frozenset[int]:
    return frozenset(from_bytes(stored).tolist())


def _find_copies(store: Store, new: Collection[str]) -> None:
    with reading(store.engine) as connection:
        runs = dict(_pairs(connection, select(prints.c.article_id, prints.c.runs)))
    found = find_copies({article: from_bytes(stored) for article, stored in runs.items()}, set(new))
    with writing(store.engine) as connection:
        for some in in_parts(list(new)):
            connection.execute(delete(copies).where(copies.c.one.in_(some) | copies.c.other.in_(some)))
        there = set(connection.execute(select(articles.c.article_id)).scalars())
        kept = found.loc[found["one"].isin(there) & found["other"].isin(there), ["one", "other", "share", "runs"]]
        if len(kept):
            rows = [dict(zip(kept.columns, row, strict=True)) for row in kept.itertuples(index=False, name=None)]
            connection.execute(insert(copies), rows)


def _join_copies(store: Store) -> None:
    own = select(articles.c.article_id, articles.c.published)
    shared = select(copies.c.one, copies.c.other, copies.c.share, copies.c.runs)
    with reading(store.engine) as connection:
        held = dict(_pairs(connection, select(prints.c.article_id, prints.c.origin)))
        days = pd.DataFrame(fetch(connection, own), columns=["article_id", "published"])
        found = to_copies([(one, other, share, runs) for one, other, share, runs in connection.execute(shared)])
    days = days.assign(published=pd.to_datetime(days["published"]))
    origins = find_origins(days, found).itertuples(index=False, name=None)
    changed = [{"article": article, "to": origin} for article, origin in origins if held.get(article) != origin]
    if changed:
        statement = update(prints).where(prints.c.article_id == bindparam("article")).values(origin=bindparam("to"))
        with writing(store.engine) as connection:
            connection.execute(statement, changed)


def words_of(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """Terms behind their numbers."""
    found: dict[int, str] = {}
    for some in in_parts(numbers):
        found |= dict(_pairs(connection, select(terms.c.number, terms.c.term).where(terms.c.number.in_(some))))
    return found


def numbers_of(connection: Connection, words: Iterable[str]) -> dict[str, int]:
    """Numbers of those of `words` that have one."""
    found: dict[str, int] = {}
    for some in in_parts(list(words)):
        found |= dict(_pairs(connection, select(terms.c.term, terms.c.number).where(terms.c.term.in_(some))))
    return found


def _pairs(connection: Connection, statement: "Select[tuple[Any, Any]]") -> list[tuple[Any, Any]]:
    return [(one, other) for one, other in connection.execute(statement)]
