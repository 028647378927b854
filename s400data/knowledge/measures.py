"""Measures: the words that make figures in a sentence, for comparing amounts and counts across articles."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.settings import english_folder

MeasureKind = Literal["number", "scale", "currency", "unit", "at-least", "at-most", "about"]


@dataclass(frozen=True, slots=True)
class Measure:
    """Words of one measure; numbers and scales carry their value."""

    kind: MeasureKind
    name: str
    words: tuple[str, ...]
    value: float | None = None


@cache
def load_measures(path: Path | None = None) -> tuple[Measure, ...]:
    """Read the measures; a number or scale without a value, or a word listed twice for one kind, is an error."""
    path = path or english_folder() / "measures.toml"
    measures = read_entries(path, "measure", Measure)
    seen: set[tuple[str, str]] = set()
    for place, measure in enumerate(measures):
        line = line_of_entry(path, "measure", (place,))
        if measure.kind in ("number", "scale") and measure.value is None:
            raise KnowledgeError(path, line, f"{measure.name!r} needs a value")
        for word in measure.words:
            if (measure.kind, word) in seen:
                raise KnowledgeError(path, line, f"{word!r} is listed twice as {measure.kind}")
            seen.add((measure.kind, word))
    return measures
