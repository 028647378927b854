"""References: what in an article stands for an actor: names with their titles, states, descriptions, pronouns."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Doc, Token

from s400data.actors.bodies import resolve_body
from s400data.actors.descriptions import Description, describe
from s400data.actors.discourse import Discourse, Reference
from s400data.actors.evidence import Evidence
from s400data.actors.introductions import Introduction
from s400data.actors.names import Name
from s400data.actors.offices import resolve_title
from s400data.actors.profiles import Profile, join_profiles, people_profile, state_profile
from s400data.actors.pronouns import PRONOUNS, resolve_pronoun
from s400data.actors.titlings import Titling, find_titlings
from s400data.articles import dateline_span
from s400data.knowledge.known_names import Entry

_MODIFIERS = frozenset({"compound", "amod", "nmod:desc", "nmod:npmod", "nmod:unmarked"})
_PLACES = frozenset({"in", "at", "to", "from", "near", "into", "around", "outside", "inside", "toward", "towards"})
_DATELINED = 4
_ONE_OF_MANY = frozenset({"one", "another", "both", "some", "most", "two"})
_SKIPPED_ROLES = frozenset({"honorific"})


def add_references(
    names: Sequence[Name], at: Sequence[Name | None], introductions: Sequence[Introduction], evidence: Evidence
) -> None:
    """Enter every reference into the discourse of `evidence`; `at` holds the name at each token."""
    discourse = evidence.discourse
    used = _add_names(discourse.doc, names, introductions, evidence)
    _add_states(discourse.doc, names, used, discourse)
    _add_joint(discourse.doc, discourse)
    _add_others(discourse.doc, list(_descriptions(discourse.doc, at, used)), evidence)


def name_at(doc: Doc, names: Sequence[Name]) -> list[Name | None]:
    """The name at each token of `doc`."""
    at: list[Name | None] = [None] * len(doc)
    for name in names:
        at[name.start : name.end] = [name] * (name.end - name.start)
    return at


def sentences_of(doc: Doc, quoted: Sequence[bool]) -> list[int]:
    """Number of the sentence of each token; one wholly in quotation marks counts as a part of the one before."""
    found: list[int] = []
    number = -1
    for sent in doc.sents:
        is_quoted = all(quoted[token.i] or token.is_punct or token.is_space for token in sent)
        number += not is_quoted or number < 0
        found += [number] * len(sent)
    return found


def paragraphs_of(doc: Doc) -> list[int]:
    """Number of the paragraph of each token."""
    found: list[int] = []
    number = 0
    for token in doc:
        found.append(number)
        number += token.is_space and "\n" in token.text
    return found


def _add_names(doc: Doc, names: Sequence[Name], introductions: Sequence[Introduction], evidence: Evidence) -> set[int]:
    """Enter persons and organisations with their titles; returns the tokens that titles and names have used up."""
    used: set[int] = set()
    titles = {i for one in introductions for i in range(one.description.start, one.name.start)}
    for name in names:
        entrant = evidence.roster.of_name.get(name)
        if entrant is None:
            continue
        own = [i.description for i in introductions if i.name is name]
        start = min([name.start, *(d.start for d in own if d.end == name.start)])
        used.update(i for d in own for i in range(d.start, d.end))
        if name.kind == "organisation" and _is_modifier(doc, name):
            continue
        used.update(range(start, name.end))
        rule = "known_name" if entrant.known or entrant.outlet else "name"
        reference = Reference(start, name.end, _head(doc, name), evidence.profiles[entrant.actor_id], rule, 0.95)
        # "Department of State spokesperson Cale Brown said": whatever the parse says, not the department speaks.
        is_in_title = name.kind == "organisation" and name.start in titles
        evidence.discourse.add(reference, [] if is_in_title else _tokens_of(name, own))
    return used


def _tokens_of(name: Name, own: Sequence[Description]) -> Iterator[int]:
    """Tokens at which a name is found: its own, those of a title right before it, the head of one behind."""
    yield from range(name.start, name.end)
    owners = {d.owner for d in own}
    for description in own:
        yield description.head
        yield from (i for i in range(description.start, name.start) if i not in owners)


def _head(doc: Doc, name: Name) -> int:
    return doc[name.start : name.end].root.i


def _is_modifier(doc: Doc, name: Name) -> bool:
    """Whether a name only says whose or which: "the State Department official", "a NATO meeting"."""
    head = doc[name.start : name.end].root
    return head.dep_ in _MODIFIERS and head.head.i >= name.end and head.head.pos_ in {"NOUN", "PROPN", "ADJ"}


def _add_joint(doc: Doc, discourse: Discourse) -> None:
    """Enter people named together ("Mattis and Akar"), for "they"."""
    for first in [r for r in discourse.references if r.profile.actor.kind == "person"]:
        heads = [token for i in range(first.start, first.end) for token in doc[i].children if token.dep_ == "conj"]
        others = [discourse.by_token[token.i] for token in heads if token.i in discourse.by_token]
        if others and all(other.profile.actor.kind == "person" for other in others):
            profile = join_profiles([first.profile, *(other.profile for other in others)])
            discourse.add_joint(Reference(first.start, first.end, first.head, profile, "joint", 0.7))


def _add_states(doc: Doc, names: Sequence[Name], used: set[int], discourse: Discourse) -> None:
    datelines = list(_datelines(doc.text))
    for name in names:
        entry = name.entry
        is_written_there = any(start <= doc[name.start].idx < end for start, end in datelines)
        if entry is None or name.start in used or is_written_there or _is_modifier(doc, name):
            continue
        found = _state_or_people(doc, name, entry)
        if found is not None:
            discourse.add(Reference(name.start, name.end, _head(doc, name), *found))


def _state_or_people(doc: Doc, name: Name, entry: Entry) -> tuple[Profile, str, float] | None:
    if entry.country is None:
        return None
    if entry.use == "people" and doc[name.end - 1].tag_ in {"NNS", "NNPS"}:
        return people_profile(name.words, entry.country), "people", 0.8
    if name.kind != "state" or (entry.use == "capital" and _is_place(doc, name)):
        return None
    return state_profile(entry.country), "capital" if entry.use in {"capital", "seat"} else "state", 0.9


def _datelines(text: str) -> Iterator[tuple[int, int]]:
    """Datelines ("MOSCOW, May 30.") that open one of the first paragraphs: where it was written, not who acts."""
    for paragraph in islice(re.finditer(r"[^\n]+", text), _DATELINED):
        span = dateline_span(paragraph[0])
        if span is not None:
            yield paragraph.start() + span[0], paragraph.start() + span[1]


def _is_place(doc: Doc, name: Name) -> bool:
    head = doc[name.start : name.end].root
    return any(child.dep_ == "case" and child.lower_ in _PLACES for child in head.children)


def _descriptions(doc: Doc, at: Sequence[Name | None], used: set[int]) -> Iterator[Description]:
    for titling in find_titlings(doc, 0, len(doc)):
        if not any(i in used or at[i] is not None for i in range(titling.start, titling.end)) and _refers(doc, titling):
            yield describe(doc, titling, at)


def _refers(doc: Doc, titling: Titling) -> bool:
    head = doc[titling.start : titling.end].root
    if titling.title is not None and titling.title.role in _SKIPPED_ROLES:
        return False
    is_predicate = any(child.dep_ == "cop" for child in head.children)
    if head.dep_ == "conj" and head.head.dep_ == "appos":
        # "Inhofe and Reed, the chairman and top Democrat on the panel": nobody new.
        return False
    # "the head of Russia's arms exporter": what "of" follows is no modifier, whatever the parse says.
    is_modifier = head.dep_ in {"compound", "amod"} and (head.i + 1 == len(doc) or doc[head.i + 1].lower_ != "of")
    return not is_predicate and not is_modifier


def _add_others(doc: Doc, descriptions: Sequence[Description], evidence: Evidence) -> None:
    """Resolve descriptions and pronouns in reading order, those in quotation marks after the rest."""
    discourse = evidence.discourse
    heads = {description.head: description for description in descriptions}
    waiting = [
        token for token in doc if token.i in heads or (token.lower_ in PRONOUNS and token.pos_ in {"PRON", "DET"})
    ]
    for token in sorted(waiting, key=lambda token: (discourse.quoted[token.i], token.i)):
        if token.i in discourse.by_token:
            continue
        description = heads.get(token.i)
        reference = _described(description, evidence) if description else resolve_pronoun(token, discourse)
        if reference is not None:
            discourse.add(reference, [token.i, *_one_of(token, reference)] if description is None else None)


def _one_of(pronoun: Token, reference: Reference) -> Iterator[int]:
    """The "one" of "one of them", which is as unnamed as they are."""
    head = pronoun.head
    is_partitive = pronoun.dep_ == "nmod" and head.lower_ in _ONE_OF_MANY
    if is_partitive and reference.profile.actor.kind == "unnamed":
        yield head.i


def _apposed(head: Token, discourse: Discourse) -> Reference | None:
    """The name that stands beside a description: "Turkey, a NATO ally", "the envoy Jane Doe"."""
    above = discourse.by_token.get(head.head.i) if head.dep_ == "appos" else None
    if above is not None and above.start < head.i:
        return above
    beside = [
        discourse.by_token.get(child.i) for child in head.children if child.dep_ in {"appos", "flat", "nmod:desc"}
    ]
    return next((r for r in beside if r is not None and r.profile.actor.kind == "person" and r.start > head.i), None)


def _described(description: Description, evidence: Evidence) -> Reference | None:
    doc, discourse = evidence.discourse.doc, evidence.discourse
    head = doc[description.head]
    named = _apposed(head, discourse)
    if named is not None:
        return Reference(description.start, description.end, head.i, named.profile, "apposition", 0.9)
    found = resolve_title(description, evidence) or resolve_body(description, evidence)
    if found is None:
        return None
    profile, rule, confidence = found
    return Reference(description.start, description.end, head.i, profile, rule, confidence)
