"""Likeness: articles that say nearly the same, found by a sketch of their words kept beside each.

A sketch is the smallest hashes of an article's runs of words (bottom-k MinHash, Broder 1997): two articles share about
as large a part of their sketches as of their runs. Looking up one article costs the same however many are stored.
"""

import re
from dataclasses import dataclass
from hashlib import blake2b
from heapq import nsmallest
from itertools import groupby
from operator import itemgetter
from typing import Literal

from sqlalchemy import Connection, func, insert, select

from s400data.store.folding import fold
from s400data.store.schema import article_links, articles, sketches

Relation = Literal["version", "near-duplicate"]

RUN_WORDS = 5
SKETCH_SIZE = 64
# Below this share of common runs two reports of one event merely quote the same words.
LIKE = 0.35
_WORD = re.compile(r"\w+")
_HASH_BITS = 62


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two articles that say nearly the same: `share` of their runs of words is common."""

    article_id: str
    other_id: str
    relation: Relation
    share: float


def to_sketch(text: str) -> list[int]:
    """The smallest hashes of the runs of five words in `text`; texts of fewer words have none."""
    words = _WORD.findall(fold(text))
    runs = {" ".join(words[n : n + RUN_WORDS]) for n in range(len(words) - RUN_WORDS + 1)}
    hashes = (int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big") >> (64 - _HASH_BITS) for run in runs)
    return nsmallest(SKETCH_SIZE, hashes)


def link_like_articles(connection: Connection, article_id: str) -> tuple[Likeness, ...]:
    """Sketch an article and link it to those it is like, in the place of the links it had.

    Of one outlet they are versions of one article, of two outlets near-duplicates.
    """
    row = connection.execute(
        select(articles.c.text, articles.c.outlet).where(articles.c.article_id == article_id)
    ).one_or_none()
    if row is None:
        return ()
    sketch = to_sketch(row.text)
    connection.execute(sketches.delete().where(sketches.c.article_id == article_id))
    own = (article_links.c.article_id == article_id) | (article_links.c.other_id == article_id)
    connection.execute(article_links.delete().where(own))
    links = tuple(
        Likeness(article_id, other, "version" if outlet and outlet == row.outlet else "near-duplicate", share)
        for other, outlet, share in _alike(connection, sketch)
    )
    if sketch:
        connection.execute(insert(sketches), [{"article_id": article_id, "hash": value} for value in sketch])
    if links:
        rows = [
            {"article_id": one.article_id, "other_id": one.other_id, "relation": one.relation, "share": one.share}
            for one in links
        ]
        connection.execute(insert(article_links), rows)
    return links


def _alike(connection: Connection, sketch: list[int]) -> list[tuple[str, str | None, float]]:
    """Articles with a sketch like this one: number, outlet, share of common runs as the sketches tell it."""
    if not sketch:
        return []
    common = func.count().label("common")
    candidates = (
        select(sketches.c.article_id, common)
        .where(sketches.c.hash.in_(sketch))
        .group_by(sketches.c.article_id)
        .having(common >= LIKE * len(sketch) / 2)
    )
    others = select(candidates.subquery().c.article_id).scalar_subquery()
    rows = (
        select(sketches.c.article_id, articles.c.outlet, sketches.c.hash)
        .join(articles, articles.c.article_id == sketches.c.article_id)
        .where(sketches.c.article_id.in_(others))
        .order_by(sketches.c.article_id)
    )
    own = set(sketch)
    found: list[tuple[str, str | None, float]] = []
    for (other_id, outlet), hashes in groupby(connection.execute(rows), key=itemgetter(0, 1)):
        other = {row.hash for row in hashes}
        union = nsmallest(SKETCH_SIZE, other | own)
        share = sum(value in other and value in own for value in union) / len(union)
        if share >= LIKE:
            found.append((other_id, outlet, round(share, 3)))
    return found
