"""Speed of finding expressions of time, beside dateparser's `search_dates` on the same texts in the same run.

    python bench/timexes.py [FILE ...]

Reads the seed articles unless files are named. dateparser is a tool for development only (`pip install dateparser`);
without it the figures of this project stand alone.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from importlib import import_module, util
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import spacy  # noqa: E402  (the path above comes first)

from s400data.records import Article  # noqa: E402
from s400data.timexes import find_timexes  # noqa: E402

ROUNDS = 3
# A page of history takes search_dates seconds, so long texts are cut for both.
LONGEST = 60_000
WRITTEN = datetime(2019, 11, 27)
Given = TypeVar("Given")
WORDS = spacy.blank("en")


def article_of(text: str) -> Article:
    """Return `text` as an article of the day WRITTEN."""
    day = WRITTEN.date()
    return Article("a", "", None, None, None, day, "day", "byline", None, "en", text, None, (), (), "")


def seconds(task: Callable[[Given], object], texts: Sequence[Given]) -> float:
    """Return the best of ROUNDS processor times to run `task` over all `texts`."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for text in texts:
            task(text)
        best = min(best, time.process_time() - start)
    return best


def search_dates(languages: list[str] | None) -> Callable[[str], object]:
    """Return dateparser's search as a function of a text, told the language or left to find it out."""
    search = import_module("dateparser.search").search_dates
    return lambda text: search(text, languages=languages, settings={"RELATIVE_BASE": WRITTEN})


def main() -> None:
    """Print characters a second for both, and how many times faster this project is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    files = parser.parse_args().files or sorted((ROOT / "seeds").glob("*.txt"))
    texts = [path.read_text(encoding="utf-8", errors="replace")[:LONGEST] for path in files]
    characters = sum(map(len, texts))
    # The parse is made once for everything, so it is not part of the time.
    articles = [(WORDS.make_doc(text), article_of(text)) for text in texts]
    find_timexes(*articles[0])
    ours = seconds(lambda given: find_timexes(*given), articles)
    sys.stdout.write(f"this project: {characters / ours:,.0f} characters a second ({ours:.3f} s)\n")
    if util.find_spec("dateparser") is None:
        sys.stdout.write("dateparser is not installed\n")
        return
    for name, languages in (("dateparser", None), ("dateparser told it is English", ["en"])):
        theirs = seconds(search_dates(languages), texts)
        sys.stdout.write(f"{name}: {characters / theirs:,.0f} characters a second ({theirs:.3f} s), ")
        sys.stdout.write(f"{theirs / ours:.0f} times as long\n")


if __name__ == "__main__":
    main()
