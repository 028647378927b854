import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from s400data.language import parse
from s400data.quotations import find_quotations
from s400data.quotations.marks import find_passages
from s400data.records import Article

MARKS = [*"\"“”„«»‘’'\n :,.?!-—", "``", "''"]
WORDS = [
    "he said",
    "Kozhin",
    "told",
    "that",
    "the radar",
    "stays",
    "according to",
    "Ankara",
    "adding",
    "urged",
    "to go",
    "allies’",
]
SOUP = st.lists(st.sampled_from([*MARKS, *WORDS, " ", "\n\n", "سلام", "привет", "「", "」", "é"]), max_size=60).map(
    "".join
)


class Nobody:
    """A cast that knows no one."""

    def actor_of(self, span):  # noqa: ARG002
        return None


def quotations(text):
    article = Article("a1", "x", None, None, None, None, None, "unknown", None, "en", text, None, (), (), "0")
    return find_quotations(parse(text), article, Nobody(), ())


@given(st.text(alphabet=st.sampled_from([*"ab .,!?\n\"“”„«»‘’'`"]), max_size=300))
def test_passages_lie_in_order_inside_the_text(text):
    found = find_passages(text)
    for passage in found:
        assert 0 <= passage.start < passage.end <= len(text)
        assert all(passage.start <= start < end <= passage.end for start, end in passage.pieces)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.model
@settings(max_examples=60, deadline=None)
@given(SOUP)
def test_any_soup_of_marks_gives_valid_offsets(text):
    for quotation in quotations(text):
        stretches = [*quotation.content, *(m for m in (quotation.source, quotation.cue) if m is not None)]
        assert quotation.content
        assert all(text[m.start : m.end] == m.text and m.start < m.end for m in stretches)
        assert all(one.end <= other.start for one, other in pairwise(quotation.content))
        assert 0 < quotation.confidence <= 1
        assert quotation.within != quotation.quotation_id


@pytest.mark.parametrize(
    "unit",
    ['"We have paid," he said. ', "“A one. He left. ", "‘So it’s the allies’ radar, ", '" ', "'", "“", '"A.\n\n'],
    ids=["well-formed", "never closed", "British", "straight marks", "apostrophes", "opening marks", "open paragraphs"],
)
def test_time_for_marks_is_linear(unit):
    def seconds(size):
        text = unit * (size // len(unit))
        start = time.process_time()
        find_passages(text)
        return time.process_time() - start

    seconds(30_000)
    small, large = min(seconds(30_000) for _ in range(3)), min(seconds(300_000) for _ in range(3))
    # Ten times the text: ten times the time if linear, a hundred times if quadratic.
    assert large < 50 * max(small, 0.002)


@pytest.mark.model
def test_time_for_quotations_is_linear():
    unit = (
        '"We have paid," Akar said. Kozhin told reporters that the talks had failed, adding that "nobody" called.\n\n'
    )

    def seconds(count):
        doc = parse(unit * count)
        article = Article("a1", "x", None, None, None, None, None, "unknown", None, "en", doc.text, None, (), (), "0")
        start = time.process_time()
        find_quotations(doc, article, Nobody(), ())
        return time.process_time() - start

    seconds(20)
    small, large = min(seconds(100) for _ in range(3)), seconds(800)
    assert large < 24 * small
