"""Quality on the annotated seed articles may only rise: `python -m tests.test_gold` prints it and raises the floors."""

import json
from pathlib import Path

import pytest

from s400data.articles import read_article
from s400data.pipeline import extract_article
from tests.quality import SEEDS, measure

FLOORS = Path(__file__).parent / "floors.json"


def extract_seeds():
    return {path.name: extract_article(read_article(path)) for path in sorted(SEEDS.glob("*.txt"))}


@pytest.fixture(scope="module")
def figures():
    return measure(extract_seeds())


@pytest.mark.model
@pytest.mark.parametrize(("figure", "floor"), json.loads(FLOORS.read_text(encoding="utf-8")).items())
def test_quality_on_the_seeds_has_not_fallen(figures, figure, floor):
    assert figures[figure] >= floor


def raise_floors():
    """Print today's figures, and write them where they are higher than the floors."""
    old = json.loads(FLOORS.read_text(encoding="utf-8"))
    today = measure(extract_seeds())
    for name, value in today.items():
        print(f"{name:20} {value:5.1f}   floor {old.get(name, 0):5.1f}")
    new = {name: max(old.get(name, 0), int(value * 10) / 10) for name, value in today.items()}
    FLOORS.write_text(json.dumps(new, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise_floors()
