"""Stance bands: how often positions of each certainty were right where that was measured."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from s400data.knowledge.reading import read_entries
from s400data.settings import english_folder

CASES = 10


@dataclass(frozen=True, slots=True)
class BandPrecision:
    """Positions of one certainty that were right, out of those tried."""

    id: str
    right: int
    tried: int

    @property
    def in_words(self) -> str:
        """The share as people say it: "right in 9 of 10 such cases"."""
        return f"right in {round(CASES * self.right / self.tried)} of {CASES} such cases"


@cache
def load_stance_bands() -> Mapping[str, BandPrecision]:
    """Precision by band; a band of which nothing is measured is not in it."""
    path = english_folder() / "stance_bands.toml"
    return {band.id: band for band in read_entries(path, "band", BandPrecision)}
