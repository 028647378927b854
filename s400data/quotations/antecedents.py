"""Antecedents: the noun a relative pronoun stands for, and the name that the parse passed over for another noun."""

from spacy.tokens import Token

from s400data.quotations.holders import RELATIVES

COMPLETING = frozenset({"flat", "compound", "appos", "nmod", "nmod:desc", "conj"})
DESCRIBED = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM", "X"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
FINITE = frozenset({"VBD", "VBZ"})
LONGEST_TITLE = 15


def find_antecedent(verb: Token, subject: Token) -> Token | None:
    """The noun behind a relative pronoun, else `subject` itself."""
    if subject.lower_ not in RELATIVES or subject.tag_ not in {"WP", "WDT", "IN", "DT"}:
        return subject
    nearest = _noun_before(subject) if subject.lower_ == "who" else None
    if nearest is not None:
        return nearest
    clause = verb
    while clause.dep_ in {"conj", "xcomp"} and clause.head.i != clause.i:
        clause = clause.head
    if clause.dep_ in {"acl:relcl", "advcl:relcl", "acl"} and clause.head.pos_ in DESCRIBED:
        return clause.head
    return None if subject.lower_ in {"who", "which"} else subject


def _noun_before(pronoun: Token) -> Token | None:
    """The person or thing named right before "who", which the parse may have passed over for a noun further away."""
    doc = pronoun.doc
    i = pronoun.i - 1
    while i > 0 and (doc[i].text == "," or doc[i].is_space):
        i -= 1
    if i < 0 or doc[i].pos_ not in NOMINAL:
        return None
    noun = doc[i]
    while noun.head.i != noun.i and _is_part(noun, pronoun):
        noun = noun.head
    return noun


def _is_part(noun: Token, pronoun: Token) -> bool:
    """Whether `noun` only completes its head: "Kozhin" of "Dmitry Kozhin", "Russia" of "officials from Russia"."""
    if noun.dep_ not in COMPLETING or noun.dep_ == "conj" or (noun.dep_ == "nmod" and noun.ent_type_ == "PERSON"):
        return False
    return noun.head.i < pronoun.i and noun.head.pos_ in NOMINAL


def name_at_hand(verb: Token, subject: Token) -> Token:
    """The name between a comma and its verb: "A lifelong diplomat, Kozhin said"; "In Ankara, Akar said"."""
    last = verb.i - 1
    while last > subject.i and verb.doc[last].dep_ in {"aux", "advmod"}:
        last -= 1
    first = last
    while first > subject.i and verb.doc[first].pos_ == "PROPN":
        first -= 1
    if not subject.i < first < last or verb.doc[first].text != ",":
        return subject
    between = verb.doc[subject.i : last]
    if any(token.dep_ == "cc" for token in between) or sum(token.text == "," for token in between) > 1:
        return subject
    name = verb.doc[first + 1]
    while first < name.head.i <= last:
        name = name.head
    return name


def name_before(verb: Token) -> Token | None:
    """The titled name between a comma and a verb left without a subject: ", head of Rostec Sergey Chemezov [said]"."""
    doc, last = verb.doc, verb.i - 1
    if verb.tag_ not in FINITE or last < 1 or doc[last].pos_ != "PROPN":
        return None
    name = doc[last]
    while name.dep_ in {"flat", "compound"} and name.head.i != name.i and name.head.pos_ == "PROPN":
        name = name.head
    for token in reversed(doc[max(verb.sent.start, verb.i - LONGEST_TITLE) : last]):
        if token.text == ",":
            return name
        if token.pos_ in {"VERB", "AUX"}:
            return None
    return None
