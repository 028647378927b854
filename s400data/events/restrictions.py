"""Restrictions: whether the words around a trigger are those its rule asks for."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from s400data.events.clauses import agent, arguments, is_infinitive, patient
from s400data.knowledge.event_types import Trigger, expand, load_word_classes
from s400data.language.syntax import child, children

# "Those imposed in May", "the first will be delivered in July": words for a thing named before.
STAND_INS = frozenset({"those", "ones", "one", "first", "second", "third", "rest"})
STANDING = frozenset({"PRON", "DET", "ADJ", "NUM", "NOUN"})
NOUNS = frozenset({"NOUN", "PROPN"})
REACH = 40
MODALS_OF_DUTY = frozenset({"must"})
# Tokens that belong to the name of a known thing, by the class it counts to: "@weapon".
Named = Mapping[str, frozenset[int]]


def is_one_of(noun: Token, words: frozenset[str], named: Named, passed: frozenset[int] = frozenset()) -> bool:
    """Whether `noun`, what it stands for, what it is a batch "of", or one coordinated with it is among `words`.

    `passed` are the tokens asked on the way here: in "missiles and others" each leads to the other.
    """
    if noun.i in passed:
        return False
    passed |= {noun.i}
    if noun.lower_ in STAND_INS and noun.pos_ in STANDING:
        return any(_is_meant(other, noun) and is_one_of(other, words, named, passed) for other in _nouns_before(noun))
    if "@any" in words or noun.lemma_.lower() in words or noun.lower_ in words:
        return True
    if any(noun.i in tokens for kind, tokens in named.items() if kind in words):
        return True
    if noun.pos_ == "PROPN" and any(part.lower_ in words for part in children(noun, "flat", "compound", "nmod", "obl")):
        return True
    if noun.lemma_.lower() in load_word_classes()["light"]:
        return any(is_one_of(inner, words, named, passed) for inner in arguments(noun, frozenset({"of"})))
    return any(is_one_of(other, words, named, passed) for other in children(noun, "conj"))


def _nouns_before(pronoun: Token) -> Iterator[Token]:
    """Nouns of the same and the previous sentence, the nearest first."""
    doc, start = pronoun.doc, pronoun.sent.start
    earlier = doc[start - 1].sent.start if start else 0
    return (token for token in reversed(doc[max(earlier, pronoun.i - REACH) : pronoun.i]) if token.pos_ in NOUNS)


def _is_meant(noun: Token, pronoun: Token) -> bool:
    """Whether `pronoun` may stand for `noun`: "those imposed in May" for a plural."""
    return noun.tag_ in ("NNS", "NNPS") or pronoun.lower_ in ("one", "it", "that")


def opens_argument(head: Token, trigger: Trigger) -> bool:
    """Whether one of the rule's prepositions opens an argument of `head`."""
    return not trigger.prepositions or next(arguments(head, frozenset(trigger.prepositions)), None) is not None


def arguments_fit(verb: Token, trigger: Trigger, named: Named) -> tuple[bool, Token | None]:
    """Whether subject, object and complements of `verb` fit, and the object or infinitive that joins the trigger."""
    argument: Token | None = None
    if trigger.object:
        argument = patient(verb)
        if argument is None or not is_one_of(argument, expand(trigger.object), named):
            return False, None
    if trigger.infinitive:
        argument = find_infinitive(verb, expand(trigger.infinitive))
        if argument is None or argument.lemma_ in trigger.not_infinitive:
            return False, None
    elif trigger.not_infinitive and find_infinitive(verb, expand(trigger.not_infinitive)) is not None:
        return False, None
    fits = (
        _subject_fits(verb, trigger, named) and _obliques_fit(verb, trigger, named) and _complement_fits(verb, trigger)
    )
    return fits, argument


def _subject_fits(verb: Token, trigger: Trigger, named: Named) -> bool:
    if trigger.subject:
        noun = agent(verb)
        return noun is not None and is_one_of(noun, expand(trigger.subject), named)
    if trigger.theme:
        noun = patient(verb) or agent(verb)
        return noun is not None and is_one_of(noun, expand(trigger.theme), named)
    return True


def _obliques_fit(verb: Token, trigger: Trigger, named: Named) -> bool:
    if not trigger.prepositions:
        return True
    openers = frozenset(trigger.prepositions)
    # "warned against choosing", "removed from the programme"
    clauses = (other for other in children(verb, "advcl", "xcomp", "ccomp") if _opening(other) in openers)
    found = [*arguments(verb, openers), *clauses]
    object_ = child(verb, "obj")
    found += arguments(object_, openers) if object_ is not None else ()
    if not trigger.oblique:
        return bool(found)
    return any(_is_named(noun, expand(trigger.oblique), named) for noun in found)


def _is_named(noun: Token, words: frozenset[str], named: Named) -> bool:
    return is_one_of(noun, words, named) or any(
        other.i in tokens for tokens in named.values() for other in noun.subtree
    )


def _opening(clause: Token) -> str:
    return next((mark.lower_ for mark in children(clause, "mark", "case")), "")


def _complement_fits(verb: Token, trigger: Trigger) -> bool:
    if trigger.complement is None:
        return True
    clauses = list(children(verb, "ccomp", "xcomp"))
    if trigger.complement == "clause":
        return bool(clauses)
    if trigger.complement == "duty":
        return any(aux.lower_ in MODALS_OF_DUTY for clause in clauses for aux in children(clause, "aux"))
    cost = expand(("@cost",))
    return any(clause.dep_ == "ccomp" and clause.lemma_ in cost for clause in clauses)


def find_infinitive(governor: Token, verbs: frozenset[str]) -> Token | None:
    """The infinitive, or the gerund, among `verbs` that `governor` governs."""
    for clause in children(governor, "xcomp", "acl", "advcl", "ccomp"):
        is_governed = is_infinitive(clause) or (clause.tag_ == "VBG" and clause.lemma_ in verbs)
        if is_governed and ("@any" in verbs or clause.lemma_ in verbs):
            return clause
    return None


def of_nouns(noun: Token) -> Iterator[Token]:
    """What an event noun is of: "signing of a contract", "contract signing"."""
    yield from arguments(noun, frozenset({"of"}))
    yield from children(noun, "compound", "nmod:poss")
