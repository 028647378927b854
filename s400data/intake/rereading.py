"""Rereading: stored articles read again after an upgrade, with what that changes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from s400data.errors import ArticleError
from s400data.intake.editions import find_edition
from s400data.records import Article, Event, Extraction, Quotation
from s400data.store import Store
from s400data.store.linking import link_occurrences
from s400data.store.stores import Made
from s400data.tasks import extract_articles_apart

Extract = Callable[[Iterable[Article]], Iterator[Extraction | ArticleError]]
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What reading an article again changed: rows by their words, those that went and those that came."""

    article_id: str
    path: str
    events_gone: tuple[Row, ...]
    events_new: tuple[Row, ...]
    quotations_gone: tuple[Row, ...]
    quotations_new: tuple[Row, ...]
    error: str | None = None

    @property
    def is_change(self) -> bool:
        """Whether anything changed."""
        return any((self.events_gone, self.events_new, self.quotations_gone, self.quotations_new, self.error))


def reread_articles(store: Store, *, workers: int = 1, extract: Extract | None = None) -> Iterator[Difference]:
    """Read the stored text of every article that another edition had read; yield what changed, article by article.

    Title, outlet, author, date and text stay as they are stored; importing the files again reads these, too.
    """
    edition = find_edition()
    stale = [known.article_id for known in store.known().values() if known.edition != edition]
    if not stale:
        return
    loaded = (found for article_id in sorted(stale) if (found := store.load(article_id)))
    before: dict[str, Extraction] = {}
    try:
        for result in (extract or partial(extract_articles_apart, workers=workers))(_remembered(loaded, before)):
            yield _taken_in(store, result, before, edition)
    finally:
        link_occurrences(store)


def _remembered(loaded: Iterator[Extraction], before: dict[str, Extraction]) -> Iterator[Article]:
    for extraction in loaded:
        before[extraction.article.path] = extraction
        yield extraction.article


def _taken_in(
    store: Store, result: Extraction | ArticleError, before: dict[str, Extraction], edition: str
) -> Difference:
    old = before.pop(result.file if isinstance(result, ArticleError) else result.article.path)
    if isinstance(result, ArticleError):
        return Difference(old.article.article_id, old.article.path, (), (), (), (), result.reason)
    store.save(result, Made(edition, store.run_of(old.article.article_id)))
    gone_events, new_events = _parted(map(_event_row, old.events), map(_event_row, result.events))
    gone, new = _parted(map(_quotation_row, old.quotations), map(_quotation_row, result.quotations))
    return Difference(old.article.article_id, old.article.path, gone_events, new_events, gone, new)


def _parted(old: Iterable[Row], new: Iterable[Row]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    before, after = dict.fromkeys(old), dict.fromkeys(new)
    return tuple(row for row in before if row not in after), tuple(row for row in after if row not in before)


def _event_row(event: Event) -> Row:
    when = f"{event.when.earliest}/{event.when.latest}" if event.when else "no date"
    parties = " → ".join(", ".join(actor.name for actor in side) for side in (event.actors, event.targets))
    return (event.type, event.modality, when, parties, event.trigger.text, event.sentence.text)


def _quotation_row(quotation: Quotation) -> Row:
    words = " … ".join(mention.text for mention in quotation.content)
    return (quotation.kind, quotation.speaker.name if quotation.speaker else "nobody", quotation.overall, words)
