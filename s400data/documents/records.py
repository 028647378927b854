"""Records: the rows of a CSV file and the objects of a JSON file, one article each, their columns told by name.

Which column holds what is guessed from a list of names and from the cells; the reader may say it instead.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO, TextIOWrapper
from itertools import chain, islice
from typing import IO, Any, Literal

from s400data.documents.decoding import find_encoding
from s400data.documents.files import read_bytes
from s400data.documents.raw import FIELDS, Document, Field, RawArticle
from s400data.errors import ArticleError
from s400data.knowledge.fields import fields_by_name, fold_name, load_fields

Columns = Mapping[Field, str]
"""Field -> name of the column or key that holds it; keys inside keys are joined by dots."""
Row = Mapping[str, str]

SAMPLE_ROWS = 50
_SAMPLE_BYTES = 200_000
_MOST_LINE = 12_000_000
_MOST_CELL = 4_000_000
_MOST_DEPTH = 6
_DELIMITERS = ",;\t|"
# A column of running text has cells of this many characters on average.
_TEXT_LENGTH = 200
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
_SURROGATE = re.compile("[\ud800-\udfff]")


def open_table(stream: IO[bytes], name: str, columns: Columns) -> Iterator[RawArticle | ArticleError]:
    """Yield a record for each row of a CSV file, whose first row names the columns."""
    csv.field_size_limit(_MOST_CELL)
    rows = _table_rows(stream, name)
    yield from _to_records(((f"{name}, row {n}", row) for n, row in rows), name, columns)


def sample_rows(stream: IO[bytes], name: str, kind: Literal["table", "json", "json lines"]) -> list[Row]:
    """First rows of a table, lines of JSON or objects of a JSON file."""
    if kind == "table":
        found: Iterator[Row | ArticleError] = (row for _, row in _table_rows(stream, name))
    elif kind == "json lines":
        found = (row for _, row in _json_lines(stream, name))
    else:
        found = (row for _, row in _json_rows(read_bytes(stream, name, kind), name))
    return [row for row in islice(found, SAMPLE_ROWS) if not isinstance(row, ArticleError)]


def open_json_lines(stream: IO[bytes], name: str, columns: Columns) -> Iterator[RawArticle | ArticleError]:
    """Yield a record for each line of a file of JSON lines, and an error for each line that is none."""
    yield from _to_records(_json_lines(stream, name), name, columns)


def open_json(raw: bytes, name: str, columns: Columns) -> Iterator[RawArticle | ArticleError]:
    """Yield a record for each object of the longest list in a JSON file, or for the one object it holds."""
    yield from _to_records(_json_rows(raw, name), name, columns)


def column_names(rows: Sequence[Row]) -> list[str]:
    """Names of the columns in `rows`, in the order they come up."""
    return list(dict.fromkeys(name for row in rows for name in row))


def guess_columns(rows: Sequence[Row]) -> dict[Field, str]:
    """Guess which column holds which field; a text without a telling name is the column with the longest cells."""
    filled = [name for name in reversed(column_names(rows)) if any(row.get(name) for row in rows)]
    # "fields.bodyText" is known by its last part, where nothing is known by the whole.
    names = {fold_name(name.rpartition(".")[2]): name for name in filled} | {fold_name(name): name for name in filled}
    found: dict[Field, str] = {}
    for entry in load_fields():
        column = next((names[folded] for name in entry.names if (folded := fold_name(name)) in names), None)
        if column and entry.field != "other" and column not in found.values():
            found[entry.field] = column
    longest = max(names.values(), key=lambda name: _mean_length(rows, name), default=None)
    told = found.get("text")
    # "summary" beside a nameless column of whole articles is not the text.
    is_other = longest and (told is None or _mean_length(rows, longest) > 4 * _mean_length(rows, told))
    if longest and is_other and _mean_length(rows, longest) >= _TEXT_LENGTH:
        found = {field: column for field, column in found.items() if column != longest}
        found["text"] = longest
    return found


def to_record(name: str, fields: Mapping[str, Any]) -> RawArticle:
    """Raw article of fields by name; empty ones are left out."""
    kept = {field: str(fields[field]).strip() for field in FIELDS if fields.get(field)}
    raw = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    return RawArticle(name, "record", _SURROGATE.sub("\ufffd", raw).encode())


def read_record(article: RawArticle) -> Document:
    """Read the fields of a record; mark-up in its text is read as a page's."""
    from s400data.documents.pages import has_mark_up, to_lines

    fields: dict[Field, str] = json.loads(article.raw)
    text = fields.pop("text", "")
    if not text:
        raise ArticleError(article.name, "has no text")
    told = tuple((field, " ".join(_day_of_epoch(value).split())) for field, value in fields.items())
    lines = to_lines(text) if has_mark_up(text) else text
    return Document(article.name, lines, told, (), article.checksum)


