"""Samples: annotated runs of words from treebanks and name corpora, the one form that training and evaluation read."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

UNKNOWN = ""
OUTSIDE = "O"


@dataclass(frozen=True, slots=True)
class Sample:
    """A run of words from one paragraph.

    `spaces[i]` tells whether white space follows word i. `heads` are indexes into the run, a root points to itself.
    Syntax is None where the corpus has none. `names` are IOB2 tags: `UNKNOWN` where nobody annotated, and
    alternatives joined by "|" where the corpus does not tell two labels apart ("B-GPE|B-LOC").
    """

    words: list[str]
    spaces: list[bool]
    names: list[str]
    tags: list[str] | None = None
    pos: list[str] | None = None
    heads: list[int] | None = None
    rels: list[str] | None = None
    starts: list[bool] | None = None

    @property
    def text(self) -> str:
        """The run as it was written."""
        return "".join(w + " " * s for w, s in zip(self.words, self.spaces, strict=True)).rstrip()

    def part(self, begin: int, end: int) -> "Sample":
        """The words from `begin` to `end`, which must hold whole sentences where there is syntax."""
        cut = {
            name: getattr(self, name)[begin:end]
            for name in ("words", "spaces", "names", "tags", "pos", "rels", "starts")
            if getattr(self, name) is not None
        }
        if self.heads is not None:
            cut["heads"] = [head - begin for head in self.heads[begin:end]]
        return replace(self, **cut)


def join(samples: Iterable[Sample]) -> Sample:
    """One sample of several of the same kind, a space between them."""
    samples = list(samples)
    columns: dict[str, list] = {}  # type: ignore[type-arg]
    for name in ("words", "spaces", "names", "tags", "pos", "rels", "starts"):
        if getattr(samples[0], name) is not None:
            columns[name] = [value for sample in samples for value in getattr(sample, name)]
    offset = 0
    heads: list[int] = []
    for sample in samples:
        columns["spaces"][offset + len(sample.words) - 1] = True
        if sample.heads is not None:
            heads.extend(head + offset for head in sample.heads)
        offset += len(sample.words)
    return Sample(**columns, heads=heads or None)


def split(sample: Sample, longest: int) -> Iterator[Sample]:
    """Parts of at most `longest` words, cut at sentence starts where there are any."""
    count = len(sample.words)
    cuts = [i for i in range(count) if sample.starts is None or sample.starts[i]]
    begin = 0
    while count - begin > longest:
        reachable = [cut for cut in cuts if begin < cut <= begin + longest]
        # A sentence that is too long stays whole: its tree cannot be cut.
        end = reachable[-1] if reachable else next((cut for cut in cuts if cut > begin), count)
        if end == count:
            break
        yield sample.part(begin, end)
        begin = end
    yield sample.part(begin, count)


def name_spans(names: Iterable[str]) -> set[tuple[int, int, str]]:
    """Names as (first word, word after the last, label)."""
    spans, begin, label = set(), None, ""
    for i, name in enumerate([*names, OUTSIDE]):
        if begin is not None and name != "I-" + label and name != _inside(label):
            spans.add((begin, i, label))
            begin = None
        if name.startswith("B-") or (name.startswith("I-") and begin is None):
            begin, label = i, "|".join(part[2:] for part in name.split("|"))
    return spans


def _inside(label: str) -> str:
    return "|".join("I-" + part for part in label.split("|"))


def write_corpora(corpora: dict[str, list[Sample]], path: Path) -> None:
    """Write samples by corpus as JSON."""
    path.write_text(json.dumps({name: [asdict(s) for s in samples] for name, samples in corpora.items()}), "utf-8")


def read_corpora(path: Path) -> dict[str, list[Sample]]:
    """Read what `write_corpora` wrote."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    return {name: [Sample(**fields) for fields in samples] for name, samples in stored.items()}
