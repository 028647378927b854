"""Stance quality: sides, positions and bands on statements of our own, and pairs of sentences that one word turns.

    python -m tests.stance_quality [NAME ...]

`training/stances`: 880 statements in free wording show how far wordings carry that nobody listed; the official ones, in
the plain language of ministries and spokespeople, stand in short articles. `tests/gold/contrasts`: both sentences of a
pair must be read right. Each of the last two has a half whose errors were never read.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from s400data.articles import read_plain
from s400data.pipeline import extract_article
from s400data.records import Quotation
from tests.quality import GOLD, SAME_QUOTATION, Tally, content, dice, f1, words

EXAMPLES = GOLD.parent.parent / "training" / "stances"
CONTRASTS = GOLD / "contrasts"
PUBLISHED = "2019-11-27"
NO_TARGET = "none-listed"
OPPOSITES = {"supports", "opposes"}


@cache
def quotations_of(text: str) -> tuple[Quotation, ...]:
    return extract_article(read_plain("d", text, PUBLISHED, None)).quotations


def find(text: str, quote: str) -> Quotation | None:
    """The quotation of `text` that shares most words with `quote`."""
    scored = [(dice(words(quote), words(content(quotation))), quotation) for quotation in quotations_of(text)]
    score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best if score >= SAME_QUOTATION else None


def read(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def pairs(path: Path) -> Iterator[tuple[dict, Quotation | None]]:
    for row in read(path):
        yield row, find(row["text"], row["quote"])


def measure_statements(path: Path) -> dict[str, float]:
    """Shares from 0 to 100 over the statements of `path` that were found as quotations."""
    counts: Counter[str] = Counter()
    for row, quotation in pairs(path):
        counts["rows"] += 1
        if quotation is not None:
            count(counts, row, quotation)
    return {
        "found": Tally(counts["found"], counts["rows"]).share,
        "side right": Tally(counts["side"], counts["found"]).share,
        "wrong sign": Tally(counts["wrong sign"], counts["found"]).share,
        "position precision": Tally(counts["both"], counts["ours"]).share,
        "position recall": Tally(counts["both"], counts["gold"]).share,
        "position F1": f1(counts["both"], counts["ours"], counts["both"], counts["gold"]),
        **{
            f"{band} {kind}": Tally(counts[band, kind, "right"], counts[band, kind]).share
            for band in ("clear", "likely")
            for kind in ("positions", "no position")
        },
        "share clear": Tally(
            counts["clear", "positions"] + counts["clear", "no position"], counts["ours"] + counts["none"]
        ).share,
    }


def count(counts: Counter, row: dict, quotation: Quotation) -> None:
    gold = {(stance["target"], stance["polarity"]) for stance in row["stances"]}
    ours = {(stance.target, stance.polarity) for stance in quotation.stances if stance.target != NO_TARGET}
    counts["found"] += 1
    counts["side"] += quotation.overall == row["overall"]
    counts["wrong sign"] += {quotation.overall, row["overall"]} == OPPOSITES
    counts["both"] += len(gold & ours)
    counts["ours"] += len(ours)
    counts["none"] += not ours
    counts["gold"] += len(gold)
    for stance in quotation.stances:
        if stance.target == NO_TARGET:
            kind, is_right = "no position", not gold
        else:
            kind, is_right = "positions", (stance.target, stance.polarity) in gold
        counts[stance.band, kind] += 1
        counts[stance.band, kind, "right"] += is_right


def measure_bands(path: Path) -> dict[str, Tally]:
    """How many rows of each band are right, those without a position included."""
    right: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    for row, quotation in pairs(path):
        gold = {(stance["target"], stance["polarity"]) for stance in row["stances"]}
        for stance in quotation.stances if quotation is not None else ():
            is_said = (stance.target, stance.polarity) in gold
            tried[stance.band] += 1
            right[stance.band] += not gold if stance.target == NO_TARGET else is_said
    return {band: Tally(right[band], tried[band]) for band in tried}


def measure_contrasts(path: Path) -> dict[str, float]:
    """Shares from 0 to 100 of pairs and of single sentences read right."""
    rows = read(path)
    right = [[is_right(row[side]) for side in ("first", "second")] for row in rows]
    return {
        "pairs right": Tally(sum(map(all, right)), len(rows)).share,
        "sentences right": Tally(sum(map(sum, right)), 2 * len(rows)).share,
    }


def is_right(sentence: dict) -> bool:
    """Whether the named target gets the polarity asked for; None asks for no decided position on it."""
    return polarity_of(sentence) == sentence["polarity"]


def polarity_of(sentence: dict) -> str | None:
    quotation = find(sentence["text"], sentence["quote"])
    stances = quotation.stances if quotation is not None else ()
    return next((s.polarity for s in stances if s.target == sentence["target"] and s.band != "not decided"), None)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="stems of files; all by default")
    names = parser.parse_args().names
    for folder, measure in ((EXAMPLES, measure_statements), (CONTRASTS, measure_contrasts)):
        for path in sorted(folder.glob("*.jsonl")):
            if not names or path.stem in names:
                print(path.stem, {name: round(value, 1) for name, value in measure(path).items()})
    for band, tally in measure_bands(EXAMPLES / "official_held.jsonl").items():
        print(f"band {band}: right {tally.hits} of {tally.tries}")
