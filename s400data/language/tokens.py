"""Tokens: spaCy's English tokenizer with the hyphens of treebanks: "re-commit" is one word, "Russian-made" three.

Slashes around a word are cut off as well: agencies sign with them, "/TASS/".
"""

import spacy
from spacy.attrs import ORTH
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, HYPHENS
from spacy.language import Language
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
    kept = [pattern for pattern in nlp.Defaults.infixes or () if HYPHENS not in str(pattern)]
    prefixes = [*(nlp.Defaults.prefixes or ()), f"/(?=[{ALPHA_UPPER}])"]
    suffixes = [*(nlp.Defaults.suffixes or ()), f"(?<=[{ALPHA_UPPER}])/", r"(?<=/)\."]
    nlp.tokenizer.prefix_search = compile_prefix_regex(prefixes).search  # type: ignore[union-attr]
    nlp.tokenizer.suffix_search = compile_suffix_regex(suffixes).search  # type: ignore[union-attr]
    nlp.tokenizer.infix_finditer = compile_infix_regex([*kept, *CUTS]).finditer  # type: ignore[union-attr]
    for title in TITLES:
        nlp.tokenizer.add_special_case(title, [{ORTH: title}])  # type: ignore[union-attr]
    return nlp
