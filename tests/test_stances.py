"""Stances on invented sentences, most in pairs of which one word turns the position."""

from dataclasses import dataclass

import pytest

from s400data.errors import KnowledgeError
from s400data.knowledge import stance_cues
from s400data.language import parse
from s400data.records import Actor, ActorMention, Mention, Quotation
from s400data.stances import add_stances
from s400data.stances.merging import roll_up

pytestmark = pytest.mark.model


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch):
    monkeypatch.setattr("s400data.stances.load_voter", lambda: None)


NAMES = {
    "TUR": {"Turkey", "Ankara", "Turks", "Turkish"},
    "USA": {"Washington", "US", "States", "America"},
    "RUS": {"Moscow", "Russia"},
    "GRC": {"Athens", "Greece"},
}


@dataclass(frozen=True)
class CountryCast:
    """Resolves a noun phrase to the country it names, which is all that stances ask of a cast."""

    def actor_of(self, span):
        for country, names in NAMES.items():
            if names & {token.text for token in span}:
                mention = Mention(span.start_char, span.end_char, span.text)
                return ActorMention(mention, actor(country), "name", 1.0)
        return None


def actor(country, role=None):
    return Actor(f"x-{country}", "Somebody", "person", None, country, role, known=True)


def stances_of(sentence, country="TUR", role=None):
    """Stances of the part of `sentence` between square brackets; the word before `|` is the cue."""
    before, rest = sentence.split("[", 1)
    content, after = rest.split("]", 1)
    text = (before + content + after).replace("|", "")
    start = len(before.replace("|", ""))
    cue_end = sentence.find("|")
    cue = None
    if cue_end >= 0:
        cue_end -= 0 if cue_end < len(before) else 2
        cue_start = text.rfind(" ", 0, cue_end) + 1
        cue = Mention(cue_start, cue_end, text[cue_start:cue_end])
    piece = Mention(start, start + len(content), text[start : start + len(content)])
    quotation = Quotation(
        "q", "a", "indirect", (piece,), None, actor(country, role), cue, None, None, None, "body", None, "test", 1.0
    )
    return add_stances(parse(text), CountryCast(), [quotation])[0]


PURCHASE, ACTIVATION, SANCTIONS = "s400-purchase", "s400-activation", "us-sanctions"
EXCLUSION, RISK, DIALOGUE, PATRIOT = "f35-exclusion", "nato-risk", "dialogue", "patriot-offer"

