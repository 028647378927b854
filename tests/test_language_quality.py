"""How much of the sentences and paragraphs annotated for the language pipeline it reads right; floors may only rise."""

from pathlib import Path

import pytest

from s400data.language import parse
from training.measures import Verb, judge_verb, read_seed_verbs, read_verbs, score_marked_names, score_verbs

pytestmark = pytest.mark.model

GOLD = Path(__file__).parent / "gold"
SEEDS = GOLD.parent.parent / "seeds"
# F1 by label, in per cent: on paragraphs nobody reads the errors of, and on those that names are mended on.
NAMES = {
    "names.txt": {
        "PERSON": 94.5, "ORG": 91.0, "GPE": 96.5, "LOC": 84.0, "NORP": 95.0, "WEAPON": 86.5, "LAW": 94.5, "MISC": 63.0,
    },
    "names_development.txt": {
        "PERSON": 97.0, "ORG": 93.0, "GPE": 98.5, "LOC": 89.0, "NORP": 98.0, "WEAPON": 96.0, "LAW": 99.5, "MISC": 74.5,
    },
}  # fmt: skip
VERBS, VERBS_IN_SEEDS = 134, 56


@pytest.fixture(scope="module")
def names():
    return {file: score_marked_names(parse, GOLD / file) for file in NAMES}


@pytest.mark.parametrize(("file", "label"), [(file, label) for file, labels in NAMES.items() for label in labels])
def test_names_of_a_label_are_found(names, file, label):
    assert names[file].f1(label) >= NAMES[file][label]


def test_subject_and_content_of_asked_verbs_are_found():
    assert score_verbs(parse, read_verbs(GOLD / "verbs.jsonl"))["all"][0] >= VERBS


def test_subject_and_content_of_the_verbs_in_the_seeds_are_found():
    assert score_verbs(parse, read_seed_verbs(GOLD / "seed_verbs.jsonl", SEEDS))["all"][0] >= VERBS_IN_SEEDS


def test_a_wrong_speaker_or_content_is_told_from_a_right_one():
    text = "The talks failed, Kozhin said."
    doc = parse(text)

    def judge(subject, predicate):
        begin = text.index(subject)
        asked = Verb("x", text, text.index("said"), (begin, begin + len(subject)), text.index(predicate))
        return judge_verb(doc, asked)

    assert judge("Kozhin", "failed") == (True, True)
    assert judge("talks", "failed") == (False, True)
    assert judge("Kozhin", "talks") == (True, False)


def test_according_to_has_its_speaker_behind_it():
    text = "According to Kozhin, the talks failed."
    begin = text.index("Kozhin")
    asked = Verb("x", text, 0, (begin, begin + 6), text.index("failed"))
    assert judge_verb(parse(text), asked) == (True, True)
