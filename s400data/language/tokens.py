"""Tokens: spaCy's English tokenizer with the hyphens of treebanks: "re-commit" is one word, "Russian-made" three.

Slashes around a word are cut off as well: agencies sign with them, "/TASS/".
"""

import spacy
from spacy.attrs import ORTH
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, HYPHENS
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# What Universal Dependencies never cuts off; names behind them are cut off all the same: "anti-Turkish".
PREFIXES = ("re", "non", "co", "pre", "e", "multi", "semi", "sub", "over", "anti", "counter", "inter", "mini")
# Plural titles, which spaCy lists in the singular only.
TITLES = ("Reps.", "Sens.", "Govs.", "Gens.", "Profs.", "Drs.", "Messrs.", "Lts.", "Amb.", "Brig.", "Cmdr.", "Maj.")
NOT_BEHIND_PREFIX = "".join(rf"(?<!\b(?i:{prefix}))" for prefix in PREFIXES)
CUTS = (
    f"(?<=[{ALPHA}0-9])(?:{HYPHENS})(?=[{ALPHA_UPPER}])",
    f"(?<=[{ALPHA}0-9]){NOT_BEHIND_PREFIX}(?:{HYPHENS})(?=[{ALPHA_LOWER}])",
)


def blank_pipeline() -> Language:
    """A pipeline that does nothing but cut text into words."""
    nlp = spacy.blank("en")
    rules = nlp.Defaults
    infixes = [pattern for pattern in rules.infixes or () if HYPHENS not in str(pattern)]
    prefixes = [*(rules.prefixes or ()), f"/(?=[{ALPHA_UPPER}])"]
    suffixes = [*(rules.suffixes or ()), f"(?<=[{ALPHA_UPPER}])/", r"(?<=/)\."]
    # Made in one go: the present tokenizer reads all its exceptions anew at every change.
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        {**(rules.tokenizer_exceptions or {}), **{title: [{ORTH: title}] for title in TITLES}},
        prefix_search=compile_prefix_regex(prefixes).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex([*infixes, *CUTS]).finditer,
        token_match=rules.token_match,
        url_match=rules.url_match,
    )
    return nlp
