"""Notes: what an article's marks say when they are pointed at, as finished HTML; all words are escaped here."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

import pandas as pd

from pages.shared.components.badges import badge, position_line
from pages.shared.components.labels import confidence, days, is_known, label, office, rows_of, text
from pages.shared.components.text_marks import Mark
from s400data.exports.citations import NO_SPEAKER
from s400data.queries import ArticleView

LAYERS = {"quotation": "Quotations", "event": "Events", "date": "Dates", "actor": "Actors"}

# Actors are named in every line; they are marked when asked for.
SHOWN_FIRST = ("quotation", "event", "date")


def find_marks(view: ArticleView, layers: Iterable[str] = tuple(LAYERS)) -> list[Mark]:
    """Marks of the chosen layers of an article; the numbers are those of its tables."""
    makers = {"quotation": _quotations, "event": _events, "date": _dates, "actor": _actors}
    return [mark for layer in layers for mark in makers[layer](view)]


def count_marks(view: ArticleView) -> dict[str, int]:
    """Number of rows behind each layer."""
    frames = {"quotation": view.quotations, "event": view.events, "date": view.timexes, "actor": view.mentions}
    return {layer: len(frame) for layer, frame in frames.items()}


def margin_notes(view: ArticleView) -> list[tuple[int, str]]:
    """Place in the text and HTML of a short note for each quotation: its number, who speaks, on which side."""
    return [
        (
            min(start for start, _ in row["content"]),
            f'<span class="voice"><sup class="number">{n}</sup>{escape(text(row, "speaker_name") or NO_SPEAKER)} '
            f"{badge('overall', row['overall'])}</span>",
        )
        for n, row in enumerate(rows_of(view.quotations), 1)
    ]


def _quotations(view: ArticleView) -> Iterator[Mark]:
    stances = dict(iter(view.stances.groupby("quotation_id")))
    for n, row in enumerate(rows_of(view.quotations), 1):
        own = stances.get(row["quotation_id"])
        note = _quotation_note(n, row, own)
        for place, (start, end) in enumerate(row["content"]):
            yield Mark(int(start), int(end), "quotation", row["quotation_id"], note, "" if place else str(n))


def _quotation_note(n: int, row: dict[str, Any], stances: pd.DataFrame | None) -> str:
    lines = [
        f"<b>{escape(text(row, 'speaker_name') or NO_SPEAKER)}</b>",
        escape(office(row, "speaker")),
        f"Named here as “{escape(text(row, 'source'))}”" if text(row, "source") else "",
        f"Relayed by {escape(text(row, 'via'))}" if text(row, "via") else "",
        f"Said {escape(days(row['said_earliest'], row['said_latest']))}" if is_known(row["said_earliest"]) else "",
        f"Side {badge('overall', row['overall'])}",
        *(position_line(stance) for stance in (rows_of(stances) if stances is not None else ())),
    ]
    return _note("quotation", f"{label('kind', row)} quotation {n}", lines, row)


def _events(view: ArticleView) -> Iterator[Mark]:
    parties = dict(iter(view.participants.groupby("event_id")))
    for row in rows_of(view.events):
        own = parties.get(row["event_id"])
        when = days(row["earliest"], row["latest"])
        lines = [
            f"<b>{escape(label('type', row))}</b> · {escape(label('modality', row).lower())}",
            escape(when or "No date in the text"),
            f"Date: {escape(label('date_basis', row).lower())}" if when else "",
            *_parties(own),
            f"At {escape(text(row, 'place'))}" if text(row, "place") else "",
        ]
        note = _note("event", "Event", lines, row)
        yield Mark(int(row["trigger_start"]), int(row["trigger_end"]), "event", row["event_id"], note)


def _parties(participants: pd.DataFrame | None) -> Iterator[str]:
    if participants is None:
        return
    for part, heading in (("actor", "By"), ("target", "To")):
        names = participants.loc[participants["part"] == part, "actor_name"]
        if len(names):
            yield f"{heading} {escape(', '.join(names))}"


def _dates(view: ArticleView) -> Iterator[Mark]:
    for row in rows_of(view.timexes):
        when = days(row["earliest"], row["latest"])
        lines = [
            f"<b>{escape(when or 'Not placed')}</b>",
            f"Counted from {escape(days(row['anchor'], row['anchor']))}" if is_known(row["anchor"]) else "",
            escape(text(row, "flag")),
        ]
        note = _note("date", label("type", row), lines, row)
        yield Mark(int(row["words_start"]), int(row["words_end"]), "date", f"t{row['position']}", note)


def _actors(view: ArticleView) -> Iterator[Mark]:
    for row in rows_of(view.mentions):
        lines = [f"<b>{escape(text(row, 'actor_name'))}</b>", escape(office(row, "actor"))]
        note = _note("actor", label("actor_kind", row), lines, row)
        yield Mark(int(row["words_start"]), int(row["words_end"]), "actor", f"m{row['position']}", note)


def _note(layer: str, heading: str, lines: Iterable[str], row: dict[str, Any]) -> str:
    body = "".join(f'<span class="line">{line}</span>' for line in lines if line)
    ground = f"Rule {label('rule', row).lower()}, {confidence(row['confidence'])}"
    return (
        f'<span class="note {layer}"><span class="kind">{escape(heading)}</span>{body}'
        f'<span class="ground">{escape(ground)}</span></span>'
    )
