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
from s400data.timexes.tenses import tense_at


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
        context = Context(
            written,
            story.point,
            story.is_history,
            tense_at(doc, reading.start, reading.end),
            _Years(text, reading.start),
        )
        placed = place(reading, context)
        timexes.append(_timex(text, reading, placed))
        story.follow(reading, placed)
    return tuple(timexes)


class _Years:
    """The years that the evidence of a text leaves for a month and day named at `start`."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._start = start

    def __call__(self, month: int, day: int) -> tuple[int, ...]:
        return possible_years(self._text, month, day, at=self._start).years


def _timex(text: str, reading: Reading, placed: Placed) -> Timex:
    mention = Mention(reading.start, reading.end, text[reading.start : reading.end])
    anchor: date | None = placed.anchor
    return Timex(
        mention, reading.type, placed.value, placed.interval, anchor, reading.rule, placed.confidence, placed.flag
    )
