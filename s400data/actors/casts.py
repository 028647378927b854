"""Casts: every mention of an actor in an article, and who any of its noun phrases stands for."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from s400data.actors.discourse import Discourse, Reference
from s400data.actors.evidence import Evidence
from s400data.actors.introductions import find_introductions
from s400data.actors.names import find_names
from s400data.actors.portraits import build_profile, told_of
from s400data.actors.profiles import join_actors, window_of
from s400data.actors.references import add_references, name_at, paragraphs_of, sentences_of
from s400data.actors.rosters import build_roster
from s400data.actors.speech import quoted_tokens
from s400data.language.syntax import mention
from s400data.records import ActorMention, Article

_NAMING = frozenset({"flat", "appos", "nmod:desc", "compound", "dep", "nmod:unmarked", "nmod", "list"})


class Cast:
    """Who is who in one article."""

    def __init__(self, doc: Doc, discourse: Discourse) -> None:
        self._doc = doc
        self._discourse = discourse
        single = (r for r in discourse.references if discourse.joint.get(r.head) is not r)
        found = sorted(single, key=lambda r: (r.start, -r.end))
        self.mentions: tuple[ActorMention, ...] = tuple(_mention(doc, reference) for reference in _outermost(found))

    def actor_of(self, span: Span) -> ActorMention | None:
        """Who the noun phrase `span` stands for here; None where nothing in the text or the knowledge tells."""
        root = span.root
        own = self._around(root, self._discourse.by_token.get(root.i)) or self._named_below(root, span)
        if own is None:
            return None
        others = [token for token in span if token.dep_ == "conj" and token.head.i in {root.i, own.head}]
        found = [r for token in others if (r := self._discourse.by_token.get(token.i)) is not None]
        if others and len(found) == len(others) and self._is_list([own, *found]):
            return _joint_mention(span, [own, *found])
        return _mention(self._doc, own)

    def actors_in(self, start: int, end: int) -> tuple[ActorMention, ...]:
        """Mentions that lie within the characters from `start` to `end`."""
        return tuple(m for m in self.mentions if m.mention.start >= start and m.mention.end <= end)

    def _around(self, root: Token, own: Reference | None) -> Reference | None:
        """The person whose title the country at `root` opens: "[US] Under Secretary Jane Doe" is no state."""
        if own is None or own.profile.actor.kind != "state" or own.end != root.i + 1:
            return own
        titled = (r for r in self._discourse.references if r.profile.actor.kind == "person" and r.start < r.head)
        return next((r for r in titled if r.start <= own.end < r.end and own.start < r.head), own)

    def _named_below(self, root: Token, span: Span) -> Reference | None:
        """The name that carries `root` along where the parse hung it below: "head of Rostec Sergei Chemezov"."""
        for token in span:
            reference = self._discourse.by_token.get(token.i)
            if (
                reference is not None
                and reference.profile.actor.kind == "person"
                and (reference.start == root.i + 1 or _names(self._doc[reference.head], root))
            ):
                return reference
        return None

    def _is_list(self, references: Sequence[Reference]) -> bool:
        """Whether nothing but commas, "and" and articles stands between references: an aside is no second speaker."""
        between = (token for one, other in pairwise(references) for token in self._doc[one.end : other.start])
        return all(token.is_punct or token.pos_ in {"CCONJ", "DET"} for token in between)


def find_cast(doc: Doc, article: Article) -> Cast:
    """Resolve the names, titles, offices and pronouns of `doc`, the parse of `article`'s text."""
    names = find_names(doc)
    at = name_at(doc, names)
    roster = build_roster(doc, names)
    introductions = list(find_introductions(doc, names, at))
    profiles = {
        entrant.actor_id: build_profile(entrant, told_of(entrant, introductions, roster), roster, article)
        for entrant in roster.entrants.values()
    }
    quoted = quoted_tokens(doc)
    discourse = Discourse(doc, quoted, sentences_of(doc, quoted), paragraphs_of(doc))
    evidence = Evidence(article, window_of(article), discourse, roster, profiles)
    add_references(names, at, introductions, evidence)
    return Cast(doc, discourse)


def _joint_mention(span: Span, references: Sequence[Reference]) -> ActorMention:
    actors = list({r.profile.actor.actor_id: r.profile.actor for r in references}.values())
    rule = "joint" if len(actors) > 1 else references[0].rule
    return ActorMention(mention(span), join_actors(actors), rule, min(r.confidence for r in references))


def _outermost(references: Sequence[Reference]) -> Iterator[Reference]:
    """References but those inside another, as the ministry in "foreign ministry spokesman Hami Aksoy"."""
    free_from = 0
    for reference in references:
        if reference.start >= free_from:
            free_from = reference.end
            yield reference


def _mention(doc: Doc, reference: Reference) -> ActorMention:
    return ActorMention(
        mention(doc[reference.start : reference.end]), reference.profile.actor, reference.rule, reference.confidence
    )


def _names(head: Token, root: Token) -> bool:
    """Whether `head` is the name, or hangs on the name or title, that `root` leads."""
    token = head
    for _ in range(6):
        if token.i == root.i:
            return True
        if token.dep_ not in _NAMING or any(child.dep_ == "case" for child in token.children):
            return False
        token = token.head
    return False
