"""Rereading: `reread` reads every stored article again that an older edition had read, and prints what changed."""

import argparse
import json
from dataclasses import asdict

from s400data.commands.progress import Counter, error_console
from s400data.comparison import bring_up_to_date
from s400data.intake import reread_articles
from s400data.store import open_store
from s400data.store.rereadings import Difference


def run(arguments: argparse.Namespace) -> int:
    """Print a JSON line for each article whose rows changed, or for all to follow; 1 where one could not be read."""
    console = error_console()
    store = open_store()
    read = changed = failed = 0
    with Counter(console, "Reading again") as counter:
        found = _print_found if arguments.follow else counter.expect
        for difference in reread_articles(store, workers=arguments.workers, found=found):
            counter.count(difference.path)
            read += 1
            changed += difference.is_change
            failed += difference.error is not None
            if difference.is_change or arguments.follow:
                _print(difference)
        bring_up_to_date(store)
    console.print(f"{read} articles read again, {changed} of them changed, {failed} could not be read")
    return 1 if failed else 0


def _print_found(number: int) -> None:
    print(json.dumps({"found": number}), flush=True)


def _print(difference: Difference) -> None:
    print(json.dumps(asdict(difference), ensure_ascii=False), flush=True)
