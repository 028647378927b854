"""Readings: what an expression of time says by itself, before anybody knows when it was said."""

from dataclasses import dataclass
from typing import Literal

from s400data.records import TimexType

Base = Literal["speech", "story"]


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch of the calendar counted from a base: "last week" is (W, -1, speech), "that year" (Y, 0, story)."""

    unit: str
    shift: int
    base: Base


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts an expression names. What it leaves out is None and comes from the context, if from anywhere.

    `part` is a piece of a year or week as TIMEX3 writes it (Q1, H2, SU, WE); `span` the first figures of a decade or
    century; `edge` the end of the period that is meant (early, mid, late, start, end, earlier, later); `side` -1 in
    "last March", 1 in "next March"; `literal` a value that needs no context (P2Y, PRESENT_REF).
    """

    start: int
    end: int
    rule: str
    type: TimexType = "DATE"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str | None = None
    span: str | None = None
    before_christ: bool = False
    edge: str | None = None
    clock: str | None = None
    frame: Frame | None = None
    side: int | None = None
    base: Base | None = None
    literal: str | None = None
    length: tuple[str, int] | None = None
    borrows: bool = False
    alternative: tuple[int, int] | None = None
    flag: str | None = None

    @property
    def names_year(self) -> bool:
        """Whether the expression gives its year in figures."""
        return self.year is not None and not self.borrows
