"""Codes: the cells that quotations are filtered and counted by, kept for each article as numbers.

The words of a million quotations take half a minute to read, their codes less than a second. A code says nothing that
the tables do not: those of an article are written with it and go with it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import Column, Connection, func, insert, select

from s400data.store.engines import fetch
from s400data.store.schema import articles, coded_values, quotation_codes, quotations, stances

Codes = npt.NDArray[np.int32]

EPOCH = date(1970, 1, 1).toordinal()
# Stands for a day that is not known; no date is as early.
NO_DAY = int(np.iinfo(np.int32).min)
# Stands for a place in the text that is not known.
NO_PLACE = -1
# Words are told apart by so many letters: an index takes no more.
LONGEST = 500
# What is kept of a quotation: numbers as they are, then words by their numbers in the list of values, 0 for none.
# `start` is the place of the cue or of the speaker's name, `words` how many were said, `repeats` 1 inside another
# quotation or outside the body of the article.
NUMBERS = ("number", "article", "earliest", "latest", "start", "words", "repeats")
WORDED: dict[str, "Column[Any]"] = {
    "outlet": articles.c.outlet,
    **{
        name: quotations.c[name]
        for name in (
            "speaker_id", "speaker_name", "speaker_kind", "speaker_country", "speaker_affiliation", "speaker_role",
            "via", "addressee", "cue", "kind", "overall", "band",
        )
    },
}  # fmt: skip
# What is kept of a stance: the number of its quotation, then words.
STANCE_WORDED: dict[str, "Column[Any]"] = {name: stances.c[name] for name in ("target", "polarity", "posture")}
OWN = ("number", "day_earliest", "day_latest", "cue_start", "source_start", "text", "within", "section")
# The width that both engines and every machine agree on.
WIDTH = np.dtype("<i4")


@dataclass(frozen=True, eq=False)
class CodedQuotations:
    """All quotations of a store and their stances: one column of numbers for each name, and the words they stand for.

    A word numbered 0 is missing; `values` has "" there.
    """

    quotations: Mapping[str, Codes]
    stances: Mapping[str, Codes]
    values: Sequence[str]


def read_coded(connection: Connection) -> CodedQuotations:
    """Read the codes of all articles."""
    rows = connection.execute(select(quotation_codes.c.quotations, quotation_codes.c.stances)).all()
    named = [(*NUMBERS, *WORDED), ("number", *STANCE_WORDED)]
    columns = [_columns((row[n] for row in rows), names) for n, names in enumerate(named)]
    listed = connection.execute(select(coded_values.c.value_id, coded_values.c.value)).all()
    values = [""] * (max((number for number, _ in listed), default=0) + 1)
    for number, value in listed:
        values[number] = value
    return CodedQuotations(columns[0], columns[1], values)


def code_articles(connection: Connection, article_ids: Sequence[str]) -> None:
    """Write the codes of articles that have none; their rows have their numbers by now."""
    rows = _rows_of(connection, article_ids)
    taken = _stances_of(connection, article_ids)
    worded = {row[name] for row in rows for name in WORDED} | {row[name] for row in taken for name in STANCE_WORDED}
    numbers = _number_values(connection, worded)
    own: dict[str, tuple[list[int], list[int]]] = {article_id: ([], []) for article_id in article_ids}
    for row in rows:
        own[row["article_id"]][0].extend((*_numbers(row), *(numbers[row[name]] for name in WORDED)))
    for row in taken:
        own[row["article_id"]][1].extend((row["number"], *(numbers[row[name]] for name in STANCE_WORDED)))
    written = [
        {"article_id": article_id, "quotations": _packed(told), "stances": _packed(positions)}
        for article_id, (told, positions) in own.items()
    ]
    if written:
        connection.execute(insert(quotation_codes), written)


def to_day(day: date | None) -> int:
    """Number of a day since the first of 1970, NO_DAY for none."""
    return NO_DAY if day is None else day.toordinal() - EPOCH


def _rows_of(connection: Connection, article_ids: Sequence[str]) -> list[dict[str, Any]]:
    cells = [quotations.c.article_id, articles.c.number.label("article"), *(quotations.c[name] for name in OWN)]
    joined = quotations.join(articles, articles.c.article_id == quotations.c.article_id)
    chosen = select(*cells, *WORDED.values()).select_from(joined).where(quotations.c.article_id.in_(article_ids))
    return fetch(connection, chosen.order_by(quotations.c.number))


def _stances_of(connection: Connection, article_ids: Sequence[str]) -> list[dict[str, Any]]:
    cells = [stances.c.article_id, quotations.c.number, *STANCE_WORDED.values()]
    joined = stances.join(quotations, quotations.c.quotation_id == stances.c.quotation_id)
    chosen = select(*cells).select_from(joined).where(stances.c.article_id.in_(article_ids))
    return fetch(connection, chosen.order_by(quotations.c.number, stances.c.position))


def _numbers(row: Mapping[str, Any]) -> tuple[int, ...]:
    start = row["source_start"] if row["cue_start"] is None else row["cue_start"]
    return (
        row["number"], row["article"], to_day(row["day_earliest"]), to_day(row["day_latest"]),
        NO_PLACE if start is None else start, len(row["text"].split()),
        int(row["within"] is not None or row["section"] != "body"),
    )  # fmt: skip


def _number_values(connection: Connection, worded: Iterable[str | None]) -> dict[str | None, int]:
    """Numbers of these words in the list of values; those it lacks are added, which only one writer does at a time."""
    written = {word: word[:LONGEST] for word in worded if word}
    wanted = sorted(set(written.values()))
    cells = coded_values.c
    known = connection.execute(select(cells.value, cells.value_id).where(cells.value.in_(wanted)))
    numbers: dict[str, int] = dict(map(tuple, known))
    new = [word for word in wanted if word not in numbers]
    if new:
        last = connection.execute(select(func.max(cells.value_id))).scalar() or 0
        added = {word: number for number, word in enumerate(new, last + 1)}
        connection.execute(
            insert(coded_values), [{"value_id": number, "value": word} for word, number in added.items()]
        )
        numbers |= added
    return {None: 0, "": 0} | {word: numbers[kept] for word, kept in written.items()}


def _packed(numbers: list[int]) -> bytes:
    return np.array(numbers, dtype=WIDTH).tobytes()


def _columns(packed: Iterable[bytes], names: Sequence[str]) -> dict[str, Codes]:
    table = np.frombuffer(b"".join(packed), dtype=WIDTH).reshape(-1, len(names))
    return {name: np.ascontiguousarray(table[:, n]) for n, name in enumerate(names)}
