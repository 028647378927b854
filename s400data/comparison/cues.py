"""Cues: what a word of saying leans to: "said" tells nothing of the teller, "claimed" doubts, "insisted" presses."""

from functools import cache

from s400data.comparison.features import to_stem
from s400data.knowledge.cues import CueWord, Frame, Leaning, load_cues

# Of the frames a word has, those in which it brings in what was said come first.
FIRST_FRAMES: tuple[Frame, ...] = ("clause", "quotation")


def find_leaning(cue: str) -> Leaning | None:
    """What a cue as it stands in the text ("has claimed", "according to") leans to; None where no word is listed."""
    words = tuple(cue.casefold().split())
    if words in load_cues().leanings:
        return load_cues().leanings[words]
    stems = [to_stem(word) for word in words]
    for place, stem in enumerate(stems):
        following = {None, *words[place + 1 :]}
        for particle, leaning in _words().get(stem, ()):
            if particle in following:
                return leaning
    return None


@cache
def _words() -> dict[str, tuple[tuple[str | None, Leaning], ...]]:
    """By the stem of each verb and noun, with its particle: what it leans to; those with a particle first."""
    found: dict[str, tuple[tuple[str | None, Leaning], ...]] = {}
    for listed in (load_cues().verbs, load_cues().nouns):
        for lemma, cues in listed.items():
            stem = to_stem(lemma)
            found[stem] = (*found.get(stem, ()), *((cue.particle, _leaning(cue)) for cue in cues if cue.frames))
    return found


def _leaning(cue: CueWord) -> Leaning:
    return next(cue.frames[frame] for frame in (*FIRST_FRAMES, *cue.frames) if frame in cue.frames)
