"""Occurrences: one real event behind the several mentions that articles make of it.

Three outlets date one contract to "2017", "December 2017" and "12 September 2017": one occurrence with three versions,
the interval that most of them support, who reported it first, and the dates they disagree on. Nothing is averaged.
"""

from s400data.occurrences.building import build_occurrences, link_events
from s400data.occurrences.reports import Disagreement, EventReport, Link, Occurrence, Version

__all__ = ["Disagreement", "EventReport", "Link", "Occurrence", "Version", "build_occurrences", "link_events"]
