"""Plausibility: what looks like a time and is none, told by the words around it.

"May" may be Theresa May, "2500 troops" count no year, the Sunday Times is a newspaper.
"""

import re
from functools import cache, lru_cache

from s400data.knowledge.timex_words import NamedPart, load_name_cues
from s400data.timexes.candidates import REACH, Candidate

# A number of four figures with nothing before it is a year only in these centuries.
_MODERN = range(1700, 2051)
# What nobody says before a surname when it may be a month.
_PLAIN_LEADS = frozenset({"in", "of", "lead", "early", "late", "mid", "last", "this", "next", "edge_noun", "edge_part"})
_SECOND_AMOUNT = re.compile(r"\s*(?:to|or|and|[-–])\s*[\d,]+\s+(\w+)")
_AFTER_DAY = frozenset(
    [
        "and",
        "to",
        "by",
        "in",
        "at",
        "the",
        "they",
        "he",
        "she",
        "it",
        "when",
        "but",
        "with",
        "after",
        "before",
        "a",
        "was",
        "were",
    ]
)
_OWNERS = frozenset({"the", "its", "his", "her", "their", "our", "this", "that"})
_ADVERBS = frozenset({"earlier", "later", "previously", "afterwards", "afterward", "beforehand", "thereafter"})


def is_plausible(candidate: Candidate) -> bool:
    """Whether `candidate` is an expression of time where it stands."""
    if candidate.match.rule in _NAMES_A_DAY and _is_conjunction(candidate):
        return False
    check = _CHECKS.get(candidate.match.rule)
    return (check is None or check(candidate)) and not _is_in_a_name(candidate)


def _is_conjunction(candidate: Candidate) -> bool:
    """Whether it begins with the "that" of "he said that Saturday would be too late"."""
    first = candidate.match.first
    return first.kind == "that" and candidate.match.kinds("rel") == ("that",) and not candidate.is_led


def _is_end(candidate: Candidate) -> bool:
    """Whether it is no idiom: "at the end of the day" names no day."""
    day_ends = candidate.match.value("unit") == "D" and candidate.reading.edge == "end"
    return not (day_ends and candidate.letters_before[0] == "at")


def _is_month(candidate: Candidate) -> bool:
    reading = candidate.reading
    word = candidate.match.fields["month"][0]
    if word.kind == "month_short":
        return reading.year is not None
    if word.kind == "month" or reading.year or reading.frame or reading.edge or reading.side is not None:
        return True
    if _is_surname(candidate.text, word.text):
        return candidate.word_before is not None and candidate.word_before.kind in _PLAIN_LEADS
    return candidate.is_led or candidate.mark_after in ("–", "-", "/") or candidate.mark_before in ("–", "-")


@lru_cache(maxsize=64)
def _is_surname(text: str, month: str) -> bool:
    """Whether the text names somebody May: "Theresa May", "Mrs May"."""
    heads = "|".join(map(re.escape, sorted(_names("month", "before"))))
    return re.search(rf"\b(?i:{heads})\.?\s+{month}\b", text) is not None


def _is_year(candidate: Candidate) -> bool:
    words = candidate.match.fields["year"]
    if len(words) > 1 or candidate.reading.edge or candidate.match.first.kind == "the":
        return True
    if words[0].kind == "short_year":
        return candidate.is_led
    if candidate.following.lower() in _names("year", "after") or _counts_with_the_next(candidate):
        return False
    if not candidate.is_led and _OWNERS.isdisjoint(candidate.letters_before) and _is_counted(candidate.following):
        return False
    marked = candidate.mark_before == "(" or candidate.mark_after in (")", "–", "-", ":")
    return candidate.is_led or marked or int(words[0].value) in _MODERN


def _is_counted(following: str) -> bool:
    """Whether the word looks like a plural: "deliver 2000 pieces"."""
    return following.islower() and following.endswith("s") and len(following) > 4


