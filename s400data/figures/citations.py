"""Citations: the events of a figure in words, each with the articles and sentences that report it."""

from collections.abc import Iterator
from textwrap import shorten

import pandas as pd

from s400data.charts.dates import published_words
from s400data.charts.happenings import UNKNOWN_OUTLET, join_reports
from s400data.figures.drawing import keep_most
from s400data.tables import value_label

LONGEST_SENTENCE = 240


def cite_events(events: pd.DataFrame, most: int | None = None) -> Iterator[str]:
    """A line for each real event in `events` (columns of EVENT_VIEW), oldest first, then a line for each report of it.

    With `most` only so many events are told, those with most sources, and a last line says how many are not.
    """
    joined = join_reports(events)
    kept = keep_most(joined, most)
    reports = dict(iter(events.groupby("occurrence_id")))
    for _, event in kept.sort_values(["earliest", "latest"], na_position="last").iterrows():
        parties = " → ".join(name for name in (event["who"], event["to_whom"]) if name)
        reality = value_label("modality", event["modality"]).lower()
        yield f"{event['when']}: {event['label']} ({reality}){f'. {parties}' if parties else ''}"
        for _, report in reports[event["occurrence_id"]].iterrows():
            yield f"    {_citation(report)}"
    if more := len(joined) - len(kept):
        yield f"{more:,} more {'event is' if more == 1 else 'events are'} not listed here."


def _citation(report: pd.Series) -> str:
    outlet = report["outlet"] if pd.notna(report["outlet"]) and report["outlet"] else UNKNOWN_OUTLET
    title = f", “{report['title']}”" if pd.notna(report["title"]) else ""
    published = published_words(report["published"], report["published_precision"])
    return f"{outlet}, {published}{title}: {shorten(report['sentence'], LONGEST_SENTENCE, placeholder='…')}"
