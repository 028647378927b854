"""Syntax: the few questions that rules ask of a parse (Universal Dependencies relations)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from s400data.records import Mention

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass")
CLAUSES = ("ccomp", "xcomp", "advcl", "advcl:relcl", "acl", "acl:relcl", "parataxis", "conj")
NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "nobody", "nothing", "without", "hardly"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
UTTERED = frozenset({"ccomp", "parataxis", "discourse"})
EDGE = frozenset({"punct", "cc", "dep"})


def child(token: Token, *relations: str) -> Token | None:
    """First child of `token` with one of `relations`, None if there is none."""
    return next(children(token, *relations), None)


def children(token: Token, *relations: str) -> Iterator[Token]:
    """Children of `token` with one of `relations`, in reading order."""
    return (dependent for dependent in token.children if dependent.dep_ in relations)


def hyphenated_before(token: Token) -> str:
    """The word that a hyphen ties to the front of `token`, in lower case: "anti" of "anti-Syria"; else empty."""
    is_tied = token.i > 1 and token.nbor(-1).tag_ == "HYPH" and not token.nbor(-1).whitespace_
    return token.nbor(-2).lower_ if is_tied else ""


def subject(verb: Token) -> Token | None:
    """Subject of `verb`, its own or the one it shares with the verb it is coordinated to."""
    while True:
        found = child(verb, *SUBJECTS)
        if found is not None or verb.dep_ != "conj" or verb.head.i == verb.i:
            return found
        verb = verb.head


def is_negated(token: Token) -> bool:
    """Whether a negation word hangs on `token` itself; in "“No,” he said" it is what was said."""
    return any(word.lower_ in NEGATIONS and word.dep_ not in UTTERED for word in token.children)


def subtree_span(token: Token) -> Span:
    """Everything below `token`, from the first to the last word."""
    return token.doc[token.left_edge.i : token.right_edge.i + 1]


def phrase(token: Token) -> Span:
    """The subtree of `token` without punctuation, conjunctions or white space at its edges."""
    return trim(subtree_span(token))


def trim(span: Span) -> Span:
    """`span` without punctuation, conjunctions or white space at its edges; never empty."""
    start, end = span.start, span.end
    doc = span.doc
    while start < end - 1 and (doc[start].dep_ in EDGE or doc[start].is_space or doc[start].is_punct):
        start += 1
    while end > start + 1 and (doc[end - 1].dep_ in EDGE or doc[end - 1].is_space or doc[end - 1].is_punct):
        end -= 1
    return doc[start:end]


def mention(span: Span) -> Mention:
    """The stretch of text that `span` covers."""
    return Mention(span.start_char, span.end_char, span.text)


def span_at(doc: Doc, start: int, end: int) -> Span | None:
    """The tokens that the characters from `start` to `end` touch; None where there are none."""
    if start >= end or not len(doc):
        return None
    # `Doc.char_span` walks through the whole text at every call.
    first = bisect_right(range(len(doc)), start, key=lambda i: doc[i].idx) - 1
    if doc[first].idx + len(doc[first]) <= start:
        first += 1
    last = bisect_left(range(len(doc)), end, key=lambda i: doc[i].idx)
    return doc[max(first, 0) : last] if first < last else None
