"""A store of as many made-up quotations as asked for, written in bulk, for measuring search and filters.

    python bench/made_quotations.py 1000000 sqlite:///large.db

Ten quotations an article; speakers, outlets and words are spread as in news: few are heard often, most seldom.
"""

import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any, get_args

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sqlalchemy import insert, text

from s400data.records import Band, Overall
from s400data.store import Store, open_store
from s400data.store.codes import code_articles
from s400data.store.engines import writing
from s400data.store.indexes import COLUMNS, _fts5_row, article_texts, quotation_texts
from s400data.store.schema import SQL_TABLES
from s400data.store.stores import bump_version

Made = dict[str, list[dict[str, Any]]]

PER_ARTICLE, PER_BATCH = 10, 1000
SPEAKERS, OUTLETS, SAYINGS = 5000, 200, 20_000
COUNTRIES = ("TUR", "USA", "RUS", "DEU", "FRA", "GBR", "NATO", "EU", "GRC", "IND", None)
BODIES = tuple(f"Ministry {n}" for n in range(150))
ROLES = tuple(f"{rank} minister {n}" for n in range(40) for rank in ("Foreign", "Defence", "Deputy"))
TARGETS = ("s400-purchase", "us-sanctions", "f35-exclusion", "nato-risk", "dialogue", "s400-activation")
POSTURES = ("warns", "rejects", "offers", "demands", "threatens", "denies", "commits")
FIRST_DAY = date(2016, 1, 1)
WORDS_SOUGHT = (
    "missile",
    "sanction",
    "deliver",
    "radar",
    "pilot",
    "price",
    "loan",
    "treaty",
    "vote",
    "allies",
    "crews",
)


