"""Wording: words that set an outlet apart, names it chooses for the same thing, and its words of saying."""

from functools import partial
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from pages.shared.address import read_own, write_own
from pages.shared.components.empty import draw_empty
from pages.shared.components.exports import draw_exports
from pages.shared.components.labels import count, published, rows_of, text
from pages.shared.components.passages import highlight
from pages.shared.data import ask
from pages.shared.filters import widget_state
from pages.shared.frame import PageContext
from pages.shared.sources.links import article_link, number_html, table_html
from pages.shared.sources.readings import cues, names, scored_terms, term_totals, uses
from s400data.charts.comparisons import terms as terms_chart
from s400data.comparison import MIN_USES, PRIOR_WORDS, UNKNOWN_OUTLET, Part, order_outlets

PARTS: dict[str, Part] = {"The outlet's own words": "own", "Quoted speech": "speech", "All words": "all"}
REST = "All other outlets"
TERMS_EACH_WAY = 12
USES_SHOWN = 30


def draw_wording(page: PageContext) -> None:
    """Draw the terms that set one outlet apart, then names for the same thing, then words of saying."""
    part = PARTS[
        st.segmented_control("Read", list(PARTS), default="The outlet's own words", key="wording-part", required=True)
    ]
    totals = ask(page.store, term_totals, page.selection, part)
    outlets = order_outlets(totals)
    if len(outlets) < 2:
        draw_empty("Wording is compared between outlets, and this selection has fewer than two.", "Widen the filters.")
        return
    with st.container(horizontal=True):
        # The unknown outlet comes last and may be several, so it is not the one to begin with.
        known = [outlet for outlet in outlets if outlet != UNKNOWN_OUTLET]
        most = outlets.index(max(known, key=lambda outlet: totals[outlet]))
        here = st.selectbox("Outlet", outlets, index=most, key="wording-outlet", width=280)
        others = [REST, *(outlet for outlet in outlets if outlet != here)]
        there = st.selectbox("against", others, key="wording-against", width=280)
    scored = ask(page.store, scored_terms, page.selection, part, here, None if there == REST else there)
    _draw_terms(page, part, scored, here, there)
    st.subheader("Names for the same thing")
    _draw_names(ask(page.store, names, page.selection, part))
    st.subheader("Words of saying")
    _draw_cues(ask(page.store, cues, page.selection))


def _draw_terms(page: PageContext, part: Part, scored: pd.DataFrame, here: str, there: str) -> None:
    if scored.empty:
        draw_empty(
            f"No term is used at least {MIN_USES} times by these outlets together.", "Choose more outlets or articles."
        )
        return
    kept = pd.concat([scored.head(TERMS_EACH_WAY), scored.tail(TERMS_EACH_WAY)]).drop_duplicates("term")
    chart = terms_chart(kept, page.theme, here=here, there=there)
    term = read_own("term")
    # A chart keeps what was clicked; under a new key it forgets, so that a term can be closed and clicked again.
    key = f"wording-chart-{term}"
    pick = partial(_keep_term, key)
    st.altair_chart(chart, theme=None, key=key, on_select=pick, alt="Terms by log-odds between outlets")
    first = scored.iloc[0]
    compared, apart = int(first["compared"]), int(first["apart"])
    st.caption(
        f"n = {first['here_total']:,} and {first['there_total']:,} terms; {count(compared, 'term')} used at least "
        f"{MIN_USES} times. {count(apart, 'term')} with an interval that leaves out zero are drawn full; about "
        f"{compared * 0.05:.0f} would be by chance. Weighted log-odds with a prior of {PRIOR_WORDS} words (Monroe, "
        "Colaresi and Quinn 2008). Numbers at the right: uses here : there. Click a term to open its sentences."
    )
    if not apart:
        st.info("No difference here is larger than chance: every interval holds zero. More articles would tell more.")
    draw_exports(scored.drop(columns=["compared", "apart"]), "wording")
    if term:
        with st.container(key="drawer", gap="small"):
            st.button("Close", key="wording-close", type="tertiary", on_click=write_own, args=("term", None))
            _draw_uses(page, part, term, {here} if there == REST else {here, there})


def _keep_term(key: str) -> None:
    state: Any = widget_state(key)
    if state and (points := state["selection"].get("term")):
        write_own("term", str(points[0]["term"]))


def _draw_uses(page: PageContext, part: Part, term: str, outlets: set[str]) -> None:
    found, users = ask(page.store, uses, page.selection, part, term, tuple(sorted(outlets)), USES_SHOWN)
    if found.empty:
        draw_empty(f"“{term}” stands in none of these articles.", "Choose another term, or reset the filters.")
        return
    lines = "".join(
        f'<div><span class="desk-eyebrow"><b>{escape(text(row, "outlet") or UNKNOWN_OUTLET)}</b> · '
        f"{escape(published(row) or 'undated')}</span>"
        f'<div class="sources-words">'
        f"{highlight(row['sentence'], [(row['start'], row['end'])], offset=row['sentence_start'])}</div>"
        + article_link(page.selection, row["article_id"], f"{row['start']}-{row['end']}", "Read in the article")
        + "</div>"
        for row in rows_of(found.head(USES_SHOWN))
    )
    st.html(f"<h4>“{escape(term)}”, used by {count(users, 'article')}</h4><div class='sources-list'>{lines}</div>")


def _draw_names(found: pd.DataFrame) -> None:
    if found.empty:
        draw_empty("None of the listed names stands in these articles.", "The list is knowledge and can be extended.")
        return
    outlets = order_outlets(found["outlet"])
    rows: list[tuple[str, str, list[int]]] = []
    for (thing, name), own in found.groupby(["thing", "name"], sort=False):
        by_outlet = own.set_index("outlet")["n"]
        rows.append((str(thing), str(name), [int(by_outlet.get(outlet, 0)) for outlet in outlets]))
    rows.sort(key=lambda row: (row[0], -sum(row[2])))
    # The thing is named once, on the first of its rows.
    things = [row[0] if n == 0 or row[0] != rows[n - 1][0] else "" for n, row in enumerate(rows)]
    cells = [
        (escape(thing), escape(name), *map(number_html, counts))
        for thing, (_, name, counts) in zip(things, rows, strict=True)
    ]
    st.html(table_html(("What is named", "Name", *outlets), cells, numbers=range(2, 2 + len(outlets))))


def _draw_cues(counted: pd.DataFrame) -> None:
    if counted.empty:
        draw_empty("No quotation with a word of saying is in this selection.", "Reset the filters.")
        return
    outlets = order_outlets(counted["outlet"])
    table = counted.pivot_table(index="cue", columns="outlet", values="statements", fill_value=0).astype(int)
    table = table.assign(all=table.sum(axis=1)).sort_values("all", ascending=False).head(25)
    rows = (
        (escape(str(cue)), *(number_html(row[outlet]) for outlet in outlets), str(row["all"]))
        for cue, row in table.iterrows()
    )
    st.html(table_html(("Word of saying", *outlets, "All"), rows, numbers=range(1, 2 + len(outlets))))
