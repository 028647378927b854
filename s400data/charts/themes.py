"""Themes: the colours and type of every chart and page, for light and for dark."""

from dataclasses import dataclass, replace
from typing import Literal

ThemeName = Literal["light", "dark"]

SANS = '"Source Sans", "Source Sans 3", "Source Sans Pro", "Helvetica Neue", Arial, sans-serif'
# What the font is called in its own file, which need not be what a browser knows it by.
FILE_FONT = "Source Sans Pro"
WHITE = "#ffffff"
SERIF = '"Source Serif", "Source Serif 4", "Source Serif Pro", Georgia, serif'


@dataclass(frozen=True, slots=True)
class Theme:
    """One look: `paper` behind everything, `band` for every second lane, `ink` for words, `muted` for their margins.

    `families` colours the families of event types, `sides` the sides of the affair's main axis. Its hues differ
    in lightness too, so that they hold for colour-blind readers, and no meaning rests on colour alone. `metrics`
    names the widths in fonts.py that `font` is measured by.
    """

    name: ThemeName
    paper: str
    band: str
    ink: str
    muted: str
    rule: str
    accent: str
    highlight: str
    families: tuple[str, ...]
    sides: dict[str, str]
    outlets: tuple[str, ...]
    font: str = SANS
    metrics: str = "Source Sans"


LIGHT = Theme(
    name="light",
    paper="#fdfcf9",
    band="#f4f2ec",
    ink="#1f2328",
    muted="#6b6f76",
    rule="#dcd8cd",
    accent="#1f5a8c",
    highlight="#ffe9a8",
    families=("#0c6d50", "#6c4593", "#b6281e", "#c47200", "#2279b9", "#7f6e3b", "#1f2328", "#7d828a"),
    sides={"supports": "#2d6da8", "opposes": "#c9601c", "neutral": "#8b8f96", "undecided": "#e7e4db"},
    outlets=("#115384", "#cc6d0b", "#206142", "#bb579c", "#7f683d", "#258da9", "#7150ac", "#6b6f76"),
)

DARK = Theme(
    name="dark",
    paper="#15181d",
    band="#1c2127",
    ink="#e9e6df",
    muted="#9aa0a8",
    rule="#343a44",
    accent="#8dbce6",
    highlight="#5c4a12",
    families=("#84c497", "#b185cf", "#ec716e", "#f3a44b", "#81c0f9", "#d9b67c", "#e9e6df", "#9aa0a8"),
    sides={"supports": "#74b0e6", "opposes": "#f0935a", "neutral": "#7d838c", "undecided": "#3d444e"},
    outlets=("#77bcfb", "#eea346", "#6ebe99", "#f8a4cf", "#d5b97c", "#8ae3f8", "#a489cc", "#9aa0a8"),
)


def for_files(theme: Theme) -> Theme:
    """`theme` for charts that leave the screen: in the one font that comes with the program, on white paper or dark."""
    return replace(theme, font=FILE_FONT, paper=WHITE if theme.name == "light" else theme.paper)


def find_theme(name: str | None) -> Theme:
    """The theme called `name`; light where a browser has not said what it shows."""
    return DARK if name == "dark" else LIGHT
