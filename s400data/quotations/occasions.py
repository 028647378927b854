"""Occasions: when something was said that its own sentence does not date, from the same speaker's words just before.

"Akar said on Tuesday it was over. He added that ...": added on Tuesday, too. "Has said" and "says" are of no occasion.
"""

from collections.abc import Sequence
from dataclasses import replace

from s400data.quotations.drafts import Draft
from s400data.quotations.layout import Layout
from s400data.records import Interval, Quotation

ON_AN_OCCASION = frozenset({"VBD", "VBG"})
# Paragraphs from one statement to the next of the same occasion.
NEAR = 1


def carry_dates(layout: Layout, drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """`quotations`, made of `drafts`, with the dates of those that go on with what their speaker said before."""
    numbers = {start: n for n, start in enumerate(dict.fromkeys(start for start, _ in layout.paragraphs))}
    said: dict[str, tuple[Interval, int]] = {}
    dated: list[Quotation] = []
    for draft, quotation in zip(drafts, quotations, strict=True):
        at = numbers[layout.paragraphs[layout.tokens(draft.start, draft.end)[0]][0]]
        speaker = quotation.speaker.actor_id if quotation.speaker is not None else None
        when, last = said.get(speaker or "", (None, at))
        if quotation.said is None and when is not None and at - last <= NEAR and _is_on_an_occasion(draft):
            quotation = replace(quotation, said=when)
        if speaker is not None and quotation.said is not None:
            said[speaker] = (quotation.said, at)
        elif speaker is not None and not _is_on_an_occasion(draft):
            said.pop(speaker, None)
        dated.append(quotation)
    return tuple(dated)


def _is_on_an_occasion(draft: Draft) -> bool:
    if draft.use is None or draft.use.part != "verb":
        return False
    verb = draft.use.token
    return verb.tag_ in ON_AN_OCCASION and not any(word.dep_ == "aux" for word in verb.children)
