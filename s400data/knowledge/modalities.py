"""Modalities: words that decide whether what they govern happens, from `english/modality_cues.toml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.settings import english_folder

Effect = Literal["same", "content", "ongoing", "planned", "threatened", "denied", "conditional", "wanted"]
Slot = Literal["infinitive", "infinitive of another", "clause", "noun", "modifier"]
CueKey = tuple[str, Slot]


@dataclass(frozen=True, slots=True)
class ModalityCue:
    """Words with one effect on what stands in their slots."""

    effect: Effect
    slots: tuple[Slot, ...]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


@cache
def load_modality_cues(path: Path | None = None) -> Mapping[CueKey, Effect]:
    """Effects by (word, slot): "plan", "stop short" for verbs, "plan noun", "due adjective" for the rest.

    A word with two effects in one slot raises `KnowledgeError`.
    """
    path = path or english_folder() / "modality_cues.toml"
    effects: dict[CueKey, Effect] = {}
    for n, cue in enumerate(read_entries(path, "modality_cue", ModalityCue)):
        for key in _keys(cue):
            if key in effects:
                line = line_of_entry(path, "modality_cue", (n,))
                raise KnowledgeError(path, line, f"'{key[0]}' already has an effect on its {key[1]}")
            effects[key] = cue.effect
    return effects


def _keys(cue: ModalityCue) -> Iterator[CueKey]:
    for slot in cue.slots:
        yield from ((word, slot) for word in cue.verbs)
        yield from ((f"{word} noun", slot) for word in cue.nouns)
        yield from ((f"{word} adjective", slot) for word in cue.adjectives)
