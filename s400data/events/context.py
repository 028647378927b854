"""Context: one article with all that earlier steps found in it, as the rules for events ask about it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from spacy.tokens import Doc, Span, Token

from s400data.events.clauses import conjuncts, preposition
from s400data.events.groups import find_group, find_joint_groups, find_people_abroad, state_of, to_state
from s400data.knowledge.objects import objects_possible_in
from s400data.language.syntax import CLAUSES, children, span_at
from s400data.records import Actor, ActorMention, Article, Interval, Mention, Quotation, Timex

# Signs between the two ends of a stretch of days; a pair of days is one too.
RANGES = frozenset({"-", "–", "—", "to", "through", "until", "till"})
PREFIX = 12


class Actors(Protocol):
    """What is asked of a cast: who words stand for, and whom a stretch of text mentions."""

    def actor_of(self, span: Span) -> ActorMention | None:
        """The mention that `span` is, None where nothing tells."""

    def actors_in(self, start: int, end: int) -> tuple[ActorMention, ...]:
        """Mentions between two offsets."""


@dataclass(frozen=True, slots=True)
class PlacedTimex:
    """A date or time expression with the token that heads it."""

    timex: Timex
    head: Token

    @property
    def interval(self) -> Interval | None:
        """The days it allows."""
        return self.timex.interval


@dataclass(frozen=True, slots=True)
class Context:
    """An article under reading; `named` are the tokens of known things by class."""

    doc: Doc
    article: Article
    cast: Actors
    timexes: tuple[PlacedTimex, ...]
    quotations: tuple[Quotation, ...]
    named: Mapping[str, frozenset[int]]
    cues: Mapping[int, tuple[tuple[Token, Quotation], ...]] = field(default_factory=dict)

    def said_outside(self, placed: PlacedTimex, owner: Token) -> Token:
        """The word of saying where the date stands outside the speech that holds `owner`, else `owner` itself.

        In '"We will not give up," he said on Monday' the parser may tie Monday to the giving up.
        """
        for cue, quotation in self.cues.get(placed.head.sent.start, ()):
            if _holds(quotation, owner.idx) and not _holds(quotation, placed.timex.mention.start):
                return cue
        return owner

    def actor(self, noun: Token) -> Actor | None:
        """Who `noun` with its modifiers stands for; coordinated nouns and clauses are left out."""
        abroad = find_people_abroad(noun)
        if abroad is not None:
            return abroad
        found = self.cast.actor_of(noun_phrase(noun))
        if found is None:
            found = next(iter(self.cast.actors_in(noun.idx, noun.idx + len(noun))), None)
        if found is None or (found.actor.country is None and not found.actor.known):
            return find_group(noun) or (found.actor if found is not None else None)
        return found.actor

    def actors(self, noun: Token | None) -> tuple[Actor, ...]:
        """Who `noun` and the nouns coordinated with it stand for, each once."""
        if noun is None:
            return ()
        found = [actor for other in conjuncts(noun) for actor in self._each(other)]
        if found:
            return unique(found)
        # "the top diplomats of the United States and Turkey"
        return unique(
            actor for inner in children(noun, "nmod") if preposition(inner) == "of" for actor in self.actors(inner)
        )

    def _each(self, noun: Token) -> tuple[Actor, ...]:
        joint = find_joint_groups(noun)
        if joint:
            return joint
        found = self.actor(noun)
        return (found,) if found is not None else ()

    def actors_within(self, noun: Token) -> tuple[Actor, ...]:
        """Everybody mentioned in the phrase of `noun`."""
        span = noun_phrase(noun)
        found = unique(mention.actor for mention in self.cast.actors_in(span.start_char, span.end_char))
        return found or self.state(noun)

    def state(self, noun: Token) -> tuple[Actor, ...]:
        """The state whose name or adjective modifies `noun`."""
        country = state_of(noun)
        return (to_state(country),) if country is not None else ()

    def actors_below(self, noun: Token) -> tuple[Actor, ...]:
        """Everybody mentioned in the whole subtree of `noun`, relative clauses left out."""
        inner = [token for token in noun.subtree if token.pos_ in ("NOUN", "PROPN") and not _in_relative(token, noun)]
        return unique(actor for token in inner for actor in (self.actor(token),) if actor is not None)


def build_context(
    doc: Doc, article: Article, cast: Actors, timexes: tuple[Timex, ...], quotations: tuple[Quotation, ...]
) -> Context:
    """Place the date expressions and known things of `article` on the tokens of `doc`."""
    placed = tuple(found for timex in timexes if (found := _placed(doc, timex)) is not None)
    placed = tuple(_with_ranges(placed, article.text))
    return Context(doc, article, cast, placed, quotations, _named_tokens(doc, article.text), _cues(doc, quotations))


def _with_ranges(placed: Sequence[PlacedTimex], text: str) -> Iterator[PlacedTimex]:
    """The expressions with the two ends of a stretch of days as one: "Dec. 3-4", "from May 28 to June 4"."""
    rest = iter([*placed, None])
    one = next(rest)
    while one is not None:
        following = next(rest)
        joined = _stretch(one, following, text) if following is not None else None
        if joined is None:
            yield one
        one = joined or following


def _stretch(one: PlacedTimex, other: PlacedTimex, text: str) -> PlacedTimex | None:
    first, last = one.timex, other.timex
    if first.interval is None or last.interval is None or first.type != "DATE" or last.type != "DATE":
        return None
    start, end = first.mention.start, last.mention.end
    sign = text[first.mention.end : last.mention.start].strip().lower()
    is_pair = sign == "and" and (last.interval.earliest - first.interval.latest).days == 1
    is_between = sign == "and" and re.search(r"\bbetween\s(?:the\s)?$", text[max(0, start - PREFIX) : start], re.I)
    if not (sign in RANGES or is_pair or is_between) or first.interval.earliest > last.interval.latest:
        return None
    days = Interval(first.interval.earliest, last.interval.latest, last.interval.precision)
    return PlacedTimex(replace(first, mention=Mention(start, end, text[start:end]), interval=days), one.head)


def _cues(doc: Doc, quotations: tuple[Quotation, ...]) -> dict[int, tuple[tuple[Token, Quotation], ...]]:
    found: dict[int, tuple[tuple[Token, Quotation], ...]] = {}
    for quotation in quotations:
        span = span_at(doc, quotation.cue.start, quotation.cue.end) if quotation.cue is not None else None
        if span is not None:
            key = span.root.sent.start
            found[key] = (*found.get(key, ()), (span.root, quotation))
    return found


def _holds(quotation: Quotation, place: int) -> bool:
    return any(part.start <= place < part.end for part in quotation.content)


def noun_phrase(noun: Token) -> Span:
    """`noun` with its modifiers, without coordinated nouns, appositions and clauses."""
    start, end = noun.i, noun.i + 1
    for dependent in noun.children:
        if dependent.dep_ in (*CLAUSES, "appos", "punct", "cc", "case", "dep"):
            continue
        if dependent.i < noun.i:
            start = min(start, dependent.left_edge.i)
        elif not dependent.is_space:
            end = max(end, dependent.right_edge.i + 1)
    return noun.doc[start:end]


def unique(actors: object) -> tuple[Actor, ...]:
    """`actors` in their order, each once."""
    return tuple({actor.actor_id: actor for actor in actors}.values())  # type: ignore[attr-defined]


def _in_relative(token: Token, top: Token) -> bool:
    while token.i != top.i and token.head.i != token.i:
        if token.dep_ == "acl:relcl":
            return True
        token = token.head
    return False


def _placed(doc: Doc, timex: Timex) -> PlacedTimex | None:
    span = span_at(doc, timex.mention.start, timex.mention.end)
    return PlacedTimex(timex, span.root) if span is not None and len(span) else None


def _named_tokens(doc: Doc, text: str) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for entry, pattern in objects_possible_in(text):
        for match in pattern.finditer(text):
            span = span_at(doc, *match.span())
            if span is not None:
                found.setdefault(f"@{entry.kind}", set()).update(token.i for token in span)
    return {kind: frozenset(tokens) for kind, tokens in found.items()}
