"""The Import page in a browser: files handed in, read, checked, corrected; what an older edition read is read again."""

import pytest

from s400data.store import open_store
from tests.browser.conftest import serve
from tests.browser.desk import BETWEEN_LOOKS, settle, wait_until_drawn
from tests.formats import STORY, page, pdf, table, wrapped
from tests.samples import ANKARA

pytestmark = [pytest.mark.browser, pytest.mark.model]
PATIENCE = 60_000


@pytest.fixture
def files(tmp_path):
    made = {
        "norway.html": page(),
        "copy.html": page(),
        "printed.pdf": pdf(wrapped(STORY.replace("six", "ten").replace("Norway", "Sweden"))),
        "rows.csv": table(),
        "broken.pdf": b"%PDF-1.4",
    }
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
    return {name: tmp_path / name for name in made}


def test_files_are_read_checked_corrected_and_not_read_twice(browser, files, tmp_path):
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    open_store(url).save(ANKARA)
    for address in serve(url):
        opened = browser.new_page(viewport={"width": 1440, "height": 1600})
        opened.set_default_timeout(PATIENCE)
        opened.goto(f"{address}/import")
        opened.get_by_text("Nothing has been imported yet.").wait_for()
        opened.locator("input[type=file]").first.set_input_files(list(files.values()))
        opened.get_by_text("Columns of rows.csv").wait_for()
        opened.get_by_role("button", name="Read 5 files").click()
        opened.get_by_role("button", name="Stop").wait_for()
        opened.get_by_text("Check what was read").wait_for()
        settle(opened)
        opened.get_by_text("Not taken in: 1 not read, 2 duplicates").wait_for()
        _correct_title(opened, "A title of our own")
        opened.get_by_text("Corrections that hold: 1").wait_for()
        opened.locator("input[type=file]").first.set_input_files([files["norway.html"], files["printed.pdf"]])
        opened.get_by_role("button", name="Read 2 files").click()
        opened.locator(".desk-number + br + .desk-note", has_text="there already").wait_for()
        _read_again(opened, ANKARA.article.title)
        assert not opened.locator("[data-testid=stException]").count()
    store = open_store(url)
    articles = store.read_table("articles").set_index("path")
    assert {"copy.html", "printed.pdf"} <= set(articles.index)
    assert "A title of our own" in set(articles["title"].dropna())


def _correct_title(opened, words):
    """Write over the title in the first row; the table is a canvas, so its cells are reached by their place."""
    table = opened.locator("[data-testid=stDataFrame]").last
    table.scroll_into_view_if_needed()
    wait_until_drawn(opened, "[data-testid=stDataFrame] canvas")
    box = table.bounding_box()
    opened.mouse.dblclick(box["x"] + 200, box["y"] + 52)
    field = opened.locator("textarea.gdg-input")
    field.fill(words)
    # The field hands on what it held when it was last drawn: Enter has to wait for that.
    opened.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    opened.wait_for_timeout(BETWEEN_LOOKS)
    field.press("Enter")
    opened.get_by_role("button", name="Save 1 correction").click()


def _read_again(opened, title):
    """Have the one article read again that no edition of this program has read: its rows were made by hand."""
    opened.get_by_role("button", name="Read it again").click()
    opened.get_by_text("Changed by reading again: 1 article").wait_for()
    opened.locator(".reread .title", has_text=title).wait_for()
    assert not opened.get_by_role("button", name="Read it again").count()
