"""Relays: through whom a statement reached the writer, whom it was said to, and when.

"..., as reported by Daily Sabah"; "Pompeo said it was a threat, a spokesman said in a statement"; "AzVision reports".
"""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from s400data.knowledge.reporting_words import load_reporting_words
from s400data.language.syntax import child, children
from s400data.quotations.asides import relaying_verb, trailing_relay
from s400data.quotations.drafts import WEAK_RULES, Draft
from s400data.quotations.holders import is_human, is_messenger, may_speak
from s400data.quotations.layout import Layout
from s400data.quotations.naming import source_span
from s400data.quotations.sources import find_agent, find_citer
from s400data.records import Interval, Timex


def join_relays(layout: Layout, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts without those that only pass on another one; what they relay names them as `via`."""
    by_cue = {draft.use.token.i: draft for draft in drafts if draft.use is not None}
    relaying: set[int] = set()
    for draft in drafts:
        told = _relayed(layout, draft, by_cue)
        if told is not None and draft.use is not None and told.via is None:
            told.via = draft.source
            relaying.add(draft.use.token.i)
    return [draft for draft in drafts if draft.use is None or draft.use.token.i not in relaying]


def _relayed(layout: Layout, outer: Draft, by_cue: dict[int, Draft]) -> Draft | None:
    """The draft whose own main clause is all that `outer` reports, where `outer` speaks as a mere messenger."""
    if outer.use is None or outer.source is None or outer.passages or not _is_messenger(outer):
        return None
    verb = outer.use.token
    candidates = [verb.head.head, verb.head] if outer.use.part == "phrase" else [*children(verb, "ccomp"), verb.head]
    candidates += [
        token for token in layout.doc[slice(*layout.sentences[verb.i])] if _ends_with(by_cue.get(token.i), outer)
    ]
    for candidate in candidates:
        inner = by_cue.get(candidate.i)
        if inner is None or inner is outer or inner.source is None or inner.rule in WEAK_RULES:
            continue
        if _contains(outer, candidate) and layout.owners[candidate.i] == layout.owners[verb.i]:
            return inner
    return None


def _ends_with(inner: Draft | None, outer: Draft) -> bool:
    """Whether what `inner` reports goes on to the end of what `outer` reports."""
    return inner is not None and outer.before and inner.end == outer.end


def _is_messenger(outer: Draft) -> bool:
    if outer.use is None or outer.source is None:
        return False
    if outer.use.part == "phrase" or outer.use.token.lemma_ in load_reporting_words()["relaying verbs"]:
        return is_messenger(outer.source) or not is_human(outer.source)
    return outer.before and any(is_messenger(token) for token in source_span(outer.source, outer.use))


def _contains(outer: Draft, token: Token) -> bool:
    return any(start <= token.idx < end for start, end in outer.pieces)


def find_relay(layout: Layout, draft: Draft) -> Token | None:
    """Who passed the words on: "as quoted by the Turkish newspaper", "as Daily Sabah reported"."""
    if draft.via is not None or draft.use is None:
        return draft.via
    verb = draft.use.token if draft.use.part == "verb" else None
    citer = find_citer(verb) if verb is not None else None
    if citer is not None:
        return citer
    trailing = trailing_relay(layout, draft.use) if verb is not None else None
    return layout.doc[trailing - 1] if trailing is not None else _relay_beside(layout, draft.use.token)


def _relay_beside(layout: Layout, cue: Token) -> Token | None:
    """Who passed the words on by a clause with "as" in the same sentence."""
    for i in range(*layout.sentences[cue.i]):
        verb = relaying_verb(layout, i)
        if verb is not None and verb != cue.i:
            return find_agent(layout.doc[verb])
    for clause in children(cue, "advcl", "parataxis", "acl"):
        if clause.lemma_ in load_reporting_words()["relaying verbs"] and any(c.lower_ == "as" for c in clause.children):
            return find_agent(clause) or child(clause, "nsubj")
    return None


def find_addressee(draft: Draft) -> Token | None:
    """Whom the words were said to: "told [reporters]", "urged [Ankara] to", "called on [his counterpart]"."""
    if draft.use is None or draft.use.part != "verb":
        return None
    verb = draft.use.token
    for dependent in verb.children:
        if any(start <= dependent.idx < end for start, end in draft.pieces) or not may_speak(dependent):
            continue
        if dependent.dep_ == "iobj" or (dependent.dep_ == "obj" and dependent.i > verb.i):
            return dependent
        openers = [c for c in dependent.children if c.dep_ == "case"]
        if dependent.dep_ == "obl" and any(c.lower_ == "to" or c in draft.use.words for c in openers):
            return dependent
        if dependent.dep_ == "nsubj:pass" and draft.source is not dependent:
            return dependent
    return None


def find_saying_date(layout: Layout, draft: Draft, timexes: Iterable[Timex]) -> Interval | None:
    """When it was said: the one date that hangs on the cue, by way of nouns only ("at a briefing on Tuesday")."""
    if draft.use is None:
        return None
    first, last = layout.sentences[draft.use.token.i]
    begin, stop = layout.characters((first, last))
    for timex in timexes:
        start = timex.mention.start
        if timex.type != "DATE" or timex.interval is None or not begin <= start < stop:
            continue
        if any(a <= start < b for a, b in draft.pieces):
            continue
        if _hangs_on(layout.doc[layout.tokens(start, timex.mention.end)[0]], draft.use.token):
            return timex.interval
    return None


def _hangs_on(token: Token, cue: Token) -> bool:
    while token.i != cue.i:
        if token.head.i == token.i or token.pos_ in {"VERB", "AUX"}:
            return False
        token = token.head
    return True
