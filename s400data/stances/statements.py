"""Statements: a quotation's clauses with what its cue, its speaker and its modals make of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from s400data.actors import Cast
from s400data.knowledge.stance_cues import Target, load_stance_context, load_targets, load_things
from s400data.language.syntax import child, children, phrase, subject
from s400data.records import Actor, Quotation
from s400data.stances.clauses import Clause
from s400data.stances.matches import find_matches
from s400data.stances.topics import Topic, find_topic

LAST_NAMED = 3
NOBODY = frozenset({"nobody", "none", "one"})
FIRST_PERSON = frozenset({"we", "i", "our", "us"})
PLEAS = frozenset({"urge", "call", "demand", "ask", "advise", "encourage", "appeal", "invite", "request"})
HOPES = PLEAS | {"hope", "want", "wish", "expect", "insist", "recommend", "suggest", "prefer"}
ENDORSEMENTS = ("@praise", "share", "agree", "(there be|have) (no|not|little) doubt")
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

    @cached_property
    def _topics(self) -> dict[int, Topic | None]:
        return {}

    def topic_of(self, clause: Clause) -> Topic | None:
        """The target the clause is about, looked for once."""
        if clause.head.i not in self._topics:
            self._topics[clause.head.i] = find_topic(clause, self.spoken_of)
        return self._topics[clause.head.i]

    @property
    def speaker(self) -> Actor | None:
        """Who speaks."""
        return self.quotation.speaker

    @cached_property
    def is_denied(self) -> bool:
        """Whether the cue rejects the content: "denied that", "dismissed the claim that"."""
        return self.is_warned_against or bool(self.cue_lemmas & set(load_stance_context().denials))

    @cached_property
    def spoken_of(self) -> set[str]:
        """Things at hand: those of the statement, the last few named before it, and what the affair is about."""
        main = load_things()[0].id
        at_hand = set(self.earlier[-LAST_NAMED:]) | {thing for thing in self.earlier if thing == main}
        return at_hand | {thing for clause in self.clauses for thing in clause.things}

    @cached_property
    def names_target(self) -> bool:
        """Whether a clause is about a target."""
        return any(self.topic_of(clause) for clause in self.clauses)

    @cached_property
    def is_observed(self) -> bool:
        """Whether the speaker watches and does not decide: an analyst, a former minister."""
        role = (self.speaker.role or "").lower() if self.speaker else ""
        return any(re.search(rf"\b{word}", role) for word in load_stance_context().observers)

    @cached_property
    def is_of_unknown_side(self) -> bool:
        """Whether nothing tells for which country the speaker speaks."""
        return (self.speaker is None or self.speaker.country is None) and not self.is_observed

    def is_doer(self, target: Target) -> bool:
        """Whether the speaker's own side can bring the target about."""
        return bool(self.speaker and self.speaker.country in target.doers and not self.is_observed)

    @cached_property
    def act_of_others(self) -> Target | None:
        """The target last spoken of that others bring about, where the speaker's side brings about another one."""
        if not any(self.is_doer(target) for target in load_targets()):
            return None
        others = [target for target in load_targets() if target.doers and not self.is_doer(target)]
        named = (target for thing in reversed(self.earlier) for target in others if target.is_done_with(thing))
        return next(named, None)

    def is_turned(self, clause: Clause) -> bool:
        """Whether what the clause says is denied, by the cue or by the clause it hangs on: "it is a lie that"."""
        return self.is_denied != (is_ruled_out(clause) or self._is_doubted(clause))

    def _is_doubted(self, clause: Clause) -> bool:
        above = self._clause_above(clause)
        if above is None or clause.head.dep_ not in {"ccomp", "csubj", "acl", "acl:relcl", "advcl"}:
            return False
        if next(find_matches(above, load_stance_context().doubts), None) is not None:
            return True
        # "it was absurd to say that it threatens us"
        return above.head.lemma_.lower() in load_stance_context().reports and self._is_doubted(above)

    def _clause_above(self, clause: Clause) -> Clause | None:
        """The clause that the head of this one hangs on."""
        above = clause.head.head.i
        holders = (c for c in self.clauses if c is not clause and any(t.i == above for w in c.words for t in w.tokens))
        return next(holders, None) if above != clause.head.i else None

    @cached_property
    def own_clauses(self) -> list[Clause]:
        """Clauses that speak for the speaker's own side."""
        return [clause for clause in self.clauses if not self._is_another_voice(clause)]

    def is_directive(self, clause: Clause) -> bool:
        """Whether the clause asks for something, by its cue or by its own modal."""
        directives = load_stance_context().directives
        if self.cue_lemmas & set(directives) and is_infinitive(clause.head):
            return True
        if self.cue_lemmas & {"call for", "demand", "seek", "ask for"} and clause.head.pos_ == "NOUN":
            # "called for an end to the sanctions"
            return True
        # "We urge Turkey not to keep it": the speaker's own words ask.
        if clause.head.lemma_.lower() in PLEAS and self.speaks_of_own_side(clause):
            return True
        above = clause.head.head
        governing = self._clause_above(clause)
        if governing is not None and _fits(governing, load_stance_context().wishes):
            return True
        if clause.head.dep_ in {"ccomp", "xcomp"} and above.lemma_.lower() in HOPES and self._is_in_content(above):
            doer = subject(above)
            return doer is not None and self._is_own(doer)
        if clause.head.dep_ == "csubj":
            # "That an ally should use it is contrary to our policy" asks for nothing.
            return False
        return _is_imperative(clause.head) or _fits(
            clause, (*load_stance_context().wishes, *(word for word in directives if word in MODAL_DIRECTIVES))
        )

    def is_announced(self, clause: Clause) -> bool:
        """Whether the clause tells in the passive of what will be done: "the deal will be cancelled"."""
        existential = child(clause.head, "expl")
        if existential is not None and existential.lower_ == "there":
            # "there is no plan to cancel it"
            return _fits(clause, load_stance_context().commitments)
        is_passive = any(token.dep_ == "aux:pass" for token in clause.head.children)
        return is_passive and _fits(clause, load_stance_context().commitments)

    def is_commitment(self, clause: Clause) -> bool:
        """Whether the speaker's own side announces an act: "we will deploy"."""
        context = load_stance_context()
        if self.is_observed:
            return False
        if self.cue_lemmas & set(context.pledges) and is_infinitive(clause.head):
            return True
        is_aside = clause.head.dep_ == "acl:relcl"
        return not is_aside and _fits(clause, context.commitments) and self.speaks_of_own_side(clause)

    def speaks_of_own_side(self, clause: Clause) -> bool:
        """Whether the subject of the clause is the speaker, or of the speaker's country."""
        doer = subject(clause.head)
        return doer is not None and self._is_own(doer)

    def _is_own(self, doer: Token) -> bool:
        if _is_first_person(doer) or any(t.tag_ == "PRP$" and t.dep_ == "nmod:poss" for t in doer.children):
            return True
        if doer.lemma_.lower() in load_stance_context().allies and self.speaker and self.speaker.country == "NATO":
            return True
        actor = self.cast.actor_of(phrase(doer))
        if actor is None:
            # "A senator said he was against it": a pronoun without another name is the speaker.
            is_body = self.speaker is not None and self.speaker.kind != "person"
            return doer.lower_ in {"he", "she"} or (is_body and doer.lower_ == "it") or _is_house(doer)
        if self.speaker is None:
            return False
        same_country = bool(actor.actor.country) and actor.actor.country == self.speaker.country
        return same_country or actor.actor.actor_id == self.speaker.actor_id

    def is_of_outsiders(self, clause: Clause) -> bool:
        """Whether somebody does it who is party to nothing in the affair: "Greece ought to get the jet itself"."""
        doer = subject(clause.head)
        actor = self.cast.actor_of(phrase(doer)) if doer is not None else None
        parties = {country for target in load_targets() for country in target.doers}
        return actor is not None and bool(actor.actor.country) and actor.actor.country not in parties

    def signs_of_position(self) -> list[str]:
        """Kinds of words in the statement that positions are often taken with."""
        signs = load_stance_context().signs
        return [sign.name for sign in signs if any(_fits(clause, sign.patterns) for clause in self.clauses)]

    def _is_another_voice(self, clause: Clause) -> bool:
        above = [token for token in governors(clause.head) if self._is_in_content(token)]
        return any(self._hands_over(head) for head in (clause.head, *above)) or self._is_claim_of_another(clause)

    def _is_claim_of_another(self, clause: Clause) -> bool:
        """Whether the clause is a claim that the speaker reports and neither rejects nor shares: "its claim that"."""
        noun, claims = clause.head.head, load_stance_context().claims
        if not self._is_in_content(noun) or noun.pos_ != "NOUN" or noun.lemma_.lower() not in claims:
            return False
        owner, above = child(noun, "nmod:poss"), self._clause_above(clause)
        is_own = owner is not None and self._is_own(owner)
        is_shared = above is not None and _fits(above, ENDORSEMENTS)
        return not (is_own or is_shared or self.is_turned(clause))

    def _is_in_content(self, token: Token) -> bool:
        return any(piece.start <= token.idx < piece.end for piece in self.quotation.content)

    def _hands_over(self, head: Token) -> bool:
        if head.pos_ == "NOUN" or head.lemma_.lower() not in load_stance_context().reports:
            return False
        doer = subject(head)
        if doer is None or _is_first_person(doer) or doer.lower_ in NOBODY:
            return False
        # Words put into somebody's mouth are the speaker's own only where both stand on one side.
        return not self._is_own(doer)


