"""Finding: expressions recognised, placed one after the other as the story goes on, and recorded."""

from datetime import date

from spacy.tokens import Doc

from s400data.chronology import possible_years
from s400data.records import Article, Mention, Timex
from s400data.timexes.context import Context, Written, is_story
from s400data.timexes.placing import Placed, place
from s400data.timexes.readings import Reading
from s400data.timexes.recognition import find_readings
from s400data.timexes.stories import Story
from s400data.timexes.tenses import Tense, tense_at

# Characters; no article is longer.
EVIDENCE_REACH = 60_000


def find_timexes(doc: Doc, article: Article) -> tuple[Timex, ...]:
    """Return the expressions of time of `article` in reading order; `doc` is its parse, or merely its words.

    Left out are numbers, names and titles that only look like a time (S-400, Theresa May, the Sunday Times), and
    adjectives such as "former". An expression that is impossible or contradicts itself is kept, with a `flag` and no
    interval.
    """
    text = article.text
    readings = find_readings(text)
    written = Written(article.published, article.published_precision)
    story = Story(text, is_story(readings, written))
    timexes = []
    for reading in readings:
        placed = place(reading, _context(doc, reading, written, story))
        timexes.append(_timex(text, reading, placed))
        story.follow(reading, placed)
    return tuple(timexes)


def _context(doc: Doc, reading: Reading, written: Written, story: Story) -> Context:
    start, end = reading.start, reading.end

    def tense() -> Tense:
        return tense_at(doc, start, end)

    def years_of(month: int, day: int, weekday: int | None) -> tuple[int, ...]:
        # Evidence is gathered from the whole text for each date: in a book that would take for ever.
        if len(doc.text) > EVIDENCE_REACH:
            return ()
        from_monday = None if weekday is None else weekday - 1
        return possible_years(doc.text, month, day, at=start, weekday=from_monday).years

    return Context(written, story.point_at(start), story.point, story.is_history, tense, years_of)


def _timex(text: str, reading: Reading, placed: Placed) -> Timex:
    mention = Mention(reading.start, reading.end, text[reading.start : reading.end])
    anchor: date | None = placed.anchor
    return Timex(
        mention, reading.type, placed.value, placed.interval, anchor, reading.rule, placed.confidence, placed.flag
    )
