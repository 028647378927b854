"""Parts: what the readers of several rules take from a match: year, day, time of day, edge, frame."""

from collections.abc import Sequence
from typing import Any

from s400data.timexes.patterns import Match
from s400data.timexes.readings import Base, Frame, Reading
from s400data.timexes.words import Word

_STORY = frozenset({"previous", "following", "that", "same"})
_RELATIONS = frozenset(
    {"last", "past_word", "previous", "next", "coming", "following", "this", "that", "same", "current"}
)


def reading_of(match: Match, **parts: Any) -> Reading:  # noqa: ANN401  (the parts are checked by Reading itself)
    start, end = match.first.start, match.last.end
    return Reading(start, end, match.rule, **({"edge": edge_of(match)} | parts))


def edge_of(match: Match) -> str | None:
    kept = [word.value for word in match.fields.get("edge", ()) if word.kind in _EDGE_KINDS]
    return kept[-1] if kept else None


_EDGE_KINDS = frozenset({"early", "late", "mid", "earlier", "later", "edge_noun", "edge_part"})


def relation_of(words: Sequence[Word]) -> tuple[int, Base] | None:
    word = next((word for word in reversed(words) if word.kind in _RELATIONS), None)
    if word is None:
        return None
    told = word.kind in _STORY or (word.kind == "next" and words[0].kind == "the")
    return int(word.value), "story" if told else "speech"


def frame_of(match: Match, field: str = "frame", unit: str | None = None) -> Frame | None:
    words = match.fields.get(field, ())
    if not words:
        return None
    shift, base = relation_of(words) or (0, "speech")
    unit = unit or words[-1].value
    return Frame("W" if unit == "WE" else unit, shift, base)


def year_of(match: Match, field: str = "year") -> dict[str, Any]:
    words = match.fields.get(field, ())
    if not words:
        return {}
    figures = next(word for word in words if word.kind != "era")
    if figures.kind == "huge":
        return {"flag": f"no such year as {figures.text}"}
    era = any(word.kind == "era" and word.value == "BC" for word in words)
    if figures.kind == "short_year":
        return {"year": int(figures.value[1:]), "span": "short"}
    if figures.kind == "num" and len(words) == 1:
        return {"year": int(figures.value), "span": "short"}
    return {"year": int(float(figures.value)), "before_christ": era}


def day_of(match: Match, field: str = "day") -> int:
    return sum(int(word.value) for word in match.fields[field] if word.kind != "dash")


def clock_of(match: Match) -> dict[str, Any]:
    for field in ("before", "after"):
        words = match.fields.get(field, ())
        part = next((word for word in words if word.kind == "daypart"), None)
        if part:
            return {"clock": f"T{part.value}", "type": "TIME"}
        if words:
            time = clock_time(words)
            return {"clock": f"T{time}", "type": "TIME"} if time else {"flag": "no such time of day"}
    return {}


def clock_time(words: Sequence[Word]) -> str | None:
    """Return a time of day as HH:MM or HH:MM:SS, None for one the clock does not have."""
    figures = next((word for word in words if word.kind in _CLOCK_KINDS), None)
    if figures is None:
        return None
    if figures.kind == "midday":
        return figures.value
    parts = [int(part) for part in figures.value.replace(".", ":").split(":")]
    if figures.kind == "hundred_hours":
        parts = [parts[0] // 100, parts[0] % 100]
    parts = [*parts, 0][: max(2, len(parts))]
    half = next((word.value for word in words if word.kind == "meridiem"), None)
    if half:
        parts[0] = parts[0] % 12 + (12 if half == "pm" else 0)
    return ":".join(f"{part:02}" for part in parts) if parts[0] <= 24 else None


_CLOCK_KINDS = frozenset({"clock", "num", "number_word", "midday", "hundred_hours"})
