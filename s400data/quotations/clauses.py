"""Clauses: what a word of saying reports in a clause, after it, before it or on both sides of it."""

from collections.abc import Iterator

from spacy.tokens import Token

from s400data.knowledge.cues import load_cues
from s400data.knowledge.reporting_words import load_reporting_words
from s400data.language.syntax import FINITE, child, children
from s400data.quotations.asides import relaying_verb, trailing_relay
from s400data.quotations.drafts import Content, one_piece
from s400data.quotations.layout import Layout, Range
from s400data.quotations.naming import title_before
from s400data.quotations.sources import find_citing
from s400data.quotations.uses import Use, is_gerund_of_saying

THAT_REACH = 14
COLON_REACH = 5
SOURCE_REACH = 40
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
ARTICLES = frozenset({"a", "an", "the"})
PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
SUBJECT_MATTER = frozenset({"on", "about", "to", "of", "over"})
CONTRASTS = frozenset({"while", "whereas", "although", "though"})
QUESTION_TAGS = frozenset({"WRB", "WP"})
BEFORE_REPLY = frozenset({",", "-", "--", "—", "–"})
AFTER_CUE = frozenset({"aux", "advmod", "obl", "obl:unmarked", "iobj", "obj"})


def read_clause(layout: Layout, use: Use, source: Token | None) -> Iterator[Content]:
    """Clauses that `use` reports, the likeliest first."""
    verb = use.token
    yield from _halves(layout, use, source)
    relations = ("ccomp",) if use.part == "verb" else ("ccomp", "acl", "acl:relcl")
    for clause in (dependent for word in use.words for dependent in word.children):
        if _only_relays(layout, use, clause):
            continue
        if clause.dep_ not in relations or (use.part == "noun" and not _opens_with_that(clause)):
            continue
        if clause.i > verb.i and not _straddles(layout, use, source, clause):
            yield from one_piece(layout.trim(_after(layout, use, clause)), "clause", "clause_after_cue")
        else:
            yield from _before(layout, use, source, clause)
    if use.part == "noun":
        yield from _told_of_noun(layout, use)
    marker = _that_after(layout, use)
    if marker is not None:
        end = max(layout.clause(marker.head)[1], marker.i + 1)
        yield from one_piece(layout.trim((marker.i, end)), "clause", "that_after_cue")
    if use.part == "verb":
        yield from _cited(layout, use, source)
        yield from _parenthetical(layout, use, source)


def _told_of_noun(layout: Layout, use: Use) -> Iterator[Content]:
    """What a noun of saying is said to be: "His answer was [that it is over]", "Her message was clear: [no]"."""
    predicate = use.token.head
    if use.token.dep_ == "nsubj:outer" and _opens_with_that(predicate):
        start = next(children(predicate, "mark")).i
        yield from one_piece(layout.trim((start, layout.clause(predicate)[1])), "clause", "clause_after_cue")
    elif use.token.dep_ == "nsubj" and child(predicate, "cop") is not None:
        told = child(predicate, "parataxis")
        clause = layout.clause(told) if told is not None else (0, 0)
        if ":" in {token.text for token in layout.doc[max(0, clause[0] - 1) : clause[0] + 1]}:
            yield from one_piece(layout.trim(clause), "clause", "clause_after_cue")


def _halves(layout: Layout, use: Use, source: Token | None) -> Iterator[Content]:
    """Two clauses with ", he said," between them: "[If it came], he said, [we would talk]"."""
    left, right = _attribution(use, source)
    last = layout.sentences[use.token.i][1]
    if source is None or right >= last or layout.doc[right].text != ",":
        return
    behind = next((c for c in children(use.token, "ccomp") if right < c.i and layout.clause(c)[0] <= right + 2), None)
    before = next((c for c in children(use.token, "ccomp", "advcl") if c.i < left and child(c, *SUBJECTS)), None)
    if behind is None or before is None or layout.doc[right + 1].tag_ == "VBG":
        return
    pieces = (layout.trim((layout.clause(before)[0], left)), layout.trim((right, layout.clause(behind)[1])))
    yield Content(pieces, "clause", before=True, rule="clause_before_cue")


def _only_relays(layout: Layout, use: Use, clause: Token) -> bool:
    """Whether `clause` is the end of "..., Kent told reporters, AzVision reports", which is no content."""
    return use.token.i < clause.i and trailing_relay(layout, use) == clause.i


def _straddles(layout: Layout, use: Use, source: Token | None, clause: Token) -> bool:
    """Whether `clause` begins before its cue: "The talks, he said, would fail"."""
    return layout.clause(clause)[0] < _attribution(use, source)[0] - 1


