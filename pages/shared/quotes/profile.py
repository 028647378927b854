"""Profile: one speaker's offices, positions over time, shifts, outlets and counterparts."""

from dataclasses import replace
from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from pages.shared.address import article_href, to_params
from pages.shared.components.badges import badge
from pages.shared.components.labels import count, day, days, is_known, office, published, rows_of
from pages.shared.data import ask
from pages.shared.frame import PageContext
from pages.shared.quotes.compared import is_compared
from pages.shared.quotes.readings import counterparts, positions
from pages.shared.quotes.speakers import said_by
from s400data import queries
from s400data.charts.dates import published_words
from s400data.charts.positions import find_picked
from s400data.charts.positions import positions as positions_chart
from s400data.comparison import find_shifts
from s400data.knowledge.actors import actors_by_id
from s400data.tables import value_label

# Fewer statements than these are read, not drawn.
FEWEST_DRAWN = 3
MOST_LISTED = 12
HINT = '<span class="desk-note">A click on the chart shows what was said and leads to the article.</span>'


def draw_profile(page: PageContext, row: dict[str, Any]) -> None:
    """Draw the page of the speaker of `row` (columns of SPEAKER_VIEW), within what the filters select."""
    selection = said_by(page.selection, row["speaker_id"])
    href = escape(f"quotes?{urlencode(to_params(selection), doseq=True)}")
    st.html(
        f'<h2 class="desk-drawer-title">{escape(str(row["speaker_name"]))}</h2>'
        f'<p class="desk-note">{escape(office(row, "speaker"))} · '
        f'<a href="{href}" target="_self">{count(row["quotations"], "quotation")} in these filters</a></p>'
    )
    found = ask(page.store, positions, selection, compared=is_compared(page))
    wide, narrow = st.columns([2.2, 1], gap="large")
    with wide:
        _draw_positions(page, selection, found)
        _draw_shifts(page, found)
    with narrow:
        _draw_offices(row["speaker_id"])
        _draw_outlets(page, selection)
        _draw_counterparts(page, selection, row["speaker_id"])


def _draw_positions(page: PageContext, selection: queries.Selection, found: pd.DataFrame) -> None:
    st.subheader("Positions over time", anchor=False)
    if found.empty:
        st.caption("No position on a listed topic in these quotations.")
        said = ask(page.store, queries.quotation_page, selection, most=MOST_LISTED)
        st.html(f'<div class="speaker-topic">{"".join(statement_line(page, row) for row in rows_of(said))}</div>')
        return
    sizes = found.groupby("target")["quotation_id"].nunique().sort_values(ascending=False)
    drawn = found.loc[found["target"].map(sizes) >= FEWEST_DRAWN]
    st.caption(
        "A statement counts once however many outlets carry it, and stands in the month, quarter or year it was made."
    )
    if (chart := positions_chart(drawn, theme=page.theme)) is not None:
        state = st.altair_chart(
            chart,
            theme=None,
            key="speaker-positions",
            on_select="rerun",
            selection_mode="statement",
            alt="Statements on each topic by time and position",
        )
        _draw_picked(page, find_picked(drawn, state["selection"].get("statement", [])))
    undated = int(drawn["date_earliest"].isna().sum())
    if undated:
        st.caption(f"{count(undated, 'statement')} without a date stand in no lane.")
    topics = [_topic(page, selection, str(target), found.loc[found["target"] == target]) for target in sizes.index]
    st.html("".join(topics))


def _draw_picked(page: PageContext, picked: pd.DataFrame) -> None:
    lines = "".join(statement_line(page, row) for row in rows_of(picked.head(MOST_LISTED)))
    st.html(f'<div class="speaker-topic">{lines or HINT}</div>')
    _draw_rest(len(picked))


def _topic(page: PageContext, selection: queries.Selection, target: str, own: pd.DataFrame) -> str:
    about = escape(value_label("target", target))
    if own["quotation_id"].nunique() < FEWEST_DRAWN:
        lines = "".join(statement_line(page, row) for row in rows_of(own))
        return f'<div class="speaker-topic"><b>{about}</b>{lines}</div>'
    return f'<div class="speaker-topic"><b>{about}</b> {tally(replace(selection, targets=(target,)), own)}</div>'


