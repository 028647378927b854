"""Where a text is cut for the encoder, and where its sentences start: by hand, without weights."""

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from s400data.language.sentences import find_starts
from s400data.language.windows import BREAKS, LONGEST_WINDOW, MARGIN, MOST_MARGIN_SUBWORDS, MOST_SUBWORDS, find_windows

TOKENIZER = spacy.blank("en")
LONGEST_WORD = 100


def windows_of(text, size=1, breaks=()):
    doc = TOKENIZER.make_doc(text)
    doc.user_data[BREAKS] = frozenset(breaks)
    return doc, find_windows(doc, lambda word: min(size * len(word), LONGEST_WORD))


@given(st.text(max_size=400), st.integers(1, 40))
def test_every_word_is_in_one_core_and_none_is_white_space(text, size):
    doc, windows = windows_of(text, size)
    assert [i for window in windows for i in window.core] == [token.i for token in doc if not token.is_space]


@given(st.integers(1, 2000), st.integers(1, 100))
def test_a_window_fits_the_encoder(words, size):
    text = "word " * words
    _, windows = windows_of(text, size)
    for window in windows:
        assert len(window.core) <= LONGEST_WINDOW
        subwords = min(size * 4, LONGEST_WORD) * len(window.words)
        assert subwords <= MOST_SUBWORDS + 2 * max(MOST_MARGIN_SUBWORDS, LONGEST_WORD) or len(window.core) == 1


def test_a_paragraph_and_a_break_open_a_window():
    text = "ANKARA - The talks ended.\nNobody spoke."
    _, windows = windows_of(text, breaks=[text.index("The")])
    assert [len(window.core) for window in windows] == [2, 4, 3]


def test_a_long_paragraph_is_cut_at_a_sentence_and_read_with_its_surroundings():
    doc, windows = windows_of("On we go to it as he is up now. " * 40)
    first, second = windows[:2]
    assert doc[first.core[-1]].text == "."
    assert doc[second.core[0]].text == "On"
    assert second.begin == MARGIN
    assert len(first.words) - first.end == MARGIN


STARTS = [
    ("as scored", "He left . She stayed .", "1 0 0 1 0 0", "1 0 0 1 0 0"),
    ("none after a comma", "If so , They left", "1 0 0 1 0", "1 0 0 0 0"),
    ("none after a comma and a mark", '" Go , " he said', "1 0 0 0 1 0", "1 0 0 0 0 0"),
    ("the opening mark goes with its sentence", 'He left . " We stay . "', "1 0 0 0 1 0 0 0", "1 0 0 1 0 0 0 0"),
    ("an opening mark is no sentence", 'He left . " We stay . "', "1 0 0 1 1 0 0 0", "1 0 0 1 0 0 0 0"),
    ("a date goes with what it opens", "In April 2019 Washington left", "1 0 0 1 0", "1 0 0 0 0"),
    ("a sentence that ends in a year ends", "He left In April 2019 . She stayed", "1 0 1 0 0 0 1 0", "1 0 1 0 0 0 1 0"),
    ("a closing mark stays behind", '" We stay . " He left', "1 0 0 0 0 1 0", "1 0 0 0 0 1 0"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "scored", "expected"), [c[1:] for c in STARTS], ids=[c[0] for c in STARTS])
def test_sentence_starts(text, scored, expected):
    words = text.split()
    marks = [k for k, word in enumerate(words) if word == '"']
    opening = set(marks[::2])
    spaced = [k == 0 or (k - 1 not in opening and (word not in '.,"' or k in opening)) for k, word in enumerate(words)]
    scores = np.array([1.0 if flag == "1" else -1.0 for flag in scored.split()])
    assert find_starts(scores, words, spaced).astype(int).tolist() == [int(flag) for flag in expected.split()]


def test_a_window_always_starts_a_sentence():
    assert find_starts(np.array([-5.0, -5.0]), ["and", "so"], [True, True]).tolist() == [True, False]
