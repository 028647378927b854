"""Kinds of names: what a name's own words and the words beside it say of what it names.

"Hudson River" is no state, nor is "the Putumayo" or "Natuna" before "islands"; "USS Cole" is a ship, "101st Airborne
Division" a body. "In Mostar" and "Quetta and Zahedan" are towns, not people.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Doc, Span

from s400data.knowledge.countries import load_countries
from s400data.knowledge.name_parts import load_name_parts
from s400data.knowledge.names import load_names
from s400data.knowledge.spellings import fold_letters
from s400data.knowledge.titles import title_words
from s400data.language.syntax import span_at

NAMES_OF_PLACES = frozenset({"GPE", "LOC"})
NO_PEOPLE = frozenset({"GPE", "LOC", "ORG", "MISC"})
INSIDE = frozenset({"in", "at", "near", "outside", "inside", "throughout"})
JOINTS = frozenset({",", "and", "or"})
MODIFIERS = frozenset({"compound", "amod", "nmod:desc", "nmod:poss"})


@cache
def states() -> frozenset[str]:
    """Names of states, folded."""
    return frozenset(
        fold_letters(word) for country in load_countries() for use, word in country.words() if use == "name"
    )


@cache
def places() -> frozenset[str]:
    """Names of states, regions and towns, folded."""
    return states() | {fold_letters(word) for entry in load_names() if entry.label == "GPE" for word in entry.words}


def is_place(words: str) -> bool:
    """Whether `words` are listed as a state, a region or a town."""
    return fold_letters(words) in places()


def kind_by_words(span: Span) -> str:
    """The label of `span` by its own words and those beside it, else the one it has."""
    if span.label_ not in NO_PEOPLE or is_place(span.text):
        return span.label_
    parts = load_name_parts()
    if len(span) > 1 and span[0].text in parts["MISC"].first and not span[1].is_punct:
        return "MISC"
    of_nature = parts["LOC"]
    if len(span) > 1 and (span[0].text in of_nature.first or span[-1].text in of_nature.last):
        return "LOC"
    if span.label_ == "GPE" and (_has_article(span) or _is_beside(span, of_nature.beside)):
        return "LOC"
    return span.label_


def _has_article(span: Span) -> bool:
    """Whether the name stands alone behind "the", as those of rivers and ranges do, and those of listed states."""
    doc, root = span.doc, span.root
    following = doc[span.end] if span.end < len(doc) else None
    return (
        span.start > 0
        and doc[span.start - 1].lower_ == "the"
        and not span.text.isupper()
        and root.dep_ not in MODIFIERS
        and load_name_parts()["GPE"].last.isdisjoint(token.text for token in span)
        and (following is None or (following.text != "-" and following.tag_[:2] != "NN"))
    )


def _is_beside(span: Span, words: frozenset[str]) -> bool:
    """Whether one of `words` stands right behind the name, or before it and "of"."""
    doc = span.doc
    if span.end < len(doc) and doc[span.end].text in words:
        return True
    return span.start > 1 and doc[span.start - 1].text == "of" and doc[span.start - 2].text in words


def find_joined(doc: Doc, found: Iterable[Span]) -> Iterator[Span]:
    """Names of which `found` has only a part, or nothing: of waters, ships and units."""
    parts = load_name_parts()
    for span in found:
        is_water = span.start > 1 and doc[span.start - 1].text == "of" and doc[span.start - 2].text in parts["LOC"].of
        if is_water and span.label_ in NAMES_OF_PLACES:
            yield Span(doc, span.start - 2, span.end, "LOC")
        elif span.start and doc[span.start - 1].text in parts["MISC"].first:
            yield Span(doc, span.start - 1, span.end, "MISC")
    for match in _ordinals().finditer(doc.text):
        unit = span_at(doc, *match.span())
        if unit is not None and unit.text == match[0]:
            yield Span(doc, unit.start, unit.end, "ORG")


@cache
def _ordinals() -> re.Pattern[str]:
    units = "|".join(load_name_parts()["ORG"].ordinal)
    return re.compile(rf"\d+(?:st|nd|rd|th) (?:[A-Z][\w-]+ ){{0,3}}(?:{units})\b")


def is_place_here(span: Span) -> bool:
    """Whether the sentence tells that `span`, the name of a state or town that people may bear too, is no person."""
    doc = span.doc
    if _is_person(span):
        return False
    if span.start and doc[span.start - 1].lower_ in INSIDE:
        return True
    return fold_letters(span.text) in states() or any(map(is_place, _joined_to(span)))


def _is_person(span: Span) -> bool:
    """Whether a title stands before the name, or the text gives somebody of that name in full."""
    doc = span.doc
    if span.start and doc[span.start - 1].lower_.rstrip(".") in title_words():
        return True
    named = (ent for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > len(span))
    return any(span.text in ent.text for ent in named)


def _joined_to(span: Span) -> Iterator[str]:
    """The words before and behind the name that a comma or "and" joins to it."""
    doc = span.doc
    if span.start > 1 and doc[span.start - 1].lower_ in JOINTS:
        yield doc[span.start - 2].text
    if span.end + 1 < len(doc) and doc[span.end].lower_ in JOINTS:
        yield doc[span.end + 1].text
