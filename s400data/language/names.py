"""Names: what the encoder marked as names, mended with what the knowledge files know and with the rest of the article.

A known name that means nothing else keeps its label whatever the encoder saw; a word with several meanings only fills a
gap. Titles are cut off, designations are weapons and not people, and a person or a body introduced by its full name is
known by surname or initials from then on.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from s400data.knowledge.gazetteer import Gazetteer
from s400data.knowledge.given_names import gender_of_name
from s400data.knowledge.known_names import Entry, find_hits
from s400data.knowledge.names import load_names
from s400data.knowledge.objects import ObjectKind, object_patterns
from s400data.knowledge.titles import title_words
from s400data.language.name_kinds import find_joined, is_place, is_place_here, kind_by_words
from s400data.language.syntax import span_at

ARTICLES = frozenset({"the", "a", "an"})
PARTICLES = frozenset(
    {"van", "von", "der", "den", "de", "del", "di", "da", "dos", "la", "le", "el", "al", "bin", "ibn", "-", "'", "’"}
)
LABEL_OF_OBJECT: dict[ObjectKind, str] = {"weapon": "WEAPON", "law": "LAW", "programme": "MISC", "project": "MISC"}
LABEL_OF_ACTOR = {"person": "PERSON", "organisation": "ORG", "state": "GPE"}
LABEL_OF_USE = {"name": "GPE", "capital": "GPE", "city": "GPE", "seat": "ORG", "adjective": "NORP", "people": "NORP"}
ALLIANCES = frozenset({"NATO", "EU", "UN", "INT"})
# "S-400", "Su-57", "KC-46": what a person, a place or a people is never called.
DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,3}[- ‑–]?\d{1,3}[A-Z]{0,3}s?")
PRONOUNS = frozenset({"PRP", "PRP$", "WP", "DT", "WDT"})
NAME_TAGS = frozenset({"NNP", "NNPS"})
DATELINE_MARKS = frozenset({",", "(", ":", "-", "--", "–", "—"})
NO_PEOPLES = frozenset({"GPE", "LOC", "ORG", "MISC"})
# What the encoder calls names of these labels where it is not sure: there the list decides.
VAGUER = {"LOC": "GPE", "WEAPON": "MISC"}
CLOSED_TO_DESIGNATIONS = frozenset({"PERSON", "GPE", "NORP", "LOC", "MISC"})


@dataclass(frozen=True, slots=True)
class Known:
    """Tokens that spell a known name. `common`: the words may mean something else here."""

    start: int
    end: int
    label: str
    common: bool


def mend_names(doc: Doc) -> list[Span]:
    """Names of `doc`, none overlapping, from its present entities."""
    found = [_relabelled(span) for ent in doc.ents if (span := _trimmed(ent)) is not None]
    names = _with_known(doc, found, _find_known(doc, found))
    names = _with_later_mentions(doc, names)
    return sorted(names, key=lambda span: span.start)


def _trimmed(ent: Span) -> Span | None:
    """`ent` without articles, titles, possessives and common nouns at its edges; None if nothing is left."""
    start, end, doc = ent.start, ent.end, ent.doc
    while start < end and (doc[start].lower_ in ARTICLES or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_space):
        end -= 1
    label = ent.label_
    if label == "PERSON":
        start = _after_titles(doc, start, end)
    if label == "ORG":
        start = _after_owner(doc, start, end)
    if label == "GPE":
        # "Plateau state"
        while end - start > 1 and doc[end - 1].text.islower():
            end -= 1
    # "we" and "the ministry" are no names, whoever they stand for.
    is_name = any(token.tag_ not in PRONOUNS and token.text != token.lower_ for token in doc[start:end])
    return Span(doc, start, end, label) if is_name else None


def _after_owner(doc: Doc, start: int, end: int) -> int:
    """Where the name itself begins: "Turkey's Foreign Ministry" are two names, "People's Party" is one."""
    marks = (i for i in range(end - 2, start, -1) if doc[i].tag_ == "POS" and is_place(doc[start:i].text))
    return next(marks, start - 1) + 1


def _after_titles(doc: Doc, start: int, end: int) -> int:
    titles = title_words()
    while start < end:
        longest = next(
            (n for n in range(end - start, 0, -1) if doc[start : start + n].text.lower().rstrip(".") in titles), 0
        )
        # "Major" may be somebody's surname, but only behind a first name.
        if not longest and not (doc[start].is_punct and start + 1 < end):
            break
        start += longest or 1
    return start


def _relabelled(span: Span) -> Span:
    label = span.label_
    if label in CLOSED_TO_DESIGNATIONS and DESIGNATION.fullmatch(span.text):
        label = "WEAPON"
    elif label == "ORG" and len(span) > 1 and span[-1].dep_ == "flat" and gender_of_name(span[0].text):
        # "Ivan Belov": a first name before a surname, and no noun for what kind of body it is.
        label = "PERSON"
    elif label in {"LOC", "MISC"} and _initials(span):
        label = "ORG"
    else:
        label = kind_by_words(span)
    return Span(span.doc, span.start, span.end, label)


def _find_known(doc: Doc, found: Iterable[Span]) -> list[Known]:
    """Known names in `doc`, the longest first: "Gulf of Oman" before "Oman".

    Of two as long as each other stands first what the affair knows, then what is listed with its label, then what
    belongs to a country, then what may mean something else.
    """
    text = doc.text
    things = [
        (*match.span(), LABEL_OF_OBJECT[thing.kind], False)
        for thing, pattern in object_patterns()
        for match in pattern.finditer(text)
    ]
    hits = find_hits(text)
    of_affair = [(hit.start, hit.end, *_label_of(hit.entry)) for hit in hits if hit.entry.country is None]
    of_countries = [(hit.start, hit.end, *_label_of(hit.entry)) for hit in hits if hit.entry.country is not None]
    listed = [(hit.start, hit.end, *hit.entry) for hit in _gazetteer().find(text)]
    sure = [name for name in listed if not name[-1]]
    unsure = [name for name in listed if name[-1]]
    known = [
        name
        for start, end, label, common in (*things, *of_affair, *sure, *of_countries, *unsure)
        for name in _on_tokens(doc, start, end, label, common=common)
    ]
    known += [Known(span.start, span.end, span.label_, common=False) for span in find_joined(doc, found)]
    return sorted(known, key=lambda name: name.start - name.end)


@cache
def _common_words() -> frozenset[str]:
    return frozenset(word for entry in load_names() if entry.common for word in entry.words)


@cache
def _gazetteer() -> Gazetteer[tuple[str, bool]]:
    return Gazetteer(
        (written, (entry.label, entry.common))
        for entry in load_names()
        for word in entry.words
        for written in ((word, f"{word}s") if entry.label == "WEAPON" else (word,))
    )


def _label_of(entry: Entry) -> tuple[str, bool]:
    """Label of a known name, and whether it may mean something else."""
    common = entry.is_short or entry.spelling in _common_words()
    if entry.actor is not None:
        return LABEL_OF_ACTOR[entry.actor.kind], common
    if entry.outlet is not None:
        return "ORG", common or entry.outlet.common_word
    if entry.country is not None and entry.country.code in ALLIANCES and entry.use == "name":
        return "ORG", common
    return LABEL_OF_USE[entry.use or "name"], common


def _on_tokens(doc: Doc, start: int, end: int, label: str, *, common: bool) -> Iterator[Known]:
    span = span_at(doc, start, end)
    if span is None or (span.start_char, span.end_char) != (start, end):
        return
    # "The Hindu" is listed with what it prints on its front page.
    has_article = label == "ORG" and len(span) > 1 and span[0].lower_ in ARTICLES
    first = _after_owner(doc, span.start + has_article, span.end) if label == "ORG" else span.start
    yield Known(first, span.end, label, common)


def _with_known(doc: Doc, found: list[Span], known: Iterable[Known]) -> list[Span]:
    """`found` with known names put in, the earlier kinds of knowledge before the later."""
    by_token = _by_token(found)
    taken: set[int] = set()
    for name in known:
        words = range(name.start, name.end)
        if not taken.isdisjoint(words):
            continue
        rivals = list(dict.fromkeys(by_token[i] for i in words if i in by_token))
        if not _may_stand(doc, name, rivals):
            continue
        for rival in rivals:
            for i in range(rival.start, rival.end):
                del by_token[i]
        by_token |= _by_token([Span(doc, name.start, name.end, name.label)])
        taken.update(words)
    return list(dict.fromkeys(by_token.values()))


def _by_token(names: Iterable[Span]) -> dict[int, Span]:
    return {i: span for span in names for i in range(span.start, span.end)}


def _may_stand(doc: Doc, name: Known, rivals: list[Span]) -> bool:
    if not rivals:
        return not name.common or all(
            token.tag_ in NAME_TAGS or (name.label == "NORP" and token.tag_[0] == "J")
            for token in doc[name.start : name.end]
        )
    if any(span.start < name.start or span.end > name.end for span in rivals):
        # "Emine Erdogan", "Turkish Foreign Ministry": what is known is a part of the name.
        return False
    rival = rivals[0]
    if not name.common or len(rivals) > 1 or len(rival) < name.end - name.start:
        return not name.common or len(rivals) == 1
    return _overrules(doc, name, rival)


def _overrules(doc: Doc, name: Known, rival: Span) -> bool:
    """Whether `name`, which may mean something else, is rather what is known than what the encoder saw in its words."""
    if name.label == "PERSON":
        # "Washington" may be a person, "Jordan" too: there the sentence decides. But "Pompeo" is no body and no place.
        return _gives_way(rival) or _is_dateline(doc, name)
    if name.label == "GPE":
        is_place_here_too = rival.label_ == "PERSON" and is_place_here(rival)
        return _gives_way(rival) or is_place_here_too or _is_dateline(doc, name)
    if name.label == "NORP":
        return rival.label_ in NO_PEOPLES and rival[0].tag_ == "NNPS"
    return rival.label_ == VAGUER.get(name.label)


def _is_dateline(doc: Doc, name: Known) -> bool:
    """Whether a paragraph begins with the name in capitals and a dash, a colon or the like: "WASHINGTON (AP)"."""
    begins = name.start == 0 or "\n" in doc[name.start - 1].text
    letters = doc[name.start : name.end].text
    return begins and letters.isupper() and doc[name.end : name.end + 1].text in DATELINE_MARKS


def _with_later_mentions(doc: Doc, names: list[Span]) -> list[Span]:
    """`names` with surnames of the people and initials of the bodies that the article gives in full."""
    labels = {surname: "PERSON" for span in names if span.label_ == "PERSON" for surname in _surnames(span)}
    labels |= {initials: "ORG" for span in names if span.label_ == "ORG" and (initials := _initials(span))}
    if not labels:
        return names
    by_token = _by_token(names)
    for token in doc:
        label = labels.get(token.text)
        if label is None or token.tag_ not in NAME_TAGS or _is_in_longer_name(token.i, by_token, doc):
            continue
        present = by_token.get(token.i)
        if present is None or (present.label_ != label and _gives_way(present)):
            by_token[token.i] = Span(doc, token.i, token.i + 1, label)
    return list(dict.fromkeys(by_token.values()))


def _gives_way(span: Span) -> bool:
    """Whether the encoder's label of a lone word yields to what is known otherwise; a known place stays one."""
    return span.label_ in {"ORG", "LOC", "MISC", "WEAPON"} or (span.label_ == "GPE" and not is_place(span.text))


