"""Statuses: what the words right around a verb say of it: auxiliaries, negation, tense, conditions, doubt."""

from typing import Literal

from spacy.tokens import Token

from s400data.events.clauses import PREDICATES, agent, is_infinitive, marker, preposition
from s400data.events.cues import cue_effect
from s400data.language.syntax import child, children

Status = Literal["actual", "planned", "threatened", "conditional", "denied", "ongoing", "wanted", "open"]

CONDITIONS = frozenset({"if", "unless", "provided", "providing", "lest", "should", "once if"})
FUTURE = frozenset({"will", "shall", "'ll", "wo", "’ll"})
POSSIBLE = frozenset({"could", "can", "may", "might", "ca"})
BE_TO = frozenset({"is", "are", "was", "were"})
DUTY = frozenset({"must", "should", "ought"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "hardly", "nobody", "nothing"})
NEARLY = frozenset({"nearly", "almost"})
PERHAPS = frozenset({"perhaps", "possibly", "maybe", "potentially", "probably"})
NOT_REALLY_NEGATED = frozenset({"only", "just", "merely", "least"})


def is_condition(clause: Token) -> bool:
    """Whether `clause` says on what condition something else holds."""
    return clause.dep_ == "advcl" and (marker(clause) in CONDITIONS or clause.lower_ in CONDITIONS)


def has_condition(clause: Token) -> bool:
    """Whether a condition hangs on `clause`."""
    return any(is_condition(other) for other in children(clause, "advcl")) or any(
        preposition(noun) in ("without", "unless") or noun.lower_ == "case" for noun in children(clause, "obl")
    )


def own_status(verb: Token) -> Status:
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
    if is_infinitive(verb) and modals & BE_TO:
        return _be_to_status(verb)
    if modals & FUTURE:
        return "planned"
    return _tense_status(verb, modals)


def _be_to_status(verb: Token) -> Status:
    """Status of "they are to meet", but not of "the goal is to prevent it", which only says what a thing is for."""
    noun = agent(verb)
    is_purpose = noun is not None and noun.pos_ == "NOUN" and cue_effect(noun, "infinitive") is not None
    return "open" if is_purpose else "planned"


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
    return any(word.lower_ in ("no", "neither") for word in children(noun, "det", "cc:preconj", "cc"))


def _is_not_only(negation: Token) -> bool:
    after = negation.doc[negation.i + 1 : negation.i + 2]
    return bool(after) and after[0].lower_ in NOT_REALLY_NEGATED


def _asks(verb: Token) -> bool:
    """Whether the sentence of a main verb is a question."""
    return verb.dep_ == "ROOT" and any(word.text == "?" for word in children(verb, "punct"))
