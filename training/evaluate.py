"""Evaluate: what the pipeline in use gets right on raw text: `python -m training.evaluate TREEBANKS`.

Prints a table for the shipped weights, or for the pipeline that `S400_PIPELINE` names. None of it is trained on;
MODEL_CARD.md says which errors were read while developing.
"""

import argparse
from pathlib import Path

from s400data.language import parse
from training.measures import (
    read_seed_verbs,
    read_verbs,
    score_marked_names,
    score_treebank_names,
    score_trees,
    score_verbs,
)
from training.names import universal_ner
from training.treebanks import read_sentences, to_samples

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold"
TREEBANKS = {"PUD": ("pud-test", "ner-pud-test"), "EWT test": ("ewt-test", "ner-ewt-test")}
LABELS = ("PERSON", "ORG", "GPE", "LOC", "NORP", "WEAPON", "LAW", "MISC")


def print_treebank(title: str, folder: Path, trees: str, names: str) -> None:
    """Print the scores on one treebank and its layer of names."""
    samples = list(to_samples(read_sentences(folder / f"{trees}.conllu"), universal_ner(folder / f"{names}.iob2")))
    figures = score_trees(parse, samples)
    print(f"{title:9}" + "  ".join(f"{name} {value:.1f}" for name, value in figures.items()))
    counts = score_treebank_names(parse, samples)
    parts = [f"{name} {counts.f1(name):.1f}" for name in ("PERSON", "ORG", "LOC")]
    print(f"{'':9}names F1 {counts.f1():.1f}  " + "  ".join(parts))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("treebanks", type=Path)
    folder = parser.parse_args().treebanks
    for title, (trees, names) in TREEBANKS.items():
        print_treebank(title, folder, trees, names)
    for title, file in (("defence news", "names.txt"), ("defence news for development", "names_development.txt")):
        counts = score_marked_names(parse, GOLD / file)
        print(f"{title}, names F1 {counts.f1():.1f}  " + "  ".join(f"{x} {counts.f1(x):.1f}" for x in LABELS))
    for title, verbs in (
        ("asked verbs", read_verbs(GOLD / "verbs.jsonl")),
        ("verbs in the seeds", read_seed_verbs(GOLD / "seed_verbs.jsonl", ROOT / "seeds")),
    ):
        scores = score_verbs(parse, verbs)
        print(title + ": " + ", ".join(f"{kind} {right} of {asked}" for kind, (right, asked) in scores.items()))


if __name__ == "__main__":
    main()