def _surnames(person: Span) -> Iterator[str]:
    if len(person) > 1 and person[-1].text[:1].isupper() and len(person[-1].text) > 1:
        yield person[-1].text


def _initials(body: Span) -> str | None:
    """The capitals in brackets right behind the full name of a body."""
    doc, end = body.doc, body.end
    if (
        len(body) > 1
        and end + 2 < len(doc)
        and doc[end].text == "("
        and doc[end + 2].text == ")"
        and doc[end + 1].text.isupper()
    ):
        return doc[end + 1].text
    return None


def _is_in_longer_name(i: int, by_token: dict[int, Span], doc: Doc) -> bool:
    """Whether the token is a part of a longer name, marked or not: "Trump Tower", "the Erdogan University"."""
    if i in by_token and len(by_token[i]) > 1:
        return True
    following = doc[i + 1] if i + 1 < len(doc) else None
    return (
        following is not None
        and following.tag_ in NAME_TAGS
        and doc[i].head.i == following.i
        and doc[i].dep_ == "compound"
    )


@Language.component("s400_names", requires=["token.tag", "doc.ents"], assigns=["doc.ents"])
def fill_names(doc: Doc) -> Doc:
    """Set the entities of `doc` to its mended names."""
    doc.set_ents(mend_names(doc), default="outside")
    return doc
