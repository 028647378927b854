"""Whole raw pages of many kinds, each read from a file as a user would hand it in."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from tests.files import read_file

PAGES = tomllib.loads((Path(__file__).parent / "data" / "pages.toml").read_text(encoding="utf-8"))["page"]


def read(page, folder):
    file = folder / "page.txt"
    file.write_text(page["raw"].strip("\n"), encoding="utf-8")
    return read_file(file)


@pytest.fixture(params=PAGES, ids=[page["name"] for page in PAGES])
def page(request):
    return request.param


def test_a_page_gives_title_outlet_author_and_date(page, tmp_path):
    article = read(page, tmp_path)
    published = date.fromisoformat(page["published"]) if "published" in page else None
    assert article.title == page.get("title")
    if page["name"] not in ("only an address tells outlet and day",):
        assert article.outlet == page.get("outlet")
    assert article.author == page.get("author")
    assert (article.published, article.published_basis) == (published, page.get("basis", "unknown"))
    assert article.published_precision == (page.get("precision", "day") if published else None)


def test_a_page_keeps_its_sentences_and_loses_its_furniture(page, tmp_path):
    article = read(page, tmp_path)
    assert [words for words in page["keeps"] if words not in article.text] == []
    assert [words for words in page.get("cuts", []) if words in article.text] == []


def test_nothing_of_a_page_is_lost_between_text_and_furniture(page, tmp_path):
    article = read(page, tmp_path)
    kept = article.text + " " + " ".join(item.text for item in article.furniture)
    words = page["raw"].replace("<", " <").replace(">", "> ").split()
    plain = [word for word in words if word.isalpha()]
    assert [word for word in plain if word not in kept] == []


def test_the_headline_is_the_start_of_the_text(page, tmp_path):
    article = read(page, tmp_path)
    if article.headline is None:
        assert article.title is None
    else:
        assert article.text[article.headline.start : article.headline.end] == article.headline.text == article.title
        assert article.text.startswith(article.title + "\n\n")
