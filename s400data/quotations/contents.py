"""Contents: the words a word of saying reports, by the frame it stands in."""

from collections.abc import Iterator

from spacy.tokens import Token

from s400data.quotations.asides import find_aside, read_around, read_phrase
from s400data.quotations.clauses import read_clause
from s400data.quotations.drafts import Content
from s400data.quotations.layout import Layout
from s400data.quotations.lists import read_list
from s400data.quotations.objects import read_charge, read_complement, read_infinitive, read_object, read_topic
from s400data.quotations.uses import Use


def find_content(layout: Layout, use: Use, source: Token | None) -> Content | None:
    """The first content that one of the frames of `use` finds."""
    return next(_contents(layout, use, source), None)


def _contents(layout: Layout, use: Use, source: Token | None) -> Iterator[Content]:
    if use.part == "phrase":
        yield from read_phrase(layout, use, source)
        return
    yield from read_list(layout, use)
    aside = find_aside(layout, use)
    if aside is not None:
        yield from read_around(layout, use, aside)
        return
    if "complement" in use.frames:
        yield from read_complement(layout, use)
    if "clause" in use.frames:
        yield from read_clause(layout, use, source)
    yield from _weaker(layout, use)


def _weaker(layout: Layout, use: Use) -> Iterator[Content]:
    if "infinitive" in use.frames:
        yield from read_infinitive(layout, use)
    if "topic" in use.frames:
        yield from read_topic(layout, use)
    if "charge" in use.frames:
        yield from read_charge(layout, use)
    if "object" in use.frames and use.part == "verb":
        yield from read_object(layout, use)
