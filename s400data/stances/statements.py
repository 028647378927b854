"""Statements: a quotation's clauses with what its cue, its speaker and its modals make of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from s400data.actors import Cast
from s400data.knowledge.stance_cues import load_stance_context
from s400data.language.syntax import phrase, subject
from s400data.records import Actor, Quotation
from s400data.stances.clauses import Clause, find_matches

FIRST_PERSON = frozenset({"we", "i", "our", "us"})
PLEAS = frozenset({"urge", "call", "demand", "ask", "advise", "encourage", "appeal", "invite", "request"})
MODAL_DIRECTIVES = frozenset({"should", "must", "need to", "have to", "ought"})


@dataclass(frozen=True)
class Statement:
    """A quotation with its clauses and what its cue makes of them."""

    quotation: Quotation
    clauses: list[Clause]
    earlier: list[str]
    cue_lemmas: frozenset[str]
    is_warned_against: bool
    cast: Cast

    @property
    def speaker(self) -> Actor | None:
        """Who speaks."""
        return self.quotation.speaker

    @cached_property
    def is_denied(self) -> bool:
        """Whether the cue rejects the content: "denied that", "dismissed the claim that"."""
        return self.is_warned_against or bool(self.cue_lemmas & set(load_stance_context().denials))

    @cached_property
    def own_clauses(self) -> list[Clause]:
        """Clauses that speak for the speaker's own side."""
        return [clause for clause in self.clauses if not self._is_another_voice(clause)]

    def is_directive(self, clause: Clause) -> bool:
        """Whether the clause asks for something, by its cue or by its own modal."""
        directives = load_stance_context().directives
        if self.cue_lemmas & set(directives) and is_infinitive(clause.head):
            return True
        # "We urge Turkey not to keep it": the speaker's own words ask.
        if clause.head.lemma_.lower() in PLEAS and self.speaks_of_own_side(clause):
            return True
        return _fits(clause, (word for word in directives if word in MODAL_DIRECTIVES))

    def is_commitment(self, clause: Clause) -> bool:
        """Whether the speaker's own side announces an act: "we will deploy"."""
        context = load_stance_context()
        if self.cue_lemmas & set(context.pledges) and is_infinitive(clause.head):
            return True
        return _fits(clause, context.commitments) and self.speaks_of_own_side(clause)

    def speaks_of_own_side(self, clause: Clause) -> bool:
        """Whether the subject of the clause is the speaker, or of the speaker's country."""
        doer = subject(clause.head)
        if doer is None:
            return False
        if _is_first_person(doer):
            return True
        actor = self.cast.actor_of(phrase(doer))
        return bool(actor and self.speaker and actor.actor.country and actor.actor.country == self.speaker.country)

    def _is_another_voice(self, clause: Clause) -> bool:
        above = (token for token in clause.head.ancestors if self._is_in_content(token))
        return any(self._hands_over(head) for head in (clause.head, *above))

    def _is_in_content(self, token: Token) -> bool:
        return any(piece.start <= token.idx < piece.end for piece in self.quotation.content)

    def _hands_over(self, head: Token) -> bool:
        if head.lemma_.lower() not in load_stance_context().reports:
            return False
        doer = subject(head)
        if doer is None or _is_first_person(doer):
            return False
        actor = self.cast.actor_of(phrase(doer))
        theirs = actor.actor.country if actor else None
        own = self.speaker.country if self.speaker else None
        # Words put into somebody's mouth are the speaker's own only where both stand on one side.
        return theirs is None or own is None or theirs != own


def is_infinitive(head: Token) -> bool:
    """Whether the clause is what somebody is asked to do: "to abandon the deal", "against choosing it"."""
    return head.tag_ == "VBG" or (head.tag_ == "VB" and any(token.tag_ == "TO" for token in head.children))


def _is_first_person(token: Token) -> bool:
    return token.lower_ in FIRST_PERSON and token.tag_.startswith("PRP")


def _fits(clause: Clause, wordings: Iterable[str]) -> bool:
    return next(find_matches(clause, wordings), None) is not None
