"""Modality: whether what a word tells happened, is planned, threatened, conditional, denied or going on.

Starting from the words around the event itself (auxiliaries, negation, tense), the reading climbs to what governs it:
in "Ankara refused to say whether it planned to buy more", buying is planned, planning asked about, the answer refused.
"""

from dataclasses import dataclass
from typing import cast

from spacy.tokens import Token

from s400data.events.clauses import PREDICATES, is_infinitive, marker, preposition
from s400data.events.cues import cue_effect
from s400data.events.statuses import CONDITIONS, Status, own_status
from s400data.knowledge.modalities import Effect, Slot, load_modality_cues
from s400data.language.syntax import child, children
from s400data.records import Modality

QUESTIONS = frozenset({"whether", "if", "when", "how", "why", "where"})
OPENS_DENIAL = frozenset({"without", "instead", "than"})
DEPTH = 14


@dataclass(frozen=True, slots=True)
class Reading:
    """Modality of an event; `told` says that something ties an event noun down.

    `wanted` says that the event is only asked for, asked about, or the purpose of something.
    """

    modality: Modality
    told: bool
    wanted: bool


def read_modality(head: Token, *, is_noun: bool, future: bool = False) -> Reading:
    """Read the modality of the event that `head` tells; `future` says that its date is yet to come."""
    status, told = _noun_status(head, DEPTH) if is_noun else (_status(head, DEPTH), True)
    if future and status in ("actual", "ongoing") and not _is_past(head):
        status = "planned"
    if status in ("wanted", "open"):
        return Reading("conditional", told, True)
    return Reading(cast(Modality, status), told, False)


def _status(verb: Token, depth: int) -> Status:
    """Status of what a verb or predicate says, with all that governs it."""
    own = own_status(verb)
    if _is_yet_to_come(verb):
        return "denied"
    if depth == 0 or verb.head.i == verb.i:
        return own
    if verb.dep_ == "conj":
        return _conjunct_status(verb, own, depth)
    if verb.dep_ == "advcl":
        return _adverbial_status(verb, own, depth)
    if verb.dep_ == "acl" and not is_infinitive(verb) and not preposition(verb) and not marker(verb):
        # "a law passed in 2017" was passed, whatever is to become of the law.
        return own
    if verb.dep_ in ("xcomp", "ccomp", "acl", "csubj", "csubj:pass"):
        return _governed_status(verb, own, depth)
    return own


def _conjunct_status(verb: Token, own: Status, depth: int) -> Status:
    first = verb.head
    if child(verb, "nsubj", "nsubj:pass") is not None and first.dep_ not in ("ccomp", "advcl", "acl"):
        return own
    if first.dep_ in ("xcomp", "ccomp", "advcl", "acl", "conj", "csubj"):
        return _as_governed(verb, first, own, depth)
    return own


def _as_governed(verb: Token, first: Token, own: Status, depth: int) -> Status:
    """Status of `verb`, coordinated with `first`, under what governs `first`."""
    if first.dep_ == "conj":
        return _as_governed(verb, first.head, own, depth - 1) if depth > 1 else own
    if first.dep_ == "advcl":
        return _adverbial_status(first, own, depth - 1)
    if first.dep_ in ("xcomp", "ccomp", "acl", "csubj"):
        return _governed_status(first, own, depth - 1)
    return own


def _adverbial_status(clause: Token, own: Status, depth: int) -> Status:
    mark = marker(clause)
    if mark in CONDITIONS or _is_inverted_condition(clause):
        return "conditional"
    if mark in QUESTIONS and own == "conditional":
        # "asked when Moscow might deliver"
        return "open"
    if mark in OPENS_DENIAL or _opening_words(clause) & OPENS_DENIAL:
        return "denied"
    if is_infinitive(clause) and own == "actual":
        effect = cue_effect(clause.head, "infinitive")
        return "open" if effect is None else _combine(effect, _status(clause.head, depth - 1), own)
    if clause.tag_ == "VBG":
        return _gerund_status(clause, own, depth)
    # "when the systems arrive, they will ...": the present tense of a time clause is that of its main clause.
    if mark in ("when", "once", "until", "after", "before", "as") and clause.tag_ in ("VBP", "VBZ", "VB", "VBN"):
        outer = _status(clause.head, depth - 1)
        if outer in ("planned", "conditional") and own == "actual":
            return outer
    return own


