"""Events: what happened, is planned, threatened or denied: one trigger in one sentence of an article.

"Russia and Turkey signed a $2.5 billion deal in December 2017" tells an agreement: trigger, type, participants,
objects, an interval of days with its basis, and a modality. Nouns count where the text ties them down ("the deliveries
started"), not as topics ("the deal is a mistake"). What the rules look for is in `knowledge/english/event_types.toml`.
"""

from collections.abc import Sequence

from spacy.tokens import Doc

from s400data.events.context import Actors, build_context
from s400data.events.finding import Draft, find_drafts, to_event
from s400data.events.statements import find_statements
from s400data.events.stories import add_dates_from_story, add_parties_from_story
from s400data.records import Article, Event, Quotation, Timex


def find_events(
    doc: Doc, article: Article, cast: Actors, timexes: Sequence[Timex], quotations: Sequence[Quotation]
) -> tuple[Event, ...]:
    """Find the events of `article` in reading order; the headline, which repeats the lead, yields none.

    `statement` events are told only where the day of the statement is given.
    """
    context = build_context(doc, article, cast, tuple(timexes), tuple(quotations))
    drafts, owners = find_drafts(context)
    taken = frozenset(token.i for draft in drafts for token in draft.candidate.span)
    statements = tuple(find_statements(context, owners, taken))
    drafts = add_dates_from_story(add_parties_from_story(drafts, article.text), statements)
    ordered = sorted((*drafts, *statements), key=lambda draft: (draft.candidate.span.start, draft.candidate.head.i))
    return tuple(
        to_event(draft, context, f"{article.article_id}-e{n}", _said_in(draft, quotations))
        for n, draft in enumerate(ordered, 1)
    )


def _said_in(draft: Draft, quotations: Sequence[Quotation]) -> str | None:
    """The innermost quotation whose content holds the trigger."""
    start, end = draft.candidate.span.start_char, draft.candidate.span.end_char
    holding = (
        (part.end - part.start, quotation.quotation_id)
        for quotation in quotations
        for part in quotation.content
        if part.start <= start and end <= part.end
    )
    return min(holding, default=(0, None))[1]


__all__ = ["find_events"]