CASES = [
    ("need", "TUR", "The envoy said| [the S-400 system is vital for our defence].", PURCHASE, "supports"),
    ("no need", "TUR", "The envoy said| [Turkey does not need the S-400 system].", PURCHASE, "opposes"),
    ("risk claimed", "USA", "She said| [the S-400 poses a threat to allied aircraft].", RISK, "supports"),
    ("risk denied", "TUR", "She said| [the S-400 does not pose a threat to allied aircraft].", RISK, "opposes"),
    ("risk claim by cue denied", "TUR", "She denied| [that the S-400 endangers the alliance].", RISK, "opposes"),
    ("gloomy support", "TUR", "He said| [it would be a mistake to cancel the S-400 contract].", PURCHASE, "supports"),
    ("plain mistake", "USA", "He said| [the S-400 contract was a mistake].", PURCHASE, "opposes"),
    ("urged to give up", "USA", "He urged| Ankara [to abandon the S-400 deal].", PURCHASE, "opposes"),
    ("urged to go on", "RUS", "He urged| Ankara [to complete the S-400 deal].", PURCHASE, "supports"),
    ("will deploy", "TUR", "He said| [we will deploy the S-400 in the spring].", ACTIVATION, "supports"),
    ("will not deploy", "TUR", "He said| [we will not deploy the S-400 in the spring].", ACTIVATION, "opposes"),
    ("should not use", "USA", "He said| [Turkey should not use the S-400].", ACTIVATION, "opposes"),
    ("ally and rival", "USA", "He said| [no NATO ally should buy missiles from Russia].", PURCHASE, "opposes"),
    ("second batch", "TUR", "He said| [we will sign for a second batch soon].", PURCHASE, "supports"),
    ("dismissed", "TUR", "He dismissed| [the sanctions as a bad habit].", SANCTIONS, "opposes"),
    ("one or the other", "USA", "He said| [you can have one or the other].", EXCLUSION, "supports"),
    ("keeps both", "USA", "He said| [Turkey cannot keep both the jet and the S-400].", EXCLUSION, "supports"),
    ("share the sky", "USA", "He said| [the F-35 cannot share the sky with the S-400].", EXCLUSION, "supports"),
    ("exclusion hurts", "TUR", "He said| [removing a partner would hurt the F-35 programme].", EXCLUSION, "opposes"),
    ("answer in kind", "TUR", "He said| [any sanctions would be met in kind].", SANCTIONS, "opposes"),
    ("on the table", "GRC", "He said| [sanctions must be on the table].", SANCTIONS, "supports"),
    ("no choice", "USA", "He said| [we have no choice but to impose sanctions].", SANCTIONS, "supports"),
    ("against commitments", "USA", "He said| [the S-400 is inconsistent with your commitments].", PURCHASE, "opposes"),
    (
        "the deal stands",
        "TUR",
        "The S-400 is bought, he said|, and [the agreement with Russia stands].",
        PURCHASE,
        "supports",
    ),
    (
        "cost of sanctions",
        "TUR",
        "He said| [if Washington imposes sanctions, Turkey will retaliate].",
        SANCTIONS,
        "opposes",
    ),
    ("cost of purchase", "USA", "He said| [Turkey will face consequences if it buys the S-400].", PURCHASE, "opposes"),
    ("penalty by imposer", "USA", "He said| [Turkey will face sanctions if it buys the S-400].", SANCTIONS, "supports"),
    ("sanctions wrong", "TUR", "He said| [the sanctions are unacceptable].", SANCTIONS, "opposes"),
    ("sanctions justified", "USA", "He said| [the sanctions are justified].", SANCTIONS, "supports"),
    ("lift sanctions", "TUR", "He urged| Washington [to lift the sanctions].", SANCTIONS, "opposes"),
    ("not both", "USA", "He said| [Turkey cannot have both the S-400 and the F-35].", EXCLUSION, "supports"),
    ("will not bow", "TUR", "He said| [we will not bow to pressure over the S-400].", PURCHASE, "supports"),
    ("talks go on", "USA", "He said| [the two sides will continue talks].", DIALOGUE, "supports"),
    ("working group", "TUR", "He said| [we proposed a joint working group].", DIALOGUE, "supports"),
    ("Patriot if", "TUR", "He said| [Turkey could buy Patriot missiles if the price is fair].", PATRIOT, "conditional"),
    (
        "urged in the speech itself",
        "USA",
        'She said|: "[We urge Ankara not to retain the S-400.]"',
        PURCHASE,
        "opposes",
    ),
    (
        "nobody may meddle",
        "TUR",
        "He bought the S-400 and said| [nobody can interfere in our decision].",
        PURCHASE,
        "supports",
    ),
    ("no coexistence", "USA", "He said| [the F-35 cannot coexist with the S-400].", EXCLUSION, "supports"),
    ("own exclusion", "USA", "She said| [we are removing Turkey from the F-35 programme].", EXCLUSION, "supports"),
    ("closed matter", "TUR", "He said| [the purchase of the S-400 is a closed matter].", PURCHASE, "supports"),
    ("overdue", "USA", "He said| [the sanctions are overdue].", SANCTIONS, "supports"),
    ("arrogance", "RUS", "He said| [the sanctions show an arrogant attitude].", SANCTIONS, "opposes"),
    ("risk of sanctions", "USA", "She said| [a new purchase would risk triggering sanctions].", SANCTIONS, "supports"),
    (
        "no step back",
        "TUR",
        "He said| [there is no question of taking a backward step on the S-400].",
        PURCHASE,
        "supports",
    ),
    (
        "two infinitives",
        "USA",
        "He called on| Trump [to lay down a plan and impose the sanctions required by law].",
        SANCTIONS,
        "supports",
    ),
    ("undoing is out", "TUR", "He said| [cancelling the S-400 contract is unthinkable].", PURCHASE, "supports"),
    ("undoing is right", "USA", "He said| [returning the S-400 to Moscow is the right choice].", PURCHASE, "opposes"),
    ("no scenario", "USA", "He said| [there is no scenario in which Turkey keeps both].", EXCLUSION, "supports"),
    ("a lie", "TUR", "He said| [it is a lie that the S-400 threatens NATO].", RISK, "opposes"),
    ("kept apart", "TUR", "He said| [the S-400 will not be integrated into allied systems].", RISK, "opposes"),
    ("cannot be linked", "USA", "He said| [the S-400 cannot be integrated into NATO defences].", RISK, "supports"),
    ("command", "USA", 'He said|: "[Get rid of the S-400.]"', PURCHASE, "opposes"),
    ("wished", "USA", "He said| [it is important that Turkey avoids the purchase of the S-400].", PURCHASE, "opposes"),
    ("hoped", "USA", "He said| [we hope that Turkey will abandon the S-400].", PURCHASE, "opposes"),
    ("refused", "TUR", "He said| [Turkey does not give up the S-400].", PURCHASE, "supports"),
    ("announced", "TUR", "He said| [the S-400 deal will be cancelled].", PURCHASE, "opposes"),
    ("unless", "USA", "He said| [Turkey will pay unless it gives up the S-400].", PURCHASE, "opposes"),
    ("negated condition", "USA", "He said| [if Turkey does not drop the S-400, it will pay].", PURCHASE, "opposes"),
    ("party denied", "TUR", "He rejected the claim that| [the S-400 endangers the alliance].", RISK, "opposes"),
    ("no effect", "TUR", "He said| [sanctions will not deter Turkey].", SANCTIONS, "opposes"),
    ("no wish", "USA", "He said| [he does not want to sanction Turkey].", SANCTIONS, "opposes"),
    ("no fear", "TUR", "He said| [no matter what they say, Turkey will keep the S-400].", PURCHASE, "supports"),
    ("refuted", "TUR", "He said| [the claim that the S-400 weakens the F-35 is not true].", RISK, "opposes"),
    ("held out", "USA", "He said| [if they do not use the S-400, we can work something out].", ACTIVATION, "opposes"),
    ("step against us", "TUR", "He said| [if they take a step against us, we will respond].", SANCTIONS, "opposes"),
    ("rather without", "USA", "He said| [we would rather settle this without sanctions].", SANCTIONS, "opposes"),
    ("gerund", "USA", "He said| [Turkey must refrain from using the S-400].", ACTIVATION, "opposes"),
    ("done deal", "TUR", 'She said|: "[The S-400 purchase is a done deal.]"', PURCHASE, "supports"),
    ("thing unnamed", "TUR", "He said| [there is nothing to reconsider about the missiles].", PURCHASE, "supports"),
    ("spared", "USA", "He said| [sparing Turkey would be shameless].", SANCTIONS, "supports"),
    (
        "nowhere near",
        "TUR",
        "He said| [the Patriot bid is nowhere near good enough for us].",
        "patriot-offer",
        "opposes",
    ),
    ("prepared for", "TUR", "He said| [preparing for possible sanctions is only prudent].", SANCTIONS, "opposes"),
]


