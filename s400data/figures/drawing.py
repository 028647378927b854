"""Drawing: the figures that can be made from a store by name, for a page and for the command line alike."""

from collections.abc import Callable
from dataclasses import dataclass

import altair as alt
import pandas as pd

from s400data import queries
from s400data.charts import comparisons
from s400data.charts.coverages import coverage, fitting_period
from s400data.charts.happenings import Lanes, country_label, join_by_outlet, join_reports
from s400data.charts.specs import Spec
from s400data.charts.themes import Theme
from s400data.charts.timelines import timeline
from s400data.charts.voices import voices
from s400data.charts.windows import Window, find_outside, find_window
from s400data.comparison import count_sides, count_voices, voiced
from s400data.queries import About, Selection
from s400data.store import Store

Chart = alt.LayerChart | alt.FacetChart | alt.HConcatChart | Spec

# Speakers in the figure of those who are quoted most.
SPEAKERS = 8


@dataclass(frozen=True, slots=True)
class Style:
    """How a figure is to look.

    The rest is for the timeline: `whole` leaves no event out for lying far off, `most` keeps only so many events, those
    with most sources.
    """

    theme: Theme
    width: int
    lanes: Lanes = "country"
    whole: bool = False
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure by name: what it is called, the rows of `about` it is made from, and how these are drawn.

    `draw` returns None where the rows hold nothing that can be drawn; `needs` says what they would have to hold.
    """

    title: str
    about: About
    needs: str
    rows: Callable[[Store, Selection], pd.DataFrame]
    draw: Callable[[Store, Selection, pd.DataFrame, Style], Chart | None]


def _timeline(_store: Store, selection: Selection, events: pd.DataFrame, style: Style) -> Chart | None:
    joined = join_reports(events)
    kept = keep_most(joined, style.most)
    window = find_window(kept, usual=not style.whole, first=selection.start, last=selection.end)
    if window is None:
        return None
    shown = join_by_outlet(events) if style.lanes == "outlet" else kept
    return timeline(
        shown.loc[shown["occurrence_id"].isin(kept["occurrence_id"])],
        lanes=style.lanes,
        theme=style.theme,
        width=style.width,
        about=_left_out(joined, kept, window),
        window=window,
        on_paper=True,
    )


def keep_most(joined: pd.DataFrame, most: int | None) -> pd.DataFrame:
    """The dated rows with most sources, `most` of them, in their order; all rows where no number is given."""
    if most is None:
        return joined
    dated = joined.dropna(subset=["earliest"])
    first = dated.sort_values(["sources", "reports"], ascending=False, kind="stable").head(most)
    return dated.loc[dated.index.isin(first.index)]


def _left_out(joined: pd.DataFrame, kept: pd.DataFrame, window: Window) -> str:
    undated, outside = int(joined["earliest"].isna().sum()), len(find_outside(kept, window))
    fewer = len(joined) - undated - len(kept.dropna(subset=["earliest"]))
    told = [f"{undated:,} without a date"] if undated else []
    told += [f"{outside:,} far from the others"] if outside else []
    told += [f"{fewer:,} with fewer sources"] if fewer else []
    return f"of {len(joined):,}; not drawn: {', '.join(told)}" if told else ""


def _coverage(store: Store, selection: Selection, _articles: pd.DataFrame, style: Style) -> Chart | None:
    found = queries.overview(store, selection)
    period = fitting_period(found.first_published, found.last_published)
    chart = coverage(queries.coverage(store, selection, period), theme=style.theme, period=period)
    return chart and chart.properties(width=style.width)


def _voices(store: Store, selection: Selection, _quotations: pd.DataFrame, style: Style) -> Chart | None:
    chart = voices(queries.top_speakers(store, selection, SPEAKERS), theme=style.theme)
    return chart and chart.properties(width=style.width)


def _outlet_voices(_store: Store, _selection: Selection, quotations: pd.DataFrame, style: Style) -> Chart | None:
    counted = count_voices(voiced(quotations), "country")
    if counted.empty:
        return None
    named = counted.assign(voice=counted["voice"].map(country_label))
    return comparisons.voices(named, style.theme).properties(width=style.width)


def _sides(_store: Store, _selection: Selection, quotations: pd.DataFrame, style: Style) -> Chart | None:
    counted = count_sides(voiced(quotations))
    return None if counted.empty else comparisons.sides(counted, style.theme)


FIGURES = {
    "timeline": Drawing("What happened when", "events", "event with a date", queries.events, _timeline),
    "coverage": Drawing("Articles over time by outlet", "articles", "article with a date", queries.articles, _coverage),
    "voices": Drawing("Who is quoted most, and on which side", "quotations", "quotation", queries.quotations, _voices),
    "outlet-voices": Drawing("Whom each outlet quotes", "quotations", "quotation", queries.voices, _outlet_voices),
    "sides": Drawing("Side of the voices quoted by each outlet", "quotations", "quotation", queries.voices, _sides),
}
