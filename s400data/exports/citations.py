"""Citations: a quotation with its source, as text, Markdown, BibTeX and RIS."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd
import rispy
from rispy.writer import RisWriter

from s400data.comparison import write_days
from s400data.tables import value_label

Row = Mapping[str, Any]

# What a citation is made of.
CITED = (
    "speaker_name", "speaker_role", "text", "kind", "via", "title", "outlet", "published", "published_precision",
)  # fmt: skip
NO_SPEAKER = "Speaker not resolved"
MARKS = "\"“”‘’' "
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~$])")
LATEX = {
    "\\": r"\textbackslash ", "{": r"\textbraceleft ", "}": r"\textbraceright ", "~": r"\textasciitilde ",
    "^": r"\textasciicircum ", **{sign: f"\\{sign}" for sign in "&%$#_"},
}  # fmt: skip
NO_KEY = re.compile(r"[^A-Za-z0-9:-]+")


class _Plain(RisWriter):  # type: ignore[misc]
    """Writes an entry without a number before it, which readers of the format do not expect."""

    def set_header(self, count: int) -> str:  # noqa: ARG002
        return ""


def to_citation(row: Row) -> str:
    """The quotation with its source, as plain text for a note or a briefing."""
    return f"{_who(row)}: {_said(row)}{_manner(row)}{_relayed(row)}. {', '.join(_source(row, '“{}”'))}."


def to_markdown(row: Row) -> str:
    """The quotation as a block, its source below it."""
    by = f"— **{_plain(speaker(row))}**{_plain(_office(row))}{_plain(_manner(row) + _relayed(row))}. "
    return f"> {_plain(_said(row))}\n>\n> {by}{', '.join(map(_plain, _source(row, '“{}”')))}."


def to_bibtex(row: Row) -> str:
    """The article as an entry of BibTeX, with the quotation as its note."""
    day = publication_day(row)
    fields = {
        "title": text(row, "title") or "Untitled article",
        "author": text(row, "author"),
        "journal": text(row, "outlet"),
        "year": day[:4],
        "month": day[5:7].lstrip("0"),
        "day": day[8:10].lstrip("0"),
        "note": f"{_who(row)}: {_said(row)}{_manner(row)}{_relayed(row)}",
    }
    lines = [f"  {name} = {{{_latex(value)}}}" for name, value in fields.items() if value]
    return f"@article{{{NO_KEY.sub('-', str(row['quotation_id']))},\n" + ",\n".join(lines) + "\n}"


def to_ris(row: Row) -> str:
    """The article as an entry of RIS, with the quotation as its note."""
    day = publication_day(row)
    entry = {
        "type_of_reference": "NEWS",
        "title": text(row, "title") or "Untitled article",
        "authors": [text(row, "author")] if text(row, "author") else [],
        "secondary_title": text(row, "outlet"),
        "year": day[:4],
        "date": day.replace("-", "/") + "/" * (3 - day.count("-") - 1) if day else "",
        "notes": [f"{_who(row)}: {_said(row)}{_manner(row)}{_relayed(row)}"],
        "id": str(row["quotation_id"]),
    }
    return str(rispy.dumps([{name: value for name, value in entry.items() if value}], implementation=_Plain)).strip()


FORMS: dict[str, Callable[[Row], str]] = {
    "Text": to_citation,
    "Markdown": to_markdown,
    "BibTeX": to_bibtex,
    "RIS": to_ris,
}


def to_markdown_list(rows: Iterable[Row], heading: str, notes: Iterable[str] = ()) -> str:
    """A document of quotations in the order of `rows`; `notes` say under the heading what they are."""
    said = [to_markdown(row) for row in rows]
    return "\n\n".join([f"# {_plain(heading)}", *map(_plain, notes), *said]) + "\n"


def speaker(row: Row) -> str:
    """Name of the speaker, or that there is none."""
    return text(row, "speaker_name") or NO_SPEAKER


def publication_day(row: Row) -> str:
    """Date of publication as exactly as it is known: "2019-07-12", "2019-07", "2019"; "" where it is not."""
    if pd.isna(row["published"]):
        return ""
    return f"{row['published']:%Y-%m-%d}"[: {"month": 7, "year": 4}.get(text(row, "published_precision"), 10)]


def publication_words(row: Row) -> str:
    """The same in words: "12 July 2019"."""
    day = row["published"]
    if pd.isna(day):
        return ""
    written = {"month": "%B %Y", "year": "%Y"}.get(text(row, "published_precision"))
    return f"{day:{written}}" if written else write_days(day, day)


def text(row: Row, column: str) -> str:
    """Text of `column` on one line; "" where it is missing or not there."""
    cell = row.get(column)
    return "" if cell is None or pd.isna(cell) else " ".join(str(cell).split())


def _who(row: Row) -> str:
    return f"{speaker(row)}{_office(row)}"


def _office(row: Row) -> str:
    return f", {office}" if (office := text(row, "speaker_role")) else ""


def _said(row: Row) -> str:
    said = text(row, "text")
    return f"“{said.strip(MARKS)}”" if row["kind"] == "direct" else said


def _manner(row: Row) -> str:
    return "" if row["kind"] == "direct" else f" [{value_label('kind', row['kind']).lower()}]"


def _relayed(row: Row) -> str:
    return f" (relayed by {via})" if (via := text(row, "via")) else ""


def _source(row: Row, title: str) -> list[str]:
    named = title.format(text(row, "title")) if text(row, "title") else ""
    return [
        one for one in (text(row, "outlet") or "outlet not known", named, publication_words(row) or "undated") if one
    ]


def _plain(words: str) -> str:
    return MARKDOWN.sub(r"\\\1", words)


def _latex(words: str) -> str:
    return "".join(LATEX.get(letter, letter) for letter in words)
