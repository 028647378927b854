"""Morphology: tense, verb form, number and degree that a Penn tag implies, and lemmas from spaCy's tables."""

import re

from spacy.language import Language
from spacy.tokens import Doc

FEATURES = {
    "VB": "VerbForm=Inf",
    "VBD": "Tense=Past|VerbForm=Fin",
    "VBG": "Aspect=Prog|Tense=Pres|VerbForm=Part",
    "VBN": "Aspect=Perf|Tense=Past|VerbForm=Part",
    "VBP": "Tense=Pres|VerbForm=Fin",
    "VBZ": "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "MD": "VerbForm=Fin",
    "NN": "Number=Sing",
    "NNP": "Number=Sing",
    "NNS": "Number=Plur",
    "NNPS": "Number=Plur",
    "JJ": "Degree=Pos",
    "JJR": "Degree=Cmp",
    "JJS": "Degree=Sup",
    "RBR": "Degree=Cmp",
    "RBS": "Degree=Sup",
}


# spaCy's tables hold no auxiliaries: its own pipelines set these lemmas by rule too.
# A stem that does not hiss takes a bare "s": "hopes" cannot be of "hop".
TAKES_S = re.compile(r"(?<![cs]h)(?<![sxzo])$")
# A stem of one short syllable doubles its consonant: "hoping" cannot be of "hop".
SHORT_STEM = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$")
AUXILIARIES = {
    **dict.fromkeys(("am", "is", "are", "was", "were", "been", "being", "'m", "'re", "’m", "’re"), "be"),
    **dict.fromkeys(("has", "had", "having", "'ve", "’ve"), "have"),
    **dict.fromkeys(("does", "did", "done", "doing"), "do"),
    **dict.fromkeys(("'ll", "’ll", "wo"), "will"),
    "ca": "can",
    "sha": "shall",
    "n't": "not",
    "n’t": "not",
}
CONTRACTED_BY_TAG = {"VBZ": "be", "MD": "would", "VBD": "have", "VBN": "have"}


def restore_final_e(form: str, lemma: str) -> str:
    """The lemma with its "e" where the spelling of `form` asks for one: "hoped" is of "hope", "hopped" of "hop"."""
    for ending, stem_takes_e in (("es", TAKES_S), ("ed", SHORT_STEM), ("ing", SHORT_STEM)):
        if form == lemma + ending and stem_takes_e.search(lemma):
            return lemma + "e"
    return lemma


@Language.component("s400_auxiliaries", requires=["token.lemma"], assigns=["token.lemma"])
def fill_auxiliary_lemmas(doc: Doc) -> Doc:
    """Set the lemmas of auxiliaries and the negation glued to them, and give verbs the "e" that the tables drop."""
    for token in doc:
        if token.pos_ == "VERB":
            token.lemma_ = restore_final_e(token.lower_, token.lemma_)
        if token.pos_ == "AUX" or token.dep_ == "advmod":
            lemma = AUXILIARIES.get(token.lower_)
            if lemma is None and token.lower_ in {"'s", "’s", "'d", "’d"}:
                lemma = CONTRACTED_BY_TAG.get(token.tag_)
            if lemma is not None:
                token.lemma_ = lemma
    return doc


@Language.component("s400_morphology", requires=["token.tag"], assigns=["token.morph"])
def fill_morphology(doc: Doc) -> Doc:
    """Set the features that the tag of each token implies."""
    for token in doc:
        features = FEATURES.get(token.tag_)
        if features:
            token.set_morph(features)  # type: ignore[attr-defined]  # missing from the stub
    return doc
