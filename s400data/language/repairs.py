"""Repairs: what the parse got wrong though grammar leaves no doubt: words hung on the wrong verb, and gerunds.

"told reporters Pompeo reminded him": a plural noun is nobody's title. "Pompeo said the systems are a risk, Brown said":
a verb has one subject, and the one right before a clause without any belongs to that clause. "face sanctions if it
bought the radar": a verb has one object, and the one right behind another verb is that verb's. "close to signing":
what ends in -ing after a vowel is no base form, for "bring" and "string" have one syllable. "said it was done and that
Turkey would pay": what "that" opens goes with a clause. "said it would ask and threatened to buy", "said it had paid
and accused": past goes with past. "said on Tuesday talks failed": Tuesday is when it was said. "adding a waiver was
sought": the waiver is not added. "No seller, he argued, would ask": he argues it of no seller. "said Washington's claim
was false": the claim is not said. "It will respond, the envoy said, TASS reported": the envoy said it.
"""

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from s400data.knowledge.cues import load_cues
from s400data.language.syntax import FINITE, SUBJECTS, child, children

GERUND = re.compile(r".*[aeiouy].*ing")
OWN_WORDS = (*SUBJECTS, "aux", "aux:pass")
PAST = frozenset({"VBD", "VBN"})
PREDICATES = frozenset({"VERB", "NOUN", "ADJ", "PROPN"})
BEHIND_NOUNS = frozenset({"ccomp", "acl:relcl"})
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
PLURALS = frozenset({"NNS", "NNPS"})


@Language.component("s400_repairs", requires=["token.tag"], assigns=["token.dep", "token.tag"])
def repair(doc: Doc) -> Doc:
    """Move such subjects and objects in `doc`, and mend such tags."""
    for token in doc:
        if token.tag_ == "VB" and GERUND.fullmatch(token.lower_):
            token.tag_ = "VBG"
    _repair_coordination(doc)
    _repair_circumstances(doc)
    _repair_subjects(doc)
    _repair_objects(doc)
    _repair_participles(doc)
    _repair_asides(doc)
    _repair_relays(doc)
    return doc


def _repair_coordination(doc: Doc) -> None:
    for verb in [token for token in doc if token.dep_ == "conj" and token.head.pos_ in PREDICATES]:
        first = verb.head
        clause = next((c for c in children(first, "ccomp") if first.i < c.i < verb.i), None)
        if clause is not None and _opens_with_that(verb) and not _opens_with_that(first):
            verb.head = clause
        elif verb.tag_ in PAST and not child(verb, *OWN_WORDS) and (_is_modal(first) or _reports_anew(verb, first)):
            above = _past_above(first)
            if above is not None:
                verb.head, verb.tag_ = above, "VBD"


def _is_modal(verb: Token) -> bool:
    """Whether a modal stands before the verb, behind which no past tense may be coordinated: "would ask"."""
    return verb.tag_ == "VB" and any(word.tag_ == "MD" for word in children(verb, "aux"))


def _reports_anew(verb: Token, first: Token) -> bool:
    """Whether a past word of saying stands behind a past perfect: "said it had paid and accused"."""
    has_had = any(word.lower_ in {"had", "'d", "’d"} for word in children(first, "aux"))
    return verb.tag_ == "VBD" and has_had and verb.lower_ in _words_of_saying()


@cache
def _words_of_saying() -> frozenset[str]:
    """Their finite forms; lemmas are not known yet when the parse is mended."""
    verbs = load_cues().verbs
    stems = (re.sub(r"(?<=[^aeiou])y$", "i", verb.removesuffix("e")) for verb in verbs)
    return frozenset({"said", "told", *(f"{stem}ed" for stem in stems), *(f"{verb}s" for verb in verbs)})


def _repair_circumstances(doc: Doc) -> None:
    """Hang what stands between a verb and its clause without "that" on the verb: "said on Tuesday the deal stands"."""
    for clause in [token for token in doc if token.dep_ == "ccomp" and token.head.i < token.i]:
        subject = child(clause, *SUBJECTS)
        first = child(clause, "obl", "obl:unmarked")
        if first is None or subject is None or _opens_with_that(clause) or first.left_edge.i != clause.head.i + 1:
            continue
        if first.right_edge.i + 1 == subject.left_edge.i and clause.head.pos_ == "VERB":
            first.head = clause.head


def _opens_with_that(clause: Token) -> bool:
    return any(mark.lower_ == "that" for mark in children(clause, "mark"))


def _past_above(verb: Token) -> Token | None:
    while verb.dep_ in {"ccomp", "xcomp", "advcl"}:
        verb = verb.head
        if verb.tag_ == "VBD":
            return verb
    return None


def _repair_subjects(doc: Doc) -> None:
    for clause in [token for token in doc if token.dep_ == "ccomp" and not any(children(token, *SUBJECTS))]:
        before = _head_of_phrase_before(clause)
        if before is not None and before.head.i == clause.head.i:
            _give_subject(clause, before)

    for clause in [token for token in doc if token.dep_ == "ccomp" and not any(children(token.head, *SUBJECTS))]:
        own, *others = [*children(clause, "nsubj", "nsubj:pass"), None]
        late = others[0] if others else None
        if own is not None and late is not None and own.i < clause.i < late.i < clause.head.i:
            # "“Not one will stop,” Demir wrote": a clause has one subject.
            late.head = clause.head


