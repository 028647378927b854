"""Symbols: the shape and colour that stand for a type of event.

Types of one kind share a colour (deals, hardware, punishment, pressure, words, institutions, force); within a colour,
and mostly across colours, each has a shape of its own, so that a reader who sees no colours still tells them apart.
"""

from dataclasses import dataclass
from zlib import crc32

CIRCLE = "circle"
SQUARE = "M-.9,-.9H.9V.9H-.9Z"
DIAMOND = "M0,-1.25L1.1,0L0,1.25L-1.1,0Z"
TRIANGLE = "M0,-1.1L1.15,.9H-1.15Z"
TRIANGLE_DOWN = "M0,1.1L1.15,-.9H-1.15Z"
TRIANGLE_RIGHT = "M1.1,0L-.9,1.15V-1.15Z"
PLUS = "M-.4,-1.15H.4V-.4H1.15V.4H.4V1.15H-.4V.4H-1.15V-.4H-.4Z"
SALTIRE = "M-.55,-1.1L0,-.55L.55,-1.1L1.1,-.55L.55,0L1.1,.55L.55,1.1L0,.55L-.55,1.1L-1.1,.55L-.55,0L-1.1,-.55Z"
HEXAGON = "M-.55,-1H.55L1.15,0L.55,1H-.55L-1.15,0Z"
PENTAGON = "M0,-1.15L1.1,-.35L.7,.95H-.7L-1.1,-.35Z"
SPARK = "M0,-1.4L.38,-.38L1.4,0L.38,.38L0,1.4L-.38,.38L-1.4,0L-.38,-.38Z"
STAR = "M0,-1.3L.31,-.43L1.24,-.4L.5,.16L.76,1.05L0,.53L-.76,1.05L-.5,.16L-1.24,-.4L-.31,-.43Z"
BAR = "M-1.3,-.5H1.3V.5H-1.3Z"
PAGE = "M-.7,-1.15H.35L.8,-.7V1.15H-.7Z"
HOURGLASS = "M-1,-1H1L.25,0L1,1H-1L-.25,0Z"
CHEVRON = "M-.9,-1.1H-.05L1.1,0L-.05,1.1H-.9L.2,0Z"
HOUSE = "M0,-1.2L1.1,-.15H.75V1.05H-.75V-.15H-1.1Z"

SHAPES = (CIRCLE, SQUARE, DIAMOND, TRIANGLE, PLUS, HEXAGON, PENTAGON, STAR, TRIANGLE_DOWN, TRIANGLE_RIGHT)
DEALS, HARDWARE, PUNISHMENT, PRESSURE, SPEECH, INSTITUTIONS, FORCE, REST = range(8)


@dataclass(frozen=True, slots=True)
class Symbol:
    """`colour` is a place in a theme's `families`, `shape` the path of the mark in a box from -1 to 1."""

    colour: int
    shape: str


SYMBOLS = {
    "agreement": Symbol(DEALS, SQUARE),
    "negotiation": Symbol(DEALS, HEXAGON),
    "offer": Symbol(DEALS, TRIANGLE_RIGHT),
    "payment": Symbol(DEALS, PENTAGON),
    "delivery": Symbol(HARDWARE, DIAMOND),
    "deployment": Symbol(HARDWARE, TRIANGLE_DOWN),
    "test": Symbol(HARDWARE, PLUS),
    "sanction": Symbol(PUNISHMENT, TRIANGLE),
    "exclusion": Symbol(PUNISHMENT, SALTIRE),
    "threat": Symbol(PRESSURE, SPARK),
    "warning": Symbol(PRESSURE, TRIANGLE_DOWN),
    "demand": Symbol(PRESSURE, CHEVRON),
    "rejection": Symbol(PRESSURE, BAR),
    "meeting": Symbol(SPEECH, HOURGLASS),
    "statement": Symbol(SPEECH, CIRCLE),
    "legislation": Symbol(INSTITUTIONS, PAGE),
    "appointment": Symbol(INSTITUTIONS, HOUSE),
    "military-action": Symbol(FORCE, STAR),
    "other": Symbol(REST, CIRCLE),
}


def find_symbol(event_type: str) -> Symbol:
    """The symbol of a type; a type from another affair's knowledge always gets the same one of the common shapes."""
    known = SYMBOLS.get(event_type)
    return known or Symbol(crc32(event_type.encode()) % REST, SHAPES[crc32(event_type.encode()) // 7 % len(SHAPES)])
