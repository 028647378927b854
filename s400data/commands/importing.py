"""Importing: `import` reads articles into the store."""

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from s400data.commands.progress import Counter, error_console
from s400data.commands.steps import Steps
from s400data.store import ImportReport, ImportStep, Outcome, Store, open_store
from s400data.store.imports import TAKEN_IN

COMPARED_AT_ONCE = 50
# Longer imports are summed up, and only the files that were not taken in are named.
MOST_FILES_NAMED = 25
OUTCOMES: dict[Outcome, str] = {
    "new": "read",
    "replaced": "read again",
    "unchanged": "there already",
    "duplicate": "duplicate",
    "failed": "not read",
    "skipped": "of other formats, skipped",
}


def run(arguments: argparse.Namespace, steps: Steps) -> int:
    """Read files into the store and say what became of each; 1 where one could not be read."""
    store = open_store()
    paths = [Path(path) for path in arguments.paths]
    options = {
        "workers": arguments.workers,
        "columns": arguments.columns,
        "within": Path(arguments.within) if arguments.within else None,
        "again": arguments.again,
    }
    if arguments.follow:
        report = _import(store, partial(steps.import_files, store, paths, **options, found=_print_found), _print_step)
        return 1 if report.count("failed") else 0
    with Counter(error_console(), "Reading into the store") as counter:
        import_files = partial(steps.import_files, store, paths, **options, found=counter.expect)
        report = _import(store, import_files, _shown(counter))
    _print_report(report, store.url)
    return 1 if report.count("failed") else 0


def _import(
    store: Store, import_files: Callable[..., ImportReport], show: Callable[[ImportStep], None]
) -> ImportReport:
    """Import, and prepare the comparison of what came in while other processes read what is still to come."""
    came = 0

    def progress(step: ImportStep) -> None:
        nonlocal came
        show(step)
        came += step.outcome in TAKEN_IN
        if step.outcome in TAKEN_IN and came % COMPARED_AT_ONCE == 0:
            _compare(store, whole=False)

    report = import_files(progress=progress)
    _compare(store, whole=True)
    return report


def _compare(store: Store, *, whole: bool) -> None:
    # It takes as long to load as several articles to read.
    from s400data.comparison import bring_up_to_date, read_new_articles

    (bring_up_to_date if whole else read_new_articles)(store)


def _shown(counter: Counter) -> Callable[[ImportStep], None]:
    return lambda step: counter.count(Path(step.file).name)


def _print_found(number: int) -> None:
    print(json.dumps({"found": number}), flush=True)


def _print_step(step: ImportStep) -> None:
    print(json.dumps(asdict(step)), flush=True)


def _print_report(report: ImportReport, url: str) -> None:
    console = Console(highlight=False, markup=False, soft_wrap=True)
    named = report.steps
    if len(named) > MOST_FILES_NAMED:
        named = tuple(step for step in report.problems if step.outcome != "skipped")
    if named:
        console.print(_table(named))
    counts = [f"{report.count(outcome)} {words}" for outcome, words in OUTCOMES.items() if report.count(outcome)]
    taken = [step for step in report.steps if step.outcome != "duplicate"]
    events, quotations = sum(step.events for step in taken), sum(step.quotations for step in taken)
    console.print(f"{', '.join(counts) or 'Nothing read'}; {events} events, {quotations} quotations; store {url}")
    alike = sum(bool(step.like) for step in report.steps)
    if alike:
        console.print(f"{alike} articles say nearly the same as others; they are linked to them, not left out")


def _table(steps: tuple[ImportStep, ...]) -> Table:
    table = Table()
    for heading in ("File", "Result", "Events", "Quotations", "Remarks"):
        # Nothing is cut off: a name or a reason that is too long goes on in the next line.
        table.add_column(heading, overflow="fold")
    for step in steps:
        table.add_row(
            Path(step.file).name, OUTCOMES[step.outcome], str(step.events), str(step.quotations), step.reason or ""
        )
    return table
