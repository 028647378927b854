"""Augmentation: other names in the same places, and windows of paragraphs that never stood side by side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random

from s400data.knowledge.names import load_names
from s400data.language.tokens import blank_pipeline
from training.lists import read_list
from training.samples import Sample, join, name_spans, split

LONGEST_WINDOW = 130
JOIN_RATE = 0.35
SWAPPED = frozenset({"ORG", "GPE", "LOC", "WEAPON", "LAW"})
SHORT = 4
NEW_PEOPLE = 0.7

# Words, and whether a space follows each.
Name = tuple[list[str], list[bool]]


class NameSwaps:
    """Names to put in the place of others of the same label and number of words, so that the tree still holds."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, int], list[Name]] = defaultdict(list)
        self._tokenizer = blank_pipeline().make_doc
        for entry in load_names():
            for words in entry.words if entry.label in SWAPPED else ():
                self._add(entry.label, words)
        for full in (*read_list("person_full"), *read_list("person_last")):
            self._add("PERSON", full)
        self._first, self._last = (
            [e for e in read_list(name) if e.isalpha()] for name in ("person_first", "person_last")
        )

    def _add(self, label: str, words: str) -> None:
        tokens = self._tokenizer(words)
        self._names[label, len(tokens)].append(([t.text for t in tokens], [bool(t.whitespace_) for t in tokens]))

    def swap(self, sample: Sample, rate: float, random: Random) -> Sample:
        """`sample` with about `rate` of its names replaced."""
        words, spaces = list(sample.words), list(sample.spaces)
        for begin, end, label in sorted(name_spans(sample.names)):
            old = words[begin]
            # "ankara" and "ANKARA" would need the same casing, and "the US" has no "the" as France.
            if random.random() >= rate or not old[:1].isupper() or (len(old) > SHORT and old.isupper()):
                continue
            if label in {"GPE", "LOC"} and begin and words[begin - 1].lower() == "the":
                continue
            picked = self._pick(label, end - begin, random)
            if picked:
                words[begin:end] = picked[0]
                spaces[begin : end - 1] = picked[1][:-1]
        return replace(sample, words=words, spaces=spaces)

    def _pick(self, label: str, count: int, random: Random) -> Name | None:
        if label == "PERSON" and count == 2 and random.random() < NEW_PEOPLE:
            return [random.choice(self._first), random.choice(self._last)], [True, False]
        choices = self._names.get((label, count))
        return random.choice(choices) if choices else None


def build_windows(samples: Iterable[Sample], random: Random) -> Iterator[Sample]:
    """Parts of paragraphs, some of them with parts of others behind them.

    A newspaper's sentences also follow on one another without saying so: starts are learned at such seams too.
    """
    parts = [part for sample in samples for part in split(sample, LONGEST_WINDOW)]
    random.shuffle(parts)
    run: list[Sample] = []
    for part in parts:
        length = sum(len(sample.words) for sample in run)
        if run and (length + len(part.words) > LONGEST_WINDOW or random.random() >= JOIN_RATE):
            yield join(run)
            run = []
        run.append(part)
    if run:
        yield join(run)
