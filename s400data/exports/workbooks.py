"""Workbooks: frames as Excel files (Office Open XML), with a second sheet that explains the columns.

Texts are kept as texts, so that nothing in a cell is ever taken for a formula; days are real dates.
"""

import io
import re
from collections.abc import Iterable, Iterator
from datetime import date
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pandas as pd

from s400data.errors import TableError
from s400data.exports.cells import Cell, plain_rows, sheet_cell
from s400data.tables import Table

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ROWS = 1_048_575
MOST_CHARACTERS = 32_767
WIDEST = 60
# Day 0 of a workbook; days before March 1900 are counted wrongly by tradition and stay texts.
DAY_ZERO, FIRST_DAY = date(1899, 12, 30), date(1900, 3, 1)
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Excel reads "_x000D_" in a text as the character with that number.
LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
NO_TITLE = re.compile(r"[\[\]:*?/\\]")
LONGEST_TITLE = 31
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
PLAIN, HEADING, DAY = 0, 1, 2

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{MIME}.main+xml"/>'
    '<Override PartName="/xl/styles.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
    + "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        for n in (1, 2)
    )
    + "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{RELATIONS}/worksheet" Target="worksheets/sheet2.xml"/>'
    f'<Relationship Id="rId3" Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/>'
    '<xf numFmtId="164" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}


def to_xlsx(frame: pd.DataFrame, view: Table, notes: Iterable[tuple[str, str]] = ()) -> bytes:
    """Workbook with the columns of `view` under their labels; the same frame always gives the same bytes.

    `notes` (a heading and its words) stand below the meanings of the columns, on the second sheet. Texts beyond what a
    cell holds are cut and end in an ellipsis. Raises TableError for more rows than a sheet holds.
    """
    if len(frame) > MOST_ROWS:
        raise TableError(f"{len(frame)} rows do not fit on a sheet, which holds {MOST_ROWS}; choose fewer")
    names = [column.label for column in view.columns]
    found = plain_rows(frame, view)
    rows = ([sheet_cell(column, row[column.name], safe=True) for column in view.columns] for row in found)
    days = [column.kind == "date" for column in view.columns]
    meanings: list[list[Cell]] = [[column.label, column.name, column.meaning] for column in view.columns]
    for heading, words in notes:
        meanings.append([heading, "", words])
    title = NO_TITLE.sub(" ", view.label)[:LONGEST_TITLE]
    sheets = ((title, _sheet(names, rows, days)), ("Columns", _sheet(["Column", "Name", "Meaning"], meanings, [])))
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as file:
        for name, content in _parts(sheets):
            # Without a date of its own, a part would make each file different.
            file.writestr(ZipInfo(name), f'<?xml version="1.0" encoding="UTF-8"?>{content}'.encode(), ZIP_DEFLATED)
    return written.getvalue()


def _parts(sheets: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    yield from PARTS.items()
    titles = []
    for n, (title, content) in enumerate(sheets, 1):
        titles.append(f'<sheet name={quoteattr(title)} sheetId="{n}" r:id="rId{n}"/>')
        yield f"xl/worksheets/sheet{n}.xml", content
    listed = f"<sheets>{''.join(titles)}</sheets>"
    yield "xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{listed}</workbook>'


def _sheet(names: list[str], rows: Iterable[list[Cell]], days: list[bool]) -> str:
    widths = [len(name) + 2 for name in names]
    lines = [_row(1, names, [HEADING] * len(names))]
    for n, row in enumerate(rows, 2):
        widths = [max(width, len(str(cell)) + 2) for width, cell in zip(widths, row, strict=True)]
        lines.append(_row(n, row, [DAY if day else PLAIN for day in days] or [PLAIN] * len(row)))
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{min(width, WIDEST)}" customWidth="1"/>' for n, width in enumerate(widths, 1)
    )
    last = f"{_letters(len(names))}{len(lines)}"
    return (
        f'<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<cols>{columns}</cols><sheetData>{"".join(lines)}</sheetData><autoFilter ref="A1:{last}"/></worksheet>'
    )


def _row(n: int, cells: Iterable[Cell], styles: Iterable[int]) -> str:
    written = (_cell(f"{_letters(place)}{n}", *pair) for place, pair in enumerate(zip(cells, styles, strict=True), 1))
    return f'<row r="{n}">{"".join(written)}</row>'


def _cell(place: str, value: Cell, style: int) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value!r}</v></c>'
    if style == DAY and ISO_DAY.fullmatch(value) and date.fromisoformat(value) >= FIRST_DAY:
        return f'<c r="{place}" s="{DAY}"><v>{(date.fromisoformat(value) - DAY_ZERO).days}</v></c>'
    shown = f' s="{HEADING}"' if style == HEADING else ""
    return f'<c r="{place}"{shown} t="inlineStr"><is><t xml:space="preserve">{_text(value)}</t></is></c>'


def _text(value: str) -> str:
    kept = value if len(value) <= MOST_CHARACTERS else value[: MOST_CHARACTERS - 1] + "…"
    return escape(LOOKS_ESCAPED.sub("_x005F_", NO_XML.sub("", kept)))


def _letters(place: int) -> str:
    """Name of the column at `place`, from 1: A, B, ..., Z, AA."""
    letters = ""
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
