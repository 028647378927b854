"""Stories: dates that an undated event takes from other events of the same article.

"Pompeo met his counterpart and warned Ankara. ... On 27 April he raised the issue in talks with Cavusoglu": the meeting
and the talks are one, so the meeting has a date, and the warning that came with it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, takewhile

from spacy.tokens import Token

from s400data.events.clauses import PREDICATES, preposition
from s400data.events.dates import When
from s400data.events.finding import Draft, objects_of
from s400data.knowledge.objects import load_objects
from s400data.language.syntax import child

AROUND = frozenset({"during", "in", "at", "after", "following"})
COMPLETED = frozenset({"delivery", "payment", "deployment", "test", "exclusion", "legislation"})
# Families of the events that make up one purchase, and how many words on one may lend its parties to the next.
TRADE = frozenset({"deal", "talks", "delivery", "payment", "deployment", "test", "offer"})
NEAR = 60
BOTH_SIDES = 2
DEPTH = 12


def add_parties_from_story(drafts: Sequence[Draft], text: str) -> tuple[Draft, ...]:
    """Give an event noun that names nobody the participants and objects of the event told just before it.

    "Negotiations between Russia and Turkey on the supply of S-400 surfaced in 2016. The signing of a contract was
    confirmed in 2017."
    """
    found: list[Draft] = []
    for draft in drafts:
        near = takewhile(lambda other, at=draft: _is_near(other, at), reversed(found))  # type: ignore[misc]
        before = next((other for other in near if _hands_on(other, draft)), None)
        found.append(_borrowed(draft, before, text) if before is not None else draft)
    return tuple(found)


def _hands_on(before: Draft, draft: Draft) -> bool:
    if not draft.candidate.is_noun or draft.who.count > 1 or before.who.count < BOTH_SIDES:
        return False
    return draft.type.family in TRADE and before.type.family in TRADE


def _is_near(before: Draft, draft: Draft) -> bool:
    return abs(draft.candidate.head.i - before.candidate.head.i) <= NEAR


def _borrowed(draft: Draft, before: Draft, text: str) -> Draft:
    ids = {actor.actor_id for actor in draft.who.actors}
    known = {actor.actor_id for actor in (*before.who.actors, *before.who.targets)}
    who = before.who if ids <= known else draft.who
    names = {entry.name for entry in load_objects()}
    return replace(draft, who=who, borrowed_objects=tuple(name for name in objects_of(before, text) if name in names))


def add_dates_from_story(drafts: Sequence[Draft], statements: Sequence[Draft]) -> tuple[Draft, ...]:
    """Date events by others of the article: the same event, the one around it, the saying that reports it done."""
    dated = _dated_by_pair(drafts)
    same = tuple(_from_same_event(draft, dated) for draft in drafts)
    by_sentence: dict[int, list[Draft]] = {}
    for draft in same:
        by_sentence.setdefault(draft.candidate.head.sent.start, []).append(draft)
    near = tuple(_from_event_around(draft, by_sentence[draft.candidate.head.sent.start]) for draft in same)
    sayings = {statement.candidate.head.i: statement for statement in statements}
    return tuple(_from_statement(draft, sayings) for draft in near)


def _dated_by_pair(drafts: Sequence[Draft]) -> dict[tuple[str, ...], Draft]:
    """The first dated event of each type between each pair of participants."""
    found: dict[tuple[str, ...], Draft] = {}
    for draft in drafts:
        if draft.when.interval is not None:
            for key in _pairs(draft):
                found.setdefault(key, draft)
    return found


def _pairs(draft: Draft) -> Iterator[tuple[str, ...]]:
    for pair in combinations(sorted(_sides(draft)), BOTH_SIDES):
        yield (draft.type.name, draft.reading.modality, *pair)


def _from_same_event(draft: Draft, dated: Mapping[tuple[str, ...], Draft]) -> Draft:
    if draft.when.text is not None:
        return draft
    for key in _pairs(draft):
        other = dated.get(key)
        if other is not None and _is_same(draft, other):
            return replace(draft, when=When(other.when.interval, other.when.text, "context"))
    return draft


def _is_same(one: Draft, other: Draft) -> bool:
    ours, theirs = _sides(one), _sides(other)
    return ours <= theirs or theirs <= ours


def _sides(draft: Draft) -> frozenset[str]:
    return frozenset(actor.actor_id for actor in (*draft.who.actors, *draft.who.targets))


def _from_event_around(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Take the date of the meeting in whose clause, or next to which, the event is told."""
    if draft.when.text is not None or draft.reading.modality != "actual":
        return draft
    head = draft.candidate.head
    for other in drafts:
        if other.when.interval is not None and other is not draft and _is_around(head, other):
            return replace(draft, when=When(other.when.interval, other.when.text, "event"))
    return draft


def _is_around(head: Token, other: Draft) -> bool:
    event = other.candidate.head
    if event.sent.start != head.sent.start:
        return False
    if head.dep_ == "conj" and head.head.i == event.i:
        return True
    if event.dep_ == "conj" and event.head.i == head.i and _shares_subject(event):
        return True
    return any(token.i == event.i for token in _nouns_around(head))


def _shares_subject(verb: Token) -> bool:
    """Whether a later verb tells of the same subject: the day of "and the House voted in May" is the House's own."""
    own = child(verb, "nsubj", "nsubj:pass")
    return own is None or own.pos_ == "PRON"


def _nouns_around(head: Token) -> Iterator[Token]:
    token = head
    for _ in range(DEPTH):
        for noun in token.children:
            if noun.dep_ in ("obl", "nmod") and preposition(noun) in AROUND:
                yield noun
                yield from (inner for inner in noun.children if inner.dep_ == "nmod")
            if noun.dep_ == "obj":
                yield from (inner for inner in noun.children if inner.dep_ == "nmod" and preposition(inner) in AROUND)
        if token.dep_ != "ccomp" and token.dep_ != "parataxis":
            return
        token = token.head


def _from_statement(draft: Draft, sayings: Mapping[int, Draft]) -> Draft:
    """A saying that reports something as done dates the report: "said on December 7 that it had been delivered"."""
    if draft.when.text is not None or draft.type.name not in COMPLETED or draft.reading.modality != "actual":
        return draft
    head = draft.candidate.head
    if not any(word.lower_ in ("had", "has", "have") for word in head.children if word.dep_ == "aux"):
        return draft
    clause = head
    while clause.dep_ in ("conj", "parataxis") and clause.head.pos_ in PREDICATES and clause.head.i != clause.i:
        clause = clause.head
    statement = sayings.get(clause.head.i) if clause.dep_ == "ccomp" else None
    if statement is None or statement.when.interval is None:
        return draft
    return replace(draft, when=When(statement.when.interval, statement.when.text, "context"))
