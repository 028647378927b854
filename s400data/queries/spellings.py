"""Spellings: the names of the collection that a word of a search may have meant."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein
from sqlalchemy import select, union

from s400data.knowledge.spellings import sound_of
from s400data.store import Search, Store, fold, read_search
from s400data.store.engines import reading
from s400data.store.schema import actors, participants, quotations
from s400data.store.searches import terms_of

# Shorter words are too near to too many names.
SHORTEST = 4
# Letters that may be wrong, missing, added or swapped: one in a short word, two in a longer one.
LONG, WRONG_IN_SHORT, WRONG_IN_LONG = 7, 1, 2
MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word of a search and the words of names it may stand for; `guessed` where they only look like it."""

    word: str
    names: tuple[str, ...]
    guessed: bool


def name_words(store: Store) -> tuple[str, ...]:
    """Folded words of the names of everybody who speaks or acts."""
    cells = (quotations.c.speaker_name, participants.c.actor_name, actors.c.actor_name)
    statement = union(*(select(cell.label("name")).distinct() for cell in cells))
    with reading(store.engine) as connection:
        names = [name for name in connection.execute(statement).scalars() if name]
    return tuple(sorted({word for name in names for word in fold(name).split() if len(word) >= SHORTEST}))


def find_spellings(names: Iterable[str], words: str) -> tuple[Spelling, ...]:
    """Words of the search `words` with the `names` (from `name_words`) that sound alike (Sergei, Sergey).

    A word behind "speaker:" that is no name and begins none is taken for the nearest ones, within two letters.
    """
    known = set(names)
    found = []
    for term in terms_of(read_search(words).tree, wanted=False):
        word = term.words[0]
        if len(term.words) > 1 or term.prefix or term.column not in (None, "actor") or len(word) < SHORTEST:
            continue
        alike = tuple(sorted(name for name in known if name != word and sound_of(name) == sound_of(word)))
        if alike:
            found.append(Spelling(word, alike, guessed=False))
        elif term.column and not any(name.startswith(word) for name in known):
            found.append(Spelling(word, near_names(known, word), guessed=True))
    return tuple(one for one in found if one.names)


def sought(search: Search) -> tuple[str, ...]:
    """Single words of `search` that may be names."""
    terms = [term for term in terms_of(search.tree) if term.column in (None, "actor") and not term.prefix]
    return tuple(word for term in terms for word in term.words if len(word) >= SHORTEST)


def near_names(names: Iterable[str], word: str) -> tuple[str, ...]:
    """Those of `names` that differ from `word` by a letter or two, the nearest only."""
    most = WRONG_IN_LONG if len(word) >= LONG else WRONG_IN_SHORT
    near = process.extract(word, sorted(names), scorer=DamerauLevenshtein.distance, score_cutoff=most, limit=MOST_NAMES)
    return tuple(name for name, wrong, _ in near if wrong == near[0][1])