def _to_records(
    rows: Iterator[tuple[str, Row | ArticleError]], name: str, columns: Columns
) -> Iterator[RawArticle | ArticleError]:
    sample = list(islice(rows, SAMPLE_ROWS))
    if not sample:
        raise ArticleError(name, "holds no articles")
    read = [row for _, row in sample if not isinstance(row, ArticleError)]
    mapping = {field: column for field, column in {**guess_columns(read), **columns}.items() if column}
    if read and "text" not in mapping:
        raise ArticleError(
            name, f"no column holds the text of articles; its columns are {', '.join(column_names(read)[:30])}"
        )
    missing = [column for column in columns.values() if read and column and column not in column_names(read)]
    if missing:
        raise ArticleError(
            name, f"has no column {', '.join(missing)}; its columns are {', '.join(column_names(read)[:30])}"
        )
    for place, row in chain(sample, rows):
        if isinstance(row, ArticleError):
            yield row
        else:
            yield to_record(place, {field: row.get(column, "") for field, column in mapping.items()})


def _table_rows(stream: IO[bytes], name: str) -> Iterator[tuple[int, Row]]:
    sample = stream.read(_SAMPLE_BYTES)
    stream.seek(0)
    encoding = find_encoding(name, sample)
    lines = TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
    try:
        reader = csv.DictReader(lines, dialect=_dialect(sample.decode(encoding, errors="replace")), restkey="")
        number = 0
        for number, row in enumerate(reader, 1):
            yield number, {column.strip(): value or "" for column, value in row.items() if column and column.strip()}
    except csv.Error as error:
        raise ArticleError(name, f"the table breaks off after row {number}: {error}") from error
    finally:
        # Whoever gives up half-way may have closed the stream already.
        with suppress(ValueError):
            lines.detach()
    if not number:
        raise ArticleError(name, "the table holds no row below its headings")


def _dialect(sample: str) -> type[csv.Dialect]:
    head = sample.splitlines()[0] if sample.strip() else ""

    class Found(csv.excel):
        delimiter = max(_DELIMITERS, key=head.count)

    return Found


def _json_rows(raw: bytes, name: str) -> Iterator[tuple[str, Row | ArticleError]]:
    try:
        found = json.loads(_decoded(raw))
    except (ValueError, RecursionError) as error:
        # JSON lines are often named .json.
        if raw.lstrip().startswith(b"{") and "Extra data" in str(error):
            yield from _json_lines(BytesIO(raw), name)
            return
        raise ArticleError(name, f"not valid JSON: {error}") from error
    objects = _objects(found)
    if not objects:
        raise ArticleError(name, "holds no list of articles; objects with a title and a text are expected")
    for number, item in enumerate(objects, 1):
        yield (name if item is found else f"{name}, object {number}"), _flat(item)


def _json_lines(stream: IO[bytes], name: str) -> Iterator[tuple[str, Row | ArticleError]]:
    number = 0
    while line := stream.readline(_MOST_LINE):
        number += 1
        place = f"{name}, line {number}"
        if len(line) >= _MOST_LINE and not line.endswith(b"\n"):
            while (rest := stream.readline(_MOST_LINE)) and not rest.endswith(b"\n"):
                pass
            yield place, ArticleError(place, f"too long; up to {_MOST_LINE / 1e6:.0f} MB are accepted")
        elif line.strip():
            yield place, _object_row(place, line)


def _object_row(place: str, line: bytes) -> Row | ArticleError:
    try:
        found = json.loads(_decoded(line))
    except (ValueError, RecursionError) as error:
        return ArticleError(place, f"not valid JSON: {error}")
    if not isinstance(found, dict):
        return ArticleError(place, "not a JSON object; one with a title and a text is expected")
    return _flat(found)


def _decoded(raw: bytes) -> str:
    return raw.decode(json.detect_encoding(raw), errors="replace").removeprefix("\ufeff")


def _objects(found: object, depth: int = 0) -> list[dict[str, Any]]:
    """The longest list of objects anywhere in `found`, or `found` itself where it is one object."""
    if isinstance(found, list):
        return [item for item in found if isinstance(item, dict)]
    if not isinstance(found, dict):
        return []
    inner = [_objects(value, depth + 1) for value in found.values() if isinstance(value, list | dict)]
    lists = [objects for objects in inner if objects] if depth < _MOST_DEPTH else []
    if depth == 0 and any(fields_by_name().get(fold_name(key)) == "text" for key in found):
        return [found]
    return max(lists, key=len, default=[found] if depth == 0 else [])


def _flat(value: Mapping[str, Any], prefix: str = "", depth: int = 0) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, cell in value.items():
        name = f"{prefix}{key}"
        if isinstance(cell, dict) and depth < _MOST_DEPTH:
            found |= _flat(cell, f"{name}.", depth + 1)
        elif isinstance(cell, list):
            found[name] = ", ".join(_scalar(item) for item in cell if _scalar(item))
        else:
            found[name] = _scalar(cell)
    return found


def _scalar(cell: object) -> str:
    if isinstance(cell, dict):
        return _scalar(cell.get("name", ""))
    return "" if cell is None or isinstance(cell, list) else str(cell)


def _mean_length(rows: Sequence[Row], column: str) -> float:
    return sum(len(row.get(column, "")) for row in rows) / max(len(rows), 1)


def _day_of_epoch(value: str) -> str:
    """A time counted in seconds or milliseconds as a date."""
    if not _EPOCH.fullmatch(value):
        return value
    try:
        return datetime.fromtimestamp(float(value[:10]), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return value
