"""Speed of the quote explorer: filters, searches and counts of every choice, beside the same in plain pandas.

    python bench/quote_explorer.py sqlite:///small.db sqlite:///large.db

For each store (bench/made_quotations.py makes them): 200 mixed queries, each of which is a page of twelve cards, what
is hidden and why, and what each choice of each filter would leave. Pandas filters the full frame and counts the same
choices; words are sought in it with str.contains, without forms, fields or spellings. Then what the page of the speaker
heard most asks for, and the export of all that speaker says.
"""

import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
import pandas as pd
from sqlalchemy import select

from bench.made_quotations import BODIES, COUNTRIES, POSTURES, TARGETS, WORDS_SOUGHT
from pages.shared.quotes.exports import hand_out, to_markdown
from pages.shared.quotes.readings import positions
from s400data import comparison, queries
from s400data.exports import to_csv
from s400data.queries import Selection
from s400data.queries.codes import CELLS, STANCE_CELLS, read_codes
from s400data.store import Store, open_store
from s400data.store.codes import WORDED
from s400data.store.engines import fetch, reading
from s400data.store.schema import articles, quotations, stances

QUERIES, PANDAS_QUERIES = 200, 40
SIDES, BANDS, KINDS = ("supports", "opposes", "neutral", "undecided"), ("clear", "likely"), ("direct", "indirect")


def make_selections(n: int, seed: int = 11) -> list[Selection]:
    """`n` selections of one to three filters each, half of them with a search."""
    random = Random(seed)
    chosen = []
    for _ in range(n):
        kinds: list[dict[str, Any]] = [
            {"sides": (random.choice(SIDES),)},
            {"actors": (f"s{int(random.expovariate(0.02))}",)},
            {"countries": tuple(random.sample([one for one in COUNTRIES if one], 2))},
            {"outlets": (f"Outlet {random.randrange(40)}",)},
            {"affiliations": (random.choice(BODIES),)},
            {"targets": (random.choice(TARGETS),), "polarities": ("supports",)},
            {"postures": (random.choice(POSTURES),)},
            {"bands": (random.choice(BANDS),), "kinds": (random.choice(KINDS),)},
            {"start": date(random.randrange(2016, 2024), 1, 1), "end": date(2025, 1, 1)},
        ]
        set_ones: dict[str, Any] = {}
        for kind in random.sample(kinds, random.randrange(1, 4)):
            set_ones |= kind
        if random.random() < 0.5:
            set_ones["words"] = make_search(random)
        chosen.append(Selection(**set_ones))
    return chosen


def make_search(random: Random) -> str:
    """Words, a phrase, a prefix, a field or operators."""
    one, other = random.sample(WORDS_SOUGHT, 2)
    forms = (one, f"{one} {other}", f"{one[:4]}*", f"{one} OR {other}", f"{one} NOT {other}", f"said:{one}")
    return random.choice((*forms, f'"{one} {other}"', f"outlet:{random.randrange(9)} {one}"))


def answer(store: Store, selection: Selection) -> None:
    """Everything the page asks for."""
    queries.shown(store, "quotations", selection)
    queries.facets(store, "quotations", selection)
    queries.quotation_page(store, selection, "relevance" if selection.words else "newest")


