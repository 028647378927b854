"""Quotations as cards: who, in what office, the words in their sentence, the positions and their reasons."""

from collections.abc import Sequence
from html import escape
from typing import Any

from pages.shared.components.badges import badge, position_line
from pages.shared.components.labels import confidence, day, days, is_known, label, office, published
from pages.shared.components.text_marks import Mark, mark_text
from s400data.comparison import sentence_around
from s400data.exports import speaker
from s400data.store.highlights import place_terms
from s400data.store.searches import Node

IN_TEXT = frozenset(("said", "sentence", "article", "actor"))


def card_html(
    row: dict[str, Any], text: str, *, sought: Node | None = None, also: Sequence[tuple[str, str]] = ()
) -> str:
    """HTML of a quotation; `text` is its article's, from which a sentence more on either side can be unfolded.

    Words of the search `sought` are marked. `also` are addresses and names of others that carry the same statement.
    """
    words, wider = (_words(row, text, context, sought) for context in (0, 1))
    return (
        f'<section class="quote {escape(str(row["overall"]))}">'
        f'<header><span class="who">{_who(row, sought)}</span>{badge("overall", row["overall"])}</header>'
        f"<blockquote>{words}</blockquote>{_unfolded(wider) if wider != words else ''}"
        f'<div class="positions">{"".join(map(position_line, row["stances"])) or _NO_POSITION}</div>'
        f"<footer>{_footer(row)}{_also(also)}</footer></section>"
    )


_NO_POSITION = '<span class="position"><span class="why">No position on a listed topic.</span></span>'


def _unfolded(words: str) -> str:
    return f'<details><summary>In context</summary><div class="context">{words}</div></details>'


def _also(others: Sequence[tuple[str, str]]) -> str:
    links = ", ".join(f'<a href="{escape(href)}" target="_self">{escape(name)}</a>' for href, name in others)
    return f'<span class="also">Same statement in {links}</span>' if links else ""


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
