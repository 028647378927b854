"""Overview: the parts of the front page."""

from pages.shared.overview.coverage import draw_coverage
from pages.shared.overview.doubts import draw_doubts, draw_imports
from pages.shared.overview.latest import draw_latest
from pages.shared.overview.numbers import draw_numbers
from pages.shared.overview.voices import draw_voices

__all__ = ["draw_coverage", "draw_doubts", "draw_imports", "draw_latest", "draw_numbers", "draw_voices"]
