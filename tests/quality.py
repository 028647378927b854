"""Quality: how far extractions agree with annotated articles, as shares from 0 to 100.

Spans are compared as bags of folded words, because gold offsets count in the raw file and ours in the cleaned text.
A quotation is found where the word overlap (Dice) with a gold one is at least 0.6; an event where the sentence is the
same and the trigger words overlap or the type agrees. Optional gold rows are neither asked for nor counted as wrong.
"""

import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from s400data.records import Article, Event, Extraction, Quotation

GOLD = Path(__file__).parent / "gold"
SAME_QUOTATION = 0.6
SAME_SENTENCE = 0.5


@dataclass(frozen=True)
class Gold:
    """Annotations in `rows`, of the raw files in `articles`."""

    rows: Path
    articles: Path

    def read(self, name: str) -> list[dict]:
        text = (self.rows / f"{name}.jsonl").read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines()]

    def by_article(self, name: str) -> dict[str, list[dict]]:
        grouped: dict[str, list[dict]] = {}
        for row in self.read(name):
            grouped.setdefault(row["article"], []).append(row)
        return grouped


SEED_GOLD = Gold(GOLD, GOLD.parent.parent / "seeds")
INVENTED_GOLD = Gold(GOLD / "invented", GOLD / "invented")


@dataclass(frozen=True)
class Tally:
    """Hits out of tries."""

    hits: int
    tries: int

    @property
    def share(self) -> float:
        return 100 * self.hits / self.tries if self.tries else 0.0


def measure(gold: Gold, extractions: dict[str, Extraction]) -> dict[str, float]:
    """Every figure that has a floor; `extractions` by file name."""
    return {
        **measure_articles(gold, {name: extraction.article for name, extraction in extractions.items()}),
        **measure_quotations(gold, extractions),
        **measure_events(gold, extractions),
    }


def measure_articles(gold: Gold, articles: dict[str, Article]) -> dict[str, float]:
    rows = {row["article"]: row for row in gold.read("articles")}
    checks = {
        "article_outlet": lambda a, g: a.outlet in {g["outlet"], *g["outlet_also_ok"]},
        "article_title": lambda a, g: g["title"] is None or words(a.title or "") == words(g["title"]),
        "article_date": lambda a, g: is_date_allowed(a, g),
        "article_body": lambda a, g: is_body_whole(a, g),
    }
    return {
        name: Tally(sum(check(articles[file], row) for file, row in rows.items()), len(rows)).share
        for name, check in checks.items()
    }


def is_date_allowed(article: Article, gold: dict) -> bool:
    """Exact where the gold knows the day; inside its window or open where it does not."""
    if gold["published_on"]:
        return str(article.published) == gold["published_on"]
    low, high = gold["published_window"]
    return article.published is None or low <= str(article.published) <= high


def is_body_whole(article: Article, gold: dict) -> bool:
    text = " ".join(article.text.split())
    return gold["body_ends_with"] in text and not any(" ".join(cut.split()) in text for cut in gold["body_excludes"])


def measure_quotations(gold: Gold, extractions: dict[str, Extraction]) -> dict[str, float]:
    found: list[tuple[dict, Quotation]] = []
    required = asked = spurious = 0
    for file, rows in gold.by_article("quotes").items():
        quotations = extractions[file].quotations
        pairs = pair_quotations(rows, quotations)
        found += pairs
        asked += sum(not row["optional"] for row in rows)
        required += sum(not row["optional"] for row, _ in pairs)
        spurious += len(quotations) - len(pairs)
    return {
        "quotation_f1": f1(required, required + spurious, required, asked),
        "quotation_speaker": Tally(sum(is_same_speaker(g["speaker"], q) for g, q in found), len(found)).share,
        "quotation_cue": Tally(sum(is_same_cue(g, q) for g, q in found), len(found)).share,
        "quotation_kind": Tally(sum(g["type"] == q.kind for g, q in found), len(found)).share,
        "quotation_side": Tally(sum(is_same_side(g, q) for g, q in found), len(found)).share,
    }


