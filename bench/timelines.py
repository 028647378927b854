"""Speed of the timeline page on many events, beside the timeline that plotly express makes of the same events.

    python bench/timelines.py [4000]

Prints the median server-side time of the page's script run, as a reader has it who looks at a view for the first time
(nothing of it is kept from before) and who comes back to it, and that of `px.timeline` with the same tooltip.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

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


def main(n: int) -> None:
    """Print the table."""
    import streamlit as st
    from streamlit.testing.v1 import AppTest

    with tempfile.TemporaryDirectory() as folder:
        url = os.environ["S400_DATABASE_URL"] = f"sqlite:///{folder}/desk.db"
        store = open_store(url)
        fill(store, n)
        page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS_ALLOWED).switch_page("pages/timeline.py")
        rows = join_reports(queries.events(store)).dropna(subset=["earliest"])
        ends = rows.assign(latest=rows["latest"] + pd.Timedelta(days=1))
        told = ["who", "to_whom", "outlets", "when"]
        plotly = median_milliseconds(
            lambda: px.timeline(
                ends, x_start="earliest", x_end="latest", y="country", color="type", hover_name="label", hover_data=told
            ).to_json()
        )
        first = median_milliseconds(page.run, st.cache_data.clear)
        again = median_milliseconds(page.run)
        assert not page.exception, page.exception
    print(f"{n:,} events, medians of {RUNS} runs")
    print(f"px.timeline                 {plotly:7.0f} ms")
    print(f"page run, first look        {first:7.0f} ms   {first / plotly:.2f} of it")
    print(f"page run, seen before       {again:7.0f} ms   {again / plotly:.2f} of it")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4000)
