"""Corrections: what an analyst says of an article in the place of what reading found."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Literal, get_args

from s400data.errors import ArticleError
from s400data.records import Article

CorrectedField = Literal["title", "outlet", "author", "published"]
CORRECTED_FIELDS: tuple[CorrectedField, ...] = get_args(CorrectedField)
Corrections = Mapping[CorrectedField, str | None]

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_SAID = "said by an analyst"
_PRECISIONS: tuple[Literal["year", "month", "day"], ...] = ("year", "month", "day")


def correct(article: Article, corrections: Corrections) -> Article:
    """`article` with what `corrections` say; a date may be a day, a month or a year (2019-07-12, 2019-07, 2019).

    The text stays as it is, so every mark in it holds. A date that is none raises `ArticleError`.
    """
    plain = {field: value or None for field, value in corrections.items() if field != "published"}
    corrected = replace(article, **plain)  # type: ignore[arg-type]
    if "published" in corrections:
        corrected = _dated(corrected, corrections["published"])
    named = [field for field in CORRECTED_FIELDS if field in corrections]
    gone = {f"no {'headline' if field == 'title' else field} was found" for field in named}
    notes = [note for note in corrected.notes if note not in gone and not note.endswith(_SAID)]
    return replace(corrected, notes=(*notes, f"{', '.join(named)}: {_SAID}")) if named else corrected


def _dated(article: Article, value: str | None) -> Article:
    match = _DAY.fullmatch((value or "").strip())
    if value and not match:
        raise ArticleError(article.path, f"'{value}' is no date; 2019-07-12, 2019-07 or 2019 is expected")
    if not match:
        return replace(
            article,
            published=None,
            published_precision=None,
            published_basis="unknown",
            published_evidence=_SAID,
        )
    parts = [int(part) for part in match.groups() if part]
    try:
        published = date(*[*parts, 1, 1][:3])
    except ValueError as error:
        raise ArticleError(article.path, f"'{value}' is no date: {error}") from error
    return replace(
        article,
        published=published,
        published_precision=_PRECISIONS[len(parts) - 1],
        published_basis="analyst",
        published_evidence=_SAID,
    )
