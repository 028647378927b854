"""Labels: the words people read for a value of a column.

Types of event, targets of stances, actors and outlets are knowledge and bring their own words; what has none is read
as its own words: "military-action" becomes "Military action".
"""

from functools import cache

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


def value_label(column: str, value: object) -> str:
    """Words for `value` of the column called `column`; "" for a missing value."""
    if value is None or value != value:
        return ""
    text = str(value)
    return WORDS.get(column, {}).get(text) or _known_names(column).get(text) or _own_words(text)


@cache
def _known_names(column: str) -> dict[str, str]:
    """Names that the affair's knowledge gives to values of the column."""
    return {target.id: target.name for target in load_targets()} if column == "target" else {}


def _own_words(text: str) -> str:
    words = text.removeprefix("actor:").replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]
