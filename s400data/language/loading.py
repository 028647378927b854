"""Loading: the one place where a language pipeline is made, and the way from text to `Doc`."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from s400data.errors import LanguageError
from s400data.language import clear, component, morphology, names, repairs, windows  # noqa: F401  (registers the pipes)
from s400data.language.tokens import blank_pipeline
from s400data.settings import pipeline_name

WEIGHTS = Path(__file__).parent / "weights"
WEIGHT_FILES = ("words.npz", "encoder.onnx", "relations.onnx", "vocab.txt", "labels.json")
LONGEST_TEXT = 10_000_000
LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


@cache
def load_pipeline(name: str | None = None) -> Language:
    """Load the pipeline `name`, else the one that `S400_PIPELINE` names, else the shipped one; kept for the process.

    Raises `LanguageError` saying what is missing and how to get it.
    """
    chosen = name or pipeline_name()
    nlp = _load_installed(chosen) if chosen else _build_shipped()
    nlp.max_length = LONGEST_TEXT
    return nlp


def parse(text: str, *, breaks: Iterable[int] = ()) -> Doc:
    """Parse `text`; offsets in the `Doc` are offsets in `text`, and `doc.text == text` but for lone surrogates.

    A word at one of `breaks` (characters) is read as if a new paragraph began there: the end of a dateline, say.
    """
    nlp = load_pipeline()
    doc = nlp.make_doc(LONE_SURROGATE.sub("\ufffd", text))
    doc.user_data[windows.BREAKS] = frozenset(breaks)
    return nlp(doc)


def missing_weights() -> list[str]:
    """Names of the weight files that the shipped pipeline lacks here."""
    return [name for name in WEIGHT_FILES if not (WEIGHTS / name).is_file()]


def _load_installed(name: str) -> Language:
    try:
        nlp = spacy.load(name)
    except (OSError, ImportError) as error:
        reason = f"the pipeline '{name}' named by S400_PIPELINE is not installed; unset it to use the shipped one"
        raise LanguageError(reason) from error
    if clear.is_clear(nlp):
        nlp.add_pipe("s400_clear")
    nlp.add_pipe("s400_names")
    return nlp


def _build_shipped() -> Language:
    missing = missing_weights()
    if missing:
        raise LanguageError(f"the language weights are incomplete: {', '.join(missing)} not found in {WEIGHTS}")
    nlp = blank_pipeline()
    nlp.add_pipe("s400_encoder", config={"folder": str(WEIGHTS)})
    nlp.add_pipe("s400_repairs")
    nlp.add_pipe("s400_morphology")
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize()  # type: ignore[attr-defined]
    nlp.add_pipe("s400_auxiliaries")
    nlp.add_pipe("s400_names")
    return nlp
