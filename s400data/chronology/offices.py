"""Office-holders: persons a text names together with an office, and the days that office was theirs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from s400data.chronology.written import sentence_around
from s400data.knowledge.actors import load_terms
from s400data.knowledge.spellings import fold_letters


@dataclass(frozen=True, slots=True)
class OfficeTerm:
    """One person's term in one office; an open end is None."""

    person: str
    names: tuple[str, ...]
    titles: tuple[str, ...]
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """A mention of a person with an office: who, as what, and the span of days in which that was so.

    Several terms in the same office make one mention with the widest span that covers them.
    """

    person: str
    title: str
    first: date | None
    last: date | None
    start: int
    end: int


# Words between title and name or name and title may only be glue: "foreign minister of Turkey, Mevlut Cavusoglu".
_REACH = 60
_NOT_NOW = re.compile(
    r"\b(?:former|then|ex|late|outgoing|incoming|predecessor|successor|nominee|candidate|designate|elect|next|previous"
    r"|acting|deputy|assistant|under|vice|future|served as|who was|was then|when he was|when she was)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"[.!?;]\s|\n|\"|“|”")


@lru_cache(maxsize=16)
def office_holders_in(text: str, terms: tuple[OfficeTerm, ...] | None = None) -> tuple[OfficeHolder, ...]:
    """Find persons named with an office they hold as `text` is written.

    Left out: former and future offices, deputies of the office, and sentences that name a year: they may look back.
    """
    known = load_office_terms() if terms is None else terms
    if not known:
        return ()
    folded = fold_letters(text)
    named = _terms_by_name(known)
    holders: dict[tuple[int, str], OfficeHolder] = {}
    for start, name in _find_names(folded, known):
        # "Brown" the spokesman, not "brown" the colour.
        if text[start].isupper():
            for found in _held_at(text, folded, (start, start + len(name)), named[name]):
                key = (found.start, found.person)
                holders[key] = _widest(holders[key], found) if key in holders else found
    return tuple(holders[key] for key in sorted(holders))


def _held_at(text: str, folded: str, span: tuple[int, int], terms: list[OfficeTerm]) -> Iterator[OfficeHolder]:
    if _YEAR.search(text, *sentence_around(text, *span)):
        return
    for term in terms:
        title = _title_at(folded, span, term)
        if title:
            yield OfficeHolder(term.person, title, term.first, term.last, *span)


def _title_at(folded: str, span: tuple[int, int], term: OfficeTerm) -> str | None:
    start, end = span
    before = _BREAK.split(folded[max(0, start - _REACH) : start])[-1]
    after = _BREAK.split(folded[end : end + _REACH])[0]
    for title in sorted(term.titles, key=len, reverse=True):
        words = fold_letters(title)
        if words not in before and words not in after:
            continue
        spot = re.search(rf"\b{re.escape(words)}\b", before)
        if spot and _is_glue(before[spot.end() :]) and not _NOT_NOW.search(before[: spot.start()][-30:]):
            return title
        apposed = re.match(rf", (?:the )?(?:[\w.']+ ){{0,2}}{re.escape(words)}\b", after)
        if apposed and not _NOT_NOW.search(apposed[0]):
            return title
    return None


def _is_glue(words: str) -> bool:
    """Whether `words` between a title and a name only say whose title it is."""
    return len(words.split()) <= 3 and not re.search(r"\b(?:and|his|her|told|said|to|with|by|from|as)\b", words)


def _widest(one: OfficeHolder, other: OfficeHolder) -> OfficeHolder:
    first = min(one.first, other.first) if one.first and other.first else None
    last = max(one.last, other.last) if one.last and other.last else None
    return OfficeHolder(one.person, one.title, first, last, one.start, one.end)


@cache
def _terms_by_name(terms: tuple[OfficeTerm, ...]) -> dict[str, list[OfficeTerm]]:
    named: dict[str, list[OfficeTerm]] = {}
    for term in terms:
        for name in {fold_letters(name) for name in term.names}:
            named.setdefault(name, []).append(term)
    return named


def _find_names(folded: str, terms: tuple[OfficeTerm, ...]) -> Iterator[tuple[int, str]]:
    """Place and words of each name, the longest where several begin; none inside another."""
    by_word = _names_by_word(terms)
    end = 0
    for word in _WORD.finditer(folded):
        start = word.start()
        for name in by_word.get(word[0], ()) if start >= end else ():
            if folded.startswith(name, start) and not _WORD.match(folded, start + len(name)):
                yield start, name
                end = start + len(name)
                break


@cache
def _names_by_word(terms: tuple[OfficeTerm, ...]) -> dict[str, list[str]]:
    """Names by their first word, the longest first."""
    names: dict[str, list[str]] = {}
    for name in sorted(_terms_by_name(terms), key=len, reverse=True):
        names.setdefault(_WORD.findall(name)[0], []).append(name)
    return names


@cache
def load_office_terms() -> tuple[OfficeTerm, ...]:
    """Read the terms of office of the persons in the actor knowledge."""
    return tuple(
        OfficeTerm(term.actor.name, term.actor.names, term.office.titles, term.office.first, term.office.last)
        for term in load_terms()
        if term.actor.kind == "person"
    )
