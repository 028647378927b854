"""The first start: an empty store fills itself from the seeds while the page shows how far it is."""

import pytest

from s400data.store import open_store
from tests.browser.conftest import ROOT, serve

pytestmark = [pytest.mark.browser, pytest.mark.model]
PATIENCE = 180_000


def test_an_empty_store_reads_the_seeds_with_progress(browser, tmp_path):
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    for address in serve(url):
        page = browser.new_page()
        page.goto(address)
        page.get_by_text("Reading the first articles").wait_for(timeout=PATIENCE)
        page.get_by_text("articles shown").wait_for(timeout=PATIENCE)
        assert not page.locator("[data-testid=stException]").count()
    _assert_all_is_read(url)


def test_the_first_start_goes_on_when_the_reader_leaves(browser, tmp_path):
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    for address in serve(url):
        page = browser.new_page()
        page.goto(address)
        page.get_by_text("Reading the first articles").wait_for(timeout=PATIENCE)
        page.close()
        page = browser.new_page()
        page.goto(address)
        page.get_by_text("articles shown").wait_for(timeout=PATIENCE)
    _assert_all_is_read(url)


def _assert_all_is_read(url):
    seeds = len(list((ROOT / "seeds").iterdir()))
    store = open_store(url)
    assert len(store.read_table("articles")) == seeds
    events = store.read_table("events")
    assert events["occurrence_id"].nunique() < len(events)
