"""Conflicts: facts that reports of one event tell differently, side by side."""

from functools import partial
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from pages.shared.address import write_own
from pages.shared.components.empty import draw_empty
from pages.shared.components.exports import draw_exports, draw_lazy_exports, plain_view
from pages.shared.components.labels import count, label, published, rows_of
from pages.shared.components.passages import highlight
from pages.shared.data import ask
from pages.shared.frame import PageContext
from pages.shared.sources.controls import choose_page, read_page
from pages.shared.sources.links import article_link
from pages.shared.sources.readings import Told, conflicts, doubles, event_labels
from s400data.charts.comparisons import dates, to_dated_rows
from s400data.tables import value_label

QUESTIONS = {
    "date": "When?",
    "amount": "How much money?",
    "number": "How many?",
    "status": "How far has it come?",
    "parties": "Between whom?",
    "names": "Which people or bodies?",
    "place": "Where?",
    "reality": "Did it happen?",
}
SHOWN = 20
OUTLETS_NAMED = 3


def draw_conflicts(page: PageContext) -> None:
    """Draw every question on which two articles contradict each other, with what each report says."""
    facts, told = ask(page.store, conflicts, page.selection, SHOWN, read_page())
    if told.total and not told.occurrences:
        write_own("page", None)
        st.rerun()
    figure = dates(page.theme).to_dict()
    _draw_certain(page, facts, told, figure)
    pairs, total = ask(page.store, doubles, page.selection, (read_page("pairs") - 1) * SHOWN, SHOWN)
    _draw_possible(page, pairs, total, figure)


def _draw_possible(page: PageContext, pairs: pd.DataFrame, total: int, figure: dict[str, Any]) -> None:
    if not total:
        return
    st.subheader("Possibly one event, dated differently")
    st.caption(
        f"{count(total, 'pair')} of reports by different articles that tell the same kind of event, "
        "about the same parties and things, at different dates within a year. It may be one event or two; they are not "
        "joined anywhere."
    )
    labels = ask(page.store, event_labels, tuple(dict.fromkeys(pairs["occurrence_id"])), page.selection)
    for _, rows in pairs.groupby("pair", sort=False):
        _draw_question(page, "date", rows, labels, figure)
    choose_page(total, SHOWN, "pairs")
    every = partial(_every_pair, page)
    draw_lazy_exports(page, 2 * total, every, "possibly-one-event", plain_view(_plain(pairs), "possibly-one-event"))


def _every_pair(page: PageContext) -> pd.DataFrame:
    return _plain(doubles(page.store, page.selection)[0])


def _plain(pairs: pd.DataFrame) -> pd.DataFrame:
    return pairs.drop(columns=["about", "conflicts", "placed"])


def _every_fact(page: PageContext) -> pd.DataFrame:
    return conflicts(page.store, page.selection, None)[0]


def _draw_certain(page: PageContext, facts: pd.DataFrame, told: Told, figure: dict[str, Any]) -> None:
    if facts.empty:
        draw_empty(
            "No two articles contradict each other on an event.",
            "Dates, amounts, numbers, status, parties, names, places and whether it happened are compared wherever two "
            "articles report one event. Widen the filters, or import more articles on the same events.",
        )
        return
    questions = sorted(
        facts.groupby(["occurrence_id", "about"], sort=False), key=lambda question: -question[1]["outlet"].nunique()
    )
    asked = f"{count(len(questions), 'question')} about {count(facts['occurrence_id'].nunique(), 'event')}"
    of_all = f", of {count(told.total, 'event')} told differently by some" if told.total > len(told.occurrences) else ""
    st.caption(
        f"{asked}{of_all}, answered in ways that cannot all be true, or not of one moment. No outlet is taken for the "
        "truth; a vaguer answer that fits is no contradiction."
    )
    labels = dict(zip(told.happenings["occurrence_id"], told.happenings["label"], strict=True))
    for (_, about), rows in questions:
        _draw_question(page, str(about), rows, labels, figure)
    choose_page(told.total, SHOWN)
    draw_exports(page, facts, "conflicting-facts")
    if told.total > len(told.occurrences):
        view, every = plain_view(facts, "conflicting-facts"), partial(_every_fact, page)
        what = f"the facts of all {told.total:,} events"
        draw_lazy_exports(page, told.total, every, "all-conflicting-facts", view, what=what)


def _draw_question(
    page: PageContext, about: str, rows: pd.DataFrame, labels: dict[str, str], figure: dict[str, Any]
) -> None:
    first = rows.iloc[0]
    told = f"{label('type', first)} ({label('modality', first).lower()}), told by {count(len(rows), 'report')}"
    question = f"{labels.get(first['occurrence_id'], '')}: {QUESTIONS[about].lower()}".removeprefix(": ")
    st.html(f'<h4>{escape(question)} <span class="desk-note">{escape(told)}</span></h4>')
    if about == "date":
        dated = to_dated_rows(rows.loc[rows["earliest"].notna()])
        st.vega_lite_chart(dated, figure, theme=None, width=760, alt="Days that each report of the event allows")
    facts = "".join(_fact_html(page, about, *same) for same in _alike(rows))
    st.html(f'<div class="sources-facts">{facts}</div>')


def _alike(rows: pd.DataFrame) -> list[tuple[dict[str, Any], int]]:
    """Facts of one outlet in the same words as one, with their number."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in rows_of(rows):
        found.setdefault((row["outlet"], row["words"]), []).append(row)
    return [(same[0], len(same)) for same in found.values()]


def _fact_html(page: PageContext, about: str, row: dict[str, Any], times: int) -> str:
    told = value_label("modality", row["words"]) if about == "reality" else str(row["words"])
    sign, state = _state(row)
    also = f" and {count(times - 1, 'report')} more" if times > 1 else ""
    spot = str(row["sentence"]).find(told) if about != "reality" else -1
    words = highlight(str(row["sentence"]), [(spot, spot + len(told))] if spot >= 0 else [])
    when = published({"published": row["published"], "published_precision": "day"}) or "undated"
    return (
        f'<div class="sources-fact {"against" if row["conflicts"] else ""}">'
        f'<span class="desk-eyebrow"><b>{escape(str(row["outlet"]))}</b> · {escape(when)}{also}</span>'
        f'<span class="told">{escape(told)}</span><span class="state"><b>{sign} {escape(state)}</b></span>'
        f'<div class="sources-words">{words}</div>'
        f"{article_link(page.selection, row['article_id'], row['event_id'], 'Read in the article')}</div>"
    )


def _state(row: dict[str, Any]) -> tuple[str, str]:
    if row["conflicts"]:
        possible = "differs from" if "pair" in row else "contradicts"
        outlets = row["against"]
        named = ", ".join(outlets) if len(outlets) <= OUTLETS_NAMED else count(len(outlets), "outlet")
        return "◆", f"{possible} {named}"
    return ("●", "fits all the others") if row["placed"] else ("○", "cannot be placed, so not compared")
