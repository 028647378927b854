"""Importing: the parts of the Import page."""

from pages.shared.importing.intakes import current_intake
from pages.shared.importing.progress import draw_progress
from pages.shared.importing.reports import choose_run, draw_report
from pages.shared.importing.rereadings import draw_changes, draw_stale
from pages.shared.importing.reviews import draw_corrections, draw_review
from pages.shared.importing.uploads import draw_uploads

__all__ = [
    "choose_run",
    "current_intake",
    "draw_changes",
    "draw_corrections",
    "draw_progress",
    "draw_report",
    "draw_review",
    "draw_stale",
    "draw_uploads",
]
