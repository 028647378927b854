"""Landmark mentions: where a text tells a dated event of the affair as something that has happened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from s400data.chronology.written import sentence_around
from s400data.knowledge.landmarks import Landmark, load_landmarks
from s400data.knowledge.prefilters import find_needs, may_fit
from s400data.knowledge.spellings import fold_letters


@dataclass(frozen=True, slots=True)
class LandmarkMention:
    """The words that name a landmark, and the sentence they stand in."""

    landmark: Landmark
    start: int
    end: int
    text: str
    sentence: tuple[int, int]


# "could impose sanctions", "if Turkey took delivery" tell of nothing that has happened.
_UNREAL = re.compile(
    r"\b(?:could|would|may|might|should|will|if|unless|whether|threat\w*|warn\w*|urg\w+|call(?:s|ed|ing)?\s+(?:for|on)"
    r"|expected|plan(?:s|ned|ning)?|propos\w+|to\s+be|not|never|ahead\s+of|before)\b[^.;:,]{0,60}$",
    re.IGNORECASE,
)


@lru_cache(maxsize=16)
def find_landmarks(text: str) -> tuple[LandmarkMention, ...]:
    """Find the landmarks that `text` tells as past, in reading order."""
    mentions = [
        LandmarkMention(landmark, *match.span(), match[0], sentence_around(text, *match.span()))
        for landmark, pattern in _possible(fold_letters(text))
        for match in pattern.finditer(text)
        if not _UNREAL.search(text[max(0, match.start() - 80) : match.start()])
    ]
    return tuple(sorted(mentions, key=lambda mention: mention.start))


def _possible(folded: str) -> Iterator[tuple[Landmark, re.Pattern[str]]]:
    """Landmarks that the text may tell of, each with those of its words that may fit the folded text."""
    for landmark, ways in _ways():
        words = tuple(one for one, needs in ways if may_fit(needs, folded))
        if words:
            yield landmark, _compile(words)


@cache
def _ways() -> tuple[tuple[Landmark, tuple[tuple[str, tuple[frozenset[str], ...]], ...]], ...]:
    """Landmarks with the patterns that tell of them, and the letters that each pattern needs."""
    return tuple(
        (landmark, tuple((words, find_needs(words)) for words in landmark.words)) for landmark in load_landmarks()
    )


@cache
def _compile(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in words), re.IGNORECASE)
