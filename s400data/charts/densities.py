"""Densities: how many events lie where in the whole span, as a strip to drag a stretch of time on."""

from datetime import date

import pandas as pd

from s400data.charts.calendars import name_ticks
from s400data.charts.layers import build_figure, layer, tooltip, up_to
from s400data.charts.specs import Spec
from s400data.charts.themes import Theme

BRUSH, COUNTS = "stretch", "counts"
STRIP_HEIGHT = 72
# Longest span in days for which a bar stands for a day, a week; beyond, it stands for a month.
DAYS_SPAN, WEEKS_SPAN = 120, 800


def density(
    happenings: pd.DataFrame, *, theme: Theme, width: float, start: date | None = None, end: date | None = None
) -> Spec | None:
    """Strip of the dated `happenings`, each counted at the middle of its days; None where it leaves no choice.

    The selection called "stretch" holds the days dragged over as "day"; `start` and `end` are those shown now.
    """
    dated = happenings.dropna(subset=["earliest", "latest"])
    if dated.empty:
        return None
    middle = dated["earliest"] + (dated["latest"] - dated["earliest"]) / 2
    counts = _counts(middle)
    if len(counts) == 1 and not (start or end):
        return None
    ticks, names = name_ticks(counts["day"].min().date(), counts["until"].max().date())
    axis = {
        "grid": False, "labelColor": theme.muted, "domainColor": theme.rule, "tickColor": theme.rule,
        "labelFontSize": 12, "values": ticks, "format": names, "labelFlush": True, "labelOverlap": True,
    }  # fmt: skip
    bars = layer(
        counts,
        {"type": "bar", "color": theme.accent, "opacity": 0.75},
        {
            "x": {"field": "day", "type": "temporal", "title": None, "axis": axis},
            "x2": up_to("until"),
            "y": {"field": "events", "type": "quantitative", "axis": None},
            "y2": {"datum": 0},
            "tooltip": tooltip({"words": "Events"}),
        },
        name=COUNTS,
    )
    return build_figure(
        [*([_chosen(counts, theme, start, end)] if start or end else []), bars],
        [{"name": BRUSH, "select": {"type": "interval", "encodings": ["x"]}, "views": [COUNTS]}],
        width=width,
        height=STRIP_HEIGHT,
        theme=theme,
        padding={"left": 0, "right": 0, "top": 2, "bottom": 0},
    )


def _counts(middle: pd.Series) -> pd.DataFrame:
    days = (middle.max() - middle.min()).days
    unit = "D" if days <= DAYS_SPAN else "W" if days <= WEEKS_SPAN else "M"
    periods = middle.dt.to_period(unit)
    counts = periods.value_counts().sort_index()
    first = counts.index.to_timestamp()
    until = (counts.index + 1).to_timestamp()
    words = [f"{n} · {period.start_time.day} {period.start_time:%b %Y}" for period, n in counts.items()]
    return pd.DataFrame({"day": first, "until": until, "events": counts.to_numpy(), "words": words})


def _chosen(counts: pd.DataFrame, theme: Theme, start: date | None, end: date | None) -> Spec:
    first = pd.Timestamp(start) if start else counts["day"].min()
    last = pd.Timestamp(end) if end else counts["until"].max()
    stretch = pd.DataFrame([{"day": first, "until": last}])
    mark = {"type": "rect", "color": theme.highlight, "opacity": 0.55}
    return layer(stretch, mark, {"x": {"field": "day", "type": "temporal"}, "x2": up_to("until")})
