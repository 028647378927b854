"""Imports: extractions taken into a store one by one, with a record of what was read, what was not, and why."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, get_args

from sqlalchemy import insert, select, update

from s400data.errors import ArticleError, TableError
from s400data.records import Extraction
from s400data.store.engines import reading, writing
from s400data.store.likeness import Likeness
from s400data.store.linking import link_occurrences
from s400data.store.schema import import_errors, import_runs
from s400data.store.stores import Made, Store, bump_version

Outcome = Literal["new", "replaced", "duplicate", "failed", "unchanged", "skipped"]


NAMED: tuple[Outcome, ...] = ("duplicate", "failed", "skipped")
TAKEN_IN: tuple[Outcome, ...] = ("new", "replaced")


@dataclass(frozen=True, slots=True)
class ImportStep:
    """What became of one article; `reason` says why it was not taken in, or what reading had to decide.

    `like` names stored articles that say nearly the same.
    """

    file: str
    outcome: Outcome
    reason: str | None
    article_id: str | None
    events: int
    quotations: int
    like: tuple[Likeness, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of the files of one import, in the order they came."""

    run_id: int
    steps: tuple[ImportStep, ...]

    def count(self, outcome: Outcome) -> int:
        """How many files ended that way."""
        return sum(step.outcome == outcome for step in self.steps)

    @property
    def problems(self) -> tuple[ImportStep, ...]:
        """Files that were not taken in, each with its reason."""
        return tuple(step for step in self.steps if step.outcome in NAMED)


def import_extractions(
    store: Store,
    results: Iterable[Extraction | ArticleError | ImportStep],
    *,
    progress: Callable[[ImportStep], None] | None = None,
    edition: str | None = None,
    link: Callable[[Store], None] = link_occurrences,
) -> ImportReport:
    """Save each of `results`, whatever becomes of the others, and record the run in the store.

    What is settled already comes as a step. `progress` is told of each article as it is done; `link` joins the reports
    of one event at the end; `edition` names the program and knowledge that did the reading.
    """
    was_cut_short = _was_cut_short(store)
    run_id = _start_run(store)
    steps: list[ImportStep] = []
    try:
        for step in _steps(store, results, Made(edition, run_id)):
            steps.append(step)
            if step.outcome in NAMED:
                _keep_problem(store, run_id, len(steps), step)
            if progress:
                progress(step)
    finally:
        # An import cut short links what it took in: events left apart would be counted twice.
        if was_cut_short or any(step.outcome in TAKEN_IN for step in steps):
            link(store)
    report = ImportReport(run_id, tuple(steps))
    _finish_run(store, report)
    return report


def _steps(store: Store, results: Iterable[Extraction | ArticleError | ImportStep], made: Made) -> Iterator[ImportStep]:
    for result in results:
        if isinstance(result, ImportStep):
            yield result
        elif isinstance(result, ArticleError):
            yield ImportStep(result.file, "failed", result.reason, None, 0, 0)
        else:
            yield _take_in(store, result, made)


def _take_in(store: Store, extraction: Extraction, made: Made) -> ImportStep:
    file = extraction.article.path
    try:
        saved = store.save(extraction, made)
    except TableError as error:
        return ImportStep(file, "failed", str(error), None, 0, 0)
    notes = "; ".join(extraction.article.notes) or None
    reason = f"the same content as {saved.path}" if saved.outcome == "duplicate" else notes
    counts = (len(extraction.events), len(extraction.quotations))
    return ImportStep(file, saved.outcome, reason, saved.article_id, *counts, saved.like)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def _was_cut_short(store: Store) -> bool:
    """Whether the last import never came to its end."""
    last = select(import_runs.c.finished).order_by(import_runs.c.run_id.desc()).limit(1)
    with reading(store.engine) as connection:
        found = connection.execute(last).one_or_none()
    return found is not None and found.finished is None


def _start_run(store: Store) -> int:
    empty = dict.fromkeys(_counted(), 0)
    with writing(store.engine) as connection:
        made = insert(import_runs).values(started=_now(), **empty).returning(import_runs.c.run_id)
        return int(connection.execute(made).scalar_one())


def _counted() -> list[Outcome]:
    """Outcomes that a run keeps the number of; the others are counted by the files named."""
    return [outcome for outcome in get_args(Outcome) if outcome in import_runs.c]


def _keep_problem(store: Store, run_id: int, position: int, step: ImportStep) -> None:
    row = {"run_id": run_id, "position": position, "file": step.file, "outcome": step.outcome, "reason": step.reason}
    with writing(store.engine) as connection:
        connection.execute(insert(import_errors), [row])


def _finish_run(store: Store, report: ImportReport) -> None:
    counts = {outcome: report.count(outcome) for outcome in _counted()}
    with writing(store.engine) as connection:
        connection.execute(
            update(import_runs).where(import_runs.c.run_id == report.run_id).values(finished=_now(), **counts)
        )
        bump_version(connection)
