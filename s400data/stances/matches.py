"""Matches: where wordings fit the words of a clause, and whether a negation bears on them."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from s400data.knowledge.stance_cues import compile_wording, load_stance_context
from s400data.language.syntax import NEGATIONS
from s400data.records import Mention
from s400data.stances.clauses import PREDICATES, Clause
from s400data.stances.words import Word

OUT_OF_REACH = frozenset({"obl", "nmod", "advcl", "obl:agent", "appos", "parataxis"})


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a clause that a wording fits, from `start` to `end` (exclusive)."""

    clause: Clause
    start: int
    end: int
    wording: str = ""

    @property
    def words(self) -> tuple[Word, ...]:
        """The matched words."""
        return self.clause.words[self.start : self.end]

    @property
    def is_inferred(self) -> bool:
        """Whether a pronoun stands for a thing among the matched words."""
        return any(word.inferred for word in self.words)

    @property
    def root(self) -> Token:
        """The matched token that the others hang on."""
        tokens = (token for word in self.words for token in word.tokens)
        return min(tokens, key=lambda token: (sum(1 for _ in token.ancestors), token.i))

    def is_within(self, other: "Match") -> bool:
        """Whether all its words are among those of `other`, a match in the same clause."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: "Match") -> bool:
        """Whether it shares words with `other`, a match in the same clause."""
        return self.start < other.end and other.start < self.end

    @property
    def is_in_noun_phrase(self) -> bool:
        """Whether the words only tell which thing is meant: "its decision to buy them"."""
        token = self.root
        while token.i != self.clause.head.i and token.head.i != token.i:
            if token.dep_ == "acl" and token.head.lemma_.lower() not in load_stance_context().intentions:
                return True
            token = token.head
        return False

    def evidence(self) -> Mention:
        """The stretch of text the match covers."""
        tokens = [token for word in self.words for token in word.tokens]
        first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
        span = first.doc[first.i : last.i + 1]
        return Mention(span.start_char, span.end_char, span.text)


def find_matches(clause: Clause, wordings: Collection[str]) -> Iterator[Match]:
    """First place of the clause where each of `wordings` fits."""
    text = clause.text
    for wording in clause.possible(wordings):
        found = compile_wording(wording).search(text)
        if found:
            yield _match_of(clause, wording, found)


def find_all_matches(clause: Clause, wordings: Collection[str]) -> Iterator[Match]:
    """Every place of the clause where each of `wordings` fits."""
    text = clause.text
    for wording in clause.possible(wordings):
        for found in compile_wording(wording).finditer(text):
            yield _match_of(clause, wording, found)


def _match_of(clause: Clause, wording: str, found: re.Match[str]) -> Match:
    start = clause.text.count(" ", 0, found.start())
    return Match(clause, start, start + found.group().count(" ") + 1, wording)


@cache
def _says_not(wording: str) -> bool:
    """Whether the wording has its own "not"."""
    return bool(set(re.findall(r"[\w']+", compile_wording(wording).pattern)) & NEGATIONS)


def is_bare_noun(match: Match) -> bool:
    """Whether all that fits is a noun that looks like a verb: "by the end of 2021" asks for no end."""
    word = match.words[0]
    return len(match.words) == 1 and word.lemma in load_stance_context().verb_nouns and word.tokens[0].pos_ == "NOUN"


def is_negated(match: Match) -> bool:
    """Whether an odd number of negators in the clause bears on the matched words."""
    context = load_stance_context()
    before, after = match.clause.words[: match.start], match.clause.words[match.end :]
    if not _says_not(match.wording):
        # "the system never becomes operational": within the words of the wording.
        before = match.clause.words[: match.end]
    # "Not an option but a necessity": what was said before the "but" is over.
    contrast = max((i + 1 for i, word in enumerate(before) if word.lemma == "but" and i), default=0)
    before = _without_phrases(before[contrast:], context.no_negators)
    inside = {word.tokens[0].i for word in match.words}
    found = [
        word
        for word in before
        if word.lemma in (NEGATIONS if word.tokens[0].i in inside else context.negators)
        and _reaches(word.tokens[0], match)
    ]
    found += [word for word in after if word.lemma in context.late_negators or _denies_subject(word, match)]
    return len(found) % 2 == 1


def _reaches(negator: Token, match: Match) -> bool:
    """Whether a negator bears on the matched words: "will not bow over the use of it" says nothing of the use."""
    tokens = {token.i for word in match.words for token in word.tokens}
    if min(tokens) < negator.i < max(tokens):
        return True
    root = match.root
    negated = _negated_by(negator)
    while root.i not in negated:
        if root.head.i == root.i:
            return False
        # "impossible to back away": what an adjective denies hangs on it as an adverbial clause.
        if root.dep_ in OUT_OF_REACH and not (root.head.i in negated and root.head.pos_ == "ADJ"):
            return False
        root = root.head
    return True


def _denies_subject(word: Word, match: Match) -> bool:
    """Whether the words are what a negated predicate is said of: "sending it back is not something we discuss"."""
    head, negator = match.clause.head, word.tokens[0]
    if word.lemma not in load_stance_context().negators or negator.head.i != head.i or negator.pos_ in PREDICATES:
        return False
    return any(t.dep_ in {"csubj", "csubj:pass"} and t.head.i == head.i for w in match.words for t in w.tokens)


def _negated_by(negator: Token) -> set[int]:
    """The words that a negator negates: its head, and the verb of which that is the subject."""
    if negator.pos_ in {"VERB", "ADJ"}:
        return {negator.i}
    head = negator.head
    negated = {negator.i, head.i}
    if head.dep_ in {"nsubj", "nsubj:pass", "obj"} and head.i != negator.i:
        negated.add(head.head.i)
    if head.dep_ in {"obl", "advmod"}:
        negated.add(head.head.i)
    return negated


def _without_phrases(words: tuple[Word, ...], phrases: Iterable[str]) -> tuple[Word, ...]:
    """The words but for those of `phrases`: "no matter what" denies nothing."""
    text = " ".join(word.lemma for word in words)
    dropped: set[int] = set()
    for phrase in phrases:
        for found in compile_wording(phrase).finditer(text):
            start = text.count(" ", 0, found.start())
            dropped.update(range(start, start + found.group().count(" ") + 1))
    return tuple(word for i, word in enumerate(words) if i not in dropped)
