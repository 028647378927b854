"""Drawer: the evidence for one event: what each outlet says of it, and where they differ."""

from html import escape

import pandas as pd
import streamlit as st

from pages.shared import address
from pages.shared.components import Evidence, draw_evidence
from pages.shared.data import ask
from pages.shared.frame import PageContext
from pages.shared.timeline.chart import EVENT
from s400data import queries
from s400data.charts.dates import interval_words, published_words
from s400data.charts.happenings import count_sources, find_differences, join_reports
from s400data.tables import value_label


def draw_drawer(page: PageContext) -> None:
    """Draw the reports of the event the URL names, if it names one."""
    occurrence_id = address.read_own(EVENT)
    if occurrence_id is None:
        return
    reports = ask(page.store, queries.reports, occurrence_id)
    with st.container(key="drawer", gap="small"):
        st.button("Close", key="timeline-close", type="tertiary", on_click=address.write_own, args=(EVENT, None))
        if reports.empty:
            st.html('<p class="desk-note">The link names an event that is not in this collection.</p>')
            return
        _draw_head(reports)
        for _, report in reports.iterrows():
            draw_evidence(_evidence(report), page.selection)


def _draw_head(reports: pd.DataFrame) -> None:
    event = join_reports(reports).iloc[0]
    parties = " → ".join(name for name in (event["who"], event["to_whom"]) if name)
    n = count_sources(reports)
    said = f"{len(reports)} {'report' if len(reports) == 1 else 'reports'} from {n} {'source' if n == 1 else 'sources'}"
    differences = "".join(
        f"<li>{escape(difference.about)} told differently"
        + "".join(f"<br>{escape(outlet)}: <b>{escape(words)}</b>" for outlet, words in difference.told)
        + "</li>"
        for difference in find_differences(reports)
    )
    st.html(
        f'<div class="desk-eyebrow">{escape(value_label("type", event["type"]))} · '
        f"{escape(value_label('modality', event['modality']).lower())}</div>"
        f'<h2 class="desk-drawer-title">{escape(event["label"])}</h2>'
        f'<div class="desk-note">{escape(event["when"])}{f" · {escape(parties)}" if parties else ""}<br>{said}</div>'
        + (f'<ul class="desk-differences">{differences}</ul>' if differences else "")
    )


def _evidence(report: pd.Series) -> Evidence:
    marks = [(int(report["trigger_start"]), int(report["trigger_end"]))]
    if pd.notna(report["date_text_start"]):
        marks.append((int(report["date_text_start"]), int(report["date_text_end"])))
    basis = value_label("date_basis", report["date_basis"]).lower()
    return Evidence(
        article_id=report["article_id"],
        mark_id=report["event_id"],
        outlet=report["outlet"] if pd.notna(report["outlet"]) else "",
        published=published_words(report["published"], report["published_precision"]),
        title=report["title"] if pd.notna(report["title"]) else "",
        words=report["sentence"],
        start=int(report["sentence_start"]),
        marks=tuple(marks),
        dated="" if pd.isna(report["earliest"]) else interval_words(*report[["earliest", "latest", "precision"]]),
        notes=(f"Date: {basis}.", f"Rule: {value_label('rule', report['rule']).lower()}."),
    )
