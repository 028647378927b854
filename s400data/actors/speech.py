"""Speech: which stretches of a text stand in quotation marks, and who is speaking them, as far as pronouns need it."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from s400data.knowledge.cues import load_cues
from s400data.language.syntax import span_at, subject

_OPENING = frozenset("“‘«„")
_CLOSING = frozenset("”’»")
_STRAIGHT = re.compile(r"``|''|[\"“”«»„]|(?<!\w)[‘']|[’'](?!\w)")


def quoted_tokens(doc: Doc) -> tuple[bool, ...]:
    """For each token, whether it stands in quotation marks; an open mark ends with its paragraph."""
    inside = [False] * len(doc)
    for start, end in _stretches(doc.text):
        span = span_at(doc, start, end)
        if span is not None:
            inside[span.start : span.end] = [True] * len(span)
    return tuple(inside)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    for paragraph in re.finditer(r"[^\n]+", text):
        opened: re.Match[str] | None = None
        for mark in _STRAIGHT.finditer(text, *paragraph.span()):
            if opened is None:
                opened = mark if _opens(mark) else None
            elif _closes(opened[0], mark[0]):
                yield opened.end(), mark.start()
                opened = None
        # A single mark without a partner is an apostrophe.
        if opened is not None and opened[0] not in "‘’'":
            yield opened.end(), paragraph.end()


def _opens(mark: re.Match[str]) -> bool:
    before = mark.string[mark.start() - 1 : mark.start()]
    return mark[0] not in _CLOSING and (mark[0] in _OPENING or not before or not before.isalnum())


def _closes(opened: str, mark: str) -> bool:
    pairs = {"“": '”"', "„": "“”", "‘": "’", "«": "»", "``": "''", "'": "'’"}
    return mark in pairs.get(opened, opened)


def is_speech_verb(token: Token) -> bool:
    """Whether `token` is a verb that reports speech."""
    return token.pos_ == "VERB" and token.lemma_.lower() in load_cues().verbs


def speaker_of_quote(token: Token, quoted: tuple[bool, ...]) -> Token | None:
    """Subject of the word of saying nearest to the quoted `token`, in its own paragraph."""
    doc = token.doc
    start, end = token.i, token.i
    while start > 0 and quoted[start - 1]:
        start -= 1
    while end + 1 < len(doc) and quoted[end + 1]:
        end += 1
    after = _first_speaker(doc, range(end + 1, len(doc)), quoted)
    before = _first_speaker(doc, range(start - 1, -1, -1), quoted)
    if after is not None and (before is None or after[0] - end <= start - before[0] + 3):
        return after[1]
    return before[1] if before else None


def _first_speaker(doc: Doc, order: range, quoted: tuple[bool, ...]) -> tuple[int, Token] | None:
    for i in order:
        if doc[i].is_space and "\n" in doc[i].text:
            return None
        if not quoted[i] and is_speech_verb(doc[i]) and (found := subject(doc[i])) is not None:
            return i, found
    return None
