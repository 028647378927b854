"""Sheets: the blocks of a page while it is decided which of them are the article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from s400data.articles.blocks import Block, content_words
from s400data.knowledge.furniture import CompiledRule, Effect, load_furniture_rules


@dataclass(slots=True)
class Sheet:
    """Blocks with, for each that is cut, the reason."""

    blocks: list[Block]
    reasons: dict[int, str] = field(default_factory=dict)

    def cut(self, place: int, reason: str) -> None:
        """Mark a block as furniture; the first reason given stands."""
        self.reasons.setdefault(place, reason)

    def is_cut(self, place: int) -> bool:
        return place in self.reasons

    def kept(self, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Places of the blocks not cut, from `start` up to `end`."""
        stop = len(self.blocks) if end is None else end
        return (place for place in range(start, stop) if place not in self.reasons)

    def vocabulary(self, *, without: int | None = None) -> frozenset[str]:
        """Content words of the running text not cut, one block left out."""
        prose = (self.blocks[n].text for n in self.kept() if n != without and self.blocks[n].is_prose)
        return frozenset().union(*map(content_words, prose))


def line_rule(text: str, *effects: Effect) -> CompiledRule | None:
    """The first rule with one of `effects` that matches the whole of `text`."""
    return next((r for r in load_furniture_rules() if r.effect in effects and r.pattern.fullmatch(text)), None)


def found_rule(text: str, effect: Effect) -> re.Match[str] | None:
    """Where the first rule with `effect` is found in `text`."""
    return next((m for r in load_furniture_rules() if r.effect == effect and (m := r.pattern.search(text))), None)
