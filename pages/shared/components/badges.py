"""Badges: the side and the position of a statement as a sign with its word, told apart by shape as well as colour."""

from html import escape
from typing import Any

from pages.shared.components.labels import is_known
from s400data.tables import band_precision, value_label

SIGNS = {
    "supports": "▲",
    "opposes": "▼",
    "neutral": "■",
    "undecided": "○",
    "conditional": "◆",
    "mixed": "◐",
    "no-stance": "■",
    "unclear": "○",
}


def badge(column: str, value: object) -> str:
    """HTML of a badge for the side ("overall") or position ("polarity") `value`."""
    name = str(value)
    words = escape(value_label(column, value))
    return f'<span class="badge {escape(name)}"><span aria-hidden="true">{SIGNS.get(name, "■")}</span> {words}</span>'


def _certainty(band: object) -> str:
    words, numbers = band_precision(band)
    label = escape(value_label("band", band))
    return f'<span class="band" title="{escape(numbers)}">{label}{", " if words else ""}{escape(words)}</span>'


def position_line(stance: Any) -> str:  # noqa: ANN401 - a mapping or a row
    """HTML of one position: what it is on, which way, what the words do, why, and how certain."""
    parts = [
        badge("polarity", stance["polarity"]),
        f'<span class="on">{escape(value_label("target", stance["target"]))}</span>',
        f'<span class="posture">{escape(value_label("posture", stance["posture"]).lower())}</span>',
        _certainty(stance["band"]),
    ]
    if is_known(stance["strength"]):
        parts.append(f'<span class="band">{escape(value_label("strength", stance["strength"]).lower())}</span>')
    why = escape(str(stance["explanation"]))
    return f'<span class="position">{" ".join(parts)}<span class="why">{why}</span></span>'
