"""Clauses: who acts, who is acted on, and what governs a verb or an event noun in the parse."""

from collections.abc import Iterator

from spacy.tokens import Token

from s400data.language.syntax import child, children

RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose"})
PREDICATES = frozenset({"VERB", "AUX"})
OBLIQUES = ("obl", "obl:agent", "obl:unmarked", "nmod", "nmod:desc")
OBJECTS = ("obj", "iobj")
ACTIVE_SUBJECTS = ("nsubj", "nsubj:outer", "csubj")
PASSIVE_SUBJECTS = ("nsubj:pass", "csubj:pass")
MODIFIERS = ("nmod:poss", "compound", "amod", "nmod:desc", "nmod:unmarked", "nmod")
# "promised Ankara to deliver": the subject delivers, although there is an object.
SUBJECT_CONTROL = frozenset({"promise", "vow", "threaten", "pledge", "offer", "agree", "refuse", "swear", "guarantee"})
DEPTH = 12


def preposition(token: Token) -> str:
    """The preposition that opens the phrase of `token`, in lower case; empty where there is none."""
    cases = [case.lower_ for case in children(token, "case")]
    # The parser takes a few prepositions for obliques of their own: "in 2020" with "in" as a child.
    cases += [word.lower_ for word in token.children if word.tag_ == "IN" and word.dep_ != "case" and word.i < token.i]
    return cases[0] if cases else ""


def arguments(token: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    """Nouns that one of `prepositions` ties to `token`."""
    return (noun for noun in children(token, *OBLIQUES) if preposition(noun) in prepositions)


def conjuncts(token: Token) -> Iterator[Token]:
    """`token` and the nouns or verbs coordinated with it."""
    yield token
    for other in children(token, "conj"):
        yield from conjuncts(other)


def is_passive(verb: Token) -> bool:
    """Whether `verb` is a passive: with an auxiliary, or a bare participle after a noun."""
    if child(verb, "aux:pass", *PASSIVE_SUBJECTS) is not None:
        # "All 276 lawmakers present voted": no passive without an auxiliary, whatever the parse calls its subject.
        return verb.dep_ not in ("ROOT", "ccomp") or child(verb, "aux:pass", "aux") is not None
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and child(verb, "aux", *OBJECTS) is None


def marker(clause: Token) -> str:
    """The conjunction that opens `clause` ("if", "after", "that"), in lower case; empty where there is none."""
    marks = [mark.lower_ for mark in children(clause, "mark") if mark.lower_ != "to"]
    adverbs = [word.lower_ for word in children(clause, "advmod") if word.tag_ == "WRB"]
    return (marks or adverbs or [""])[0]


def is_infinitive(verb: Token) -> bool:
    """Whether "to" opens `verb`."""
    return any(mark.lower_ == "to" for mark in children(verb, "mark"))


def agent(verb: Token, depth: int = DEPTH) -> Token | None:
    """The noun that does what `verb` says, through passives, relative clauses, control and coordination."""
    if depth == 0:
        return None
    if is_passive(verb):
        return _by_agent(verb) or (
            agent(verb.head, depth - 1) if verb.dep_ == "conj" and is_passive(verb.head) else None
        )
    own = child(verb, *ACTIVE_SUBJECTS, *PASSIVE_SUBJECTS)
    if own is not None:
        return _antecedent(own, verb)
    return _inherited_subject(verb, depth)


def patient(verb: Token, depth: int = DEPTH) -> Token | None:
    """The noun that `verb` happens to: its object, the subject of a passive, the noun a participle describes."""
    if depth == 0:
        return None
    if not is_passive(verb):
        found = child(verb, "obj") or child(verb, "iobj")
        if found is not None:
            return _antecedent(found, verb)
        return None
    own = child(verb, *PASSIVE_SUBJECTS)
    if own is not None:
        return _antecedent(own, verb)
    if verb.dep_ == "acl":
        return verb.head
    if verb.dep_ == "conj" and is_passive(verb.head):
        return patient(verb.head, depth - 1)
    return _inherited_subject(verb, depth)


def possessor(noun: Token) -> Token | None:
    """Whose `noun` is: "Turkey's purchase", "the purchase by Turkey"."""
    return child(noun, "nmod:poss") or next(arguments(noun, frozenset({"by"})), None)


def _by_agent(verb: Token) -> Token | None:
    named = child(verb, "obl:agent")
    if named is not None and preposition(named) in ("by", ""):
        return named
    return next(arguments(verb, frozenset({"by"})), None)


def _antecedent(noun: Token, verb: Token) -> Token:
    return verb.head if noun.lower_ in RELATIVE_PRONOUNS and verb.dep_ == "acl:relcl" else noun


def _inherited_subject(verb: Token, depth: int) -> Token | None:
    head = verb.head
    if head.i == verb.i:
        return None
    if verb.dep_ == "xcomp":
        return _controller(head, depth)
    if verb.dep_ in ("conj", "advcl"):
        return _subject(head, depth)
    if verb.dep_ == "acl":
        return _acting_noun(verb, head, depth)
    return None


def _controller(head: Token, depth: int) -> Token | None:
    object_ = child(head, "obj", "iobj")
    if object_ is not None and head.lemma_ not in SUBJECT_CONTROL and not is_passive(head):
        return object_
    return _subject(head, depth)


def _subject(verb: Token, depth: int) -> Token | None:
    """Subject of `verb` whatever its voice."""
    own = child(verb, *ACTIVE_SUBJECTS, *PASSIVE_SUBJECTS)
    return _antecedent(own, verb) if own is not None else _inherited_subject(verb, depth - 1) if depth > 1 else None


def _acting_noun(verb: Token, noun: Token, depth: int) -> Token | None:
    if not is_infinitive(verb):
        return noun
    owner = possessor(noun)
    if owner is not None:
        return owner
    governing = noun.head
    # "made attempts to sell", "became the first country to buy"
    return _subject(governing, depth - 1) if governing.pos_ in PREDICATES and depth > 1 else None


def is_in_clause(noun: Token, top: Token) -> bool:
    """Whether a clause with a subject of its own lies between `noun` and `top`: "said that ...", "who ..."."""
    token = noun
    while token.i != top.i and token.head.i != token.i:
        if token.dep_ in ("ccomp", "acl:relcl", "parataxis", "conj"):
            return True
        token = token.head
    return False
