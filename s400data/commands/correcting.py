"""Correcting: `correct` keeps what an analyst says of an article, and reads again what rests on it."""

import argparse
import getpass
import json
import sys
from typing import Any

from s400data.articles.corrections import CORRECTED_FIELDS
from s400data.errors import S400Error
from s400data.intake import Change, correct_articles
from s400data.store import open_store

STANDARD_INPUT = "-"


def run(arguments: argparse.Namespace) -> int:
    """Correct one article by the words given, or many by JSON lines; 1 where one could not be corrected."""
    lines = sys.stdin if arguments.article == STANDARD_INPUT else [_to_line(arguments)]
    changes = [_to_change(line) for line in lines if line.strip()]
    errors = correct_articles(open_store(), changes, maker=arguments.by or _user())
    for error in errors:
        print(f"not corrected: {error}", file=sys.stderr)
    print(f"{len(changes) - len(errors)} articles corrected")
    return 1 if errors else 0


def _to_line(arguments: argparse.Namespace) -> str:
    said = dict(pair.split("=", 1) for pair in arguments.corrections if "=" in pair)
    undone = [pair for pair in arguments.corrections if "=" not in pair]
    return json.dumps({"article_id": arguments.article, "corrections": said, "undone": undone})


def _to_change(line: str) -> Change:
    try:
        found: dict[str, Any] = json.loads(line)
        corrections, undone = found.get("corrections", {}), found.get("undone", [])
        article_id = found["article_id"]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise S400Error(f"no correction: {line.strip()!r} ({error})") from error
    unknown = [name for name in (*corrections, *undone) if name not in CORRECTED_FIELDS]
    if unknown:
        raise S400Error(f"{', '.join(unknown)} cannot be corrected; {', '.join(CORRECTED_FIELDS)} can")
    return Change(article_id, {name: value or None for name, value in corrections.items()}, tuple(undone))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
