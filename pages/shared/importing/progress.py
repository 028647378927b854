"""Progress: how far an import or a reading again is, what came of each file, and the button that stops it."""

import re
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

import pandas as pd
import streamlit as st

from pages.shared.components.labels import count
from pages.shared.escaping import plain
from pages.shared.importing.intakes import Intake

SECONDS_BETWEEN_LOOKS = 1
SHOWN = 8
OUTCOMES = {
    "new": "read",
    "replaced": "read again",
    "unchanged": "there already",
    "duplicate": "duplicate",
    "failed": "not read",
    "skipped": "skipped",
    "changed": "changed",
    "same": "as before",
}
GOES_ON = {
    "file": "What has been read stays. Hand in the same files again to go on: what is there is not read twice.",
    "article": "What has been read again stays, with what it changed. The rest can be read again at any time.",
}


@st.fragment(run_every=SECONDS_BETWEEN_LOOKS)
def draw_progress(intake: Intake) -> None:
    """Show how far `intake` is, until it is done; then the page is drawn anew."""
    if intake.is_done:
        st.rerun()
    steps = list(intake.steps)
    share = _count_done(intake, steps) / intake.found if intake.found else 0.0
    st.progress(min(share, 1.0), text=_line(intake, steps))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("Stop", key="stop", disabled=intake.is_stopped, on_click=intake.stop)
        st.caption(GOES_ON[intake.noun])
    if steps:
        st.dataframe(_latest(steps), hide_index=True, width="stretch", column_config=_columns())


def _latest(steps: Sequence[dict[str, Any]]) -> pd.DataFrame:
    rows = [
        {
            "File": PurePath(step["file"]).name,
            "Result": OUTCOMES[step["outcome"]].capitalize(),
            "Events": step["events"],
            "Quotations": step["quotations"],
            "Remarks": step["reason"] or "",
        }
        for step in reversed(steps[-SHOWN:])
    ]
    return pd.DataFrame(rows)


def _columns() -> dict[str, Any]:
    columns = st.column_config
    return {
        "File": columns.TextColumn(width=230),
        "Result": columns.TextColumn(width=110),
        "Events": columns.NumberColumn(width=75),
        "Quotations": columns.NumberColumn(width=95),
        "Remarks": columns.TextColumn(width="large"),
    }


def count_words(steps: Sequence[dict[str, Any]]) -> str:
    """How many files ended in which way, in words."""
    counts = Counter(step["outcome"] for step in steps)
    return ", ".join(
        count(counts[outcome], words) if outcome == "duplicate" else f"{counts[outcome]:,} {words}"
        for outcome, words in OUTCOMES.items()
        if counts[outcome]
    )


def _line(intake: Intake, steps: Sequence[dict[str, Any]]) -> str:
    if intake.is_stopped:
        return "Stopping after the article at hand…"
    if not steps:
        found = f"{count(intake.found, intake.noun)} found; loading the language pipeline…"
        return found if intake.found else "Starting…"
    seconds = time.monotonic() - intake.started
    done = _count_done(intake, steps)
    minutes = (intake.found - done) * seconds / 60 / done if done else 0
    parts = [
        f"{intake.noun.capitalize()} {min(done + 1, intake.found):,} of {intake.found:,}",
        count_words(steps),
        f"{len(steps) / seconds * 60:,.0f} a minute",
        f"about {count(round(minutes), 'minute')} left" if minutes >= 1 else "",
        plain(PurePath(steps[-1]["file"]).name),
    ]
    return " · ".join(filter(None, parts))


def _count_done(intake: Intake, steps: Sequence[dict[str, Any]]) -> int:
    """Files behind the one at hand; all that a table or an archive holds comes from one file."""
    if intake.noun == "article":
        return len(steps)
    files = {re.split(r", (?:row|line|object|entry) |(?<=\.zip)/", step["file"])[0] for step in steps}
    return max(len(files) - 1, 0)
