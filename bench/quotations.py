"""Speed of finding quotations, beside the parse they rest on and textacy's `direct_quotations` on the same documents.

    python bench/quotations.py [DOCUMENTS.jsonl]

Reads the `text` of each line, or the seed articles unless a file is named. textacy is a tool for development only
(`pip install textacy`); without it the figures of this project stand alone. The last lines show that time grows with
the length of a text and no faster.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module, util
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from spacy.tokens import Doc  # noqa: E402  (the path above comes first)

from s400data.actors import find_cast  # noqa: E402
from s400data.articles import read_plain  # noqa: E402
from s400data.language import parse  # noqa: E402
from s400data.quotations import find_quotations  # noqa: E402
from s400data.records import Article  # noqa: E402
from s400data.timexes import find_timexes  # noqa: E402

LENGTHS = (75_000, 150_000, 300_000)


def timed(task: Callable[..., Any], given: Sequence[tuple[Any, ...]]) -> tuple[float, list[Any]]:
    """Processor seconds that `task` takes for all of `given`, and its results."""
    start = time.process_time()
    results = [task(*one) for one in given]
    return time.process_time() - start, results


def as_articles(texts: Sequence[str]) -> list[Article]:
    """`texts` as articles of no known date."""
    return [read_plain(f"d{n}", text, None, None) for n, text in enumerate(texts)]


def measure(texts: Sequence[str]) -> None:
    """Print what each step takes, as a share of the parse."""
    articles = as_articles(texts)
    parse(texts[0])
    parsing, docs = timed(parse, [(article.text,) for article in articles])
    dating, timexes = timed(find_timexes, list(zip(docs, articles, strict=True)))
    casting, casts = timed(find_cast, list(zip(docs, articles, strict=True)))
    finding, found = timed(find_quotations, list(zip(docs, articles, casts, timexes, strict=True)))
    print(f"{len(texts)} texts, {sum(map(len, docs)):,} tokens, {sum(map(len, found)):,} quotations")
    for name, seconds in (
        ("language pipeline", parsing),
        ("quotations", finding),
        ("who is who, for their speakers", casting),
        ("times, for when it was said", dating),
    ):
        print(f"{name:32} {seconds:7.2f} s {seconds / parsing:7.0%} of the language pipeline")
    _beside_textacy(docs, finding)


def _beside_textacy(docs: Sequence[Doc], ours: float) -> None:
    if util.find_spec("textacy") is None:
        print("textacy is not installed")
        return
    direct_quotations = import_module("textacy.extract").direct_quotations
    failed = 0

    def extract(doc: Doc) -> int:
        nonlocal failed
        try:
            return len(list(direct_quotations(doc)))
        except ValueError:
            failed += 1
            return 0

    theirs, counts = timed(extract, [(doc,) for doc in docs])
    print(f"{'textacy, direct speech alone':32} {theirs:7.2f} s, {theirs / ours:.1f} times ours;", end=" ")
    print(f"{sum(counts):,} quotations, an error on {failed} texts")


def grow(texts: Sequence[str]) -> None:
    """Print the time for texts of growing length, made of `texts`."""
    long = "\n\n".join(texts)
    long = long * (max(LENGTHS) // len(long) + 1)
    for length in LENGTHS:
        (article,) = as_articles([long[:length]])
        doc = parse(article.text)
        casting, (cast,) = timed(find_cast, [(doc, article)])
        finding, _ = timed(find_quotations, [(doc, article, cast, ())])
        print(f"{length:9,} characters: quotations {finding:6.2f} s, who is who {casting:6.2f} s")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="?", type=Path)
    documents = parser.parse_args().documents
    if documents is None:
        texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    else:
        texts = [json.loads(line)["text"] for line in documents.read_text(encoding="utf-8").splitlines()]
    measure(texts)
    grow(texts)


if __name__ == "__main__":
    main()
