"""Landmark mentions: where a text tells a dated event of the affair as something that has happened."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from s400data.chronology.written import sentence_around
from s400data.knowledge.landmarks import Landmark, load_landmarks


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
        for landmark, pattern in _patterns()
        for match in pattern.finditer(text)
        if not _UNREAL.search(text[max(0, match.start() - 80) : match.start()])
    ]
    return tuple(sorted(mentions, key=lambda mention: mention.start))


@cache
def _patterns() -> tuple[tuple[Landmark, re.Pattern[str]], ...]:
    return tuple(
        (landmark, re.compile("|".join(f"(?:{words})" for words in landmark.words), re.IGNORECASE))
        for landmark in load_landmarks()
    )
