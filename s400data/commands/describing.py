"""Describing: `info` says where the store and the knowledge are, and what they hold."""

import platform

from s400data import __version__, queries, settings
from s400data.store import open_store
from s400data.store.engines import is_there


def run() -> int:
    """Print a line for each fact; looks at the store without making one."""
    for name, value in facts().items():
        print(f"{name + ':':<16}{value}")
    return 0


def facts() -> dict[str, str]:
    """What there is to say, by name."""
    url = settings.database_url()
    return {
        "version": f"{__version__} on Python {platform.python_version()}",
        "store": url,
        **(_contents(url) if is_there(url) else {"articles": "none: the store is made by the first import"}),
        "pipeline": settings.pipeline_name() or "the one that comes with the program",
        "language": str(settings.english_folder()),
        "knowledge": str(settings.affair_folder()),
        "stances": "by rules, with a trained second voter"
        if settings.voter_folder() is not None
        else "by rules alone: no voter/ in the knowledge",
    }


def _contents(url: str) -> dict[str, str]:
    store = open_store(url)
    found = queries.overview(store)
    runs = queries.import_runs(store, limit=1)
    span = f"{found.first_published} to {found.last_published}" if found.first_published else "no dates known"
    doubts = queries.doubts(store)
    open_doubts = [f"{label} ({n})" for label, n in zip(doubts["label"], doubts["n"], strict=True)]
    return {
        "articles": f"{found.articles} from {found.outlets} outlets, {span}",
        "events": f"{found.events} reports of {found.occurrences} events",
        "quotations": f"{found.quotations} of {found.speakers} speakers",
        "doubts": "; ".join(open_doubts) or "none",
        "last import": "never" if runs.empty else f"{runs['started'].iloc[0]} UTC",
    }
