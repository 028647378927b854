"""Components: pieces that several pages draw: evidence, empty states, exports."""

from pages.shared.components.empty import draw_empty
from pages.shared.components.evidence import Evidence, draw_evidence
from pages.shared.components.exports import draw_exports, draw_lazy_exports, draw_pictures
from pages.shared.components.passages import highlight
from s400data.charts.dates import interval_words, published_words

__all__ = [
    "Evidence",
    "draw_empty",
    "draw_evidence",
    "draw_exports",
    "draw_lazy_exports",
    "draw_pictures",
    "highlight",
    "interval_words",
    "published_words",
]
