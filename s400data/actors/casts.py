"""Casts: every mention of an actor in an article, and who any of its noun phrases stands for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from spacy.tokens import Doc, Span, Token

from s400data.actors.bodies import resolve_body
from s400data.actors.descriptions import Description, Titling, describe, find_titlings
from s400data.actors.discourse import Discourse, Reference
from s400data.actors.evidence import Evidence
from s400data.actors.introductions import Introduction, find_introductions
from s400data.actors.names import Name, find_names
from s400data.actors.offices import resolve_title
from s400data.actors.profiles import build_profile, state_profile, window_of
from s400data.actors.pronouns import PRONOUNS, resolve_pronoun
from s400data.actors.rosters import build_roster
from s400data.actors.speech import quoted_tokens
from s400data.articles import dateline_span
from s400data.language.syntax import mention
from s400data.records import Actor, ActorMention, Article

_MODIFIERS = frozenset({"compound", "amod", "nmod:desc", "nmod:npmod", "nmod:unmarked"})
_PLACES = frozenset({"in", "at", "to", "from", "near", "into", "around", "outside", "inside", "toward", "towards"})
_NAMING = frozenset({"flat", "appos", "nmod:desc", "compound", "dep", "nmod:unmarked", "nmod", "list"})
_DATELINED = 4
_SKIPPED_ROLES = frozenset({"honorific"})


class Cast:
    """Who is who in one article."""

    def __init__(self, doc: Doc, discourse: Discourse) -> None:
        self._doc = doc
        self._discourse = discourse
        single = (r for r in discourse.references if discourse.joint.get(r.head) is not r)
        found = sorted(single, key=lambda r: (r.start, -r.end))
        self.mentions: tuple[ActorMention, ...] = tuple(_mention(doc, reference) for reference in _outermost(found))

    def actor_of(self, span: Span) -> ActorMention | None:
        """Who the noun phrase `span` stands for here; None where nothing in the text or the knowledge tells."""
        root = span.root
        own = self._discourse.by_token.get(root.i) or self._named_below(root, span)
        if own is None:
            return None
        others = [token for token in span if token.dep_ == "conj" and token.head.i in {root.i, own.head}]
        found = [r for token in others if (r := self._discourse.by_token.get(token.i)) is not None]
        if others and len(found) == len(others) and self._is_list([own, *found]):
            return _joint_mention(span, [own, *found])
        return _mention(self._doc, own)

    def actors_in(self, start: int, end: int) -> tuple[ActorMention, ...]:
        """Mentions that lie within the characters from `start` to `end`."""
        return tuple(m for m in self.mentions if m.mention.start >= start and m.mention.end <= end)

    def _named_below(self, root: Token, span: Span) -> Reference | None:
        """The name that carries `root` along where the parse hung it below: "head of Rostec Sergei Chemezov"."""
        for token in span:
            reference = self._discourse.by_token.get(token.i)
            if (
                reference is not None
                and reference.profile.actor.kind == "person"
                and _names(self._doc[reference.head], root)
            ):
                return reference
        return None

    def _is_list(self, references: Sequence[Reference]) -> bool:
        """Whether nothing but commas, "and" and articles stands between references: an aside is no second speaker."""
        between = (token for one, other in pairwise(references) for token in self._doc[one.end : other.start])
        return all(token.is_punct or token.pos_ in {"CCONJ", "DET"} for token in between)


def find_cast(doc: Doc, article: Article) -> Cast:
    """Resolve the names, titles, offices and pronouns of `doc`, the parse of `article`'s text."""
    names = find_names(doc)
    at = _name_at(doc, names)
    roster = build_roster(doc, names)
    introductions = list(find_introductions(doc, names, at))
    profiles = {
        entrant.actor_id: build_profile(
            entrant, [i for i in introductions if roster.of_name.get(i.name) is entrant], roster, article
        )
        for entrant in roster.entrants.values()
    }
    discourse = Discourse(doc, quoted_tokens(doc), _sentence_of(doc))
    evidence = Evidence(article, window_of(article), discourse, roster, profiles)
    used = _add_names(doc, names, introductions, evidence)
    _add_states(doc, names, used, discourse)
    _add_joint(doc, discourse)
    _add_others(doc, list(_descriptions(doc, at, used)), evidence)
    return Cast(doc, discourse)


