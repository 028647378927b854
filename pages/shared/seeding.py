"""Seeding: the first start, when an empty store is filled from the articles that come with the project.

The reading runs on a thread of its own: a reader who closes or reloads the page does not cut it short.
"""

import time
from pathlib import Path
from threading import Thread

import streamlit as st

from pages.shared.data import first_readings, import_lock
from s400data.comparison import bring_up_to_date
from s400data.errors import S400Error
from s400data.store import ImportStep, Store, import_extractions

SECONDS_BETWEEN_LOOKS = 0.3


class FirstReading:
    """The import of one folder, from its start; `steps` grows until `is_done`."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.total = 0
        self.steps: list[ImportStep] = []
        self.error: S400Error | None = None
        self._thread = Thread(target=self._run, args=(store, folder), name="first reading", daemon=True)
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """Whether nothing more will come."""
        return not self._thread.is_alive()

    def _run(self, store: Store, folder: Path) -> None:
        # The language pipeline takes seconds to load and pages never need it afterwards.
        from s400data.documents import find_article_files
        from s400data.intake import find_edition
        from s400data.tasks import extract_files

        files, _ = find_article_files([folder])
        self.total = len(files)
        try:
            import_extractions(store, extract_files(files), progress=self.steps.append, edition=find_edition())
            bring_up_to_date(store)
        except S400Error as error:
            self.error = error


def fill_empty_store(store: Store, folder: Path) -> None:
    """Import the articles of `folder` where `store` holds none, with progress on the page; raises what stopped it."""
    reading = _reading_of(store, folder)
    if reading is None or (reading.is_done and reading.error is None):
        return
    with st.status("Reading the first articles. This happens once.", expanded=True) as status:
        _show_progress(reading)
        if reading.error is not None:
            first_readings().pop(store.url, None)
            status.update(label="The first articles could not be read.", state="error")
            raise reading.error
    st.rerun()


def _reading_of(store: Store, folder: Path) -> FirstReading | None:
    readings = first_readings()
    with import_lock():
        if store.url not in readings and store.is_empty() and folder.is_dir():
            readings[store.url] = FirstReading(store, folder)
        return readings.get(store.url)


def _show_progress(reading: FirstReading) -> None:
    bar = st.progress(0.0, text="Loading the language pipeline")
    shown = 0
    while shown < len(reading.steps) or not reading.is_done:
        for step in reading.steps[shown:]:
            shown += 1
            found = f"{step.events} events, {step.quotations} quotations"
            st.text(f"{Path(step.file).name}: {step.reason if step.outcome == 'failed' else found}")
            bar.progress(shown / max(reading.total, 1), text=f"{shown} of {reading.total} articles")
        time.sleep(SECONDS_BETWEEN_LOOKS)
