"""What the trained voter of stances takes of the processor time of reading articles.

    python bench/voter.py [ROUNDS]

Reads the seed articles and those of `tests/gold/invented` with the voter and without it, in turns.
"""

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from s400data import stances  # noqa: E402  (the path above comes first)
from s400data.articles import read_plain  # noqa: E402
from s400data.language import parse  # noqa: E402
from s400data.pipeline import extract_article  # noqa: E402
from s400data.records import Article  # noqa: E402
from s400data.stances.voter import Voter, load_voter  # noqa: E402

ROUNDS = 3


def read_articles() -> list[Article]:
    """The articles as plain text."""
    paths = [*sorted((ROOT / "seeds").glob("*.txt")), *sorted((ROOT / "tests/gold/invented").glob("*.txt"))]
    return [read_plain(path.stem, path.read_text(encoding="utf-8"), None, None) for path in paths]


def seconds(articles: list[Article], voter: Voter | None) -> float:
    """Processor seconds that reading all `articles` takes."""
    stances.load_voter = lambda: voter  # type: ignore[attr-defined]
    start = time.process_time()
    for article in articles:
        extract_article(article)
    return time.process_time() - start


def main() -> None:
    """Print both times and what the voter adds."""
    articles, voter = read_articles(), load_voter()
    parse("The pipeline is loaded.")
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    seconds(articles[:1], voter)
    pairs = [(seconds(articles, None), seconds(articles, voter)) for _ in range(rounds)]
    rules, both = (min(column) for column in zip(*pairs, strict=True))
    print(f"{len(articles)} articles, least of {rounds} rounds")
    print(f"{rules:.2f} s by rules alone, {both:.2f} s with the voter: {both / rules - 1:+.1%}")


if __name__ == "__main__":
    main()
