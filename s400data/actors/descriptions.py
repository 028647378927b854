"""Descriptions: noun phrases that tell who somebody is by role, country and organisation, without or before a name.

"the US top diplomat" reads as role foreign-minister, country USA; "head of the Rostec State Corporation" as role head,
organisation rostec.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from s400data.actors.names import Name
from s400data.actors.titlings import Titling, head_of
from s400data.chronology import month_number, weekday_number
from s400data.knowledge.titles import title_words
from s400data.language.syntax import hyphenated_before

LINKS = frozenset({"of", "for", "at", "to", "on", "in", "with", "from", "behind"})
_FORMER = frozenset(
    {"former", "ex", "ex-", "then", "late", "outgoing", "previous", "onetime", "retired", "then-", "erstwhile"}
)
_INDEFINITE = frozenset(
    {"a", "an", "another", "one", "some", "several", "two", "three", "four", "many", "any", "few", "other", "various"}
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB", "MD"})
_POSTED = frozenset({"ambassador", "envoy", "special-envoy", "charge-d-affaires", "diplomat", "representative"})
_REACH = 12
# "an anti-Syria journalist" is of no country that this tells.
ATTITUDES = frozenset({"anti", "pro"})


@dataclass(frozen=True, slots=True)
class Description:
    """What a phrase says of its holder.

    `start` and `end` take in the determiner and what follows with "of"; `words` leave the determiner out. `place` and
    `organisation` are the names inside that tell whose role it is. `owner` is a possessive ("his", "Putin's").
    """

    start: int
    end: int
    head: int
    words: str
    titling: Titling | None
    place: Name | None
    organisation: Name | None
    owner: int | None
    owner_is_pronoun: bool
    is_former: bool
    is_definite: bool
    is_indefinite: bool
    is_plural: bool

    @property
    def role(self) -> str | None:
        """The role that the title names, None for bodies and untitled nouns."""
        return self.titling.title.role if self.titling and self.titling.title else None


def describe(doc: Doc, titling: Titling, names: Sequence[Name | None], *, stop: int | None = None) -> Description:
    """Read the phrase around a title; `stop` ends it (where a name follows). `names` holds the name at each token."""
    left = _left_edge(doc, titling.start, stop or titling.end, names)
    right = _right_edge(doc, titling.end, stop, names)
    first = doc[left - 1] if left else None
    owner = _owner(left, titling.start, names)
    if owner is None and stop is None:
        owner = _owner(titling.end, right, names)
    place, organisation = _whose(doc, left, titling, right, names)
    determiner = first.lower_ if first is not None and first.tag_ in {"DT", "PDT", "CD", "JJ", "PRP$"} else ""
    if first is not None and first.tag_ == "PRP$":
        owner = first.i
    start = left - 1 if determiner in _INDEFINITE | _DEFINITE or (first is not None and first.tag_ == "PRP$") else left
    head = head_of(doc, titling.start, titling.end)
    is_plural = titling.title.is_plural if titling.title else head.tag_ in {"NNS", "NNPS"}
    is_indefinite = determiner in _INDEFINITE or doc[left].lower_ in _INDEFINITE or doc[left].like_num
    return Description(
        start=start,
        end=right,
        head=head.i,
        words=_words(doc, left, right, names),
        titling=titling,
        place=place,
        organisation=organisation,
        owner=owner,
        owner_is_pronoun=first is not None and first.tag_ == "PRP$",
        is_former=any(doc[i].lower_ in _FORMER for i in range(left, titling.start)),
        is_definite=determiner in _DEFINITE or (owner is not None and owner < titling.start),
        is_indefinite=is_indefinite,
        is_plural=is_plural,
    )


def _words(doc: Doc, left: int, right: int, names: Sequence[Name | None]) -> str:
    """The words of a phrase, its first in lower case unless it is a name: a sentence may begin with it."""
    first, words = doc[left], doc[left:right].text
    is_opening = left == 0 or first.is_sent_start or doc[left - 1].is_punct or doc[left - 1].is_space
    is_name = names[left] is not None or first.pos_ == "PROPN" or first.ent_type_ or not first.is_title
    return words if is_name or not is_opening else words[0].lower() + words[1:]


def _left_edge(doc: Doc, start: int, stop: int, names: Sequence[Name | None]) -> int:
    """First token that describes: adjectives, nouns, countries and bodies before the title, no determiner."""
    left = start
    while left > 0 and start - left < _REACH and _describes(doc[left - 1], stop, names):
        left -= 1
    while left < start and (doc[left].tag_ == "POS" or doc[left].is_punct):
        left += 1
    return left


def _describes(token: Token, stop: int, names: Sequence[Name | None]) -> bool:
    name = names[token.i]
    if token.is_space:
        return False
    if name is not None and name.kind == "person":
        return _owns(token, name, stop)
    if name is not None and name.covers(token.i + 1):
        return True
    if token.tag_ in {"POS", "HYPH"} or token.text in {"-", "–", "&"}:
        return True
    if token.tag_ == "RB" and token.lower_ in {"then", "most"}:
        return True
    inside = token.i < token.head.i < stop + 1 or token.dep_ in {"compound", "amod", "nmod:poss"}
    return (
        inside
        and token.tag_ in {"JJ", "JJS", "NN", "NNS", "NNP", "NNPS", "VBG", "VBN", "FW"}
        and token.dep_ not in {"obl", "nsubj"}
    )


def _owns(token: Token, name: Name, stop: int) -> bool:
    """Whether a person's name says whose: "Putin's spokesman", "a Clinton adviser"."""
    if token.doc[name.end].tag_ == "POS" if name.end < len(token.doc) else False:
        return True
    return any(
        token.doc[i].dep_ == "compound" and name.end <= token.doc[i].head.i < stop for i in range(name.start, name.end)
    )


