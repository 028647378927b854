"""Wording: words that set an outlet apart, names it chooses for the same thing, and its words of saying."""

from functools import partial
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from pages.shared.address import read_own, write_own
from pages.shared.components.empty import draw_empty
from pages.shared.components.exports import draw_exports, draw_lazy_exports, plain_view
from pages.shared.components.labels import count, published, rows_of, text
from pages.shared.components.passages import highlight
from pages.shared.data import ask
from pages.shared.escaping import plain
from pages.shared.filters import widget_state
from pages.shared.frame import PageContext
from pages.shared.sources.controls import choose
from pages.shared.sources.links import article_link, number_html, part_link, table_html
from pages.shared.sources.readings import cues, name_uses, names, scored_terms, term_totals, uses
from pages.shared.sources.said import draw_said
from s400data.charts.comparisons import terms as terms_chart
from s400data.comparison import MIN_USES, PRIOR_WORDS, UNKNOWN_OUTLET, Part, order_outlets

PARTS: dict[str, Part] = {"The outlet's own words": "own", "Quoted speech": "speech", "All words": "all"}
REST = "All other outlets"
TERMS_EACH_WAY = 12
USES_SHOWN = 30
CUES_SHOWN = 25
# Outlets whose share of neutral words is told below the table.
SHARES = 8
# What of the address a link within the part keeps.
KEPT = ("read", "here", "there", "origins")


def draw_wording(page: PageContext) -> None:
    """Draw the terms that set one outlet apart, then names for the same thing, then words of saying."""
    controls = st.container(horizontal=True, key="controls")
    with controls:
        part: Part = choose("Read", PARTS, "read")
    totals = ask(page.store, term_totals, page.selection, part)
    outlets = order_outlets(totals)
    if len(outlets) < 2:
        draw_empty("Wording is compared between outlets, and this selection has fewer than two.", "Widen the filters.")
        _draw_choices(page, part)
        return
    with controls:
        # The unknown outlet comes last and may be several, so it is not the one to begin with.
        known = [outlet for outlet in outlets if outlet != UNKNOWN_OUTLET]
        most = max(known, key=lambda outlet: totals[outlet])
        here = choose("Outlet", {outlet: outlet for outlet in (most, *outlets)}, "here", width=250, box=True)
        others = {outlet: outlet for outlet in (REST, *outlets) if outlet != here}
        there = choose("Against", others, "there", width=250, box=True)
    scored = ask(page.store, scored_terms, page.selection, part, here, None if there == REST else there)
    _draw_terms(page, part, scored, here, there)
    _draw_choices(page, part)


def _draw_choices(page: PageContext, part: Part) -> None:
    """Draw names for the same thing and words of saying, and the sentences behind the number that was clicked."""
    st.subheader("Names for the same thing")
    _draw_names(page, ask(page.store, names, page.selection, part))
    st.subheader("Words of saying")
    _draw_cues(page, ask(page.store, cues, page.selection))
    outlet, cue, thing, name = (read_own(param) for param in ("by", "cue", "thing", "name"))
    if outlet and (cue or (thing and name)):
        with st.container(key="drawer", gap="small"):
            st.button("Close", key="choice-close", type="tertiary", on_click=_close_choice)
            if cue:
                draw_said(page, outlet, "cue", cue, f"“{cue}”")
            elif thing and name:
                found, users = ask(page.store, name_uses, page.selection, part, thing, name, outlet, USES_SHOWN)
                _draw_sentences(page, found, f"“{name}” in {outlet}, used by {count(users, 'article')}")


def _close_choice() -> None:
    for param in ("by", "cue", "thing", "name"):
        write_own(param, None)


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
        f"{compared * 0.05:,.0f} would be by chance. Weighted log-odds with a prior of {PRIOR_WORDS} words (Monroe, "
        "Colaresi and Quinn 2008). Numbers at the right: uses here : there. Click a term to open its sentences."
    )
    if not apart:
        st.info("No difference here is larger than chance: every interval holds zero. More articles would tell more.")
    rows = scored.drop(columns=["compared", "apart"])
    every = len(rows) == compared
    what = f"the {count(compared, 'term')} compared" if every else f"the {len(rows) // 2:,} terms at either end"
    draw_lazy_exports(page, len(rows), lambda: rows, "wording", plain_view(rows, "wording"), what=what)
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
    _draw_sentences(page, found, f"“{term}”, used by {count(users, 'article')}")


