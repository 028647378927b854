"""Rereading: `reread` reads every stored article again that an older edition had read, and prints what changed."""

import argparse
import json
from dataclasses import asdict

from s400data.commands.progress import Counter, error_console
from s400data.intake import reread_articles
from s400data.store import open_store


def run(arguments: argparse.Namespace) -> int:
    """Print a JSON line for each article whose rows changed; 1 where one could not be read."""
    console = error_console()
    read = changed = failed = 0
    with Counter(console, "Reading again") as counter:
        for difference in reread_articles(open_store(), workers=arguments.workers):
            counter.count(difference.path)
            read += 1
            changed += difference.is_change
            failed += difference.error is not None
            if difference.is_change:
                print(json.dumps(asdict(difference), ensure_ascii=False), flush=True)
    console.print(f"{read} articles read again, {changed} of them changed, {failed} could not be read")
    return 1 if failed else 0
