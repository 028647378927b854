"""Building: from words of saying and passages in marks to quotations with speakers."""

import re
from collections.abc import Sequence
from typing import Protocol

from spacy.tokens import Doc, Span, Token

from s400data.language.syntax import mention
from s400data.quotations.actuality import is_said
from s400data.quotations.contents import Content, find_content
from s400data.quotations.drafts import Draft
from s400data.quotations.holders import is_own, may_speak
from s400data.quotations.layout import Layout, Range
from s400data.quotations.sources import find_source, source_span
from s400data.quotations.speech import attach_passages
from s400data.quotations.uses import Use, find_uses
from s400data.records import Actor, ActorMention, Article, Mention, Quotation, QuotationKind, Timex

WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
MOSTLY = 0.05
CONFIDENCE = {"cue_after_marks": 0.9}


class Cast(Protocol):
    """Who the noun phrases of an article stand for."""

    def actor_of(self, span: Span) -> ActorMention | None: ...


def find_quotations(doc: Doc, article: Article, cast: Cast, timexes: Sequence[Timex]) -> tuple[Quotation, ...]:
    """Quotations of `doc` in reading order. Their stances are empty; `speaker` is None where `cast` abstains."""
    layout = Layout(doc)
    uses = [use for use in find_uses(doc) if is_said(use)]
    drafts = {use.token.i: draft for use in uses if (draft := _draft(layout, use)) is not None}
    found = attach_passages(layout, uses, drafts)
    return tuple(_quotation(n, draft, layout, article, cast) for n, draft in enumerate(found))


def _draft(layout: Layout, use: Use) -> Draft | None:
    source = find_source(use)
    content = find_content(layout, use, source)
    if content is None or not _is_plausible(layout, use, source, content):
        return None
    return Draft(use, source, [layout.characters(piece) for piece in content.pieces], content.rule)


def _is_plausible(layout: Layout, use: Use, source: Token | None, content: Content) -> bool:
    """Whether content that the parse offers is a quotation by somebody, and not how a speaker goes on to talk."""
    if content.frame == "clause" and use.part != "noun":
        return layout.owners[use.token.i] < 0 or (source is not None and not is_own(source))
    if source is None or not may_speak(source):
        return False
    return layout.owners[use.token.i] < 0 or (content.frame == "infinitive" and not is_own(source))


def _quotation(number: int, draft: Draft, layout: Layout, article: Article, cast: Cast) -> Quotation:
    text = article.text
    source = source_span(draft.source, draft.use) if draft.source is not None else None
    speaker = _speaker(draft, cast)
    return Quotation(
        quotation_id=f"{article.article_id}-q{number}",
        article_id=article.article_id,
        kind=_kind(layout, draft.pieces),
        content=tuple(Mention(start, end, text[start:end]) for start, end in draft.pieces),
        source=mention(source) if source is not None else None,
        speaker=speaker,
        cue=mention(layout.doc[draft.use.start : draft.use.end]) if draft.use else None,
        addressee=None,
        via=None,
        said=None,
        section="headline" if article.headline and draft.start < article.headline.end else "body",
        within=None,
        rule=draft.rule,
        confidence=CONFIDENCE.get(draft.rule, 0.7),
    )


def _speaker(draft: Draft, cast: Cast) -> Actor | None:
    if draft.source is None:
        return _speaker(draft.carried, cast) if draft.carried else None
    found = cast.actor_of(source_span(draft.source, draft.use))
    return found.actor if found else None


def _kind(layout: Layout, pieces: list[Range]) -> QuotationKind:
    inside = outside = 0
    for start, end in pieces:
        for word in WORD.finditer(layout.doc.text, start, end):
            first, _ = layout.tokens(word.start(), word.end())
            if layout.owners[first] >= 0:
                inside += 1
            else:
                outside += 1
    if not inside:
        return "indirect"
    return "direct" if outside <= MOSTLY * (inside + outside) else "mixed"
