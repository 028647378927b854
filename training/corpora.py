"""Corpora: texts with names and no trees."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import spacy

from s400data.language.tokens import blank_pipeline
from training.labels import ONE_PLACE, is_city, known_words, place_label, refine, to_tags
from training.lists import read_list
from training.samples import OUTSIDE, UNKNOWN, Sample, join

ARTICLES = frozenset({"the", "a", "an", "our", "this"})
RE3D_TYPES = {
    "Person": "PERSON",
    "Organisation": "ORG",
    "Location": "LOC",
    "Nationality": "NORP",
    "Weapon": "WEAPON",
    "MilitaryPlatform": "WEAPON",
    "Vehicle": "MISC",
    "DocumentReference": "LAW",
}
# re3d marks dates and amounts as well; those are no names here, and the words count as known not to be one.
RE3D_NO_NAMES = frozenset({"Temporal", "Money", "Quantity", "Frequency", "CommsIdentifier", "Coordinate"})
RE3D_TITLES = frozenset(read_list("titles"))


NO_SPACE_BEFORE = frozenset(
    {".", ",", ")", "]", "%", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m", ";", ":", "?", "!", "’s", "-", "/"}
)
NO_SPACE_AFTER = frozenset({"(", "[", "$", "#", "-", "/"})
BRACKETS = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}


def read_columns(path: Path, *, lines_a_sample: int = 4) -> Iterator[Sample]:
    """Samples of a file with a word and a tag a line; spaces are guessed from the words.

    What such a corpus does not name may still be of a nation or creed: it has no label for those.
    """
    run: list[Sample] = []
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        rows = [line.split() for line in block.splitlines() if line.strip() and not line.startswith("-DOCSTART-")]
        if not rows:
            continue
        run.append(_column_sample([BRACKETS.get(row[0], row[0]) for row in rows], [row[-1] for row in rows]))
        if len(run) == lines_a_sample:
            yield join(run)
            run = []
    if run:
        yield join(run)


def _column_sample(words: list[str], tags: list[str]) -> Sample:
    spans: list[tuple[int, int, str]] = []
    before = ""
    for i, tag in enumerate(tags):
        label = ONE_PLACE.get(tag[2:], "")
        if label and tag[0] == "I" and before == label:
            spans[-1] = (spans[-1][0], i + 1, label)
        elif label:
            spans.append((i, i + 1, label))
        before = label
    named = to_tags(len(words), ((a, b, refine(label, words[a:b])) for a, b, label in spans))
    names = [
        UNKNOWN if tag == OUTSIDE and word.lower() in known_words("NORP") else tag
        for tag, word in zip(named, words, strict=True)
    ]
    return Sample(words, _guess_spaces(words), names)


def _guess_spaces(words: list[str]) -> list[bool]:
    spaces, inside = [], False
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        if word == '"':
            inside = not inside
        glued = following in NO_SPACE_BEFORE or word in NO_SPACE_AFTER
        spaces.append(not (glued or (word == '"' and inside) or (following == '"' and inside)))
    return spaces


def read_re3d(path: Path) -> Iterator[Sample]:
    """Samples of re3d's paragraphs; names that its annotators were unsure of are unknown."""
    tokenizer = blank_pipeline().make_doc
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        doc = tokenizer(document["text"])
        spans, unknown = [], set()
        for begin, end, kind, *confidence in document["entities"]:
            span = doc.char_span(begin, end, alignment_mode="expand")
            if span is None or kind in RE3D_NO_NAMES:
                continue
            name = _re3d_name(span, kind, confidence[0] if confidence else 1.0)
            if name:
                spans.append(name)
            else:
                unknown |= {token.i for token in span if token.text[:1].isupper()}
        tags = to_tags(len(doc), spans, unknown - {i for a, b, _ in spans for i in range(a, b)})
        yield from _paragraphs(doc, tags)


def _re3d_name(span: spacy.tokens.Span, kind: str, confidence: float) -> tuple[int, int, str] | None:
    doc, begin, end = span.doc, span.start, span.end
    while begin < end and (doc[begin].lower_ in ARTICLES or doc[begin].is_space):
        begin += 1
    words = [token.text for token in doc[begin:end]]
    if begin == end or kind not in RE3D_TYPES or confidence < 0.5:
        return None
    joints = {"-", "of", "and", "for", "'s", "’s", ".", "al", "the", "/"}
    if not words[0][0].isupper() or not all(w[0].isupper() or w[0].isdigit() or w in joints for w in words):
        return None
    label = RE3D_TYPES[kind]
    if label == "PERSON" and (RE3D_TITLES & {w.lower().strip(".") for w in words} or "of" in words):
        return None
    text = " ".join(words).lower()
    if label in {"ORG", "LOC"} and text in known_words("NORP"):
        label = "NORP"
    elif label == "LOC" or (label == "ORG" and is_city(text)):
        label = place_label(words)
    return begin, end, label


def _paragraphs(doc: spacy.tokens.Doc, tags: list[str]) -> Iterator[Sample]:
    run: list[int] = []
    for token in [*doc, None]:
        if token is not None and not (token.is_space and "\n" in token.text):
            run.append(token.i)
            continue
        words = [i for i in run if not doc[i].is_space]
        if len(words) > 2:
            yield Sample(
                [doc[i].text for i in words],
                [bool(doc[i].whitespace_) or doc[i + 1 : i + 2].text.isspace() for i in words],
                [tags[i] for i in words],
            )
        run = []
