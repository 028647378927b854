"""Tenses: whether the words around an expression speak of the past or of what is to come."""

import re
from typing import Literal

from spacy.tokens import Doc, Span, Token

Tense = Literal["past", "present", "future", "open"]

_FUTURE_WORDS = frozenset({"will", "shall", "'ll", "’ll", "wo", "gonna"})
_COMING_MODALS = frozenset({"would", "should", "may", "might", "must"})
_OPEN_MODALS = frozenset({"could", "can", "ca"})
_COMING = frozenset(
    [
        "expect",
        "schedule",
        "plan",
        "set",
        "due",
        "slate",
        "intend",
        "aim",
        "hope",
        "prepare",
        "vow",
        "pledge",
        "promise",
        "go",
        "want",
        "order",
        "agree",
        "propose",
        "threaten",
        "scheduled",
        "planned",
        "expected",
        "slated",
    ]
)
# The same for text nobody has parsed: what stands in the clause around the expression.
_FUTURE_TEXT = re.compile(
    r"(?:\b(?:will|shall|(?:would|(?-i:may)|might|should|must)(?!\s+have\b)"
    r"|(?:is|are|was|were|be|being)\s+(?:\w+\s+)?(?:expected|scheduled|planned|slated|due|set|going)"
    r"|(?:expects?|plans?|intends?|aims?|hopes?|vow(?:s|ed)|pledged|promised)\s+to|scheduled|upcoming|forthcoming"
    r"|(?:is|are)\s+to(?=\s+[a-z]))|\b\w+['’]ll)\b"
    # The verb it governs belongs to it: "is expected to be signed" tells of no past signing.
    r"(?:\s+(?:not|to|be|been|also|\w+ly))*(?:\s+[a-z]+)?",
    re.IGNORECASE,
)
_PAST_TEXT = re.compile(
    r"\b(?:was|were|had|has|have|did|said|told|began|took|went|came|made|gave|sold|bought|became|saw|met|left|fell|held"
    r"|put|won|lost|sent|paid|struck|shot|brought|kept|spoke|rose|set|got|led|\w{2,}ed)\b"
)
_CLAUSE_END = re.compile(r"[;:.!?]\s|[\"“”]|\n|,\s+(?:and|but|while|as|which|who|after|before)\b")
_CLOSING = frozenset({'"', "”", "’", "''"})
_OPENING = frozenset({"“", "‘", "``"})
_REACH = 160
# "On December 14, Washington imposed curbs": so few words before it open the sentence, and its verb follows the comma.
_FRONTED = 2


def tense_at(doc: Doc, start: int, end: int) -> Tense:
    """Return how the clause around the characters `start` to `end` of `doc` is told, "open" where nothing shows it."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not doc.has_annotation("DEP") or not span.root.tag_:
        return tense_of_text(doc.text, start, end)
    verb = _governing_verb(span.root)
    if verb is not None and _is_quoted_apart(verb, span):
        return tense_of_text(doc.text, start, end)
    if verb is not None and _belongs_to_the_saying(verb, span):
        verb = verb.head
    return _tense_of_verb(verb) if verb is not None else tense_of_text(doc.text, start, end)


def tense_of_text(text: str, start: int, end: int) -> Tense:
    """Return the tense of the verb that the bare words show nearest to the expression, those before it first."""
    before = _CLAUSE_END.split(text[max(0, start - _REACH) : start])[-1]
    after = text[end : end + _REACH]
    if len(before.split()) <= _FRONTED:
        after = after.lstrip(",")
    after = _CLAUSE_END.split(after.partition(",")[0])[0]
    coming, past = _last_end(_FUTURE_TEXT, before), _last_end(_PAST_TEXT, before)
    if coming < 0 and past < 0:
        coming, past = -_first_start(_FUTURE_TEXT, after), -_first_start(_PAST_TEXT, after)
    if coming < 0 and past < 0 and coming == past:
        return "open"
    return "future" if coming >= past else "past"


def _last_end(pattern: re.Pattern[str], clause: str) -> int:
    return max((match.end() for match in pattern.finditer(clause)), default=-1)


def _first_start(pattern: re.Pattern[str], clause: str) -> int:
    match = pattern.search(clause)
    return match.start() if match else _REACH


def _is_quoted_apart(verb: Token, span: Span) -> bool:
    """Whether the parse ties the expression to a verb in speech that closed before it: '"We would," he said in May'."""
    between = span.doc[verb.i + 1 : span.start]
    marks = [token.text for token in between if token.text in _CLOSING or token.text in _OPENING]
    return bool(marks) and marks[0] in _CLOSING and len(marks) % 2 == 1


def _belongs_to_the_saying(verb: Token, span: Span) -> bool:
    """Whether "told reporters on Monday it would be signed" was parsed as if the signing were on Monday."""
    if verb.dep_ != "ccomp" or not verb.head.i < span.start < span.end <= verb.i:
        return False
    return not any(child.dep_ == "mark" and child.i < span.start for child in verb.children)


def _governing_verb(token: Token) -> Token | None:
    while token.pos_ not in ("VERB", "AUX"):
        if token.head.i == token.i or token.dep_ == "ROOT":
            return token if any(child.dep_ == "cop" for child in token.children) else None
        if any(child.dep_ == "cop" for child in token.children):
            return token
        token = token.head
    return token


def _tense_of_verb(verb: Token) -> Tense:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop", "auxpass")]
    words = {helper.lower_ for helper in helpers}
    if words & _FUTURE_WORDS:
        return "future"
    if verb.tag_ == "VB" and ("to" in words or verb.dep_ == "xcomp"):
        return "future" if verb.head.lemma_.lower() in _COMING else "open"
    if verb.lemma_.lower() in _COMING and verb.tag_ == "VBN" and any(helper.lemma_ == "be" for helper in helpers):
        return "future"
    if words & (_COMING_MODALS | _OPEN_MODALS):
        return "past" if words & {"have"} else "future" if words & _COMING_MODALS else "open"
    tags = {verb.tag_, *(helper.tag_ for helper in helpers)}
    if tags & {"VBD"} or words & {"has", "have", "had", "was", "were"}:
        return "past"
    if verb.tag_ in ("VBN", "VBG") and not helpers:
        return _tense_of_verb(verb.head) if verb.head.i != verb.i and verb.head.pos_ == "VERB" else "open"
    return "present" if tags & {"VBZ", "VBP"} else "open"
