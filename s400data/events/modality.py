"""Modality: whether what a word tells happened, is planned, threatened, conditional, denied or going on.

Starting from the words around the event itself (auxiliaries, negation, tense), the reading climbs to what governs it:
in "Ankara refused to say whether it planned to buy more", buying is planned, planning asked about, the answer refused.
"""

from dataclasses import dataclass
from typing import Literal, cast

from spacy.tokens import Token

from s400data.events.clauses import PREDICATES, is_infinitive, marker, preposition
from s400data.knowledge.modalities import Effect, Slot, load_modality_cues
from s400data.language.syntax import child, children
from s400data.records import Modality

Status = Literal["actual", "planned", "threatened", "conditional", "denied", "ongoing", "wanted", "open"]

CONDITIONS = frozenset({"if", "unless", "provided", "providing", "lest", "should", "once if"})
QUESTIONS = frozenset({"whether", "if", "when", "how", "why", "where"})
FUTURE = frozenset({"will", "shall", "'ll", "wo", "’ll"})
POSSIBLE = frozenset({"could", "can", "may", "might", "ca"})
BE_TO = frozenset({"is", "are", "was", "were"})
DUTY = frozenset({"must", "should", "ought"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "hardly", "nobody", "nothing"})
NEARLY = frozenset({"nearly", "almost"})
PERHAPS = frozenset({"perhaps", "possibly", "maybe", "potentially", "probably"})
NOT_REALLY_NEGATED = frozenset({"only", "just", "merely", "least"})
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


def is_condition(clause: Token) -> bool:
    """Whether `clause` says on what condition something else holds."""
    return clause.dep_ == "advcl" and (marker(clause) in CONDITIONS or clause.lower_ in CONDITIONS)


def has_condition(clause: Token) -> bool:
    """Whether a condition hangs on `clause`."""
    return any(is_condition(other) for other in children(clause, "advcl")) or any(
        preposition(noun) in ("without", "unless") or noun.lower_ == "case" for noun in children(clause, "obl")
    )


def _status(verb: Token, depth: int) -> Status:
    """Status of what a verb or predicate says, with all that governs it."""
    own = _own_status(verb)
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


def _own_status(verb: Token) -> Status:
    status = _auxiliary_status(verb)
    if _is_negated(verb):
        return "denied"
    if status in ("actual", "planned") and any(word.lower_ in PERHAPS for word in verb.children):
        return "conditional"
    if any(word.lower_ in NEARLY and word.dep_ == "advmod" and word.i < verb.i for word in verb.children):
        return "denied"
    if status in ("planned", "denied") and has_condition(verb):
        return "conditional"
    return "conditional" if _asks(verb) else status


def _auxiliary_status(verb: Token) -> Status:
    auxiliaries = [word.lower_ for word in _auxiliaries(verb)]
    modals = set(auxiliaries)
    if modals & {"would", "'d", "could", "might", "should"} and modals & {"have", "'ve"} and verb.tag_ == "VBN":
        return "conditional" if modals & {"might", "could"} else "denied"
    if modals & {"would", "'d"} and "had" not in modals and not (modals == {"'d"} and verb.tag_ == "VBN"):
        return "planned"
    if modals & POSSIBLE or modals & DUTY:
        return "conditional"
    if modals & FUTURE or (is_infinitive(verb) and modals & BE_TO):
        return "planned"
    return _tense_status(verb, modals)


def _tense_status(verb: Token, auxiliaries: set[str]) -> Status:
    running = {"is", "are", "am", "'s", "'re", "been", "being"}
    if _is_reported_in_past(verb):
        # "said that it was removing Turkey": what was going on when it was said.
        running |= {"was", "were"}
    is_progressive = verb.tag_ == "VBG" and bool(auxiliaries & running)
    if is_progressive or (verb.tag_ == "VBN" and "being" in auxiliaries and auxiliaries & {"is", "are"}):
        return "ongoing"
    # "be due", "is ready": the status of predicates that are no verbs lies in their cue.
    return "actual"


def _is_reported_in_past(verb: Token) -> bool:
    return verb.dep_ == "ccomp" and verb.head.tag_ == "VBD" and cue_effect(verb.head, "clause") == "content"


