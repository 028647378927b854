"""Coverages: which outlet published how much, when."""

from datetime import date

import altair as alt
import pandas as pd

from s400data.charts.calendars import name_ticks
from s400data.charts.fonts import shorten
from s400data.charts.themes import Theme
from s400data.queries import Period

ROW, SIDES = 30, 18
NAME_SIZE, NAME_WIDTH = 13.0, 150.0
SMALLEST, LARGEST = 60, 520
# Width of a digit in a dot, and what is left free beside the digits and between two dots, their rims included.
DIGIT, FREE = 6, 3
NOT_KNOWN = "Outlet not known"
# Longest span in months in which a dot stands for a month, and for a quarter.
MANY_MONTHS, MANY_QUARTERS = 24, 96


def fitting_period(first: date | None, last: date | None) -> Period:
    """What a dot stands for in a figure of articles published from `first` to `last`."""
    if first is None or last is None:
        return "month"
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return "month" if months <= MANY_MONTHS else "quarter" if months <= MANY_QUARTERS else "year"


def coverage(counts: pd.DataFrame, *, theme: Theme, period: Period = "month") -> alt.LayerChart | None:
    """Outlets in rows, time to the right, a dot for each `period` sized by its articles; None without a row.

    `counts` has the columns of COVERAGE_VIEW. Hollow dots stand for dates known less exactly than the period.
    """
    if counts.empty:
        return None
    named = counts["outlet"].where(counts["outlet"].notna() & (counts["outlet"] != ""), NOT_KNOWN)
    short = [shorten(name, NAME_WIDTH, NAME_SIZE, font=theme.metrics) for name in named]
    rows = counts.assign(outlet=named, name=short, words=[_words(n) for n in counts["articles"]])
    order = _order(rows)
    y = alt.Y("name:N", sort=order, title=None, axis=_names_axis(theme))
    axis, padded = _time_axis(rows["period"], theme), alt.Scale(padding=SIDES)
    x = alt.X("period:T", title=f"a dot for each {period}", axis=axis, scale=padded)
    most = max(int(rows["articles"].max()), 2)
    size = alt.Size("articles:Q", legend=None, scale=alt.Scale(domain=[1, most], range=_sizes(rows)))
    tooltip = [
        alt.Tooltip("outlet:N", title="Outlet"),
        alt.Tooltip("period:T", title="From", format="%B %Y"),
        alt.Tooltip("words:N", title="Published"),
    ]
    fill = alt.condition("datum.precise", alt.value(theme.accent), alt.value(theme.paper))
    dots = alt.Chart(rows).mark_circle(opacity=0.9, stroke=theme.accent, strokeWidth=1.4)
    marks = dots.encode(x=x, y=y, size=size, tooltip=tooltip, fill=fill)
    layers = [marks]
    if (several := rows.loc[rows["articles"] > 1]).size:
        numbers = alt.Chart(several).mark_text(fontSize=11, color=theme.paper, fontWeight=600)
        shown = alt.condition(_fits(), alt.value(1), alt.value(0))
        layers.append(numbers.encode(x=x, y=y, text="articles:Q", opacity=shown))
    figure: alt.LayerChart = (
        alt.layer(*layers)
        .properties(height=alt.Step(ROW), background=theme.paper)
        .configure(font=theme.font, padding={"left": 0, "right": 4, "top": 4, "bottom": 0})
        .configure_view(stroke=None)
    )
    return figure


def _sizes(rows: pd.DataFrame) -> list[alt.ExprRef]:
    """Areas of the smallest and the largest dot, such that no dot touches the next one in its row at any width."""
    span = rows["period"].max() - rows["period"].min()
    nearest = rows.sort_values("period").groupby("name")["period"].diff().min()
    share = 1.0 if pd.isna(nearest) or not nearest else nearest / span
    room = f"pow(max((width - {2 * SIDES}) * {share:.5f} - {FREE}, 2), 2)"
    return [alt.ExprRef(f"min({SMALLEST}, {room} / 2)"), alt.ExprRef(f"min({LARGEST}, {room})")]


def _fits() -> str:
    """Whether a dot has room for its number, as Vega asks it; none has where dots are kept small for want of room."""
    wide = f"{FREE} + {DIGIT} * length(toString(datum.articles))"
    return f"range('size')[1] == {LARGEST} && sqrt(scale('size', datum.articles)) > {wide}"


def _names_axis(theme: Theme) -> alt.Axis:
    return alt.Axis(
        domain=False, ticks=False, labelColor=theme.ink, labelFontSize=NAME_SIZE, labelLimit=200, labelPadding=10,
        grid=True, gridColor=theme.rule, gridOpacity=0.7,
    )  # fmt: skip


def _order(rows: pd.DataFrame) -> list[str]:
    """Outlets with most articles first, those with as many in the order they began; the unknown one last."""
    named = rows.groupby("name").agg(articles=("articles", "sum"), first=("period", "min")).reset_index()
    unknown = named["name"] == NOT_KNOWN
    ordered = named.assign(unknown=unknown).sort_values(
        ["unknown", "articles", "first", "name"], ascending=[True, False, True, True]
    )
    return list(ordered["name"])


def _time_axis(periods: "pd.Series[pd.Timestamp]", theme: Theme) -> alt.Axis:
    ticks, names = name_ticks(periods.min().date(), periods.max().date())
    return alt.Axis(
        grid=False, labelColor=theme.muted, labelFontSize=12, domainColor=theme.rule, tickColor=theme.rule,
        values=ticks, format=names, labelOverlap=True,
        titleColor=theme.muted, titleFontSize=12, titleFontWeight=400, titleAnchor="end",
    )  # fmt: skip


def _words(n: int) -> str:
    return f"{n:,} {'article' if n == 1 else 'articles'}"
