"""Extracting: `extract` prints what is found in articles as JSON lines."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.console import Console

from s400data.commands.progress import error_console, with_progress
from s400data.commands.steps import PlainText, Result, Steps
from s400data.errors import ArticleError
from s400data.tables import to_contract

STANDARD_INPUT = "-"
# Some programs end a line at these, too.
LINE_ENDS = str.maketrans({ord(end): f"\\u{ord(end):04x}" for end in "\u0085\u2028\u2029"})


def run(arguments: argparse.Namespace, steps: Steps) -> int:
    """Print a line for each article, and one for each file that cannot be read; 1 where there are any of these."""
    console = error_console()
    found = _texts(arguments.plain) if arguments.plain else steps.find_files([Path(path) for path in arguments.paths])
    failed = 0
    for named, result in _results(found, arguments, steps, console):
        if isinstance(result, ArticleError):
            failed += 1
            console.print(f"cannot read {result}")
            _print({"path": result.file, "error": result.reason})
        else:
            for note in result.article.notes:
                console.print(f"{result.article.path}: {note}")
            _print(to_contract(result, doc_id=named))
    if failed:
        console.print(f"{failed} could not be read")
    return 1 if failed else 0


def _results(
    found: tuple[list[PlainText], list[ArticleError]] | tuple[list[Path], list[ArticleError]],
    arguments: argparse.Namespace,
    steps: Steps,
    console: Console,
) -> Iterator[tuple[str | None, Result]]:
    """What was read, each with the name it was handed in with, if any."""
    items, errors = found
    yield from ((None, error) for error in errors)
    texts = [item for item in items if isinstance(item, PlainText)]
    files = [item for item in items if isinstance(item, Path)]
    results = (
        steps.extract_texts(texts, arguments.workers)
        if texts
        else steps.extract_files(files, arguments.workers, arguments.columns.get("", {}))
    )
    shown = with_progress(results, len(items), console, "Reading")
    if texts:
        yield from zip((text.doc_id for text in texts), shown, strict=True)
    else:
        yield from ((None, result) for result in shown)


def _texts(source: str) -> tuple[list[PlainText], list[ArticleError]]:
    """Texts of a file of JSON lines, and the lines that hold none."""
    texts: list[PlainText] = []
    errors: list[ArticleError] = []
    try:
        for place, line in _lines(source):
            try:
                texts.append(_to_text(place, json.loads(line)))
            except ValueError as error:
                errors.append(ArticleError(place, f"is no line of a document: {error}"))
    except OSError as error:
        errors.append(ArticleError(source, error.strerror or str(error)))
    except UnicodeDecodeError:
        errors.append(ArticleError(source, "is not UTF-8 text"))
    return texts, errors


def _lines(source: str) -> Iterator[tuple[str, str]]:
    def numbered(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
        return ((f"{source}:{n}", line) for n, line in enumerate(lines, 1) if line.strip())

    if source == STANDARD_INPUT:
        yield from numbered(sys.stdin)
        return
    # "utf-8-sig" also reads files without a byte order mark; a JSON line ends at a line feed and nowhere else.
    with Path(source).open(encoding="utf-8-sig", newline="\n") as file:
        yield from numbered(file)


def _to_text(place: str, fields: object) -> PlainText:
    if not isinstance(fields, dict):
        raise ValueError("it must hold an object")
    for name, needed in {"doc_id": True, "text": True, "published": False, "title": False}.items():
        value = fields.get(name)
        if not isinstance(value, str) and (needed or value is not None):
            raise ValueError(f"{name!r} must be a text" + ("" if needed else " or null"))
    # Half of a surrogate pair is no text; encoding it raises a ValueError.
    fields["text"].encode()
    return PlainText(place, fields["doc_id"], fields["text"], fields.get("published"), fields.get("title"))


def _print(line: object) -> None:
    print(json.dumps(line, ensure_ascii=False).translate(LINE_ENDS), flush=True)
