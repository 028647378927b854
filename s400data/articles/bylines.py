"""Bylines: lines that name who wrote an article."""

import re
from dataclasses import dataclass

from s400data.knowledge.datelines import dateline_cities
from s400data.knowledge.outlets import outlet_named
from s400data.knowledge.spellings import fold_letters

_LONGEST = 160
_MOST_NAME_WORDS = 4
_PART = r"(?:[A-ZÀ-ÖØ-ÞĞİŞÇÖÜ][\w’'.-]*|de|van|der|von|al|el|bin|ben|la|le|da|di)"
_NAME = rf"[A-ZÀ-ÖØ-ÞĞİŞÇÖÜ][\w’'.-]*(?: {_PART}){{0,3}}"
_NAMES = rf"{_NAME}(?:(?:, | and | & |, and ){_NAME}){{0,5}}"
_BY = re.compile(
    r"^(?:(?i:(?:(?:story|text|words|report|article|analysis|opinion|written|posted|published|reported|compiled)\s+)?by\s*:?)"
    rf"|(?i:authors?|writer|correspondent|byline)\s*:)\s+(?P<names>{_NAMES})(?P<rest>.*)$"
)
_WIRE = re.compile(rf"\b[Rr]eporting by (?P<names>{_NAMES})")
_BARE = re.compile(rf"^{_NAME}(?: and {_NAME})?$")
_DESK = re.compile(
    r"\b(?:staff|desk|team|agenc(?:y|ies)|news|editor|editors|newsroom|service|reporters?|correspondents?|wires?|admin|online|bureau)\b",
    re.IGNORECASE,
)
_REST = re.compile(
    r"^\W*(?:[\w’'&./ ]{0,60}"
    r"\b(?:correspondent|editor|reporter|staff|writer|columnist|analyst|agency|news|service|bureau|chief)\b"
    r"[\w ,’'&./-]{0,40}|(?:with )?[A-Z][\w’'&. ]{0,40})?\W*$"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """Who signed: persons' names as printed, or a desk or outlet (`author` is None then)."""

    author: str | None
    signed: str
    rest: str


def read_byline(text: str) -> Byline | None:
    """Read a line such as "By Jane Doe, Defense Correspondent"; None for other lines."""
    if len(text) > _LONGEST:
        return None
    match = _BY.match(text)
    if not match:
        return None
    names, rest = match["names"].strip(" ,"), match["rest"]
    if not _REST.match(re.sub(r"\d{1,2}[:.]\d\d|\d+", "", rest)) and not re.match(r"^\s*[|/•·,–—-]|^\s+[-–—:]", rest):
        return None
    return Byline(_person(names), names, rest.strip(" ,|-–—•·:"))


def read_wire_credit(text: str) -> str | None:
    """The reporter of "(Reporting by Jane Doe; Editing by ...)", None without one."""
    match = _WIRE.search(text)
    return _person(match["names"]) if match else None


def read_name(text: str) -> str | None:
    """A line that is nothing but a person's name of two to four words, as bylines without "by" are."""
    text = text.strip(" ,|")
    name, placed, city = text.partition(" in ")
    if placed and fold_letters(city) in dateline_cities():
        text = name
    words = len(text.split())
    is_shouted = text.isupper() and (words == _MOST_NAME_WORDS or _names_city(text))
    if not _BARE.match(text) or text.lower().startswith("by ") or not 2 <= words <= 2 * _MOST_NAME_WORDS or is_shouted:
        return None
    return _person(text)


def _names_city(text: str) -> bool:
    """Whether a line in capitals holds the city of a desk: "ISTANBUL DIPLOMACY"."""
    return any(fold_letters(word) in dateline_cities() for word in text.split())


def _person(names: str) -> str | None:
    kept = [
        name for name in re.split(r", and |, | and | & ", names) if not outlet_named(name) and not _DESK.search(name)
    ]
    kept = [name for name in kept if len(name.split()) > 1 or (len(kept) == 1 and name.istitle() and len(name) > 3)]
    return ", ".join(kept) or None
