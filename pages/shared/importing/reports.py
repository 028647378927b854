"""Reports: what an import brought, what it could not take in and why, and what is like what."""

from html import escape

import pandas as pd
import streamlit as st

from pages.shared.address import article_params
from pages.shared.components.exports import draw_exports
from pages.shared.components.labels import count
from pages.shared.data import ask
from pages.shared.escaping import plain
from pages.shared.frame import PageContext
from s400data import queries
from s400data.queries import IMPORT_ERROR_VIEW

NUMBERS = {
    "new": "new",
    "replaced": "read again",
    "unchanged": "there already",
    "duplicate": "left out as duplicates",
    "failed": "not read",
    "skipped": "skipped",
}
NOT_TAKEN_IN = {"failed": "not read", "duplicate": "duplicate", "skipped": "skipped"}
LISTED = 10
RELATIONS = {"version": "version of", "near-duplicate": "nearly the same as"}


def choose_run(runs: pd.DataFrame) -> pd.Series | None:
    """Let the reader choose one of `runs`, the last import first; None where there is none."""
    if runs.empty:
        return None
    st.subheader("What came in")
    labels = {int(run["run_id"]): _run_words(run) for _, run in runs.iterrows()}
    # After another import, that one is chosen.
    key = f"run-{next(iter(labels))}"
    chosen = st.selectbox("Import", list(labels), format_func=labels.__getitem__, width=560, key=key)
    return runs.loc[runs["run_id"] == chosen].iloc[0]


def draw_report(page: PageContext, run: pd.Series) -> None:
    """Say what an import brought, name what was not taken in, and what is like others."""
    with st.container(key="numbers", horizontal=True, gap="large"):
        for name, words in NUMBERS.items():
            if not run[name] and name != "new":
                continue
            st.html(
                f'<span class="desk-number">{int(run[name]):,}</span><br><span class="desk-note">{words}</span>',
                width="content",
            )
    if pd.isna(run["finished"]):
        st.warning("This import was cut short. Hand in the same files again: it goes on where it stopped.")
    _draw_problems(page, int(run["run_id"]))
    _draw_likenesses(page, int(run["run_id"]))


def _run_words(run: pd.Series) -> str:
    counts = [f"{int(run[name]):,} {words}" for name, words in NUMBERS.items() if run[name]]
    return f"{str(run['started'])[:16]} UTC · {', '.join(counts) or 'nothing read'}"


def _draw_problems(page: PageContext, run_id: int) -> None:
    problems = ask(page.store, queries.import_errors, run_id)
    if problems.empty:
        return
    numbers = problems["outcome"].value_counts()
    words = [
        count(int(numbers[outcome]), word) if outcome == "duplicate" else f"{numbers[outcome]:,} {word}"
        for outcome, word in NOT_TAKEN_IN.items()
        if outcome in numbers
    ]
    with st.expander(f"Not taken in: {', '.join(words)}", expanded="failed" in numbers):
        shown = problems.assign(outcome=problems["outcome"].map(NOT_TAKEN_IN).str.capitalize())
        st.dataframe(
            shown[["file", "outcome", "reason"]],
            hide_index=True,
            width="stretch",
            column_config={
                "file": "File",
                "outcome": "Result",
                "reason": st.column_config.TextColumn("Why", width="large"),
            },
        )
        draw_exports(None, problems, "not-taken-in", IMPORT_ERROR_VIEW)


def _draw_likenesses(page: PageContext, run_id: int) -> None:
    found = ask(page.store, queries.likenesses, run_id)
    if found.empty:
        return
    with st.expander(f"Much like another article: {len(found):,}", expanded=False):
        st.caption("Kept and linked, not left out; Sources counts what has one origin once.")
        for n, (_, row) in enumerate(found.head(LISTED).iterrows()):
            with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"like-{n}"):
                _draw_link(page, row, "")
                words = f"{RELATIONS[str(row['relation'])]} ({row['share']:.0%} of its words in common)"
                st.html(f'<span class="desk-note">{escape(words)}</span>', width="content")
                _draw_link(page, row, "other_")
        if len(found) > LISTED:
            st.caption(f"The first {LISTED} of {len(found):,} are listed.")


def _draw_link(page: PageContext, row: pd.Series, prefix: str) -> None:
    outlet = row[f"{prefix}outlet"]
    id_column = f"{prefix}id" if prefix else "article_id"
    st.page_link(
        "pages/article.py",
        label=f"{plain(row[f'{prefix}title'])} :gray[{plain(outlet) if pd.notna(outlet) else 'outlet not known'}]",
        query_params=article_params(page.selection, str(row[id_column])),
        width="content",
    )
