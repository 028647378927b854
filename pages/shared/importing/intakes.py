"""Intakes: imports, corrections and readings again at work in a process of their own, which a page follows.

Reading never happens in the server: it neither holds the language pipeline nor suffers from what a file does to it.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from pages.shared.data import intakes
from pages.shared.frame import ROOT
from s400data.store import Store

COMMAND = (sys.executable, "-m", "s400data")
WORDS_KEPT = 20
MOST_WORKERS = 4


class Intake:
    """One command at work: `steps` are the lines it has printed so far, `found` is how many it has to do of `noun`."""

    def __init__(
        self,
        store: Store,
        words: Sequence[str],
        *,
        folder: "TemporaryDirectory[str] | None" = None,
        told: str = "",
        noun: str = "file",
    ) -> None:
        self.noun = noun
        self.found = 0
        self.steps: list[dict[str, Any]] = []
        self.complaints: deque[str] = deque(maxlen=WORDS_KEPT)
        self.started = time.monotonic()
        self.is_stopped = False
        self._folder = folder
        self._process = subprocess.Popen(
            [*COMMAND, *words],
            cwd=ROOT,
            env={**os.environ, "S400_DATABASE_URL": store.engine.url.render_as_string(hide_password=False)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._threads = [
            Thread(target=work, daemon=True) for work in (lambda: self._tell(told), self._listen, self._hear_complaints)
        ]
        for thread in self._threads:
            thread.start()

    @property
    def is_done(self) -> bool:
        """Whether nothing more will come."""
        return not any(thread.is_alive() for thread in self._threads)

    @property
    def error(self) -> str | None:
        """What ended it before its time, None where it came to its end (with or without files that failed)."""
        if not self.is_done or self._process.returncode in (0, 1, None) or self.is_stopped:
            return None
        return " ".join(self.complaints) or f"it ended with status {self._process.returncode}"

    def stop(self) -> None:
        """End it; what it has read stays."""
        self.is_stopped = True
        if os.name == "nt":
            self._process.terminate()
        else:
            self._process.send_signal(signal.SIGINT)

    def wait(self) -> None:
        """Wait until it is done."""
        for thread in self._threads:
            thread.join()

    def _tell(self, told: str) -> None:
        if self._process.stdin:
            try:
                self._process.stdin.write(told)
                self._process.stdin.close()
            except OSError:
                pass

    def _listen(self) -> None:
        for line in self._process.stdout or ():
            try:
                step = json.loads(line)
            except ValueError:
                continue
            if isinstance(step, dict) and "found" in step:
                self.found = step["found"]
            elif isinstance(step, dict):
                self.steps.append(_of_article(step) if "path" in step else step)
        self._process.wait()
        if self._folder:
            self._folder.cleanup()

    def _hear_complaints(self) -> None:
        for line in self._process.stderr or ():
            if line.strip():
                self.complaints.append(line.strip())


def current_intake(store: Store) -> Intake | None:
    """The import of `store` that this server began last, at work or just done; all sessions follow the same one."""
    return intakes().get(store.url)


def begin_import(store: Store, folder: "TemporaryDirectory[str]", columns: dict[str, dict[str, str]]) -> None:
    """Import what lies in `folder`, whose files are known by their names in it; the folder goes when it is done."""
    words = ["import", folder.name, "--follow", "--within", folder.name, "--workers", _workers()]
    if columns:
        words += ["--columns", json.dumps(columns)]
    intakes()[store.url] = Intake(store, words, folder=folder)


def begin_rereading(store: Store) -> None:
    """Read again every stored article that another edition had read."""
    words = ["reread", "--follow", "--workers", _workers()]
    intakes()[store.url] = Intake(store, words, noun="article")


def correct(store: Store, changes: Sequence[dict[str, Any]], maker: str) -> list[str]:
    """Keep the corrections in `changes` and wait for it; return what could not be done, in words."""
    told = "".join(json.dumps(change) + "\n" for change in changes)
    intake = Intake(store, ["correct", "-", "--by", maker], told=told)
    intake.wait()
    return list(intake.complaints)


def file_in(folder: Path, name: str) -> Path:
    """Where in `folder` a file handed in as `name` is put: never outside it, never over another."""
    parts = [safe for part in name.replace("\\", "/").split("/") if (safe := _safe(part))]
    file = folder.joinpath(*parts or ["file"])
    stem, number = file.stem, 1
    while file.exists():
        number += 1
        file = file.with_name(f"{stem} ({number}){file.suffix}")
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def _workers() -> str:
    return str(max(1, min(MOST_WORKERS, (os.cpu_count() or 1) // 2)))


def _of_article(difference: dict[str, Any]) -> dict[str, Any]:
    """A step of reading again, told as those of imports are."""
    rows = {name: len(difference[name]) for name in ("events_new", "quotations_new", "events_gone", "quotations_gone")}
    words = [f"{n} {name.replace('_', ' ')}" for name, n in rows.items() if n]
    outcome = "failed" if difference["error"] else "changed" if words else "same"
    counts = {name: difference[name] for name in ("events", "quotations")}
    return {
        "file": difference["path"], "outcome": outcome, "reason": difference["error"] or ", ".join(words), **counts
    }  # fmt: skip


def _safe(part: str) -> str:
    """One step of a file's path without what a system forbids, a way upwards or a mark that hides it."""
    return "".join(letter for letter in part if letter.isprintable() and letter not in ':*?"<>|').lstrip(".")[-150:]
