"""Predictions for outside scorers, from what `extract` prints.

    python -m s400data extract --plain docs.jsonl | python bench/predictions.py quotations > predictions.jsonl

`quotations`: one line an article with the pieces, the words that name the speaker and the cue of each.
`timexes`: one line an article with span, type and value of each. `events`: one line an article with the PLOVER root and
the countries of actors and targets of each. Articles that could not be read are left out.
"""

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

Line = dict[str, Any]

ALLIANCES = {"UN": "IGO", "EU": "IGO", "NATO": "IGO", "INT": "IGO"}
# Statements of which only the date is news have no root.
UNCODED = "NONE"
RECIPROCAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})


def quotations(line: Line) -> Line:
    """The quotations of one article; the speaker is named by the words at hand, unresolved."""
    return {"doc_id": line["doc_id"], "quotes": [_quotation(row) for row in line["quotations"]]}


def timexes(line: Line) -> Line:
    """The time expressions of one article."""
    kept = ("start", "end", "type", "value")
    return {"doc_id": line["doc_id"], "timexes": [{key: row[key] for key in kept} for row in line["timexes"]]}


def events(line: Line) -> Line:
    """The events of one article, its participants by country alone."""
    coded = [_event(row) for row in line["events"] if row["plover"] != UNCODED]
    # Nobody is coded who is not of a country: such events count only where an article has no others.
    return {"id": line["doc_id"], "events": [event for event in coded if event["actors"] or event["targets"]] or coded}


def _event(row: Line) -> Line:
    """Alliances are PLOVER's IGO; who meets or agrees with one another is both actor and target."""
    sides = {
        side: sorted({ALLIANCES.get(actor["country"], actor["country"]) for actor in row[side] if actor["country"]})
        for side in ("actors", "targets")
    }
    if row["plover"] in RECIPROCAL and not sides["targets"] and len(sides["actors"]) > 1:
        sides["targets"] = sides["actors"]
    return {"event": row["plover"], **sides}


def _quotation(row: Line) -> Line:
    source, cue = row["source"], row["cue"]
    return {
        "start": row["content"][0][0],
        "end": row["content"][-1][1],
        "spans": row["content"],
        "speaker": [source["start"], source["end"]] if source else None,
        "speaker_text": source["text"] if source else None,
        "cue": [cue["start"], cue["end"]] if cue else None,
        "type": row["kind"],
    }


FORMS: dict[str, Callable[[Line], Line]] = {"quotations": quotations, "timexes": timexes, "events": events}


def main() -> None:
    """Turn standard input into standard output."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("form", choices=FORMS)
    form = FORMS[parser.parse_args().form]
    for text in sys.stdin:
        line = json.loads(text)
        if "error" not in line:
            print(json.dumps(form(line)))


if __name__ == "__main__":
    main()
