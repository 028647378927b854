"""Comparisons: figures of how outlets differ, from the frames of `comparison`."""

import altair as alt
import pandas as pd

from s400data.charts.contrasts import legible_on
from s400data.charts.themes import Theme
from s400data.comparison import order_outlets

Figure = alt.LayerChart | alt.FacetChart | alt.HConcatChart

SIDE_LABELS = {"supports": "For", "opposes": "Against", "neutral": "Takes no side", "undecided": "Not decided"}
OTHERS = "All others"
# More colours than this cannot be told apart; the rest of the voices share one.
MOST_VOICES = 7
ROW = 34
# Room for axis and legend in figures that are fitted to the page.
AXES = 84
SIDES_WIDTH, UNDECIDED_WIDTH = 560, 170
# An axis that is so much longer than its bars has room for their numbers.
LABELLED = 1.25
# A bar that is a smaller share of the longest row has no room for its number.
NARROWEST = 0.025


def voices(counted: pd.DataFrame, theme: Theme, *, measure: str = "statements") -> Figure:
    """Bars of the voices each outlet lets speak; `counted` has outlet, voice, statements, words."""
    rows = _grouped(counted, measure)
    # A click on a bar opens its quotations.
    chosen = alt.selection_point(name="voice", fields=["outlet", "voice"], on="click", empty=False)
    order = [*rows.groupby("voice")[measure].sum().drop(OTHERS, errors="ignore").sort_values(ascending=False).index]
    order += [OTHERS] if OTHERS in set(rows["voice"]) else []
    rows = rows.assign(place=rows["voice"].map({voice: n for n, voice in enumerate(order)}))
    rows = rows.sort_values(["outlet", "place"])
    rows = rows.assign(end=rows.groupby("outlet")[measure].cumsum())
    rows = rows.assign(start=rows["end"] - rows[measure], middle=rows["end"] - rows[measure] / 2)
    rows = rows.assign(ink=[legible_on(theme.outlets[place]) for place in rows["place"]])
    rows = rows.assign(wide=rows[measure] >= NARROWEST * rows["end"].max())
    base = alt.Chart(rows).encode(y=_outlet_axis(rows["outlet"]))
    bars = base.mark_bar(height={"band": 0.62}, stroke=theme.paper, strokeWidth=1.5, cursor="pointer").encode(
        x=alt.X("start:Q", title=measure.capitalize(), axis=alt.Axis(grid=True, tickMinStep=1)),
        x2="end:Q",
        color=alt.Color(
            "voice:N",
            scale=alt.Scale(domain=order, range=list(theme.outlets)[: len(order)]),
            legend=alt.Legend(title=None, orient="top", columns=4, labelLimit=260),
        ),
        tooltip=[
            alt.Tooltip("outlet:N", title="Outlet"),
            alt.Tooltip("voice:N", title="Voice"),
            alt.Tooltip("statements:Q", title="Statements"),
            alt.Tooltip("words:Q", title="Words"),
            alt.Tooltip("direct:Q", title="Direct"),
            alt.Tooltip("indirect:Q", title="In paraphrase"),
        ],
    )
    numbers = _numbers(base.transform_filter("datum.wide"), measure)
    layers = alt.layer(bars.add_params(chosen), numbers).resolve_scale(color="independent")
    return _configured(layers.properties(height=ROW * max(rows["outlet"].nunique(), 1) + AXES), theme)


