"""Naming: the stretch of text that names a source, given the head of its noun phrase."""

from spacy.tokens import Doc, Span, Token

from s400data.language.syntax import FINITE, child
from s400data.quotations.holders import RELATIVES, may_speak
from s400data.quotations.uses import Use

SUBJECTS = ("nsubj", "nsubj:outer", "csubj")
LONGEST_SOURCE = 30
LONGEST_TITLE = 15
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
PREDICATIVE = frozenset({"nsubj", "nsubj:outer", "cop", "aux", "expl", "advcl", "obl", "mark"})
ASIDES = frozenset({"acl:relcl", "acl", "parataxis", "advcl", "advcl:relcl", "ccomp", "list", "dislocated"})
TITLE_WORDS = frozenset({"PROPN", "NOUN", "ADJ"})
LEADING = frozenset({"cc", "advmod", "mark", "case", "fixed"})


def source_span(head: Token, use: Use | None = None) -> Span:
    """The noun phrase of `head` without clauses and asides that follow it, and without the words of `use`."""
    doc = head.doc
    start, end = _left_end(head, use), _right_end(head, use)
    while end > head.i + 1 and _is_loose_end(doc[end - 1]):
        end -= 1
    while start < head.i and (doc[start].is_punct or doc[start].is_space or doc[start].dep_ in LEADING):
        start += 1
    return doc[start:end]


def _is_loose_end(token: Token) -> bool:
    return token.is_punct or token.is_space or token.dep_ == "cc" or token.tag_ == "POS"


def _left_end(head: Token, use: Use | None) -> int:
    # "One such politician was Barack Obama, who claimed": the noun is itself a predicate.
    predicate = [c.right_edge.i + 1 for c in head.lefts if c.dep_ in PREDICATIVE]
    start = max(head.left_edge.i, head.i - LONGEST_SOURCE, *predicate)
    if use is None:
        return start
    return max(start, use.end) if use.start < head.i else max(start, _after_last_comma(head, start))


def _right_end(head: Token, use: Use | None) -> int:
    asides = [t.left_edge.i for t in head.subtree if t.dep_ in ASIDES and head.i < t.left_edge.i <= t.i]
    end = min(head.right_edge.i + 1, head.i + LONGEST_SOURCE)
    if use is not None and use.start > head.i:
        end = min(end, use.start)
    end = min(end, *asides) if asides else end
    return _up_to_cue(head, use, end) if use is not None else end


def _up_to_cue(head: Token, use: Use, end: int) -> int:
    """The end of a name that the parse broke in two: "Department [of State Spokesperson Cale Brown] said"."""
    between = head.doc[end : use.start]
    if len(between) and all(token.pos_ in TITLE_WORDS or token.lower_ == "of" for token in between):
        return use.start
    while end < use.start and head.doc[end].pos_ == "PROPN":
        end += 1
    return end


def _after_last_comma(head: Token, start: int) -> int:
    """Where a name begins after what is no part of it: "In talks with Akar, [US envoy Jeffrey] said"."""
    depth = 0
    for i in range(head.i - 1, start - 1, -1):
        text = head.doc[i].text
        depth += (text in {")", "]"}) - (text in {"(", "["})
        if text == "," and not depth and head.doc[i - 1].pos_ != "ADJ":
            return i + 1
    return start


def title_before(doc: Doc, start: int, first: int) -> int:
    """Where a title begins between a comma and the name at `start`: ", head of Rostec Sergey Chemezov said"."""
    if start == 0 or doc[start - 1].is_punct or doc[start - 1].is_space:
        return start
    for i in range(start - 1, max(first, start - LONGEST_TITLE) - 1, -1):
        if doc[i].text == ",":
            return i + 1
        if doc[i].pos_ in {"VERB", "AUX"} or doc[i].text in {".", ";", ":", "“", "”", '"'}:
            return start
    return start


def relative_pronoun(use: Use, source: Token) -> Token | None:
    """The "who" that stands for `source` right at the word of saying: "Kozhin, [who] said"."""
    if use.part != "verb" or source.i > use.token.i:
        return None
    clause = use.token
    while clause.dep_ == "conj" and clause.head.i != clause.i and child(clause, *SUBJECTS) is None:
        clause = clause.head
    own = child(clause, *SUBJECTS)
    is_relative = own is not None and own.lower_ in RELATIVES and own.i > source.i
    return own if is_relative else None


def named_in_sentence(words: Span) -> Token | None:
    """Who speaks in the words before a colon: their subject, or the name that is all they hold."""
    if not any(token.tag_ in FINITE for token in words):
        return _name_alone(words)
    subjects = [token for token in words if token.dep_ in {"nsubj", "nsubj:pass"} and may_speak(token)]
    subjects = [token for token in subjects if token.lower_ not in RELATIVES]
    # "Asked what Ankara would do, the minister was blunt": the main clause tells who speaks.
    main = (token for token in subjects if token.head == words.root)
    return next(main, next(iter(subjects), None))


def _name_alone(words: Span) -> Token | None:
    nouns = [token for token in words if token.pos_ in NOMINAL]
    subjects = [token for token in nouns if token.dep_ in SUBJECTS]
    heads = [token for token in nouns if not words.start <= token.head.i < words.end] or nouns[-1:]
    return next((token for token in (*subjects, *heads) if may_speak(token)), None)
