"""Escaping: words from articles made harmless where Streamlit reads Markdown."""

import re
from unicodedata import bidirectional

MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$&^=])")


def plain(words: object) -> str:
    """Words that Markdown shows as they are: no link, picture, formula, colour, icon or HTML comes out of them."""
    text = re.sub(r"\s+", " ", "" if words is None else str(words))
    return MARKDOWN.sub(r"\\\1", text)


def isolate(words: str) -> str:
    """`words` such that letters written from the right, if it has any, leave what stands beside it in its order."""
    is_mixed = not words.isascii() and any(bidirectional(letter) in ("R", "AL") for letter in words)
    return f"\u2068{words}\u2069" if is_mixed else words


def shorten(words: str, longest: int) -> str:
    """`words` in at most `longest` letters and a sign of what is left out, cut between words where that can be."""
    return words if len(words) <= longest else f"{words[:longest].rsplit(' ', 1)[0]}…"
