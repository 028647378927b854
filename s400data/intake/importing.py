"""Importing: what files hold, read into the store; what is there already is not read again."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from pathlib import Path, PurePath

from s400data.documents import Columns, RawArticle, find_article_files, find_skipped_files, open_file
from s400data.errors import ArticleError
from s400data.intake.editions import find_edition
from s400data.records import Extraction
from s400data.store import ImportReport, ImportStep, Store, import_extractions
from s400data.store.corrections import corrections_by_content
from s400data.store.stores import Known
from s400data.tasks import extract_apart

FileColumns = Mapping[str, Columns]
"""Columns said for a file of this name; those under "" hold for every other file."""
logger = logging.getLogger(__name__)
Found = RawArticle | ArticleError
Result = Extraction | ArticleError | ImportStep


def import_files(
    store: Store,
    paths: Iterable[Path],
    *,
    workers: int = 1,
    columns: FileColumns | None = None,
    within: Path | None = None,
    again: bool = False,
    progress: Callable[[ImportStep], None] | None = None,
    found: Callable[[int], None] | None = None,
) -> ImportReport:
    """Read all of `paths` into `store`; the corrections made there hold.

    An article that this edition has read already is left as it is, so that an import cut short goes on where it
    stopped; `again` reads it all the same. Files of other formats in folders and archives are named as skipped. Names
    are kept as seen from the folder `within`. `found` is told how many files there are, `progress` of each article as
    it is done.
    """
    given = list(paths)
    files, errors = find_article_files(given)
    settled = deque(_skip(_name(file, within)) for file in find_skipped_files(given))
    if found:
        found(len(files) + len(errors) + len(settled))

    def skip(name: str) -> None:
        settled.append(_skip(name))

    opened = (one for file in files for one in _open(file, columns or {}, within, skip))
    results = chain(errors, _results(store, opened, settled, workers=workers, again=again))
    return import_extractions(store, results, progress=progress, edition=find_edition())


def _skip(name: str) -> ImportStep:
    reason = f"not a format that is read ({PurePath(name).suffix.lower() or 'no ending'})"
    return ImportStep(name, "skipped", reason, None, events=0, quotations=0)


def _name(file: Path, within: Path | None) -> str:
    return str(file.relative_to(within)) if within and file.is_relative_to(within) else str(file)


def _open(file: Path, columns: FileColumns, within: Path | None, skip: Callable[[str], None]) -> Iterator[Found]:
    name = _name(file, within)
    try:
        yield from open_file(file, columns.get(name) or columns.get(""), name=name, skip=skip)
    except Exception as error:
        # A reader that fails on one file must not cost the analyst the others; the log keeps where it failed.
        logger.exception("opening of %s failed", name)
        yield ArticleError(name, f"could not be opened because of an error in this program ({error!r})")


def _results(
    store: Store, found: Iterator[Found], settled: deque[ImportStep], *, workers: int, again: bool
) -> Iterator[Result]:
    """Results in the order found, but that what is known or skipped comes as soon as it is seen, in `settled`."""
    known = {} if again else store.known()
    unknown = _unknown(found, known, settled)
    first = next(unknown, None)
    yield from _taken(settled)
    if first is None:
        return
    for result in extract_apart(_prepend(first, unknown), corrections_by_content(store), workers=workers):
        yield result
        yield from _taken(settled)


def _unknown(found: Iterator[Found], known: dict[str, Known], settled: deque[ImportStep]) -> Iterator[Found]:
    edition = find_edition()
    seen: dict[str, str] = {}
    for one in found:
        step = None if isinstance(one, ArticleError) else _judge(one, known, seen, edition)
        if step:
            settled.append(step)
        else:
            yield one


def _judge(one: RawArticle, known: dict[str, Known], seen: dict[str, str], edition: str) -> ImportStep | None:
    """What becomes of an article that needs no reading: it is stored, or came up before in this import."""
    checksum = one.checksum
    stored = known.get(checksum)
    before = stored.path if stored else seen.get(checksum)
    seen.setdefault(checksum, one.name)
    if before is None:
        return None
    step = partial(ImportStep, one.name, article_id=stored.article_id if stored else None, events=0, quotations=0)
    if PurePath(before).name != PurePath(one.name).name:
        return step(outcome="duplicate", reason=f"the same content as {before}")
    if stored is None or stored.edition == edition:
        return step(outcome="unchanged", reason=None)
    return None


def _taken(settled: deque[ImportStep]) -> Iterator[ImportStep]:
    while settled:
        yield settled.popleft()


def _prepend(first: Found, rest: Iterator[Found]) -> Iterator[Found]:
    yield first
    yield from rest
