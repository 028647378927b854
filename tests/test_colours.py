"""Colours: words and marks stand out from what lies behind them, and hues hold for readers who lack a kind of cone."""

import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from s400data.charts.contrasts import contrast
from s400data.charts.symbols import SYMBOLS, find_symbol
from s400data.charts.themes import DARK, LIGHT, for_files
from tests.colour_vision import DEFICIENCIES, distance, simulate

WORDS, MARKS = 4.5, 3.0
# Plain at a glance; what differs less must differ in shape.
APART = 11.0
STYLES = Path(__file__).resolve().parents[1] / "pages" / "shared" / "styles"
PAIR = r"light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)"
THEMES = pytest.mark.parametrize(
    "theme", [LIGHT, DARK, for_files(LIGHT), for_files(DARK)], ids=["light", "dark", "light paper", "dark paper"]
)


def pairs(pattern):
    """Each match in the style sheets: the file, then its light and its dark colour."""
    return [
        (file.name, dict(zip(("light", "dark"), found, strict=True)))
        for file in sorted(STYLES.glob("*.css"))
        for found in re.findall(pattern + PAIR, file.read_text(encoding="utf-8"))
    ]


@THEMES
def test_words_of_charts_stand_out(theme):
    for ground in (theme.paper, theme.band):
        for ink in (theme.ink, theme.muted, theme.accent):
            assert contrast(ink, ground) >= WORDS, (ink, ground)
    assert contrast(theme.ink, theme.highlight) >= WORDS


@THEMES
def test_marks_stand_out(theme):
    for ground in (theme.paper, theme.band):
        for colour in (*theme.families, *theme.outlets):
            assert contrast(colour, ground) >= MARKS, (colour, ground)
    # What is undecided is pale and has an outline.
    outlined = theme.sides | {"undecided": theme.muted}
    assert min(contrast(colour, theme.paper) for colour in outlined.values()) >= MARKS


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_words_of_pages_stand_out(theme):
    inks = pairs(r"(?<![\w-])color: ")
    assert len(inks) >= 5
    weak = [(file, ink[theme.name]) for file, ink in inks if contrast(ink[theme.name], theme.paper) < WORDS]
    assert weak == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_words_on_the_marks_of_an_article_stand_out(theme):
    named = re.findall(r"--([\w-]+): " + PAIR, (STYLES / "article.css").read_text(encoding="utf-8"))
    colours = {name: {"light": light, "dark": dark}[theme.name] for name, light, dark in named}
    for ground in ("quotation", "found", "card"):
        assert contrast(colours["ink"], colours[ground]) >= WORDS, ground
    for line in ("event", "date", "actor", "quotation-ink"):
        assert contrast(colours[line], theme.paper) >= MARKS, line


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_colours_hold_for_every_reader(theme, deficiency):
    for colours in (theme.families, theme.outlets, tuple(theme.sides.values())):
        nearest = min(distance(one, other, deficiency) for one, other in combinations(colours, 2))
        assert nearest >= APART


def test_types_of_one_colour_differ_in_shape():
    for one, other in combinations(map(find_symbol, SYMBOLS), 2):
        assert one.colour != other.colour or one.shape != other.shape


def test_the_simulation_keeps_greys_and_confuses_what_such_readers_confuse():
    for deficiency in DEFICIENCIES:
        grey = simulate("#808080", deficiency)
        assert np.ptp([int(grey[place : place + 2], 16) for place in (1, 3, 5)]) <= 2
    assert distance("#c00000", "#5c6c00") > 60
    assert distance("#c00000", "#5c6c00", "protanopia") < 35
