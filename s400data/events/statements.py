"""Statements: sayings that the article dates, told as events of their own: "Kent told reporters in Baku on May 2"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from s400data.events.candidates import Candidate
from s400data.events.clauses import agent
from s400data.events.context import Context
from s400data.events.dates import NO_DATE, Owners, find_date
from s400data.events.finding import Draft
from s400data.events.modality import Reading
from s400data.events.participants import Participants
from s400data.knowledge.event_types import Trigger, TriggerWord, event_type
from s400data.language.syntax import child, span_at
from s400data.records import Quotation

RULE = "dated_statement"


def find_statements(context: Context, owners: Owners, taken: frozenset[int]) -> Iterator[Draft]:
    """Yield one draft for each dated word of saying that is not in `taken`, the tokens of other triggers."""
    statement = event_type("statement")
    if statement is None:
        return
    seen = set(taken)
    for quotation in context.quotations:
        cue = _cue(quotation, context)
        if cue is None or cue.i in seen:
            continue
        seen.add(cue.i)
        word = TriggerWord((cue.lemma_,), "verb", statement, Trigger(RULE))
        draft = _draft(cue, word, quotation, owners, context)
        if draft is not None:
            yield draft


def _draft(cue: Token, word: TriggerWord, quotation: Quotation, owners: Owners, context: Context) -> Draft | None:
    candidate = Candidate(cue, word, _span(cue), None)
    when = find_date(candidate, owners)
    if when is NO_DATE:
        return None
    actors = (quotation.speaker,) if quotation.speaker is not None else context.actors(agent(cue))
    return Draft(candidate, Reading("actual", told=True, wanted=False), Participants(actors, ()), when)


def _span(cue: Token) -> Span:
    """The word of saying with whom it was said to: "told reporters"."""
    heard = child(cue, "iobj", "obj")
    near = heard is not None and 0 < heard.i - cue.i <= 2
    return cue.doc[cue.i : heard.i + 1 if near and heard is not None else cue.i + 1]


def _cue(quotation: Quotation, context: Context) -> Token | None:
    if quotation.cue is None or quotation.section == "headline":
        return None
    span = span_at(context.doc, quotation.cue.start, quotation.cue.end)
    verb = span.root if span is not None and len(span) else None
    return verb if verb is not None and verb.pos_ in ("VERB", "AUX") else None
