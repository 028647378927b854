"""Periods: readers of the rules that name weeks, months, years and their parts, or count them from somewhere."""

from s400data.timexes.amounts import amount_of, length_value, shift_of
from s400data.timexes.parts import clock_of, day_of, frame_of, reading_of, relation_of, year_of
from s400data.timexes.patterns import Match
from s400data.timexes.readings import Frame, Reading

PARTS_OF_YEAR = 4
_CALENDAR_UNITS = frozenset({"D", "W", "M", "Y", "DE", "CE"})


def read_month(match: Match) -> Reading | None:
    side, base = relation_of(match.fields.get("rel", ())) or (None, None)
    parts = {"month": match.number("month"), "side": side, "base": base, "frame": frame_of(match)}
    return reading_of(match, **(parts | year_of(match)))


def read_just_year(match: Match) -> Reading:
    return reading_of(match, **year_of(match))


def read_year_before(match: Match) -> Reading:
    """499 in "499-493 BC": the era stands after the second year."""
    return reading_of(match, year=match.number("year"), before_christ=match.value("era") == "BC")


def read_second_year(match: Match) -> Reading:
    return reading_of(match, borrows=True, **year_of(match))


def read_huge_year(match: Match) -> Reading | None:
    return reading_of(match, **year_of(match)) if match.value("unit") == "Y" else None


def read_quarter(match: Match) -> Reading | None:
    nth = day_of(match, "nth")
    if match.value("unit") != "Q" or nth > PARTS_OF_YEAR:
        return None
    return _part_of_year(match, f"Q{nth}")


def read_half_year(match: Match) -> Reading | None:
    nth = day_of(match, "nth")
    return _part_of_year(match, f"H{nth}") if nth <= 2 else None


def read_year_part(match: Match) -> Reading:
    return _part_of_year(match, match.value("part") or "")


def read_season(match: Match) -> Reading:
    return _part_of_year(match, match.value("season") or "")


def _part_of_year(match: Match, part: str) -> Reading:
    side, base = relation_of(match.fields.get("rel", ())) or (None, None)
    return reading_of(match, part=part, side=side, base=base, frame=frame_of(match), **year_of(match))


def read_decade(match: Match) -> Reading:
    word = match.fields["decade"][0]
    figures = "".join(letter for letter in word.value if letter.isdigit())
    span = figures[:3] if len(figures) == 4 else f"19{figures[0]}"
    return reading_of(match, span=span)


def read_century(match: Match) -> Reading | None:
    nth = day_of(match, "nth")
    if match.value("unit") != "CE" or nth > 21:
        return None
    return reading_of(match, span=f"{nth - 1:02}", before_christ=match.value("era") == "BC")


def read_fiscal(match: Match) -> Reading | None:
    relation = relation_of(match.fields.get("rel", ()))
    if not match.fields.get("year") and not (relation and match.value("unit") == "Y"):
        return None
    frame = Frame("Y", *relation) if relation and not match.fields.get("year") else None
    return reading_of(match, part="FY", frame=frame, **year_of(match))


def read_ago(match: Match) -> Reading | None:
    unit = match.fields["unit"][0]
    amount = amount_of(match.fields["amount"]) if "amount" in match.fields else None
    if amount is None:
        return reading_of(match, literal="PAST_REF")
    name, count = shift_of(unit, amount)
    return reading_of(match, frame=Frame(name, -count, "speech"))


def read_from_now(match: Match) -> Reading | None:
    amount = amount_of(match.fields["amount"])
    if amount is None:
        return reading_of(match, literal="FUTURE_REF")
    return reading_of(match, frame=Frame(*shift_of(match.fields["unit"][0], amount), "speech"))


def read_shifted(match: Match) -> Reading | None:
    unit, way = match.fields["unit"][0], match.fields["way"][0]
    back = way.kind in ("earlier", "before")
    amount = amount_of(match.fields["amount"]) if "amount" in match.fields else None
    if amount is None:
        return reading_of(match, literal="PAST_REF" if back else "FUTURE_REF")
    name, count = shift_of(unit, amount)
    return reading_of(match, frame=Frame(name, -count if back else count, "story"))


def read_day_beside(match: Match) -> Reading | None:
    unit = match.value("unit")
    if unit not in ("D", "W", "M", "Y"):
        return None
    return reading_of(match, frame=Frame(unit, -1 if match.fields["way"][0].kind == "before" else 1, "story"))


def read_relative_unit(match: Match) -> Reading | None:
    unit = match.value("unit") or ""
    if unit in ("WE", "Q"):
        return _named_unit(match, unit)
    if match.kinds("rel")[-1:] == ("past_word",):
        length = length_value(match.fields["unit"][0], 1)
        return reading_of(match, type="DURATION", literal=length, frame=frame_of(match, "rel", unit))
    frame = frame_of(match, "rel", "W" if unit == "2W" else unit)
    if frame is None or frame.unit not in _CALENDAR_UNITS:
        return None
    # "Last day" and "next day" without "the" name no day.
    if unit == "D" and frame.base == "speech" and frame.shift:
        return None
    return reading_of(match, frame=frame, **clock_of(match))


def _named_unit(match: Match, unit: str) -> Reading | None:
    relation = relation_of(match.fields.get("rel", ()))
    if unit == "WE":
        shift, base = relation or (0, "speech")
        return reading_of(
            match, part="WE", frame=Frame("W", shift, base), side=shift if relation else None, **clock_of(match)
        )
    if unit == "Q" and relation:
        return reading_of(match, frame=Frame("Q", *relation))
    return None


def read_edge_of_period(match: Match) -> Reading | None:
    unit = match.value("unit")
    if unit not in _CALENDAR_UNITS or match.fields["edge"][-1].kind == "dash":
        return None
    return reading_of(match, frame=Frame(unit, 0, "speech"))


def read_weekend(match: Match) -> Reading | None:
    return _named_unit(match, match.value("unit") or "")
