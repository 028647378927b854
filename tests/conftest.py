import os

import pytest
from hypothesis import settings

from tests.databases import ENGINES, serve_databases

# Examples may take long on a busy machine. CI tries the same ones every time, so that only a change can turn it red.
settings.register_profile("anywhere", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "anywhere")


@pytest.fixture(scope="module", params=ENGINES)
def new_database(request, tmp_path_factory):
    """Gives the address of another empty database at each call."""
    with serve_databases(request.param, tmp_path_factory.mktemp("databases")) as make:
        yield make