def _right_edge(doc: Doc, end: int, stop: int | None, names: Sequence[Name | None]) -> int:
    """Last token of what follows a title with "of", "for", "to": up to a comma, a verb or a person."""
    if stop is not None:
        return stop
    if end >= len(doc) or doc[end].lower_ not in LINKS:
        return end
    person = next((name for i in (end + 1, end + 2) if i < len(doc) and (name := names[i]) is not None), None)
    if (
        person is not None
        and person.kind == "person"
        and (doc[end + 1].lower_ in title_words() or person.start == end + 1)
    ):
        return person.end
    right = end + 1
    while right < min(len(doc), end + _REACH) and _is_of_phrase(doc[right], names):
        right += 1
    if not any((name := names[i]) is not None and name.kind != "person" for i in range(end, right)):
        return end
    last = max(i for i in range(end, right) if names[i] is not None or doc[i].pos_ in {"NOUN", "PROPN"})
    return last + 1


def _is_of_phrase(token: Token, names: Sequence[Name | None]) -> bool:
    name = names[token.i]
    if name is not None:
        return name.kind != "person"
    if token.tag_ == "VBN":
        # "an analyst at the Istanbul-based institute"
        return token.nbor(-1).tag_ == "HYPH"
    if _opens_date(token):
        return False
    return token.pos_ in {"NOUN", "PROPN", "ADJ"} or token.tag_ in {"POS", "HYPH"} or token.lower_ in LINKS | {"the"}


def _opens_date(token: Token) -> bool:
    """Whether a date begins, which describes nobody: "the head of the air force [on Wednesday]"."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    words = [word.text for word in (token, following) if word.is_title]
    return any(weekday_number(word) is not None or month_number(word) is not None for word in words)


def _owner(left: int, start: int, names: Sequence[Name | None]) -> int | None:
    for i in range(left, start):
        name = names[i]
        if name is not None and name.kind == "person":
            return i
    return None


def _whose(
    doc: Doc, left: int, titling: Titling, right: int, names: Sequence[Name | None]
) -> tuple[Name | None, Name | None]:
    """Country and organisation that the role belongs to: those before the title, else those after "of"."""
    before = list(dict.fromkeys(name for i in range(left, titling.end) if (name := names[i]) is not None))
    after = list(dict.fromkeys(name for i in range(titling.end, right) if (name := names[i]) is not None))
    # An ambassador in Athens is another country's, officials in Athens are Greece's.
    is_envoy = titling.title is not None and titling.title.role in _POSTED
    posted = is_envoy and titling.end < right and doc[titling.end].lower_ in {"to", "in", "with", "for"}
    places = [
        name
        for name in (*before, *(after if not posted else ()))
        if name.kind in {"state", "adjective"} and hyphenated_before(doc[name.start]) not in ATTITUDES
    ]
    bodies = [name for name in (*before, *after) if name.kind == "organisation"]
    return (places[0] if places else None), (bodies[0] if bodies else None)


def is_finite(token: Token) -> bool:
    """Whether `token` is a finite verb, which no description runs over."""
    return token.tag_ in _FINITE and token.pos_ in {"VERB", "AUX"}