def sides(counted: pd.DataFrame, theme: Theme) -> Figure:
    """Shares of the sides among the decided voices of each outlet; undecided ones are counted in a panel apart."""
    rows = counted.assign(label=counted["side"].map(SIDE_LABELS))
    decided = rows.loc[(rows["side"] != "undecided") & (rows["statements"] > 0)]
    order = {side: n for n, side in enumerate(SIDE_LABELS)}
    decided = decided.assign(place=decided["side"].map(order)).sort_values(["outlet", "place"])
    ends = decided.groupby("outlet")["share"].cumsum()
    decided = decided.assign(start=ends - decided["share"], end=ends, middle=ends - decided["share"] / 2)
    decided = decided.assign(ink=[legible_on(theme.sides[side]) for side in decided["side"]])
    shown = [side for side in SIDE_LABELS if side != "undecided"]
    base = alt.Chart(decided).encode(y=_outlet_axis(rows["outlet"]))
    bars = base.mark_bar(height={"band": 0.62}, stroke=theme.paper, strokeWidth=1.5).encode(
        x=alt.X(
            "start:Q",
            title="Share of statements with a side decided",
            axis=alt.Axis(format="%", grid=True, tickCount=5),
        ),
        x2="end:Q",
        color=alt.Color(
            "label:N",
            scale=alt.Scale(domain=[SIDE_LABELS[s] for s in shown], range=[theme.sides[s] for s in shown]),
            legend=alt.Legend(title=None, orient="top"),
        ),
        tooltip=[
            alt.Tooltip("outlet:N", title="Outlet"),
            alt.Tooltip("label:N", title="Side"),
            alt.Tooltip("statements:Q", title="Statements"),
            alt.Tooltip("decided:Q", title="of decided"),
            alt.Tooltip("share:Q", title="Share", format=".0%"),
        ],
    )
    height = ROW * max(rows["outlet"].nunique(), 1)
    shares = alt.layer(bars, _numbers(base, "statements")).resolve_scale(color="independent")
    panels = [shares.properties(height=height, width=SIDES_WIDTH)]
    if ((rows["side"] == "undecided") & (rows["statements"] > 0)).any():
        panels.append(_undecided(rows, theme).properties(height=height, width=UNDECIDED_WIDTH))
    return _configured(alt.hconcat(*panels, spacing=28), theme)


def _undecided(rows: pd.DataFrame, theme: Theme) -> alt.LayerChart | alt.FacetChart:
    """Undecided statements of each outlet, hollow."""
    open_ones = rows.loc[(rows["side"] == "undecided") & (rows["statements"] > 0)]
    apart = alt.Chart(open_ones).encode(y=_outlet_axis(rows["outlet"], labels=False))
    hollow = apart.mark_bar(height={"band": 0.62}, fill=theme.band, stroke=theme.muted, strokeDash=[3, 2]).encode(
        x=alt.X(
            "statements:Q",
            title="Statements not decided",
            scale=alt.Scale(domain=[0, max(4, LABELLED * open_ones["statements"].max())], nice=False),
            axis=alt.Axis(grid=True, format="d", tickCount=4),
        ),
        tooltip=[alt.Tooltip("outlet:N", title="Outlet"), alt.Tooltip("statements:Q", title="Not decided")],
    )
    count = apart.mark_text(align="left", dx=5, color=theme.ink, fontSize=12).encode(
        x="statements:Q", text="statements:Q"
    )
    return alt.layer(hollow, count)


def terms(scored: pd.DataFrame, theme: Theme, *, here: str, there: str) -> Figure:
    """Log-odds of terms with 95 % intervals; `scored` has the columns of `compare_wording`, `here` leans right."""
    rows = scored.assign(
        lean=[here if odds > 0 else there for odds in scored["log_odds"]],
        uses=scored["here"].astype(str) + " : " + scored["there"].astype(str),
    )
    order = list(rows.sort_values("log_odds", ascending=False)["term"])
    # A click on a term opens its sentences.
    chosen = alt.selection_point(name="term", fields=["term"], on="click", empty=False)
    base = alt.Chart(rows).encode(
        y=alt.Y("term:N", sort=order, title=None, axis=alt.Axis(labelLimit=220, labelFontSize=13)),
        color=alt.Color(
            "lean:N",
            scale=alt.Scale(domain=[here, there], range=[theme.outlets[0], theme.outlets[1]]),
            legend=alt.Legend(title="Used more by", orient="top", labelLimit=300),
        ),
        opacity=alt.condition("datum.set_apart", alt.value(1.0), alt.value(0.45)),
        tooltip=[
            alt.Tooltip("term:N", title="Term"),
            alt.Tooltip("here:Q", title=f"Uses, {here}"),
            alt.Tooltip("there:Q", title=f"Uses, {there}"),
            alt.Tooltip("log_odds:Q", title="Log-odds", format=".2f"),
            alt.Tooltip("low:Q", title="95 % from", format=".2f"),
            alt.Tooltip("high:Q", title="to", format=".2f"),
            alt.Tooltip("z:Q", title="z", format=".2f"),
        ],
    )
    ranges = base.mark_rule(strokeWidth=2).encode(
        x=alt.X("low:Q", title=f"← {there}, log-odds, {here} →", axis=alt.Axis(tickCount=8)), x2="high:Q"
    )
    points = base.mark_point(filled=True, size=90, cursor="pointer").encode(
        x="log_odds:Q",
        shape=alt.Shape("lean:N", scale=alt.Scale(domain=[here, there], range=["circle", "square"]), legend=None),
    )
    numbers = base.mark_text(align="left", dx=8, fontSize=11).encode(
        x="high:Q", text="uses:N", color=alt.value(theme.muted), opacity=alt.value(1)
    )
    zero = alt.Chart(pd.DataFrame({"x": [0]})).mark_rule(color=theme.ink, strokeWidth=1).encode(x="x:Q")
    layers = alt.layer(zero, ranges, points.add_params(chosen), numbers)
    return _configured(layers.properties(height=24 * max(len(rows), 1) + AXES), theme)


