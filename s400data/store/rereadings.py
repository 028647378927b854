"""Rereadings: what reading an article again changed, kept until the article is read by yet another edition."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, insert

from s400data.store.engines import writing
from s400data.store.schema import rereadings as table
from s400data.store.stores import Store

# An event: type, modality, days, who to whom, trigger, sentence. A quotation: kind, speaker, side, positions, words.
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What reading an article again changed: rows by their words, those that went and those that came.

    `events` and `quotations` say how many rows it has now.
    """

    article_id: str
    path: str
    events_gone: tuple[Row, ...]
    events_new: tuple[Row, ...]
    quotations_gone: tuple[Row, ...]
    quotations_new: tuple[Row, ...]
    events: int
    quotations: int
    error: str | None = None

    @property
    def is_change(self) -> bool:
        """Whether anything changed."""
        return any((self.events_gone, self.events_new, self.quotations_gone, self.quotations_new, self.error))


def keep_difference(store: Store, checksum: str, edition: str, found: Difference) -> None:
    """Keep what reading the content `checksum` again by `edition` changed, in the place of what was kept of it."""
    row = {
        "checksum": checksum,
        "edition": edition,
        "made": datetime.now(UTC).replace(tzinfo=None),
        "events_gone": found.events_gone,
        "events_new": found.events_new,
        "quotations_gone": found.quotations_gone,
        "quotations_new": found.quotations_new,
        "error": found.error,
    }
    with writing(store.engine) as connection:
        connection.execute(delete(table).where(table.c.checksum == checksum))
        connection.execute(insert(table), [row])
