"""Reading: TOML knowledge files into frozen records, with file, line and reason for whatever breaks the format."""

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from s400data.errors import KnowledgeError

Entry = TypeVar("Entry")
Place = tuple[int | str, ...]


def read_entries(path: Path, key: str, kind: type[Entry]) -> tuple[Entry, ...]:
    """Read the array of tables `[[key]]` of `path` into `kind`, a dataclass.

    A field missing, unknown or of the wrong type raises `KnowledgeError` with the line of the entry or field.
    """
    source = _read_text(path)
    document = _parse(path, source)
    unknown = sorted(set(document) - {key, "note"})
    if unknown:
        line = _line_of(source, unknown[0])
        raise KnowledgeError(path, line, f"unknown part '{unknown[0]}'; this file holds [[{key}]] entries")
    adapter = TypeAdapter(tuple[kind, ...], config=ConfigDict(extra="forbid"))  # type: ignore[valid-type]
    try:
        return adapter.validate_python(document.get(key, []))
    except ValidationError as error:
        first = error.errors()[0]
        raise KnowledgeError(
            path, line_of_entry(path, key, first["loc"]), _reason(first["loc"], first["msg"])
        ) from error


def line_of_entry(path: Path, key: str, place: Place) -> int | None:
    """Line (from 1) of the n-th `[[key]]` entry in `path`, or of a field in it; `place` is (n, field, ...)."""
    lines = path.read_text(encoding="utf-8").splitlines()
    start = 0
    header = key
    for step, after in zip(place, (*place[1:], None), strict=True):
        if isinstance(step, int):
            found = _nth(lines, start, rf"\s*\[\[\s*{re.escape(header)}\s*\]\]", step)
        else:
            found = _nth(lines, start, rf"\s*{re.escape(step)}\s*=", 0) if not isinstance(after, int) else None
            header = f"{header}.{step}"
        if found is None:
            continue
        start = found
    return start + 1 if lines else None


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise KnowledgeError(path, None, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(path, None, "is not UTF-8 text") from error


def _parse(path: Path, source: str) -> dict[str, Any]:
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise KnowledgeError(path, int(line[1]) if line else None, f"is not valid TOML: {error}") from error


def _nth(lines: list[str], start: int, pattern: str, n: int) -> int | None:
    matches = (i for i in range(start, len(lines)) if re.match(pattern, lines[i]))
    return next((i for k, i in enumerate(matches) if k == n), None)


def _line_of(source: str, word: str) -> int | None:
    return next(
        (i for i, line in enumerate(source.splitlines(), 1) if re.search(rf"\b{re.escape(word)}\b", line)), None
    )


def _reason(place: Place, message: str) -> str:
    fields = ".".join(str(step) for step in place if isinstance(step, str))
    return f"{fields}: {message}" if fields else message
