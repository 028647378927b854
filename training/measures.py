"""Measures: how well a pipeline reads raw text, against treebanks, marked names and asked verbs."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from spacy.scorer import Scorer
from spacy.tokens import Doc, Token
from spacy.training import Example

from s400data.language.syntax import subject
from training.samples import Sample, name_spans

Parse = Callable[[str], Doc]

# What the treebanks' layers of names call a place.
PLACES = {"GPE": "LOC", "LOC": "LOC", "PERSON": "PERSON", "ORG": "ORG"}
CONTENT = ("ccomp", "xcomp", "csubj", "csubj:pass", "obj", "advcl")
MARK = re.compile(r"\[([^\]]+)\]\(([A-Z]+)\)")


@dataclass(slots=True)
class Counts:
    """Right, found and wanted, by label; percentages are of precision, recall and F1."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)

    def add(self, found: set[tuple[int, int, str]], wanted: set[tuple[int, int, str]]) -> None:
        """Count spans with a label, exact in edges and label."""
        self.right.update(span[2] for span in found & wanted)
        self.found.update(span[2] for span in found)
        self.wanted.update(span[2] for span in wanted)

    def f1(self, *labels: str) -> float:
        """F1 over `labels`, over all of them if none is given."""
        names = labels or tuple(self.found | self.wanted)
        right, found, wanted = (sum(counts[name] for name in names) for counts in (self.right, self.found, self.wanted))
        return 200 * right / max(1, found + wanted)


def score_trees(parse: Parse, samples: Iterable[Sample]) -> dict[str, float]:
    """Tags, attachment without punctuation and sentences, in per cent, on the raw text of `samples`.

    Words that the tokenizer cuts otherwise than the treebank count as wrong in UAS and LAS.
    """
    examples = []
    for sample in samples:
        predicted = parse(sample.text)
        gold = Doc(
            predicted.vocab,
            words=sample.words,
            spaces=sample.spaces,
            tags=sample.tags,
            heads=sample.heads,
            deps=sample.rels,
            sent_starts=sample.starts,
        )
        examples.append(Example(predicted, gold))
    scores = Scorer.score_tokenization(examples) | Scorer.score_token_attr(examples, "tag")
    scores |= Scorer.score_deps(examples, "dep", getter=_text_of, ignore_labels=("p", "punct"))
    scores |= Scorer.score_spans(examples, "sents", getter=lambda doc, _: list(doc.sents))
    names = {"tokens": "token_f", "TAG": "tag_acc", "UAS": "dep_uas", "LAS": "dep_las", "sentences": "sents_f"}
    figures = {shown: 100 * scores[name] for shown, name in names.items()}
    by_relation = scores["dep_las_per_type"]
    return figures | {rel: 100 * by_relation[rel]["f"] for rel in ("nsubj", "ccomp", "parataxis") if rel in by_relation}


def _text_of(token: Token, attribute: str) -> str:
    return str(getattr(token, attribute + "_"))


def score_treebank_names(parse: Parse, samples: Iterable[Sample]) -> Counts:
    """Persons, organisations and places on raw text, countries and cities counted as places."""
    counts = Counts()
    for sample in samples:
        begins, at = [], 0
        for word, space in zip(sample.words, sample.spaces, strict=True):
            begins.append(at)
            at += len(word) + space
        spans = [
            (begins[a], begins[b - 1] + len(sample.words[b - 1]), label) for a, b, label in name_spans(sample.names)
        ]
        wanted = {(a, b, PLACES[part]) for a, b, label in spans if (part := label.split("|")[0]) in PLACES}
        found = {(e.start_char, e.end_char, PLACES[e.label_]) for e in parse(sample.text).ents if e.label_ in PLACES}
        counts.add(found, wanted)
    return counts


def read_marked(path: Path) -> Iterator[tuple[str, set[tuple[int, int, str]]]]:
    """Paragraphs of a file that marks names as [words](LABEL), with the spans of the names."""
    for line in path.read_text(encoding="utf-8").splitlines():
        text, spans, last = "", set(), 0
        for mark in MARK.finditer(line):
            text += line[last : mark.start()]
            spans.add((len(text), len(text) + len(mark[1]), mark[2]))
            text, last = text + mark[1], mark.end()
        if line.strip():
            yield text + line[last:], spans


def score_marked_names(parse: Parse, path: Path) -> Counts:
    """Names of every label in a marked file."""
    counts = Counts()
    for text, wanted in read_marked(path):
        counts.add({(ent.start_char, ent.end_char, ent.label_) for ent in parse(text).ents}, wanted)
    return counts


@dataclass(frozen=True, slots=True)
class Verb:
    """An asked cue: the words that name the speaker, and the head of what is said (None where that is not asked)."""

    kind: str
    text: str
    cue: int
    subject: tuple[int, int] | None
    predicate: int | None


def read_verbs(path: Path) -> list[Verb]:
    """Asked cues, one JSON object a line, with offsets in its `text`."""
    return [_to_verb(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def read_seed_verbs(path: Path, seeds: Path) -> list[Verb]:
    """Asked cues whose text is a file of the folder `seeds`."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [_to_verb(row | {"text": (seeds / row["file"]).read_text(encoding="utf-8")}) for row in rows]


def _to_verb(row: Mapping[str, object]) -> Verb:
    begin, words = row.get("subject_start"), row.get("subject")
    span = (int(str(begin)), int(str(begin)) + len(str(words))) if begin is not None else None
    predicate = row.get("predicate_start")
    return Verb(
        str(row["kind"]),
        str(row["text"]),
        int(str(row["cue_start"])),
        span,
        None if predicate is None else int(str(predicate)),
    )


def judge_verb(doc: Doc, verb: Verb) -> tuple[bool, bool]:
    """Whether the parse has the subject and the content of the asked cue right; what is not asked is right."""
    cue = _token_at(doc, verb.cue)
    if cue.lower_ == "according":
        return _in_span(cue.head, verb.subject), _is_at(cue.head.head, verb.predicate)
    speaker = subject(cue)
    contents = [child for child in cue.children if child.dep_ in CONTENT]
    if cue.dep_ in {"parataxis", "advcl"}:
        contents.append(cue.head)
    has_speaker = verb.subject is None or (speaker is not None and _in_span(speaker, verb.subject))
    return has_speaker, verb.predicate is None or any(_is_at(content, verb.predicate) for content in contents)


def _is_at(token: Token, offset: int | None) -> bool:
    return offset is None or token.idx <= offset < token.idx + len(token)


def _in_span(token: Token, span: tuple[int, int] | None) -> bool:
    return span is None or span[0] <= token.idx < span[1]


def _token_at(doc: Doc, offset: int) -> Token:
    return next(token for token in doc if _is_at(token, offset))


def score_verbs(parse: Parse, verbs: Iterable[Verb]) -> dict[str, tuple[int, int]]:
    """For each kind and for "all": verbs with both subject and content right, and verbs asked."""
    right, asked = Counter[str](), Counter[str]()
    for verb in verbs:
        both = all(judge_verb(parse(verb.text), verb))
        for kind in (verb.kind, "all"):
            right[kind] += both
            asked[kind] += 1
    return {kind: (right[kind], asked[kind]) for kind in asked}
