"""Words: lemmas of a text, with the things of the affair gathered into one word each.

"Russian-made S-400 air defence systems" becomes the word S400, and so does "it" where nothing else can be meant.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from s400data.knowledge.stance_cues import Thing, compile_wording, load_stance_context, load_stance_words, load_things
from s400data.language.syntax import child, children

SET_AGAINST = ("in place of", "instead of", "rather than", "alternative to")
PARTICIPLES = frozenset({"VBG", "VBN"})
DETERMINERS = "(?:this|these|those|the|such|that)"
REASONS = frozenset({"because", "as", "since", "while", "although", "though", "when", "where"})
MODIFIERS = "(?:air|missile|defen[cs]e|weapons?|russian|american)"


@dataclass(frozen=True, slots=True)
class Word:
    """One lemma, or one thing that several tokens name; `inferred` if a pronoun stands for the thing."""

    lemma: str
    tokens: tuple[Token, ...]
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class NamedThing:
    """A thing and the offset where the article names it."""

    start: int
    thing: str


def find_things(doc: Doc) -> list[NamedThing]:
    """Things that the article speaks of, but not as what another is set against, in reading order."""
    words = name_things(plain_words(token for token in doc if not token.is_space))
    return [
        NamedThing(word.tokens[0].idx, word.lemma)
        for i, word in enumerate(words)
        if word.lemma in thing_ids() and not _is_aside(words, i)
    ]


def _is_aside(words: list[Word], i: int) -> bool:
    """Whether the thing is only what another is set against: "Patriots in place of the S-400s"."""
    before = " ".join(word.lemma for word in words[max(0, i - 4) : i])
    return any(phrase in before for phrase in SET_AGAINST)


@cache
def thing_ids() -> frozenset[str]:
    """Ids of the things of the affair."""
    return frozenset(thing.id for thing in load_things())


def plain_words(tokens: Iterable[Token]) -> list[Word]:
    """One word a token, marks and brackets left out."""
    return [Word(_lemma(token), (token,)) for token in tokens if token.text not in "\"“”‘’'()[]"]


def _lemma(token: Token) -> str:
    is_state = child(token, "cop") or all(t.is_punct for t in token.children) or token.lower_ in _moods()
    if token.tag_ in PARTICIPLES and token.pos_ != "AUX" and is_state:
        return token.lower_
    return token.lemma_.lower().replace("’", "'").replace("‑", "-")


@cache
def _moods() -> frozenset[str]:
    """Participles that say what somebody feels: "worried"."""
    classes = load_stance_words()
    return frozenset(word for name in ("upset", "pleased") for word in classes[name].strip("(?:)").split("|"))


def name_things(words: list[Word]) -> list[Word]:
    """The words with every stretch that names a thing gathered into one."""
    text = _text_of(words)
    for thing in load_things():
        for wording in thing.patterns:
            pattern = compile_wording(wording)
            if pattern.search(text):
                words = _collapse(words, text, pattern, thing)
                text = _text_of(words)
    return words


def _text_of(words: list[Word]) -> str:
    return " ".join(word.lemma for word in words)


def _collapse(words: list[Word], text: str, pattern: re.Pattern[str], thing: Thing) -> list[Word]:
    result: list[Word] = []
    done = 0
    for found in pattern.finditer(text):
        start = text.count(" ", 0, found.start())
        end = start + found.group().count(" ") + 1
        named = words[start:end]
        result += words[done:start]
        if any(word.lemma in thing_ids() for word in named) or _is_act(named):
            result += named
        else:
            result.append(Word(thing.id, tuple(token for word in named for token in word.tokens)))
        done = end
    return [*result, *words[done:]]


def _is_act(named: list[Word]) -> bool:
    """Whether a single word that could name the thing is a verb here: "to sanction Turkey"."""
    return len(named) == 1 and all(token.pos_ == "VERB" for token in named[0].tokens)


def resolve_stand_ins(words: list[Word], earlier: list[str]) -> list[Word]:
    """Let "it" or "these systems" stand for the last thing named that such words can mean."""
    text = _text_of(words)
    result: list[Word] = []
    done = 0
    for found in _stand_in_pattern().finditer(text):
        start = text.count(" ", 0, found.start())
        end = start + found.group().count(" ") + 1
        named = [*earlier, *(word.lemma for word in words[:start])]
        thing = _last_meant(found["pronoun"] or found["noun"], named)
        if thing is None or (found["pronoun"] and _is_other(words[start].tokens[0], thing)):
            continue
        if found["pronoun"] and any(word.lemma == thing for word in words[end:]):
            # "if it is shut out of the F-35 programme"
            continue
        result += words[done:start]
        result.append(Word(thing, tuple(token for word in words[start:end] for token in word.tokens), inferred=True))
        done = end
    return [*result, *words[done:]]


def _is_other(pronoun: Token, thing: str) -> bool:
    """Whether the pronoun cannot stand for `thing` by what it does: "they adopt an attitude", "it needs help"."""
    verb = pronoun.head
    if pronoun.dep_ == "expl" or (pronoun.lower_ == "it" and _announces(verb, pronoun)):
        # "it would be a loss if the sale failed"
        return True
    if pronoun.dep_ == "nsubj" and verb.lower_ in {"able", "unable", "willing", "ready", "keen", "eager"}:
        # "should they be able to sell": people
        return True
    if pronoun.dep_ in {"nummod", "compound"} or (pronoun.lower_ == "one" and pronoun.dep_ == "nsubj"):
        # "one-sided", "one battery", "one cannot have it"
        return True
    if verb.dep_ == "conj" and (other := child(verb.head, "nsubj", "nsubj:pass")) is not None and other.pos_ == "NOUN":
        # "This step is not fair, nor is it based on reasons": the step, whatever was named before.
        return other.lemma_.lower() not in {
            noun for named in load_things() if named.id == thing for noun in named.nouns
        }
    is_doer = pronoun.dep_ == "nsubj" and verb.pos_ == "VERB" and child(verb, "cop") is None
    return is_doer and verb.lemma_.lower() not in load_stance_context().acts_of_things


def _announces(predicate: Token, pronoun: Token) -> bool:
    """Whether the pronoun stands for a clause that follows: "it is wrong to", "it would be a pity if"."""
    if child(predicate, "cop") is None or pronoun.dep_ != "nsubj":
        return False
    clauses = ("csubj", "ccomp", "xcomp", "advcl", "csubj:outer", "acl")
    return any(other.i > predicate.i and not _is_reason(other) for other in children(predicate, *clauses))


def _is_reason(clause: Token) -> bool:
    marker = child(clause, "mark")
    return marker is not None and marker.lower_ in REASONS


@cache
def _stand_in_pattern() -> re.Pattern[str]:
    pronouns = "|".join(sorted({word for thing in load_things() for word in thing.pronouns}))
    nouns = "|".join(sorted({word for thing in load_things() for word in thing.nouns}))
    phrase = rf"{DETERMINERS} (?:{MODIFIERS} )*(?P<noun>{nouns})"
    return re.compile(rf"(?<!\S)(?:{phrase}|(?P<pronoun>{pronouns}))(?!\S)")


def _last_meant(word: str, named: list[str]) -> str | None:
    able = {thing.id for thing in load_things() if word in (*thing.pronouns, *thing.nouns)}
    return next((thing for thing in reversed(named) if thing in able), None)