def statement_line(page: PageContext, row: dict[str, Any]) -> str:
    """HTML of one statement in a line: position or side, words, outlet and day, with the way into its article."""
    taken = "polarity" if "polarity" in row else "overall"
    when = days(row["date_earliest"], row["date_latest"]) or published(row) or "undated"
    outlet = str(row["outlet"]) if is_known(row["outlet"]) else "outlet not known"
    href = escape(article_href(page.selection, row["article_id"], row["quotation_id"]))
    also = f", {row['versions']} versions" if row.get("versions", 1) > 1 else ""
    return (
        f'<div class="statement">{badge(taken, row[taken])} {escape(str(row["text"]))} '
        f'<a href="{href}" target="_self">{escape(outlet)}, {escape(when)}</a>{escape(also)}</div>'
    )


def tally(selection: queries.Selection, own: pd.DataFrame) -> str:
    """HTML of the statements by position, each number leading to its quotations; two may carry one statement."""
    parts = []
    for polarity, n in own["polarity"].value_counts().items():
        carried = int(own.loc[own["polarity"] == polarity, "versions"].sum())
        words = f"{n:,} {value_label('polarity', polarity).lower()}"
        words += f" in {count(carried, 'quotation')}" if carried > n else ""
        href = escape(f"quotes?{urlencode(to_params(replace(selection, polarities=(str(polarity),))), doseq=True)}")
        parts.append(f'<a href="{href}" target="_self">{escape(words)}</a>')
    return ", ".join(parts)


def _draw_shifts(page: PageContext, found: pd.DataFrame) -> None:
    st.subheader("Shifts", anchor=False)
    shifts = find_shifts(found)
    if shifts.empty:
        st.caption("On no topic does a later statement take the other side of an earlier one.")
    for row in rows_of(shifts.head(MOST_LISTED)):
        parts = []
        for when in ("before", "after"):
            href = escape(article_href(page.selection, row[f"{when}_article_id"], row[f"{when}_quotation_id"]))
            parts.append(
                f'<div class="statement">{badge("polarity", row[when])} {escape(str(row[f"{when}_text"]))} '
                f'<a href="{href}" target="_self">{escape(day(row[f"{when}_day"]))}</a></div>'
            )
        about = escape(value_label("target", row["target"]))
        st.html(f'<div class="speaker-topic"><b>{about}</b>{"".join(parts)}</div>')
    _draw_rest(len(shifts))


def _draw_rest(n: int) -> None:
    if n > MOST_LISTED:
        st.caption(f"The first {MOST_LISTED} of {n:,}.")


def _draw_offices(speaker_id: str) -> None:
    st.subheader("Offices", anchor=False)
    actor = actors_by_id().get(speaker_id)
    if actor is None or not actor.office:
        st.caption("The knowledge files list no office.")
        return
    terms = sorted(actor.office, key=lambda term: term.first, reverse=True)
    lines = "".join(
        f"<div>{escape(term.title)} <span>{escape(_bound(term.since))} to {escape(_bound(term.until))}</span></div>"
        for term in terms
    )
    st.html(f'<div class="speaker-list">{lines}</div>')


def _bound(written: str | None) -> str:
    """First or last day of a term in words, as exact as it is listed (YYYY, YYYY-MM or YYYY-MM-DD)."""
    precision = {4: "year", 7: "month"}.get(len(written or ""), "day")
    return published_words(written, precision) if written else "no end listed"


def _draw_outlets(page: PageContext, selection: queries.Selection) -> None:
    st.subheader("Outlets that quote them", anchor=False)
    facets = ask(page.store, queries.facets, "quotations", selection)
    _draw_counts(facets.loc[facets["facet"] == "outlets", ["label", "n"]])


def _draw_counterparts(page: PageContext, selection: queries.Selection, speaker_id: str) -> None:
    st.subheader("Speaks to", anchor=False)
    to, about = ask(page.store, counterparts, selection, speaker_id)
    _draw_counts(to)
    st.subheader("Speaks about", anchor=False)
    _draw_counts(about)


def _draw_counts(found: pd.DataFrame) -> None:
    if found.empty:
        st.caption("Nobody is named.")
        return
    lines = "".join(
        f"<div>{escape(str(label))} <span>{n:,}</span></div>"
        for label, n in found.head(MOST_LISTED).itertuples(index=False)
    )
    more = f"<div><span>and {len(found) - MOST_LISTED:,} more</span></div>" if len(found) > MOST_LISTED else ""
    st.html(f'<div class="speaker-list">{lines}{more}</div>')
