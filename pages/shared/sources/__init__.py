"""Sources: the parts of the comparison of outlets, each a function that draws one question and its answer."""

from collections.abc import Callable
from dataclasses import dataclass

from pages.shared.frame import PageContext
from pages.shared.sources.conflicts import draw_conflicts
from pages.shared.sources.copies import draw_copies
from pages.shared.sources.matrix import draw_matrix
from pages.shared.sources.sides import draw_sides
from pages.shared.sources.statements import draw_statements
from pages.shared.sources.voices import draw_voices
from pages.shared.sources.wording import draw_wording


@dataclass(frozen=True, slots=True)
class Part:
    """One question of the comparison: its name in the URL, its title, what it answers, what draws it."""

    name: str
    title: str
    question: str
    draw: Callable[[PageContext], None]


PARTS = (
    Part("events", "Events", "Which outlet reports which event, first, differently, or not at all?", draw_matrix),
    Part("facts", "Conflicting facts", "Where do reports of one event contradict each other?", draw_conflicts),
    Part("voices", "Voices", "Whom does each outlet let speak, and how much?", draw_voices),
    Part("sides", "Sides", "Which side are the quoted voices on?", draw_sides),
    Part("wording", "Wording", "Which words set an outlet apart, and what does it call the same thing?", draw_wording),
    Part("statements", "Same statement", "How does each outlet carry the same words of one speaker?", draw_statements),
    Part("copies", "Shared text", "Which articles share text, and so count as one origin?", draw_copies),
)