def pair_quotations(rows, quotations):
    return pair_off(rows, quotations, lambda row, q: dice(gold_words(row), words(content(q))), SAME_QUOTATION)


def measure_events(gold: Gold, extractions: dict[str, Extraction]) -> dict[str, float]:
    found: list[tuple[dict, Event]] = []
    asked = spurious = 0
    for file, rows in gold.by_article("events").items():
        events = extractions[file].events
        pairs = pair_off(rows, events, lambda row, e: event_agreement(gold, row, e), 1)
        found += pairs
        asked += sum(not row["optional"] for row in rows)
        paired = {id(event) for _, event in pairs}
        spurious += sum(event.type != "statement" and id(event) not in paired for event in events)
    return {
        "event_recall": Tally(sum(not row["optional"] for row, _ in found), asked).share,
        "event_precision": Tally(len(found), len(found) + spurious).share,
        "event_type": Tally(sum(row["type"] == event.type for row, event in found), len(found)).share,
        "event_modality": Tally(sum(row["modality"] == event.modality for row, event in found), len(found)).share,
    }


def event_agreement(gold: Gold, row: dict, event: Event) -> float:
    """0 for another sentence, else 2 for shared trigger words plus 1 for the same type."""
    raw = (gold.articles / row["article"]).read_text(encoding="utf-8")
    start = words(raw[row["sentence_start"] : row["sentence_start"] + 80])[:8]
    if dice(start, words(event.sentence.text)[:8]) < SAME_SENTENCE:
        return 0
    return 2 * bool(set(words(row["trigger"])) & set(words(event.trigger.text))) + (row["type"] == event.type)


def is_same_speaker(gold: str, quotation: Quotation) -> bool:
    """The surname for people; for governments and the unnamed words in common, and no person's name."""
    speaker = quotation.speaker
    if speaker is None:
        return False
    name = words(re.sub(r"\(.*\)", "", gold))
    if "(" not in gold:
        return name[-1] in words(speaker.name)
    return speaker.kind != "person" and bool(set(name) & set(words(speaker.name)))


def is_same_cue(gold: dict, quotation: Quotation) -> bool:
    return (
        bool(gold["cue"])
        and quotation.cue is not None
        and bool(set(words(gold["cue"])) & set(words(quotation.cue.text)))
    )


def is_same_side(gold: dict, quotation: Quotation) -> bool:
    return quotation.overall in {gold["overall"], *gold["overall_also_ok"]}


def content(quotation: Quotation) -> str:
    return " ".join(piece.text for piece in quotation.content)


def gold_words(row: dict) -> list[str]:
    found = words(row["text"])
    return found[1:] if found[:1] == ["that"] else found


def pair_off(rows, records, agreement, least):
    """One-to-one pairs of gold row and record, the best agreement first."""
    scored = [(agreement(row, record), i, j) for i, row in enumerate(rows) for j, record in enumerate(records)]
    pairs, used_rows, used_records = [], set(), set()
    for score, i, j in sorted(scored, key=lambda s: (-s[0], rows[s[1]]["optional"], s[1], s[2])):
        if score >= least and i not in used_rows and j not in used_records:
            used_rows.add(i)
            used_records.add(j)
            pairs.append((rows[i], records[j]))
    return pairs


def f1(precise, predicted, recalled, asked):
    precision, recall = Tally(precise, predicted).share, Tally(recalled, asked).share
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def dice(a, b):
    if not a or not b:
        return 0.0
    return 2 * (Counter(a) & Counter(b)).total() / (len(a) + len(b))


def words(text):
    folded = unicodedata.normalize("NFKD", text.replace("ı", "i"))
    return re.findall(r"\w+", "".join(c for c in folded if not unicodedata.combining(c)).lower())
