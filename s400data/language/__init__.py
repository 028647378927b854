"""Language: article text to spaCy `Doc`, and the questions rules ask of a `Doc`.

The trained pipeline is loaded here only. Tags are Penn Treebank, relations Universal Dependencies, names PERSON, ORG,
GPE, LOC, NORP, WEAPON, LAW and MISC.
"""

from s400data.language.loading import load_pipeline, missing_weights, parse

__all__ = ["load_pipeline", "missing_weights", "parse"]
