"""What prefilters ask of a text: never more than the pattern itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from s400data.knowledge.landmarks import load_landmarks
from s400data.knowledge.prefilters import find_needs, may_fit, required_letters, required_words
from s400data.knowledge.spellings import fold_letters
from s400data.knowledge.stance_cues import compile_wording, listed_wordings, possible_wordings

LETTERS = "".join(map(chr, range(32, 127)))


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("deal", [{"deal"}]),
        ("deal|sale", [{"deal", "sale"}]),
        ("(sign|seal) ... contract", [{"sign", "seal"}, {"contract"}]),
        ("turn (its|our) back", [{"turn"}, {"its", "our"}, {"back"}]),
        ("(turn (its|our) back|leave)", [{"turn", "leave"}]),
        ("(threaten|harm)(?! nobody)", [{"threaten", "harm"}]),
        ("(still |remain )?open|(be )?valid", []),
        ("(be )?valid offer", [{"offer"}]),
        ("missiles?", []),
        (r"[sс][ -]?400s? \(deal one", [{"one"}]),
        ("", []),
    ],
)
def test_words_that_a_wording_asks_for(pattern: str, words: list[set[str]]) -> None:
    assert required_words(pattern) == words


@pytest.mark.parametrize(
    ("pattern", "runs"),
    [
        (r"\bCAATSA\b", [{"CAATSA"}]),
        ("(?:shot|downed)[^.]{0,60}Su-24", [{"shot", "downed"}, {"Su"}, {"24"}]),
        ("S-?400", [{"S"}, {"400"}]),
        ("jets?|planes", [{"jet", "planes"}]),
        ("(?:first )?contract", [{"contract"}]),
        ("(?!not )sold|.*", []),
        ("[a-z]+|deal", []),
    ],
)
def test_letters_that_a_pattern_asks_for(pattern: str, runs: list[set[str]]) -> None:
    assert required_letters(pattern) == runs


WORDINGS = sorted(listed_wordings())
LANDMARKS = tuple(words for landmark in load_landmarks() for words in landmark.words)


@settings(max_examples=60)
@given(st.data())
def test_no_wording_is_ruled_out_where_it_fits(data: st.DataObject) -> None:
    wording = data.draw(st.sampled_from(WORDINGS))
    text = data.draw(st.from_regex(compile_wording(wording), fullmatch=True, alphabet=LETTERS))
    assert wording in possible_wordings(frozenset(text.split(" ")))


@settings(max_examples=60)
@given(st.data())
def test_no_landmark_is_ruled_out_where_it_is_told(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(LANDMARKS))
    folded = fold_letters(data.draw(st.from_regex(pattern, fullmatch=True, alphabet=LETTERS)))
    assert may_fit(find_needs(pattern), folded)
