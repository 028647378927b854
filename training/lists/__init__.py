"""Lists: words and names that conversion and augmentation need, one a line, compiled by hand."""

from pathlib import Path


def read_list(name: str) -> list[str]:
    """The lines of the list called `name`."""
    return (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines()
