"""Names: what in a `Doc` is written as a name of a person, an organisation or a country.

Known spellings come first, the model's entities fill in names nobody listed, and a capitalised pair behind a title
("Senator Jane Doe") is a person even where the model saw nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from s400data.knowledge.bodies import body_words
from s400data.knowledge.gazetteer import Hit
from s400data.knowledge.known_names import Entry, find_hits
from s400data.knowledge.titles import TitleWord, title_words
from s400data.language.syntax import span_at

NameKind = Literal["person", "organisation", "state", "adjective", "city"]

# "S-400", "F-35A", "Su-57": designations of things.
_DESIGNATION = re.compile(r"\b[A-Z][A-Za-z]{0,3}[- ‑–]?\d+[A-Z]{0,3}\b")
_LONGEST_PERSON = 6
_LONGEST_SPELLING = 15
_LONGEST_ABBREVIATION = 4
# "Menendez, D-N.J.": the party is no person.
_SHORTEST = 2
_NO_TITLE = TitleWord("", "", is_plural=False, country=None, gender=None, is_loose=False)
_PARTICLES = frozenset(
    {"van", "von", "der", "den", "de", "del", "di", "da", "dos", "la", "le", "el", "al", "bin", "ibn"}
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written: tokens `start` to `end`, and the entry it spells if it is a known one."""

    start: int
    end: int
    kind: NameKind
    words: str
    entry: Entry | None

    def covers(self, token: int) -> bool:
        """Whether the token with index `token` is part of the name."""
        return self.start <= token < self.end


Hits = dict[int, tuple[Span, Hit[Entry]]]


def find_names(doc: Doc) -> tuple[Name, ...]:
    """Names in `doc` in reading order, none overlapping. Weapons and other designations are no names here."""
    hits = {span.start: (span, hit) for hit in find_hits(doc.text) if (span := _tokens_of(doc, hit)) is not None}
    taken: dict[int, Name] = {}
    known = list(_known(doc, hits))
    actors = [name for name in known if name.entry is not None and name.entry.country is None]
    places = [name for name in known if name.entry is not None and name.entry.country is not None]
    in_places = {i for place in places for i in range(place.start, place.end)}
    # What looks like an organisation may be a country: "New Zealand", but not "New Zealand Herald".
    organisations = [name for name in _organisations(doc) if not in_places.issuperset(range(name.start, name.end))]
    for candidate in (*_persons(doc, hits), *actors, *organisations, *known, *_titled_persons(doc)):
        if not any(i in taken for i in range(candidate.start, candidate.end)):
            taken.update(dict.fromkeys(range(candidate.start, candidate.end), candidate))
    names = sorted(set(taken.values()), key=lambda name: name.start)
    return tuple(sorted((*_surnames(doc, names), *_abbreviations(doc, names)), key=lambda name: name.start))


