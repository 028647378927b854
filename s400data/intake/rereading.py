"""Rereading: stored articles read again after an upgrade, with what that changes."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from s400data.errors import ArticleError
from s400data.intake.editions import find_edition
from s400data.records import Article, Event, Extraction, Quotation
from s400data.store import Store
from s400data.store.linking import link_occurrences
from s400data.store.rereadings import Difference, Row, keep_difference
from s400data.store.stores import Made
from s400data.tasks import extract_articles_apart

Extract = Callable[[Iterable[Article]], Iterator[Extraction | ArticleError]]


def reread_articles(
    store: Store, *, workers: int = 1, extract: Extract | None = None, found: Callable[[int], None] | None = None
) -> Iterator[Difference]:
    """Read the stored text of every article that another edition had read; yield what changed, article by article.

    Title, outlet, author, date and text stay as they are stored; importing the files again reads these, too. What
    changed is kept in the store before the article is, so that a reading cut short loses none of it. `found` is told
    how many articles there are; `extract` gives its results in the order of its articles.
    """
    edition = find_edition()
    stale = [known.article_id for known in store.known().values() if known.edition != edition]
    if found:
        found(len(stale))
    if not stale:
        return
    loaded = (extraction for article_id in sorted(stale) if (extraction := store.load(article_id)))
    before: deque[Extraction] = deque()
    try:
        for result in (extract or partial(extract_articles_apart, workers=workers))(_remembered(loaded, before)):
            yield _taken_in(store, before.popleft(), result, edition)
    finally:
        link_occurrences(store)


def _remembered(loaded: Iterator[Extraction], before: deque[Extraction]) -> Iterator[Article]:
    for extraction in loaded:
        before.append(extraction)
        yield extraction.article


def _taken_in(store: Store, old: Extraction, result: Extraction | ArticleError, edition: str) -> Difference:
    difference = _find_difference(old, result)
    keep_difference(store, old.article.checksum, edition, difference)
    if isinstance(result, Extraction):
        store.save(result, Made(edition, store.run_of(old.article.article_id)))
    return difference


def _find_difference(old: Extraction, result: Extraction | ArticleError) -> Difference:
    number, path = old.article.article_id, old.article.path
    if isinstance(result, ArticleError):
        return Difference(number, path, (), (), (), (), len(old.events), len(old.quotations), result.reason)
    gone_events, new_events = _parted(map(_event_row, old.events), map(_event_row, result.events))
    gone, new = _parted(map(_quotation_row, old.quotations), map(_quotation_row, result.quotations))
    counts = len(result.events), len(result.quotations)
    return Difference(number, path, gone_events, new_events, gone, new, *counts)


def _parted(old: Iterable[Row], new: Iterable[Row]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    before, after = dict.fromkeys(old), dict.fromkeys(new)
    return tuple(row for row in before if row not in after), tuple(row for row in after if row not in before)


def _event_row(event: Event) -> Row:
    when = f"{event.when.earliest}/{event.when.latest}" if event.when else ""
    parties = " → ".join(", ".join(actor.name for actor in side) for side in (event.actors, event.targets))
    return (event.type, event.modality, when, parties, event.trigger.text, event.sentence.text)


def _quotation_row(quotation: Quotation) -> Row:
    words = " … ".join(mention.text for mention in quotation.content)
    speaker = quotation.speaker.name if quotation.speaker else ""
    positions = "; ".join(f"{stance.target}: {stance.polarity}" for stance in quotation.stances)
    return (quotation.kind, speaker, quotation.overall, positions, words)
