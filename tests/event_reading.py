"""Reading: events of a text with every earlier step in place, for the tests of events."""

from s400data.actors import find_cast
from s400data.articles import read_plain
from s400data.events import find_events
from s400data.language import parse
from s400data.quotations import find_quotations
from s400data.timexes import find_timexes

PUBLISHED = "2021-03-10"


def events_in(text, published=PUBLISHED, title=None):
    """Events that `text` tells, the statements among them."""
    article = read_plain("a1", text, published, title)
    doc = parse(article.text)
    timexes = find_timexes(doc, article)
    cast = find_cast(doc, article)
    quotations = find_quotations(doc, article, cast, timexes)
    return find_events(doc, article, cast, timexes, quotations)


def told_by(text, word, published=PUBLISHED):
    """The event whose trigger opens with `word`, else one that holds it, statements left out."""
    found = [event for event in events_in(text, published) if event.type != "statement"]
    triggers = {id(event): event.trigger.text.lower().split() for event in found}
    holding = [event for event in found if word.lower() in triggers[id(event)]]
    return next((event for event in holding if triggers[id(event)][0] == word.lower()), holding[0] if holding else None)


def countries(actors):
    """Countries of `actors`, in order."""
    return sorted({actor.country for actor in actors if actor.country})
