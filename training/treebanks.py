"""Treebanks: CoNLL-U files to samples, one for each paragraph, with the words of contractions kept or joined."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.samples import UNKNOWN, Sample, join

LONGEST_PARAGRAPH = 8
NO_SPACE = "SpaceAfter=No"
NAME_IN_MISC = re.compile(r"(?:^|\|)NER=([^|]+)")


@dataclass(slots=True)
class Token:
    """One word of a tree; `head` is an index into the sentence, a root points to itself."""

    form: str
    pos: str
    tag: str
    head: int
    rel: str
    misc: str
    space: bool = True


@dataclass(slots=True)
class Sentence:
    """One tree, with the document it is from and whether a paragraph begins with it."""

    sent_id: str
    doc_id: str
    opens_paragraph: bool
    tokens: list[Token] = field(default_factory=list)


NameLayer = Callable[[Sentence], list[str]]


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Read the trees of a CoNLL-U file; empty nodes of the enhanced graph are left out."""
    doc_id, opens = "", True
    for block in re.split(r"\n\n+", path.read_text(encoding="utf-8").strip()):
        sent_id, rows = "", []
        for line in block.splitlines():
            if line.startswith("# newdoc"):
                doc_id, opens = line.split("=")[-1].strip(), True
            elif line.startswith("# newpar"):
                opens = True
            elif line.startswith("# sent_id"):
                sent_id = line.split("=", 1)[1].strip()
            elif line and line[0] != "#" and "." not in line.split("\t", 1)[0]:
                rows.append(line.split("\t"))
        yield Sentence(sent_id, doc_id, opens, _read_tokens(rows))
        opens = False


def _read_tokens(rows: list[list[str]]) -> list[Token]:
    """Tokens as written: a contraction whose parts spell it stays apart ("do" "n't"), another becomes one word."""
    tokens: list[Token] = []
    place: dict[str, int] = {}
    heads: list[str] = []
    i = 0
    while i < len(rows):
        parts, written = rows[i : i + 1], rows[i]
        if "-" in written[0]:
            first, last = map(int, written[0].split("-"))
            parts = rows[i + 1 : i + 2 + last - first]
            i += 1
        i += len(parts)
        kept = parts if "".join(part[1] for part in parts) == written[1] else [_main_part(parts, written[1])]
        place.update((part[0], len(tokens) + min(k, len(kept) - 1)) for k, part in enumerate(parts))
        space = NO_SPACE not in written[9]
        tokens.extend(_token(part, space and part is kept[-1]) for part in kept)
        heads.extend(part[6] for part in kept)
    for k, (token, head) in enumerate(zip(tokens, heads, strict=True)):
        token.head = k if head == "0" else place[head]
    return tokens


def _main_part(parts: list[list[str]], form: str) -> list[str]:
    """The part of a contraction that heads the others, spelled as the whole."""
    ids = {part[0] for part in parts}
    main = next(part for part in parts if part[6] not in ids)
    return [main[0], form, *main[2:]]


def _token(row: list[str], space: bool) -> Token:
    # "1 000" is one word of a treebank; a space inside a word would look like two.
    form, rel = row[1].replace(" ", "\u00a0"), row[7]
    return Token(form, row[3], row[4], 0, "ROOT" if rel == "root" else rel, row[9], space)


def names_in_misc(sentence: Sentence) -> list[str]:
    """Names that the last column gives as `NER=B-ORG`."""
    found = [NAME_IN_MISC.search(token.misc) for token in sentence.tokens]
    return [match[1] if match else UNKNOWN for match in found]


def no_names(sentence: Sentence) -> list[str]:
    """For a treebank without a layer of names."""
    return [UNKNOWN] * len(sentence.tokens)


def to_samples(sentences: Iterable[Sentence], names: NameLayer) -> Iterator[Sample]:
    """Yield a sample for each paragraph, or for every `LONGEST_PARAGRAPH` sentences of a longer one."""
    run: list[Sample] = []
    doc_id = ""
    for sentence in sentences:
        if run and (sentence.opens_paragraph or sentence.doc_id != doc_id or len(run) == LONGEST_PARAGRAPH):
            yield join(run)
            run = []
        run.append(_to_sample(sentence, names(sentence)))
        doc_id = sentence.doc_id
    if run:
        yield join(run)


def _to_sample(sentence: Sentence, names: list[str]) -> Sample:
    tokens = sentence.tokens
    return Sample(
        words=[t.form for t in tokens],
        spaces=[t.space for t in tokens],
        names=names,
        tags=["" if t.tag == "_" else t.tag for t in tokens],
        pos=["" if t.pos == "_" else t.pos for t in tokens],
        heads=[t.head for t in tokens],
        rels=[t.rel for t in tokens],
        starts=[k == 0 for k in range(len(tokens))],
    )
