"""Speed of the parts of the Sources page on a collection of made-up articles, beside reading its quotations whole.

    python bench/sources.py [articles [address of a store]]

Fills a store with articles as dense as the seeds (nine events, ten quotations, 400 words; one in five a copy of another
article), makes the index of comparison, and prints for each part the processor's seconds from the store to its answer:
with nothing kept in memory, as after an import, and again, as on a server between changes; the first as a share of
reading all quotations into a frame. Then what one article more costs, and the memory of the process. A store that is
named is kept, and not filled again by a later run.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from zlib import crc32

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pages.shared.sources import readings  # noqa: E402
from s400data import comparison, queries  # noqa: E402
from s400data.queries import EVERYTHING, Selection  # noqa: E402
from s400data.records import Actor, Article, Event, Extraction, Interval, Mention, Quotation, Stance  # noqa: E402
from s400data.store import Store, open_store  # noqa: E402

OUTLETS = tuple(f"Outlet {n:02}" for n in range(30))
DAYS = 1200
SPEAKERS = tuple(
    Actor(f"speaker-{n}", f"Speaker {n}", "person", f"Body {n % 20}", ("TUR", "RUS", "USA", "DEU")[n % 4], None, True)
    for n in range(80)
)
TYPES = ("agreement", "delivery", "sanction", "meeting", "test", "statement", "threat", "negotiation")
CUES = ("said", "told", "warned", "claimed", "insisted", "added", "noted", "argued")
EVENTS, QUOTATIONS, COPIED = 9, 10, 0.2
WORDS = tuple(
    "".join(part) for part in zip("bcdfgklmnprst" * 40, "aeiou" * 104, "lmnrstbdk" * 58, "aeiou" * 104, strict=False)
)


def build_articles(n: int, *, seed: int = 3) -> Iterator[tuple[Extraction, dict[str, str]]]:
    """`n` made-up articles, each with the occurrence of every one of its events."""
    random = Random(seed)
    vocabulary = [f"{one}{other}" for one in WORDS for other in WORDS[:60]]
    statements = [_sentence(random, vocabulary, 14) for _ in range(n * 4)]
    written: list[list[str]] = []
    for number in range(n):
        if written and random.random() < COPIED:
            sentences = random.choice(written)
        else:
            sentences = [_sentence(random, vocabulary, 18) for _ in range(14)]
            written.append(sentences)
        yield _extraction(number, n, sentences, statements, random)


def _sentence(random: Random, vocabulary: list[str], length: int) -> str:
    # A third of the words are those that every text is full of.
    words = (random.choice(vocabulary[:60] if random.random() < 0.33 else vocabulary) for _ in range(length))
    return " ".join(words).capitalize() + "."


def _extraction(
    number: int, n: int, sentences: list[str], statements: list[str], random: Random
) -> tuple[Extraction, dict[str, str]]:
    article_id = f"b{number:06}"
    published = date(2018, 1, 1) + timedelta(days=random.randrange(DAYS))
    pieces, events, quotations, occurrences = [*sentences], [], [], {}
    text = " ".join(pieces)
    for place in range(QUOTATIONS):
        words = random.choice(statements)[:-1]
        speaker = SPEAKERS[crc32(words.encode()) % len(SPEAKERS)]
        cue = random.choice(CUES)
        start = len(text) + 2
        direct = place % 3 == 0
        text += f" “{words},” {speaker.name} {cue}." if direct else f" “{words}, {speaker.name} {cue}."
        cue_start = text.rindex(cue)
        side = ("supports", "opposes", "neutral", "undecided")[crc32(words.encode()) % 4]
        quotations.append(
            Quotation(
                f"{article_id}-q{place}", article_id, "direct" if direct else "indirect",
                (Mention(start, start + len(words), words),), None, speaker,
                Mention(cue_start, cue_start + len(cue), cue), None, None, None, "body", None, "made_up", 0.9,
                (_stance(start, words, side),) if side in ("supports", "opposes") else (), side,
            )
        )  # fmt: skip
    starts = _starts(sentences)
    for place in range(EVENTS):
        real = random.randrange(max(n * 3, 1)) if place else random.randrange(max(n // 20, 1))
        day = published - timedelta(days=random.randrange(3))
        sentence = Mention(starts[place], starts[place] + len(sentences[place]), sentences[place])
        trigger = sentence.text.split()[1]
        events.append(
            Event(
                f"{article_id}-e{place}", article_id, Mention(*_place(sentence, trigger), trigger), sentence,
                TYPES[real % len(TYPES)], "OTHER", "planned" if real % 7 == 0 else "actual", (SPEAKERS[real % 80],),
                (SPEAKERS[real % 79],), ("S-400",), None, Interval(day, day, "day"), None, "explicit", None,
                "made_up", 0.9,
            )
        )  # fmt: skip
        occurrences[f"{article_id}-e{place}"] = f"o{real:07}"
    article = Article(
        article_id, f"{article_id}.txt", sentences[0], OUTLETS[number % 30], None, published, "day", "byline", None,
        "en", text, None, (), (), article_id,
    )  # fmt: skip
    return Extraction(article, (), (), tuple(quotations), tuple(events)), occurrences


def _stance(start: int, words: str, side: str) -> Stance:
    target = ("s400-purchase", "us-sanctions", "f35-exclusion", "dialogue")[crc32(words.encode()) // 4 % 4]
    evidence = (Mention(start, start + len(words), words),)
    return Stance(target, side, 2, "rejects", evidence, "explicit", "speaker-own", "clear", "made up", "made_up")


def _starts(sentences: list[str]) -> list[int]:
    starts, reached = [], 0
    for sentence in sentences:
        starts.append(reached)
        reached += len(sentence) + 1
    return starts


def _place(sentence: Mention, word: str) -> tuple[int, int]:
    start = sentence.start + sentence.text.index(word, 1)
    return start, start + len(word)


def fill(url: str, n: int) -> tuple[Store, Callable[[], None]]:
    """A store of `n` articles with its index, and what adds one more and compares it with the others."""
    store = open_store(url)
    *first, last = build_articles(n + 1)
    if store.is_empty():
        occurrences: dict[str, str] = {}
        for extraction, linked in first:
            store.save(extraction)
            occurrences |= linked
        store.link_events(occurrences)
        seconds = measure(lambda: comparison.bring_up_to_date(store))
        print(f"{n:,} articles; the index takes {1000 * seconds / n:.1f} ms an article", flush=True)
    else:
        # A run before this one may have added it.
        store.remove(last[0].article.article_id)
        comparison.bring_up_to_date(store)
    return store, partial(add, store, *last)


def add(store: Store, extraction: Extraction, occurrences: dict[str, str]) -> None:
    """Save one article and compare it with the others."""
    store.save(extraction)
    store.link_events(occurrences)
    comparison.bring_up_to_date(store)


def measure(task: Callable[[], object]) -> float:
    """Seconds of the processor that `task` takes; what else runs on the machine does not count."""
    start = time.process_time()
    task()
    return time.process_time() - start


def matrix(store: Store, show: readings.Show = "all") -> object:
    """The first page of the matrix."""
    return readings.matrix(store, EVERYTHING, readings.Asked(14, show), 1)


def wording(store: Store, part: comparison.Part, there: str | None = None, selection: Selection = EVERYTHING) -> object:
    """The terms that set the first outlet apart from another, or from all others."""
    return readings.scored_terms(store, selection, part, OUTLETS[0], there)


def shared_text(store: Store) -> object:
    """The first twenty pairs of articles that share text, with their passages."""
    found = readings.copies(store, EVERYTHING).head(20)
    return readings.passages(store, tuple(zip(found["one"], found["other"], strict=True)))


def side_by_side(store: Store) -> object:
    """The list of all articles, and two of them aligned."""
    return readings.names_of_articles(store, EVERYTHING), readings.aligned(store, "b000000", "b000001")


PARTS: dict[str, Callable[[Store], object]] = {
    "events": matrix,
    "events told differently": partial(matrix, show="different"),
    "events left out": partial(matrix, show="left-out"),
    "conflicting facts": lambda store: readings.conflicts(store, EVERYTHING, 20),
    "possibly one event": lambda store: readings.doubles(store, EVERYTHING, 0, 20),
    "voices": lambda store: readings.voices(store, EVERYTHING, "country"),
    "sides": lambda store: readings.sides(store, EVERYTHING),
    "positions": lambda store: queries.positions(store, EVERYTHING),
    "wording": partial(wording, part="own"),
    "wording, all words": partial(wording, part="all"),
    "wording, quoted speech": partial(wording, part="speech"),
    "wording, two outlets": partial(wording, part="own", there=OUTLETS[1]),
    "wording, a year": partial(
        wording, part="own", selection=Selection(start=date(2019, 1, 1), end=date(2019, 12, 31))
    ),
    "wording, copies once": partial(wording, part="own", selection=Selection(originals=True)),
    "names": lambda store: readings.names(store, EVERYTHING, "own"),
    "cues": lambda store: readings.cues(store, EVERYTHING),
    "same statement": lambda store: readings.statements(store, EVERYTHING, 20),
    "shared text": shared_text,
    "side by side": side_by_side,
}


def main() -> None:
    """Print the table."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        store, add_one = fill(sys.argv[2] if len(sys.argv) > 2 else f"sqlite:///{folder}/desk.db", n)
        whole = measure(lambda: queries.quotations(store))
        print(f"{'reading all quotations':26} {whole:6.2f} s", flush=True)
        for name, part in PARTS.items():
            fresh = open_store(store.url)
            first, again = (measure(partial(part, fresh)) for _ in range(2))
            print(f"{name:26} {first:6.2f} s   {first / whole:5.2f} of it   again {again:6.2f} s", flush=True)
        print(f"one article more: {measure(add_one):.2f} s")
    print(f"memory of the process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
