"""Participants: who acts in an event and on whom, by the roles its trigger gives to subject, object and phrases."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from s400data.events.candidates import Candidate
from s400data.events.clauses import (
    MODIFIERS,
    OBLIQUES,
    PREDICATES,
    agent,
    arguments,
    is_in_clause,
    is_passive,
    patient,
    possessor,
    preposition,
)
from s400data.events.context import Context, unique
from s400data.events.groups import country_of_place, find_group_of, is_city, to_state
from s400data.knowledge.countries import countries_by_code
from s400data.knowledge.modalities import load_modality_cues
from s400data.language.syntax import child, children
from s400data.records import Actor

Group = tuple[Actor, ...]

AT_WHOM = frozenset(
    {"against", "on", "upon", "to", "toward", "towards", "at", "with", "over", "for", "into", "onto", "of"}
)
NO_TARGET = frozenset({"by", "according", "after", "before", "since", "during", "as", "despite", "because", "amid", ""})
AGAINST = frozenset({"against"})
FROM_WHOM = frozenset({"from"})
TO_WHOM = frozenset({"to", "for", "into"})
WITH_WHOM = frozenset({"with", "between", "among", "to", "alongside"})
# What a state does to people at home, where nothing names another country: "the police dispersed demonstrators".
DONE_AT_HOME = frozenset({"COERCE", "CONCEDE"})
# Whoever lives there takes part in a visit or an attack, but not in what is said there: "warned in Brussels".
DONE_ON_THE_SPOT = frozenset({"CONSULT", "AID", "SUPPORT", "MOBILIZE", "RETREAT", "COERCE", "CONCEDE", "ASSAULT"})
DEPTH = 2
WHERE = frozenset({"in", "near", "from", "at", "into", "on", "outside", "of"})
WHERE_TO = WHERE | {"to"}


@dataclass(frozen=True, slots=True)
class Participants:
    """Who acts and on whom."""

    actors: Group
    targets: Group

    @property
    def count(self) -> int:
        """How many different participants are known."""
        return len({actor.actor_id for actor in (*self.actors, *self.targets)})

    @property
    def is_international(self) -> bool:
        """Whether those who act and those acted on are of different countries."""
        ours, theirs = ({actor.country for actor in side} - {None} for side in (self.actors, self.targets))
        return bool(ours and theirs and ours != theirs)


def find_participants(candidate: Candidate, context: Context) -> Participants:
    """Find who takes part in the event of `candidate`; nobody is both actor and target."""
    doers, receivers = _sides(candidate, context)
    if candidate.trigger.roles in ("receiver", "payee"):
        # "received full payment from Ankara": whoever receives is the target.
        receivers, doers = doers, _from_whom(candidate, context)
    elif candidate.trigger.roles == "undergoer":
        receivers, doers = doers, receivers
    elif candidate.trigger.roles == "patient":
        doers, receivers = _patient(candidate, context, doers), ()
    if not receivers and candidate.root in DONE_AT_HOME and not candidate.is_noun:
        receivers = _people_at_home(patient(candidate.head), doers)
    ids = {actor.actor_id for actor in doers}
    return Participants(doers, tuple(actor for actor in receivers if actor.actor_id not in ids))


def _people_at_home(noun: Token | None, doers: Group) -> Group:
    """The people that `noun` names without a country, if those who act on them have one."""
    countries = {actor.country for actor in doers}
    country = countries_by_code().get(countries.pop() or "") if len(countries) == 1 else None
    found = find_group_of(noun, country) if noun is not None and country is not None else None
    return (found,) if found is not None else ()


def _sides(candidate: Candidate, context: Context) -> tuple[Group, Group]:
    if candidate.is_noun:
        return _sides_of_noun(candidate.head, candidate, context)
    verb = candidate.head
    doers = _doers(verb, context)
    if candidate.trigger.roles == "host" and not doers and is_passive(verb):
        return _hosts(verb, None), context.actors(patient(verb))
    if candidate.trigger.roles == "alone":
        return doers, _against(verb, context)
    return doers, _targets_of_verb(candidate, context, doers)


def _doers(verb: Token, context: Context) -> Group:
    """Who does what `verb` says; a pronoun nobody resolved stands for who says it: "the rebels said they will"."""
    noun = agent(verb)
    half = verb.nbor(-2) if verb.i > 1 and verb.nbor(-1).text == "-" else None
    if half is not None and (noun is None or noun.i == half.i):
        # "Turkey test-fired it": the parser takes the first half of the verb for a noun, and hangs the doer on it.
        return _mentioned_with(half, context)
    found = context.actors(noun)
    if found or noun is None or noun.tag_ != "PRP":
        return found
    clause = verb
    for _ in range(3):
        if clause.dep_ == "ccomp":
            return context.actors(agent(clause.head))
        clause = clause.head
    return ()


def _against(head: Token, context: Context) -> Group:
    """Whom what is done alone is aimed at: "mobilised reservists for a war against Iraq"."""
    for noun in head.subtree:
        if noun.dep_ in OBLIQUES and preposition(noun) in AGAINST and not is_in_clause(noun, head):
            found = _involved(context, (noun,))
            if found:
                return found
    return ()


def _targets_of_verb(candidate: Candidate, context: Context, doers: Group) -> Group:
    verb = candidate.head
    known = {actor.actor_id for actor in doers}
    for found in _target_groups(candidate, verb, context):
        left = tuple(actor for actor in found if actor.actor_id not in known)
        if left:
            return left
    return ()


def _target_groups(candidate: Candidate, verb: Token, context: Context) -> Iterator[Group]:
    """Groups that may be the target, the likeliest first."""
    if candidate.trigger.roles == "mutual":
        yield from _partners(candidate, verb, context)
        return
    object_ = patient(verb)
    receiver = child(verb, "iobj")
    yield context.actors(receiver)
    if object_ is not None:
        yield context.actors(object_)
    yield _all(context, arguments(verb, AT_WHOM))
    if candidate.trigger.roles == "trade":
        yield _all(context, arguments(verb, FROM_WHOM | TO_WHOM))
    if object_ is not None:
        yield _mentioned_with(object_, context)
    if candidate.argument is not None and candidate.argument.pos_ in PREDICATES:
        yield _targets_of_clause(candidate.argument, context)
    for clause in children(verb, "ccomp", "xcomp", "advcl"):
        if candidate.trigger.scope != "none":
            yield _targets_of_clause(clause, context)
    yield _involved(context, arguments(verb, AT_WHOM))
    yield from _where(candidate, verb, object_, context)


def _where(candidate: Candidate, verb: Token, object_: Token | None, context: Context) -> Iterator[Group]:
    """Groups named by the place or by whatever else the verb's phrases mention."""
    yield _all(context, arguments(verb, WHERE))
    yield _anybody_left(verb, object_, context)
    if candidate.root in DONE_ON_THE_SPOT:
        yield _hosts(verb, object_)


