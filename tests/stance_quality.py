"""Stance quality: positions and sides on statements in free wording, written apart from the rules.

    python -m tests.stance_quality

Real officials talk plainer than these 880 invented statements; they show how far wordings carry that nobody listed.
"""

import json
from collections import Counter
from pathlib import Path

from s400data.articles import read_plain
from s400data.pipeline import extract_article
from s400data.records import Quotation
from tests.quality import SAME_QUOTATION, Tally, content, dice, f1, words

EXAMPLES = Path(__file__).parent.parent / "training" / "stances"
PUBLISHED = "2019-11-27"


def measure(path: Path) -> dict[str, float]:
    """Shares from 0 to 100 over the statements of `path` that were found as quotations."""
    counts: Counter[str] = Counter()
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        quotation = find(row["quote"], extract_article(read_plain(f"d{n}", row["text"], PUBLISHED, None)).quotations)
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
    }


def find(quote: str, quotations: tuple[Quotation, ...]) -> Quotation | None:
    scored = [(dice(words(quote), words(content(quotation))), quotation) for quotation in quotations]
    score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best if score >= SAME_QUOTATION else None


def count(counts: Counter[str], row: dict, quotation: Quotation) -> None:
    gold = {(stance["target"], stance["polarity"]) for stance in row["stances"]}
    ours = {(stance.target, stance.polarity) for stance in quotation.stances if stance.target != "none-listed"}
    counts["found"] += 1
    counts["side"] += quotation.overall == row["overall"]
    counts["wrong sign"] += {quotation.overall, row["overall"]} == {"supports", "opposes"}
    counts["both"] += len(gold & ours)
    counts["ours"] += len(ours)
    counts["gold"] += len(gold)


if __name__ == "__main__":
    for path in sorted(EXAMPLES.glob("*.jsonl")):
        print(path.stem, {name: round(value, 1) for name, value in measure(path).items()})
