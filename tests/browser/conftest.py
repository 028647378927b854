"""Browser tests: a real server on a free port, and Debian's Chromium or the one S400_CHROMIUM names."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from s400data.errors import ArticleError
from s400data.store import import_extractions, open_store
from tests.collection import build_collection

ROOT = Path(__file__).resolve().parents[2]
STARTUP_SECONDS = 60
CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
PATIENCE = 60_000  # milliseconds: a small machine may be busy with other tests


@pytest.fixture(scope="session")
def browser():
    sync_api = pytest.importorskip("playwright.sync_api")
    chromium = os.environ.get("S400_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        # Where they have to run, a missing browser is a failure and not a reason to pass.
        (pytest.fail if os.environ.get("S400_BROWSER_TESTS") == "required" else pytest.skip)("no Chromium is installed")
    with sync_api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """Address of a server whose store holds the made-up collection."""
    url = f"sqlite:///{tmp_path_factory.mktemp('browser') / 'desk.db'}"
    import_extractions(open_store(url), [*build_collection(15), ArticleError("inbox/broken.pdf", "is empty")])
    yield from serve(url)


@pytest.fixture
def page(browser, address):
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, base_url=address)
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE)
    yield opened
    context.close()


def serve(url):
    """Run the app on a free port over the store at `url`; yield its address, then stop it."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true", f"--server.port={port}"]
    server = subprocess.Popen(
        [*command, "--server.address=127.0.0.1", "--server.fileWatcherType=none"],
        cwd=ROOT,
        env={**os.environ, "S400_DATABASE_URL": url},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until_healthy(f"http://127.0.0.1:{port}/_stcore/health", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_healthy(health, server):
    end = time.monotonic() + STARTUP_SECONDS
    while time.monotonic() < end:
        assert server.poll() is None, "the server stopped by itself"
        try:
            with urllib.request.urlopen(health, timeout=2):
                return
        except OSError:
            time.sleep(0.3)
    raise AssertionError("the server did not start in time")
