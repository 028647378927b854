"""Uses: the places in an article where a word of saying stands, with the verb, noun or phrase it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Doc, Token

from s400data.knowledge.cues import CueWord, Frame, Leaning, load_cues
from s400data.language.syntax import child

Part = Literal["verb", "noun", "phrase"]
PARTICLE_REACH = 4
OWNER = "_"


@dataclass(frozen=True, slots=True)
class Use:
    """A word of saying in its place: `token` carries the syntax, `words` are the tokens of the cue."""

    token: Token
    part: Part
    frames: dict[Frame, Leaning]
    prepositions: frozenset[str]
    words: tuple[Token, ...]

    @property
    def start(self) -> int:
        return min(word.i for word in self.words)

    @property
    def end(self) -> int:
        return max(word.i for word in self.words) + 1


def find_uses(doc: Doc) -> Iterator[Use]:
    """Words of saying of `doc` in reading order; whether they report anything is for the rules to say."""
    cues = load_cues()
    gerunds = _gerunds()
    for token in doc:
        if token.tag_.startswith("VB") and token.dep_ not in {"aux", "aux:pass", "case", "amod", "compound", "fixed"}:
            yield from _first_match(
                token, "verb", cues.verbs.get(token.lemma_.lower()) or gerunds.get(token.lower_, ())
            )
        elif token.tag_ in {"NN", "NNS"} and token.dep_ != "compound":
            yield from _first_match(token, "noun", cues.nouns.get(token.lemma_.lower(), ()))
        elif token.tag_ == "JJ" and token.lower_ in gerunds and token.dep_ in {"ROOT", "advcl", "ccomp", "conj"}:
            # "He is promising to": the tagger takes some participles for adjectives.
            yield from _first_match(token, "verb", gerunds[token.lower_])
        for phrase in _phrases_at().get(token.lower_, ()):
            words = _owned_phrase(token, phrase) if OWNER in phrase else _phrase(token, phrase)
            if words:
                yield Use(token, "phrase", {"clause": "neutral", "quotation": "neutral"}, frozenset(), words)


def is_gerund_of_saying(token: Token) -> bool:
    """Whether `token` is the "adding" of ", adding that"."""
    return any({"clause", "complement"} & set(word.frames) for word in _gerunds().get(token.lower_, ()))


@cache
def _gerunds() -> dict[str, tuple[CueWord, ...]]:
    verbs = load_cues().verbs
    return {lemma[:-1] + "ing" if lemma.endswith("e") else lemma + "ing": words for lemma, words in verbs.items()}


@cache
def _phrases_at() -> dict[str, list[tuple[str, ...]]]:
    """Phrases of saying by the word at which they are found: their first, or the noun that its owner comes before."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load_cues().phrases:
        found.setdefault(phrase[-1] if OWNER in phrase else phrase[0], []).append(phrase)
    return found


def _phrase(first: Token, phrase: tuple[str, ...]) -> tuple[Token, ...]:
    words = tuple(first.doc[first.i : first.i + len(phrase)])
    return words if tuple(word.lower_ for word in words) == phrase else ()


def _owned_phrase(noun: Token, phrase: tuple[str, ...]) -> tuple[Token, ...]:
    """The noun of "in Erdogan's words", whose owner is the source."""
    opening = child(noun, "case")
    if opening is None or opening.lower_ != phrase[0] or child(noun, "nmod:poss") is None:
        return ()
    return (noun,)


def _first_match(token: Token, part: Part, words: tuple[CueWord, ...]) -> Iterator[Use]:
    for word in words:
        if word.particle is None:
            yield Use(token, part, word.frames, word.prepositions, (token,))
            return
        particle = _particle(token, word.particle)
        if particle is not None:
            yield Use(token, part, word.frames, word.prepositions, (token, particle))
            return


def _particle(token: Token, text: str) -> Token | None:
    doc = token.doc
    for other in doc[token.i + 1 : token.i + 1 + PARTICLE_REACH]:
        if other.lower_ == text and (other.head.i == token.i or other.head.head.i == token.i):
            return other
    return None
