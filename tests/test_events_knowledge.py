import pytest

from s400data.errors import KnowledgeError
from s400data.knowledge.event_types import event_type, load_event_types, load_trigger_words
from s400data.knowledge.modalities import load_modality_cues
from s400data.knowledge.objects import object_patterns

TYPES = {
    "agreement", "negotiation", "payment", "delivery", "deployment", "test", "sanction", "exclusion", "offer",
    "threat", "warning", "demand", "rejection", "meeting", "statement", "legislation", "appointment",
    "military-action", "other",
}  # fmt: skip
ROOTS = {
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT", "REQUEST", "NONE",
}  # fmt: skip


def test_the_types_are_those_of_the_guidelines_with_plover_roots():
    assert {entry.name for entry in load_event_types()} == TYPES
    roots = {entry.plover for entry in load_event_types()}
    roots |= {trigger.plover for entry in load_event_types() for trigger in entry.trigger if trigger.plover}
    assert roots <= ROOTS


def test_every_trigger_has_words():
    triggers = [trigger for entry in load_event_types() for trigger in entry.trigger]
    assert all(trigger.verbs or trigger.nouns or trigger.adjectives for trigger in triggers)


def test_several_words_are_tried_before_one():
    lengths = [len(word.words) for word in load_trigger_words()["put"]]
    assert lengths == sorted(lengths, reverse=True)


def test_an_unknown_type_is_none():
    assert event_type("party") is None


TRIGGER = (
    '[[event_type]]\nname = "a"\nlabel = "A"\nplover = "AGREE"\nfamily = "f"\n[[event_type.trigger]]\nrule = "r"\n'
)


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        pytest.param(TRIGGER + 'verbs = ["x"]\nobject = ["@nothing"]\n', "unknown class '@nothing'", 6, id="class"),
        pytest.param(TRIGGER + '[[event_type.trigger]]\nrule = "r"\n', "'r' is listed twice", 8, id="rule twice"),
        pytest.param(TRIGGER + TRIGGER, "'a' is listed twice", 8, id="type twice"),
        pytest.param(TRIGGER + 'roles = "boss"\n', "roles", 8, id="role"),
        pytest.param(TRIGGER + "verbs = 3\n", "verbs", 8, id="type of a field"),
    ],
)
def test_a_broken_type_file_is_named_with_its_line(tmp_path, text, reason, line):
    path = tmp_path / "event_types.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=reason) as caught:
        load_event_types(path)
    assert caught.value.line == line


def test_a_cue_with_two_effects_on_one_slot_is_refused(tmp_path):
    path = tmp_path / "cues.toml"
    cue = '[[modality_cue]]\neffect = "{}"\nslots = ["clause"]\nverbs = ["say"]\n'
    path.write_text(cue.format("content") + cue.format("denied"), encoding="utf-8")
    with pytest.raises(KnowledgeError, match="'say' already has an effect") as caught:
        load_modality_cues(path)
    assert caught.value.line == 5


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("S-400, S400s, S–400 and SA-21 Growler", ["S-400"] * 4),
        ("Patriot missiles, but the patriots of Boston", ["Patriot"]),
        ("US Patriots", ["Patriot"]),
        ("F-35A jets, the Joint Strike Fighter", ["F-35", "F-35"]),
        ("Su-35s and Sukhoi-57", ["Su-35", "Su-57"]),
        ("SAMP/T, THAAD and CAATSA", ["SAMP/T", "THAAD", "CAATSA"]),
        ("NASA-21 and XS-400", []),
    ],
)
def test_objects_are_known_in_every_spelling(text, names):
    found = [(match.start(), entry.name) for entry, pattern in object_patterns() for match in pattern.finditer(text)]
    assert [name for _, name in sorted(found)] == names
