"""Words as Universal Dependencies cuts them, where spaCy's own rules cut otherwise."""

import pytest

from s400data.language.tokens import blank_pipeline

CASES = [
    ("compound", "a Russian-made radar", "a Russian - made radar"),
    ("prefix", "to re-commit", "to re-commit"),
    ("prefix before a name", "anti-Turkish moves", "anti - Turkish moves"),
    ("designation", "the S-400 and Su-57", "the S-400 and Su-57"),
    ("signature", "Feb. 3. /TASS/. The jets", "Feb. 3 . / TASS / . The jets"),
    ("slash within a word", "and/or", "and/or"),
    ("slash that ends an address", "at http://a.org/news/ today", "at http://a.org/news/ today"),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_text_is_cut_into_words(text, expected):
    doc = blank_pipeline()(text)
    assert doc.text == text
    assert " ".join(token.text for token in doc) == expected