def _counts_with_the_next(candidate: Candidate) -> bool:
    """Whether it is the first of two amounts: "1500 to 2000 troops"."""
    counted = _SECOND_AMOUNT.match(candidate.text, candidate.match.last.end, candidate.match.last.end + REACH)
    return counted is not None and counted[1].lower() in _names("year", "after")


def _is_day_after_month(candidate: Candidate) -> bool:
    """Whether the number is a day: in "in June 10 people were held" it counts people."""
    if candidate.reading.year or candidate.match.fields["day"][0].kind != "num" or not candidate.is_led:
        return True
    before = candidate.word_before
    return before is None or before.kind != "in" or not candidate.following[:1].islower()


def _is_second_day(candidate: Candidate) -> bool:
    return candidate.match.kinds("head") == ("dash",) or bool(candidate.reading.year) or _is_bare_day(candidate)


def _is_weekday(candidate: Candidate) -> bool:
    reading = candidate.reading
    word = candidate.match.fields["weekday"][0]
    return word.kind == "weekday" or reading.side is not None or reading.clock is not None


def _is_season(candidate: Candidate) -> bool:
    reading, first = candidate.reading, candidate.match.first
    if reading.year or reading.frame:
        return True
    if reading.edge or reading.side is not None or first.kind == "the":
        return candidate.match.fields["season"][0].kind != "fall" or candidate.following != "of"
    return reading.part in ("SU", "WI") or first.text == "autumn" or candidate.is_led


def _is_shifted(candidate: Candidate) -> bool:
    """Whether "two days before" counts from the story: with more after it, as in "before the vote", it does not."""
    way = candidate.match.fields["way"][0]
    return way.text.lower() in _ADVERBS or candidate.ends_here


def _is_daypart(candidate: Candidate) -> bool:
    """Whether it stands alone: "on the night" of "on the night of 20 June" is part of a longer expression."""
    return candidate.following not in ("of", "hours")


def _is_length(candidate: Candidate) -> bool:
    match = candidate.match
    unit = match.fields["unit"][0]
    if unit.value == "Q" and candidate.following == "of":
        return False
    return not (match.kinds("amount") == ("a",) and match.last.kind == "long")


def _is_bare_day(candidate: Candidate) -> bool:
    return (candidate.reading.day or 0) <= 31 and (candidate.ends_here or candidate.following in _AFTER_DAY)


def _is_adverb_set(candidate: Candidate) -> bool:
    return candidate.match.first.text.islower()


_CHECKS = {
    "edge_of_period": _is_end,
    "month": _is_month,
    "year": _is_year,
    "weekday": _is_weekday,
    "season": _is_season,
    "shifted": _is_shifted,
    "day_beside": lambda candidate: candidate.ends_here,
    "duration": _is_length,
    "daypart": _is_daypart,
    "bare_day": _is_bare_day,
    "month_day": _is_day_after_month,
    "second_day": _is_second_day,
    "the_past": lambda candidate: candidate.ends_here,
    "adverb_set": _is_adverb_set,
}
_NAMED: dict[str, NamedPart] = {
    "month": "month",
    "weekday": "weekday",
    "today": "today",
    "season": "season",
    "century": "century",
}
_NAMES_A_DAY = frozenset({"weekday", "month", "holiday", "day_month", "month_day"})
_SETTLING = frozenset({"year", "frame", "edge", "rel", "before", "after"})


def _is_in_a_name(candidate: Candidate) -> bool:
    part = _NAMED.get(candidate.match.rule)
    if part is None or not _SETTLING.isdisjoint(candidate.match.fields):
        return False
    if part == "today" and candidate.match.first.text.islower():
        return False
    if not _names(part, "before").isdisjoint(candidate.letters_before):
        return True
    following = candidate.following
    return following[:1].isupper() and following.lower() in _names(part, "after")


@cache
def _names(part: NamedPart, side: str) -> frozenset[str]:
    return frozenset(word for cue in load_name_cues() if cue.side == side and part in cue.of for word in cue.words)
