"""Sources: the words that name who speaks, found from the word of saying.

The subject is the source of an active verb, the agent of a passive one; a participle or infinitive borrows the subject of
the verb it hangs on, a relative clause the noun it describes. An aside between name and verb ("X, who replaced Y, said")
never wins, since the parse decides and not the distance.
"""

from spacy.tokens import Doc, Span, Token

from s400data.language.syntax import child
from s400data.quotations.holders import is_document, may_speak
from s400data.quotations.uses import Use

SUBJECTS = ("nsubj", "nsubj:outer", "csubj")
RELATIVES = frozenset({"who", "which", "that", "whom"})
GIVERS = ("by", "from", "of")
GIVING = frozenset("make issue give release send deliver voice repeat have offer post publish write put add".split())
DEEPEST = 6
LONGEST_SOURCE = 30
LONGEST_TITLE = 15
BEFORE_PARTICIPLE = frozenset({",", "”", '"', "''", "’", "—", "–"})
SUBORDINATE = frozenset({"advcl", "xcomp", "acl", "ccomp", "obj", "obl", "nmod"})
PREDICATIVE = frozenset({"nsubj", "nsubj:outer", "cop", "aux", "expl", "advcl", "obl", "mark"})
ASIDES = frozenset({"acl:relcl", "acl", "parataxis", "advcl", "advcl:relcl", "ccomp", "list", "dislocated"})


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


def source_span(head: Token, use: Use | None = None) -> Span:
    """The noun phrase of `head` without clauses and asides that follow it, and without the words of `use`."""
    doc = head.doc
    start, end = head.left_edge.i, head.right_edge.i + 1
    for dependent in head.lefts:
        # "One such politician was Barack Obama, who claimed": the noun is itself a predicate.
        if dependent.dep_ in PREDICATIVE:
            start = max(start, dependent.right_edge.i + 1)
    if use is not None and use.start < head.i:
        start = max(start, use.end)
    elif use is not None:
        end = min(end, use.start)
        start = max(start, _after_last_comma(head, start))
    for dependent in head.subtree:
        if dependent.i > head.i and dependent.dep_ in ASIDES and dependent.left_edge.i > head.i:
            end = min(end, dependent.left_edge.i)
    if use is not None and end < use.start and all(token.pos_ == "PROPN" for token in doc[end : use.start]):
        end = use.start
    start = max(start, head.i - LONGEST_SOURCE)
    end = min(end, head.i + LONGEST_SOURCE)
    while end > head.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        end -= 1
    while start < head.i and (
        doc[start].is_punct or doc[start].is_space or doc[start].dep_ in {"cc", "advmod", "mark", "case", "fixed"}
    ):
        start += 1
    return doc[start:end]


def _after_last_comma(head: Token, start: int) -> int:
    """ "In talks with Akar, US envoy Jeffrey said": what stands before the comma is no part of the name."""
    depth = 0
    for i in range(head.i - 1, start - 1, -1):
        text = head.doc[i].text
        depth += (text in {")", "]"}) - (text in {"(", "["})
        if text == "," and not depth and head.doc[i - 1].pos_ != "ADJ":
            return i + 1
    return start


def title_before(doc: Doc, start: int, first: int) -> int:
    """Where a title begins that stands between a comma and the name at `start`: ", head of Rostec Sergey Chemezov said"."""
    if start == 0 or doc[start - 1].is_punct or doc[start - 1].is_space:
        return start
    for i in range(start - 1, max(first, start - LONGEST_TITLE) - 1, -1):
        if doc[i].text == ",":
            return i + 1
        if doc[i].pos_ in {"VERB", "AUX"} or doc[i].text in {".", ";", ":", "“", "”", '"'}:
            return start
    return start


def _object_of_phrase(use: Use) -> Token | None:
    head = use.token.head
    if head.i >= use.end and head.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"}:
        return head
    following = [token for token in use.token.doc[use.end : use.end + 12] if token.pos_ in {"NOUN", "PROPN", "PRON"}]
    return next((token for token in following if token.head.i < use.end or token.head.pos_ == "VERB"), None)