def _is_house(doer: Token) -> bool:
    """Whether it is what a speaker calls their own house: "the ministry", "the president"."""
    is_definite = any(token.lower_ in {"the", "our"} for token in children(doer, "det", "nmod:poss"))
    is_alone = child(doer, "nmod", "amod", "compound") is None
    return is_definite and is_alone and doer.lower_ in load_stance_context().houses


def governors(head: Token) -> Iterator[Token]:
    """The tokens above a clause, but for those it is only coordinated with: "they asked and we said yes"."""
    while head.head.i != head.i:
        is_sibling = head.dep_ == "conj" and child(head, "nsubj", "nsubj:pass") is not None
        head = head.head
        if not is_sibling:
            yield head


def is_infinitive(head: Token) -> bool:
    """Whether the clause is what somebody is asked to do: "to abandon the deal", "against choosing it"."""
    return head.tag_ == "VBG" or (head.tag_ == "VB" and any(token.tag_ == "TO" for token in head.children))


def _is_imperative(head: Token) -> bool:
    """Whether the clause is a command: "get rid of it", "do not turn it on"."""
    if head.tag_ != "VB" or subject(head) is not None or head.dep_ not in {"ROOT", "parataxis", "conj", "ccomp"}:
        return False
    helpers = [token for token in head.children if token.dep_ in {"aux", "aux:pass", "mark"}]
    return all(token.lower_ in {"do", "let"} for token in helpers)


def is_ruled_out(clause: Clause) -> bool:
    """Whether the clause hangs on what is said not to be: "no scenario in which Turkey keeps both"."""
    head = clause.head
    while head.dep_ == "conj":
        head = head.head
    is_denied = any(token.lower_ == "no" and token.dep_ == "det" for token in head.head.children)
    return is_denied and head.dep_ in {"acl", "acl:relcl"}


def _is_first_person(token: Token) -> bool:
    return token.lower_ in FIRST_PERSON and token.tag_.startswith("PRP")


def _fits(clause: Clause, wordings: tuple[str, ...]) -> bool:
    return next(find_matches(clause, wordings), None) is not None
