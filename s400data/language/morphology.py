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


# spaCy's tables hold no auxiliaries: its own pipelines set these lemmas by rule too.
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


@Language.component("s400_auxiliaries", requires=["token.lemma"], assigns=["token.lemma"])
def fill_auxiliary_lemmas(doc: Doc) -> Doc:
    """Set the lemmas of auxiliaries and of the negation that is glued to them."""
    for token in doc:
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