def _gerund_status(clause: Token, own: Status, depth: int) -> Status:
    opening = preposition(clause) or marker(clause)
    if not opening and _follows_closely(clause) and cue_effect(clause.head, "infinitive") is not None:
        # "ruled out delivering tanks"
        return _governed_status(clause, own, depth)
    if opening in ("against", "from", "on", "about", "of", "over") or _is_near(clause):
        return _governed_status(clause, own, depth)
    if opening == "before" and own == "actual" and clause.head.tag_ in ("VBZ", "VBP", "VB", "MD"):
        # "Ankara wants a discount before signing": what has to come first has not come.
        return "planned"
    if own != "actual" or opening == "after":
        return own
    outer = _status(clause.head, depth - 1)
    return outer if outer in ("planned", "conditional", "wanted", "open") else own


def _is_near(clause: Token) -> bool:
    """Whether an adjective says how near the act is: "close to signing", "near to buying"."""
    return clause.head.pos_ == "ADJ" and is_infinitive(clause) and cue_effect(clause.head, "infinitive") is not None


def _follows_closely(clause: Token) -> bool:
    """Whether nothing but the governing verb's own words stands before the clause."""
    between = clause.doc[clause.head.i + 1 : clause.i]
    return clause.i > clause.head.i and all(word.dep_ == "compound:prt" or word.dep_ == "advmod" for word in between)


def _opening_words(clause: Token) -> set[str]:
    return {
        word.lower_ for word in clause.children if word.i < clause.i and word.dep_ in ("mark", "case", "advmod", "cc")
    }


def _is_inverted_condition(clause: Token) -> bool:
    """Whether "should" or "had" opens the clause: "should Ankara buy more, ..."."""
    first = next(iter(clause.subtree), clause)
    return (
        first.lower_ in ("should", "had")
        and first.head.i == clause.i
        and child(clause, "nsubj", "nsubj:pass") is not None
    )


def _governed_status(clause: Token, own: Status, depth: int) -> Status:
    """Status of a clause under a verb, noun or adjective that decides whether it happens."""
    governor = clause.head
    is_clause = clause.dep_ in ("ccomp", "csubj", "csubj:pass") and not is_infinitive(clause)
    slot: Slot = "clause" if is_clause else "infinitive"
    if slot == "clause" and marker(clause) in QUESTIONS:
        return "open"
    effect = _effect(clause, governor, slot) or _default_effect(clause, slot)
    if effect == "planned" and _effect(clause, governor, slot) is None:
        # "is designed to destroy aircraft": what a thing is for, which nobody plans.
        return "denied" if own == "denied" else "open"
    if governor.pos_ in PREDICATES or governor.pos_ == "ADJ":
        outer = _status(governor, depth - 1)
    else:
        outer, _ = _noun_status(governor, depth - 1)
    return _combine(effect, outer, own)


def _effect(clause: Token, governor: Token, slot: Slot) -> Effect | None:
    if slot == "infinitive" and child(governor, "obj", "iobj") is not None:
        effect = cue_effect(governor, "infinitive of another")
        if effect is not None:
            return effect
    effect = cue_effect(governor, slot)
    if effect is None and is_infinitive(clause) and cue_effect(governor, "clause") == "content":
        # "is said to have tested", "claims to have tested"
        return "content"
    return effect


def _is_yet_to_come(clause: Token) -> bool:
    """Whether "yet" stands before the infinitive: "has yet to receive the jets"."""
    return any(
        mark.lower_ == "to" and mark.i > 0 and mark.nbor(-1).lower_ == "yet" for mark in children(clause, "mark")
    )


def _default_effect(clause: Token, slot: Slot) -> Effect:
    if slot == "clause":
        return "content"
    if clause.dep_ in ("csubj", "csubj:pass"):
        return "same"
    if preposition(clause) == "from" or marker(clause) == "from":
        # "backed away from imposing sanctions"
        return "denied"
    return "planned" if is_infinitive(clause) else "same"


