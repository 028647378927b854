"""Sources: the words that name who speaks, found from the word of saying.

The subject is the source of an active verb, the agent of a passive one; a participle or infinitive borrows the subject
of the verb it hangs on, a relative clause the noun it describes. An aside between name and verb ("X, who replaced Y,
said") never wins, since the parse decides and not the distance.
"""

from spacy.tokens import Token

from s400data.knowledge.cues import load_cues
from s400data.knowledge.reporting_words import load_reporting_words
from s400data.language.syntax import child, children
from s400data.quotations.antecedents import find_antecedent, name_at_hand, name_before
from s400data.quotations.holders import MUTE_PRONOUNS, is_document, may_speak
from s400data.quotations.uses import Use

SUBJECTS = ("nsubj", "nsubj:outer", "csubj")
ANY_SUBJECT = ("nsubj", "nsubj:pass", "nsubj:outer")
DEEPEST = 6
PHRASE_REACH = 12
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"})
BEFORE_PARTICIPLE = frozenset({",", "”", '"', "''", "’", "—", "–"})
POINTING = frozenset({"the", "this", "that"})
SUBORDINATE = frozenset({"advcl", "xcomp", "acl", "ccomp", "obj", "obl", "nmod"})


def find_source(use: Use) -> Token | None:
    """Head of the noun phrase that speaks; None where the sentence does not name it."""
    if use.part == "phrase":
        return _object_of_phrase(use)
    if use.part == "noun":
        return _giver(use.token)
    return _speaker_of_verb(use.token, 0)


def is_passive(verb: Token) -> bool:
    if child(verb, "nsubj:pass", "aux:pass", "csubj:pass", "obl:agent") is not None:
        return True
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and child(verb, "aux") is None


def find_agent(verb: Token) -> Token | None:
    """Who did what a passive verb tells: "as reported by [Daily Sabah]"."""
    return _with_case(verb, {"by"}, "obl:agent", "obl")


def find_author(document: Token) -> Token | None:
    """Who made a document: who is named with it; of "the statement" whoever the article last said gave one."""
    own = _giver(document)
    if own is not None or not any(word.lower_ in POINTING for word in children(document, "det")):
        return own
    for noun in reversed(document.doc[: document.i]):
        if noun.lemma_ != document.lemma_ or noun.pos_ != "NOUN":
            continue
        author = _giver(noun) or _sayer_in(noun)
        if author is not None and may_speak(author) and not is_document(author):
            return author
    return None


def _sayer_in(document: Token) -> Token | None:
    """The subject of "said in a statement"; a letter "from" somebody is nobody else's."""
    verb = document.head
    is_signed = document.i + 1 < len(document.doc) and document.nbor(1).lower_ in {"from", "by"}
    is_inside = document.dep_ == "obl" and any(case.lower_ == "in" for case in children(document, "case"))
    if is_signed or not is_inside or verb.lemma_.lower() not in load_cues().verbs:
        return None
    return _subject_of_any(verb, 1)


def _object_of_phrase(use: Use) -> Token | None:
    owner = child(use.token, "nmod:poss")
    if owner is not None and owner.i < use.start:
        return owner
    head = use.token.head
    if head.i >= use.end and head.pos_ in NOMINAL:
        return head
    following = [token for token in use.token.doc[use.end : use.end + PHRASE_REACH] if token.pos_ in NOMINAL]
    return next((token for token in following if token.head.i < use.end or token.head.pos_ == "VERB"), None)


def _author_behind(noun: Token) -> Token | None:
    """The author that stands right behind the noun, wherever the parse hangs it: "remarks by [a diplomat]"."""
    by = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    return by.head if by.lower_ == "by" and by.dep_ == "case" and by.head.i > by.i else None


def _giver(noun: Token) -> Token | None:
    owner = child(noun, "nmod:poss") or _author_behind(noun)
    owner = owner or _with_case(noun, {"by", "from", "of"}, "nmod", "obl:agent", "obl")
    if owner is None and noun.dep_ == "obj" and noun.head.lemma_.lower() in load_reporting_words()["giving verbs"]:
        return _speaker_of_verb(noun.head, 1)
    return owner


def _with_case(token: Token, cases: set[str], *relations: str) -> Token | None:
    """First child of `token` that one of `cases` introduces: "a statement [by the ministry]"."""
    found = children(token, *relations)
    return next((c for c in found if any(case.lower_ in cases for case in children(c, "case"))), None)


