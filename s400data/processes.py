"""Processes: work shared by several processes with bounded memory, where neither a crash nor a hang stops the rest."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from threading import Thread
from typing import Generic, TypeVar

# Results wait for their turn, so each process may run ahead by this many items and no more.
AHEAD = 4

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(slots=True)
class Crew(Generic[Item, Result]):
    """Processes that do `work`; `fail` makes the result of an item that crashed its process or hung, from a reason.

    `patience` says how many seconds an item may take.
    """

    work: Callable[[Item], Result]
    fail: Callable[[Item, str], Result]
    patience: Callable[[Item], float]
    workers: int = 1
    _pool: ProcessPoolExecutor | None = field(default=None, init=False)

    def map_in_order(self, items: Iterable[Item]) -> Iterator[Result]:
        """Results for `items` in their order; the processes end with the iteration, however it ends."""
        waiting: deque[tuple[Item, Future[Result]]] = deque()
        source = iter(items)
        try:
            while True:
                while len(waiting) < AHEAD * self.workers and (item := next(source, None)) is not None:
                    waiting.append((item, self._submit(item)))
                if not waiting:
                    break
                yield self._take(waiting)
        finally:
            self._stop()

    def _take(self, waiting: "deque[tuple[Item, Future[Result]]]") -> Result:
        """Result of the first of `waiting`; after a crash or a hang the others are begun anew."""
        item, future = waiting.popleft()
        try:
            return future.result(self.patience(item))
        except TimeoutError:
            self._stop()
            result = self.fail(item, f"took longer than {self.patience(item):.0f} seconds and was given up")
        except BrokenProcessPool:
            self._stop()
            result = self._retry(item)
        for n, (other, begun) in enumerate(waiting):
            if not begun.done() or begun.cancelled() or begun.exception() is not None:
                waiting[n] = (other, self._submit(other))
        return result

    def _retry(self, item: Item) -> Result:
        """Do `item` with no other beside it, so that a crash is known to be its own."""
        try:
            return self._submit(item).result(self.patience(item))
        except TimeoutError:
            reason = f"took longer than {self.patience(item):.0f} seconds and was given up"
        except BrokenProcessPool:
            reason = "the program that read it broke down"
        self._stop()
        return self.fail(item, reason)

    def _submit(self, item: Item) -> "Future[Result]":
        for _ in range(2):
            if self._pool is None:
                # Forking a process that already runs threads (a web server's) can deadlock.
                context = multiprocessing.get_context("spawn")
                self._pool = ProcessPoolExecutor(self.workers, mp_context=context, initializer=_follow_parent)
            try:
                return self._pool.submit(self.work, item)
            except BrokenProcessPool:
                self._stop()
        raise BrokenProcessPool("processes cannot be started")

    def _stop(self) -> None:
        pool, self._pool = self._pool, None
        if pool is None:
            return
        # A process that hangs never ends by itself.
        running = list((getattr(pool, "_processes", None) or {}).values())
        pool.shutdown(wait=False, cancel_futures=True)
        for process in running:
            process.kill()
        for process in running:
            process.join()


def _follow_parent() -> None:
    """Leave it to the parent to stop this process, and end with it even if it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
