"""Marks: every stretch of an article's text that an extraction points at."""

from collections.abc import Iterable, Iterator

from s400data.errors import TableError
from s400data.records import Extraction, Mention

ELLIPSIS = " … "


def join_words(mentions: Iterable[Mention]) -> str:
    """Words of `mentions`, joined by an ellipsis where the text in between is left out."""
    return ELLIPSIS.join(mention.text for mention in mentions)


def check_marks(extraction: Extraction) -> None:
    """Raise TableError where a mark's words are not the article's own words at that place."""
    text = extraction.article.text
    for mention in marks_of(extraction):
        if text[mention.start : mention.end] != mention.text or not 0 <= mention.start <= mention.end:
            raise TableError(
                f"article {extraction.article.article_id} has {text[mention.start : mention.end]!r} at characters "
                f"{mention.start} to {mention.end}, but a mark there says {mention.text!r}"
            )


def marks_of(extraction: Extraction) -> Iterator[Mention]:
    """Every stretch of text that `extraction` points at."""
    marks: list[Mention | None] = [extraction.article.headline]
    marks += [timex.mention for timex in extraction.timexes]
    marks += [mention.mention for mention in extraction.mentions]
    for quotation in extraction.quotations:
        marks += [*quotation.content, quotation.source, quotation.cue]
        marks += [mark for stance in quotation.stances for mark in stance.evidence]
    for event in extraction.events:
        marks += [event.trigger, event.sentence, event.date_text]
    return (mark for mark in marks if mark is not None)
