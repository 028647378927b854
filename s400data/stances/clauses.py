"""Clauses: the parts of a quotation that say one thing each, as lemmas that wordings are matched against.

"Turkey signed the deal, but it will not use the system if talks go on" has three: two statements and a condition.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.tokens import Doc, Token

from s400data.knowledge.stance_cues import compile_wording, listed_wordings, load_stance_context, possible_wordings
from s400data.language.syntax import child, children, span_at
from s400data.records import Mention, Quotation
from s400data.stances.words import Word, name_things, plain_words, resolve_stand_ins, thing_ids

CLAUSE_RELATIONS = frozenset({"ROOT", "ccomp", "advcl", "advcl:relcl", "acl:relcl", "parataxis", "dep"})
NOMINALS = frozenset({"NOUN", "PROPN"})
PREDICATES = frozenset({"VERB", "AUX"})
INVERTED = frozenset({"should", "had", "were"})
CONDITIONAL_NOUNS = frozenset({"condition", "proviso", "provided", "providing"})
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
    def doer(self) -> str:
        """The thing that the clause says does something, empty where none does."""
        doer = child(self.head, "nsubj")
        things = (word for word in self.words if word.lemma in thing_ids())
        return next((word.lemma for word in things if doer is not None and doer in word.tokens), "")

    @cached_property
    def named_things(self) -> frozenset[str]:
        """Ids of the things the clause names itself, not by a pronoun."""
        return frozenset(word.lemma for word in self.words if word.lemma in thing_ids() and not word.inferred)

    @cached_property
    def things(self) -> frozenset[str]:
        """Ids of the things the clause speaks of."""
        return frozenset(word.lemma for word in self.words if word.lemma in thing_ids())


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
        doc = tokens[0].doc
        if joined and (len(words) <= 1 or _is_said_of(doc[head], doc[next(reversed(joined))])):
            next(reversed(joined.values())).extend(tokens)
        else:
            joined[head] = tokens
    return joined


def _is_said_of(word: Token, thing: Token) -> bool:
    """Whether one word says something of another, both below a cue: "called the sanctions harmful"."""
    marker = child(word, "case")
    if word.pos_ in NOMINALS and thing.pos_ in NOMINALS and word.dep_ == "obl" and word.head.i == thing.head.i:
        # "called for an end | to the sanctions"
        return True
    is_said = word.dep_ == "xcomp" or (word.dep_ in {"obl", "advcl"} and marker is not None and marker.lower_ == "as")
    return is_said and word.pos_ not in PREDICATES and word.head.i == thing.head.i and thing.dep_ == "obj"


def _opens_clause(token: Token) -> bool:
    if token.dep_ in CLAUSE_RELATIONS:
        return not (_is_gerund_object(token) or _is_seen_as(token) or _is_of_adjective(token))
    if token.dep_ == "acl" and any(mark.lower_ == "that" for mark in children(token, "mark")):
        # "the claim that it threatens us"
        return token.head.lemma_.lower() in {*load_stance_context().claims, *CONDITIONAL_NOUNS}
    if token.dep_ != "conj" or token.pos_ not in PREDICATES:
        return False
    if token.tag_ != "VB" or child(token, "aux", "aux:pass") is not None:
        return True
    # "to stop the quarrel and impose the fine": two infinitives with an object each ask for two things.
    helped = any(t.dep_ in {"aux", "advmod"} for t in token.head.children)
    return not helped and child(token, "obj") is not None and child(token.head, "obj") is not None


def _is_seen_as(token: Token) -> bool:
    """Whether the word is what the verb makes of its object: "regarded the sanctions as illegitimate"."""
    marker = child(token, "case", "mark")
    is_bare = child(token, "cop", "nsubj") is None and token.pos_ not in PREDICATES
    return token.dep_ == "advcl" and is_bare and marker is not None and marker.lower_ == "as"


def _is_of_adjective(token: Token) -> bool:
    """Whether the verb is what an adjective is about: "free to buy it", "wrong to demand it"."""
    is_infinitive = token.tag_ == "VB" and any(t.tag_ == "TO" for t in token.children)
    return token.dep_ == "advcl" and is_infinitive and token.head.pos_ == "ADJ" and token.head.i < token.i


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
    if head.dep_ == "advcl" and head.head.lower_ == "long":
        # "as long as": the first "as" belongs to the other clause.
        return True
    is_named = head.head.lower_ in CONDITIONAL_NOUNS and head.dep_ in {"acl", "acl:relcl", "ccomp", "advcl"}
    return is_named and (child(head.head, "case") is not None or head.head.pos_ == "VERB")


@cache
def _opening_of_condition() -> re.Pattern[str]:
    conditions = "|".join(map(re.escape, load_stance_context().conditions))
    return re.compile(rf"(?:and |or |but |only |even )?(?:{conditions})(?!\S)")
