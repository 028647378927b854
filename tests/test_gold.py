"""Quality on annotated articles may only rise: `python -m tests.test_gold` prints it and raises the floors."""

import json
from pathlib import Path

import pytest

from s400data import comparison, queries
from s400data.pipeline import extract_article
from s400data.records import Extraction
from s400data.store import open_store
from s400data.store.linking import link_occurrences
from tests.files import read_file
from tests.quality import INVENTED_GOLD, SEED_GOLD, Gold, is_same_speaker, measure, pair_quotations

FLOORS = Path(__file__).parent / "floors.json"
SETS = {"seeds": SEED_GOLD, "invented": INVENTED_GOLD}


def extract(gold: Gold) -> dict[str, Extraction]:
    paths = sorted(gold.articles.glob("*.txt"))
    annotated = {row["article"] for row in gold.read("articles")}
    return {path.name: extract_article(read_file(path)) for path in paths if path.name in annotated}


def figures_of(gold: Gold) -> dict[str, float]:
    return measure(gold, extract(gold))


@pytest.fixture(scope="module")
def extractions():
    return {name: extract(gold) for name, gold in SETS.items()}


@pytest.fixture(scope="module")
def figures(extractions):
    return {name: measure(gold, extractions[name]) for name, gold in SETS.items()}


def floors() -> dict[str, dict[str, float]]:
    return json.loads(FLOORS.read_text(encoding="utf-8"))


@pytest.mark.model
@pytest.mark.parametrize(("name", "figure"), [(name, figure) for name in SETS for figure in floors()[name]])
def test_quality_has_not_fallen(figures, name, figure):
    assert figures[name][figure] >= floors()[name][figure]


@pytest.fixture(scope="module")
def seeds(extractions, tmp_path_factory):
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('seeds') / 'desk.db'}")
    for extraction in extractions["seeds"].values():
        store.save(extraction)
    link_occurrences(store)
    comparison.bring_up_to_date(store)
    return store


@pytest.mark.model
def test_the_matrix_of_the_seeds_is_the_one_written_from_reading_them(seeds):
    """Four articles tell the contract, two of them at other dates; any other is told by one and nobody near it."""
    cells = comparison.compare_coverage(queries.events(seeds), queries.bylines(seeds)).cells
    assert set(cells["outlet"]) == {"AzVision.az", "Shephard Media", "Sputnik News", "TASS", comparison.UNKNOWN_OUTLET}
    states = cells.groupby("occurrence_id")["state"].agg(lambda own: sorted(own))
    (contract,) = (key for key, own in states.items() if "reported-differently" in own)
    own = cells.loc[cells["occurrence_id"] == contract].set_index("outlet")
    assert own["state"].to_dict() == {
        "AzVision.az": "reported-differently",
        "Sputnik News": "reported-differently",
        "TASS": "reported",
        comparison.UNKNOWN_OUTLET: "reported",
        "Shephard Media": "no-coverage",
    }
    assert own.loc["AzVision.az", "first"]
    assert own.loc[["Sputnik News", "TASS"], "lag_days"].tolist() == [208, 595]
    assert set(map(tuple, states.drop(contract))) == {("no-coverage",) * 4 + ("reported",)}


@pytest.mark.model
def test_each_quotation_that_the_seeds_require_is_found_by_its_speaker_and_by_its_position(extractions, seeds):
    missed = set()
    for file, rows in SEED_GOLD.by_article("quotes").items():
        pairs = pair_quotations(rows, extractions["seeds"][file].quotations)
        found = {id(row): quotation for row, quotation in pairs}
        for row in (row for row in rows if not row["optional"]):
            quotation = found[id(row)]
            assert is_same_speaker(row["speaker"], quotation), row["text"]
            assert quotation.quotation_id in _found(seeds, actors=(quotation.speaker.actor_id,))
            for stance in (stance for stance in row["stances"] if stance["required"]):
                chosen = {"targets": (stance["target"],), "polarities": (stance["polarity"],)}
                if quotation.quotation_id not in _found(seeds, **chosen):
                    missed.add((file, stance["target"]))
    assert not missed


def _found(store, **chosen):
    return set(queries.quotation_page(store, queries.Selection(**chosen), most=None)["quotation_id"])


@pytest.mark.model
def test_the_differences_of_dates_in_the_seeds_are_found(seeds):
    facts = comparison.find_conflicts(queries.events(seeds))
    told = facts.loc[facts["conflicts"]].set_index("outlet")[["about", "words"]]
    assert told.T.to_dict("list") == {
        "AzVision.az": ["date", "September 12, 2017"],
        "Sputnik News": ["date", "December 2017"],
    }
    pairs = comparison.find_doubles(queries.events(seeds)).groupby("pair")["words"].agg(set)
    assert {"October 2019", "April 2020"} in [{word.removeprefix("by ") for word in pair} for pair in pairs]


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
