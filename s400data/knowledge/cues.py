"""Cues: words that report speech, their frames and what they lean to, from `english/reporting_cues.toml`.

A cue of several parts is listed by its lemma and its fixed word: "point out", "make clear".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.settings import english_folder

Frame = Literal["clause", "quotation", "infinitive", "object", "complement", "topic", "charge"]
Leaning = Literal[
    "neutral", "describe", "insist", "claim", "suggest", "warn", "threaten", "promise", "urge", "demand", "ask",
    "admit", "deny", "criticise", "accuse", "praise", "predict", "agree",
]  # fmt: skip


@dataclass(frozen=True)
class CueFamily:
    """One `[[cue]]` of the file: words that share their frames and what they lean to."""

    name: str
    leaning: Leaning
    frames: tuple[Frame, ...]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CueWord:
    """A word of saying: `frames` maps each frame to what the word leans to in it, `prepositions` open its topics.

    `particle` is the fixed second word ("out" of "point out"), None for single words.
    """

    lemma: str
    particle: str | None
    frames: dict[Frame, Leaning]
    prepositions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of saying: verbs and nouns by their first lemma, phrases as tuples of lower-case words.

    `leanings` says what each phrase leans to.
    """

    verbs: dict[str, tuple[CueWord, ...]]
    nouns: dict[str, tuple[CueWord, ...]]
    phrases: tuple[tuple[str, ...], ...]
    leanings: dict[tuple[str, ...], Leaning]


@cache
def load_cues(path: Path | None = None) -> Cues:
    """Read the words of saying; a word listed twice for one frame raises `KnowledgeError`."""
    path = path or english_folder() / "reporting_cues.toml"
    families = read_entries(path, "cue", CueFamily)
    _check(path, families)
    phrases = {tuple(phrase.split()): family.leaning for family in families for phrase in family.phrases}
    return Cues(
        _words((word, family) for family in families for word in family.verbs),
        _words((word, family) for family in families for word in family.nouns),
        tuple(sorted(phrases)),
        phrases,
    )


def _words(listed: Iterator[tuple[str, CueFamily]]) -> dict[str, tuple[CueWord, ...]]:
    frames: dict[str, dict[Frame, Leaning]] = {}
    prepositions: dict[str, set[str]] = {}
    for word, family in listed:
        for frame in family.frames:
            frames.setdefault(word, {}).setdefault(frame, family.leaning)
        prepositions.setdefault(word, set()).update(family.prepositions)
    found: dict[str, tuple[CueWord, ...]] = {}
    # Words with a particle come first: "point out" before "point".
    for word in sorted(frames, key=lambda word: -word.count(" ")):
        lemma, _, particle = word.partition(" ")
        cue = CueWord(lemma, particle or None, frames[word], frozenset(prepositions[word]))
        found[lemma] = (*found.get(lemma, ()), cue)
    return found


def _check(path: Path, families: tuple[CueFamily, ...]) -> None:
    seen: dict[tuple[str, str, str], str] = {}
    for n, family in enumerate(families):
        uses = [("verb", word, frame) for word in family.verbs for frame in family.frames]
        uses += [("noun", word, frame) for word in family.nouns for frame in family.frames]
        for use in uses:
            # Topics may share a word: "warn of" and "boast of" differ in their prepositions only.
            if use in seen and use[2] != "topic":
                line = line_of_entry(path, "cue", (n,))
                raise KnowledgeError(path, line, f"'{use[1]}' has the frame '{use[2]}' in '{seen[use]}' already")
            seen[use] = family.name