def _combine(effect: Effect, outer: Status, own: Status) -> Status:
    """Status of an event whose governor has `effect` and is itself told as `outer`."""
    if own == "denied" and effect not in ("content", "same"):
        return "denied"
    if effect == "content":
        return "open" if outer == "denied" and own in ("actual", "ongoing", "planned") else own
    if effect == "wanted":
        return "wanted"
    if outer in ("conditional", "wanted", "open"):
        return outer
    if effect == "denied":
        return "conditional" if outer == "denied" else "denied"
    if outer == "denied":
        return "denied"
    return _under_told_governor(effect, outer, own)


def _under_told_governor(effect: Effect, outer: Status, own: Status) -> Status:
    if effect == "same":
        return own if own in ("denied", "conditional") else outer
    if effect == "ongoing":
        return "ongoing" if outer in ("actual", "ongoing") else outer
    if effect == "threatened" and own not in ("actual", "planned", "conditional"):
        return own
    return effect if effect in ("planned", "threatened", "conditional") else own


def _noun_status(noun: Token, depth: int) -> tuple[Status, bool]:
    """Status of an event noun and whether anything ties it down."""
    own = _modified(noun)
    if depth == 0 or noun.head.i == noun.i:
        return own or "actual", False
    governor = noun.head
    if noun.dep_ == "conj":
        status, told = _noun_status(governor, depth - 1)
        return own or status, told
    if noun.dep_ in ("nmod", "nmod:desc", "appos"):
        return _noun_under_noun(noun, own, depth)
    if noun.dep_ in ("obj", "nsubj", "nsubj:pass", "obl", "obl:agent", "obl:unmarked", "iobj", "xcomp"):
        return _noun_under_predicate(noun, own, depth)
    return own or "actual", False


def _modified(noun: Token) -> Status | None:
    for word in noun.children:
        if word.dep_ == "det" and word.lower_ in ("no", "neither"):
            return "denied"
        effect = load_modality_cues().get((f"{word.lower_} adjective", "modifier")) if word.i < noun.i else None
        if effect is not None:
            return cast(Status, effect)
        if word.dep_ == "acl" and cue_effect(word, "noun") == "planned":
            # "deliveries scheduled to start in May"
            return "planned"
    return None


def _noun_under_noun(noun: Token, own: Status | None, depth: int) -> tuple[Status, bool]:
    effect = cue_effect(noun.head, "noun")
    if effect is not None:
        outer, told = _noun_status(noun.head, depth - 1)
        return own or _combine(effect, outer, "actual"), told or effect in ("same", "denied")
    effect = cue_effect(noun.head, "infinitive")
    if effect is not None and preposition(noun) in ("of", "for", "to", "against", "on", "about"):
        outer, _ = _noun_status(noun.head, depth - 1)
        return own or _combine(effect, outer, "actual"), False
    return own or "actual", False


def _noun_under_predicate(noun: Token, own: Status | None, depth: int) -> tuple[Status, bool]:
    governor = noun.head
    outer = _status(governor, depth - 1)
    effect = cue_effect(governor, "noun")
    if noun.dep_ == "obl" and (effect is None or preposition(noun) not in ("for", "of", "with", "to", "against")):
        # "will meet during talks in May": a time or place of what is told with it.
        return own or (outer if outer in ("planned", "conditional", "wanted", "open") else "actual"), False
    if effect is None:
        effect = cue_effect(governor, "infinitive")
        # "called the tests a mistake": what a verb asks others to do, it does not ask of nouns.
        if effect is None or effect == "wanted":
            return own or "actual", False
        return own or _combine(effect, outer, "actual"), False
    return own or _combine(effect, outer, "actual"), True


def _is_past(head: Token) -> bool:
    verb = head
    for _ in range(DEPTH):
        if verb.pos_ in PREDICATES or verb.head.i == verb.i:
            break
        verb = verb.head
    words = [verb, *children(verb, "aux", "aux:pass", "cop")]
    return any(word.tag_ == "VBD" for word in words) or (
        verb.tag_ == "VBN" and not any(w.tag_ in ("VBZ", "VBP") for w in words)
    )
