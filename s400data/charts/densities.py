"""Densities: how many events lie where in the whole span, as a strip to drag a stretch of time on."""

from datetime import date

import altair as alt
import pandas as pd

from s400data.charts.calendars import name_ticks
from s400data.charts.themes import Theme

BRUSH = "stretch"
STRIP_HEIGHT = 72
# Longest span in days for which a bar stands for a day, a week; beyond, it stands for a month.
DAYS_SPAN, WEEKS_SPAN = 120, 800


def density(
    happenings: pd.DataFrame, *, theme: Theme, width: float, start: date | None = None, end: date | None = None
) -> alt.LayerChart | None:
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
    axis = alt.Axis(
        grid=False, labelColor=theme.muted, domainColor=theme.rule, tickColor=theme.rule, labelFontSize=12,
        values=ticks, format=names, labelFlush=True, labelOverlap=True,
    )  # fmt: skip
    x = alt.X("day:T", title=None, axis=axis)
    brush = alt.selection_interval(name=BRUSH, encodings=["x"])
    bars = (
        alt.Chart(counts)
        .mark_bar(color=theme.accent, opacity=0.75)
        .encode(
            x=x,
            x2=alt.X2("until:T"),
            y=alt.Y("events:Q", axis=None),
            y2=alt.datum(0),
            tooltip=[alt.Tooltip("words:N", title="Events")],
        )
        .add_params(brush)
    )
    layers: list[alt.Chart] = [bars]
    if start or end:
        layers.insert(0, _chosen(counts, theme, start, end))
    strip: alt.LayerChart = alt.LayerChart(
        layer=layers,
        width=width,
        height=STRIP_HEIGHT,
        background=theme.paper,
        config=alt.Config(
            font=theme.font,
            padding={"left": 0, "right": 0, "top": 2, "bottom": 0},
            view=alt.ViewConfig(stroke=None),
        ),
    )
    return strip


def _counts(middle: pd.Series) -> pd.DataFrame:
    days = (middle.max() - middle.min()).days
    unit = "D" if days <= DAYS_SPAN else "W" if days <= WEEKS_SPAN else "M"
    periods = middle.dt.to_period(unit)
    counts = periods.value_counts().sort_index()
    first = counts.index.to_timestamp()
    until = (counts.index + 1).to_timestamp()
    words = [f"{n} · {period.start_time.day} {period.start_time:%b %Y}" for period, n in counts.items()]
    return pd.DataFrame({"day": first, "until": until, "events": counts.to_numpy(), "words": words})


def _chosen(counts: pd.DataFrame, theme: Theme, start: date | None, end: date | None) -> alt.Chart:
    first = pd.Timestamp(start) if start else counts["day"].min()
    last = pd.Timestamp(end) if end else counts["until"].max()
    stretch = pd.DataFrame([{"day": first, "until": last}])
    drawn: alt.Chart = (
        alt.Chart(stretch).mark_rect(color=theme.highlight, opacity=0.55).encode(x=alt.X("day:T"), x2=alt.X2("until:T"))
    )
    return drawn
