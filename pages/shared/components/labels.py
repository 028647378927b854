"""Labels: words a page uses for what a table stores as a code, a date or a number."""

from typing import Any

import pandas as pd

from s400data.comparison import write_days
from s400data.exports import publication_words
from s400data.knowledge.countries import countries_by_code
from s400data.tables import value_label


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows of `frame` as mappings from column to cell."""
    # A frame that is walked row by row makes each string anew from its column.
    columns = [frame[name].to_numpy(dtype=object).tolist() for name in frame.columns]
    return [dict(zip(frame.columns, cells, strict=True)) for cells in zip(*columns, strict=True)]


def is_known(cell: Any) -> bool:  # noqa: ANN401 - a cell of any column
    """Whether `cell` holds something; lists are judged by whether they are empty."""
    if isinstance(cell, list | tuple):
        return bool(cell)
    return cell is not None and not bool(pd.isna(cell))


def text(row: Any, column: str) -> str:  # noqa: ANN401 - a mapping or a row
    """Text of `column` in `row`; "" where it is missing."""
    return str(row[column]) if is_known(row[column]) else ""


def label(column: str, row: Any) -> str:  # noqa: ANN401 - a mapping or a row
    """Words for the value of `column` in `row`; "" where it is missing."""
    return value_label(column, row[column])


def country_name(code: object) -> str:
    """Name of the country with this code; what has no listed name is read as it is."""
    country = countries_by_code().get(str(code)) if isinstance(code, str) else None
    return country.name if country else str(code) if is_known(code) else ""


def office(row: Any, prefix: str) -> str:  # noqa: ANN401 - a mapping or a row
    """Role, body and country of an actor in one line; what an earlier part says already is left out."""
    parts = [text(row, f"{prefix}_role"), text(row, f"{prefix}_affiliation"), country_name(row[f"{prefix}_country"])]
    name = text(row, f"{prefix}_name")
    return ", ".join(one for n, one in enumerate(parts) if one and one not in [name, *parts[:n]])


def day(cell: Any) -> str:  # noqa: ANN401 - a cell of dates
    """A day as people write it; "" where it is missing."""
    return write_days(cell, cell) if is_known(cell) else ""


def days(earliest: Any, latest: Any) -> str:  # noqa: ANN401 - cells of dates
    """Days from `earliest` to `latest`; "" where either is missing."""
    return write_days(earliest, latest) if is_known(earliest) and is_known(latest) else ""


def published(row: Any) -> str:  # noqa: ANN401 - a mapping or a row
    """When an article was published, as exactly as it is known; "" where it is not."""
    return publication_words(row)


def confidence(cell: Any) -> str:  # noqa: ANN401 - a cell of numbers
    """Confidence of a rule in words a reader can weigh, with the number."""
    value = float(cell)
    word = "high" if value >= 0.8 else "medium" if value >= 0.5 else "low"
    return f"{word} confidence ({value:.2f})"


def count(n: int, noun: str, plural: str | None = None) -> str:
    """Number and noun: "1 article", "2,400 articles"."""
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"
