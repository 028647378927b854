"""Lengths: readers of durations, of sets such as "every Monday", and of words such as "now" and "recently"."""

from s400data.records import TimexType
from s400data.timexes.amounts import amount_of, length_value, shift_of
from s400data.timexes.parts import clock_of, day_of, reading_of, relation_of, year_of
from s400data.timexes.patterns import Match
from s400data.timexes.readings import Frame, Reading

# "The fifth week of May" is the last one that can be.
MOST_WEEKS = 5


def read_duration(match: Match) -> Reading | None:
    unit = match.fields["unit"][0]
    amount = amount_of(match.fields["amount"]) if "amount" in match.fields else None
    if unit.value in ("WE", "Q") and match.kinds("amount") in ((), ("a",)):
        return None
    kind: TimexType = "SET" if is_rate(match) else "DURATION"
    return reading_of(match, type=kind, literal=length_value(unit, amount))


def is_rate(match: Match) -> bool:
    """Whether "a day" tells how often: "$1 a day", "3,000 barrels a day"."""
    if match.kinds("amount") != ("a",) or match.end - match.start != 2 or not match.start:
        return False
    before = match.words[match.start - 1]
    if not before.text:
        return False
    if before.kind in ("num", "count", "year", "hundred") or before.text[:1] in "$£€":
        return True
    counted = match.words[match.start - 2] if match.start > 1 else None
    return counted is not None and counted.kind in ("num", "count", "hundred") and before.text[-1:] == "s"


def read_duration_half(match: Match) -> Reading:
    return reading_of(match, type="DURATION", literal=length_value(match.fields["unit"][0], 1.5))


def read_periods(match: Match) -> Reading | None:
    unit = match.fields["unit"][0]
    amount = amount_of(match.fields["amount"]) if "amount" in match.fields else None
    relation = relation_of(match.fields["rel"])
    length = None
    if relation and relation[0] and amount is not None and unit.kind != "clock_unit":
        name, count = shift_of(unit, amount)
        base_frame = Frame(name, count * relation[0], relation[1])
        return reading_of(match, type="DURATION", literal=length_value(unit, amount), frame=base_frame)
    return reading_of(match, type="DURATION", literal=length_value(unit, amount), length=length)


def read_first_periods(match: Match) -> Reading | None:
    unit = match.fields["unit"][0]
    amount = amount_of(match.fields.get("amount", ()))
    which = match.fields["which"][0]
    from_end = which.kind == "last" or which.value == "late"
    nth = 1 if from_end or which.kind == "edge_part" else int(which.value)
    if unit.value not in ("D", "W", "M") or nth > MOST_WEEKS:
        return None
    kind: TimexType = "DATE" if amount == 1 and unit.value in ("D", "W") else "DURATION"
    parts = {"edge": "late" if from_end else "early", "side": nth, "month": match.number("month"), **year_of(match)}
    return reading_of(match, type=kind, literal=length_value(unit, amount), **parts)


def read_every(match: Match) -> Reading:
    unit = match.fields["unit"][0]
    if unit.kind == "daypart":
        return reading_of(match, type="SET", literal=f"XXXX-XX-XXT{unit.value}")
    if unit.kind == "season":
        return reading_of(match, type="SET", literal=f"XXXX-{unit.value}")
    amount = amount_of(match.fields.get("amount", ()))
    if amount is not None and any(word.kind == "other" for word in match.words[match.start : match.end]):
        amount *= 2
    if unit.value == "WE":
        return reading_of(match, type="SET", literal="XXXX-WXX-WE")
    return reading_of(match, type="SET", literal=length_value(unit, amount))


def read_every_day(match: Match) -> Reading:
    month = match.number("month")
    return reading_of(match, type="SET", literal=f"XXXX-{month:02}" if month else f"XXXX-WXX-{match.value('day')}")


def read_literal_set(match: Match) -> Reading:
    return reading_of(match, type="SET", literal=match.value("ref"))


def read_per(match: Match) -> Reading | None:
    return reading_of(match, type="SET", literal=length_value(match.fields["unit"][0], 1))


def read_reference(match: Match) -> Reading:
    return reading_of(match, literal=match.value("ref"))


def read_the_past(match: Match) -> Reading:
    return reading_of(match, literal="PAST_REF")


def read_just_clock(match: Match) -> Reading | None:
    parts = clock_of(match)
    return reading_of(match, frame=Frame("D", 0, "story"), **parts) if parts else None


def read_tonight(match: Match) -> Reading:
    return reading_of(match, type="TIME", clock="TNI", frame=Frame("D", int(match.value("ref") or 0), "speech"))


def read_daypart(match: Match) -> Reading:
    shift, base = relation_of(match.fields.get("rel", ())) or (0, "story")
    return reading_of(match, type="TIME", clock=f"T{match.value('part')}", frame=Frame("D", shift, base))


def read_anniversary(match: Match) -> Reading:
    return reading_of(match, literal=f"P{day_of(match, 'nth')}Y", type="DURATION")
