"""Finding: expressions recognised, placed one after the other as the story goes on, and recorded."""

from datetime import date, timedelta

from spacy.tokens import Doc

from s400data.chronology import possible_years
from s400data.records import Article, Mention, Timex
from s400data.timexes.context import Context, Written, is_story
from s400data.timexes.placing import Placed, place
from s400data.timexes.readings import Reading
from s400data.timexes.recognition import find_readings
from s400data.timexes.stories import Story
from s400data.timexes.tenses import Tense, tense_at

# Longer texts, in characters, and those with more bare dates are no articles.
EVIDENCE_REACH = 60_000
MOST_DATES = 60
A_DAY = timedelta(days=1)


def find_timexes(doc: Doc, article: Article) -> tuple[Timex, ...]:
    """Return the expressions of time of `article` in reading order; `doc` is its parse, or merely its words.

    Left out are numbers, names and titles that only look like a time (S-400, Theresa May, the Sunday Times), and
    adjectives such as "former". An expression that is impossible or contradicts itself is kept, with a `flag` and no
    interval.
    """
    text = article.text
    readings = find_readings(text)
    written = _written(article)
    story = Story(text, is_story(readings, written))
    evidence = _Evidence(text)
    timexes = []
    for reading in readings:
        placed = place(reading, _context(doc, reading, written, story, evidence))
        timexes.append(_timex(text, reading, placed))
        story.follow(reading, placed)
    return tuple(timexes)


def _written(article: Article) -> Written:
    """The day of writing; one that has not come yet, on any clock of the world, is nothing to count from."""
    if article.published and article.published > date.today() + A_DAY:
        return Written(None, None, f"the publication date {article.published} lies in the future")
    return Written(article.published, article.published_precision)


class _Evidence:
    """The years that a text's evidence leaves for its bare dates, gathered once for each date."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[tuple[int, int, int | None], tuple[int, ...]] = {}

    def years_of(self, start: int, month: int, day: int, weekday: int | None) -> tuple[int, ...]:
        """Return the years of a bare date at `start`; none for a text so long that gathering would take for ever."""
        asked = (month, day, weekday)
        if asked not in self._known:
            if len(self._text) > EVIDENCE_REACH or len(self._known) >= MOST_DATES:
                return ()
            from_monday = None if weekday is None else weekday - 1
            self._known[asked] = possible_years(self._text, month, day, at=start, weekday=from_monday).years
        return self._known[asked]


def _context(doc: Doc, reading: Reading, written: Written, story: Story, evidence: _Evidence) -> Context:
    start, end = reading.start, reading.end

    def tense() -> Tense:
        return tense_at(doc, start, end)

    def years_of(month: int, day: int, weekday: int | None) -> tuple[int, ...]:
        return evidence.years_of(start, month, day, weekday)

    return Context(written, story.point_at(start), story.point, story.is_history, tense, years_of)


def _timex(text: str, reading: Reading, placed: Placed) -> Timex:
    mention = Mention(reading.start, reading.end, text[reading.start : reading.end])
    return Timex(
        mention,
        reading.type,
        placed.value,
        placed.interval,
        placed.anchor,
        reading.rule,
        placed.confidence,
        placed.flag,
    )
