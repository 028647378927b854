"""Contents: the words a word of saying reports, one reader for each frame.

A clause: "Merkel said [that the talks failed]". An infinitive: "He urged Ankara [to talk]". An object: "They announced [a
deal]". A complement: "She called [the tests 'concerning']". A topic: "He warned [against a purchase]".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from s400data.knowledge.cues import Frame, load_cues
from s400data.language.syntax import child
from s400data.quotations.layout import Layout, Range
from s400data.quotations.sources import title_before
from s400data.quotations.uses import Use

THAT_REACH = 14
OWN_CONTENT = ("ccomp", "obj", "xcomp")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CONDITIONS = frozenset({"if", "unless", "until"})
NOMINAL = frozenset({"PROPN", "DET", "NOUN", "ADP", "ADJ", "PART", "SPACE"})
CALLED_REACH = 20
COLON_REACH = 5
LONGEST_RELAY = 6
RELAYING = frozenset({"report", "say", "write", "quote", "cite"})
SAYING_PARTICIPLES = frozenset(
    "saying adding noting telling arguing insisting claiming suggesting stressing warning calling explaining asserting stating".split()
    + "emphasizing emphasising urging asking promising vowing pledging predicting accusing declaring acknowledging".split()
)
EMPTY_OBJECTS = frozenset(
    "it this that them him her me us you himself herself itself themselves what so which who whom".split()
)


@dataclass(frozen=True, slots=True)
class Content:
    """Token ranges in reading order, the frame that found them, and whether they stand before their cue."""

    pieces: tuple[Range, ...]
    frame: Frame
    before: bool
    rule: str


def find_content(layout: Layout, use: Use, source: Token | None) -> Content | None:
    """The first content that one of the frames of `use` finds."""
    return next(_contents(layout, use, source), None)


def _contents(layout: Layout, use: Use, source: Token | None) -> Iterator[Content]:
    if use.part == "phrase":
        yield from _phrase_content(layout, use, source)
        return
    if use.part == "verb" and (aside := _aside(layout, use)) is not None:
        yield from _around(layout, use, aside)
        return
    if "complement" in use.frames:
        yield from _complement(layout, use)
    if "clause" in use.frames:
        yield from _clause(layout, use, source)
    if "infinitive" in use.frames:
        yield from _infinitive(layout, use)
    if "topic" in use.frames:
        yield from _topic(layout, use)
    if "object" in use.frames and use.part == "verb":
        yield from _object(layout, use)


def _aside(layout: Layout, use: Use) -> Range | None:
    """The words of ", as the ministry explained," and ", as first reported by Reuters": what they tell stands around them."""
    verb = use.token
    if verb.dep_ not in {"advcl", "parataxis", "acl"} or layout.owners[verb.i] >= 0 or not {"clause"} & set(use.frames):
        return None
    start, end = layout.clause(verb)
    if relaying_verb(layout, max(start, verb.i - 2)) is None and relaying_verb(layout, verb.i - 1) is None:
        opener = child(verb, "mark", "advmod", "case")
        if opener is None or opener.lower_ != "as" or opener.i != start or child(verb, *OWN_CONTENT) is not None:
            return None
    first, last = layout.sentences[verb.i]
    if start != first and layout.doc[start - 1].text not in {",", "and", "but", "(", "—", "–"}:
        return None
    comma = next((i for i in range(verb.i + 1, end) if layout.doc[i].text == ","), end)
    return start, min(comma, last)


def _around(layout: Layout, use: Use, aside: Range) -> Iterator[Content]:
    first, last = layout.sentences[use.token.i]
    pieces = [layout.trim((first, aside[0])), layout.trim((aside[1], last))]
    pieces = [piece for piece in pieces if piece[1] - piece[0] > 1]
    if pieces and any(_has_verb(layout, *piece) for piece in pieces):
        yield Content(tuple(pieces), "clause", before=True, rule="as_said")


def _clause(layout: Layout, use: Use, source: Token | None) -> Iterator[Content]:
    verb = use.token
    relations = ("ccomp",) if use.part == "verb" else ("ccomp", "acl", "acl:relcl")
    for clause in (dependent for word in use.words for dependent in word.children):
        if _only_relays(layout, use, clause):
            continue
        if clause.dep_ not in relations or (use.part == "noun" and not _opens_with_that(clause)):
            continue
        if clause.i > verb.i and not _straddles(layout, use, source, clause):
            yield from _one(layout.trim(_after(layout, use, clause)), "clause", "clause_after_cue")
        else:
            yield from _before(layout, use, source, clause)
    marker = _that_after(layout, use)
    if marker is not None:
        start = marker.i
        yield from _one(layout.trim((start, _clause_end(layout, marker))), "clause", "that_after_cue")
    if use.part == "verb":
        yield from _parenthetical(layout, use, source)


def _only_relays(layout: Layout, use: Use, clause: Token) -> bool:
    """ "..., Kent told reporters, AzVision reports": the last words are no content."""
    return use.token.i < clause.i and trailing_relay(layout, use) == clause.i


def relaying_verb(layout: Layout, i: int) -> int | None:
    """The token of "reported" where the words from token `i` on read "as first reported by"."""
    doc = layout.doc
    if i + 2 >= len(doc) or doc[i].lower_ != "as" or layout.owners[i] >= 0:
        return None
    verb = i + 2 if doc[i + 1].pos_ in {"ADV", "AUX"} else i + 1
    return verb if doc[verb].lemma_.lower() in RELAYING and doc[verb].tag_ in {"VBN", "VBD"} else None


def trailing_relay(layout: Layout, use: Use) -> int | None:
    """The token of "reports" where a sentence ends in ", AzVision reports."."""
    first, last = layout.trim((use.end, layout.sentences[use.token.i][1]))
    verb = last - 1
    if verb <= first or layout.doc[verb].lemma_.lower() not in RELAYING or layout.owners[verb] >= 0:
        return None
    name = verb - 1
    while name > max(first, verb - LONGEST_RELAY) and layout.doc[name].pos_ in NOMINAL:
        name -= 1
    return verb if name < verb - 1 and layout.doc[name].text == "," else None


def _straddles(layout: Layout, use: Use, source: Token | None, clause: Token) -> bool:
    """ "The talks, he said, would fail": the clause begins before its cue."""
    return layout.clause(clause)[0] < _attribution(use, source)[0] - 1


def _opens_with_that(clause: Token) -> bool:
    first = child(clause, "mark")
    return first is not None and first.lower_ in {"that", "whether"}


def _after(layout: Layout, use: Use, clause: Token) -> Range:
    start, end = layout.clause(clause)
    start = max(start, use.end)
    for i in range(start, min(start + COLON_REACH, end)):
        if layout.doc[i].text == ":" and layout.owners[i] < 0:
            start = i + 1
    end = _on_to_verb(layout, use, end)
    return start, _cut_at_participle(layout, clause, start, end)


def _on_to_verb(layout: Layout, use: Use, end: int) -> int:
    """The end of a clause that breaks off before its verb: "said talks to buy arms [collapsed]"."""
    last = layout.sentences[use.token.i][1]
    if (
        end >= last
        or layout.doc[end].tag_ not in {"VBD", "VBZ", "VBP", "MD"}
        or layout.owners[end - 1] != layout.owners[end]
    ):
        return end
    while end < last and layout.doc[end].text not in {",", ";", ":"}:
        end += 1
    return end


def _cut_at_participle(layout: Layout, clause: Token, start: int, end: int) -> int:
    """ "...said talks failed, adding that": what is added is a quotation of its own; so go ", as reported by"."""
    doc = layout.doc
    for i in range(start + 2, end - 1):
        if doc[i].text == "," and relaying_verb(layout, i + 1) is not None:
            return i
        if (
            doc[i].tag_ in {"VBG", "VB"}
            and doc[i].lower_.endswith("ing")
            and doc[i - 1].text == ","
            and layout.owners[i] == layout.owners[start]
        ):
            if doc[i].lower_ in SAYING_PARTICIPLES and doc[i].dep_ == "advcl":
                return i - 1
    return end


def _before(layout: Layout, use: Use, source: Token | None, clause: Token) -> Iterator[Content]:
    """Content that begins before its cue: "The talks failed, he said", "The talks, he said, would fail"."""
    left, right = _attribution(use, source)
    start, end = layout.clause(clause)
    first = layout.sentences[use.token.i][0]
    if not _has_verb(layout, first, start) and layout.owners[first] == layout.owners[start]:
        start = first
    start = _out_of_marks(layout, clause, start)
    left = title_before(layout.doc, left, start)
    pieces = [layout.trim((start, min(end, left)))]
    # What follows a closing mark and "he said" is for the marks to claim.
    relay = trailing_relay(layout, use)
    end = _end_after_cue(layout, use, clause, right, end)
    if end > right and relay is None and layout.owners[clause.i] < 0:
        pieces.append(layout.trim((right, end)))
    pieces = [piece for piece in pieces if piece[0] < piece[1]]
    if pieces:
        yield Content(tuple(pieces), "clause", before=True, rule="clause_before_cue")


def _end_after_cue(layout: Layout, use: Use, clause: Token, right: int, end: int) -> int:
    """Where a clause around its cue ends; it goes on behind the cue only if its verb stands there: "Loyalty, he noted, has"."""
    if clause.i > use.token.i:
        return end
    last = layout.sentences[use.token.i][1]
    opening = [token for token in layout.doc[right : min(right + 3, last)] if token.text != ","]
    has_verb = bool(opening) and layout.doc[min(right, last - 1)].text == "," and opening[0].tag_ in FINITE
    return last if has_verb else right


def _out_of_marks(layout: Layout, clause: Token, start: int) -> int:
    """Where a clause outside marks begins, should the parse have it begin inside a passage before it."""
    owner = layout.owners[start]
    if owner < 0 or layout.owners[clause.i] == owner:
        return start
    start = layout.passage_tokens(owner)[1]
    while start < clause.i and layout.doc[start].dep_ in {"mark", "cc", "punct"}:
        start += 1
    return start


def _attribution(use: Use, source: Token | None) -> Range:
    left, right = use.start, use.end
    if source is not None:
        edges = (source.left_edge.i, source.right_edge.i + 1)
        if abs(source.i - use.token.i) < 40:
            left, right = min(left, edges[0]), max(right, edges[1] if edges[0] >= use.end else right)
    for dependent in use.token.children:
        if dependent.dep_ in {"aux", "advmod", "obl", "obl:unmarked", "iobj", "obj"} and dependent.i > use.token.i:
            right = max(right, dependent.right_edge.i + 1)
        elif dependent.dep_ in {"aux", "advmod"} and dependent.i >= left - 3:
            left = min(left, dependent.i)
    return left, right


def _has_verb(layout: Layout, start: int, end: int) -> bool:
    return any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in layout.doc[start:end])


def _that_after(layout: Layout, use: Use) -> Token | None:
    stop = min(layout.sentences[use.token.i][1], use.end + THAT_REACH)
    for token in layout.doc[use.end : stop]:
        if token.pos_ == "VERB" or token.text in {";", ":"}:
            return None
        if token.lower_ == "that" and token.dep_ == "mark" and token.head.i > token.i:
            return None if _is_claimed(use, token.head) else token
    return None


def _is_claimed(use: Use, clause: Token) -> bool:
    """Whether a noun of saying has the clause for its own: "repeated his claim that"."""
    return clause.head.i > use.token.i and clause.head.lemma_.lower() in load_cues().nouns and use.part == "verb"


def _clause_end(layout: Layout, marker: Token) -> int:
    return max(layout.clause(marker.head)[1], marker.i + 1)


def _parenthetical(layout: Layout, use: Use, source: Token | None) -> Iterator[Content]:
    """The clause that a parenthetical "he said" interrupts or closes, where the parse hangs the cue on it."""
    verb = use.token
    if verb.dep_ == "parataxis" and source is not None and child(verb, "nsubj") is not None:
        yield from _before(layout, use, source, verb.head)
        return
    if source is None or child(verb, "nsubj") is None:
        return
    # The parse gave the cue no clause, but "..., he said." leaves no doubt.
    left, _ = _attribution(use, source)
    first = layout.sentences[verb.i][0]
    if verb.lemma_ != "tell" and any(_is_own_object(layout, use, c) for c in verb.children):
        return
    if (
        left - 2 > first
        and layout.doc[left - 1].text == ","
        and _closes_sentence(layout, use)
        and _has_verb(layout, first, left)
    ):
        piece = layout.trim((first, left))
        if piece[1] - piece[0] > 2:
            yield Content((piece,), "clause", before=True, rule="sentence_before_cue")


def _is_own_object(layout: Layout, use: Use, dependent: Token) -> bool:
    return dependent.dep_ in {"obj", "ccomp", "xcomp"} and not _only_relays(layout, use, dependent)


def _closes_sentence(layout: Layout, use: Use) -> bool:
    _, end = layout.sentences[use.token.i]
    rest = [token for token in layout.doc[use.end : end] if not _only_relays(layout, use, token)]
    return all(token.pos_ != "VERB" and token.text != ":" for token in rest)


def _infinitive(layout: Layout, use: Use) -> Iterator[Content]:
    head = use.token
    nominal = [head, *(c for c in head.children if c.dep_ in {"obj", "iobj", "obl"} and c.i > head.i)]
    for parent in nominal:
        for clause in parent.children:
            if clause.i > use.end and clause.dep_ in {"xcomp", "ccomp", "advcl", "acl"} and _to(clause) is not None:
                to = _to(clause)
                start, end = layout.clause(clause)
                start = max(start, use.end)
                if to is not None and to.i > start and layout.doc[to.i - 1].lower_ != "not":
                    start = to.i
                end = _with_condition(layout, use, end)
                yield from _one(layout.trim((start, end)), "infinitive", "infinitive")
                return


def _with_condition(layout: Layout, use: Use, end: int) -> int:
    """The end of an infinitive with its condition: "vowed to retaliate [if sanctions come]"."""
    last = layout.sentences[use.token.i][1]
    if end >= last or layout.doc[end].lower_ not in CONDITIONS or layout.doc[end].dep_ not in {"mark", "advmod"}:
        return end
    clause = layout.doc[end].head
    return layout.clause(clause)[1] if clause.dep_ == "advcl" and clause.left_edge.i == end else end


def _to(clause: Token) -> Token | None:
    return next((c for c in clause.children if c.dep_ == "mark" and c.lower_ == "to"), None)


def _topic(layout: Layout, use: Use) -> Iterator[Content]:
    for dependent in use.token.children:
        if dependent.i <= use.token.i or dependent.dep_ not in {"obl", "advcl", "nmod", "xcomp", "acl", "ccomp"}:
            continue
        opener = next((c for c in dependent.children if c.dep_ in {"case", "mark"}), None)
        if opener is None or opener.lower_ not in use.prepositions or opener.i > use.end + 4:
            continue
        end = _with_complements(layout, use, layout.clause(dependent)[1])
        yield from _one(layout.trim((opener.i + 1, end)), "topic", "topic")


def _object(layout: Layout, use: Use) -> Iterator[Content]:
    thing = child(use.token, "obj")
    if thing is None or thing.i < use.token.i or thing.lower_ in EMPTY_OBJECTS:
        return
    end = _with_complements(layout, use, layout.clause(thing)[1])
    yield from _one(layout.trim((layout.clause(thing)[0], end)), "object", "object")


def _with_complements(layout: Layout, use: Use, end: int) -> int:
    """The end of an object with what belongs to it: "criticised Ankara [for buying the system]"."""
    for dependent in use.token.children:
        start, stop = layout.clause(dependent)
        if start == end and dependent.dep_ in {"obl", "xcomp", "advcl", "nmod", "acl", "obl:unmarked"} and dependent.tag_ != "VBG":
            end = stop
        elif start == end and dependent.dep_ == "advcl" and any(c.dep_ == "mark" for c in dependent.children):
            end = stop
    return end


def _complement(layout: Layout, use: Use) -> Iterator[Content]:
    """What something is called: "called the tests 'concerning'", "described it as a mistake", "accused Ankara of lying"."""
    verb = use.token
    judgement = next((c for c in verb.children if c.i > verb.i and _judges(c, use)), None)
    thing = child(verb, "obj", "iobj")
    if judgement is None:
        yield from _called_in_marks(layout, use)
        return
    end = layout.clause(judgement)[1]
    if thing is not None and verb.i < thing.i < judgement.i:
        yield from _one(layout.trim((layout.clause(thing)[0], end)), "complement", "called")
        return
    subject = child(verb, "nsubj:pass")
    if subject is not None and child(verb, "obl:agent") is not None:
        pieces = (layout.trim(layout.clause(subject)), layout.trim(layout.clause(judgement)))
        yield Content(pieces, "complement", before=False, rule="called_passive")


def _called_in_marks(layout: Layout, use: Use) -> Iterator[Content]:
    """ "called the tests 'concerning'", where the parse does not see what is called what but marks do."""
    stop = min(layout.sentences[use.token.i][1], use.end + CALLED_REACH)
    if layout.owners[use.token.i] >= 0:
        return
    for i in range(use.end, stop):
        if layout.doc[i].tag_ in {"VBD", "VBZ", "VBP", "MD"} or layout.doc[i].text in {",", ";", ":"}:
            return
        if layout.owners[i] >= 0:
            yield from _one(layout.trim((use.end, layout.passage_tokens(layout.owners[i])[1])), "complement", "called")
            return


def _judges(dependent: Token, use: Use) -> bool:
    opener = next((c.lower_ for c in dependent.children if c.dep_ in {"case", "mark"} and c.i < dependent.i), None)
    if use.prepositions & {"of"} and opener == "of":
        return True
    if opener == "as":
        return dependent.dep_ in {"obl", "xcomp", "advcl", "nmod"}
    return (
        dependent.dep_ == "xcomp"
        and opener is None
        and use.token.lemma_ in {"call", "label", "brand", "dub", "term", "deem", "pronounce", "declare"}
    )


def _phrase_content(layout: Layout, use: Use, source: Token | None) -> Iterator[Content]:
    """The sentence around "according to X": what follows the comma where it opens, what precedes it where it closes."""
    if source is None:
        return
    first, last = layout.sentences[use.token.i]
    left, right = use.start, max(source.right_edge.i + 1, use.end)
    if source.left_edge.i > use.end + 1:
        right = source.right_edge.i + 1
    right = _end_of_opener(layout, use, source, right, last)
    pieces = [layout.trim((first, left)), layout.trim((right, last))]
    pieces = [piece for piece in pieces if piece[1] - piece[0] > 1]
    if pieces:
        yield Content(tuple(pieces), "clause", before=left > first + 1, rule="according_to")


def _end_of_opener(layout: Layout, use: Use, source: Token, right: int, last: int) -> int:
    """Where the phrase ends: at the comma after its noun, should the parse have run past it."""
    for token in layout.doc[source.i + 1 : min(right, last)]:
        if token.text == "," and token.head.i <= source.i and use.start - layout.sentences[use.token.i][0] < 3:
            rest = layout.doc[token.i + 1 : right]
            if any(other.pos_ == "VERB" and other.dep_ not in {"acl", "acl:relcl", "amod"} for other in rest):
                return token.i
    return right


def _one(piece: Range, frame: Frame, rule: str) -> Iterator[Content]:
    if piece[0] < piece[1]:
        yield Content((piece,), frame, before=False, rule=rule)
