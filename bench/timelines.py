"""Speed of the timeline page on many events, beside the timeline that plotly express makes of the same events.

    python bench/timelines.py [4000]

Prints the median server-side time of the page's script run as a reader causes it: the first look at all events, with
nothing kept from before; coming back to that view; clicks on marks and filters that nobody has set before; and the
time of `px.timeline` with the same tooltip.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import pandas as pd  # noqa: E402
import plotly.express as px  # noqa: E402

from bench.invented_events import fill  # noqa: E402
from s400data import queries  # noqa: E402
from s400data.charts.happenings import join_reports  # noqa: E402
from s400data.store import open_store  # noqa: E402

RUNS = 15
SECONDS_ALLOWED = 60


def median_milliseconds(task: Callable[[], object], before: Callable[[], object] = lambda: None) -> float:
    """Median over RUNS after one run that does not count; `before` is done before each, outside the time."""
    times = []
    for _ in range(RUNS + 1):
        before()
        start = time.perf_counter()
        task()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times[1:])


def set_in_turn(page: Any, params: Iterator[dict[str, str]]) -> Callable[[], None]:  # noqa: ANN401 - an AppTest
    """What gives `page` the next of `params` in its address, in place of those before."""

    def set_next() -> None:
        page.query_params.clear()
        for name, value in next(params).items():
            page.query_params[name] = value

    return set_next


def main(n: int) -> None:
    """Print the table."""
    import streamlit as st
    from streamlit.testing.v1 import AppTest

    with tempfile.TemporaryDirectory() as folder:
        url = os.environ["S400_DATABASE_URL"] = f"sqlite:///{folder}/desk.db"
        store = open_store(url)
        fill(store, n)
        page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS_ALLOWED).switch_page("pages/timeline.py")
        events = queries.events(store)
        rows = join_reports(events).dropna(subset=["earliest"])
        ends = rows.assign(latest=rows["latest"] + pd.Timedelta(days=1))
        told = ["who", "to_whom", "outlets", "when"]
        plotly = median_milliseconds(
            lambda: px.timeline(
                ends, x_start="earliest", x_end="latest", y="country", color="type", hover_name="label", hover_data=told
            ).to_json()
        )
        clicks = ({"event": occurrence_id} for occurrence_id in rows["occurrence_id"])
        outlets, kinds = sorted(events["outlet"].unique()), sorted(events["type"].unique())
        filters = ({"outlet": outlet, "type": kind} for kind, outlet in product(kinds, outlets))
        years = ({"from": f"{day.date()}"} for day in sorted(rows["earliest"]))
        times = {
            "first look": median_milliseconds(page.run, st.cache_data.clear),
            "seen before": median_milliseconds(page.run),
            "click on a mark": median_milliseconds(page.run, set_in_turn(page, clicks)),
            "new filters": median_milliseconds(page.run, set_in_turn(page, filters)),
            "new dates": median_milliseconds(page.run, set_in_turn(page, years)),
        }
        assert not page.exception, page.exception
    print(f"{n:,} events, medians of {RUNS} runs")
    print(f"{'px.timeline':28}{plotly:7.0f} ms")
    for name, milliseconds in times.items():
        print(f"{f'page run, {name}':28}{milliseconds:7.0f} ms   {milliseconds / plotly:.2f} of it")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4000)