def _hosts(verb: Token, object_: Token | None) -> Group:
    """The states of the places where it is done: "arrived in Amman", "opened an embassy in Tehran"."""
    nouns = [verb] if object_ is None else [verb, object_]
    places = (place for noun in nouns for place in arguments(noun, WHERE_TO))
    return unique(to_state(country) for place in places if (country := country_of_place(place)) is not None)


def _partners(candidate: Candidate, verb: Token, context: Context) -> Iterator[Group]:
    """Groups that may be the other side of what is done together; what is signed or discussed is no side."""
    object_ = patient(verb)
    yield context.actors(child(verb, "iobj"))
    if object_ is not None and candidate.trigger.object_kind == "actor":
        yield context.actors(object_)
    yield _all(context, arguments(verb, WITH_WHOM))
    if object_ is not None:
        yield _all(context, arguments(object_, WITH_WHOM))
    yield _involved(context, arguments(verb, WITH_WHOM))
    for clause in children(verb, "ccomp", "xcomp"):
        yield _targets_of_clause(clause, context)


def _anybody_left(verb: Token, object_: Token | None, context: Context) -> Group:
    """Whoever else the object or the phrases of the verb mention, the first phrase that mentions anybody."""
    nouns = [object_] if object_ is not None else []
    nouns += [noun for noun in children(verb, *OBLIQUES) if preposition(noun) not in NO_TARGET]
    for noun in nouns:
        found = context.actors_below(noun)
        if found:
            return found
    return ()


def _targets_of_clause(clause: Token, context: Context) -> Group:
    """Whom a governed clause is about: "threatened to shell Iraqi towns", "demanded that Israel withdraw"."""
    if clause.dep_ == "ccomp":
        subject = context.actors(agent(clause))
        if subject:
            return subject
    object_ = patient(clause)
    groups = [context.actors(object_), _mentioned_with(object_, context) if object_ is not None else ()]
    groups.append(_all(context, arguments(clause, AT_WHOM)))
    groups.append(_involved(context, arguments(clause, AT_WHOM)))
    groups.append(_all(context, arguments(clause, WHERE)))
    groups.append(_hosts(clause, object_))
    return next((group for group in groups if group), ())


