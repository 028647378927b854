"""Morphology: tense, verb form, number and degree that a Penn tag implies, and lemmas from spaCy's tables."""

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


@Language.component("s400_morphology", requires=["token.tag"], assigns=["token.morph"])
def fill_morphology(doc: Doc) -> Doc:
    """Set the features that the tag of each token implies."""
    for token in doc:
        features = FEATURES.get(token.tag_)
        if features:
            token.set_morph(features)  # type: ignore[attr-defined]  # missing from the stub
    return doc