def _opens_with_that(clause: Token) -> bool:
    first = child(clause, "mark")
    return first is not None and first.lower_ in {"that", "whether"}


def _after(layout: Layout, use: Use, clause: Token) -> Range:
    start, end = layout.clause(clause)
    that = child(clause, "mark")
    # "told the agency that it works": whom it was told is no part of what was said.
    start = max(start, use.end, that.i if that is not None and that.lower_ == "that" else 0)
    if start > use.end and layout.doc[start - 1].tag_ in QUESTION_TAGS:
        # "explained why the crews had left": the parse may hang the question word on the verb of saying.
        start -= 1
    for i in range(start, min(start + COLON_REACH, end)):
        if layout.doc[i].text == ":" and layout.owners[i] < 0:
            start = i + 1
    # "said the firm “did not want to wind down” the work": an object behind the clause is the clause's own.
    end = max([end, *(late.right_edge.i + 1 for late in children(use.token, "obj") if late.i >= end)])
    end = _on_to_verb(layout, use, end)
    end = next((i for i in range(start + 1, end - 1) if _opens_speech(layout, i)), end)
    return start, _cut_at_contrast(layout, start, _cut_at_reply(layout, start, _cut_at_participle(layout, start, end)))


def _opens_speech(layout: Layout, i: int) -> bool:
    """Whether a sentence ends at token `i`, before speech that the parse took for its part: "the training. “We are"."""
    if layout.ends_dateline(i):
        return True
    return layout.doc[i].text in {".", "?", "!"} and layout.owners[i] < 0 <= layout.owners[i + 1]


def _cut_at_reply(layout: Layout, start: int, end: int) -> int:
    """What another says of it is no part: "said it spies on jets[, a charge that Ankara denies]"."""
    words = load_reporting_words()
    for i in range(start + 2, end - 2):
        token = layout.doc[i]
        if (
            token.lower_ in ARTICLES
            and layout.doc[i - 1].text in BEFORE_REPLY
            and layout.owners[i] == layout.owners[start]
        ):
            noun = next((t for t in layout.doc[i + 1 : i + 3] if t.lemma_.lower() in words["charges"]), None)
            if noun is not None and any(t.lemma_.lower() in words["denying verbs"] for t in layout.doc[noun.i : end]):
                return i - 1
    return end


def _cut_at_contrast(layout: Layout, start: int, end: int) -> int:
    """What another says meanwhile is no part: "said it works[, while the agency cited an official as saying]"."""
    for i in range(start + 2, end - 1):
        mark = layout.doc[i]
        if mark.lower_ in CONTRASTS and mark.dep_ == "mark" and layout.doc[i - 1].text == ",":
            verbs = (mark.head, *children(mark.head, "xcomp"))
            is_saying = any(verb.lemma_.lower() in load_cues().verbs for verb in verbs)
            if is_saying and child(mark.head, *SUBJECTS) and layout.owners[i] < 0:
                return i - 1
    return end


def _on_to_verb(layout: Layout, use: Use, end: int) -> int:
    """The end of a clause that breaks off before its verb: "said talks to buy arms [collapsed]"."""
    last = layout.sentences[use.token.i][1]
    if end >= last or layout.doc[end].tag_ not in FINITE or layout.owners[end - 1] != layout.owners[end]:
        return end
    while end < last and layout.doc[end].text not in {",", ";", ":"}:
        end += 1
    return end


def _cut_at_participle(layout: Layout, start: int, end: int) -> int:
    """What is added is a quotation of its own: "said talks failed[, adding that]", and so is ", as reported by"."""
    for i in range(start + 2, end - 1):
        if layout.doc[i - 1].text == "," and (relaying_verb(layout, i) is not None or _adds(layout, start, i)):
            return i - 1
    return end


def _adds(layout: Layout, start: int, i: int) -> bool:
    token = layout.doc[i]
    return is_gerund_of_saying(token) and token.dep_ == "advcl" and layout.owners[i] == layout.owners[start]


def _before(layout: Layout, use: Use, source: Token | None, clause: Token) -> Iterator[Content]:
    """Content that begins before its cue: "The talks failed, he said", "The talks, he said, would fail"."""
    left, right = _attribution(use, source)
    start, end = layout.clause(clause)
    first = layout.sentences[use.token.i][0]
    if not layout.has_verb((first, start)) and layout.owners[first] == layout.owners[start]:
        start = first
    start = _out_of_marks(layout, clause, start)
    start = max((i + 1 for i in range(start, left - 1) if _opens_speech(layout, i)), default=start)
    left = title_before(layout.doc, left, start)
    pieces = [layout.trim((start, min(end, left)))]
    # What follows a closing mark and "he said" is for the marks to claim.
    opens_outside = start < left and layout.owners[start] < 0
    is_claimed_by_marks = layout.owners[clause.i] >= 0 and (clause.i < use.token.i or not opens_outside)
    if not is_claimed_by_marks and trailing_relay(layout, use) is None:
        pieces.append(layout.trim((right, max(right, _end_after_cue(layout, use, clause, right)))))
    pieces = [piece for piece in pieces if piece[0] < piece[1]]
    if pieces:
        yield Content(tuple(pieces), "clause", before=True, rule="clause_before_cue")


