"""Pronouns: whom "he", "she", "they", "it", "I" and "we" stand for, left open where two would do as well."""

from spacy.tokens import Token

from s400data.actors.discourse import Discourse, Reference
from s400data.actors.profiles import Profile, state_profile
from s400data.actors.speech import is_speech_verb, speaker_of_quote
from s400data.knowledge.countries import countries_by_code
from s400data.language.syntax import child, children, subject

GENDERS = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
PLURALS = frozenset({"they", "them", "their", "themselves"})
NEUTERS = frozenset({"it", "its", "itself"})
FIRST = frozenset({"i", "me", "my", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ourselves"})
PRONOUNS = frozenset(GENDERS) | PLURALS | NEUTERS | FIRST | FIRST_PLURAL

_MARGIN = 1.12
_UNKNOWN_GENDER = 0.8
_UNNAMED = 0.75
_BODY_AS_THEY = 0.55
_FARTHEST = 0.05
_OWN_SPEAKER = 0.95


def resolve_pronoun(token: Token, discourse: Discourse) -> Reference | None:
    """The reference that `token` makes; None where nobody fits, or two do."""
    word = token.lower_
    if word in FIRST | FIRST_PLURAL:
        return _first_person(token, discourse)
    if word in NEUTERS and not _refers(token):
        return None
    above = _speaker_above(token, discourse)
    if above is None:
        return None if _is_predicated(token) else _most_salient(token, discourse)
    spoken = [r for r in (discourse.by_token.get(above.i), discourse.joint.get(above.i)) if r is not None]
    fitting = [reference.profile for reference in spoken if _fits(token, reference.profile)]
    if fitting:
        return _reference(token, fitting[0], "pronoun_speaker", 0.9)
    # "The ministry said it would": whoever the ministry is, "it" is the ministry.
    is_open = not spoken and above.pos_ == "NOUN"
    return None if is_open or _is_predicated(token) else _most_salient(token, discourse, reported=bool(spoken))


def _most_salient(token: Token, discourse: Discourse, *, reported: bool = False) -> Reference | None:
    """The one most on the reader's mind; in words `reported` of one person, "they" is no state or body."""
    ruled_out = _ruled_out(token, discourse)
    ranked = discourse.ranked(token.i, lambda p: 0.0 if p.actor.actor_id in ruled_out else _fits(token, p))
    if reported and token.lower_ in PLURALS:
        ranked = [pair for pair in ranked if pair[1].is_plural]
    if not ranked or ranked[0][0] < _FARTHEST:
        return None
    if len(ranked) > 1 and ranked[0][0] < _MARGIN * ranked[1][0]:
        return None
    return _reference(token, ranked[0][1], "pronoun_salience", 0.7)


def _reference(token: Token, profile: Profile, rule: str, confidence: float) -> Reference:
    return Reference(token.i, token.i + 1, token.i, profile, rule, confidence)


def _refers(token: Token) -> bool:
    """Whether "it" stands for somebody who may act: a subject or owner, but not in "it is clear that"."""
    return token.dep_ in {"nsubj", "nsubj:pass", "nmod:poss"} and not _is_empty(token)


def _is_predicated(token: Token) -> bool:
    """Whether "it" is said to be something, as deals and days are: "it was over", "it is a national decision"."""
    has_copula = any(dependent.dep_ == "cop" for dependent in token.head.children)
    return token.lower_ == "it" and token.dep_ == "nsubj" and has_copula


def _is_empty(token: Token) -> bool:
    has_clause = any(child.dep_ in {"csubj", "csubj:pass", "ccomp"} for child in token.head.children)
    return (
        token.dep_ != "nmod:poss" and has_clause and (token.head.pos_ in {"ADJ", "NOUN"} or token.dep_ == "nsubj:pass")
    )


def _fits(token: Token, profile: Profile) -> float:
    """How well `profile` may be meant by the pronoun: 0 not at all, 1 without reserve."""
    word, kind = token.lower_, profile.actor.kind
    is_person = kind == "person" or (kind == "unnamed" and not profile.is_plural)
    if word in GENDERS:
        if not is_person or profile.gender not in {None, GENDERS[word]}:
            return 0.0
        told = 1.0 if profile.gender else _UNKNOWN_GENDER
        return told if kind == "person" else told * _UNNAMED
    if word in PLURALS:
        return 1.0 if profile.is_plural else 0.0 if is_person else _BODY_AS_THEY
    return 0.0 if is_person or profile.is_plural else 1.0


def _speaker_above(token: Token, discourse: Discourse) -> Token | None:
    """Head of the speaker in whose reported clause the pronoun stands: "Pompeo said he would"."""
    if discourse.quoted[token.i]:
        return None
    verb = token.head
    for _ in range(6):
        if verb.dep_ in {"ccomp", "xcomp", "advcl"} and verb.head.i < token.i and is_speech_verb(verb.head):
            found = subject(verb.head)
            return found if found is not None and found.i < token.i and verb.dep_ == "ccomp" else None
        if verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def _ruled_out(token: Token, discourse: Discourse) -> set[str]:
    """Those the pronoun cannot be: who speaks the quotation it stands in, and the subject it is the object of."""
    others: list[Token | None] = [_addressee_above(token)]
    if discourse.quoted[token.i]:
        others.append(speaker_of_quote(token, tuple(discourse.quoted)))
    if token.dep_ == "nsubj" and token.head.dep_ == "parataxis":
        # "The president, he added, wants it": who is spoken of does not speak.
        others.append(subject(token.head.head))
    if token.dep_ == "nsubj" and token.i > 1 and token.nbor(-1).text == ",":
        # "It is over: Obama, he said, had refused."
        others.append(_subject_that_ends_at(token.nbor(-2)))
    if token.dep_ == "nmod:poss" and _is_grievance(token.head):
        # "sanctioned Ankara over its purchase": Ankara's purchase.
        others.append(subject(token.head.head))
    if token.dep_ in {"obj", "iobj", "obl"} and token.lower_ not in {"his", "its", "their", "hers"}:
        others.append(subject(token.head))
    found = [discourse.by_token.get(other.i) for other in others if other is not None and other.i != token.i]
    return {reference.profile.actor.actor_id for reference in found if reference is not None}


def _is_grievance(noun: Token) -> bool:
    """Whether `noun` is what somebody is punished or blamed for: the doer's "over", with others beside it."""
    opener = child(noun, "case")
    is_over = noun.dep_ in {"obl", "nmod"} and opener is not None and opener.lower_ == "over"
    return is_over and any(other.i < noun.i and other.pos_ == "PROPN" for other in children(noun.head, "obj", "obl"))


def _subject_that_ends_at(token: Token) -> Token | None:
    noun = token
    while noun.dep_ in {"flat", "compound", "appos"} and noun.head.i < noun.i:
        noun = noun.head
    return noun if noun.dep_ in {"nsubj", "nsubj:pass"} and noun.right_edge.i <= token.i + 1 else None


def _addressee_above(token: Token) -> Token | None:
    """Whom the words are told in whose clause the pronoun stands: "told the paper that it was over"."""
    verb = token.head
    is_told = verb.dep_ == "ccomp" and is_speech_verb(verb.head)
    return child(verb.head, "iobj", "obj") if is_told else None


def _first_person(token: Token, discourse: Discourse) -> Reference | None:
    if not discourse.quoted[token.i]:
        return None
    speaker = speaker_of_quote(token, tuple(discourse.quoted))
    reference = discourse.by_token.get(speaker.i) if speaker is not None else None
    if reference is None:
        return None
    actor = reference.profile.actor
    if token.lower_ in FIRST:
        return (
            _reference(token, reference.profile, "first_person", 0.9) if actor.kind in {"person", "unnamed"} else None
        )
    if actor.kind in {"state", "organisation"}:
        return _reference(token, reference.profile, "first_person", 0.8)
    # A minister's "we" is the country's; a private person's is nobody's in particular.
    country = countries_by_code().get(actor.country or "")
    if country is None or not reference.profile.roles & {"minister", "leader", "diplomat", "official", "politician"}:
        return None
    return _reference(token, state_profile(country), "first_person_plural", 0.5)
