"""Seeding: the first start, when an empty store is filled from the articles that come with the project."""

from pathlib import Path

import streamlit as st

from pages.shared.data import import_lock
from s400data.store import ImportStep, Store, import_extractions


def fill_empty_store(store: Store, folder: Path) -> None:
    """Import the articles of `folder` where `store` holds none, with progress on the page."""
    if not store.is_empty() or not folder.is_dir():
        return
    with st.status("Reading the first articles. This happens once.", expanded=True) as status, import_lock():
        # Another session may have filled it while this one waited.
        if store.is_empty():
            _import(store, folder)
        status.update(label="The first articles are read.", state="complete", expanded=False)
    st.rerun()


def _import(store: Store, folder: Path) -> None:
    # The language pipeline takes seconds to load and pages never need it afterwards.
    from s400data.articles import find_article_files
    from s400data.pipeline import extract_files

    files, _ = find_article_files([folder])
    bar = st.progress(0.0, text=f"0 of {len(files)} articles")
    done = 0

    def show(step: ImportStep) -> None:
        nonlocal done
        done += 1
        name = Path(step.file).name
        bar.progress(done / max(len(files), 1), text=f"{done} of {len(files)} articles")
        st.write(f"{name}: {step.reason or f'{step.events} events, {step.quotations} quotations'}")

    import_extractions(store, extract_files(files), progress=show)