def _involved(context: Context, nouns: Iterable[Token]) -> Group:
    """Who `nouns` stand for, else who is mentioned with them: "against Israeli policies"."""
    return unique(actor for noun in nouns for actor in (context.actors(noun) or _mentioned_with(noun, context)))


def _mentioned_with(noun: Token, context: Context, depth: int = DEPTH) -> Group:
    """Actors that modify `noun` or hang on it: "Iraq's proposal", "a US offer", "aid to the war against Iraq"."""
    for relation in MODIFIERS:
        # "its demands" are those of whoever demands.
        found = _all(context, (other for other in children(noun, relation) if other.tag_ != "PRP$"))
        if found:
            return found
    for inner in children(noun, "nmod") if depth else ():
        if preposition(inner) in AT_WHOM | FROM_WHOM and (found := _mentioned_with(inner, context, depth - 1)):
            return found
    for clause in children(noun, "acl"):
        found = _all(context, arguments(clause, AT_WHOM))
        if found:
            return found
    return context.actors_within(noun)


def _from_whom(candidate: Candidate, context: Context) -> Group:
    verb = candidate.head
    nouns = [verb, *([candidate.argument] if candidate.argument is not None else []), *children(verb, "obj")]
    for noun in nouns:
        found = _all(context, arguments(noun, FROM_WHOM))
        if found:
            return found
    return ()


def _patient(candidate: Candidate, context: Context, doers: Group) -> Group:
    if candidate.is_noun:
        return _all(context, arguments(candidate.head, frozenset({"of"}))) or doers
    return context.actors(patient(candidate.head)) or doers


def _sides_of_noun(noun: Token, candidate: Candidate, context: Context) -> tuple[Group, Group]:
    inner = candidate.argument
    modifiers = (m for m in children(noun, "amod", "compound") if not _is_venue(m, candidate))
    doers = context.actors(possessor(noun)) or _all(context, modifiers) or _state(noun, candidate, context)
    if not doers and inner is not None:
        doers = context.actors(agent(inner) if inner.pos_ in PREDICATES else possessor(inner))
    governor = _light_verb(noun)
    if not doers and governor is not None:
        doers = context.actors(agent(governor))
    if not doers and candidate.trigger.roles == "mutual":
        doers = _said_after(noun, context)
    prepositions = WITH_WHOM if candidate.trigger.roles == "mutual" else AT_WHOM
    others = _all(context, arguments(noun, prepositions))
    if inner is not None:
        others = unique((*others, *_all(context, arguments(inner, prepositions))))
    others = others or _involved(context, arguments(noun, prepositions))
    if candidate.trigger.roles == "mutual" and not doers:
        return others, ()
    if not others and governor is not None:
        others = _all(context, arguments(governor, prepositions))
    if not others and candidate.root in DONE_ON_THE_SPOT:
        others = _hosts(noun, None)
    return doers, others


def _is_venue(modifier: Token, candidate: Candidate) -> bool:
    """Whether a city only says where people met: "the Vilnius summit" is not Lithuania's."""
    return candidate.word.event_type.name == "meeting" and modifier.dep_ == "compound" and is_city(modifier)


def _state(noun: Token, candidate: Candidate, context: Context) -> Group:
    is_venue = any(_is_venue(modifier, candidate) for modifier in children(noun, "compound"))
    return () if is_venue else context.state(noun)


def _said_after(noun: Token, context: Context) -> Group:
    """Whoever speaks or acts after talks took part in them: "Akar said after talks with Mattis"."""
    verb = noun.head
    if preposition(noun) not in ("after", "following") or verb.pos_ not in PREDICATES:
        return ()
    return tuple(actor for actor in context.actors(agent(verb)) if actor.kind == "person")


def _light_verb(noun: Token) -> Token | None:
    """The verb whose subject takes part in the event noun: "held talks", "said in a phone conversation"."""
    verb = noun.head
    if verb.pos_ == "NOUN" and noun.dep_ == "nmod" and preposition(noun) in ("in", "during", "at", "for"):
        # "raised the issue in talks", with the talks taken for a part of the issue
        verb = verb.head
    if verb.pos_ not in PREDICATES or noun.dep_ in ("nsubj", "nsubj:pass"):
        return None
    if noun.dep_ in ("obl", "nmod") and preposition(noun) not in ("in", "during", "at", "for", "on"):
        return None
    return verb if noun.dep_ != "obj" or (verb.lemma_, "noun") in load_modality_cues() else None


def _all(context: Context, nouns: Iterator[Token]) -> Group:
    return unique(actor for noun in nouns for actor in context.actors(noun))