@pytest.mark.parametrize(
    ("country", "sentence", "target", "polarity"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_position_on_the_target(country, sentence, target, polarity):
    found = {stance.target: stance for stance in stances_of(sentence, country).stances}
    assert target in found
    assert found[target].polarity == polarity


NO_POSITION = [
    ("forecast", "RUS", "The analyst said| [sanctions are likely]."),
    ("date", "RUS", "The maker said| [the second regiment would arrive before the spring]."),
    ("price", "RUS", "He said| [the supply cost $2.5 billion]."),
    ("they are people", "TUR", "The S-400 came and he said| [if they adopt a hostile attitude, we will take steps]."),
    ("the end of a year", "RUS", "After the sanctions he said| [the system comes by the end of the year]."),
    ("this step", "TUR", "The S-400 came and they said| [this one-sided step is not compatible with our friendship]."),
    ("it needs", "RUS", "Ankara has the S-400 and he said| [it would need our consent]."),
    ("penalty without the power", "RUS", "He said| [Turkey may see new measures]."),
    ("scope", "TUR", "He said| [there was no time to speak about the use of the S-400 in Ankara]."),
    ("not meant to harm", "USA", "He said| [the sanctions were not meant to harm Turkey]."),
    ("a question", "TUR", 'He said|: "[Return the S-400 where?]"'),
    ("relative clause", "RUS", "He said| [the crews who will operate the S-400 arrived in Ankara]."),
    ("another's words", "TUR", "He said| [Washington wants Turkey to abandon the S-400 purchase]."),
]


@pytest.mark.parametrize(("country", "sentence"), [c[1:] for c in NO_POSITION], ids=[c[0] for c in NO_POSITION])
def test_information_takes_no_position(country, sentence):
    quotation = stances_of(sentence, country)
    assert [stance.polarity for stance in quotation.stances] == ["no-stance"]
    assert quotation.overall == "neutral"


def test_an_answer_that_says_nothing_is_unclear_not_neutral():
    quotation = stances_of('Asked about sanctions, he said|: "[We will see.]"', "USA")
    assert quotation.stances[0].polarity == "unclear"
    assert quotation.stances[0].posture == "declines-to-comment"
    assert quotation.overall == "undecided"


@pytest.mark.parametrize(
    ("sentence", "band", "polarity"),
    [
        ("He said| [the ministers met in Brussels].", "clear", "no-stance"),
        ("He said| [the S-400 has a range of 400 kilometres].", "likely", "no-stance"),
        ("He said| [we would not call the S-400 a vessel].", "not decided", "unclear"),
    ],
    ids=["nothing", "names a target", "looks like a position"],
)
def test_silence_of_the_rules_is_the_less_sure_the_more_it_looks_like_a_position(sentence, band, polarity):
    (stance,) = stances_of(sentence, "RUS").stances
    assert (stance.target, stance.band, stance.polarity) == ("none-listed", band, polarity)


def test_an_observer_does_not_speak_for_a_side():
    statement = "He said| [we will deploy the S-400]."
    assert stances_of(statement, "TUR", role="defence minister").overall == "supports"
    assert stances_of(statement, "TUR", role="retired general").overall != "supports"


def test_rejecting_the_words_right_before_turns_their_position():
    text = "Washington said Turkey should not use the S-400, while Turkish diplomats said this was not realistic."
    first, second = "Turkey should not use the S-400", "this was not realistic"

    def quotation(content, country):
        start = text.index(content)
        piece = Mention(start, start + len(content), content)
        return Quotation(
            "q", "a", "indirect", (piece,), None, actor(country), None, None, None, None, "body", None, "", 1.0
        )

    _, answer = add_stances(parse(text), CountryCast(), [quotation(first, "USA"), quotation(second, "TUR")])
    assert [(s.target, s.polarity, s.band) for s in answer.stances] == [(ACTIVATION, "supports", "likely")]
    _, echo = add_stances(parse(text), CountryCast(), [quotation(first, "USA"), quotation(second, "USA")])
    assert [s.polarity for s in echo.stances] == ["no-stance"]


def test_both_directions_on_one_target_are_mixed_and_not_decided():
    stance = next(
        s
        for s in stances_of("He said| [we welcome the S-400 purchase but the S-400 deal was a mistake].").stances
        if s.target == PURCHASE
    )
    assert stance.polarity == "mixed"
    assert stance.band == "not decided"


@pytest.mark.parametrize(("country", "sentence"), [case[1:3] for case in CASES], ids=[case[0] for case in CASES])
def test_evidence_is_in_the_text_and_every_label_explains_itself(country, sentence):
    text = sentence.replace("[", "").replace("]", "").replace("|", "")
    for stance in stances_of(sentence, country).stances:
        assert stance.explanation
        assert all(text[mention.start : mention.end] == mention.text for mention in stance.evidence)


def test_the_roll_up_multiplies_support_by_the_direction_of_the_target():
    sanctions = stances_of("He said| [the sanctions are justified].", "USA").stances
    assert roll_up(sanctions) == "opposes"
    assert roll_up([]) == "neutral"


TARGET = """[[target]]
id = "a"
name = "A"
meaning = "m"
axis = 1
mentions = []
actions = []
"""


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (TARGET + TARGET.replace('id = "a"', 'id = "b"'), 10, "two targets are named 'A'"),
        (TARGET + TARGET, 9, "two entries have the id 'a'"),
        (TARGET.replace("axis = 1\n", ""), 1, "axis"),
        (TARGET.replace("axis = 1", "axis = 4"), 5, "axis"),
        (TARGET.replace("mentions = []", 'mentions = ["(open"]'), 1, "not a valid pattern"),
        (TARGET.replace("mentions = []", 'mentions = ["@nothing S400"]'), 1, "names no class of words"),
        (TARGET.replace("mentions = []", 'mentions = ["(buy )?... S400"]'), 1, "a gap does not stand between"),
    ],
    ids=["same name", "same id", "missing field", "impossible axis", "broken wording", "unknown class", "stray gap"],
)
def test_a_broken_targets_file_is_refused(tmp_path, content, line, reason):
    (tmp_path / "targets.toml").write_text(content)
    with pytest.raises(KnowledgeError, match=reason) as caught:
        stance_cues.load_targets(tmp_path)
    assert caught.value.line == line


def test_a_frame_of_an_unknown_target_is_refused(tmp_path):
    (tmp_path / "targets.toml").write_text(TARGET)
    (tmp_path / "things.toml").write_text("")
    (tmp_path / "stance_frames.toml").write_text(
        '[[frame]]\nid = "f"\ntarget = "z"\npolarity = "supports"\nstrength = 1\nposture = "p"\nnegation = "flips"\n'
        'says = "s"\npatterns = []\n'
    )
    with pytest.raises(KnowledgeError, match="no target 'z'") as caught:
        stance_cues.load_frames(tmp_path)
    assert caught.value.line == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "He said| [Washington is weighing whether to waive sanctions].",
        "He threatened| [to send the pilots home].",
        "He said| [Moscow swears that it will not give up the S-400 deal].",
    ],
    ids=["open question", "cue is no claim", "another's oath"],
)
def test_words_that_take_no_position(sentence):
    assert {stance.target for stance in stances_of(sentence, "USA").stances} == {"none-listed"}
