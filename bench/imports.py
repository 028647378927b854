"""Speed, memory and resilience of imports, beside the language pipeline alone on the same text.

    python bench/imports.py 1 100 1000         # numbers of articles
    python bench/imports.py --short 1000 10000 # articles of a few sentences, with two processes: does memory stay flat
    python bench/imports.py --steps 50         # share of each step in the processor time, in one process
    python bench/imports.py --kills 20         # kills an import at random moments, and lets the last one end

Articles are the seeds, each with sentences of its own so that none is a duplicate. Start-up is part of every time;
"first" is when the first article was stored. Peak memory is the sum over all processes of an import, sampled while it
runs.
"""

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Thread
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from s400data.actors import find_cast  # noqa: E402  (the path above comes first)
from s400data.articles import read_article  # noqa: E402
from s400data.comparison import bring_up_to_date  # noqa: E402
from s400data.documents import open_file, read_document  # noqa: E402
from s400data.events import find_events  # noqa: E402
from s400data.language import parse  # noqa: E402
from s400data.quotations import find_quotations  # noqa: E402
from s400data.records import Extraction  # noqa: E402
from s400data.stances import add_stances  # noqa: E402
from s400data.store import Store, open_store  # noqa: E402
from s400data.store.linking import link_occurrences  # noqa: E402
from s400data.timexes import find_timexes  # noqa: E402

SEEDS = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "seeds").glob("*.txt"))]
WORKERS = (1, 2)
# Summing up the pages of a process takes milliseconds that the import would have had.
BETWEEN_LOOKS = 0.25
KILLED_ARTICLES = 120
LONG = 180
SHORTEST, SENTENCES = 12, 3
LANGUAGE_ALONE = """
import sys, time
from contextlib import suppress
from pathlib import Path
from s400data.errors import ArticleError
from s400data.language import load_pipeline, parse
from s400data.articles import read_article
from s400data.documents import open_file, read_document
raw = [one for file in sorted(Path(sys.argv[1]).iterdir()) for one in open_file(file)]
texts = []
for one in raw:
    # An import refuses the same ones.
    with suppress(ArticleError):
        texts.append(read_article(read_document(one)).text)
load_pipeline()
parse(texts[0])
start = time.perf_counter()
for text in texts:
    parse(text)
print(time.perf_counter() - start, sum(len(text.split()) for text in texts))
"""


def write_articles(folder: Path, number: int) -> None:
    """Write `number` articles, no two of which are the same."""
    for n in range(number):
        paragraphs = SEEDS[n % len(SEEDS)].split("\n")
        extra = f"The ministry's note {n} of that week was read by {n + 3} members of committee {n % 17}."
        # In the middle, where no rule can take it for a footer.
        place = next(place for place, paragraph in enumerate(paragraphs) if len(paragraph) > LONG)
        paragraphs[place] += f" {extra}"
        (folder / f"{n:05}.txt").write_text("\n".join(paragraphs), encoding="utf-8")


def write_short_articles(folder: Path, number: int) -> None:
    """Write `number` articles of a few sentences of the seeds, drawn by chance, that are not like one another."""
    sentences = sorted({one for seed in SEEDS for one in re.split(r"(?<=[.!?])\s+", seed) if one.count(" ") > SHORTEST})
    for n in range(number):
        drawn = random.Random(n).sample(sentences, SENTENCES)
        drawn.append(f"The ministry's note {n} of that week was read by {n + 3} members of committee {n % 17}.")
        (folder / f"{n:05}.txt").write_text("\n\n".join(drawn), encoding="utf-8")


def start_import(folder: Path, url: str, workers: int) -> "subprocess.Popen[bytes]":
    """Begin an import of `folder` in a process of its own."""
    command = [sys.executable, "-m", "s400data", "import", str(folder), "--workers", str(workers), "--follow"]
    environment = {**os.environ, "S400_DATABASE_URL": url}
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def watch(process: "subprocess.Popen[bytes]") -> tuple[float, int]:
    """Wait for `process`: when the first article was stored, and the most megabytes it held with its children."""
    most, start = 0, time.perf_counter()
    first: list[float] = []

    def listen() -> None:
        for line in process.stdout or ():
            if not first and b'"new"' in line:
                first.append(time.perf_counter() - start)

    listener = Thread(target=listen)
    listener.start()
    while process.poll() is None:
        most = max(most, sum(map(_resident, _family(process.pid))))
        time.sleep(BETWEEN_LOOKS)
    listener.join()
    return first[0], most // 1024


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        found = [int(child) for child in children.read_text().split()]
    except OSError:
        found = []
    return [pid, *(one for child in found for one in _family(child))]


def _resident(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("Pss:")), 0)


