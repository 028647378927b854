import pytest

from s400data.errors import KnowledgeError
from s400data.knowledge.cues import load_cues
from s400data.knowledge.reporting_words import load_reporting_words


def test_words_with_a_particle_come_before_the_bare_word():
    assert [word.particle for word in load_cues().verbs["point"]] == ["out", None]


def test_every_verb_has_a_frame_and_a_leaning():
    assert all(word.frames for words in load_cues().verbs.values() for word in words)


@pytest.mark.parametrize(
    ("verb", "frame", "leaning"),
    [
        ("say", "clause", "neutral"),
        ("claim", "clause", "claim"),
        ("insist", "clause", "insist"),
        ("warn", "topic", "warn"),
    ],
)
def test_leaning_goes_with_the_frame(verb, frame, leaning):
    assert load_cues().verbs[verb][0].frames[frame] == leaning


def test_word_listed_twice_for_one_frame_names_the_line(tmp_path):
    path = tmp_path / "cues.toml"
    entry = '[[cue]]\nname = "{}"\nleaning = "neutral"\nframes = ["clause"]\nverbs = ["say"]\n'
    path.write_text(entry.format("one") + entry.format("two"), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"line 6.*'say' has the frame 'clause' in 'one' already"):
        load_cues(path)


def test_unknown_frame_is_refused(tmp_path):
    path = tmp_path / "cues.toml"
    path.write_text('[[cue]]\nname = "one"\nleaning = "neutral"\nframes = ["song"]\n', encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"cues\.toml, line \d.*'clause', 'quotation'"):
        load_cues(path)


def test_group_of_words_given_twice_is_refused(tmp_path):
    path = tmp_path / "nouns.toml"
    path.write_text('[[group]]\nname = "people"\nwords = ["aide"]\n' * 2, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="'people' is given twice"):
        load_reporting_words(path)
