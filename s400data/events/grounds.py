"""Grounds: which candidates the article tells as events, and which are only topics, wishes or descriptions.

"The sanctions are a mistake" speaks of sanctions without telling an event; "the sanctions imposed on 14 December" tells
one. A candidate needs the ground that its trigger asks for, and must not be the content or the condition of another.
"""

from spacy.tokens import Token

from s400data.events.candidates import Candidate
from s400data.events.clauses import PREDICATES, is_infinitive, preposition
from s400data.events.cues import cue_effect
from s400data.events.dates import When
from s400data.events.modality import Reading
from s400data.events.participants import Participants
from s400data.events.statuses import is_condition
from s400data.knowledge.modalities import load_modality_cues
from s400data.language.syntax import children

HABITS = frozenset(
    {"repeatedly", "often", "always", "regularly", "routinely", "usually", "frequently", "consistently", "constantly"}
)
TIME_OPENERS = frozenset({"after", "before", "during", "following", "since", "amid", "in", "at", "on", "by"})
CONTINUING = frozenset({"continue", "keep", "go"})
CONTINUED_TALK = frozenset({"negotiation", "meeting"})
SPEECH_TYPES = frozenset({"demand", "warning", "threat", "offer", "rejection", "statement"})
GENERIC_DETERMINERS = frozenset({"any", "such", "every", "each", "whatever"})
ANAPHORIC = frozenset({"the", "their", "this", "these", "those", "that", "his", "her", "its", "our"})
DEPTH = 16
BOTH_SIDES = 2


def is_told(candidate: Candidate, reading: Reading, who: Participants, when: When) -> bool:
    """Whether the article tells the event of `candidate` rather than mentions it in passing."""
    if _is_generic(candidate) or (candidate.trigger.needs != "specific" and who.count < candidate.trigger.participants):
        return False
    if when.text is not None:
        return not (reading.wanted and candidate.is_noun)
    if reading.wanted or _is_background(candidate.head, candidate):
        return False
    if _is_habit(candidate, reading) or _is_unsaid(candidate, reading) or _is_faceless(candidate, who):
        return False
    return _has_ground(candidate, reading, who)


def content_of(candidate: Candidate, heads: dict[int, Candidate]) -> Candidate | None:
    """The event whose content or condition `candidate` is, None where it stands on its own."""
    token, in_condition = candidate.head, False
    for _ in range(DEPTH):
        parent = token.head
        if parent.i == token.i or token.dep_ == "acl:relcl" or _opens_other_time(token) or _is_scheduled(token):
            return None
        owner = heads.get(parent.i)
        in_condition = in_condition or is_condition(token)
        if owner is not None and _owns(owner, token, candidate, in_condition=in_condition):
            return owner
        if token.dep_ in ("conj", "parataxis") and token.pos_ in PREDICATES and owner is None:
            return None
        token = parent
    return None


def _owns(owner: Candidate, part: Token, candidate: Candidate, *, in_condition: bool) -> bool:
    if owner.head.i == candidate.head.i:
        return False
    if owner.head.i != part.head.i and part.pos_ not in PREDICATES:
        # "refused to cancel the contract": the contract belongs to the infinitive of the trigger.
        return True
    if _is_setting(owner, part, candidate):
        return True
    return _swallows(owner, part, in_condition=in_condition)


def _is_setting(owner: Candidate, part: Token, candidate: Candidate) -> bool:
    """Whether the noun only says where its own kind of event took place: "discussed it at a meeting"."""
    same = owner.word.event_type.family == candidate.word.event_type.family
    return same and part.i == candidate.head.i and preposition(part) in ("in", "at", "during", "on", "for")


def is_retold(candidate: Candidate, when: When) -> bool:
    """Whether the words only point back to an event told before: "the meeting", "their talks"."""
    if not candidate.is_noun or when.text is not None:
        return False
    return any(word.lower_ in ANAPHORIC for word in candidate.head.children if word.dep_ in ("det", "nmod:poss"))


