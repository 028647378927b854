"""Building: from words of saying and passages in marks to quotations in reading order."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from s400data.knowledge.reporting_words import load_reporting_words
from s400data.language.syntax import children
from s400data.quotations.actuality import is_said
from s400data.quotations.contents import find_content
from s400data.quotations.drafts import WEAK_RULES, Content, Draft, labelled
from s400data.quotations.holders import is_vague, may_speak
from s400data.quotations.layout import Layout, Range
from s400data.quotations.occasions import carry_dates
from s400data.quotations.recording import Cast, Recorder
from s400data.quotations.relays import join_relays
from s400data.quotations.sources import find_source
from s400data.quotations.speech import attach_passages
from s400data.quotations.turns import find_headline_speech
from s400data.quotations.uses import Use, find_uses
from s400data.records import Article, Quotation, Timex


def find_quotations(doc: Doc, article: Article, cast: Cast, timexes: Sequence[Timex]) -> tuple[Quotation, ...]:
    """Quotations of `doc` in reading order. Their stances are empty; `speaker` is None where `cast` abstains."""
    layout = Layout(doc)
    uses = [use for use in find_uses(doc) if is_said(use)]
    drafts = {use.token.i: draft for use in uses if (draft := _draft(layout, use)) is not None}
    found = join_relays(layout, attach_passages(layout, uses, drafts))
    found = _without_weak([*_of_headline(layout, article, found), *found])
    recorder = Recorder(layout, article, cast, timexes)
    recorded = [
        recorder.record(n, draft, outer) for n, (draft, outer) in enumerate(zip(found, _outer(found), strict=True))
    ]
    return carry_dates(layout, found, recorded)


def _of_headline(layout: Layout, article: Article, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What a headline has somebody say that no other rule found there."""
    end = article.headline.end if article.headline is not None else 0
    if not end or any(draft.start < end for draft in drafts[:1]):
        return
    speech = find_headline_speech(layout.doc, layout.text, end)
    if speech is not None:
        yield labelled(speech[0], "headline", [speech[1]])


def _draft(layout: Layout, use: Use) -> Draft | None:
    source = find_source(use)
    if source is not None and _is_charge(use, source):
        return None
    content = find_content(layout, use, source)
    if content is None or not _is_plausible(layout, use, source, content):
        return None
    pieces = [layout.characters(piece) for piece in _within_marks(layout, use, content)]
    if not pieces:
        return None
    return Draft(use, source, pieces, content.rule, before=content.before)


def _is_charge(use: Use, source: Token) -> bool:
    """Whether what is denied stands before who denies it: "Ankara calls it theft, [a charge] Stockholm denies"."""
    charges = load_reporting_words()["charges"]
    before = [c for c in children(use.token, "nsubj", "obj") if c.lemma_.lower() in charges and c.i < use.start]
    return bool(before) and (source.i > before[0].i or any(c.i > source.i for c in children(use.token, "nsubj")))


def _within_marks(layout: Layout, use: Use, content: Content) -> list[Range]:
    """The pieces of `content`, kept inside the passage that its cue stands in."""
    owner = layout.owners[use.token.i]
    if owner < 0:
        return list(content.pieces)
    first, last = layout.passage_tokens(owner)
    kept = [layout.trim((max(start, first), min(end, last))) for start, end in content.pieces]
    return [piece for piece in kept if piece[0] < piece[1]]


def _is_plausible(layout: Layout, use: Use, source: Token | None, content: Content) -> bool:
    """Whether content that the parse offers is a quotation by somebody, and not how a speaker goes on to talk."""
    if content.frame == "clause" and use.part != "noun":
        return layout.owners[use.token.i] < 0 or (source is not None and not is_vague(source))
    if source is None or not may_speak(source):
        return False
    return layout.owners[use.token.i] < 0 or (content.frame == "infinitive" and not is_vague(source))


def _without_weak(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts without mere topics and objects inside another quotation or around one: "repeated his claim that"."""
    outer = _outer(drafts)
    holding = {n for draft, n in zip(drafts, outer, strict=True) if draft.use is not None and draft.use.part == "noun"}
    pairs = enumerate(zip(drafts, outer, strict=True))
    return [
        draft for n, (draft, around) in pairs if draft.rule not in WEAK_RULES or (around is None and n not in holding)
    ]


def _outer(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the number of the smallest one whose content holds its cue; None where there is none."""
    pieces = sorted((start, end, n) for n, draft in enumerate(drafts) for start, end in draft.pieces)
    starts = [start for start, _, _ in pieces]
    reach = _reaches(pieces)
    found: list[int | None] = []
    for n, draft in enumerate(drafts):
        at = draft.use.token.idx if draft.use is not None else -1
        k = bisect_right(starts, at) - 1
        best: tuple[int, int] | None = None
        while k >= 0 and reach[k] > at:
            start, end, other = pieces[k]
            if other != n and end > at and (best is None or end - start < best[0]):
                best = (end - start, other)
            k -= 1
        found.append(best[1] if best else None)
    return found


def _reaches(pieces: list[tuple[int, int, int]]) -> list[int]:
    """How far any piece up to each one extends, so that a search backwards knows where to stop."""
    found: list[int] = []
    for _, end, _ in pieces:
        found.append(max(end, found[-1]) if found else end)
    return found
