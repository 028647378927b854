"""Stances: what a speaker is for or against, target by target, with the words that prove it.

"Turkey is in dire need of the S-400" supports the purchase; "it would be disastrous to cancel" does so in gloomy words.
Sentiment is not stance, and a speaker's nationality or office is no evidence.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from s400data.actors import Cast
from s400data.knowledge.stance_cues import load_stance_context, load_things
from s400data.language.syntax import span_at
from s400data.records import Quotation, Stance
from s400data.stances.answers import find_dismissals
from s400data.stances.clauses import find_clauses
from s400data.stances.merging import merge_findings, roll_up
from s400data.stances.rules import find_findings, find_refusal
from s400data.stances.statements import Statement
from s400data.stances.voter import load_voter
from s400data.stances.voting import Read, hear_voter
from s400data.stances.words import NamedThing, find_things

NO_TARGET = "none-listed"
# Kinds of words of position-taking beside a target from which on silence of the rules is no answer.
UNDECIDED_SIGNS = 3
SILENT_RULES = frozenset({"no_stance", "unread"})
NO_STANCE = Stance(
    target=NO_TARGET,
    polarity="no-stance",
    strength=None,
    posture="informs",
    evidence=(),
    basis="explicit",
    voice="speaker-own",
    band="clear",
    explanation="names no target and passes no judgment",
    rule="no_stance",
)


def add_stances(doc: Doc, cast: Cast, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations with their stances and the roll-up; one without a position gets a single no-stance row."""
    read = read_by_rules(doc, cast, quotations)
    voter = load_voter()
    return tuple(hear_voter(voter, doc.text, read)) if voter else tuple(one.quotation for one in read)


def read_by_rules(doc: Doc, cast: Cast, quotations: Sequence[Quotation]) -> list[Read]:
    """The quotations with the stances that rules alone read, and what the voter needs to know of them."""
    things = find_things(doc)
    # `Doc.text` builds the text anew at every call.
    text = doc.text
    read: list[Read] = []
    for quotation in quotations:
        read.append(_read_stances(doc, text, cast, things, quotation, read[-1].quotation if read else None))
    return read


def _read_stances(
    doc: Doc, text: str, cast: Cast, things: list[NamedThing], quotation: Quotation, previous: Quotation | None
) -> Read:
    start = quotation.content[0].start
    before = [named.thing for named in things if named.start < start]
    earlier = before or [named.thing for named in things[:1]] or _unnamed(doc, quotation)
    statement = Statement(
        quotation=quotation,
        clauses=find_clauses(doc, quotation, earlier),
        earlier=earlier,
        cue_lemmas=_cue_lemmas(doc, quotation),
        is_warned_against=_is_warned_against(doc, start),
        cast=cast,
    )
    stances = merge_findings(find_findings(statement))
    if not stances and previous is not None:
        gap = text[previous.content[-1].end : start]
        stances = merge_findings(find_dismissals(statement, previous, gap))
    stances = stances or (_no_stance(statement),)
    is_open = stances[0].rule in SILENT_RULES and statement.names_target
    ruled = replace(quotation, stances=stances, overall=roll_up(stances))
    return Read(ruled, earlier[-1] if earlier else None, is_open)


def _no_stance(statement: Statement) -> Stance:
    refusal = find_refusal(statement)
    if refusal is None:
        return _silence(statement)
    evidence = refusal.evidence()
    return replace(
        NO_STANCE,
        polarity="unclear",
        posture="declines-to-comment",
        evidence=(evidence,),
        basis="needs-context",
        band="not decided",
        explanation=f"'{evidence.text}' answers without saying anything",
        rule="refusal",
    )


def _silence(statement: Statement) -> Stance:
    """No position read: surely none where nothing is judged, the less sure the more the words look like one."""
    signs = statement.signs_of_position()
    if statement.names_target and len(signs) >= UNDECIDED_SIGNS:
        reason = f"names a target with {' and '.join(signs)}, but in no wording that a rule reads"
        return replace(NO_STANCE, polarity="unclear", band="not decided", explanation=reason, rule="unread")
    if statement.names_target or signs:
        reason = f"no rule reads a position in it, though it has {' and '.join(signs) or 'the name of a target'}"
        return replace(NO_STANCE, band="likely", explanation=reason)
    return NO_STANCE


def _unnamed(doc: Doc, quotation: Quotation) -> list[str]:
    """The thing that "the missiles" must mean in an article that names none."""
    spans = (span_at(doc, piece.start, piece.end) for piece in quotation.content)
    lemmas = {token.lemma_.lower() for span in spans if span is not None for token in span}
    meant = [thing.id for thing in load_things() if lemmas & set(thing.nouns)][:1]
    main = load_things()[0]
    carriers = set(load_stance_context().carriers) - set(main.pronouns)
    return meant or ([main.id] if lemmas & carriers else [])


def _is_warned_against(doc: Doc, start: int) -> bool:
    """Whether the words before `start` reject what follows: "against", "dismissed the claim that"."""
    before = span_at(doc, max(0, start - 2), start)
    token = before[-1] if before is not None and before[-1].idx < start else None
    if token is not None and token.lower_ == "that" and token.i:
        token = token.nbor(-1)
    if token is None:
        return False
    context = load_stance_context()
    is_claim = token.lemma_.lower() in context.claims and token.head.lemma_.lower() in context.denials
    return token.lower_ == "against" or is_claim


def _cue_lemmas(doc: Doc, quotation: Quotation) -> frozenset[str]:
    """Lemmas of the cue, and all of them as one phrase: {"call", "on", "call on"}."""
    if quotation.cue is None:
        return frozenset()
    span = span_at(doc, quotation.cue.start, quotation.cue.end)
    if span is None:
        return frozenset()
    lemmas = [token.lemma_.lower() for token in span]
    return frozenset([*lemmas, " ".join(lemmas)])
