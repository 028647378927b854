"""Speed of the pages on the five seed articles, beside reading the articles anew at every page load.

    python bench/page_runs.py

Prints the median server-side time of each page's script run and its share of what extraction takes, the memory of the
process, and whether the language pipeline was loaded, which no page may do.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

RUNS = 20
PAGES = ("app.py", "pages/timeline.py", "pages/sources.py", "pages/quotes.py", "pages/speakers.py", "pages/article.py")
SECONDS_ALLOWED = 60


def fill_store(url: str) -> float:
    """Import the seeds in a process of its own; the seconds that extraction took there."""
    environment = {**os.environ, "S400_DATABASE_URL": url}
    command = [sys.executable, "-m", "s400data", "import", str(ROOT / "seeds")]
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def median_seconds(task: Callable[[], object]) -> float:
    """Median over RUNS, after one run that warms the caches as a first visitor does."""
    task()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        task()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def resident_megabytes() -> float:
    """Resident memory of this process, in MB; NaN where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def main() -> None:
    """Print the table."""
    from streamlit.testing.v1 import AppTest

    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/desk.db"
        os.environ["S400_DATABASE_URL"] = url
        reading = fill_store(url)
        print(f"reading the five articles in a fresh process: {reading:.2f} s")
        for page in PAGES:
            app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS_ALLOWED)
            if page != "app.py":
                app.switch_page(page)
            seconds = median_seconds(app.run)
            assert not app.exception, app.exception
            print(f"{page:20} {1000 * seconds:6.0f} ms   1/{reading / seconds:.0f} of reading them")
        print(f"memory of the process: {resident_megabytes():.0f} MB")
        print("language pipeline loaded:", "yes" if "spacy" in sys.modules else "no")


if __name__ == "__main__":
    main()
