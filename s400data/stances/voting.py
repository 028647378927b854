"""Voting: where rules read nothing in a statement that names a target, the trained voter is asked.

It speaks only when it is sure, its label is never Clear, and it is not heard where rules read a position: it fills
silence and overrules nobody.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from s400data.knowledge.stance_cues import load_targets, load_things
from s400data.records import Overall, Polarity, Quotation, Stance
from s400data.stances.merging import roll_up
from s400data.stances.voter import Ballot, Opinion, Sure, Vote, Voter, make_ballot

SIGN = {"supports": 1, "opposes": -1}
SIDES: tuple[Overall, ...] = ("supports", "opposes")
IN_WORDS = {"supports": "support for", "opposes": "opposition to", "conditional": "conditional acceptance of"}


@dataclass(frozen=True, slots=True)
class Read:
    """A quotation as the rules read it, the thing last spoken of before it, and whether the voter is to be asked."""

    quotation: Quotation
    thing: str | None
    is_open: bool


def hear_voter(voter: Voter, text: str, read: Sequence[Read]) -> Iterator[Quotation]:
    """The quotations of one article after the voter has been asked about the open ones."""
    votes = iter(voter.vote([make_ballot_of(one) for one in read if one.is_open]))
    for one in read:
        yield _settle(voter, text, one.quotation, next(votes)) if one.is_open else one.quotation


def make_ballot_of(one: Read) -> Ballot:
    """What the voter sees of the quotation."""
    name = next((thing.name for thing in load_things() if thing.id == one.thing), None)
    cue = one.quotation.cue
    return make_ballot(name, cue.text if cue else None, one.quotation.content)


def _settle(voter: Voter, text: str, quotation: Quotation, vote: Vote) -> Quotation:
    found = _find_positions(vote, voter.labels.sure)
    stances = tuple(_to_stance(voter.explain(text, vote, *position)) for position in found)
    if not stances and vote.sides["neutral"] >= voter.labels.sure.neutral:
        stances = tuple(_agree_on_none(stance) for stance in quotation.stances)
    return replace(quotation, stances=stances, overall=roll_up(stances)) if stances else quotation


def _find_positions(vote: Vote, sure: Sure) -> list[tuple[str, Polarity]]:
    """What the voter is sure enough of: the likeliest position on its side, and others beside it; by target."""
    side = max(SIDES, key=lambda side: vote.sides[side])
    found = [
        (probability, target.id, polarity, target.axis * SIGN.get(polarity, 0))
        for target in load_targets()
        for polarity, probability in vote.polarities.get(target.id, {}).items()
        if polarity in IN_WORDS
    ]
    taken = [one for one in found if one[0] >= sure.beside and one[3] == 0]
    if vote.sides[side] >= sure.side:
        on_side = sorted((one for one in found if one[3] == SIGN[side]), reverse=True)
        taken += [one for n, one in enumerate(on_side) if n == 0 or one[0] >= sure.beside]
    best = {target: (target, polarity) for _, target, polarity, _ in sorted(taken)}
    return [best[target.id] for target in load_targets() if target.id in best]


def _agree_on_none(silence: Stance) -> Stance:
    """The rules' silence, decided where it was not: the voter finds no position either."""
    if silence.band != "not decided":
        return silence
    reason = f"{silence.explanation}; the trained voter sees no position either"
    return replace(silence, polarity="no-stance", band="likely", explanation=reason)


def _to_stance(opinion: Opinion) -> Stance:
    name = next(target.name for target in load_targets() if target.id == opinion.target)
    taken = f"takes it for {IN_WORDS[opinion.polarity]} '{name}', by '{opinion.words.text}'"
    return Stance(
        target=opinion.target,
        polarity=opinion.polarity,
        strength=1,
        posture="informs",
        evidence=(opinion.words,),
        basis="inferred-from-words",
        voice="speaker-own",
        band="likely",
        explanation=f"no rule reads it; the trained voter {taken}",
        rule="voter",
    )
