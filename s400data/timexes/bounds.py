"""Bounds: the preposition that makes a time an edge of a stretch: "by April 2020", "since 2017", "from May to July"."""

import re
from typing import Literal

from s400data.records import Timex

Bound = Literal["by", "since", "until", "before", "after", "from", "to", "between", "and"]

_LEADS: dict[str, Bound] = {
    "by": "by",
    "no later than": "by",
    "since": "since",
    "ever since": "since",
    "until": "until",
    "till": "until",
    "up to": "until",
    "through": "until",
    "before": "before",
    "prior to": "before",
    "ahead of": "before",
    "after": "after",
    "following": "after",
    "from": "from",
    "as of": "from",
    "starting": "from",
    "starting in": "from",
    "starting on": "from",
    "beginning": "from",
    "beginning in": "from",
    "to": "to",
    "between": "between",
    "and": "and",
    "–": "to",
    "-": "to",
}
_WORDS = "|".join(sorted(map(re.escape, _LEADS), key=len, reverse=True))
_LEAD = re.compile(rf"(?<![\w-])({_WORDS})\s*(?:as\s+)?(?:about\s+|around\s+)?$", re.IGNORECASE)
_REACH = 24


def bound_of(text: str, timex: Timex) -> Bound | None:
    """Return what the words right before `timex` make of it, None where it is the time itself ("in", "on", nothing)."""
    start = timex.mention.start
    found = _LEAD.search(text[max(0, start - _REACH) : start])
    return _LEADS[found[1].lower()] if found else None
