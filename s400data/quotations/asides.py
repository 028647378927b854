"""Asides: words of saying that stand beside what they report, and say so by "as" or "according to".

"The radar, as Reuters first reported, stays"; "According to the ministry, the radar stays"; "..., Reuters reports."
"""

from collections.abc import Iterator

from spacy.tokens import Token

from s400data.knowledge.reporting_words import load_reporting_words
from s400data.language.syntax import child
from s400data.quotations.drafts import Content
from s400data.quotations.layout import Layout, Range
from s400data.quotations.uses import Use

OWN_CONTENT = ("ccomp", "obj", "xcomp")
NOMINAL = frozenset({"PROPN", "DET", "NOUN", "ADP", "ADJ", "PART", "SPACE"})
BEFORE_ASIDE = frozenset({",", "and", "but", "(", "—", "–"})
LONGEST_RELAY = 6
OPENING_REACH = 3


def find_aside(layout: Layout, use: Use) -> Range | None:
    """The words of ", as the ministry explained,": what they tell stands around them."""
    verb = use.token
    if (
        use.part != "verb"
        or "clause" not in use.frames
        or layout.owners[verb.i] >= 0
        or not _is_as_clause(layout, verb)
    ):
        return None
    start, end = layout.clause(verb)
    first, last = layout.sentences[verb.i]
    if start != first and layout.doc[start - 1].text not in BEFORE_ASIDE:
        return None
    comma = next((i for i in range(verb.i + 1, end) if layout.doc[i].text == ","), end)
    return start, min(comma, last)


def _is_as_clause(layout: Layout, verb: Token) -> bool:
    if verb.dep_ not in {"advcl", "parataxis", "acl"}:
        return False
    start, _ = layout.clause(verb)
    if any(relaying_verb(layout, i) is not None for i in (max(start, verb.i - 2), verb.i - 1)):
        return True
    opener = child(verb, "mark", "advmod", "case")
    return opener is not None and opener.lower_ == "as" and opener.i == start and child(verb, *OWN_CONTENT) is None


def read_around(layout: Layout, use: Use, aside: Range) -> Iterator[Content]:
    """The sentence without the words of `aside`."""
    first, last = layout.sentences[use.token.i]
    pieces = [layout.trim((first, aside[0])), layout.trim((aside[1], last))]
    pieces = [piece for piece in pieces if piece[1] - piece[0] > 1]
    if pieces and any(layout.has_verb(piece) for piece in pieces):
        yield Content(tuple(pieces), "clause", before=True, rule="as_said")


def read_phrase(layout: Layout, use: Use, source: Token | None) -> Iterator[Content]:
    """The sentence around "according to X": what follows the comma where it opens, what precedes it where it closes."""
    if source is None:
        return
    first, last = layout.sentences[use.token.i]
    left, right = use.token.left_edge.i, max(source.right_edge.i + 1, use.end)
    if source.left_edge.i > use.end + 1:
        right = source.right_edge.i + 1
    right = _end_of_opener(layout, use, source, right, last)
    pieces = [layout.trim((first, left)), layout.trim((right, last))]
    pieces = [piece for piece in pieces if piece[1] - piece[0] > 1]
    if pieces:
        yield Content(tuple(pieces), "clause", before=left > first + 1, rule="according_to")


def _end_of_opener(layout: Layout, use: Use, source: Token, right: int, last: int) -> int:
    """Where the phrase ends: at the comma after its noun, should the parse have run past it."""
    if use.start - layout.sentences[use.token.i][0] >= OPENING_REACH:
        return right
    for token in layout.doc[source.i + 1 : min(right, last)]:
        if token.text != "," or token.head.i > source.i:
            continue
        if any(
            other.pos_ == "VERB" and other.dep_ not in {"acl", "acl:relcl", "amod"}
            for other in layout.doc[token.i + 1 : right]
        ):
            return token.i
    return right


def relaying_verb(layout: Layout, i: int) -> int | None:
    """The token of "reported" where the words from token `i` on read "as first reported by"."""
    doc = layout.doc
    if i + 2 >= len(doc) or doc[i].lower_ != "as" or layout.owners[i] >= 0:
        return None
    verb = i + 2 if doc[i + 1].pos_ in {"ADV", "AUX"} else i + 1
    return (
        verb
        if doc[verb].lemma_.lower() in load_reporting_words()["relaying verbs"] and doc[verb].tag_ in {"VBN", "VBD"}
        else None
    )


def trailing_relay(layout: Layout, use: Use) -> int | None:
    """The token of "reports" where a sentence ends in ", AzVision reports."."""
    first, last = layout.trim((use.end, layout.sentences[use.token.i][1]))
    verb = last - 1
    relaying = load_reporting_words()["relaying verbs"]
    if verb <= first or layout.doc[verb].lemma_.lower() not in relaying or layout.owners[verb] >= 0:
        return None
    name = verb - 1
    while name > max(first, verb - LONGEST_RELAY) and layout.doc[name].pos_ in NOMINAL:
        name -= 1
    return verb if name < verb - 1 and layout.doc[name].text == "," else None
