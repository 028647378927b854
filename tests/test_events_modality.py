import pytest

from tests.event_reading import told_by
from tests.modality_contrasts import CASES, UNSOLVED

pytestmark = pytest.mark.model


def case(name, sentence, word, modality):
    marks = [pytest.mark.xfail(reason=UNSOLVED[name])] if name in UNSOLVED else []
    return pytest.param(sentence, word, modality, id=name, marks=marks)


@pytest.mark.parametrize(("sentence", "word", "modality"), [case(*row) for row in CASES])
def test_one_small_word_decides_what_becomes_of_an_event(sentence, word, modality):
    event = told_by(sentence, word)
    assert (event.modality if event is not None else None) == modality


def test_nine_in_ten_contrasts_are_read_right():
    assert len(CASES) >= 120
    assert len(UNSOLVED) <= 0.1 * len(CASES)
    assert set(UNSOLVED) <= {name for name, *_ in CASES}
    assert len({name for name, *_ in CASES}) == len(CASES)
