"""Labels: the words people read for a value of a column.

Countries, types of event and targets of stances have their names in the knowledge files. What has a name nowhere is
read as its own words: "urges-dialogue" becomes "Urges dialogue".
"""

from collections.abc import Callable

from s400data.knowledge.countries import countries_by_code
from s400data.knowledge.event_types import event_type
from s400data.knowledge.stance_bands import load_stance_bands
from s400data.knowledge.stance_cues import load_targets

WORDS: dict[str, dict[str, str]] = {
    "overall": {"supports": "For", "opposes": "Against", "neutral": "Takes no side", "undecided": "Not decided"},
    "polarity": {"supports": "For", "opposes": "Against", "no-stance": "Takes no position"},
    "kind": {"direct": "Direct", "indirect": "Indirect", "mixed": "Partly direct"},
    "published_basis": {
        "metadata": "Stated in the file",
        "byline": "Line under the headline",
        "dateline": "Dateline",
        "url": "Web address",
        "derived": "Derived from other dates",
        "analyst": "Set by an analyst",
        "unknown": "Unknown",
    },
    "date_basis": {
        "explicit": "Date in the text",
        "relative": "Counted from another date",
        "event": "Date of a related event",
        "context": "Date in a neighbouring sentence",
        "none": "No date",
    },
    "basis": {"inferred-from-words": "Inferred from the words", "needs-context": "Needs context"},
    "voice": {
        "speaker-own": "The speaker's own",
        "speaker-reports-other": "Somebody the speaker reports",
        "outlet-paraphrase": "The outlet's paraphrase",
    },
    "type": {"DATE": "Date", "TIME": "Time of day", "DURATION": "Duration", "SET": "Repeated time"},
    "strength": {"1": "Implied", "2": "Stated", "3": "Emphatic"},
    "target": {"none-listed": "No listed topic"},
    "part": {"actor": "Who did it", "target": "To whom"},
}


# What a filter is called, where that is not the column it filters by.
COLUMNS = {
    "countries": "country",
    "event_types": "type",
    "modalities": "modality",
    "targets": "target",
    "polarities": "polarity",
    "postures": "posture",
    "sides": "overall",
    "kinds": "kind",
    "bands": "band",
}


def value_label(column: str, value: object) -> str:
    """Words for `value` of a column, or of the field of a selection that filters by it; "" for a missing value."""
    if value is None or value != value:
        return ""
    name, text = COLUMNS.get(column, column), str(value)
    named = NAMES.get("country" if name.endswith("_country") else name)
    return WORDS.get(name, {}).get(text) or (named and named(text)) or _own_words(text)


def band_precision(band: object) -> tuple[str, str]:
    """How often positions of this certainty are right, short and with numbers; ("", "") where nothing is measured."""
    found = load_stance_bands().get(str(band))
    if found is None:
        return "", ""
    return found.in_words, f"{found.right} of {found.tried} on statements whose errors nobody read"


def _country_name(code: str) -> str | None:
    country = countries_by_code().get(code)
    return country.name if country else code


def _type_name(name: str) -> str | None:
    found = event_type(name)
    return found.label if found else None


def _target_name(target: str) -> str | None:
    return next((found.name for found in load_targets() if found.id == target), None)


def _own_words(text: str) -> str:
    words = text.removeprefix("actor:").replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


NAMES: dict[str, Callable[[str], str | None]] = {
    "country": _country_name,
    "type": _type_name,
    "target": _target_name,
}