def to_dated_rows(facts: pd.DataFrame) -> pd.DataFrame:
    """Rows for the figure `dates`, by outlet; `facts` has outlet, earliest, latest, words, conflicts."""
    place = {outlet: n for n, outlet in enumerate(order_outlets(facts["outlet"]))}
    cells = facts[["outlet", "words", "earliest", "latest"]]
    rows = cells.assign(
        until=facts["latest"] + pd.Timedelta(days=1),
        exact=facts["latest"] == facts["earliest"],
        state=["contradicted" if found else "agrees with all" for found in facts["conflicts"]],
    )
    return rows.sort_values("outlet", key=lambda outlets: outlets.map(place), kind="stable", ignore_index=True)


def dates(theme: Theme) -> Figure:
    """Days each report allows, one row an outlet, for any rows of `to_dated_rows`: a page draws it many times."""
    base = alt.Chart().encode(
        y=alt.Y("outlet:N", sort=None, title=None, axis=alt.Axis(labelLimit=200, labelFontSize=13)),
        color=alt.Color(
            "state:N",
            scale=alt.Scale(domain=["contradicted", "agrees with all"], range=[theme.families[2], theme.families[4]]),
            legend=None,
        ),
        tooltip=[alt.Tooltip("outlet:N", title="Outlet"), alt.Tooltip("words:N", title="Date")],
    )
    axis = alt.Axis(grid=True, tickCount=4, format="%-d %b %Y", labelFontSize=12, labelOverlap=True)
    bars = base.mark_bar(height=9, cornerRadius=4, opacity=0.55).encode(
        x=alt.X("earliest:T", title=None, scale=alt.Scale(padding=12), axis=axis), x2="until:T"
    )
    # An exact day is too narrow for a bar to be seen.
    exact = base.transform_filter("datum.exact")
    marks = exact.mark_point(filled=True, size=90, opacity=1).encode(
        x="earliest:T",
        shape=alt.Shape(
            "state:N",
            scale=alt.Scale(domain=["contradicted", "agrees with all"], range=["diamond", "circle"]),
            legend=None,
        ),
    )
    return _configured(alt.layer(bars, marks).properties(height=alt.Step(28)), theme)


def _grouped(counted: pd.DataFrame, measure: str) -> pd.DataFrame:
    totals = counted.groupby("voice")[measure].sum().sort_values(ascending=False)
    kept = set(totals.index[:MOST_VOICES])
    named = counted.assign(voice=counted["voice"].where(counted["voice"].isin(kept), OTHERS))
    numbers = ["statements", "words", "direct", "mixed", "indirect"]
    return named.groupby(["outlet", "voice"], as_index=False)[numbers].sum()


def _outlet_axis(outlets: "pd.Series[str]", *, labels: bool = True) -> alt.Y:
    axis = alt.Axis(labelLimit=220, labelFontSize=13, ticks=False, domain=False) if labels else None
    # A layer may lack some of the outlets; each keeps its row all the same.
    order = order_outlets(outlets)
    return alt.Y("outlet:N", sort=order, scale=alt.Scale(domain=order), title=None, axis=axis)


def _numbers(bars: alt.Chart, measure: str) -> alt.Chart:
    """Numbers in the middle of bars, each in the ink that reads on its bar."""
    numbers: alt.Chart = bars.mark_text(fontWeight=600, fontSize=12).encode(
        x="middle:Q", text=f"{measure}:Q", color=alt.Color("ink:N", scale=None)
    )
    return numbers


def _configured(chart: Figure, theme: Theme) -> Figure:
    text = {"labelColor": theme.ink, "titleColor": theme.muted, "labelFont": theme.font, "titleFont": theme.font}
    figure: Figure = (
        chart.configure(background="transparent", font=theme.font)
        .configure_view(stroke=None)
        .configure_axis(gridColor=theme.rule, domainColor=theme.rule, tickColor=theme.rule, titleFontWeight=400, **text)
        .configure_legend(labelColor=theme.ink, titleColor=theme.muted, labelFontSize=13, titleFontWeight=400)
    )
    return figure
