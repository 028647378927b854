"""Speakers: whom the collection quotes, and the choice of one or two of them."""

from collections.abc import Callable
from dataclasses import replace
from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from pages.shared import address
from pages.shared.components.labels import count, office, rows_of
from pages.shared.data import ask
from pages.shared.escaping import plain
from pages.shared.frame import PageContext
from s400data import queries
from s400data.queries import Selection

SPEAKER, AGAINST, TARGET, SPLIT = "speaker", "against", "topic", "split"
LISTED = 40
SIDES = {
    "supports": ("for", "for"), "opposes": ("against", "against"), "neutral": ("takes no side", "take no side"),
    "undecided": ("not decided", "not decided"),
}  # fmt: skip
PERIODS = "two-periods"


def speakers(page: PageContext) -> pd.DataFrame:
    """Speakers of what the filters select, most quotations first."""
    return ask(page.store, queries.top_speakers, page.selection, limit=None)


def draw_speakers(page: PageContext, found: pd.DataFrame) -> None:
    """List the speakers quoted most, each a link to a page of their own."""
    lines = "".join(_line(page, row) for row in rows_of(found.head(LISTED)))
    st.html(f'<div class="speaker-index">{lines}</div>')
    if len(found) > LISTED:
        st.caption(f"{len(found) - LISTED:,} more speakers; choose them by name above, or narrow the filters.")


def draw_choice(found: pd.DataFrame) -> tuple[str | None, str | None]:
    """Draw the choice of a speaker and of whom to compare with; returns both numbers."""
    names = dict(zip(found["speaker_id"], found["speaker_name"], strict=True))
    counts = dict(zip(found["speaker_id"], found["quotations"], strict=True))
    chosen, against = address.read_own(SPEAKER), address.read_own(AGAINST)
    if chosen and chosen not in names:
        st.warning(f"No quotation of “{plain(chosen)}” fits these filters, or the collection has no such speaker.")
        chosen = None
    if against and against not in (PERIODS, *names):
        st.warning(f"“{plain(against)}” cannot be compared with: no quotation of such a speaker fits these filters.")
        against = None

    def words(key: str) -> str:
        return "Two periods of the same speaker" if key == PERIODS else f"{names[key]} · {counts[key]:,}"

    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = _choose("Speaker", SPEAKER, list(names), chosen, words, "Choose a speaker")
        others = [PERIODS, *(key for key in names if key != chosen)]
        against = _choose("Compare with", AGAINST, others, against, words, "Nobody") if chosen else None
    return chosen, against


def said_by(selection: Selection, speaker_id: str) -> Selection:
    """`selection` narrowed to one speaker."""
    return replace(selection, actors=(speaker_id,))


def _line(page: PageContext, row: dict[str, Any]) -> str:
    where = {**address.to_params(page.selection), SPEAKER: [row["speaker_id"]]}
    href = escape(f"speakers?{urlencode(where, doseq=True)}")
    sides = [f"{row[side]:,} {one if row[side] == 1 else many}" for side, (one, many) in SIDES.items() if row[side]]
    outlets = f" in {count(row['outlets'], 'outlet')}" if row["outlets"] else ""
    return (
        f'<div><a href="{href}" target="_self">{escape(str(row["speaker_name"]))}</a>'
        f"<span>{escape(office(row, 'speaker'))}</span>"
        f"<span>{count(row['quotations'], 'quotation')}{outlets}: {', '.join(sides)}</span></div>"
    )


def _choose(
    label: str, name: str, options: list[str], chosen: str | None, words: Callable[[str], str], placeholder: str
) -> str | None:
    place = options.index(chosen) if chosen in options else None
    # The choice is part of the key: a link to another speaker must not meet the widget's old value.
    picked = st.selectbox(
        label,
        options,
        index=place,
        key=f"speakers-{name}-{chosen}",
        format_func=words,
        placeholder=placeholder,
        width=330,
    )
    if picked != chosen:
        address.write_own(name, picked)
        st.rerun()
    return picked
