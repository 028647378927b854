"""Quality on annotated articles may only rise: `python -m tests.test_gold` prints it and raises the floors."""

import json
from pathlib import Path

import pytest

from s400data.pipeline import extract_article
from tests.files import read_file
from tests.quality import INVENTED_GOLD, SEED_GOLD, Gold, measure

FLOORS = Path(__file__).parent / "floors.json"
SETS = {"seeds": SEED_GOLD, "invented": INVENTED_GOLD}


def figures_of(gold: Gold) -> dict[str, float]:
    paths = sorted(gold.articles.glob("*.txt"))
    annotated = {row["article"] for row in gold.read("articles")}
    found = {path.name: extract_article(read_file(path)) for path in paths if path.name in annotated}
    return measure(gold, found)


@pytest.fixture(scope="module")
def figures():
    return {name: figures_of(gold) for name, gold in SETS.items()}


def floors() -> dict[str, dict[str, float]]:
    return json.loads(FLOORS.read_text(encoding="utf-8"))


@pytest.mark.model
@pytest.mark.parametrize(("name", "figure"), [(name, figure) for name in SETS for figure in floors()[name]])
def test_quality_has_not_fallen(figures, name, figure):
    assert figures[name][figure] >= floors()[name][figure]


def raise_floors():
    """Print today's figures, and write them where they are higher than the floors."""
    new = floors()
    for name, gold in SETS.items():
        old = new.get(name, {})
        today = figures_of(gold)
        for figure, value in today.items():
            print(f"{name:9} {figure:20} {value:5.1f}   floor {old.get(figure, 0):5.1f}")
        new[name] = {figure: max(old.get(figure, 0), int(value * 10) / 10) for figure, value in today.items()}
    FLOORS.write_text(json.dumps(new, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise_floors()
