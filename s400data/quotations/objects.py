"""Objects: what a word of saying reports without a clause.

An infinitive: "He urged Ankara [to talk]". An object: "They announced [a deal]". A complement: "She called [the tests
'concerning']". A topic: "He warned against [a purchase]".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from s400data.knowledge.reporting_words import load_reporting_words
from s400data.language.syntax import FINITE, child, children
from s400data.quotations.drafts import Content, one_piece
from s400data.quotations.holders import may_speak
from s400data.quotations.layout import Layout
from s400data.quotations.sources import find_citing
from s400data.quotations.uses import Use

CALLED_REACH = 20
TOPIC_REACH = 4
CONDITIONS = frozenset({"if", "unless", "until"})
TOPICS = ("obl", "advcl", "nmod", "xcomp", "acl", "ccomp")
COMPLEMENTS = frozenset({"obl", "xcomp", "advcl", "nmod", "acl", "obl:unmarked"})
EMPTY_OBJECTS = frozenset(
    {"it", "this", "that", "them", "him", "her", "me", "us", "you", "himself", "herself", "itself", "themselves"}
    | {"what", "so", "which", "who", "whom"}
)


def read_infinitive(layout: Layout, use: Use) -> Iterator[Content]:
    """What somebody is urged, or vows, to do."""
    addressees = (c for c in children(use.token, "obj", "iobj", "obl") if c.i > use.token.i)
    for parent in (use.token, *addressees):
        for clause in children(parent, "xcomp", "ccomp", "advcl", "acl"):
            to = _to(clause)
            if to is None or clause.i <= use.end:
                continue
            start, end = layout.clause(clause)
            start = max(start, use.end)
            if to.i > start and layout.doc[to.i - 1].lower_ != "not":
                start = to.i
            yield from one_piece(layout.trim((start, _with_condition(layout, use, end))), "infinitive", "infinitive")
            return


def _to(clause: Token) -> Token | None:
    return next((c for c in clause.children if c.dep_ == "mark" and c.lower_ == "to"), None)


def _with_condition(layout: Layout, use: Use, end: int) -> int:
    """The end of an infinitive with its condition: "vowed to retaliate [if sanctions come]"."""
    last = layout.sentences[use.token.i][1]
    if end >= last or layout.doc[end].lower_ not in CONDITIONS or layout.doc[end].dep_ not in {"mark", "advmod"}:
        return end
    clause = layout.doc[end].head
    return layout.clause(clause)[1] if clause.dep_ == "advcl" and clause.left_edge.i == end else end


def read_topic(layout: Layout, use: Use) -> Iterator[Content]:
    """What somebody calls for, warns of or boasts about."""
    for dependent in children(use.token, *TOPICS):
        opener = child(dependent, "case", "mark")
        if dependent.i < use.token.i or opener is None or opener.i > use.end + TOPIC_REACH:
            continue
        if opener.lower_ in use.prepositions:
            end = _with_complements(layout, use, layout.clause(dependent)[1])
            yield from one_piece(layout.trim((opener.i + 1, end)), "topic", "topic")


def read_object(layout: Layout, use: Use) -> Iterator[Content]:
    """The thing announced, proposed, criticised or praised."""
    thing = child(use.token, "obj")
    if thing is None or thing.i < use.token.i or thing.lower_ in EMPTY_OBJECTS or _only_cites(use):
        return
    start, stop = layout.clause(thing)
    end = _with_complements(layout, use, stop)
    # "blamed his predecessor: Obama had refused": what follows a colon is a sentence of its own.
    end = next((i for i in range(thing.i, end) if layout.doc[i].text == ":" and layout.owners[i] < 0), end)
    yield from one_piece(layout.trim((start, end)), "object", "object")


def read_charge(layout: Layout, use: Use) -> Iterator[Content]:
    """What another says, turned down: "rejected [the claim that it spies]"."""
    thing = child(use.token, "obj")
    if thing is not None and thing.lemma_.lower() in load_reporting_words()["charges"]:
        yield from read_object(layout, use)


def _only_cites(use: Use) -> bool:
    """Whether the object is who speaks: "cited [a source] as saying", "citing [army sources]"."""
    thing = child(use.token, "obj")
    if thing is not None and use.token.lemma_ in load_reporting_words()["citing verbs"] and may_speak(thing):
        return True
    return any(find_citing(word) == use.token for word in use.token.subtree if word.tag_ == "VBG")


def _with_complements(layout: Layout, use: Use, end: int) -> int:
    """The end of an object with what belongs to it: "criticised Ankara [for buying the system]"."""
    for dependent in use.token.children:
        start, stop = layout.clause(dependent)
        if start == end and _belongs(dependent):
            end = stop
    return end


def _belongs(dependent: Token) -> bool:
    if dependent.tag_ != "VBG":
        return dependent.dep_ in COMPLEMENTS
    return dependent.dep_ == "advcl" and child(dependent, "mark") is not None


def read_complement(layout: Layout, use: Use) -> Iterator[Content]:
    """What something is called: "described it as a mistake", "accused Ankara of lying"."""
    verb = use.token
    judgement = next((c for c in verb.children if c.i > verb.i and _judges(c, use)), None)
    thing = child(verb, "obj", "iobj")
    if judgement is None:
        yield from _called_in_marks(layout, use)
        return
    end = layout.clause(judgement)[1]
    if thing is not None and verb.i < thing.i < judgement.i:
        yield from one_piece(layout.trim((layout.clause(thing)[0], end)), "complement", "called")
        return
    if thing is None and verb.dep_ == "acl:relcl":
        # "a step Ankara called unfair": what is called so stands outside.
        opener = child(judgement, "case", "mark")
        start = opener.i + 1 if opener is not None else layout.clause(judgement)[0]
        yield from one_piece(layout.trim((start, layout.clause(verb)[1])), "complement", "called")
        return
    subject = child(verb, "nsubj:pass")
    if subject is not None and child(verb, "obl:agent") is not None:
        pieces = (layout.trim(layout.clause(subject)), layout.trim(layout.clause(judgement)))
        yield Content(pieces, "complement", before=False, rule="called_passive")


def _called_in_marks(layout: Layout, use: Use) -> Iterator[Content]:
    """What marks show to be called something where the parse does not: "called the tests 'concerning'"."""
    stop = min(layout.sentences[use.token.i][1], use.end + CALLED_REACH)
    if layout.owners[use.token.i] >= 0:
        return
    for i in range(use.end, stop):
        if layout.doc[i].tag_ in FINITE or layout.doc[i].text in {",", ";", ":"}:
            return
        if layout.owners[i] >= 0:
            yield from one_piece(
                layout.trim((use.end, layout.passage_tokens(layout.owners[i])[1])), "complement", "called"
            )
            return


def _judges(dependent: Token, use: Use) -> bool:
    opener = next((c.lower_ for c in children(dependent, "case", "mark") if c.i < dependent.i), None)
    if opener == "of":
        return "of" in use.prepositions
    if opener == "as":
        return dependent.dep_ in {"obl", "xcomp", "advcl", "nmod"}
    return dependent.dep_ == "xcomp" and opener is None and use.token.lemma_ in load_reporting_words()["naming verbs"]