def _giver(noun: Token) -> Token | None:
    owner = child(noun, "nmod:poss")
    if owner is not None:
        return owner
    for dependent in noun.children:
        if dependent.dep_ in {"nmod", "obl:agent", "obl"} and any(
            c.dep_ == "case" and c.lower_ in GIVERS for c in dependent.children
        ):
            return dependent
    if noun.dep_ == "obj" and noun.head.lemma_.lower() in GIVING:
        return _speaker_of_verb(noun.head, 1)
    return None


def _speaker_of_verb(verb: Token, depth: int) -> Token | None:
    if depth > DEEPEST:
        return None
    if is_passive(verb):
        return find_agent(verb)
    own = child(verb, *SUBJECTS)
    if own is not None:
        return _antecedent(verb, _name_at_hand(verb, own))
    return _borrowed(verb, depth) or _after_as(verb)


def _after_as(verb: Token) -> Token | None:
    """ "As [Tom Ridge] put it": the parse takes the subject for an adverbial."""
    openers = [c for c in verb.children if c.i < verb.i and c.dep_ == "obl"]
    return next((c for c in openers if any(k.dep_ == "case" and k.lower_ == "as" for k in c.children)), None)


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


def _name_at_hand(verb: Token, subject: Token) -> Token:
    """The name between a comma and its verb: "A lifelong diplomat, Kozhin said"; "In Ankara, Akar said"."""
    if subject.i >= verb.i:
        return subject
    last = verb.i - 1
    while last > subject.i and verb.doc[last].dep_ in {"aux", "advmod"}:
        last -= 1
    first = last
    while first > subject.i and verb.doc[first].pos_ == "PROPN":
        first -= 1
    if first == last or first <= subject.i or verb.doc[first].text != ",":
        return subject
    commas = sum(token.text == "," for token in verb.doc[subject.i : last])
    joined = any(token.dep_ == "cc" for token in verb.doc[subject.i : last])
    name = verb.doc[first + 1]
    while first < name.head.i <= last:
        name = name.head
    return name if commas == 1 and not joined else subject


def find_agent(verb: Token) -> Token | None:
    """Who did what a passive verb tells: "as reported by [Daily Sabah]"."""
    for dependent in verb.children:
        if dependent.dep_ in {"obl:agent", "obl"} and any(
            c.dep_ == "case" and c.lower_ == "by" for c in dependent.children
        ):
            return dependent
    return None


def _antecedent(verb: Token, subject: Token) -> Token | None:
    """The noun behind a relative pronoun, else `subject` itself."""
    if subject.lower_ not in RELATIVES or subject.tag_ not in {"WP", "WDT", "IN", "DT"}:
        return subject
    clause = verb
    while clause.dep_ in {"conj", "xcomp"} and clause.head.i != clause.i:
        clause = clause.head
    if subject.lower_ == "who":
        nearest = _noun_before(subject)
        if nearest is not None:
            return nearest
    if clause.dep_ in {"acl:relcl", "advcl:relcl", "acl"} and clause.head.pos_ in {
        "NOUN",
        "PROPN",
        "PRON",
        "NUM",
        "ADJ",
        "SYM",
        "X",
    }:
        return clause.head
    return None if subject.lower_ in {"who", "which"} else subject


def _noun_before(pronoun: Token) -> Token | None:
    """The person or thing named right before "who", which the parse may have passed over for a noun further away."""
    doc = pronoun.doc
    i = pronoun.i - 1
    while i > 0 and (doc[i].text == "," or doc[i].is_space):
        i -= 1
    if i < 0 or doc[i].pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    noun = doc[i]
    while (
        noun.head.i != noun.i
        and noun.dep_ in {"flat", "compound", "appos", "nmod", "nmod:desc", "conj"}
        and _is_part(noun, pronoun)
    ):
        noun = noun.head
    return noun