def _auxiliaries(verb: Token) -> list[Token]:
    found = list(children(verb, "aux", "aux:pass", "cop"))
    # "will sign and deliver": the second verb shares the auxiliary of the first.
    while verb.dep_ == "conj" and not found and verb.head.i != verb.i and child(verb, "nsubj", "nsubj:pass") is None:
        verb = verb.head
        found = list(children(verb, "aux")) if verb.pos_ in PREDICATES else []
    return found


def _is_negated(token: Token) -> bool:
    return any(_negates(word, token) for word in token.children)


def _negates(word: Token, token: Token) -> bool:
    if word.lower_ in NEGATIONS and word.i < token.i + 3:
        return not _is_not_only(word)
    if word.lower_ == "longer":
        return word.i > 0 and word.nbor(-1).lower_ == "no"
    return word.dep_ in ("nsubj", "nsubj:pass", "obj") and _is_nobody(word)


def _is_nobody(noun: Token) -> bool:
    """Whether the noun is "no contract", "neither side"."""
    return any(word.lower_ in ("no", "neither") for word in children(noun, "det"))


def _is_not_only(negation: Token) -> bool:
    after = negation.doc[negation.i + 1 : negation.i + 2]
    return bool(after) and after[0].lower_ in NOT_REALLY_NEGATED


def _asks(verb: Token) -> bool:
    """Whether the sentence of a main verb is a question."""
    return verb.dep_ == "ROOT" and any(word.text == "?" for word in children(verb, "punct"))


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
    if opening in ("against", "from", "on", "about", "of", "over"):
        return _governed_status(clause, own, depth)
    if own != "actual" or opening == "after":
        return own
    outer = _status(clause.head, depth - 1)
    return outer if outer in ("planned", "conditional", "wanted", "open") else own


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
    slot: Slot = "clause" if clause.dep_ == "ccomp" and not is_infinitive(clause) else "infinitive"
    if slot == "clause" and marker(clause) in QUESTIONS:
        return "open"
    effect = cue_effect(governor, slot) or _default_effect(clause, slot)
    if effect == "planned" and cue_effect(governor, slot) is None:
        # "is designed to destroy aircraft": what a thing is for, which nobody plans.
        return "denied" if own == "denied" else "open"
    if governor.pos_ in PREDICATES or governor.pos_ == "ADJ":
        outer = _status(governor, depth - 1)
    else:
        outer, _ = _noun_status(governor, depth - 1)
    return _combine(effect, outer, own)


def _default_effect(clause: Token, slot: Slot) -> Effect:
    if slot == "clause":
        return "content"
    if clause.dep_ in ("csubj", "csubj:pass"):
        return "same"
    return "planned" if is_infinitive(clause) else "same"


def cue_effect(governor: Token, slot: Slot) -> Effect | None:
    """What `governor` does to what stands in its `slot`, by its own entry in the cue file."""
    cues = load_modality_cues()
    lemma = governor.lemma_.lower()
    if governor.pos_ in ("NOUN", "PROPN"):
        return cues.get((f"{lemma} noun", slot))
    if governor.pos_ == "ADJ" or (governor.pos_ not in PREDICATES):
        return cues.get((f"{governor.lower_} adjective", slot)) or cues.get((lemma, slot))
    following = governor.doc[governor.i + 1 : governor.i + 4]
    for word in following:
        effect = cues.get((f"{lemma} {word.lower_}", slot))
        if effect is not None and (word.i == governor.i + 1 or word.dep_ == "compound:prt"):
            return effect
    return cues.get((lemma, slot))


def _combine(effect: Effect, outer: Status, own: Status) -> Status:
    """Status of an event whose governor has `effect` and is itself told as `outer`."""
    if own == "denied" and effect not in ("content", "same"):
        return "denied"
    if effect == "content":
        return "open" if outer == "denied" and own in ("actual", "ongoing", "planned") else own
    if effect == "wanted":
        return "wanted"
    if outer in ("conditional", "wanted", "open"):
        return outer if effect != "denied" else "conditional"
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
    own = _pre_modified(noun)
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


def _pre_modified(noun: Token) -> Status | None:
    for word in noun.children:
        if word.dep_ == "det" and word.lower_ in ("no", "neither"):
            return "denied"
        effect = load_modality_cues().get((f"{word.lower_} adjective", "modifier")) if word.i < noun.i else None
        if effect is not None:
            return cast(Status, effect)
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