def _swallows(owner: Candidate, part: Token, *, in_condition: bool) -> bool:
    scope = owner.trigger.scope
    if scope == "none":
        return False
    if scope == "threat" and in_condition:
        return True
    if part.dep_ in ("nsubj", "nsubj:pass", "obl:agent", "conj", "parataxis"):
        return False
    if scope == "threat":
        return part.pos_ not in PREDICATES and part.dep_ != "advcl"
    if part.pos_ in PREDICATES:
        return part.dep_ in ("xcomp", "acl", "ccomp") or (part.dep_ == "advcl" and is_infinitive(part))
    return preposition(part) not in ("after", "before", "during", "following", "in", "at", "amid")


def _opens_other_time(token: Token) -> bool:
    return token.pos_ not in PREDICATES and preposition(token) in ("after", "before", "during", "following")


def _is_scheduled(noun: Token) -> bool:
    """Whether a participle gives a noun a time of its own: "signed it, with deliveries scheduled to start in 2019"."""
    planned = (load_modality_cues().get((word.lemma_, "noun")) == "planned" for word in children(noun, "acl"))
    return noun.tag_ in ("NN", "NNS") and any(planned)


def _is_generic(candidate: Candidate) -> bool:
    nouns = (
        [candidate.head]
        if candidate.is_noun
        else [word for word in candidate.head.children if word.dep_ in ("nsubj", "nsubj:pass")]
    )
    return any(word.lower_ in GENERIC_DETERMINERS for noun in nouns for word in noun.children if word.dep_ == "det")


def _is_background(head: Token, candidate: Candidate) -> bool:
    """Whether an undated relative clause or a noun's complement only says which thing is meant."""
    token = head
    for _ in range(DEPTH):
        if token.dep_ in ("acl:relcl", "acl"):
            return not _is_comment(token)
        if token.dep_ in ("ROOT", "parataxis", "ccomp") or token.head.i == token.i:
            return False
        if token.dep_ == "advcl" and token.tag_ == "VBG" and preposition(token) in ("over", "about", "of"):
            return True
        if token.pos_ not in PREDICATES and candidate.is_noun and token.dep_ == "advcl":
            return False
        token = token.head
    return False


def _is_comment(clause: Token) -> bool:
    """Whether a comma sets the relative clause off: "the talks, which failed on the first day"."""
    first = next(iter(clause.subtree))
    return clause.dep_ == "acl:relcl" and first.i > 0 and first.nbor(-1).text == "," and not is_infinitive(clause)


def _is_unsaid(candidate: Candidate, reading: Reading) -> bool:
    """Whether nobody demands, warns or offers: "we are not going to ask for permission"."""
    return reading.modality == "denied" and candidate.word.event_type.name in SPEECH_TYPES - {"rejection"}


def _is_faceless(candidate: Candidate, who: Participants) -> bool:
    """Whether nobody known takes part in what may be a figure of speech: "the storm hit and the town burned"."""
    return who.count == 0 and candidate.word.event_type.name in ("other", "military-action")


def _is_habit(candidate: Candidate, reading: Reading) -> bool:
    if candidate.word.event_type.name in SPEECH_TYPES and any(
        word.lower_ in HABITS for word in candidate.head.children
    ):
        return True
    if candidate.word.event_type.name not in CONTINUED_TALK or candidate.trigger.rule == "continue_discussions":
        return False
    # "will continue to negotiate": no more than before.
    return reading.modality == "ongoing" or candidate.head.head.lemma_ in CONTINUING


def _has_ground(candidate: Candidate, reading: Reading, who: Participants) -> bool:
    needs = candidate.trigger.needs
    if needs == "nothing":
        return not candidate.is_noun or reading.told
    if needs in ("date", "abroad"):
        return needs == "abroad" and who.is_international
    if needs == "specific":
        return who.count >= (candidate.trigger.participants or BOTH_SIDES) or (candidate.is_noun and reading.told)
    return reading.told or (_in_time_clause(candidate.head) and who.count > 0)


def _in_time_clause(noun: Token) -> bool:
    """Whether the noun says when something else took place: "after talks with Moscow"."""
    if noun.dep_ not in ("obl", "nmod") or preposition(noun) not in TIME_OPENERS:
        return False
    verb = noun.head if noun.dep_ == "obl" else noun.head.head
    return verb.pos_ in PREDICATES and cue_effect(noun.head, "noun") is None
