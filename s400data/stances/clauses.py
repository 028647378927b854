"""Clauses: the parts of a quotation that say one thing each, as lemmas that wordings are matched against.

"Turkey signed the deal, but it will not use the system if talks go on" has three: two statements and a condition.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.tokens import Doc, Token

from s400data.knowledge.stance_cues import compile_wording, listed_wordings, load_stance_context, possible_wordings
from s400data.language.syntax import NEGATIONS, child, children, span_at
from s400data.records import Mention, Quotation
from s400data.stances.words import Word, name_things, plain_words, resolve_stand_ins, thing_ids

CLAUSE_RELATIONS = frozenset({"ROOT", "ccomp", "advcl", "advcl:relcl", "acl:relcl", "parataxis", "dep"})
PREDICATES = frozenset({"VERB", "AUX"})
INVERTED = frozenset({"should", "had", "were"})
OUT_OF_REACH = frozenset({"obl", "nmod", "advcl", "obl:agent", "appos", "parataxis"})
RELATIVE_PRONOUNS = frozenset({"which", "that", "who", "whom"})


@dataclass(frozen=True)
class Clause:
    """One statement: its predicate, its words in order, and whether it is a condition."""

    head: Token
    words: tuple[Word, ...]
    is_condition: bool

    @cached_property
    def text(self) -> str:
        """Lemmas joined by single spaces."""
        return " ".join(word.lemma for word in self.words)

    @cached_property
    def wordings(self) -> frozenset[str]:
        """Wordings of the knowledge files whose words the clause has."""
        return possible_wordings(frozenset(self.text.split(" ")))

    def possible(self, wordings: Collection[str]) -> list[str]:
        """Those of `wordings` whose words the clause has."""
        possible, listed = self.wordings, listed_wordings()
        if possible.isdisjoint(wordings) and listed.issuperset(wordings):
            return []
        return [wording for wording in wordings if wording in possible or wording not in listed]

    @property
    def is_question(self) -> bool:
        """Whether the clause leaves its statement open: "weighing whether to waive sanctions", "return it where?"."""
        if any(word.lemma == "?" for word in self.words[-1:]) and any(
            word.tokens[0].tag_ in {"WP", "WRB"} for word in self.words
        ):
            return True
        return any(mark.lower_ == "whether" for mark in children(self.head, "mark", "advmod"))

    @cached_property
    def named_things(self) -> frozenset[str]:
        """Ids of the things the clause names itself, not by a pronoun."""
        return frozenset(word.lemma for word in self.words if word.lemma in thing_ids() and not word.inferred)

    @cached_property
    def things(self) -> frozenset[str]:
        """Ids of the things the clause speaks of."""
        return frozenset(word.lemma for word in self.words if word.lemma in thing_ids())


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a clause that a wording fits, from `start` to `end` (exclusive); `says_not` if it has its own "not"."""

    clause: Clause
    start: int
    end: int
    says_not: bool = False

    @property
    def words(self) -> tuple[Word, ...]:
        """The matched words."""
        return self.clause.words[self.start : self.end]

    @property
    def is_inferred(self) -> bool:
        """Whether a pronoun stands for a thing among the matched words."""
        return any(word.inferred for word in self.words)

    def evidence(self) -> Mention:
        """The stretch of text the match covers."""
        tokens = [token for word in self.words for token in word.tokens]
        first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
        span = first.doc[first.i : last.i + 1]
        return Mention(span.start_char, span.end_char, span.text)


def find_clauses(doc: Doc, quotation: Quotation, earlier: list[str]) -> list[Clause]:
    """Clauses of the quotation's content in reading order, the cue at the head of the first.

    `earlier` are the things spoken of before, the latest last, for which "it" or "these systems" may stand.
    """
    tokens = [token for piece in quotation.content for token in _tokens(doc, piece)]
    inside = {token.i for token in tokens}
    groups: dict[int, list[Token]] = {}
    for token in tokens:
        groups.setdefault(_clause_head(token, inside).i, []).append(token)
    groups = _join_complements(groups)
    clauses: list[Clause] = []
    for head in sorted(groups, key=lambda i: groups[i][0].i):
        words = _read_words(groups[head], earlier, clauses)
        is_condition = _is_condition(doc[head], words)
        if not clauses:
            words = (*_read_cue(doc, quotation), *words)
        clauses.append(Clause(doc[head], words, is_condition))
        earlier = [*earlier, *(word.lemma for word in words if word.lemma in thing_ids())]
    return clauses


def find_matches(clause: Clause, wordings: Collection[str]) -> Iterator[Match]:
    """First place of the clause where each of `wordings` fits."""
    text = clause.text
    for wording in clause.possible(wordings):
        found = compile_wording(wording).search(text)
        if found:
            start = text.count(" ", 0, found.start())
            yield Match(clause, start, start + found.group().count(" ") + 1, _says_not(wording))


@cache
def _says_not(wording: str) -> bool:
    return bool(set(re.findall(r"[\w']+", compile_wording(wording).pattern)) & NEGATIONS)


