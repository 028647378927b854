"""Hostile files, and files with a few bytes changed: all are read or refused in words, soon, and nothing is written."""

import time
import warnings
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from s400data.articles import read_article
from s400data.documents import open_file, read_document
from s400data.errors import ArticleError
from tests.hostile import WHOLE, cases

MOST_SECONDS = 30
FEWEST_CASES = 200
OUTSIDE = tuple(Path(place) for place in ("/tmp/s400-escaped.txt", "/etc/s400-escaped.txt", "../s400-escaped.txt"))
SECRET = "root:"


def read_all(file):
    """Words of the articles in `file`, and the reasons of what cannot be read."""
    words, reasons = [], []
    for found in open_file(file):
        try:
            if isinstance(found, ArticleError):
                raise found
            words.append(read_article(read_document(found)).text)
        except ArticleError as error:
            reasons.append(error.reason)
    return words, reasons


def test_every_hostile_file_is_read_or_refused(tmp_path):
    number, slow, silent = 0, [], []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in cases():
            number += 1
            file = tmp_path / name
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
            start = time.monotonic()
            words, reasons = read_all(file)
            if time.monotonic() - start > MOST_SECONDS:
                slow.append(name)
            if not words and not reasons:
                silent.append(name)
            assert not any(SECRET in text for text in (*words, *reasons)), name
            file.unlink()
    assert number >= FEWEST_CASES
    assert slow == []
    assert silent == []
    assert not any(place.exists() for place in OUTSIDE)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", WHOLE)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_changed_bytes_are_read_or_refused(kind, data, tmp_path):
    content = bytearray(WHOLE[kind])
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(content) - 1))
        change = data.draw(st.binary(max_size=6))
        content[place : place + data.draw(st.integers(0, 12))] = change
        content = content or bytearray(b" ")
    file = tmp_path / f"changed.{kind}"
    file.write_bytes(bytes(content))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read_all(file)
