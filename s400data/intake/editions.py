"""Editions: one name for the program and the knowledge that an article was read by."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from s400data.settings import PACKAGE, affair_folder, pipeline_name

READING = (
    "documents articles knowledge chronology language timexes actors quotations events stances records.py pipeline.py"
)
_CONTENTS = (".py", ".toml", ".json")


@cache
def find_edition() -> str:
    """Digest of everything that decides what is read out of an article; another one asks for reading again."""
    digest = sha256(f"{pipeline_name()}".encode())
    for file in _files():
        digest.update(file.name.encode())
        # Weights are large, and never change without changing in size or with the code around them.
        digest.update(file.read_bytes() if file.suffix in _CONTENTS else str(file.stat().st_size).encode())
    return digest.hexdigest()[:16]


def _files() -> Iterator[Path]:
    for place in (*(PACKAGE / name for name in READING.split()), affair_folder()):
        found = [place] if place.is_file() else sorted(place.rglob("*"))
        yield from (file for file in found if file.is_file() and file.suffix not in (".pyc", ".md"))
