"""Event types: what kinds of event there are and the words that tell them, from `english/event_types.toml`.

Classes of words ("@deal") come from `english/word_classes.toml`. See the notes at the head of both files.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.settings import english_folder

Roles = Literal["agent", "mutual", "giver", "receiver", "trade", "undergoer", "patient", "payee", "host", "alone"]
Kind = Literal["actor", "person", "power", "nothing"]
Part = Literal["verb", "noun", "adjective"]


@dataclass(frozen=True, slots=True)
class WordClass:
    """Lemmas that triggers name together as "@name"."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell an event, and what restricts them; the fields are explained in the file."""

    rule: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    oblique: tuple[str, ...] = ()
    infinitive: tuple[str, ...] = ()
    not_infinitive: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    complement: Literal["clause", "cost", "duty"] | None = None
    object_kind: Kind | None = None
    subject_kind: Kind | None = None
    participants: int = 0
    roles: Roles = "agent"
    needs: Literal["nothing", "anchor", "specific", "abroad", "date"] = "nothing"
    scope: Literal["none", "content", "threat"] = "none"
    modality: Literal["planned"] | None = None
    plover: str | None = None


@dataclass(frozen=True, slots=True)
class EventType:
    """One kind of event; types of one `family` may tell the same event."""

    name: str
    label: str
    plover: str
    family: str
    trigger: tuple[Trigger, ...]
    conflict_days: int = 0


@dataclass(frozen=True, slots=True)
class TriggerWord:
    """One word of a trigger: its lemmas, the last of a noun being its head, with the type and the trigger it tells."""

    words: tuple[str, ...]
    part: Part
    event_type: EventType
    trigger: Trigger


@cache
def load_event_types(path: Path | None = None) -> tuple[EventType, ...]:
    """Read the event types; a type or rule listed twice, or an unknown class, raises `KnowledgeError`."""
    path = path or english_folder() / "event_types.toml"
    types = read_entries(path, "event_type", EventType)
    _check(path, types)
    return types


@cache
def load_word_classes() -> Mapping[str, frozenset[str]]:
    """Read the classes of words by their name; a class listed twice raises `KnowledgeError`."""
    path = english_folder() / "word_classes.toml"
    classes = read_entries(path, "word_class", WordClass)
    found: dict[str, frozenset[str]] = {}
    for n, entry in enumerate(classes):
        if entry.name in found:
            raise KnowledgeError(path, line_of_entry(path, "word_class", (n,)), f"'{entry.name}' is listed twice")
        found[entry.name] = frozenset(entry.words)
    return found


@cache
def load_trigger_words() -> Mapping[str, tuple[TriggerWord, ...]]:
    """Every trigger word by the lemma that is looked up: first word of a verb, last word of a noun.

    Words of several parts come first, then those with restrictions, then the rest, each in the order of the file.
    """
    found: dict[str, list[TriggerWord]] = {}
    for event_type in load_event_types():
        for trigger in event_type.trigger:
            for word in _words(event_type, trigger):
                found.setdefault(_key(word), []).append(word)
    return {key: tuple(sorted(words, key=_specificity)) for key, words in found.items()}


@cache
def expand(words: tuple[str, ...]) -> frozenset[str]:
    """The lemmas that `words` name, each "@class" with its words."""
    classes = load_word_classes()
    found: set[str] = set()
    for word in words:
        found |= classes.get(word[1:], frozenset()) | {word} if word.startswith("@") else {word.lower()}
    return frozenset(found)


def event_type(name: str) -> EventType | None:
    """The type called `name`, None where there is none."""
    return next((entry for entry in load_event_types() if entry.name == name), None)


def _words(event_type: EventType, trigger: Trigger) -> Iterator[TriggerWord]:
    parts: tuple[tuple[Part, tuple[str, ...]], ...] = (
        ("verb", trigger.verbs),
        ("noun", trigger.nouns),
        ("adjective", trigger.adjectives),
    )
    for part, words in parts:
        for word in words:
            yield TriggerWord(tuple(word.split()), part, event_type, trigger)


def _key(word: TriggerWord) -> str:
    return word.words[-1] if word.part == "noun" and "of" not in word.words else word.words[0]


def _specificity(word: TriggerWord) -> tuple[int, int]:
    trigger = word.trigger
    restrictions = (
        trigger.object,
        trigger.subject,
        trigger.theme,
        trigger.oblique,
        trigger.infinitive,
        trigger.complement,
    )
    return -len(word.words), -sum(map(bool, restrictions))


def _check(path: Path, types: tuple[EventType, ...]) -> None:
    classes = load_word_classes()
    names: set[str] = set()
    rules: set[str] = set()
    for n, entry in enumerate(types):
        if entry.name in names:
            raise KnowledgeError(path, line_of_entry(path, "event_type", (n,)), f"'{entry.name}' is listed twice")
        names.add(entry.name)
        for m, trigger in enumerate(entry.trigger):
            problem = _problem(trigger, rules, classes)
            if problem:
                line = line_of_entry(path, "event_type", (n, "trigger", m))
                raise KnowledgeError(path, line, f"the rule '{trigger.rule}' {problem}")
            rules.add(trigger.rule)


def _problem(trigger: Trigger, rules: Set[str], classes: Mapping[str, frozenset[str]]) -> str | None:
    if trigger.rule in rules:
        return "is listed twice"
    unknown = next((name for name in _classes_named(trigger) if name not in classes), None)
    return f"names the unknown class '@{unknown}'" if unknown is not None else None


def _classes_named(trigger: Trigger) -> Iterator[str]:
    lists = (trigger.object, trigger.subject, trigger.theme, trigger.oblique, trigger.infinitive)
    return (word[1:] for words in lists for word in words if word.startswith("@") and word != "@any")
