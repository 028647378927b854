"""Highlights: where in a text the words of a search stand."""

from collections.abc import Iterator

from s400data.store.folding import Word, stem, to_words
from s400data.store.searches import Node, Term, read_search, terms_of


def find_terms(text: str, words: str, columns: frozenset[str] = frozenset()) -> Iterator[tuple[int, int]]:
    """Stretches of `text` that a search for `words` finds, in reading order; they may overlap.

    Left out: what must not be found, and terms of a field; those of `columns` are kept.
    """
    return place_terms(text, read_search(words).tree, columns)


def place_terms(text: str, tree: Node | None, columns: frozenset[str] = frozenset()) -> Iterator[tuple[int, int]]:
    """The same for a search that was read already."""
    terms = [term for term in terms_of(tree) if term.column is None or term.column in columns]
    placed = to_words(text) if terms else []
    found = {
        (placed[n].start, placed[n + len(term.words) - 1].end)
        for term in terms
        for n in range(len(placed) - len(term.words) + 1)
        if _fits(term, placed[n : n + len(term.words)])
    }
    yield from sorted(found)


def _fits(term: Term, words: list[Word]) -> bool:
    *firsts, last = term.words
    if [word.text for word in words[:-1]] != firsts:
        return False
    here = words[-1].text
    return here == last or (here.startswith(last) if term.prefix else not term.exact and stem(here) == stem(last))
