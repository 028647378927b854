"""Finding: from the trigger words of an article to its events, with who, what, where, when and how sure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from s400data.events.candidates import Candidate, find_candidates
from s400data.events.clauses import PREDICATES, agent, arguments, patient
from s400data.events.context import Context
from s400data.events.dates import (
    NO_DATE,
    Owners,
    When,
    assign_timexes,
    cut_at_publication,
    date_on,
    find_date,
    is_future,
    relative_to,
)
from s400data.events.grounds import content_of, is_retold, is_told
from s400data.events.modality import Reading, read_modality
from s400data.events.participants import Participants, find_participants
from s400data.events.things import clause_of, find_objects, find_place
from s400data.knowledge.event_types import EventType, Kind, expand, load_word_classes
from s400data.language.syntax import children, mention
from s400data.records import Actor, Event, Interval, Mention, Modality

COOPERATION = frozenset({"COOPERATE", "AID", "CONCEDE", "CONSULT", "SUPPORT", "RETREAT"})
HOSTILITY = frozenset({"SANCTION", "COERCE", "ASSAULT", "PROTEST", "MOBILIZE"})
VERB_CONFIDENCE, NOUN_CONFIDENCE = 0.9, 0.8
UNKNOWN_PARTIES, OPEN_MODALITY, BORROWED_DATE = 0.15, 0.05, 0.1


@dataclass(frozen=True, slots=True)
class Draft:
    """An event on its way: a candidate with all that was read about it."""

    candidate: Candidate
    reading: Reading
    who: Participants
    when: When
    borrowed_objects: tuple[str, ...] = ()

    @property
    def type(self) -> EventType:
        """Its event type."""
        return self.candidate.word.event_type


def find_drafts(context: Context) -> tuple[tuple[Draft, ...], Owners]:
    """Find what the article tells, in reading order, headline left out, and which token each date belongs to."""
    headline = context.article.headline
    start = headline.end if headline is not None else 0
    found = find_candidates(context.doc, context.named, lambda candidate: _kinds_fit(candidate, context))
    candidates = [candidate for candidate in found if candidate.head.idx >= start]
    owners = assign_timexes(candidates, context)
    heads = {token.i: found for found in candidates for token in (found.argument, found.head) if token is not None}
    drafts = [_draft(found, owners, context) for found in candidates]
    alive = {draft.candidate.head.i for draft in drafts if _is_alive(draft)}
    told = [draft for draft in drafts if draft.candidate.head.i in alive and not _is_content(draft, heads, alive)]
    return tuple(_without_retold(_with_related_dates(told, owners))), owners


def to_event(draft: Draft, context: Context, event_id: str, said_in: str | None) -> Event:
    """The record of `draft`."""
    candidate, who, when = draft.candidate, draft.who, draft.when
    clause = clause_of(candidate.head)
    return Event(
        event_id=event_id,
        article_id=context.article.article_id,
        trigger=mention(candidate.span),
        sentence=_sentence(candidate.head.sent),
        type=draft.type.name,
        plover=plover_root(candidate, draft.reading.modality),
        modality=draft.reading.modality,
        actors=who.actors,
        targets=who.targets,
        objects=objects_of(draft, context.article.text),
        place=find_place(candidate.head, clause),
        when=when.interval,
        date_text=when.text,
        date_basis=when.basis,
        said_in=said_in,
        rule=candidate.trigger.rule,
        confidence=_confidence(draft),
    )


def objects_of(draft: Draft, text: str) -> tuple[str, ...]:
    """What the event is about: named in its clause, else taken over from the event it belongs to."""
    candidate = draft.candidate
    return find_objects(clause_of(candidate.head), candidate.span, text) or draft.borrowed_objects


def plover_root(candidate: Candidate, modality: Modality) -> str:
    """PLOVER root of the event: planned help is an agreement, planned harm a threat, refused help a rejection."""
    root = candidate.root
    if modality in ("planned", "conditional", "threatened"):
        return "AGREE" if root in COOPERATION else "THREATEN" if root in HOSTILITY - {"MOBILIZE"} else root
    if modality == "denied" and root in COOPERATION | {"AGREE"}:
        return "REJECT"
    return root


def _draft(candidate: Candidate, owners: Owners, context: Context) -> Draft:
    who = find_participants(candidate, context)
    when = find_date(candidate, owners)
    reading = read_modality(candidate.head, is_noun=candidate.is_noun, future=is_future(when, context))
    if candidate.trigger.modality is not None and reading.modality == "actual":
        reading = replace(reading, modality=candidate.trigger.modality)
    if (
        when is not NO_DATE
        and when.interval is not None
        and reading.modality == "planned"
        and _is_over(when.interval, context)
        and candidate.trigger.modality != "planned"
    ):
        # "announced on Monday that it would deliver": Monday is the day of announcing.
        when = when if candidate.head.i in owners else NO_DATE
    return Draft(candidate, reading, who, cut_at_publication(when, reading.modality, context.article))


def _is_over(interval: Interval, context: Context) -> bool:
    return context.article.published is not None and interval.latest < context.article.published


def _kinds_fit(candidate: Candidate, context: Context) -> bool:
    trigger, verb = candidate.trigger, candidate.head
    object_, subject = patient(verb), agent(verb)
    if subject is None and trigger.subject_kind != "power":
        subject = object_
    if candidate.is_noun:
        # "launched an attack": the subject of the light verb.
        subject = agent(verb.head) if verb.dep_ == "obj" else None
        return subject is None or trigger.subject_kind is None or _kind_fits(trigger.subject_kind, subject, context)
    if trigger.roles == "mutual" and _is_told_to_press(candidate):
        return False
    if trigger.object_kind is not None and not _kind_fits(trigger.object_kind, object_, context):
        return trigger.object_kind == "actor" and object_ is None
    if trigger.subject_kind is None or (trigger.subject_kind == "power" and subject is None):
        return True
    return _kind_fits(trigger.subject_kind, subject, context)


def _is_told_to_press(candidate: Candidate) -> bool:
    """Whether only reporters are spoken to: "speaking to journalists in Ankara" is no meeting."""
    others = [*arguments(candidate.head, frozenset({"to", "with"})), *children(candidate.head, "obj")]
    return any(other.lemma_.lower() in expand(("@reporter",)) for other in others)


def _kind_fits(kind: Kind, noun: Token | None, context: Context) -> bool:
    if kind == "nothing" or noun is None:
        return kind == "nothing" and noun is None
    lemma = noun.lemma_.lower()
    inner = next(arguments(noun, frozenset({"of"})), None) if lemma in load_word_classes()["light"] else None
    if inner is not None:
        # "scores of refugees"
        return _kind_fits(kind, inner, context)
    actor = context.actor(noun)
    if kind == "power":
        return lemma in expand(("@force",)) or (
            actor is not None and (actor.kind != "person" and _is_armed(actor, lemma))
        )
    if actor is not None or noun.ent_type_ in ("PERSON", "ORG", "GPE", "LOC", "NORP"):
        return True
    return lemma in expand(("@people", "@person of office")) or (kind == "actor" and noun.pos_ in ("PROPN", "PRON"))


def _is_armed(actor: Actor, lemma: str) -> bool:
    return actor.kind in ("state", "organisation") or lemma in expand(("@armed",))


def _is_alive(draft: Draft) -> bool:
    return is_told(draft.candidate, draft.reading, draft.who, draft.when)


def _is_content(draft: Draft, heads: dict[int, Candidate], alive: set[int]) -> bool:
    owner = content_of(draft.candidate, heads)
    return owner is not None and owner.head.i in alive


def _with_related_dates(drafts: list[Draft], owners: Owners) -> list[Draft]:
    """Date undated events from the clause they hang on or that hangs on them: "a day after he was sworn in"."""
    by_head = {draft.candidate.head.i: draft for draft in drafts}
    return [draft if draft.when.text is not None else _dated_by_clause(draft, by_head, owners) for draft in drafts]


def _dated_by_clause(draft: Draft, by_head: dict[int, Draft], owners: Owners) -> Draft:
    head = draft.candidate.head
    if head.dep_ == "advcl":
        above = (head.head, *head.head.subtree)
        anchor = next((by_head[t.i].when for t in above if t.i in by_head and by_head[t.i].when.interval), NO_DATE)
        when = relative_to(head, anchor if anchor.interval is not None else date_on(head.head, owners))
    else:
        # "The test came two days after Turkey signed on 12 September."
        verb = head if head.pos_ in PREDICATES else head.head
        clauses = [clause for clause in children(verb, "advcl") if clause.i in by_head]
        when = next((relative_to(c, by_head[c.i].when, backwards=True) for c in clauses), NO_DATE)
    return replace(draft, when=when) if when.interval is not None else draft


def _without_retold(drafts: Iterable[Draft]) -> Iterable[Draft]:
    seen: set[str] = set()
    for draft in drafts:
        if not (draft.type.family in seen and is_retold(draft.candidate, draft.when)):
            yield draft
        seen.add(draft.type.family)


def _sentence(sentence: Span) -> Mention:
    start, end = sentence.start, sentence.end
    while end > start + 1 and sentence.doc[end - 1].is_space:
        end -= 1
    while start < end - 1 and sentence.doc[start].is_space:
        start += 1
    return mention(sentence.doc[start:end])


def _confidence(draft: Draft) -> float:
    confidence = NOUN_CONFIDENCE if draft.candidate.is_noun else VERB_CONFIDENCE
    confidence -= UNKNOWN_PARTIES if draft.who.count == 0 else 0.0
    confidence -= OPEN_MODALITY if draft.reading.modality in ("conditional", "threatened") else 0.0
    confidence -= BORROWED_DATE if draft.when.basis in ("event", "context") else 0.0
    return round(confidence, 2)
