"""Quotations as cards: who, in what office, the words in their sentence, the positions and their reasons."""

from html import escape
from typing import Any

from pages.shared.components.badges import badge, position_line
from pages.shared.components.labels import confidence, day, days, is_known, label, office, published
from pages.shared.components.text_marks import Mark, mark_text
from s400data.comparison import sentence_around
from s400data.store.highlights import place_terms
from s400data.store.searches import Node

IN_TEXT = frozenset(("said", "sentence", "article", "actor"))
NO_SPEAKER = "Speaker not resolved"


def card_html(row: dict[str, Any], text: str, *, context: int = 0, sought: Node | None = None) -> str:
    """HTML of a quotation; `text` is its article's, `context` the number of sentences shown before and after.

    Words of the search `sought` are marked.
    """
    return (
        f'<section class="quote {escape(str(row["overall"]))}">'
        f'<header><span class="who">{_who(row, sought)}</span>{badge("overall", row["overall"])}</header>'
        f"<blockquote>{_words(row, text, context, sought)}</blockquote>"
        f'<div class="positions">{"".join(map(position_line, row["stances"])) or _NO_POSITION}</div>'
        f"<footer>{_footer(row)}</footer></section>"
    )


def citation(row: dict[str, Any]) -> str:
    """The quotation with its source, as plain text for a note or a briefing."""
    office = f", {row['speaker_role']}" if is_known(row["speaker_role"]) else ""
    source = [
        str(row["outlet"]) if is_known(row["outlet"]) else "outlet not known",
        f"“{row['title']}”" if is_known(row["title"]) else "",
        published(row) or "undated",
    ]
    said = f" (relayed by {row['via']})" if is_known(row["via"]) else ""
    marks = ("“", "”") if row["kind"] == "direct" else ("", "")
    words = str(row["text"]).strip("\"“”‘’' ") if row["kind"] == "direct" else str(row["text"])
    manner = "" if row["kind"] == "direct" else f" [{label('kind', row).lower()}]"
    return f"{speaker(row)}{office}: {marks[0]}{words}{marks[1]}{manner}{said}. {', '.join(filter(None, source))}."


def speaker(row: dict[str, Any]) -> str:
    """Name of the speaker, or that there is none."""
    return str(row["speaker_name"]) if is_known(row["speaker_name"]) else NO_SPEAKER


_NO_POSITION = '<span class="position"><span class="why">No position on a listed topic.</span></span>'


def _who(row: dict[str, Any], sought: Node | None) -> str:
    name = _marked(speaker(row), sought, ("actor",))
    return f"<b>{name}</b> <span>{_marked(office(row, 'speaker'), sought, ('office', 'body', 'country'))}</span>"


def _marked(words: str, sought: Node | None, columns: tuple[str, ...]) -> str:
    found = place_terms(words, sought, frozenset(columns))
    return mark_text(words, 0, len(words), [Mark(start, end, "found", "found") for start, end in found])


def _words(row: dict[str, Any], text: str, context: int, sought: Node | None) -> str:
    spans = [(int(start), int(end)) for start, end in row["content"]]
    marks = [Mark(start, end, "said", "said") for start, end in spans]
    marks += [Mark(int(a), int(b), "evidence", "evidence") for stance in row["stances"] for a, b in stance["evidence"]]
    if is_known(row["cue_start"]):
        marks.append(Mark(int(row["cue_start"]), int(row["cue_end"]), "cue", "cue"))
    if is_known(row["source_start"]):
        marks.append(Mark(int(row["source_start"]), int(row["source_end"]), "named", "named"))
    around = [mark for mark in marks if mark.layer in ("said", "cue")]
    place = sentence_around(
        text, min(mark.start for mark in around), max(mark.end for mark in around), before=context, after=context
    )
    found = place_terms(text[place.start : place.end], sought, IN_TEXT)
    marks += [Mark(place.start + start, place.start + end, "found", "found") for start, end in found]
    return mark_text(text, place.start, place.end, marks)


def _footer(row: dict[str, Any]) -> str:
    said = days(row["said_earliest"], row["said_latest"])
    parts = [
        escape(str(row["outlet"])) if is_known(row["outlet"]) else "Outlet not known",
        escape(published(row) or "undated article"),
        f"said {escape(said)}" if said and said != day(row["published"]) else "",
        f"relayed by {escape(str(row['via']))}" if is_known(row["via"]) else "",
        f"to {escape(str(row['addressee']))}" if is_known(row["addressee"]) else "",
        escape(label("kind", row).lower()),
        "in the headline" if row["section"] == "headline" else "",
        "inside another quotation" if is_known(row["within"]) else "",
    ]
    ground = f"Rule {label('rule', row).lower()}, {confidence(row['confidence'])}"
    return f'{" · ".join(filter(None, parts))}<span class="ground">{escape(ground)}</span>'
