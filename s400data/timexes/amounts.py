"""Amounts: how many units a few words count, and lengths of time as TIMEX3 writes them."""

from collections.abc import Sequence

from s400data.timexes.words import Word

# What TIMEX3 writes for "a few days" (PXD).
UNKNOWN = "X"
_CLOCK_UNITS = frozenset({"H", "M", "S"})


def amount_of(words: Sequence[Word]) -> float | None:
    """Return the number that `words` spell ("two and a half", "twenty-five"), None for "a few", 1 for no words."""
    if any(word.kind == "few" for word in words):
        return None
    total = 0.0
    fraction = 0.0
    for word in words:
        if word.kind == "half":
            fraction = float(word.value)
        elif word.kind in ("hundred", "dozen"):
            total = (total or 1) * float(word.value)
        elif word.kind in ("num", "count", "year", "number_word", "couple"):
            total += float(word.value)
    return total + fraction if total or fraction else 1.0


def length_value(unit: Word, amount: float | None) -> str:
    """Return the duration in TIMEX3's form: P2Y, PT3H, PXD."""
    count = UNKNOWN if amount is None else _plain(amount)
    if unit.kind == "clock_unit":
        return f"PT{count}{unit.value}"
    if unit.value == "2W":
        return f"P{UNKNOWN if amount is None else _plain(2 * amount)}W"
    if unit.value == "Q":
        return f"P{UNKNOWN if amount is None else _plain(3 * amount)}M"
    return f"P{count}{unit.value}"


def shift_of(unit: Word, amount: float) -> tuple[str, int]:
    """Return a calendar unit and a whole number of it: "two and a half years" are 30 months."""
    if unit.value == "2W":
        return "W", round(2 * amount)
    if unit.kind == "clock_unit":
        return f"T{unit.value}", round(amount)
    if amount != int(amount) and unit.value == "Y":
        return "M", round(12 * amount)
    if amount != int(amount) and unit.value in ("DE", "CE"):
        return "Y", round(amount * (10 if unit.value == "DE" else 100))
    return unit.value, round(amount)


def _plain(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else f"{amount:g}"
