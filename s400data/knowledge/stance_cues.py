"""Stance cues: targets, the things they are about, and the wordings that take a position, with cross-checks."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Literal, Protocol, TypeVar

from s400data.errors import KnowledgeError
from s400data.knowledge.event_types import WordClass
from s400data.knowledge.prefilters import required_words
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.knowledge.wordings import load_function_words
from s400data.settings import affair_folder, english_folder

Negation = Literal["flips", "required", "blocks"]
Effect = Literal["supports", "opposes", "cost", "acceptance", "reward"]
Strength = Literal[1, 2, 3]

WORDS_IN_A_GAP = 6
CLASS_NAME = re.compile(r"@(\w+)")


@dataclass(frozen=True, slots=True)
class Target:
    """Something positions are taken on; `axis` is 1, -1 or 0: which way its support points on the main axis."""

    id: str
    name: str
    meaning: str
    axis: Literal[-1, 0, 1]
    mentions: tuple[str, ...]
    actions: tuple[str, ...]
    undoings: tuple[str, ...] = ()
    thing: str = ""
    imposers: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()

    @property
    def doers(self) -> tuple[str, ...]:
        """Countries whose own act the target is."""
        return (*self.imposers, *self.parties)

    def is_done_with(self, thing: str) -> bool:
        """Whether bringing the target about is something done with the thing or by it."""
        return any(thing in wording for wording in self.actions)


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that targets are about, and its names."""

    id: str
    name: str
    pronouns: tuple[str, ...]
    nouns: tuple[str, ...]
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A way of speaking that takes a position on one target."""

    id: str
    target: str
    polarity: Literal["supports", "opposes"]
    strength: Strength
    posture: str
    negation: Negation
    says: str
    patterns: tuple[str, ...]
    needs: str = ""
    context: Literal["", "demand", "imposer", "own", "party", "outsider"] = ""
    of_subject: bool = False
    of_clause: bool = False
    not_of: str = ""


@dataclass(frozen=True, slots=True)
class Attitude:
    """Words of approval, disapproval, cost or acceptance that bear on whatever target their clause names."""

    id: str
    effect: Effect
    strength: Strength
    posture: str
    says: str
    patterns: tuple[str, ...]
    before: bool = False
    after: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """A kind of words that positions are often taken with, without telling which."""

    name: str
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StanceContext:
    """Words that turn, condition or hand on a position."""

    negators: tuple[str, ...]
    late_negators: tuple[str, ...]
    no_negators: tuple[str, ...]
    conditions: tuple[str, ...]
    denials: tuple[str, ...]
    claims: tuple[str, ...]
    doubts: tuple[str, ...]
    untruths: tuple[str, ...]
    directives: tuple[str, ...]
    wishes: tuple[str, ...]
    verb_nouns: tuple[str, ...]
    pledges: tuple[str, ...]
    commitments: tuple[str, ...]
    intentions: tuple[str, ...]
    reports: tuple[str, ...]
    dismissals: tuple[str, ...]
    acts_of_things: tuple[str, ...]
    carriers: tuple[str, ...]
    acts: tuple[str, ...]
    grants: tuple[str, ...]
    houses: tuple[str, ...]
    allies: tuple[str, ...]
    impersonal: tuple[str, ...]
    occasions: tuple[str, ...]
    refusals: tuple[str, ...]
    observers: tuple[str, ...]
    signs: tuple[Sign, ...]


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Entry = TypeVar("Entry", bound=_Named)


@cache
def load_targets(folder: Path | None = None) -> tuple[Target, ...]:
    """Targets of the affair; two with one id or name are refused."""
    path = (folder or affair_folder()) / "targets.toml"
    targets = _read_unique(path, "target", Target)
    names: set[str] = set()
    for n, target in enumerate(targets):
        if target.name in names:
            raise KnowledgeError(
                path, line_of_entry(path, "target", (n, "name")), f"two targets are named '{target.name}'"
            )
        names.add(target.name)
        _check_wordings(path, "target", n, (*target.mentions, *target.actions, *target.undoings))
    return targets


@cache
def load_things(folder: Path | None = None) -> tuple[Thing, ...]:
    """Things the targets are about."""
    path = (folder or affair_folder()) / "things.toml"
    things = _read_unique(path, "thing", Thing)
    for n, thing in enumerate(things):
        _check_wordings(path, "thing", n, thing.patterns)
    return things


@cache
def load_frames(folder: Path | None = None) -> tuple[Frame, ...]:
    """Frames of the affair; each names a known target and needs a known thing."""
    path = (folder or affair_folder()) / "stance_frames.toml"
    frames = _read_unique(path, "frame", Frame)
    known_targets = {target.id for target in load_targets(folder)}
    known_things = {"", *(thing.id for thing in load_things(folder))}
    for n, frame in enumerate(frames):
        if frame.target not in known_targets:
            raise KnowledgeError(path, line_of_entry(path, "frame", (n, "target")), f"no target '{frame.target}'")
        for field in ("needs", "not_of"):
            if getattr(frame, field) not in known_things:
                thing = getattr(frame, field)
                raise KnowledgeError(path, line_of_entry(path, "frame", (n, field)), f"no thing '{thing}'")
        _check_wordings(path, "frame", n, frame.patterns)
    return frames


@cache
def load_attitudes() -> tuple[Attitude, ...]:
    """Attitudes of the language."""
    path = english_folder() / "attitudes.toml"
    attitudes = _read_unique(path, "attitude", Attitude)
    for n, attitude in enumerate(attitudes):
        _check_wordings(path, "attitude", n, attitude.patterns)
    return attitudes


@cache
def load_stance_context() -> StanceContext:
    """Words that turn, condition or hand on a position."""
    path = english_folder() / "stance_context.toml"
    entries = read_entries(path, "context", StanceContext)
    if len(entries) != 1:
        raise KnowledgeError(path, None, "holds exactly one [[context]] entry")
    return entries[0]


@cache
def compile_wording(wording: str) -> re.Pattern[str]:
    """Pattern of a wording over lemmas joined by single spaces; " ... " stands for up to six words between."""
    gap = rf"(?: \S+){{0,{WORDS_IN_A_GAP}}}? "
    return re.compile(rf"(?<!\S)(?:{_write_out(wording).replace(' ... ', gap)})(?!\S)")


def possible_wordings(lemmas: frozenset[str]) -> frozenset[str]:
    """Wordings of the knowledge files that may fit a text of these words."""
    index = _wordings_by_word()
    found = (index[word] for word in index.keys() & {*lemmas, ""})
    return frozenset(
        wording for wordings in found for wording, required in wordings if not any(map(lemmas.isdisjoint, required))
    )


@cache
def listed_wordings() -> frozenset[str]:
    """All wordings of the knowledge files."""
    context = load_stance_context()
    lists = [found for field in fields(context) if field.name != "signs" and (found := getattr(context, field.name))]
    lists += [sign.patterns for sign in context.signs]
    lists += [frame.patterns for frame in load_frames()]
    lists += [attitude.patterns for attitude in load_attitudes()]
    lists += [wordings for t in load_targets() for wordings in (t.mentions, t.actions, t.undoings)]
    return frozenset(wording for wordings in lists for wording in wordings)


@cache
def _wordings_by_word() -> Mapping[str, list[tuple[str, list[frozenset[str]]]]]:
    """Wordings with the other words they need, by each of the rarest of these; by no word those that need none."""
    found: dict[str, list[tuple[str, list[frozenset[str]]]]] = defaultdict(list)
    common = load_function_words()
    for wording in listed_wordings():
        required = required_words(_write_out(wording))
        rarest = min(required, key=lambda words: (not common.isdisjoint(words), len(words)), default=frozenset({""}))
        others = [words for words in required if words is not rarest]
        for word in rarest:
            found[word].append((wording, others))
    return found


def _write_out(wording: str) -> str:
    return CLASS_NAME.sub(lambda found: load_stance_words()[found[1]], wording)


@cache
def load_stance_words() -> Mapping[str, str]:
    """Alternatives, the longest first, that a wording names as "@name"."""
    path = english_folder() / "stance_words.toml"
    classes: dict[str, str] = {}
    for n, entry in enumerate(read_entries(path, "word_class", WordClass)):
        if entry.name in classes:
            raise KnowledgeError(path, line_of_entry(path, "word_class", (n,)), f"'{entry.name}' is listed twice")
        classes[entry.name] = f"(?:{'|'.join(sorted(entry.words, key=len, reverse=True))})"
    return classes


def _read_unique(path: Path, key: str, kind: type[Entry]) -> tuple[Entry, ...]:
    entries = read_entries(path, key, kind)
    seen: set[str] = set()
    for n, entry in enumerate(entries):
        if entry.id in seen:
            raise KnowledgeError(path, line_of_entry(path, key, (n, "id")), f"two entries have the id '{entry.id}'")
        seen.add(entry.id)
    return entries


def _check_wordings(path: Path, key: str, n: int, wordings: Sequence[str]) -> None:
    for wording in wordings:
        if "..." in wording.replace(" ... ", " "):
            line = line_of_entry(path, key, (n,))
            raise KnowledgeError(path, line, f"in the wording '{wording}' a gap does not stand between two words")
        try:
            compile_wording(wording)
        except KeyError as error:
            line = line_of_entry(path, key, (n,))
            raise KnowledgeError(path, line, f"the wording '{wording}' names no class of words: {error}") from error
        except re.error as error:
            line = line_of_entry(path, key, (n,))
            raise KnowledgeError(path, line, f"the wording '{wording}' is not a valid pattern: {error}") from error
