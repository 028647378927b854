"""Uploads: files, a folder or a pasted text, handed in with what is said of their columns."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Literal

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages.shared.escaping import plain
from pages.shared.importing.intakes import begin_import, file_in
from s400data.documents import FORMATS, Field, sample_file
from s400data.errors import ArticleError
from s400data.store import Store

WAYS = ("Files", "A folder", "A text")
MOST_MEGABYTES = 2000
TABLES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson")
LABELS: dict[Field, str] = {
    "title": "Title", "text": "Text", "outlet": "Outlet", "date": "Date", "author": "Author", "url": "Address",
}  # fmt: skip
NOT_SAID = "—"
SAMPLE_LETTERS = 90


def draw_uploads(store: Store, last_run: int) -> None:
    """Let the reader hand in articles after the import `last_run`; a click on the button begins their import."""
    way = st.segmented_control("How", WAYS, default=WAYS[0], key="way", label_visibility="collapsed") or WAYS[0]
    if way == "A text":
        _draw_text(store)
        return
    many: bool | Literal["directory"] = "directory" if way == "A folder" else True
    handed = st.file_uploader(
        "Text, HTML or MHTML pages, PDF, DOCX, e-mail, RSS and Atom, CSV, JSON, or ZIP archives of these",
        type=None if many == "directory" else [ending.removeprefix(".") for ending in FORMATS],
        accept_multiple_files=many,
        max_upload_size=MOST_MEGABYTES,
        # The files of an import that is done are not handed in again.
        key=f"handed-{way}-{last_run}",
    )
    files = list(handed) if isinstance(handed, list) else []
    if not files:
        return
    known = [file for file in files if PurePath(file.name).suffix.lower() in FORMATS]
    _draw_summary(known, len(files) - len(known))
    columns = {file.name: chosen for file in known if (chosen := _draw_columns(file))}
    words = f"Read {len(known)} {'file' if len(known) == 1 else 'files'}"
    if st.button(words, type="primary", disabled=not known, key="read"):
        _begin(store, [(file.name, file.getvalue()) for file in known], columns)


def _begin(store: Store, files: Sequence[tuple[str, bytes]], columns: dict[str, dict[str, str]]) -> None:
    folder = TemporaryDirectory(prefix="s400-import-")
    said: dict[str, dict[str, str]] = {}
    for name, content in files:
        file = file_in(Path(folder.name), name)
        file.write_bytes(content)
        if name in columns:
            said[str(file.relative_to(folder.name))] = columns[name]
    begin_import(store, folder, said)
    st.rerun()


def _draw_summary(known: Sequence[UploadedFile], others: int) -> None:
    kinds = Counter(PurePath(file.name).suffix.lower().removeprefix(".").upper() for file in known)
    size = sum(file.size for file in known) / 1000
    shown = f"{size / 1000:,.1f} MB" if size >= 1000 else f"{size:,.1f} kB"
    words = ", ".join(f"{n:,} {kind}" for kind, n in kinds.most_common())
    line = f"**{len(known):,}** {'file' if len(known) == 1 else 'files'}, {shown}: {words or 'none that is read'}."
    if others:
        line += f" {others:,} of other formats (pictures, scripts) will be left out."
    st.caption(line)


def _draw_columns(file: UploadedFile) -> dict[str, str]:
    """Let the reader say which column of a table holds what; only what differs from the guess is given back."""
    if PurePath(file.name).suffix.lower() not in TABLES:
        return {}
    file.seek(0)
    try:
        rows, guessed = sample_file(file, file.name)
    except ArticleError as error:
        st.warning(f"{plain(file.name)}: {plain(error.reason)}")
        return {}
    names = list(dict.fromkeys(name for row in rows for name in row))
    missing = "text" not in guessed
    with st.expander(f"Columns of {plain(file.name)}", expanded=True):
        st.caption(
            "No column looks like the text of an article; say which one it is."
            if missing
            else "Guessed from the names of the columns and what they hold. Change what is wrong."
        )
        said: dict[str, str] = {}
        for place, column in zip(LABELS, st.columns(len(LABELS)), strict=True):
            with column:
                held = guessed.get(place)
                options = [NOT_SAID, *names]
                chosen = st.selectbox(
                    LABELS[place], options, index=options.index(held or NOT_SAID), key=f"column-{file.file_id}-{place}"
                )
                sample = next((row[chosen] for row in rows if row.get(chosen)), "") if chosen != NOT_SAID else ""
                st.html(f'<span class="desk-note">{_shortened(sample)}</span>')
            if chosen != (held or NOT_SAID):
                said[place] = "" if chosen == NOT_SAID else chosen
    return said


def _shortened(sample: str) -> str:
    words = " ".join(sample.split())
    return escape(words if len(words) <= SAMPLE_LETTERS else words[:SAMPLE_LETTERS].rstrip() + "…")


def _draw_text(store: Store) -> None:
    with st.form("pasted", border=False):
        text = st.text_area(
            "Text of one article, with or without its headline and dateline", height=260, key="pasted-text"
        )
        fields: tuple[Field, ...] = ("title", "outlet", "author", "date", "url")
        cells = st.columns([2, 1, 1, 1, 1.4])
        said = {
            name: cell.text_input(LABELS[name], key=f"pasted-{name}", placeholder="found by itself")
            for name, cell in zip(fields, cells, strict=True)
        }
        if not st.form_submit_button("Read this text", type="primary"):
            return
    if not text.strip():
        st.warning("There is no text yet.")
        return
    fields_said = {name: value.strip() for name, value in said.items() if value.strip()}
    stamp = datetime.now(UTC).strftime("%Y-%m-%d %H.%M.%S")
    content = json.dumps({**fields_said, "text": text}) if fields_said else text
    _begin(store, [(f"pasted {stamp}.{'json' if fields_said else 'txt'}", content.encode())], {})
