"""Stances: what a speaker is for or against, target by target, with the words that prove it.

"Turkey is in dire need of the S-400" supports the purchase; "it would be disastrous to cancel" does so in gloomy words.
Sentiment is not stance, and a speaker's nationality or office is no evidence.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from s400data.actors import Cast
from s400data.language.syntax import span_at
from s400data.records import Quotation, Stance
from s400data.stances.answers import find_dismissals
from s400data.stances.clauses import find_clauses
from s400data.stances.findings import find_findings, find_refusal
from s400data.stances.merging import merge_findings, roll_up
from s400data.stances.statements import Statement
from s400data.stances.words import NamedThing, find_things

AGAINST = re.compile(r"\bagainst\s+\Z")
NO_TARGET = "none-listed"
NO_STANCE = Stance(
    target=NO_TARGET,
    polarity="no-stance",
    strength=None,
    posture="informs",
    evidence=(),
    basis="explicit",
    voice="speaker-own",
    band="clear",
    explanation="no wording that takes a position on a listed target",
    rule="no_stance",
)


def add_stances(doc: Doc, cast: Cast, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations with their stances and the roll-up; one without a position gets a single no-stance row."""
    things = find_things(doc)
    # `Doc.text` builds the text anew at every call.
    text = doc.text
    read: list[Quotation] = []
    for quotation in quotations:
        read.append(_read_stances(doc, text, cast, things, quotation, read[-1] if read else None))
    return tuple(read)


def _read_stances(
    doc: Doc, text: str, cast: Cast, things: list[NamedThing], quotation: Quotation, previous: Quotation | None
) -> Quotation:
    start = quotation.content[0].start
    earlier = [named.thing for named in things if named.start < start]
    statement = Statement(
        quotation=quotation,
        clauses=find_clauses(doc, quotation, earlier),
        earlier=earlier,
        cue_lemmas=_cue_lemmas(doc, quotation),
        is_warned_against=AGAINST.search(text[max(0, start - 10) : start]) is not None,
        cast=cast,
    )
    stances = merge_findings(find_findings(statement))
    if not stances and previous is not None:
        gap = text[previous.content[-1].end : start]
        stances = merge_findings(find_dismissals(statement, previous, gap))
    stances = stances or (_no_stance(statement),)
    return replace(quotation, stances=stances, overall=roll_up(stances))


def _no_stance(statement: Statement) -> Stance:
    refusal = find_refusal(statement)
    if refusal is None:
        return NO_STANCE
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


def _cue_lemmas(doc: Doc, quotation: Quotation) -> frozenset[str]:
    """Lemmas of the cue, and all of them as one phrase: {"call", "on", "call on"}."""
    if quotation.cue is None:
        return frozenset()
    span = span_at(doc, quotation.cue.start, quotation.cue.end)
    if span is None:
        return frozenset()
    lemmas = [token.lemma_.lower() for token in span]
    return frozenset([*lemmas, " ".join(lemmas)])
