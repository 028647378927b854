"""Progress: a bar on standard error for people, nothing for programs."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Item = TypeVar("Item")


def error_console() -> Console:
    """Console that writes to standard error."""
    return Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


def with_progress(items: Iterable[Item], total: int, console: Console, doing: str) -> Iterator[Item]:
    """`items` one by one, with a bar on `console` where a person sees it."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task(doing, total=total)
        for item in items:
            progress.advance(task)
            yield item
