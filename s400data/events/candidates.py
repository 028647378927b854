"""Candidates: words of a parsed article that may tell an event, with the rule of `event_types.toml` they fit."""

from calendar import day_abbr, day_name, month_abbr, month_name
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from s400data.events.clauses import agent, is_infinitive, patient
from s400data.events.cues import cue_effect
from s400data.events.restrictions import Named, arguments_fit, find_infinitive, is_one_of, of_nouns, opens_argument
from s400data.knowledge.event_types import Trigger, TriggerWord, expand, load_trigger_words
from s400data.language.syntax import child, children

# A trigger reaches to its object or infinitive only this far, else the verb alone stands for it.
LONGEST_TRIGGER = 6
WINDOW = 6
DEGREES = frozenset({"fully", "partly", "partially", "completely", "officially", "formally"})
CALENDAR_WORDS = frozenset(name.lower() for name in (*day_name, *day_abbr, *month_name, *month_abbr) if name)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger found: `head` carries the syntax, `argument` is the object or verb that belongs to the trigger."""

    head: Token
    word: TriggerWord
    span: Span
    argument: Token | None

    @property
    def trigger(self) -> Trigger:
        """The rule that was fitted."""
        return self.word.trigger

    @property
    def root(self) -> str:
        """The PLOVER root of the rule, whatever becomes of the event."""
        return self.trigger.plover or self.word.event_type.plover

    @property
    def is_noun(self) -> bool:
        """Whether a noun tells the event."""
        return self.word.part == "noun"


Accepts = Callable[[Candidate], bool]


def find_candidates(doc: Doc, named: Named, accepts: Accepts) -> tuple[Candidate, ...]:
    """Find the trigger words of `doc` in reading order; `named` are the tokens of known things,
    `accepts` judges who the subject and the object are.

    A noun that belongs to a verb's trigger ("signed a contract") is no candidate of its own.
    """
    verbs = [found for token in doc if (found := _match(token, named, accepts, ("verb", "adjective")))]
    verbs = [found for found in verbs if not _is_part(found, verbs)]
    taken = {found.argument.i for found in verbs if found.argument is not None}
    taken |= {token.i for found in verbs for token in found.span}
    taken |= {found.head.i - 2 for found in verbs if _prefix(found.head)}
    nouns = [found for token in doc if token.i not in taken and (found := _match(token, named, accepts, ("noun",)))]
    return tuple(sorted([*verbs, *_longest(nouns)], key=lambda found: found.head.i))


def _is_part(found: Candidate, verbs: list[Candidate]) -> bool:
    """Whether `found` is the infinitive of another trigger of its family: "retaliate" in "vowed to retaliate"."""
    family = found.word.event_type.family
    return any(
        other.argument is not None and other.argument.i == found.head.i and other.word.event_type.family == family
        for other in verbs
        if other is not found
    )


def _longest(nouns: list[Candidate]) -> Iterator[Candidate]:
    reach = -1
    for found in sorted(nouns, key=lambda found: (found.span.start, -len(found.span))):
        if found.span.start >= reach:
            yield found
            reach = found.span.end


def _match(token: Token, named: Named, accepts: Accepts, parts: tuple[str, ...]) -> Candidate | None:
    index = load_trigger_words()
    lemma, form = token.lemma_.lower(), token.lower_
    words = (*index.get(lemma, ()), *(index.get(form, ()) if form != lemma else ()))
    prefix = _prefix(token)
    for word in (*index.get(f"{prefix}{lemma}", ()), *words) if prefix else words:
        if word.part in parts:
            found = _FITTERS[word.part](token, word, named)
            if found is not None and accepts(found):
                return found
    return None


def _prefix(token: Token) -> str:
    """What the tokenizer cut off a verb written with a hyphen: "test-" of "test-fired"."""
    if token.i < 2 or not token.tag_.startswith("VB"):
        return ""
    first, hyphen = token.nbor(-2), token.nbor(-1)
    is_joined = hyphen.text == "-" and not hyphen.whitespace_ and not first.whitespace_
    return f"{first.lower_}-" if is_joined else ""


def _fit_verb(token: Token, word: TriggerWord, named: Named) -> Candidate | None:
    if not token.tag_.startswith("VB") or (
        token.dep_ in ("amod", "compound", "case", "nmod:desc") and len(word.words) == 1
    ):
        return None
    auxiliary = token.dep_ in ("cop", "aux", "aux:pass")
    if auxiliary and len(word.words) == 1:
        return None
    last = _further_words(token, word.words[1:])
    if last is None or not _particles_fit(token, word.words):
        return None
    head = token.head if auxiliary else token
    fitted, argument = arguments_fit(head, word.trigger, named)
    if not fitted:
        return None
    return Candidate(head, word, _span(token, last, argument), argument)


def _fit_noun(token: Token, word: TriggerWord, named: Named) -> Candidate | None:
    # "sanctions law", "delivery option": the noun only says what kind of thing the next one is.
    if not _is_noun(token) or token.dep_ in ("compound", "nmod:desc", "flat", "amod"):
        return None
    trigger = word.trigger
    span = _noun_span(token, word.words)
    if span is None or not opens_argument(token, trigger):
        return None
    argument = None
    if trigger.object:
        argument = next((noun for noun in of_nouns(token) if is_one_of(noun, expand(trigger.object), named)), None)
    elif trigger.infinitive:
        argument = find_infinitive(token, expand(trigger.infinitive))
    if argument is None and (trigger.object or trigger.infinitive):
        return None
    return Candidate(token, word, _reach(span, argument), argument)


def _is_noun(token: Token) -> bool:
    if token.pos_ in ("NOUN", "PROPN"):
        return True
    return token.tag_ == "VBG" and child(token, "det", "nmod:poss") is not None


def _fit_adjective(token: Token, word: TriggerWord, named: Named) -> Candidate | None:
    is_predicate = child(token, "cop") is not None or token.dep_ == "xcomp"
    if token.lower_ != word.words[0] or not is_predicate:
        return None
    noun = agent(token) or patient(token)
    if word.trigger.subject and (noun is None or not is_one_of(noun, expand(word.trigger.subject), named)):
        return None
    if not opens_argument(token, word.trigger):
        return None
    return Candidate(token, word, _span(token, token, None), None)


_FITTERS = {"verb": _fit_verb, "noun": _fit_noun, "adjective": _fit_adjective}


def _further_words(token: Token, words: tuple[str, ...]) -> Token | None:
    """The last of `words`, which must follow `token` in order and nearby; `token` itself where there are none."""
    last, reach = token, token.i + WINDOW
    for word in words:
        window = token.doc[last.i + 1 : min(reach, token.sent.end)]
        found = next(
            (other for other in window if word in (other.lower_, other.lemma_) and not _opens_date(other)), None
        )
        if found is None:
            return None
        last = found
    return last


def _opens_date(word: Token) -> bool:
    """Whether the preposition opens a date: "fired on October 16" is not firing on somebody."""
    return word.dep_ == "case" and (word.head.like_num or word.head.lower_.rstrip(".") in CALENDAR_WORDS)


def _particles_fit(token: Token, words: tuple[str, ...]) -> bool:
    return all(particle.lower_ in words for particle in children(token, "compound:prt"))


def _noun_span(token: Token, words: tuple[str, ...]) -> Span | None:
    doc = token.doc
    start = token.i if "of" in words else token.i - len(words) + 1
    if start < 0 or start + len(words) > len(doc):
        return None
    span = doc[start : start + len(words)]
    fits = all(word in (other.lower_, other.lemma_.lower()) for other, word in zip(span, words, strict=True))
    return span if fits else None


def _span(token: Token, last: Token, argument: Token | None) -> Span:
    start, end = _planned_from(token) - (2 if _prefix(token) else 0), last.i + 1
    degree = next((word for word in token.lefts if word.lower_ in DEGREES and word.i == token.i - 1), None)
    return _reach(token.doc[start - 1 if degree is not None else start : end], argument)


def _planned_from(verb: Token) -> int:
    """Where the trigger starts: "expected to be signed" rather than "signed"."""
    governor = verb.head
    if verb.dep_ != "xcomp" or not is_infinitive(verb) or not 0 < verb.i - governor.i < WINDOW:
        return verb.i
    is_cue = governor.tag_ == "VBN" and cue_effect(governor, "infinitive") == "planned"
    # "planned" and "scheduled" tell no event of their own here; "threatened to" does.
    tells_itself = any(word.trigger.scope != "none" for word in load_trigger_words().get(governor.lemma_, ()))
    return governor.i if is_cue and not tells_itself else verb.i


def _reach(span: Span, argument: Token | None) -> Span:
    """`span` with the object or infinitive after it, if that is near enough."""
    if (
        argument is None
        or argument.pos_ in ("SYM", "NUM")
        or argument.i < span.end
        or argument.i + 1 - span.start > LONGEST_TRIGGER
    ):
        return span
    return span.doc[span.start : argument.i + 1]
