"""Speed, start and memory of the language pipeline, beside a pipeline trained from scratch and a bare tokenizer.

    python bench/language.py

What a user would train is the rival: spaCy's convolutional encoder (width 192, depth 4) under tagger, morphologizer,
parser and name recogniser, started on our own training sentences; longer training does not change its speed.
Every pipeline reads the same words in a process of its own, on one thread and then on two that share it.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import spacy  # noqa: E402  (the path above comes first; its import is not what is measured)
from spacy.language import Language  # noqa: E402

SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
REPEATS = 12
LONG_TEXT_WORDS = 100_000
RIVAL_STEPS = 60
PIPELINES = ("shipped", "from scratch", "blank")


def build(name: str) -> Language:
    """The pipeline called `name` in the table."""
    if name == "shipped":
        from s400data.language import load_pipeline

        return load_pipeline()
    if name == "blank":
        nlp = spacy.blank("en")
        nlp.add_pipe("sentencizer")
        return nlp
    return _build_rival()


def _build_rival() -> Language:
    from spacy.tokens import Doc, Span
    from spacy.training import Example
    from thinc.api import NumpyOps, set_current_ops

    from training.samples import name_spans
    from training.treebanks import names_in_misc, read_sentences, to_samples

    # Without BLIS the convolutions are up to twice as fast on one thread.
    set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.blank("en")
    size = {"width": 192, "depth": 4, "embed_size": 4000, "pretrained_vectors": None}
    nlp.add_pipe(
        "tok2vec",
        config={
            "model": {
                "@architectures": "spacy.HashEmbedCNN.v2",
                "window_size": 1,
                "maxout_pieces": 3,
                "subword_features": True,
                **size,
            }
        },
    )
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 192, "upstream": "*"}
    for pipe in ("tagger", "morphologizer", "parser", "ner"):
        nlp.add_pipe(pipe, config={"model": {"tok2vec": listener}})
    examples = []
    for path in sorted((ROOT / "training" / "sentences").glob("*.conllu")):
        for sample in to_samples(read_sentences(path), names_in_misc):
            gold = Doc(
                nlp.vocab,
                sample.words,
                sample.spaces,
                tags=sample.tags,
                pos=sample.pos,
                heads=sample.heads,
                deps=sample.rels,
                sent_starts=sample.starts,
            )
            gold.set_ents([Span(gold, *span) for span in sorted(name_spans(sample.names))])
            examples.append(Example(nlp.make_doc(gold.text), gold))
    nlp.initialize(lambda: examples)
    for step in range(RIVAL_STEPS):
        nlp.update(examples[16 * step % len(examples) :][:16])
    return nlp


def resident_megabytes(field: str) -> float:
    """`VmRSS` (now) or `VmHWM` (peak) of this process, in MB."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return int(next(line for line in lines if line.startswith(field)).split()[1]) / 1024


def words_a_second(read: Callable[[str], Iterable[object]], texts: list[str], threads: int) -> float:
    """Words and marks (spaCy's tokens) read in a second of wall time."""
    start = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        tokens = sum(pool.map(lambda text: len(list(read(text))), texts))
    return tokens / (time.perf_counter() - start)


def measure(name: str) -> dict[str, float]:
    """The figures of one pipeline, in this process."""
    start = time.perf_counter()
    nlp = build(name)
    figures = {"load s": time.perf_counter() - start}
    texts = [path.read_text(encoding="utf-8") for path in SEEDS]
    for text in texts:
        nlp(text)
    for threads in (1, 2):
        figures[f"{threads} thread"] = words_a_second(nlp, texts * REPEATS, threads)
    words = " ".join(texts).split()
    nlp.max_length = 10_000_000
    nlp("\n\n".join(texts * (LONG_TEXT_WORDS // len(words) + 1)))
    return figures | {"peak MB": resident_megabytes("VmHWM")}


def seconds_from_cold() -> float:
    """Seconds in which a fresh process extracts everything from the five seeds."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "s400data", "extract", str(ROOT / "seeds")], cwd=ROOT, check=True, capture_output=True
    )
    return time.perf_counter() - start


def seconds_for(words: int) -> float:
    """Seconds that the shipped pipeline takes for so many words of one paragraph without a full stop."""
    text = "the minister and the general discussed missiles with Ankara while " * (words // 10)
    start = time.perf_counter()
    build("shipped")(text)
    return time.perf_counter() - start


def main() -> None:
    """Print the table, or the figures of the one pipeline that is named."""
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
        return
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    rows = {}
    for name in PIPELINES:
        command = [sys.executable, __file__, name]
        rows[name] = json.loads(
            subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout
        )
    print(f"{'':14}" + "".join(f"{column:>12}" for column in rows["shipped"]) + "   of from scratch")
    for name, figures in rows.items():
        ratio = figures["1 thread"] / rows["from scratch"]["1 thread"]
        print(f"{name:14}" + "".join(f"{value:12,.1f}" for value in figures.values()) + f"{ratio:17.2f}")
    build("shipped")
    half, whole = seconds_for(25_000), seconds_for(50_000)
    print(f"50,000 words without a full stop take {whole / half:.1f} times as long as 25,000")
    print(f"the five seeds from a cold process: {seconds_from_cold():.1f} s")


if __name__ == "__main__":
    main()