def join_actors(actors: Sequence[Actor]) -> Actor:
    """One actor for several who speak or act together; country and kind only where they share them."""
    if len(actors) == 1:
        return actors[0]
    countries, kinds = {actor.country for actor in actors}, {actor.kind for actor in actors}
    return Actor(
        "+".join(actor.actor_id for actor in actors),
        " and ".join(actor.name for actor in actors),
        kinds.pop() if len(kinds) == 1 else "unnamed",
        None,
        countries.pop() if len(countries) == 1 else None,
        None,
        known=all(actor.known for actor in actors),
    )


def _joint_mention(span: Span, references: Sequence[Reference]) -> ActorMention:
    actors = list({r.profile.actor.actor_id: r.profile.actor for r in references}.values())
    rule = "joint" if len(actors) > 1 else references[0].rule
    return ActorMention(mention(span), join_actors(actors), rule, min(r.confidence for r in references))


def _outermost(references: Sequence[Reference]) -> Iterator[Reference]:
    """References but those inside another, as the ministry in "foreign ministry spokesman Hami Aksoy"."""
    free_from = 0
    for reference in references:
        if reference.start >= free_from:
            free_from = reference.end
            yield reference


def _mention(doc: Doc, reference: Reference) -> ActorMention:
    return ActorMention(
        mention(doc[reference.start : reference.end]), reference.profile.actor, reference.rule, reference.confidence
    )


def _names(head: Token, root: Token) -> bool:
    """Whether `head` is the name, or hangs on the name or title, that `root` leads."""
    token = head
    for _ in range(6):
        if token.i == root.i:
            return True
        if token.dep_ not in _NAMING or any(child.dep_ == "case" for child in token.children):
            return False
        token = token.head
    return False


def _name_at(doc: Doc, names: Sequence[Name]) -> list[Name | None]:
    at: list[Name | None] = [None] * len(doc)
    for name in names:
        at[name.start : name.end] = [name] * (name.end - name.start)
    return at


def _sentence_of(doc: Doc) -> list[int]:
    return [n for n, sent in enumerate(doc.sents) for _ in sent]


def _add_names(doc: Doc, names: Sequence[Name], introductions: Sequence[Introduction], evidence: Evidence) -> set[int]:
    """Enter persons and organisations with their titles; returns the tokens that titles and names have used up."""
    used: set[int] = set()
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
        evidence.discourse.add(reference, _tokens_of(name, own))
    return used


def _tokens_of(name: Name, descriptions: Sequence[Description]) -> Iterator[int]:
    yield from range(name.start, name.end)
    for description in descriptions:
        yield description.head


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
            actor = join_actors([first.profile.actor, *(other.profile.actor for other in others)])
            profile = replace(
                first.profile, actor=actor, is_plural=True, roles=frozenset(), words=frozenset(), gender=None
            )
            discourse.add_joint(Reference(first.start, first.end, first.head, profile, "joint", 0.7))


def _add_states(doc: Doc, names: Sequence[Name], used: set[int], discourse: Discourse) -> None:
    datelines = list(_datelines(doc.text))
    for name in names:
        entry = name.entry
        if name.kind != "state" or entry is None or entry.country is None or name.start in used:
            continue
        is_written_there = any(start <= doc[name.start].idx < end for start, end in datelines)
        if is_written_there or _is_modifier(doc, name) or (entry.use == "capital" and _is_place(doc, name)):
            continue
        rule = "capital" if entry.use in {"capital", "seat"} else "state"
        discourse.add(Reference(name.start, name.end, _head(doc, name), state_profile(entry.country), rule, 0.9))


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
    return not is_predicate and head.dep_ not in {"compound", "amod"}


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
            discourse.add(reference)


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