def _draw_sentences(page: PageContext, found: pd.DataFrame, heading: str) -> None:
    lines = "".join(
        f'<div><span class="desk-eyebrow"><b>{escape(text(row, "outlet") or UNKNOWN_OUTLET)}</b> · '
        f"{escape(published(row) or 'undated')}</span>"
        f'<div class="sources-words">'
        f"{highlight(row['sentence'], [(row['start'], row['end'])], offset=row['sentence_start'])}</div>"
        + article_link(page.selection, row["article_id"], f"{row['start']}-{row['end']}", "Read in the article")
        + "</div>"
        for row in rows_of(found.head(USES_SHOWN))
    )
    st.html(f"<h4>{escape(heading)}</h4><div class='sources-list'>{lines}</div>")


def _draw_names(page: PageContext, found: pd.DataFrame) -> None:
    if found.empty:
        draw_empty("None of the listed names stands in these articles.", "The list is knowledge and can be extended.")
        return
    outlets = order_outlets(found["outlet"])
    rows: list[tuple[str, str, dict[str, int]]] = []
    for (thing, name), own in found.groupby(["thing", "name"], sort=False):
        rows.append((str(thing), str(name), dict(zip(own["outlet"], own["n"].astype(int), strict=True))))
    rows.sort(key=lambda row: (row[0], -sum(row[2].values())))
    # The thing is named once, on the first of its rows.
    things = [row[0] if n == 0 or row[0] != rows[n - 1][0] else "" for n, row in enumerate(rows)]
    cells = [
        (
            escape(shown),
            escape(name),
            *(_opening(page, own.get(outlet, 0), by=outlet, thing=thing, name=name) for outlet in outlets),
        )
        for shown, (thing, name, own) in zip(things, rows, strict=True)
    ]
    st.html(table_html(("What is named", "Name", *outlets), cells, numbers=range(2, 2 + len(outlets))))
    draw_exports(page, found, "names")


def _draw_cues(page: PageContext, counted: pd.DataFrame) -> None:
    if counted.empty:
        draw_empty("No quotation with a word of saying is in this selection.", "Reset the filters.")
        return
    outlets = order_outlets(counted["outlet"])
    table = counted.pivot_table(index=["cue", "leaning"], columns="outlet", values="statements", fill_value=0)
    table = table.astype(int).assign(all=table.sum(axis=1).astype(int)).sort_values("all", ascending=False)
    shown = table.head(CUES_SHOWN).reset_index()
    rows = (
        (
            escape(str(row["cue"])),
            escape(str(row["leaning"]) or "not listed"),
            *(_opening(page, int(row[outlet]), by=outlet, cue=str(row["cue"])) for outlet in outlets),
            f"{row['all']:,}",
        )
        for row in rows_of(shown)
    )
    heads = ("Word of saying", "Leans to", *outlets, "All")
    st.html(table_html(heads, rows, numbers=range(2, 3 + len(outlets))))
    rest = f" The {CUES_SHOWN} most frequent are shown; the export holds all." if len(table) > CUES_SHOWN else ""
    st.caption(f"{_leaning_shares(counted)} What a word leans to stands in the file of words of saying.{rest}")
    draw_exports(page, counted, "words-of-saying")


def _leaning_shares(counted: pd.DataFrame) -> str:
    """How much each outlet lets a word of saying lean at all."""
    sums = counted.groupby("outlet")["statements"].sum()
    neutral = counted.loc[counted["leaning"] == "neutral"].groupby("outlet")["statements"].sum()
    shares = (
        f"{plain(outlet)} {neutral.get(outlet, 0) / sums[outlet]:.0%}" for outlet in order_outlets(sums.index)[:SHARES]
    )
    return f"Neutral words: {', '.join(shares)}{' …' if len(sums) > SHARES else ''}."


def _opening(page: PageContext, n: int, **opened: str) -> str:
    """A number that opens the sentences behind it."""
    if not n:
        return number_html(0)
    kept = {name: value for name in KEPT if (value := read_own(name))}
    return part_link(page.selection, "wording", {**kept, **opened}, f"{n:,}")
