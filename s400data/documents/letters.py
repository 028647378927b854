"""Letters: ligatures, look-alike and lost letters of a text mended, with a note on every change of a word."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ftfy.fixes import fix_latin_ligatures

from s400data.knowledge.actors import load_actors
from s400data.knowledge.letters import damaged_names, load_letters
from s400data.knowledge.objects import object_patterns, slip_patterns

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z]")
_LETTER = re.compile(r"\w")
_SIGNS = ("?", "\ufffd")
# "Erdo?an", "?avu?o?lu"; no letter follows the mark at the end of a question, and addresses hold strokes and dots.
_HOLED = re.compile(r"(?<![\w./?&=-])(?:[^\W\d_]+[?\ufffd]|[?\ufffd])(?:[^\W\d_]+[?\ufffd])*[^\W\d_]+(?![\w/=&?])")
_GLUED = re.compile(r"\b([Tt]he|[Aa]n?|[Oo]f|[Ii]ts)(?=[A-Z]+[-‑–— ]?\d)")
# So far around a designation the words are looked for that say which of two things it names.
_CONTEXT = 300
_MOST_NAMED = 5
_LONGEST_DESIGNATION = 40


def mend_letters(text: str) -> tuple[str, tuple[str, ...]]:
    """Mend the letters of `text`; the notes name the words changed, and those that lost letters nobody can tell."""
    notes: list[str] = []
    for mend in (_mend_ligatures, _mend_lookalikes, _mend_glued, _mend_slips, _mend_marked, _mend_holes, _find_damaged):
        changes: dict[str, str] = {}
        text = mend(text, changes)
        notes += _notes(changes)
    return text, tuple(notes)


def _notes(changes: dict[str, str]) -> Iterator[str]:
    mended = [f"'{old}' as '{new}'" for old, new in changes.items() if old != new]
    open_ones = [f"'{old}'" for old, new in changes.items() if old == new]
    if mended:
        yield f"mended letters: read {_few(mended)}"
    if open_ones:
        yield f"letters are lost in {_few(open_ones)}"


def _few(words: list[str]) -> str:
    more = len(words) - _MOST_NAMED
    return ", ".join(words[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _mend_ligatures(text: str, changes: dict[str, str]) -> str:
    if fix_latin_ligatures(text) == text:
        return text

    def mend(match: re.Match[str]) -> str:
        word = fix_latin_ligatures(match[0])
        if word != match[0]:
            changes[match[0]] = word
        return word

    return _WORD.sub(mend, text)


def _mend_lookalikes(text: str, changes: dict[str, str]) -> str:
    if load_letters().lookalikes.keys().isdisjoint(text):
        return text
    table = str.maketrans(load_letters().lookalikes)

    def mend(match: re.Match[str]) -> str:
        word = match[0]
        latin = word.translate(table)
        if word.isascii() or not _LATIN.search(word) or latin == word:
            return word
        changes[word] = latin
        return latin

    return _WORD.sub(mend, text)


def _mend_slips(text: str, changes: dict[str, str]) -> str:
    for name, pattern, context in slip_patterns():

        def mend(match: re.Match[str], name: str = name, context: re.Pattern[str] | None = context) -> str:
            around = match.string[max(0, match.start() - _CONTEXT) : match.end() + _CONTEXT]
            if context is not None and not context.search(around):
                return match[0]
            changes[match[0]] = name
            return name

        text = pattern.sub(mend, text)
    return text


def _mend_glued(text: str, changes: dict[str, str]) -> str:
    def mend(match: re.Match[str]) -> str:
        behind = text[match.end() : match.end() + _LONGEST_DESIGNATION]
        patterns = (*(forms for _, forms in object_patterns()), *(slips for _, slips, _ in slip_patterns()))
        found = next((hit for forms in patterns if (hit := forms.match(behind))), None)
        if found is None:
            return match[0]
        changes[match[0] + found[0]] = f"{match[0]} {found[0]}"
        return f"{match[0]} "

    return _GLUED.sub(mend, text)


def _mend_marked(text: str, changes: dict[str, str]) -> str:
    """Read listed names where a sign, a space or nothing stands for a letter that an encoding lost."""
    damaged = damaged_names()
    pieces: list[str] = []
    at = 0
    for word in _WORD.finditer(text):
        for form, name in damaged.get(word[0], ()):
            end = word.start() + len(form)
            if word.start() < at or not text.startswith(form, word.start()) or _LETTER.match(text, end):
                continue
            # A sign for the first letter stands before what is left.
            start = word.start() - (form[0] != name[0] and text[word.start() - 1 : word.start()] in _SIGNS)
            changes[text[start:end]] = name
            pieces += (text[at:start], name)
            at = end
            break
    return "".join((*pieces, text[at:]))


def _find_damaged(text: str, changes: dict[str, str]) -> str:
    for ending in load_letters().marked_endings:
        spaced = "".join(letter if letter.isascii() else " " for letter in ending)
        changes.update((word, word) for word in re.findall(rf"\b[^\W\d_]+{spaced}\b", text))
    return text


def _mend_holes(text: str, changes: dict[str, str]) -> str:
    lost = f"[{load_letters().lost}]"

    def mend(match: re.Match[str]) -> str:
        word = match[0]
        if not (word[0].isupper() or word[0] in "?\ufffd" or "\ufffd" in word):
            return word
        # "Did Turkey pay?Yes": a sentence begins behind the mark.
        if re.search(r"\?[A-Z]", word):
            return word
        if word in changes:
            return changes[word]
        pattern = re.compile(re.sub("[?\ufffd]", lost, word), re.I if word[0] in "?\ufffd" else 0)
        fitting = {name for name in _names() if len(name) == len(word) and pattern.fullmatch(name)}
        if not fitting and word.startswith("?"):
            return word
        changes[word] = fitting.pop() if len(fitting) == 1 else word
        return changes[word]

    return _HOLED.sub(mend, text)


@cache
def _names() -> frozenset[str]:
    return frozenset(_words(name for actor in load_actors() for name in (actor.name, *actor.aliases, *actor.short)))


def _words(names: Iterable[str]) -> Iterator[str]:
    return (word for name in names for word in name.split() if len(word) > 3 and word[0].isupper())
