"""Discourse: the references of an article in reading order, and how much each is on the reader's mind at a place.

A subject outweighs an object, a speaker outweighs both, and every sentence in between halves what is left.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from s400data.actors.profiles import Profile
from s400data.actors.speech import is_speech_verb
from s400data.language.syntax import subject

_WEIGHTS = {
    "nsubj": 4.0,
    "nsubj:pass": 3.5,
    "nsubj:outer": 4.0,
    "obj": 2.0,
    "iobj": 2.0,
    "obl:agent": 2.0,
}
_OTHER = 1.0
_MODIFIER = 0.4
_EMBEDDED = 0.75
_SPEAKS = 1.6
_QUOTED = 0.4
_FADING = 0.55
# Sentences; salience has faded to nothing long before, what is counted is how often somebody is spoken of.
_LOOKBACK = 80
_AGAIN = 0.06
_OFTEN = 5
_EARLIER_PARAGRAPH = 0.7


@dataclass(frozen=True, slots=True)
class Reference:
    """Tokens `start` to `end`, with syntactic `head`, stand for the actor of `profile`."""

    start: int
    end: int
    head: int
    profile: Profile
    rule: str
    confidence: float


@dataclass(slots=True)
class Discourse:
    """References found so far.

    `quoted` tells for each token whether it stands in quotation marks; `joint` are those to several people, by head.
    """

    doc: Doc
    quoted: Sequence[bool]
    sentence_of: Sequence[int]
    paragraph_of: Sequence[int]
    references: list[Reference] = field(default_factory=list)
    by_token: dict[int, Reference] = field(default_factory=dict)
    joint: dict[int, Reference] = field(default_factory=dict)

    def add(self, reference: Reference, tokens: Iterable[int] | None = None) -> None:
        """Enter a reference, found from then on at its own tokens (or `tokens`)."""
        insort(self.references, reference, key=_start)
        for i in tokens if tokens is not None else range(reference.start, reference.end):
            self.by_token.setdefault(i, reference)

    def add_joint(self, reference: Reference) -> None:
        """Enter people named together, whom only "they" may stand for."""
        insort(self.references, reference, key=_start)
        self.joint[reference.head] = reference

    def before(self, token: int) -> list[Reference]:
        """References that start before `token`, in reading order."""
        return self.references[: bisect_left(self.references, token, key=_start)]

    def _near(self, token: int) -> Iterator[Reference]:
        """References that start before `token` and not so far from it that nobody has them in mind."""
        farthest = self.sentence_of[token] - _LOOKBACK
        for i in range(bisect_left(self.references, token, key=_start) - 1, -1, -1):
            if self.sentence_of[self.references[i].start] < farthest:
                return
            yield self.references[i]

    def ranked(self, token: int, fits: Callable[[Profile], float]) -> list[tuple[float, Profile]]:
        """Profiles mentioned before `token` by salience, those that `fits` gives 0 left out, the highest first."""
        scores: dict[str, float] = {}
        profiles: dict[str, Profile] = {}
        counts: Counter[str] = Counter()
        for reference in self._near(token):
            factor = fits(reference.profile)
            if factor:
                key = reference.profile.actor.actor_id
                profiles[key] = reference.profile
                counts[key] += 1
                scores[key] = max(scores.get(key, 0.0), factor * self.salience(reference, token))
        # Whom a text speaks of again and again it is about.
        ranked = ((score * (1 + _AGAIN * min(counts[key] - 1, _OFTEN)), profiles[key]) for key, score in scores.items())
        return sorted(ranked, key=lambda pair: -pair[0])

    def salience(self, reference: Reference, token: int) -> float:
        """Weight of a reference as seen from `token`."""
        head = self.doc[reference.head]
        distance = self.sentence_of[token] - self.sentence_of[reference.start]
        weight = _weight(head) * _FADING**distance
        if self.paragraph_of[reference.start] != self.paragraph_of[token]:
            weight *= _EARLIER_PARAGRAPH
        return weight * _QUOTED if self.quoted[reference.head] and not self.quoted[token] else weight


def _start(reference: Reference) -> int:
    return reference.start


def _weight(head: Token) -> float:
    """Weight of the place that `head` has in its sentence."""
    token = head
    while token.dep_ in {"flat", "conj", "appos"} and token.head.i != token.i and token.head.pos_ in {"PROPN", "NOUN"}:
        token = token.head
    if token.dep_ in {"compound", "nmod:desc", "amod"}:
        return _MODIFIER
    weight = _WEIGHTS.get(token.dep_, _OTHER)
    verb = token.head
    if token.dep_.startswith("nsubj"):
        if verb.dep_ not in {"ROOT", "conj", "parataxis"}:
            weight *= _EMBEDDED
        if is_speech_verb(verb):
            weight *= _SPEAKS
    return weight


def last_speaker(discourse: Discourse, token: int) -> Reference | None:
    """The reference that was last the subject of a word of saying before `token`, outside quotation marks."""
    for reference in reversed(discourse.before(token)):
        head = discourse.doc[reference.head]
        if discourse.quoted[reference.head] or not head.dep_.startswith("nsubj"):
            continue
        if is_speech_verb(head.head) and subject(head.head) is not None:
            return reference
    return None
