"""Escaping: words from articles made harmless where Streamlit reads Markdown."""

import re

MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$&^=])")


def plain(words: object) -> str:
    """Words that Markdown shows as they are: no link, picture, formula, colour, icon or HTML comes out of them."""
    text = re.sub(r"\s+", " ", "" if words is None else str(words))
    return MARKDOWN.sub(r"\\\1", text)
