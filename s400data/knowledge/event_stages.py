"""Event stages: how far an event has come, as the words of its report tell it."""

from dataclasses import dataclass
from functools import cache

from s400data.errors import KnowledgeError
from s400data.knowledge.event_types import load_event_types
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.settings import english_folder


@dataclass(frozen=True, slots=True)
class EventStage:
    """One stage of a type of event and the lemmas that tell it."""

    type: str
    name: str
    words: tuple[str, ...]


@cache
def load_event_stages() -> tuple[EventStage, ...]:
    """Read the stages; a type that is not listed and a word of two stages of one type are errors."""
    path = english_folder() / "event_stages.toml"
    stages = read_entries(path, "stage", EventStage)
    types = {kind.name for kind in load_event_types()}
    owners: dict[tuple[str, str], str] = {}
    for place, stage in enumerate(stages):
        if stage.type not in types:
            raise KnowledgeError(path, line_of_entry(path, "stage", (place,)), f"{stage.type!r} is no type of event")
        for word in stage.words:
            if owners.setdefault((stage.type, word), stage.name) != stage.name:
                reason = f"{word!r} tells {owners[stage.type, word]!r} already"
                raise KnowledgeError(path, line_of_entry(path, "stage", (place,)), reason)
    return stages
