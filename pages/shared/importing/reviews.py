"""Reviews: title, outlet, author and date of what came in, each with its ground, to be corrected in place."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import pandas as pd
import streamlit as st

from pages.shared.components.labels import count
from pages.shared.data import ask
from pages.shared.escaping import plain
from pages.shared.frame import PageContext
from pages.shared.importing.intakes import correct
from s400data import queries
from s400data.tables import value_label

EDITED = {"title": "title", "outlet": "outlet", "author": "author", "day": "published"}
SHOWN = ("open", "title", "outlet", "author", "day", "corrected", "ground", "events", "quotations", "path")
MOST_ROWS = 2000
TELLS = {"title": "Title", "outlet": "Outlet", "author": "Author", "published": "Date"}
LISTED = 20
HELP = (
    "Click into a title, outlet, author or date to correct it. A date may be a day, a month or a year: 2019-07-12, "
    "2019-07, 2019. What you say is kept as your own record, and no later reading overwrites it."
)
NOBODY = "analyst at this desk"


def draw_review(page: PageContext, run_id: int) -> None:
    """Draw the articles of an import as a table to correct in; what was changed is saved on a click."""
    found = ask(page.store, queries.imported, run_id)
    if found.empty:
        st.caption("No article in the collection was read last by this import.")
        return
    st.subheader("Check what was read")
    open_ends = found["outlet"].isna() | found["day"].isna()
    st.caption(HELP)
    only = False
    if open_ends.any():
        only = st.toggle(f"Only the {int(open_ends.sum()):,} without an outlet or a date", key="only-open")
    rows = _rows(found.loc[open_ends] if only else found, ask(page.store, queries.held_corrections))
    edited = st.data_editor(
        rows[list(SHOWN)],
        key=f"review-{run_id}-{only}-{page.store.version()}",
        hide_index=True,
        width="stretch",
        placeholder="not known",
        height="auto" if len(rows) <= LISTED else 640,
        disabled=[name for name in SHOWN if name not in EDITED],
        column_config=_columns(),
    )
    changes = find_changes(rows, edited)
    number = sum(len(change["corrections"]) for change in changes)
    words = f"Save {count(number, 'correction')}" if changes else "Nothing to save"
    if st.button(words, type="primary", disabled=not changes, key="save"):
        _save(page, changes)


def draw_corrections(page: PageContext) -> None:
    """List the corrections that hold, each with a button that takes it back."""
    found = ask(page.store, queries.held_corrections)
    if found.empty:
        return
    with st.expander(f"Corrections that hold: {len(found):,}"):
        for _, row in found.head(LISTED).iterrows():
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                was, now = (plain(row[name]) if pd.notna(row[name]) else "nothing" for name in ("former", "value"))
                st.markdown(
                    f"**{TELLS[str(row['field'])]}** of {plain(row['title'])}: {was} → **{now}** "
                    f":gray[{plain(row['maker'])}, {plain(row['made'])} UTC]",
                    width="stretch",
                )
                if st.button("Take back", key=f"undo-{row['correction_id']}", type="tertiary"):
                    change = {"article_id": row["article_id"], "corrections": {}, "undone": [row["field"]]}
                    _save(page, [change])
        if len(found) > LISTED:
            st.caption(f"The latest {LISTED} of {len(found):,} are listed.")


def find_changes(rows: pd.DataFrame, edited: pd.DataFrame) -> list[dict[str, Any]]:
    """What was changed in a table of articles, one entry an article; a cell emptied says that there is nothing."""
    changes = []
    for (_, before), (_, after) in zip(rows.iterrows(), edited.iterrows(), strict=True):
        said = {
            field: _cell(after, name) for name, field in EDITED.items() if _cell(after, name) != _cell(before, name)
        }
        if said:
            changes.append({"article_id": before["article_id"], "corrections": said, "undone": []})
    return changes


def _rows(found: pd.DataFrame, held: pd.DataFrame) -> pd.DataFrame:
    shown = found.head(MOST_ROWS).reset_index(drop=True)
    ground = [
        value_label("published_basis", basis) + (f": {evidence}" if pd.notna(evidence) else "")
        for basis, evidence in zip(shown["published_basis"], shown["published_evidence"], strict=True)
    ]
    told = list(zip(held["article_id"], held["field"], strict=True))
    corrected = [", ".join(TELLS[field] for one, field in told if one == number) for number in shown["article_id"]]
    links = [f"article?article={quote(number)}" for number in shown["article_id"]]
    names = [PurePath(path).name for path in shown["path"]]
    return shown.assign(ground=ground, open=links, path=names, corrected=corrected)


def _columns() -> dict[str, Any]:
    columns = st.column_config
    return {
        "open": columns.LinkColumn("", display_text="Open", width=55),
        "title": columns.TextColumn("Title", width=325),
        "outlet": columns.TextColumn("Outlet", width=120),
        "author": columns.TextColumn("Author", width=115),
        "day": columns.TextColumn("Published", width=105, validate=r"^(\d{4}(-\d{1,2}(-\d{1,2})?)?)?$"),
        "corrected": columns.TextColumn("Corrected", width=105, help="What you or others have corrected in it."),
        "ground": columns.TextColumn("Ground for the date", width=215),
        "events": columns.NumberColumn("Events", width=70),
        "quotations": columns.NumberColumn("Quotations", width=90),
        "path": columns.TextColumn("File", width=150),
    }


def _cell(row: Mapping[str, Any] | pd.Series, name: str) -> str | None:
    value = row[name]
    return None if pd.isna(value) or not str(value).strip() else str(value).strip()


def _save(page: PageContext, changes: list[dict[str, Any]]) -> None:
    with st.spinner("Saving; articles with another date are read again…"):
        problems = correct(page.store, changes, str(st.user.get("name") or NOBODY))
    for problem in problems:
        st.warning(plain(problem))
    if not problems:
        st.rerun()
