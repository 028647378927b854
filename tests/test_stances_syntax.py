"""Positions that hang on how a sentence is built: what is judged, what is only named, whose words they are."""

import pytest

from tests.test_stances import (
    ACTIVATION,
    DIALOGUE,
    EXCLUSION,
    PATRIOT,
    PURCHASE,
    RISK,
    SANCTIONS,
    stances_of,
)

CASES = [
    # What only qualifies another thing is not what is judged.
    ("sanctions over", "TUR", "He said| [the sanctions over the S-400 purchase were an insult].", SANCTIONS, "opposes"),
    ("test of", "USA", "She said| [we would not accept another test of the S-400].", ACTIVATION, "opposes"),
    ("talks on", "NATO", "He said| [it would be a grave error to end the talks on the S-400].", DIALOGUE, "supports"),
    ("no objection", "UKR", "He said| [we have no objection to Turkey keeping the S-400].", PURCHASE, "supports"),
    # An act inside of what the clause condemns.
    ("decision to", "TUR", "He said| [the decision to shut us out of the F-35 is a mistake].", EXCLUSION, "opposes"),
    ("regrets", "USA", "She said| [we regret imposing sanctions on Turkey].", SANCTIONS, "opposes"),
    ("error to hand", "GRC", "He said| [it would be an error to hand Turkey the F-35].", EXCLUSION, "supports"),
    ("failure to", "USA", "He said| that [failure to sanction Turkey is a terrible signal].", SANCTIONS, "supports"),
    ("wrong to call", "EST", "He said| [it is wrong to call the sanctions unjust].", SANCTIONS, "supports"),
    ("right to call", "HUN", "He said| [it is right to call the sanctions unjust].", SANCTIONS, "opposes"),
    (
        "attempts to",
        "RUS",
        "He said| [the attempts to wreck the S-400 deal are crude and absurd].",
        PURCHASE,
        "supports",
    ),
    ("cancelling", "TUR", "He said| [cancelling the S-400 deal would leave us exposed].", PURCHASE, "supports"),
    ("no way", "USA", "He said| [there is no way in which Turkey keeps the S-400].", PURCHASE, "opposes"),
    ("relieved", "USA", "She said| [we are relieved that the S-400 was not activated].", ACTIVATION, "opposes"),
    ("seen as", "RUS", "He said| [we regard the sanctions as illegitimate].", SANCTIONS, "opposes"),
    ("called", "TUR", "She called| [the sanctions harmful to both].", SANCTIONS, "opposes"),
    ("an end to", "ITA", "He demanded| [an end to the sanctions].", SANCTIONS, "opposes"),
    (
        "impersonal",
        "NLD",
        'He said|: "[Nothing justifies keeping Turkey out of the F-35 project.]"',
        EXCLUSION,
        "opposes",
    ),
    # Whose words they are.
    ("claim is false", "TUR", "He said| [the claim that the S-400 endangers the F-35 is baseless].", RISK, "opposes"),
    ("absurd to say", "TUR", "He said| [it is absurd to say that the S-400 endangers the F-35].", RISK, "opposes"),
    (
        "view not shared",
        "HUN",
        "He said| [we do not share the view that the S-400 endangers the F-35].",
        RISK,
        "opposes",
    ),
    ("they asked", "USA", "He said| [they asked us for the Patriot and we said no].", PATRIOT, "opposes"),
    (
        "intention",
        "USA",
        "He said| [we have no intention of letting Turkey back into the F-35].",
        EXCLUSION,
        "supports",
    ),
    ("no plan", "TUR", "He said| [there is no plan to terminate the S-400 contract].", PURCHASE, "supports"),
    ("turned down", "TUR", "He said| [we have rejected the proposal for talks].", DIALOGUE, "opposes"),
    # What their own side has not done.
    (
        "this step",
        "TUR",
        "The US announced sanctions and he said| [this step harms the alliance].",
        SANCTIONS,
        "opposes",
    ),
    ("free to", "DEU", "He said| [Turkey is free to buy the S-400].", PURCHASE, "supports"),
    # Under a condition.
    ("provided", "USA", "He said| [we would sell the Patriot as long as it is paid for].", PATRIOT, "conditional"),
    ("only if", "DEU", "He said| [we would support sanctions only if all partners agreed].", SANCTIONS, "conditional"),
    ("unless", "TUR", "He said| [we will not activate the S-400 unless we are attacked].", ACTIVATION, "conditional"),
    ("a reward", "USA", "He said| [if they do not use the S-400, sanctions could be avoided].", ACTIVATION, "opposes"),
    ("shut out", "TUR", "He said| [we will turn to Russia if we are shut out of the F-35].", EXCLUSION, "opposes"),
]


@pytest.mark.parametrize(
    ("country", "sentence", "target", "polarity"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_position_on_the_target(country, sentence, target, polarity):
    found = {stance.target: stance.polarity for stance in stances_of(sentence, country).stances}
    assert found.get(target) == polarity


NOT_TAKEN = [
    ("claim reported", "TUR", "He said| [Washington repeated its claim that the S-400 endangers the F-35].", RISK),
    ("decision named", "USA", "He said| [he would not ask about the decision to buy the S-400].", PURCHASE),
    ("deal of a third", "GRC", "He said| [Greece ought to get the F-35 itself].", EXCLUSION),
    ("subject clause", "USA", "He said| [that an ally should use the S-400 is contrary to our policy].", PURCHASE),
    ("it announces", "USA", "Patriots came and he said| [it would be a loss if they left].", PATRIOT),
    ("theirs is bad", "TUR", "The S-400 came and he said| [it is unacceptable].", PURCHASE),
    ("meant to weaken", "USA", "He said| [the sanctions are not intended to weaken Turkey].", SANCTIONS),
    ("wish of another", "RUS", "He said| [Ankara wishes for joint production].", "joint-production"),
]


@pytest.mark.parametrize(("country", "sentence", "target"), [c[1:] for c in NOT_TAKEN], ids=[c[0] for c in NOT_TAKEN])
def test_no_position_on_the_target(country, sentence, target):
    assert target not in {stance.target for stance in stances_of(sentence, country).stances}
