"""Figures: what a chart that leaves the screen is made from: the store, a selection, and what is stamped on it."""

from s400data.figures.citations import cite_events
from s400data.figures.drawing import FIGURES, SPEAKERS, Chart, Drawing, Style
from s400data.figures.stamps import Stamp, build_stamp, narrow_in_words

__all__ = ["FIGURES", "SPEAKERS", "Chart", "Drawing", "Stamp", "Style", "build_stamp", "cite_events", "narrow_in_words"]
