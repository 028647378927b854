"""Sides: two speakers, or two periods of one, side by side on one target."""

from datetime import date, timedelta
from html import escape

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.shared import address
from pages.shared.components.badges import badge
from pages.shared.components.labels import count, day, rows_of
from pages.shared.data import ask
from pages.shared.escaping import plain
from pages.shared.frame import PageContext
from pages.shared.quotes.compared import is_compared
from pages.shared.quotes.profile import statement_line
from pages.shared.quotes.readings import positions
from pages.shared.quotes.speakers import PERIODS, SPLIT, TARGET, said_by
from s400data.tables import value_label

MOST = 30


def draw_sides(page: PageContext, names: dict[str, str], one: str, other: str) -> None:
    """Draw what speaker `one` says beside what `other` says, or beside what they said themselves before a day."""
    compared = is_compared(page)
    speakers = (one,) if other == PERIODS else (one, other)
    found = [ask(page.store, positions, said_by(page.selection, speaker), compared=compared) for speaker in speakers]
    controls = st.container(horizontal=True, vertical_alignment="bottom")
    with controls:
        target = _choose_target(found)
    if target is None:
        who = names[one] if other == PERIODS else f"Neither {names[one]} nor {names[other]}"
        takes = "takes no position" if other == PERIODS else "takes a position"
        st.info(f"{plain(who)} {takes} on a listed topic in these filters.")
        return
    if other == PERIODS:
        _draw_periods(page, controls, names[one], found[0].loc[found[0]["target"] == target])
        return
    for column, speaker, own in zip(st.columns(2, gap="large"), (one, other), found, strict=True):
        with column:
            _draw_side(page, names[speaker], own.loc[own["target"] == target])


def _choose_target(found: list[pd.DataFrame]) -> str | None:
    counts = pd.concat(found)["target"].value_counts()
    if counts.empty:
        return None
    named = address.read_own(TARGET)
    options = list(counts.index)
    if named and named not in options:
        st.caption(f"Nobody here speaks on the topic “{plain(named)}”; the one spoken on most is shown.")
    place = options.index(named) if named in options else 0
    picked = st.selectbox(
        "Topic",
        options,
        index=place,
        key=f"sides-topic-{named}",
        format_func=lambda target: f"{value_label('target', target)} · {counts[target]:,}",
        width=330,
    )
    if picked != options[place]:
        address.write_own(TARGET, picked)
        st.rerun()
    return str(picked)


def _draw_periods(page: PageContext, controls: DeltaGenerator, name: str, own: pd.DataFrame) -> None:
    dated = own.loc[own["date_earliest"].notna()]
    if dated.empty:
        st.info("No statement on this topic has a date.")
        return
    first, last = dated["date_earliest"].min().date(), dated["date_latest"].max().date()
    with controls:
        split = _choose_day(first, last, pd.Timestamp(dated["date_earliest"].median()).date())
    at = pd.Timestamp(split)
    before = dated.loc[dated["date_latest"] < at]
    after = dated.loc[dated["date_earliest"] >= at]
    across = len(dated) - len(before) - len(after)
    left, right = st.columns(2, gap="large")
    with left:
        _draw_side(page, f"{name}, until {day(at - timedelta(days=1))}", before)
    with right:
        _draw_side(page, f"{name}, from {day(at)}", after)
    left_out = [(across, "of days on either side"), (len(own) - len(dated), "without a date")]
    if words := [f"{count(n, 'statement')} {why}" for n, why in left_out if n]:
        st.caption(f"Left out: {', '.join(words)}.")


def _choose_day(first: date, last: date, usual: date) -> date:
    named = address.read_own(SPLIT)
    try:
        chosen = min(max(date.fromisoformat(named), first), last) if named else usual
    except ValueError:
        st.warning(f"The link asks for the date “{plain(named)}”, which is no date. It was left out.")
        chosen = usual
    picked = st.date_input(
        "The second period begins on",
        chosen,
        min_value=first,
        max_value=last,
        key=f"sides-split-{named}",
        format="YYYY-MM-DD",
        width=330,
    )
    if picked and picked != chosen:
        address.write_own(SPLIT, picked.isoformat())
        st.rerun()
    return chosen


def _draw_side(page: PageContext, heading: str, own: pd.DataFrame) -> None:
    counts = own["polarity"].value_counts()
    tally = " ".join(f"{badge('polarity', polarity)} {n:,}" for polarity, n in counts.items())
    lines = "".join(statement_line(page, row) for row in rows_of(own.head(MOST)))
    st.html(
        f'<div class="speaker-side"><h3>{escape(heading)}</h3>'
        f'<div class="speaker-tally">{tally or "No statement on this topic."}</div>'
        f'<div class="speaker-topic">{lines}</div></div>'
    )
    if len(own) > MOST:
        st.caption(f"The first {MOST} of {len(own):,}.")
