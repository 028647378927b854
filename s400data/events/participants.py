"""Participants: who acts in an event and on whom, by the roles its trigger gives to subject, object and phrases."""

from dataclasses import dataclass

from spacy.tokens import Token

from s400data.events.candidates import Candidate
from s400data.events.clauses import (
    PREDICATES,
    agent,
    arguments,
    is_passive,
    patient,
    possessor,
    preposition,
)
from s400data.events.context import Context, unique
from s400data.events.groups import find_group_of, is_city
from s400data.events.targets import (
    AT_WHOM,
    DONE_ON_THE_SPOT,
    FROM_WHOM,
    WITH_WHOM,
    Group,
    actors_of,
    aimed_at,
    hosts_of,
    involved,
    mentioned_with,
    targets_of_verb,
)
from s400data.knowledge.countries import countries_by_code
from s400data.knowledge.modalities import load_modality_cues
from s400data.language.syntax import child, children

# What a state does to people at home, where nothing names another country: "the police dispersed demonstrators".
DONE_AT_HOME = frozenset({"COERCE", "CONCEDE"})


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
        return hosts_of(verb), context.actors(patient(verb))
    if candidate.trigger.roles == "alone":
        return doers, aimed_at(verb, context)
    return doers, targets_of_verb(candidate, context, doers)


def _doers(verb: Token, context: Context) -> Group:
    """Who does what `verb` says; a pronoun nobody resolved stands for who says it: "the rebels said they will"."""
    noun = agent(verb)
    half = verb.nbor(-2) if verb.i > 1 and verb.nbor(-1).text == "-" else None
    if half is not None and (noun is None or noun.i == half.i):
        # "Turkey test-fired it": the parser takes the first half of the verb for a noun, and hangs the doer on it.
        return mentioned_with(half, context)
    found = context.actors(noun)
    if found or noun is None or noun.tag_ != "PRP":
        return found
    clause = verb
    for _ in range(3):
        if clause.dep_ == "ccomp":
            return context.actors(agent(clause.head))
        clause = clause.head
    return ()


def _from_whom(candidate: Candidate, context: Context) -> Group:
    verb = candidate.head
    nouns = [verb, *([candidate.argument] if candidate.argument is not None else []), *children(verb, "obj")]
    for noun in nouns:
        found = actors_of(context, arguments(noun, FROM_WHOM))
        if found:
            return found
    return ()


def _patient(candidate: Candidate, context: Context, doers: Group) -> Group:
    if candidate.is_noun:
        return actors_of(context, arguments(candidate.head, frozenset({"of"}))) or doers
    return context.actors(patient(candidate.head)) or doers


def _sides_of_noun(noun: Token, candidate: Candidate, context: Context) -> tuple[Group, Group]:
    inner = candidate.argument
    receivers: Group = ()
    modifiers = (m for m in children(noun, "amod", "compound") if not _is_venue(m, candidate))
    doers = context.actors(possessor(noun)) or actors_of(context, modifiers) or _state(noun, candidate, context)
    if not doers and inner is not None:
        doers = context.actors(agent(inner) if inner.pos_ in PREDICATES else possessor(inner))
    governor = _light_verb(noun)
    subjects = context.actors(agent(governor)) if governor is not None else ()
    if not doers and candidate.trigger.roles != "mutual":
        # "received an offer from China": the offer is China's.
        doers = actors_of(context, arguments(noun, FROM_WHOM))
        receivers = subjects if doers else ()
    doers = doers or subjects
    if not doers and candidate.trigger.roles == "mutual":
        doers = _said_after(noun, context)
    prepositions = WITH_WHOM if candidate.trigger.roles == "mutual" else AT_WHOM
    others = actors_of(context, arguments(noun, prepositions))
    if inner is not None:
        others = unique((*others, *actors_of(context, arguments(inner, prepositions))))
    others = others or involved(context, arguments(noun, prepositions))
    if candidate.trigger.roles == "mutual" and not doers:
        return others, ()
    if not others and governor is not None:
        others = context.actors(child(governor, "iobj")) or actors_of(context, arguments(governor, prepositions))
    others = others or receivers
    if not others and candidate.root in DONE_ON_THE_SPOT:
        others = hosts_of(noun)
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
