"""Sources: the parts of the comparison of outlets, each a function that draws one question and its answer."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from pages.shared.address import About, read_own, write_own
from pages.shared.components.labels import count
from pages.shared.data import ask
from pages.shared.frame import PageContext
from pages.shared.sources.conflicts import draw_conflicts
from pages.shared.sources.copies import draw_copies
from pages.shared.sources.matrix import draw_matrix
from pages.shared.sources.pairs import draw_pairs
from pages.shared.sources.readings import originals, origins
from pages.shared.sources.sides import draw_sides
from pages.shared.sources.statements import draw_statements
from pages.shared.sources.voices import draw_voices
from pages.shared.sources.wording import draw_wording


@dataclass(frozen=True, slots=True)
class Part:
    """One question of the comparison: its name in the URL, its title, the rows it counts, what it answers.

    `counts` says that it adds up articles, so that copies of one story may be left out.
    """

    name: str
    title: str
    about: About
    question: str
    draw: Callable[[PageContext], None]
    counts: bool = False


PARTS = (
    Part(
        "events",
        "Events",
        "events",
        "Which outlet reports which event, first, differently, or not at all?",
        draw_matrix,
        counts=True,
    ),
    Part(
        "facts",
        "Conflicting facts",
        "events",
        "Where do reports of one event contradict each other?",
        draw_conflicts,
        counts=True,
    ),
    Part("voices", "Voices", "quotations", "Whom does each outlet let speak, and how much?", draw_voices, counts=True),
    Part("sides", "Sides", "quotations", "Which side are the quoted voices on?", draw_sides, counts=True),
    Part(
        "wording",
        "Wording",
        "articles",
        "Which words set an outlet apart, and what does it call things?",
        draw_wording,
        counts=True,
    ),
    Part(
        "statements",
        "Same statement",
        "quotations",
        "How does each outlet carry the same words?",
        draw_statements,
        counts=True,
    ),
    Part("copies", "Shared text", "articles", "Which articles share text, and so count as one origin?", draw_copies),
    Part("pair", "Side by side", "articles", "What do two articles both tell, and what only one of them?", draw_pairs),
)


# What of the URL belongs to one part: the page it is on, and what stands open at its side.
OPENED = ("page", "pairs", "event", "by", "term", "cue", "thing", "name", "voice")


def find_part(name: str | None) -> Part:
    """The part of this name; the first where there is none."""
    return next((part for part in PARTS if part.name == name), PARTS[0])


def choose_part(part: Part) -> None:
    """Draw the choice of a part; choosing another one puts it in the URL and starts the page again."""
    titles = {one.title: one for one in PARTS}
    # Without a key the control follows the URL, which a link or the Back button may have changed.
    chosen = st.segmented_control(
        "Compare", list(titles), default=part.title, required=True, label_visibility="collapsed"
    )
    if chosen and chosen != part.title:
        for param in OPENED:
            write_own(param, None)
        write_own("part", titles[chosen].name)
        st.rerun()


def count_origins_once(page: PageContext) -> PageContext:
    """Draw the switch that leaves out copies of one story, held in the URL; the page with what it selects then."""
    once = st.toggle(
        "Count copies of one story once",
        value=read_own("origins") == "once",
        help="Articles that share most of their text outside quotations have one origin; only the earliest counts.",
    )
    write_own("origins", "once" if once else None)
    if not once:
        return page
    total, independent = ask(page.store, origins, page.selection)
    st.caption(f"{count(independent, 'origin')} of {count(total, 'article')} counted.")
    return replace(page, selection=originals(page.store, page.selection))
