"""The trained second voter: what it may see, what it shows, and what becomes of a disagreement with the rules."""

import json
from dataclasses import replace

import numpy as np
import pytest

from s400data.articles import read_plain
from s400data.errors import KnowledgeError
from s400data.pipeline import extract_article
from s400data.records import Mention, Quotation
from s400data.settings import affair_folder
from s400data.stances import NO_STANCE, voting
from s400data.stances.voter import Opinion, Sure, Vote, load_voter, make_ballot
from s400data.stances.voting import Read, hear_voter

pytestmark = pytest.mark.model

SPEAKERS = [
    "Turkish Defence Minister Hulusi Akar",
    "Russian Foreign Minister Sergey Lavrov",
    "US Secretary of State Mike Pompeo",
    "Greek Defence Minister Panos Kammenos",
]
UNREAD = [
    "no ally should run the S-400",
    "the S-400 deal was money thrown out of the window",
]
SURE = Sure(side=0.8, beside=0.8, neutral=0.5)
RULED = replace(
    NO_STANCE, target="s400-purchase", polarity="supports", strength=2, band="clear", rule="frame:x", explanation="x"
)


def quotations_of(text):
    return extract_article(read_plain("d", text, "2019-07-12", None)).quotations


def said_by(speaker, statement):
    (quotation,) = quotations_of(f"{speaker} said on Friday that {statement}.")
    return quotation


@pytest.mark.parametrize("statement", UNREAD)
def test_who_speaks_does_not_decide(statement):
    voter = load_voter()
    votes = set()
    for speaker in SPEAKERS:
        quotation = said_by(speaker, statement)
        ballot = make_ballot("S-400", quotation.cue.text, quotation.content)
        votes.add(json.dumps(voter.vote([ballot])[0].sides))
    assert len(votes) == 1


def test_the_voter_speaks_where_rules_are_silent_and_shows_its_words():
    text = " ".join(f"A senator said on Friday that {statement}." for statement in UNREAD)
    opinions = [stance for q in quotations_of(text) for stance in q.stances if stance.rule == "voter"]
    assert opinions
    for stance in opinions:
        (words,) = stance.evidence
        assert text[words.start : words.end] == words.text
        assert words.text in stance.explanation
        assert stance.band == "likely"


def test_masking_the_words_shown_makes_the_voter_less_sure():
    text = "the missiles were money thrown into the sea"
    voter, ballot = load_voter(), make_ballot("S-400", "said", [Mention(0, len(text), text)])
    (vote,) = voter.vote([ballot])
    opinion = voter.explain(text, vote, "s400-purchase", "opposes")
    left = text[: opinion.words.start] + "[MASK]" + text[opinion.words.end :]
    (other,) = voter.vote([make_ballot("S-400", "said", [Mention(0, len(left), left)])])
    assert other.polarities["s400-purchase"]["opposes"] < opinion.certainty


class FixedVoter:
    """Always of one opinion."""

    def __init__(self, sides, purchase):
        polarities = {
            "s400-purchase": {"no-stance": 0.0, "supports": 0.0, "opposes": 0.0, "conditional": 0.0, **purchase}
        }
        self.labels = replace(load_voter().labels, sure=SURE)
        self._vote = Vote({"neutral": 0.0, "supports": 0.0, "opposes": 0.0, **sides}, polarities, np.zeros(0), None)

    def vote(self, ballots):
        return [self._vote for _ in ballots]

    def explain(self, text, _, target, polarity):
        return Opinion(target, polarity, 0.8, Mention(0, 2, text[:2]))


def heard(voter, stance, *, is_open=True):
    quotation = Quotation(
        "q", "a", "indirect", (Mention(0, 5, "Words"),), None, None, None, None, None, None, "body", None, "test", 1.0,
        (stance,), voting.roll_up((stance,)),
    )  # fmt: skip
    (result,) = hear_voter(voter, "Words", [Read(quotation, None, is_open)])
    return result


def test_the_voter_is_not_heard_where_rules_read_a_position():
    assert heard(FixedVoter({"opposes": 0.95}, {"opposes": 0.95}), RULED, is_open=False).stances == (RULED,)


@pytest.mark.parametrize(
    ("sure", "target", "overall"),
    [(0.9, "s400-purchase", "opposes"), (0.6, "none-listed", "neutral")],
    ids=["sure", "not sure"],
)
def test_silence_is_filled_only_by_a_sure_voter(sure, target, overall):
    result = heard(FixedVoter({"opposes": sure}, {"opposes": sure}), NO_STANCE)
    assert ([stance.target for stance in result.stances], result.overall) == ([target], overall)


def test_what_rules_leave_open_is_settled_where_the_voter_sees_no_position_either():
    unread = replace(NO_STANCE, polarity="unclear", band="not decided", rule="unread")
    result = heard(FixedVoter({"neutral": 0.8}, {"no-stance": 0.8}), unread)
    assert [(stance.polarity, stance.band) for stance in result.stances] == [("no-stance", "likely")]
    assert result.overall == "neutral"


def test_without_weights_the_rules_stand_alone(tmp_path, monkeypatch):
    assert load_voter(tmp_path) is None
    monkeypatch.setattr("s400data.stances.load_voter", lambda: None)
    assert all(stance.rule != "voter" for one in UNREAD for stance in said_by("A senator", one).stances)


def test_labels_that_fit_no_target_are_refused(tmp_path):
    place = tmp_path / "voter"
    place.mkdir()
    labels = json.loads((affair_folder() / "voter" / "voter.json").read_text(encoding="utf-8"))
    (place / "voter.onnx").write_bytes(b"")
    (place / "voter.json").write_text(json.dumps({**labels, "targets": ["moon-landing"]}), encoding="utf-8")
    with pytest.raises(KnowledgeError, match="no target 'moon-landing'"):
        load_voter(tmp_path)