def make_words(random: Random, n: int = 6000) -> list[str]:
    """`n` words that look like words."""
    syllables = [a + b for a in "bcdfghklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "is")]
    made = dict.fromkeys("".join(random.choices(syllables, k=random.randint(2, 4))) for _ in range(n))
    return [*made]


def heard(n: int, flat: float) -> list[float]:
    """Weights of `n` things after Zipf and Mandelbrot: the smaller `flat`, the more the first of them are heard."""
    return [1 / (place + flat) for place in range(1, n + 1)]


def make_sayings(random: Random) -> list[str]:
    """Sentences of eight to twenty-five words; the words sought are spread over common and rare ones."""
    words = make_words(random)
    for n, word in enumerate(WORDS_SOUGHT):
        words.insert(4 * 2**n // 3, word)
    weights = list(accumulate(heard(len(words), 10)))
    return [" ".join(random.choices(words, cum_weights=weights, k=random.randint(8, 25))) for _ in range(SAYINGS)]


def make_articles(n: int, random: Random) -> Iterator[Made]:
    """Rows of the tables for `n` articles, one article at a time."""
    sayings = make_sayings(random)
    firsts, lasts = make_words(random, 500), make_words(random, SPEAKERS)
    names = [f"{random.choice(firsts).title()} {last.title()}" for last in lasts]
    speakers = random.choices(range(len(names)), heard(len(names), 3), k=n * PER_ARTICLE)
    outlets = random.choices(range(OUTLETS), heard(OUTLETS, 3), k=n)
    for k in range(n):
        own = [(who, names[who]) for who in speakers[k * PER_ARTICLE : (k + 1) * PER_ARTICLE]]
        yield make_article(k, f"Outlet {outlets[k]}", own, sayings, random)


def make_article(k: int, outlet: str, speakers: list[tuple[int, str]], sayings: list[str], random: Random) -> Made:
    """Rows of one article with its quotations and stances."""
    article_id, day = f"m{k:07}", FIRST_DAY + timedelta(days=random.randrange(3600))
    pieces, quotations, stances, place = [], [], [], 0
    for n, (who, name) in enumerate(speakers):
        said = random.choice(sayings)
        sentence = f"“{said}”, {name} said. "
        number = f"{article_id}-q{n}"
        country = COUNTRIES[who % len(COUNTRIES)]
        taken = random.randrange(3)
        quotations.append({
            "quotation_id": number, "article_id": article_id, "position": n,
            "kind": random.choice(("direct", "direct", "indirect", "mixed")),
            "content": [[place + 1, place + 1 + len(said)]], "text": said, "source_start": None, "source_end": None,
            "source": None, "speaker_id": f"s{who}", "speaker_name": name, "speaker_kind": "person",
            "speaker_affiliation": BODIES[who % len(BODIES)], "speaker_country": country,
            "speaker_role": ROLES[(who * 7 + day.year) % len(ROLES)], "speaker_known": True, "cue_start": None,
            "cue_end": None, "cue": None, "addressee": None, "via": f"Agency {who % 9}" if n % 5 == 0 else None,
            "said_earliest": None, "said_latest": None, "said_precision": None, "section": "body", "within": None,
            "overall": random.choice(get_args(Overall)), "band": random.choice(get_args(Band)), "rule": "made",
            "confidence": 0.9, "day_earliest": day, "day_latest": day, "number": k * PER_ARTICLE + n + 1,
        })  # fmt: skip
        for m, target in enumerate(random.sample(TARGETS, taken)):
            stances.append({
                "quotation_id": number, "article_id": article_id, "position": m, "target": target,
                "polarity": random.choice(("supports", "opposes", "conditional", "unclear")), "strength": 2,
                "posture": random.choice(POSTURES), "evidence": [], "evidence_text": "", "basis": "explicit",
                "voice": "speaker-own", "band": "clear", "explanation": "made", "rule": "made",
            })  # fmt: skip
        pieces.append(sentence)
        place += len(sentence)
    article = {
        "article_id": article_id, "path": f"{article_id}.txt", "title": random.choice(sayings)[:70], "outlet": outlet,
        "author": None, "published": day, "published_precision": "day", "published_basis": "byline",
        "published_evidence": None, "language": "en", "text": "".join(pieces), "headline_start": None,
        "headline_end": None, "notes": [], "checksum": article_id, "published_latest": day, "number": k + 1,
    }  # fmt: skip
    return {"articles": [article], "quotations": quotations, "stances": stances}


def fill(store: Store, quotations: int, seed: int = 7) -> None:
    """Write `quotations` made-up quotations into the empty `store`."""
    batch: list[Made] = []
    for made in make_articles(quotations // PER_ARTICLE, Random(seed)):
        batch.append(made)
        if len(batch) == PER_BATCH:
            write(store, batch)
            batch = []
    if batch:
        write(store, batch)
    with writing(store.engine) as connection:
        bump_version(connection)
        connection.exec_driver_sql("ANALYZE")


def write(store: Store, batch: list[Made]) -> None:
    """Write the rows of some articles, and index their words."""
    with writing(store.engine) as connection:
        for table in ("articles", "quotations", "stances"):
            connection.execute(insert(SQL_TABLES[table]), [row for made in batch for row in made[table]])
        rows = [(made["articles"][0], row) for made in batch for row in made["quotations"]]
        texts = {
            "articles": [(made["articles"][0]["number"], article_texts(made["articles"][0], [])) for made in batch],
            "quotations": [(row["number"], quotation_texts(row, article)) for article, row in rows],
        }
        for table, found in texts.items():
            names = ", ".join(COLUMNS[table])
            places = ", ".join(f":{name}" for name in COLUMNS[table])
            statement = text(f"INSERT INTO {table}_search (rowid, {names}) VALUES (:rowid, {places})")
            connection.execute(statement, [{"rowid": number, **_fts5_row(table, one)} for number, one in found])
        code_articles(connection, [made["articles"][0]["article_id"] for made in batch])


if __name__ == "__main__":
    start = time.perf_counter()
    fill(open_store(sys.argv[2]), int(sys.argv[1]))
    print(f"{int(sys.argv[1]):,} quotations in {time.perf_counter() - start:.0f} s")
