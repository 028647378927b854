"""Names: the layers of names that come with treebanks."""

import re
from collections.abc import Iterator
from pathlib import Path

from training.labels import ONE_PLACE, other_label, refine, to_tags
from training.samples import UNKNOWN
from training.treebanks import NameLayer, Sentence

GUM_TYPES = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "LOC",
    "event": "MISC",
    "object": "OTHER",
    "abstract": "LAW",
}


def universal_ner(path: Path) -> NameLayer:
    """The layer of a Universal NER file; a sentence it lacks or spells otherwise has unknown names.

    Sentences are found by their id, or by their letters: PUD numbers its own anew.
    """
    layer = dict(_read_iob2(path))
    by_letters = {_letters(rows): rows for rows in layer.values()}

    def names(sentence: Sentence) -> list[str]:
        forms = [token.form for token in sentence.tokens]
        rows = layer.get(sentence.sent_id) or by_letters.get("".join(forms), [])
        spans = _align(forms, rows)
        if spans is None:
            return [UNKNOWN] * len(forms)
        return to_tags(len(forms), ((a, b, refine(ONE_PLACE[label], forms[a:b])) for a, b, label in spans))

    return names


def _letters(rows: list[tuple[str, str]]) -> str:
    return "".join(word for word, _ in rows)


def _read_iob2(path: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        sent_id, rows = "", []
        for line in block.splitlines():
            if line.startswith("# sent_id"):
                sent_id = line.split("=", 1)[1].strip()
            elif line and not line.startswith("#"):
                columns = line.split("\t")
                rows.append((columns[1].replace(" ", "\u00a0"), columns[2]))
        yield sent_id, rows


def _align(forms: list[str], rows: list[tuple[str, str]]) -> list[tuple[int, int, str]] | None:
    """Spans over `forms` of the tags in `rows`, whose words may be cut otherwise; None where the letters differ."""
    if "".join(forms) != _letters(rows):
        return None
    owner = [i for i, form in enumerate(forms) for _ in form]
    spans: list[tuple[int, int, str]] = []
    at, open_label = 0, ""
    for word, tag in rows:
        first, last = owner[at], owner[at + len(word) - 1] + 1
        at += len(word)
        label = tag[2:] if tag[2:] in ONE_PLACE else ""
        if label and tag[0] == "I" and open_label == label:
            spans[-1] = (spans[-1][0], last, label)
        elif label:
            spans.append((first, last, label))
        open_label = label
    return spans


ENTITY = re.compile(r"(\()?([0-9]+)(-[^()]*)?(\))?")


def gum_entities(sentence: Sentence) -> list[str]:
    """Names from GUM's entities: the proper noun that heads each, with what belongs to it.

    Capitalised words outside of them are unknown: GUM marks things that are talked about, not names.
    """
    tokens, spans, open_at = sentence.tokens, [], {}
    for i, token in enumerate(tokens):
        found = re.search(r"Entity=([^|]+)", token.misc)
        for opens, entity, kind, closes in ENTITY.findall(found[1]) if found else ():
            if opens:
                open_at.setdefault(entity, []).append((i, kind))
            if closes and open_at.get(entity):
                begin, opened_kind = open_at[entity].pop()
                span = _gum_name(sentence, begin, i + 1, opened_kind)
                if span:
                    spans.append(span)
    inside = {i for begin, end, _ in spans for i in range(begin, end)}
    unsure = [i for i, t in enumerate(tokens) if i not in inside and (t.pos == "PROPN" or (i and t.form[:1].isupper()))]
    return to_tags(len(tokens), spans, unsure)


def _gum_name(sentence: Sentence, begin: int, end: int, kind: str) -> tuple[int, int, str] | None:
    tokens = sentence.tokens
    label = GUM_TYPES.get(kind.lstrip("-").split("-")[0])
    head = next((k for k in range(begin, end) if tokens[k].head == k or not begin <= tokens[k].head < end), None)
    if label is None or head is None or tokens[head].pos != "PROPN":
        return None

    def belongs(k: int) -> bool:
        particle = label == "PERSON" and tokens[k].form in {"de", "van", "von", "bin", "al", "der", "la", "di", "da"}
        number = tokens[k].pos == "NUM" and label in {"OTHER", "LAW", "MISC"}
        return tokens[k].pos == "PROPN" or tokens[k].form in {"-", "'", "’", ".", "&", "/"} or particle or number

    first, last = head, head + 1
    while first > begin and belongs(first - 1) and tokens[first - 1].rel != "nmod:desc":
        first -= 1
    while last < end and (belongs(last) or (label != "PERSON" and _joins(sentence, last, end))):
        last += 1
    while tokens[first].pos != "PROPN":
        first += 1
    while tokens[last - 1].pos not in {"PROPN", "NUM"}:
        last -= 1
    words = [token.form for token in tokens[first:last]]
    if label == "LAW" and other_label(words) != "LAW":
        return None
    return first, last, refine(label, words)


def _joins(sentence: Sentence, at: int, end: int) -> bool:
    """Whether "of" or "for" at this place stands inside a name: "Bank of England", "University of the Arts"."""
    following = sentence.tokens[at + 1 : min(at + 3, end)]
    if sentence.tokens[at].form == "the":
        return bool(following) and following[0].pos == "PROPN"
    return sentence.tokens[at].form in {"of", "for"} and any(t.pos == "PROPN" or t.form == "the" for t in following[:1])
