"""Landmarks: dated events of public record, and the words by which a text shows that it knows of them.

A text that says "the US imposed sanctions on Turkey's Presidency of Defence Industries" was not written before
14 December 2020, and "on December 14" in that sentence is that day.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.settings import affair_folder


@dataclass(frozen=True, slots=True)
class Landmark:
    """Something that happened `on` a day (to `until`, where it took several), and patterns that tell it as past."""

    name: str
    on: date
    words: tuple[str, ...]
    note: str
    until: date | None = None

    @property
    def last_day(self) -> date:
        return self.until or self.on


@cache
def load_landmarks() -> tuple[Landmark, ...]:
    """Read the landmarks of the affair in order of date."""
    path = affair_folder() / "landmarks.toml"
    if not path.exists():
        return ()
    landmarks = read_entries(path, "landmark", Landmark)
    seen: set[str] = set()
    for n, landmark in enumerate(landmarks):
        problem = _problem(landmark, seen)
        if problem:
            raise KnowledgeError(path, line_of_entry(path, "landmark", (n,)), problem)
        seen.add(landmark.name)
    return tuple(sorted(landmarks, key=lambda landmark: landmark.on))


def _problem(landmark: Landmark, seen: set[str]) -> str | None:
    if landmark.name in seen:
        return f"a second landmark named '{landmark.name}'"
    if landmark.until and landmark.until < landmark.on:
        return f"'{landmark.name}' ends before it begins"
    if not landmark.words:
        return f"'{landmark.name}' has no words"
    for pattern in landmark.words:
        try:
            re.compile(pattern)
        except re.error as error:
            return f"'{landmark.name}' has a pattern that does not compile: {error}"
    return None
