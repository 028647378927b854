"""Component: the encoder as a spaCy pipe that fills tag, pos, head, dep, sentence starts and entities.

Readings are written onto ordinary `Doc`s; white space tokens hang on the token before them.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, POS, TAG
from spacy.language import Language
from spacy.symbols import IDS
from spacy.tokens import Doc

from s400data.language.decoding import Indexes
from s400data.language.encoder import Encoder, Passage, Reading
from s400data.language.windows import Window, find_windows

Values = NDArray[np.uint64]

IOB = {"O": 2, "B": 3, "I": 1}


class EncoderPipe:
    """A spaCy pipeline component around `Encoder`; no training, no state but the weights."""

    def __init__(self, nlp: Language, folder: Path, *, threads: int = 1) -> None:
        self._encoder = Encoder(folder, threads=threads)
        labels, add = self._encoder.labels, nlp.vocab.strings.add
        self._tags = np.array([add(tag) for tag in labels.tags], np.uint64)
        self._pos = np.array([IDS.get(pos, 0) for pos in labels.pos], np.uint64)
        self._rels = np.array([add(rel) for rel in labels.rels], np.uint64)
        self._ent_types = np.array([0 if name == "O" else add(name[2:]) for name in labels.ner], np.uint64)
        self._ent_iob = np.array([IOB[name[0]] for name in labels.ner], np.uint64)
        self._root, self._dep, self._space = add("ROOT"), add("dep"), add("_SP")

    def __call__(self, doc: Doc) -> Doc:
        """Fill `doc` and return it."""
        if not len(doc):
            return doc
        windows = find_windows(doc, self._encoder.count_subwords)
        readings = self._encoder.read([_passage(doc, window) for window in windows])
        return self._annotate(doc, [window.core for window in windows], readings)

    def pipe(self, docs: Iterable[Doc], batch_size: int = 1) -> Iterator[Doc]:  # noqa: ARG002
        """Fill documents one by one: a batch across documents would change their parses."""
        yield from map(self, docs)

    def _annotate(self, doc: Doc, windows: list[list[int]], readings: list[Reading]) -> Doc:
        n = len(doc)
        values = {attr: np.zeros(n, np.uint64) for attr in (TAG, POS, DEP, ENT_IOB, ENT_TYPE)}
        values[ENT_IOB][:] = IOB["O"]
        heads = np.arange(n)
        for window, reading in zip(windows, readings, strict=True):
            words = np.array(window)
            values[TAG][words] = self._tags[reading.tags]
            values[POS][words] = self._pos[reading.pos]
            values[DEP][words] = np.where(reading.heads == 0, self._root, self._rels[reading.rels])
            values[ENT_IOB][words] = self._ent_iob[reading.names]
            values[ENT_TYPE][words] = self._ent_types[reading.names]
            heads[words] = np.where(reading.heads == 0, words, words[np.maximum(reading.heads - 1, 0)])
        self._hang_spaces(doc, values, heads, windows)
        _mend_names(values)
        offsets = (heads - np.arange(n)).astype(np.int64).astype(np.uint64)
        attrs = [TAG, POS, HEAD, DEP, ENT_IOB, ENT_TYPE]
        columns = [values[TAG], values[POS], offsets, values[DEP], values[ENT_IOB], values[ENT_TYPE]]
        return doc.from_array(attrs, np.stack(columns, 1))  # type: ignore[arg-type]  # the stub asks for its own type

    def _hang_spaces(self, doc: Doc, values: dict[int, Values], heads: Indexes, windows: list[list[int]]) -> None:
        first_word = windows[0][0] if windows else 0
        for token in doc:
            if not token.is_space:
                continue
            values[TAG][token.i], values[POS][token.i] = self._space, IDS["SPACE"]
            alone = token.i == 0 and not windows
            values[DEP][token.i] = self._root if alone else self._dep
            heads[token.i] = max(token.i - 1, 0) if token.i > first_word else first_word


def _mend_names(values: dict[int, Values]) -> None:
    """Begin anew every name that goes on after white space or a window's edge: spaCy refuses an I without a B."""
    iob, kinds = values[ENT_IOB], values[ENT_TYPE]
    for i in np.flatnonzero(iob == IOB["I"]):
        if i == 0 or iob[i - 1] == IOB["O"] or kinds[i - 1] != kinds[i]:
            iob[i] = IOB["B"]


def _passage(doc: Doc, window: Window) -> Passage:
    words = window.words
    spaced = [i == 0 or bool(doc[i - 1].whitespace_) or doc[i - 1].is_space for i in words]
    return Passage([doc[i].text for i in words], spaced, window.begin, window.end)


@Language.factory(
    "s400_encoder", default_config={"folder": None, "threads": 1}, assigns=["token.tag", "token.dep", "doc.ents"]
)
def make_encoder_pipe(nlp: Language, name: str, folder: str, threads: int) -> EncoderPipe:  # noqa: ARG001
    """Make the component; spaCy calls this by the factory's name."""
    return EncoderPipe(nlp, Path(folder), threads=threads)
