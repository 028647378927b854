"""Import: articles handed in, read with progress, reviewed and corrected."""

import streamlit as st

from pages.shared.components.empty import draw_empty
from pages.shared.data import ask
from pages.shared.escaping import plain
from pages.shared.frame import open_page
from pages.shared.importing import (
    choose_run,
    current_intake,
    draw_changes,
    draw_corrections,
    draw_progress,
    draw_report,
    draw_review,
    draw_stale,
    draw_uploads,
)
from s400data import queries

LEAD = (
    "Hand in articles in any form you have them. What is there already is not read twice, what cannot be read is named."
)

with open_page("Import", page="import", about="articles", lead=LEAD, narrowed=False) as page:
    intake = current_intake(page.store)
    if intake is not None and not intake.is_done:
        draw_progress(intake)
        st.stop()
    if intake is not None and intake.error:
        st.error(f"It came to a halt: {plain(intake.error)}")
    draw_stale(page)
    draw_changes(page, opened=intake is not None and intake.noun == "article")
    runs = ask(page.store, queries.import_runs, 30)
    draw_uploads(page.store, 0 if runs.empty else int(runs["run_id"].iloc[0]))
    run = choose_run(runs)
    if run is None:
        draw_empty("Nothing has been imported yet.", "Choose files above; a folder of hundreds is fine.")
        st.stop()
    draw_report(page, run)
    draw_review(page, int(run["run_id"]))
    draw_corrections(page)