def _end_after_cue(layout: Layout, use: Use, clause: Token, right: int) -> int:
    """Where a clause ends that goes on behind its cue, if its verb stands there: "Loyalty, he noted, has"."""
    if clause.i > use.token.i or any(c.i >= right for c in children(clause, "conj")):
        return layout.clause(clause)[1]
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
    """The words from the source to what belongs to the cue: "Kozhin told reporters on Monday"."""
    left, right = use.start, use.end
    if source is not None and abs(source.i - use.token.i) < SOURCE_REACH:
        if source.i < use.start:
            left = min(left, source.left_edge.i)
        else:
            right = source.right_edge.i + 1
    for dependent in use.token.children:
        if dependent.dep_ in AFTER_CUE and dependent.i > use.token.i:
            right = max(right, dependent.right_edge.i + 1)
        elif dependent.dep_ in {"aux", "advmod"} and dependent.i >= left - 3:
            left = min(left, dependent.i)
    return left, right


def _that_after(layout: Layout, use: Use) -> Token | None:
    stop = min(layout.sentences[use.token.i][1], use.end + THAT_REACH)
    for token in layout.doc[use.end : stop]:
        if token.pos_ == "VERB" or token.text in {";", ":"}:
            return None
        if token.lower_ == "that" and token.dep_ == "mark" and token.head.i > token.i:
            return None if _is_claimed(use, token.head) else token
    return None


def _is_claimed(use: Use, clause: Token) -> bool:
    """Whether a noun of saying has the clause for its own: "commented on his claim that", not "said in a note that"."""
    noun = clause.head
    is_place = noun.dep_ == "obl" and any(case.lower_ not in SUBJECT_MATTER for case in children(noun, "case"))
    is_own = noun.i > use.token.i and not is_place and noun.lemma_.lower() in load_cues().nouns
    return is_own and use.part == "verb"


def _cited(layout: Layout, use: Use, source: Token | None) -> Iterator[Content]:
    """The clause before somebody who "was quoted as saying" it."""
    citing = find_citing(use.token)
    if citing is None or source is None or source.i > citing.i:
        return
    told = citing.head if citing.dep_ == "parataxis" else child(citing, "ccomp")
    if told is not None and told.i < source.i:
        yield from _before(layout, use, source, told)


def _parenthetical(layout: Layout, use: Use, source: Token | None) -> Iterator[Content]:
    """The clause that a parenthetical "he said" interrupts or closes, where the parse hangs the cue on it."""
    verb = use.token
    if source is None or child(verb, "nsubj") is None:
        return
    if any(c.i > verb.i for c in children(verb, "xcomp", "ccomp")):
        # "Also new - Ankara has vowed to pay": what it tells follows.
        return
    if verb.dep_ == "parataxis":
        yield from _before(layout, use, source, verb.head)
        return
    # The parse gave the cue no clause, but "..., he said." leaves no doubt.
    left, first = _attribution(use, source)[0], layout.sentences[verb.i][0]
    if any(c.i < left and c.tag_ in PARTICIPLES and child(c, *SUBJECTS) is None for c in children(verb, "advcl")):
        # "Asked if that was so, he answered"
        return
    if left - 2 <= first or layout.doc[left - 1].text != "," or not layout.has_verb((first, left)):
        return
    if _closes_sentence(layout, use) and not any(_is_own_object(layout, use, c) for c in verb.children):
        piece = layout.trim((first, left))
        if piece[1] - piece[0] > 2:
            yield Content((piece,), "clause", before=True, rule="sentence_before_cue")


def _is_own_object(layout: Layout, use: Use, dependent: Token) -> bool:
    if use.token.lemma_ == "tell":
        return False
    return dependent.dep_ in {"obj", "ccomp", "xcomp"} and not _only_relays(layout, use, dependent)


def _closes_sentence(layout: Layout, use: Use) -> bool:
    _, end = layout.sentences[use.token.i]
    rest = [token for token in layout.doc[use.end : end] if not _only_relays(layout, use, token)]
    return all(token.pos_ != "VERB" and token.text != ":" for token in rest)
