"""Things: the objects, amounts, quantities and places that belong to an event."""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from s400data.events.clauses import OBLIQUES, PREDICATES, conjuncts, preposition
from s400data.events.context import noun_phrase
from s400data.knowledge.event_types import load_word_classes
from s400data.knowledge.objects import object_patterns, objects_possible_in
from s400data.language.syntax import CLAUSES, children

AMOUNT = re.compile(
    r"(?:(?:US|[A-Z]{1,3})?[$€£¥₽₺]|USD |EUR )\s?\d[\d.,]*(?:[ -]?(?:thousand|million|billion|trillion|bn|mn|m|k)\b)?"
    r"|\b\d[\d.,]*(?:[ -](?:thousand|million|billion|trillion|bn))?[ -]"
    r"(?:(?:US )?dollars?|euros?|roubles?|rubles?|lira|pounds)\b",
    re.I,
)
COUNT = (
    r"(?:\d{1,3}(?:,\d{3})*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred"
    r"|first|second|third|another)"
)
PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "off"})
REFERS_BACK = frozenset({"the", "this", "these", "those", "that", "such", "its"})
FARTHEST = 400


def find_objects(clause: Token, trigger: Span, text: str) -> tuple[str, ...]:
    """Names of the objects, amounts and quantities in the clause around `trigger`, in reading order."""
    start, end = _clause_range(clause, trigger)
    named = {
        match.start(): entry.name
        for entry, pattern in objects_possible_in(text)
        for match in pattern.finditer(text, start, end)
    }
    named |= {match.start(): match.group().strip() for match in AMOUNT.finditer(text, start, end)}
    named |= {match.start(): match.group() for match in _quantity_pattern().finditer(text, start, end)}
    if not any(name in _weapon_names() for name in named.values()):
        named |= dict(_earlier_weapon(clause, start, end, text))
    return tuple(dict.fromkeys(named[place] for place in sorted(named)))


def find_place(head: Token, clause: Token) -> str | None:
    """Where the event takes place: "in Baku", "on the sidelines of a NATO meeting"."""
    for token in dict.fromkeys((head, clause)):
        for noun in children(token, *OBLIQUES):
            place = _place(noun)
            if place is not None:
                return place
        for inner in children(token, "obj"):
            place = next((found for noun in children(inner, "nmod") if (found := _place(noun)) is not None), None)
            if place is not None:
                return place
    return None


def clause_of(token: Token) -> Token:
    """The verb or predicate whose clause holds `token`."""
    while (
        token.head.i != token.i and token.pos_ not in PREDICATES and token.dep_ not in ("ccomp", "parataxis", "advcl")
    ):
        token = token.head
    return token


def _place(noun: Token) -> str | None:
    if preposition(noun) in PLACE_PREPOSITIONS and noun.ent_type_ in ("LOC", "GPE"):
        return noun_phrase(noun).text.removeprefix("the ")
    if noun.lower_ == "sidelines":
        return next((_without_article(noun_phrase(other).text) for other in children(noun, "nmod")), None)
    return None


def _without_article(words: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", words, flags=re.I)


def _clause_range(clause: Token, trigger: Span) -> tuple[int, int]:
    """Offsets of the clause, without coordinated and subordinate clauses that do not hold the trigger."""
    start, end = trigger.start, trigger.end
    for part in conjuncts(clause) if clause.i == trigger.root.i else (clause,):
        for dependent in part.children:
            if dependent.dep_ in (*CLAUSES, "punct", "cc") and not _holds_content(dependent):
                continue
            start, end = min(start, dependent.left_edge.i), max(end, dependent.right_edge.i + 1)
    return clause.doc[start].idx, clause.doc[end - 1].idx + len(clause.doc[end - 1])


def _holds_content(clause: Token) -> bool:
    return clause.dep_ in ("ccomp", "xcomp", "advcl") and clause.pos_ in (*PREDICATES, "ADJ")


def _earlier_weapon(clause: Token, start: int, end: int, text: str) -> Iterator[tuple[int, str]]:
    """The weapon that "the system", "these batteries" in the clause stands for: the last one named before."""
    general = load_word_classes()["weapon"]
    span = clause.doc.char_span(start, end, alignment_mode="expand")
    nouns = (token for token in span or () if token.pos_ == "NOUN" and token.lemma_ in general)
    noun = next(
        (token for token in nouns if any(word.lower_ in REFERS_BACK for word in children(token, "det", "nmod:poss"))),
        None,
    )
    if noun is None:
        return
    # "the jets" are no missiles, but "the equipment" may be anything.
    telling = {word for entry, _ in object_patterns() for word in entry.nouns}
    window = text[max(0, noun.idx - FARTHEST) : noun.idx]
    found = [
        (match.end(), entry.name)
        for entry, pattern in object_patterns()
        for match in pattern.finditer(window)
        if entry.kind == "weapon" and (noun.lemma_ in entry.nouns or not (entry.nouns and noun.lemma_ in telling))
    ]
    if found:
        yield noun.idx, max(found)[1]


def _weapon_names() -> frozenset[str]:
    return frozenset(entry.name for entry, _ in object_patterns() if entry.kind == "weapon")


def _quantity_pattern() -> re.Pattern[str]:
    units = "|".join(sorted(load_word_classes()["counted"]))
    # "four S-400 batteries", "a second regiment", "36 F-35 jets"
    return re.compile(
        rf"(?<![\w‑–—.,$€£-]){COUNT}"
        rf"(?:[ -](?!{COUNT}\b|[mb]illion\b)[\w-]+){{0,3}}?[ -](?:{units}|batteries)(?:s|es)?\b",
        re.I,
    )
