"""Targets: on whom a verb acts, by its object, its phrases and the clauses it governs, else by where it is done."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from s400data.events.candidates import Candidate
from s400data.events.clauses import (
    MODIFIERS,
    OBLIQUES,
    PREDICATES,
    agent,
    arguments,
    is_in_clause,
    patient,
    preposition,
)
from s400data.events.context import Context, unique
from s400data.events.groups import country_of_place, to_state
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
WHERE = frozenset({"in", "near", "from", "at", "into", "on", "outside", "of"})
WHERE_TO = WHERE | {"to"}
# Whoever lives there takes part in a visit or an attack, but not in what is said there: "warned in Brussels".
DONE_ON_THE_SPOT = frozenset({"CONSULT", "AID", "SUPPORT", "MOBILIZE", "RETREAT", "COERCE", "CONCEDE", "ASSAULT"})
DEPTH = 2


def aimed_at(head: Token, context: Context) -> Group:
    """Whom what is done alone is aimed at: "mobilised reservists for a war against Iraq"."""
    for noun in head.subtree:
        if noun.dep_ in OBLIQUES and preposition(noun) in AGAINST and not is_in_clause(noun, head):
            found = involved(context, (noun,))
            if found:
                return found
    return ()


def targets_of_verb(candidate: Candidate, context: Context, doers: Group) -> Group:
    """The likeliest of whom the verb of `candidate` acts on, `doers` left out."""
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
    yield actors_of(context, arguments(verb, AT_WHOM))
    if candidate.trigger.roles == "trade":
        yield actors_of(context, arguments(verb, FROM_WHOM | TO_WHOM))
    if object_ is not None:
        yield mentioned_with(object_, context)
    if candidate.argument is not None and candidate.argument.pos_ in PREDICATES:
        yield _targets_of_clause(candidate.argument, context)
    for clause in children(verb, "ccomp", "xcomp", "advcl"):
        if candidate.trigger.scope != "none":
            yield _targets_of_clause(clause, context)
    yield involved(context, arguments(verb, AT_WHOM))
    yield from _where(candidate, verb, object_, context)


def _where(candidate: Candidate, verb: Token, object_: Token | None, context: Context) -> Iterator[Group]:
    """Groups named by the place or by whatever else the verb's phrases mention."""
    yield actors_of(context, arguments(verb, WHERE))
    yield _anybody_left(verb, object_, context)
    if candidate.root in DONE_ON_THE_SPOT:
        yield hosts_of(verb, object_)


def hosts_of(verb: Token, object_: Token | None = None) -> Group:
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
    yield actors_of(context, arguments(verb, WITH_WHOM))
    if object_ is not None:
        yield actors_of(context, arguments(object_, WITH_WHOM))
    yield involved(context, arguments(verb, WITH_WHOM))
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
    groups = [context.actors(object_), mentioned_with(object_, context) if object_ is not None else ()]
    groups.append(actors_of(context, arguments(clause, AT_WHOM)))
    groups.append(involved(context, arguments(clause, AT_WHOM)))
    groups.append(actors_of(context, arguments(clause, WHERE)))
    groups.append(hosts_of(clause, object_))
    return next((group for group in groups if group), ())


def involved(context: Context, nouns: Iterable[Token]) -> Group:
    """Who `nouns` stand for, else who is mentioned with them: "against Israeli policies"."""
    return unique(actor for noun in nouns for actor in (context.actors(noun) or mentioned_with(noun, context)))


def mentioned_with(noun: Token, context: Context, depth: int = DEPTH) -> Group:
    """Actors that modify `noun` or hang on it: "Iraq's proposal", "a US offer", "aid to the war against Iraq"."""
    for relation in MODIFIERS:
        # "its demands" are those of whoever demands.
        found = actors_of(context, (other for other in children(noun, relation) if other.tag_ != "PRP$"))
        if found:
            return found
    for inner in children(noun, "nmod") if depth else ():
        if preposition(inner) in AT_WHOM | FROM_WHOM and (found := mentioned_with(inner, context, depth - 1)):
            return found
    for clause in children(noun, "acl"):
        found = actors_of(context, arguments(clause, AT_WHOM))
        if found:
            return found
    return context.actors_within(noun)


def actors_of(context: Context, nouns: Iterable[Token]) -> Group:
    """Who `nouns` stand for, each once."""
    return unique(actor for noun in nouns for actor in context.actors(noun))
