"""Voices: who is quoted most, and on which side; what is undecided stands apart from taking no side."""

import altair as alt
import pandas as pd

from s400data.charts.fonts import shorten, text_width
from s400data.charts.happenings import country_label
from s400data.charts.themes import Theme
from s400data.tables import value_label

SIDES = ("supports", "opposes", "neutral", "undecided")
SPEAKER = "speaker"
ROW, BAR = 46, 13
NAME_SIZE, NAME_WIDTH = 14.0, 350.0
# The longest bar leaves the rest of the width to the words beside it.
BAR_SHARE = 0.58


def voices(speakers: pd.DataFrame, *, theme: Theme) -> alt.LayerChart | None:
    """A bar for each of `speakers` (columns of SPEAKER_VIEW), cut by side, name above it; None without a row.

    The selection called "speaker" holds the speaker_id of the bar that was clicked.
    """
    if speakers.empty:
        return None
    rows = speakers.reset_index(drop=True)
    names = pd.DataFrame(
        {
            "speaker_id": rows["speaker_id"],
            "place": rows.index * ROW,
            "name": [_name(row, theme) for _, row in rows.iterrows()],
            "sum": [_sum(row) for _, row in rows.iterrows()],
            "until": rows["quotations"],
        }
    )
    parts = _parts(rows)
    domain = [0, int(rows["quotations"].max()) / BAR_SHARE]
    x = alt.X("from:Q", axis=None, scale=alt.Scale(domain=domain))
    y = alt.Y("top:Q", axis=None, scale=alt.Scale(domain=[len(rows) * ROW, 0], nice=False))
    picked = alt.selection_point(name=SPEAKER, on="click", fields=["speaker_id"], empty=False)
    bars = (
        alt.Chart(parts)
        .mark_rect(strokeWidth=1, cursor="pointer")
        .encode(
            x=x,
            x2="to:Q",
            y=y,
            y2="bottom:Q",
            color=alt.Color(
                "side:N", legend=None, scale=alt.Scale(domain=list(SIDES), range=[theme.sides[side] for side in SIDES])
            ),
            # What is undecided is pale; its outline is what tells it from the paper.
            stroke=alt.condition("datum.side == 'undecided'", alt.value(theme.muted), alt.value(theme.paper)),
            tooltip=[alt.Tooltip("words:N", title="Side"), alt.Tooltip("n:Q", title="Quotations")],
        )
        .add_params(picked)
    )
    heads = alt.Chart(names.assign(top=names["place"] + 12))
    beside = alt.Chart(names.assign(top=names["place"] + 24 + BAR / 2))
    name = heads.mark_text(align="left", baseline="middle", fontSize=NAME_SIZE, color=theme.ink, x=0)
    sums = beside.mark_text(align="left", baseline="middle", dx=7, fontSize=12, color=theme.muted)
    figure: alt.LayerChart = (
        alt.layer(bars, name.encode(y=y, text="name:N"), sums.encode(x=alt.X("until:Q"), y=y, text="sum:N"))
        .properties(height=len(rows) * ROW, background=theme.paper)
        .configure(font=theme.font, padding=0)
        .configure_view(stroke=None)
    )
    return figure


def _parts(rows: pd.DataFrame) -> pd.DataFrame:
    parts = []
    for place, (_, row) in enumerate(rows.iterrows()):
        start = 0
        for side in SIDES:
            n = int(row[side])
            if n:
                top = place * ROW + 24
                words = value_label("overall", side)
                cells = {"side": side, "from": start, "to": start + n, "n": n, "words": words}
                parts.append({"speaker_id": row["speaker_id"], "top": top, "bottom": top + BAR, **cells})
            start += n
    return pd.DataFrame(parts)


def _name(row: pd.Series, theme: Theme) -> str:
    place = row["speaker_role"] if _known(row["speaker_role"]) else ""
    country = country_label(row["speaker_country"]) if _known(row["speaker_country"]) else ""
    name = str(row["speaker_name"])
    # "senior US State Department official (unnamed)" says its role, "Turkish Foreign Minister" its country.
    told = [word for word in (place, country) if word and word.lower() not in name.lower()]
    for about in (", ".join(told), *told):
        line = f"{name} · {about}" if about else name
        if text_width(line, NAME_SIZE, font=theme.metrics) <= NAME_WIDTH:
            return line
    return shorten(name, NAME_WIDTH, NAME_SIZE, font=theme.metrics)


def _sum(row: pd.Series) -> str:
    told = [f"{int(row[side])} {value_label('overall', side).lower()}" for side in SIDES if row[side]]
    return " · ".join(told)


def _known(value: object) -> bool:
    return isinstance(value, str) and bool(value)