def _is_part(noun: Token, pronoun: Token) -> bool:
    """Whether `noun` only completes its head: "Kozhin" of "Dmitry Kozhin", "Russia" of "officials from Russia"."""
    if noun.dep_ == "conj" or (noun.dep_ == "nmod" and noun.ent_type_ == "PERSON"):
        return False
    return noun.head.i < pronoun.i and noun.head.pos_ in {"NOUN", "PROPN", "PRON"}


def named_in_sentence(words: Span) -> Token | None:
    """Who speaks in the words before a colon: their subject, or the name that is all they hold."""
    verbs = [token for token in words if token.tag_ in {"VBD", "VBZ", "VBP", "MD"}]
    if not verbs:
        names = [token for token in words if token.pos_ in {"NOUN", "PROPN", "PRON"} and token.head.i not in range(words.start, words.end)]
        names = names or [token for token in words if token.pos_ in {"PROPN", "NOUN"}][-1:]
        return next((name for name in names if may_speak(name)), None)
    subjects = [token for token in words if token.dep_ in {"nsubj", "nsubj:pass"} and may_speak(token)]
    return next((token for token in subjects if token.lower_ not in RELATIVES), None)


def _borrowed(verb: Token, depth: int) -> Token | None:
    head = verb.head
    if head.i == verb.i:
        return None
    if verb.i > 1 and verb.nbor(-1).lower_ == "as" and verb.nbor(-2).pos_ == "VERB":
        # "..., Akar was quoted as saying."
        return _subject_of_any(verb.nbor(-2), depth)
    if verb.dep_ == "conj":
        return _speaker_of_verb(head, depth + 1) if head.pos_ in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"} else None
    if verb.dep_ == "xcomp":
        return child(head, "obj", "iobj") or _subject_of_any(head, depth)
    if verb.dep_ in {"advcl", "parataxis", "ccomp"}:
        return _subject_of_any(_sayer_above(verb, head), depth)
    if verb.dep_ in {"acl", "acl:relcl"}:
        above = _sayer_above(verb, head)
        if above.i != head.i:
            return _subject_of_any(above, depth)
        return _described(head, depth)
    return None


def _sayer_above(verb: Token, head: Token) -> Token:
    """ "He argued that a ban would help, saying it works": `saying` belongs to `argued`, whatever the parse hangs it on."""
    if verb.tag_ != "VBG" or verb.i == 0 or verb.nbor(-1).text not in BEFORE_PARTICIPLE:
        return head
    clause = head
    while clause.dep_ in SUBORDINATE and clause.head.i < verb.i and clause.head.i != clause.i:
        clause = clause.head
    subject = child(clause, *SUBJECTS, "nsubj:pass")
    return clause if subject is not None and may_speak(subject) else head


def _subject_of_any(verb: Token, depth: int) -> Token | None:
    """The subject of `verb`, be it active or passive: "officials were quoted as saying"."""
    own = child(verb, "nsubj", "nsubj:pass", "nsubj:outer")
    if own is not None:
        return _antecedent(verb, own)
    return _borrowed(verb, depth + 1) if depth <= DEEPEST else None


def _described(noun: Token, depth: int) -> Token | None:
    if not is_document(noun):
        return noun
    owner = _giver_of_document(noun)
    if owner is not None:
        return owner
    if noun.dep_ in {"obj", "obl"} and noun.head.pos_ == "VERB":
        return _subject_of_any(noun.head, depth + 1) or noun
    return noun


def _giver_of_document(noun: Token) -> Token | None:
    owner = child(noun, "nmod:poss")
    if owner is not None:
        return owner
    for dependent in noun.children:
        if dependent.dep_ == "nmod" and any(
            c.dep_ == "case" and c.lower_ in {"by", "from"} for c in dependent.children
        ):
            return dependent
    return None
