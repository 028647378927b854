"""Progress: a bar on standard error for people, nothing for programs."""

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TypeVar

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Item = TypeVar("Item")
LONGEST_NAME = 40


def error_console() -> Console:
    """Console that writes to standard error."""
    return Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


class Counter:
    """A bar that counts what is done, with its rate; what comes may turn out to be more than was expected."""

    def __init__(self, console: Console, doing: str) -> None:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[name]}"),
        )
        self._progress = Progress(*columns, console=console, disable=not console.is_terminal, transient=True)
        self._task = self._progress.add_task(doing, total=None, name="", rate="")
        self._expected = 0

    def __enter__(self) -> "Counter":
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def expect(self, number: int) -> None:
        """Say how many there are, as far as is known."""
        self._expected = number
        self._progress.update(self._task, total=number)

    def count(self, name: str = "") -> None:
        """Count one more, the one called `name`."""
        self._progress.advance(self._task)
        task = self._progress.tasks[0]
        # A file may hold many articles.
        total = max(self._expected, int(task.completed))
        rate = f"{task.completed / task.elapsed * 60:.0f} a minute" if task.elapsed else ""
        self._progress.update(self._task, total=total, name=escape(name[-LONGEST_NAME:]), rate=rate)


def with_progress(items: Iterable[Item], total: int, console: Console, doing: str) -> Iterator[Item]:
    """`items` one by one, with a bar on `console` where a person sees it."""
    with Counter(console, doing) as counter:
        counter.expect(total)
        for item in items:
            counter.count()
            yield item