def _surnames(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """`names`; a place or new body that bears the surname of somebody in the article is a person: "Paris said"."""
    surnames = {name.words.split()[-1] for name in names if name.kind == "person"}
    for name in names:
        is_place = name.kind == "state" and doc[name.start].dep_ in {"obl", "nmod"}
        is_open = name.kind == "state" or (name.kind == "organisation" and name.entry is None)
        if is_open and not is_place and name.words in surnames:
            yield Name(name.start, name.end, "person", name.words, None)
        else:
            yield name


def _abbreviations(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Abbreviations that follow an organisation in brackets, wherever they stand: "WHO"."""
    taken = {i for name in names for i in range(name.start, name.end)}
    spelled = {
        doc[name.end + 1].text
        for name in names
        if name.kind == "organisation"
        and name.end + 1 < len(doc)
        and doc[name.end].text == "("
        and doc[name.end + 1].text.isupper()
    }
    for token in doc:
        if token.text in spelled and token.i not in taken:
            yield Name(token.i, token.i + 1, "organisation", token.text, None)


def _tokens_of(doc: Doc, hit: Hit[Entry]) -> Span | None:
    span = span_at(doc, hit.start, hit.end)
    # A spelling inside a longer token ("US-made" kept whole) still stands for its country, nothing else.
    if span is None or (span.end_char - span.start_char != hit.end - hit.start and hit.entry.country is None):
        return None
    return span


def _persons(doc: Doc, hits: Hits) -> Iterator[Name]:
    """Persons the model found, with titles and possessives cut off, unless a known place or body is all there is."""
    for ent in doc.ents:
        if ent.label_ != "PERSON" or _DESIGNATION.search(ent.text):
            continue
        inside = [
            span for span, hit in _near(hits, ent.start, ent.end) if _is_no_part(span, hit) and _overlap(span, ent)
        ]
        start, end = _trimmed(doc, ent.start, ent.end, inside)
        is_saint = start > 0 and doc[start - 1].lower_ in {"st.", "st", "saint"}
        if start < end and not is_saint and not _is_body(start, end, hits):
            end = _to_last_flat(doc, start, end)
            if len(doc[start:end].text) < _SHORTEST:
                continue
            person = _person(doc, start, end, hits)
            is_body = _is_called_a_body(doc, start, hits) or _is_abbreviation(doc, start, end)
            if person.entry is None and is_body:
                yield Name(start, end, "organisation", doc[start:end].text, None)
            else:
                yield person


def _is_no_part(span: Span, hit: Hit[Entry]) -> bool:
    """Whether what a hit spells is no part of a person's name: "German" is one in "German Ortega"."""
    is_first_name = hit.entry.use in {"adjective", "people"} and span[0].tag_ == "NNP"
    return hit.entry.actor is None and not is_first_name


def _to_last_flat(doc: Doc, start: int, end: int) -> int:
    """End of a name with the surname the model left out: "Jeb" of "Jeb Bush"."""
    while end < len(doc) and doc[end].dep_ == "flat" and start <= doc[end].head.i < end and doc[end].text[:1].isupper():
        end += 1
    return end


def _is_abbreviation(doc: Doc, start: int, end: int) -> bool:
    return end - start == 1 and doc[start].text.isupper() and 1 < len(doc[start].text) <= _LONGEST_ABBREVIATION


def _is_called_a_body(doc: Doc, start: int, hits: Hits) -> bool:
    """Whether the word before says that a name is no person's: "the newspaper La Voz".

    In "head of the Rostec state corporation Ivan Belov" that word ends a name of its own.
    """
    if start == 0 or doc[start - 1].lower_ not in body_words() or doc[start - 1].tag_ != "NN":
        return False
    return not any(span.end == start for span, _ in _near(hits, start, start))


def _near(hits: Hits, start: int, end: int) -> Iterator[tuple[Span, Hit[Entry]]]:
    """Hits that may touch the tokens from `start` to `end`."""
    return (hits[i] for i in range(start - _LONGEST_SPELLING, end) if i in hits)


def _overlap(span: Span, ent: Span) -> bool:
    return span.start < ent.end and ent.start < span.end


def _trimmed(doc: Doc, start: int, end: int, places: list[Span]) -> tuple[int, int]:
    titles = title_words()
    if end - start == 1 and start > 0 and titles.get(doc[start - 1].lower_, _NO_TITLE).role == "honorific":
        # "Mr. Singer"
        return start, end
    while start < end and (_is_title(doc[start], titles) or any(place.start <= start < place.end for place in places)):
        # "Chelsea Clinton", "Paris Hilton": a place that opens a name of several words may be part of it.
        start += 1
    while start < end and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return start, end


def _is_title(token: Token, titles: dict[str, TitleWord]) -> bool:
    return token.lower_ in titles or token.lower_.rstrip(".") in titles or token.is_punct


def _is_body(start: int, end: int, hits: Hits) -> bool:
    spelled = hits.get(start)
    if spelled is None:
        return False
    span, hit = spelled
    is_person = hit.entry.actor is not None and hit.entry.actor.kind == "person"
    return span.end >= end and not is_person


def _person(doc: Doc, start: int, end: int, hits: Hits) -> Name:
    """The person at these tokens; known only if the whole name, or all the model saw of it, is a known spelling."""
    for span, hit in _near(hits, start, end):
        actor = hit.entry.actor
        if actor is not None and actor.kind == "person" and span.start <= start and span.end >= end:
            return Name(span.start, span.end, "person", span.text, hit.entry)
    return Name(start, end, "person", doc[start:end].text, None)


def _known(doc: Doc, hits: Hits) -> Iterator[Name]:
    for span, hit in hits.values():
        entry = hit.entry
        if (entry.is_short and _is_part_of_longer_name(doc, span)) or (entry.outlet and not _is_outlet(doc, span)):
            continue
        yield Name(span.start, span.end, _kind_of(entry), span.text, entry)


def _is_outlet(doc: Doc, span: Span) -> bool:
    """Whether a spelling of an outlet is one here: "Independent" in "Independent School District" is not."""
    start, end = span.start, span.end
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    if any(token.ent_type_ for token in span):
        return len(span) >= end - start or span[0].ent_type_ == "PERSON"
    return len(span) > 1 or span.text.isupper()


def _kind_of(entry: Entry) -> NameKind:
    if entry.actor is not None:
        return "person" if entry.actor.kind == "person" else "organisation"
    if entry.outlet is not None:
        return "organisation"
    if entry.use == "city":
        return "city"
    return "adjective" if entry.use in {"adjective", "people"} else "state"


def _is_part_of_longer_name(doc: Doc, span: Span) -> bool:
    """Whether a surname follows another first name: "Emine Erdogan" is not the president."""
    if span.start == 0:
        return False
    before = doc[span.start - 1]
    is_name = before.tag_ == "NNP" and before.text[:1].isupper() and before.lower_.rstrip(".") not in title_words()
    return is_name and (before.dep_ == "flat" or before.ent_type_ == "PERSON" or span[0].dep_ == "flat")


def _organisations(doc: Doc) -> Iterator[Name]:
    for ent in doc.ents:
        if ent.label_ != "ORG" or _DESIGNATION.search(ent.text) or not any(c.isupper() for c in ent.text):
            continue
        start, end = ent.start, ent.end
        while start < end and doc[start].lower_ in {"the", "a", "an"}:
            start += 1
        while start < end and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct):
            end -= 1
        if start < end and not _is_common_ministry(doc, start, end):
            yield Name(start, end, "organisation", doc[start:end].text, None)


def _is_common_ministry(doc: Doc, start: int, end: int) -> bool:
    """Whether "the Foreign Ministry" stands there without saying whose: a description, for all its capitals."""
    while start > 0 and doc[start - 1].tag_ in {"JJ", "NNP"} and doc[start].is_title:
        start -= 1
    written = doc[start:end].text.lower()
    is_definite = start > 0 and doc[start - 1].lower_ == "the"
    return is_definite and written in body_words() and "ministry" in written


def _titled_persons(doc: Doc) -> Iterator[Name]:
    """Capitalised words right behind a title that the model did not mark: "Senator Jane Doe"."""
    titles = title_words()
    for token in doc[:-1]:
        if (
            token.lower_ not in titles
            or titles[token.lower_].is_plural
            or doc[token.i + 1].ent_type_ not in {"", "PERSON", "MISC"}
        ):
            continue
        end = token.i + 1
        while end < len(doc) and end - token.i <= _LONGEST_PERSON and _continues_name(doc[end]):
            end += 1
        start = token.i + 1
        fewest = 1 if titles[token.lower_].role == "honorific" else 2
        if end - start >= fewest and doc[end - 1].text[:1].isupper() and doc[start].text[:1].isupper():
            yield Name(start, end, "person", doc[start:end].text, None)


def _continues_name(token: Token) -> bool:
    if token.lower_ in _PARTICLES:
        return True
    return (
        token.pos_ == "PROPN"
        and token.text[:1].isupper()
        and token.lower_ not in title_words()
        and not _DESIGNATION.search(token.text)
    )
