"""Importing: `import` reads articles into the store."""

import argparse
from itertools import chain
from pathlib import Path

from rich.console import Console
from rich.table import Table

from s400data.commands.progress import error_console, with_progress
from s400data.commands.steps import Steps
from s400data.store import ImportReport, ImportStep, Outcome, import_extractions, open_store

# Longer imports are summed up, and only the files that were not taken in are named.
MOST_FILES_NAMED = 25
OUTCOMES: dict[Outcome, str] = {"new": "read", "replaced": "read again", "duplicate": "duplicate", "failed": "not read"}


def run(arguments: argparse.Namespace, steps: Steps) -> int:
    """Read files into the store and say what became of each; 1 where one could not be read."""
    store = open_store()
    files, errors = steps.find_files([Path(path) for path in arguments.paths])
    results = chain(errors, steps.extract_files(files, arguments.workers, arguments.columns))
    shown = with_progress(results, len(files) + len(errors), error_console(), "Reading into the store")
    report = import_extractions(store, shown)
    _print_report(report, store.url)
    return 1 if report.count("failed") else 0


def _print_report(report: ImportReport, url: str) -> None:
    console = Console(highlight=False, markup=False, soft_wrap=True)
    named = report.steps if len(report.steps) <= MOST_FILES_NAMED else report.problems
    if named:
        console.print(_table(named))
    counts = [f"{report.count(outcome)} {words}" for outcome, words in OUTCOMES.items() if report.count(outcome)]
    events = sum(step.events for step in report.steps if step.outcome != "duplicate")
    quotations = sum(step.quotations for step in report.steps if step.outcome != "duplicate")
    console.print(f"{', '.join(counts) or 'Nothing read'}; {events} events, {quotations} quotations; store {url}")


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
