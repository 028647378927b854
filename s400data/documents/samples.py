"""Samples: the first rows of a file with columns, and which column is taken for which field."""

from typing import IO

from s400data.documents.kinds import HEAD_BYTES, find_kind
from s400data.documents.raw import Field
from s400data.documents.records import Row, guess_columns, sample_rows


def sample_file(stream: IO[bytes], name: str) -> tuple[list[Row], dict[Field, str]]:
    """Read the first rows of `stream` and guess their columns; a file without columns gives none.

    What cannot be read raises `ArticleError`.
    """
    kind = find_kind(name, stream.read(HEAD_BYTES))
    stream.seek(0)
    rows = sample_rows(stream, name, kind) if kind in ("table", "json", "json lines") else []
    return rows, guess_columns(rows)