def _is_finite(clause: Token) -> bool:
    return clause.tag_ in FINITE or any(word.tag_ in FINITE for word in children(clause, "aux", "aux:pass", "cop"))


def _give_subject(clause: Token, before: Token) -> None:
    """Let the phrase before a clause without a subject be that, unless it belongs to the governing verb."""
    if before.dep_ == "ccomp" and before.pos_ == "VERB" and not _is_finite(clause):
        # "said Ankara remained [concerned]": what follows a verb without "and" belongs to it.
        clause.head, clause.dep_ = before, "xcomp"
    elif before.dep_ == "iobj" and before.pos_ == "PROPN":
        _part_from_addressee(before, clause)
    elif before.dep_ == "nsubj" and any(other.i > clause.i for other in children(clause.head, "nsubj")):
        before.head, before.dep_ = clause, "nsubj"
    elif before.dep_ in {"obj", "nsubj"} and clause.head.i < before.i and _is_finite(clause):
        # "said [Washington's claim] was baseless": what is said has a subject, and "said" has its own.
        before.head, before.dep_ = clause, "nsubj"


def _repair_objects(doc: Doc) -> None:
    for noun in [token for token in doc if token.dep_ in {"obj", "compound"}]:
        start = noun.left_edge.i
        verb = doc[start - 1] if start else noun
        is_free = verb.pos_ == "VERB" and not noun.is_ancestor(verb) and not any(children(verb, "obj"))
        if is_free and noun.head.i < verb.i and _is_misplaced(noun, verb):
            noun.head, noun.dep_ = verb, "obj"


def _repair_participles(doc: Doc) -> None:
    """Give a clause without "that" to the participle before it: "he said, adding [a waiver had been sought]"."""
    for clause in [token for token in doc if token.dep_ in BEHIND_NOUNS and not any(children(token, *SUBJECTS))]:
        first = clause.left_edge
        noun = doc[first.i - 1] if first.i and first.tag_ in FINITE else clause
        while noun.dep_ in {"flat", "compound"} and noun.head.i < noun.i:
            noun = noun.head
        participle = noun.head
        is_object = noun.dep_ == "obj" and participle.tag_ == "VBG" and participle.dep_ == "advcl"
        if is_object and clause.head.i in {noun.i, participle.head.i}:
            clause.head, clause.dep_, noun.head, noun.dep_ = participle, "ccomp", clause, "nsubj"


def _repair_asides(doc: Doc) -> None:
    """Hang an aside on the clause it interrupts, and not on its subject: "No seller, [he argued], would ask"."""
    for verb in [token for token in doc if token.dep_ == "acl:relcl" and token.lower_ in _words_of_saying()]:
        noun, own, last = verb.head, child(verb, *SUBJECTS), verb.right_edge.i
        if own is None or own.tag_ in RELATIVES or doc[own.left_edge.i - 1].text != ",":
            continue
        is_closed = "," in {token.text for token in doc[last : last + 2]}
        if is_closed and noun.dep_ in SUBJECTS and noun.head.i > last:
            verb.head, verb.dep_ = noun.head, "parataxis"


def _repair_relays(doc: Doc) -> None:
    """Hang what was said on who said it, not on who passed it on: "[It is so], the envoy said, TASS reported"."""
    for saying in [token for token in doc if token.dep_ == "ccomp" and token.lower_ in _words_of_saying()]:
        relay = saying.head
        said = next((c for c in children(relay, "ccomp") if c.i < saying.i < relay.i), None)
        is_bare = child(saying, *SUBJECTS) is not None and child(saying, "ccomp") is None
        parted = doc[saying.left_edge.i - 1 : saying.left_edge.i + 1].text
        if said is not None and is_bare and relay.lower_ in _words_of_saying() and "," in parted:
            said.head = saying


def _is_misplaced(noun: Token, verb: Token) -> bool:
    """Whether `noun` is a second object of the verb that governs `verb`, or modifies a noun before that."""
    if noun.dep_ == "compound":
        return True
    return verb.head.i == noun.head.i and any(other.i < verb.i for other in children(noun.head, "obj"))


def _head_of_phrase_before(clause: Token) -> Token | None:
    """The dependent of the governing verb whose words end right before `clause`, or before its verb."""
    ends = {clause.left_edge.i - 1, clause.i - 1}
    return next((dependent for dependent in clause.head.children if dependent.right_edge.i in ends), None)


def _part_from_addressee(name: Token, clause: Token) -> None:
    """Make the plural noun before `name` the addressee and `name` the subject of `clause`."""
    addressee = next((noun for noun in children(name, "nmod:desc") if noun.tag_ in PLURALS), None)
    if addressee is not None:
        addressee.head, addressee.dep_ = name.head, "iobj"
        name.head, name.dep_ = clause, "nsubj"