def load_frames(store: Store) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Quotations and stances whole, as plain pandas would keep them."""
    cells = [WORDED[cell].label(name) for name, cell in CELLS.items()]
    said = quotations.c
    days = [said.day_earliest, said.day_latest]
    joined = quotations.join(articles, articles.c.article_id == quotations.c.article_id)
    with reading(store.engine) as connection:
        told = fetch(connection, select(said.quotation_id, said.text, *days, *cells).select_from(joined))
        positions = [stances.c[cell].label(name) for name, cell in STANCE_CELLS.items()]
        taken = fetch(connection, select(stances.c.quotation_id, *positions))
    frame = pd.DataFrame(told)
    frame = frame.assign(**{day.name: pd.to_datetime(frame[day.name]) for day in days})
    return frame, pd.DataFrame(taken)


def answer_in_pandas(frame: pd.DataFrame, taken: pd.DataFrame, selection: Selection) -> None:
    """The same filters and counts on the full frames."""
    wanted = pd.Series(True, index=taken.index)
    for name in STANCE_CELLS:
        if choices := getattr(selection, name):
            wanted &= taken[name].isin(choices)
    found = filter_frame(frame, selection)
    if not wanted.all():
        found["stances"] = frame["quotation_id"].isin(taken.loc[wanted, "quotation_id"])
    for name in CELLS:
        frame.loc[fit_all(frame, {one: mask for one, mask in found.items() if one != name})][name].value_counts()
    kept = frame.loc[fit_all(frame, found)]
    own = taken.loc[wanted & taken["quotation_id"].isin(kept["quotation_id"])]
    for name in STANCE_CELLS:
        own.groupby(name)["quotation_id"].nunique()
    kept.nlargest(12, "day_earliest")


def filter_frame(frame: pd.DataFrame, selection: Selection) -> "dict[str, pd.Series[bool]]":
    """Rows that fit each filter on the quotations themselves."""
    found = {name: frame[name].isin(choices) for name in CELLS if (choices := getattr(selection, name))}
    if selection.start:
        found["latest"] = frame["day_latest"] >= pd.Timestamp(selection.start)
        found["earliest"] = frame["day_earliest"] <= pd.Timestamp(selection.end)
    for word in selection.words.replace("*", "").replace('"', "").split():
        if word.islower() and ":" not in word:
            found[word] = frame["text"].str.contains(word, regex=False)
    return found


def fit_all(frame: pd.DataFrame, masks: "dict[str, pd.Series[bool]]") -> np.ndarray:
    """Rows that fit all of `masks`."""
    kept = np.ones(len(frame), dtype=bool)
    for mask in masks.values():
        kept &= mask.to_numpy()
    return kept


def measure(task: Callable[[Selection], object], selections: list[Selection]) -> np.ndarray:
    """Milliseconds of `task` for each of `selections`: on the clock, and of the processor."""
    times = []
    for selection in selections:
        start = time.perf_counter(), time.process_time()
        task(selection)
        times.append((time.perf_counter() - start[0], time.process_time() - start[1]))
    return 1000 * np.array(times).T


def measure_speaker(store: Store) -> str:
    """Seconds for the statements and exports of the speaker heard most."""
    speaker = queries.top_speakers(store, limit=1).iloc[0]
    selection = Selection(actors=(str(speaker["speaker_id"]),))
    compared = not comparison.count_unread(store)
    tasks: dict[str, Callable[[Selection], object]] = {
        "statements" if compared else "statements, not compared": partial(positions, store, compared=compared),
        "CSV": partial(hand_out, store, order="newest", write=to_csv),
        "Markdown": partial(hand_out, store, order="newest", write=to_markdown),
    }
    parts = [f"{name} {in_seconds(measure(task, [selection]))}" for name, task in tasks.items()]
    return f"speaker with {speaker['quotations']:,} quotations: {'; '.join(parts)}"


def in_seconds(times: np.ndarray) -> str:
    """One time on the clock and of the processor."""
    return f"{times[0][0] / 1000:.1f} s (processor: {times[1][0] / 1000:.1f})"


def peak_megabytes() -> float:
    """Most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(urls: list[str]) -> None:
    """Print the table."""
    for url in urls:
        store = open_store(url)
        start = time.perf_counter()
        n = len(read_codes(store))
        print(f"{n:>9,} quotations; read into memory once in {time.perf_counter() - start:.1f} s", flush=True)
        own = measure(partial(answer, store), make_selections(QUERIES))
        print(f"  {QUERIES} queries: {in_words(own)}; peak memory {peak_megabytes():.0f} MB", flush=True)
        print(f"  {measure_speaker(store)}", flush=True)
        frame, taken = load_frames(store)
        few = make_selections(PANDAS_QUERIES)
        ours = measure(partial(answer, store), few)
        theirs = measure(partial(answer_in_pandas, frame, taken), few)
        ratio = np.median(theirs[0]) / np.median(ours[0])
        print(f"  {PANDAS_QUERIES} of them again: {in_words(ours)}", flush=True)
        print(
            f"  pandas: {in_words(theirs)}; {ratio:.1f} times as long; peak memory {peak_megabytes():.0f} MB",
            flush=True,
        )


def in_words(times: np.ndarray) -> str:
    """Median and tail of `times`, on the clock and of the processor."""
    clock, processor = (
        f"median {np.median(one):.0f} ms, 95th percentile {np.quantile(one, 0.95):.0f}" for one in times
    )
    return f"{clock}, slowest {times[0].max():.0f} (processor: {processor})"


if __name__ == "__main__":
    main(sys.argv[1:])
