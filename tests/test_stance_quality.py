"""Stances on statements and pairs of sentences whose errors were never read."""

import pytest

from s400data.knowledge.stance_bands import load_stance_bands
from tests.stance_quality import CONTRASTS, EXAMPLES, measure_bands, measure_contrasts, measure_statements

pytestmark = pytest.mark.model
HELD = EXAMPLES / "official_held.jsonl"
POINTS_OFF = 5


@pytest.mark.parametrize("band", ["clear", "likely"])
def test_the_precision_that_pages_show_is_the_measured_one(band):
    shown = load_stance_bands()[band]
    assert abs(measure_bands(HELD)[band].share - 100 * shown.right / shown.tried) <= POINTS_OFF


def test_sides_in_official_wording():
    figures = measure_statements(HELD)
    assert figures["side right"] >= 78
    assert figures["wrong sign"] <= 3
    assert figures["clear positions"] >= 85


@pytest.mark.parametrize(("half", "least"), [("development", 80), ("held", 65)])
def test_one_word_turns_the_position(half, least):
    assert measure_contrasts(CONTRASTS / f"{half}.jsonl")["pairs right"] >= least