def is_negated(match: Match) -> bool:
    """Whether an odd number of negators in the clause bears on the matched words."""
    context = load_stance_context()
    before, after = match.clause.words[: match.start], match.clause.words[match.end :]
    if not match.says_not:
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
    root = min(
        (token for word in match.words for token in word.tokens),
        key=lambda t: (len(list(t.ancestors)), t.i),
        default=None,
    )
    if root is None or min(tokens) < negator.i < max(tokens):
        return True
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


def _read_cue(doc: Doc, quotation: Quotation) -> list[Word]:
    """Words of the cue, which may take a position themselves: "condemned the test"."""
    words = plain_words(_tokens(doc, quotation.cue)) if quotation.cue else []
    negators = load_stance_context().negators
    telling = compile_wording("@praise|@blame|@upset|warn|threaten")
    if not telling.search(" ".join(word.lemma for word in words)):
        return []
    return [word for word in words if word.lemma not in negators]


def _tokens(doc: Doc, piece: Mention) -> list[Token]:
    span = span_at(doc, piece.start, piece.end)
    return [token for token in span if not token.is_space] if span is not None else []


def _clause_head(token: Token, inside: set[int]) -> Token:
    while token.head.i != token.i and token.head.i in inside and not _opens_clause(token):
        token = token.head
    return token


def _join_complements(groups: dict[int, list[Token]]) -> dict[int, list[Token]]:
    """Put a single trailing word back: "called the tests 'concerning'" says one thing."""
    joined: dict[int, list[Token]] = {}
    for head, tokens in sorted(groups.items(), key=lambda group: group[1][0].i):
        words = [token for token in tokens if not token.is_punct]
        if joined and len(words) <= 1:
            next(reversed(joined.values())).extend(tokens)
        else:
            joined[head] = tokens
    return joined


def _opens_clause(token: Token) -> bool:
    if token.dep_ in CLAUSE_RELATIONS:
        return not _is_gerund_object(token)
    if token.dep_ != "conj" or token.pos_ not in PREDICATES:
        return False
    if token.tag_ != "VB" or child(token, "aux", "aux:pass") is not None:
        return True
    # "to stop the quarrel and impose the fine": two infinitives with an object each ask for two things.
    helped = any(t.dep_ in {"aux", "advmod"} for t in token.head.children)
    return not helped and child(token, "obj") is not None and child(token.head, "obj") is not None


def _is_gerund_object(token: Token) -> bool:
    """Whether the verb is what another one is about: "step back from using it"."""
    marker = child(token, "mark")
    return (
        token.dep_ == "advcl"
        and token.tag_ == "VBG"
        and token.head.pos_ == "VERB"
        and marker is not None
        and marker.lower_ in {"from", "of", "about", "against"}
    )


def _read_words(tokens: list[Token], earlier: list[str], clauses: list[Clause]) -> tuple[Word, ...]:
    words = name_things(plain_words(tokens))
    words = [_resolve_relative(word, clauses) for word in words]
    return tuple(resolve_stand_ins(words, earlier))


def _resolve_relative(word: Word, clauses: list[Clause]) -> Word:
    """Let "which" in "S-400 systems, which are vital" stand for the thing before it."""
    token = word.tokens[0]
    if word.lemma not in RELATIVE_PRONOUNS or not token.tag_.startswith("W"):
        return word
    relative = next((a for a in [token, *token.ancestors] if a.dep_ in {"acl:relcl", "advcl:relcl"}), None)
    if relative is None:
        return word
    for clause in clauses:
        for named in clause.words:
            if named.lemma in thing_ids() and any(t.i == relative.head.i for t in named.tokens):
                return Word(named.lemma, word.tokens, inferred=False)
    return word


def _is_inverted(head: Token) -> bool:
    """Whether the clause opens with its auxiliary: "should it acquire", "had they fired", "were the US to block"."""
    if head.dep_ != "advcl":
        return False
    opener, doer = head.doc[head.left_edge.i], child(head, "nsubj", "nsubj:pass")
    return opener.lower_ in INVERTED and doer is not None and opener.i < doer.i


def _is_dare(head: Token) -> bool:
    """Whether the clause bids what another says the outcome of: "turn it on and we will never be trusted again"."""
    if head.tag_ != "VB" or any(t.dep_ in {"nsubj", "nsubj:pass", "aux", "mark"} for t in head.children):
        return False
    outcomes = (token for token in head.children if token.dep_ == "conj")
    return any(
        child(outcome, "nsubj", "nsubj:pass") is not None
        and child(outcome, "cc") is not None
        and any(token.lower_ in {"will", "'ll", "’ll"} for token in outcome.children)
        for outcome in outcomes
    )


def _is_condition(head: Token, words: tuple[Word, ...]) -> bool:
    if _is_inverted(head) or _is_dare(head):
        return True
    if _opening_of_condition().match(" ".join(word.lemma for word in words[:6])):
        return True
    # "on the condition that the administration assures approval": the clause hangs on the noun.
    return head.head.lower_ in {"condition", "proviso"}


@cache
def _opening_of_condition() -> re.Pattern[str]:
    conditions = "|".join(map(re.escape, load_stance_context().conditions))
    return re.compile(rf"(?:and |or |but |only |even )?(?:{conditions})(?!\S)")