def measure(number: int, write: Callable[[Path, int], None], processes: Sequence[int]) -> None:
    """Print the rows of the table for `number` articles as `write` makes them, one for each number of processes."""
    folder = Path(tempfile.mkdtemp(prefix="s400-bench-"))
    (folder / "in").mkdir()
    write(folder / "in", number)
    alone = subprocess.run(
        [sys.executable, "-c", LANGUAGE_ALONE, str(folder / "in")], cwd=ROOT, capture_output=True, text=True, check=True
    )
    language, words = float(alone.stdout.split()[0]), int(alone.stdout.split()[1])
    for workers in processes:
        start = time.perf_counter()
        process = start_import(folder / "in", f"sqlite:///{folder / f'{workers}.db'}", workers)
        first, peak = watch(process)
        seconds = time.perf_counter() - start
        stored = len(open_store(f"sqlite:///{folder / f'{workers}.db'}").read_table("articles"))
        print(
            f"{number:>7,} {workers:>9} {first:>7.1f} {seconds:>9.1f} {number / seconds:>10.2f} "
            f"{words / seconds:>9,.0f} {language:>10.1f} {seconds / language:>6.2f} {peak:>8,} {stored:>7,}"
        )
    shutil.rmtree(folder)


def share(number: int) -> None:
    """Print the processor seconds of each step for `number` articles, after as many that warm up, beside the parse."""
    folder = Path(tempfile.mkdtemp(prefix="s400-bench-"))
    (folder / "in").mkdir()
    write_articles(folder / "in", 2 * number)
    store = open_store(f"sqlite:///{folder / 'desk.db'}")
    files = sorted((folder / "in").iterdir())
    for file in files[:number]:
        _read_in_steps(file, store, Counter())
    spent: Counter[str] = Counter()
    for file in files[number:]:
        _read_in_steps(file, store, spent)
    _timed(spent, "link events", link_occurrences, store)
    _timed(spent, "compare", bring_up_to_date, store)
    for step, seconds in spent.items():
        print(f"{step:>12} {seconds:>8.2f} s {seconds / spent['parse']:>6.2f} of the parse")
    print(f"{'all':>12} {spent.total():>8.2f} s {spent.total() / spent['parse']:>6.2f}")
    shutil.rmtree(folder)


def _read_in_steps(file: Path, store: Store, spent: "Counter[str]") -> None:
    for raw in open_file(file):
        article = _timed(spent, "read", lambda raw: read_article(read_document(raw)), raw)
        doc = _timed(spent, "parse", parse, article.text)
        timexes = _timed(spent, "timexes", find_timexes, doc, article)
        cast = _timed(spent, "actors", find_cast, doc, article)
        found = _timed(spent, "quotations", find_quotations, doc, article, cast, timexes)
        quotations = _timed(spent, "stances", add_stances, doc, cast, found)
        events = _timed(spent, "events", find_events, doc, article, cast, timexes, quotations)
        _timed(spent, "save", store.save, Extraction(article, timexes, cast.mentions, quotations, events))


def _timed(spent: "Counter[str]", step: str, work: Callable[..., Any], *given: object) -> Any:  # noqa: ANN401
    start = time.process_time()
    result = work(*given)
    spent[step] += time.process_time() - start  # type: ignore[assignment]
    return result


def kill(times: int) -> None:
    """Kill imports at random moments, end the last one, and say what is stored."""
    folder = Path(tempfile.mkdtemp(prefix="s400-bench-"))
    (folder / "in").mkdir()
    write_articles(folder / "in", KILLED_ARTICLES)
    url = f"sqlite:///{folder / 'desk.db'}"
    before: set[str] = set()
    lost = 0
    for _ in range(times):
        process = start_import(folder / "in", url, 2)
        # Most of an import's first seconds go into loading; the moments of interest come with its first articles.
        while process.stdout and process.poll() is None and b'"new"' not in process.stdout.readline():
            pass
        time.sleep(random.uniform(0, 1.5))
        process.kill()
        process.wait()
        stored = set(open_store(url).read_table("articles")["article_id"])
        lost += len(before - stored)
        print(f"killed with {len(stored)} articles stored")
        before = stored
    start_import(folder / "in", url, 2).communicate()
    articles = open_store(url).read_table("articles")
    twice = int(articles["checksum"].duplicated().sum())
    print(f"{times} kills: {lost} articles lost, {twice} stored twice, {len(articles)} of {KILLED_ARTICLES} at the end")
    shutil.rmtree(folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("numbers", nargs="*", type=int)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--steps", type=int, default=0)
    parser.add_argument("--kills", type=int, default=0)
    arguments = parser.parse_args()
    if arguments.numbers:
        print("articles processes first s   seconds articles/s   words/s language s  ratio  peak MB  stored")
    for size in arguments.numbers:
        if arguments.short:
            measure(size, write_short_articles, WORKERS[-1:])
        else:
            measure(size, write_articles, WORKERS)
    if arguments.steps:
        share(arguments.steps)
    if arguments.kills:
        kill(arguments.kills)