def _speaker_of_verb(verb: Token, depth: int) -> Token | None:
    if depth > DEEPEST:
        return None
    if is_passive(verb):
        return find_agent(verb)
    own = child(verb, *SUBJECTS)
    if own is not None:
        return find_antecedent(verb, name_at_hand(verb, own))
    return name_before(verb) or _borrowed(verb, depth) or _after_as(verb)


def _after_as(verb: Token) -> Token | None:
    """The subject that the parse takes for an adverbial: "As [Tom Ridge] put it"."""
    found = _with_case(verb, {"as"}, "obl")
    return found if found is not None and found.i < verb.i else None


def find_citing(verb: Token) -> Token | None:
    """The verb that passes on what `verb` tells: "was [quoted] as saying", "[cited] the ministry as saying"."""
    if verb.i < 2 or verb.nbor(-1).lower_ != "as":
        return None
    citing = verb.nbor(-2) if verb.nbor(-2).pos_ == "VERB" else verb.head
    while citing.pos_ != "VERB" and citing.head.i != citing.i:
        citing = citing.head
    known = load_reporting_words()["relaying verbs"]
    return citing if citing.i < verb.i and citing.lemma_.lower() in known else None


def find_citer(verb: Token) -> Token | None:
    """Who passes on what `verb` tells: "was quoted by [Anadolu] as saying", "[Interfax] cited him as saying"."""
    citing = find_citing(verb)
    if citing is None:
        return None
    return find_agent(citing) if is_passive(citing) else child(citing, *SUBJECTS)


def _borrowed(verb: Token, depth: int) -> Token | None:
    head = verb.head
    if head.i == verb.i:
        return None
    citing = find_citing(verb)
    if citing is not None:
        return _subject_of_any(citing, depth) if is_passive(citing) else child(citing, "obj")
    if verb.dep_ == "conj":
        return _speaker_of_verb(head, depth + 1)
    if verb.dep_ == "xcomp":
        # "The senator had this to say": what can be said says nothing.
        told = (noun for noun in children(head, "obj", "iobj") if noun.lower_ not in MUTE_PRONOUNS)
        return next(told, None) or _subject_of_any(head, depth)
    return _borrowed_from_above(verb, depth)


def _borrowed_from_above(verb: Token, depth: int) -> Token | None:
    above = _sayer_above(verb)
    if verb.dep_ in {"acl", "acl:relcl"} and above.i == verb.head.i:
        return _described(above, depth)
    is_dependent = verb.dep_ in {"advcl", "parataxis", "ccomp", "acl", "acl:relcl"}
    return _subject_of_any(above, depth) if is_dependent else None


def _sayer_above(verb: Token) -> Token:
    """The verb whose subject speaks in a participle: "He argued that a ban would help, saying it works": argued."""
    if verb.tag_ != "VBG" or verb.i == 0 or verb.nbor(-1).text not in BEFORE_PARTICIPLE:
        return verb.head
    clause = verb.head
    while clause.dep_ in SUBORDINATE and clause.head.i < verb.i and clause.head.i != clause.i:
        clause = clause.head
    subject = child(clause, *SUBJECTS, "nsubj:pass")
    return clause if subject is not None and may_speak(subject) else verb.head


def _subject_of_any(verb: Token, depth: int) -> Token | None:
    """The subject of `verb`, be it active or passive: "officials were quoted as saying"."""
    own = child(verb, *ANY_SUBJECT)
    if own is not None:
        return find_antecedent(verb, own)
    return _borrowed(verb, depth + 1) if depth <= DEEPEST else None


def _described(noun: Token, depth: int) -> Token | None:
    """Who speaks in "officials saying", "a statement saying": the noun, or whoever made the document it is."""
    if not is_document(noun):
        return noun
    owner = child(noun, "nmod:poss") or _with_case(noun, {"by", "from"}, "nmod")
    if owner is not None:
        return owner
    verbs = load_reporting_words()["giving verbs"] if noun.dep_ == "obj" else load_cues().verbs
    if noun.dep_ in {"obj", "obl"} and noun.head.lemma_.lower() in verbs:
        # "issued a statement saying", "said in a statement saying", but not "dismissed reports saying"
        return _subject_of_any(noun.head, depth + 1) or noun
    return noun
