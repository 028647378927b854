"""Files into the store: what is read, what is left as it is, what an analyst corrects, what is like another."""

import os
from dataclasses import replace
from datetime import date

import pytest

from s400data import queries
from s400data.__main__ import main
from s400data.articles.corrections import correct
from s400data.errors import ArticleError
from s400data.intake import Change, correct_articles, find_edition, import_files, reread_articles
from s400data.processes import Crew
from s400data.store import import_extractions, open_store
from s400data.store.corrections import corrections_by_content
from s400data.store.likeness import to_sketch
from s400data.store.stores import Made
from tests.formats import BODY, ROW, STORY, archive, table
from tests.samples import ANKARA, MOSCOW


@pytest.fixture
def store(new_database):
    opened = open_store(new_database())
    yield opened
    opened.engine.dispose()


def with_text(text, **cells):
    """An article of nothing but words."""
    article = replace(ANKARA.article, **{"text": text, "title": None, "headline": None, **cells})
    return replace(ANKARA, article=article, timexes=(), mentions=(), quotations=(), events=())


def again(articles):
    return (replace(ANKARA, article=article) for article in articles)


@pytest.mark.parametrize(
    ("said", "published", "precision"),
    [
        ("2019-07-12", date(2019, 7, 12), "day"),
        ("2019-7", date(2019, 7, 1), "month"),
        ("2019", date(2019, 1, 1), "year"),
        (None, None, None),
    ],
)
def test_a_date_is_corrected_to_a_day_a_month_a_year_or_nothing(said, published, precision):
    article = correct(ANKARA.article, {"published": said})
    assert (article.published, article.published_precision) == (published, precision)
    assert article.published_basis == ("analyst" if published else "unknown")
    assert article.text == ANKARA.article.text


@pytest.mark.parametrize("said", ["12 July", "2019-13-01", "0000-01-01", "2019-02-30"])
def test_a_date_that_is_none_is_refused(said):
    with pytest.raises(ArticleError, match="is no date"):
        correct(ANKARA.article, {"published": said})


def test_a_correction_is_kept_apart_survives_reading_again_and_can_be_taken_back(store):
    store.save(ANKARA)
    assert correct_articles(store, [Change("a1", {"outlet": "Aegean Daily", "author": None})], maker="ada") == []
    corrected = store.load("a1").article
    assert (corrected.outlet, corrected.author, corrected.title) == ("Aegean Daily", None, ANKARA.article.title)
    held = corrections_by_content(store)
    assert held == {"c1": {"outlet": "Aegean Daily", "author": None}}
    # The import corrects what it reads before it saves it.
    store.save(replace(ANKARA, article=correct(ANKARA.article, held["c1"])))
    assert store.load("a1").article.outlet == "Aegean Daily"
    correct_articles(store, [Change("a1", {"outlet": "Third Post"})], maker="bo")
    correct_articles(store, [Change("a1", {}, ("outlet",))], maker="ada")
    assert store.load("a1").article.outlet == ANKARA.article.outlet
    assert corrections_by_content(store) == {"c1": {"author": None}}


def test_another_date_makes_the_article_be_read_again_and_back(store):
    store.save(ANKARA)
    asked = []

    def extract(articles):
        for article in articles:
            asked.append(article.published)
            yield replace(ANKARA, article=article, events=ANKARA.events[:1])

    correct_articles(store, [Change("a1", {"published": "2019-12-01"})], maker="ada", extract=extract)
    assert asked == [date(2019, 12, 1)]
    assert len(store.load("a1").events) == 1
    correct_articles(store, [Change("a1", {}, ("published",))], maker="ada", extract=extract)
    restored = store.load("a1").article
    assert (restored.published, restored.published_basis, restored.published_evidence) == (
        ANKARA.article.published,
        "byline",
        "28.11.2019",
    )


def test_what_cannot_be_corrected_is_named_and_the_rest_is_done(store):
    store.save(ANKARA)
    changes = [Change("zz", {"title": "x"}), Change("a1", {"published": "soon"}), Change("a1", {"title": "New"})]
    errors = correct_articles(store, changes, maker="ada")
    assert [error.file for error in errors] == ["zz", ANKARA.article.path]
    assert store.load("a1").article.title == "New"


def test_articles_that_say_nearly_the_same_are_linked_not_left_out(store):
    longer = f"{STORY}\n\nThe minister added that a decision would be made public by the end of the month."
    one = with_text(STORY, article_id="x1", checksum="x1", path="one.txt", outlet="Fjord Times")
    other = with_text(longer, article_id="x2", checksum="x2", path="two.txt", outlet="Baltic Post")
    later = with_text(longer + " It did not.", article_id="x3", checksum="x3", path="three.txt", outlet="Fjord Times")
    steps = import_extractions(store, [one, other, later, MOSCOW]).steps
    assert [step.outcome for step in steps] == ["new"] * 4
    assert [(like.other_id, like.relation) for like in steps[1].like] == [("x1", "near-duplicate")]
    assert {(like.other_id, like.relation) for like in steps[2].like} == {("x1", "version"), ("x2", "near-duplicate")}
    assert steps[3].like == ()


def test_the_same_words_of_one_outlet_are_a_duplicate_those_of_two_are_not(store):
    page = with_text(STORY, article_id="x1", checksum="x1", path="page.html", outlet="Fjord Times")
    saved_twice = with_text(STORY, article_id="x2", checksum="x2", path="page(1).html", outlet="Fjord Times")
    elsewhere = with_text(STORY, article_id="x3", checksum="x3", path="wire.html", outlet="Baltic Post")
    assert [store.save(one).outcome for one in (page, saved_twice, elsewhere)] == ["new", "duplicate", "new"]


def test_a_sketch_knows_words_not_their_spelling():
    assert to_sketch("The  S-400 “deal” of Erdoğan was signed") == to_sketch('the S400 "deal" of ERDOGAN was signed!')
    assert to_sketch("four words are few") == []


def test_articles_of_an_older_edition_are_read_again_with_what_changes(store):
    store.save(ANKARA, Made("older", 7))
    store.save(MOSCOW, Made(find_edition(), 7))

    def extract(articles):
        return (replace(ANKARA, article=article, events=ANKARA.events[1:]) for article in articles)

    (difference,) = reread_articles(store, extract=extract)
    assert difference.article_id == "a1"
    assert [row[4] for row in difference.events_gone] == ["signed"]
    assert (difference.events_new, difference.quotations_gone, difference.quotations_new) == ((), (), ())
    assert store.known()["c1"].edition == find_edition()
    assert store.run_of("a1") == 7
    assert list(reread_articles(store, extract=extract)) == []


def test_two_articles_of_one_path_are_told_apart_when_they_are_read_again(store):
    upload = replace(MOSCOW, article=replace(MOSCOW.article, path=ANKARA.article.path))
    for one in (ANKARA, upload):
        store.save(one, Made("older"))
    known = {one.article.article_id: one for one in (ANKARA, upload)}

    def extract(articles):
        # As processes do, it takes articles in advance.
        return (replace(known[one.article_id], article=one, events=()) for one in list(articles))

    found = {one.article_id: [row[-1] for row in one.events_gone] for one in reread_articles(store, extract=extract)}
    assert found == {number: [event.sentence.text for event in one.events] for number, one in known.items()}


def test_corrections_survive_reading_again(store):
    store.save(ANKARA, Made("older"))
    change = Change("a1", {"outlet": "Aegean Daily", "published": "2019-12-01"})
    assert correct_articles(store, [change], maker="ada", extract=again) == []
    assert store.known()["c1"].edition == "older"
    assert len(list(reread_articles(store, extract=again))) == 1
    article = store.load("a1").article
    assert (article.outlet, article.published) == ("Aegean Daily", date(2019, 12, 1))
    assert corrections_by_content(store) == {"c1": {"outlet": "Aegean Daily", "published": "2019-12-01"}}


def test_what_a_reading_cut_short_changed_is_kept_and_the_rest_is_read_later(store):
    for one in (ANKARA, MOSCOW):
        store.save(one, Made("older"))
    known = {one.article.article_id: one for one in (ANKARA, MOSCOW)}

    def extract(articles):
        return (replace(known[one.article_id], article=one, events=()) for one in articles)

    told = []
    cut_short = reread_articles(store, extract=extract, found=told.append)
    next(cut_short)
    cut_short.close()
    edition = find_edition()
    assert (told, queries.count_stale(store, edition)) == ([2], 1)
    assert set(queries.rereading(store, edition).changes["article_id"]) == {"a1"}
    assert [one.article_id for one in reread_articles(store, extract=extract)] == ["a2"]
    changes = queries.rereading(store, edition).changes
    assert len(changes) == len(ANKARA.events) + len(MOSCOW.events)
    assert set(changes["change"]) == {"gone"}


def test_the_difference_is_in_the_store_before_the_article_is(store, monkeypatch):
    store.save(ANKARA, Made("older"))

    def die(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(type(store), "save", die)
    with pytest.raises(KeyboardInterrupt):
        list(
            reread_articles(
                store, extract=lambda articles: (replace(ANKARA, article=one, events=()) for one in articles)
            )
        )
    assert queries.rereading(store, find_edition()).changes["change"].tolist() == ["gone"] * len(ANKARA.events)
    assert queries.count_stale(store, find_edition()) == 1


def test_changes_are_told_in_words_and_what_reads_the_same_words_as_one(store):
    store.save(ANKARA, Made("older"))
    signed, *others = ANKARA.events
    claim, *quotations = ANKARA.quotations
    moved = replace(signed, modality="planned", when=None)
    attributed = replace(claim, overall="opposes", speaker=None)

    def extract(articles):
        for one in articles:
            yield replace(ANKARA, article=one, events=(moved, *others), quotations=(attributed, *quotations))

    list(reread_articles(store, extract=extract))
    changes = queries.rereading(store, find_edition()).changes
    told = changes[["what", "change", "words", "before", "now"]].itertuples(index=False, name=None)
    assert list(told) == [
        ("event", "changed", signed.sentence.text, "Actual · 2017-12-01 to 2017-12-31", "Planned · no date"),
        ("quotation", "changed", claim.content[0].text, "Mevlüt Çavuşoğlu · For", "nobody named · Against"),
    ]


def test_an_article_that_cannot_be_read_again_is_named_and_stays(store):
    store.save(ANKARA, Made("older"))
    refused = lambda articles: (ArticleError(one.path, "broke down") for one in articles)  # noqa: E731
    (difference,) = reread_articles(store, extract=refused)
    assert difference.error == "broke down"
    assert store.load("a1") == ANKARA
    assert queries.rereading(store, find_edition()).changes["words"].tolist() == ["broke down"]


def test_corrections_come_from_the_command_line(store, monkeypatch, capsys):
    store.save(ANKARA)
    monkeypatch.setenv("S400_DATABASE_URL", store.url)
    assert main(["correct", "a1", "title=A = b", "author", "--by", "ada"]) == 0
    assert store.load("a1").article.title == "A = b"
    assert main(["correct", "a1", "colour=red"]) == 1
    assert "colour cannot be corrected; title, outlet, author, published can" in capsys.readouterr().err


def work(item):
    """Double an item; "hang" and "crash" do what they say."""
    if item == "crash":
        os._exit(3)
    if item == "hang":
        import time

        time.sleep(600)
    return item * 2


def test_neither_a_crash_nor_a_hang_stops_the_rest():
    crew = Crew(work, lambda item, reason: f"{item}: {reason}", lambda item: 3 if item == "hang" else 60, 2)
    results = list(crew.map_in_order(["a", "crash", "b", "hang", *"cdefghijkl"]))
    assert results[:5] == [
        "aa",
        "crash: the program that read it broke down",
        "bb",
        "hang: took longer than 3 seconds and was given up",
        "cc",
    ]
    assert results[5:] == [letter * 2 for letter in "defghijkl"]


@pytest.mark.model
def test_an_import_reads_once_goes_on_and_keeps_what_was_corrected(store, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY)
    (folder / "rows.csv").write_bytes(
        table(({**ROW, "Body": BODY.replace("six", "nine")}, {**ROW, "Body": "Too short."}))
    )
    (folder / "z.zip").write_bytes(archive({"copy.txt": STORY, "map.png": "not read", ".hidden.png": ""}))
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4")
    (folder / "map.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.png").write_bytes(b"\x89PNG")
    seen, told = [], []
    report = import_files(store, [folder], progress=seen.append, found=told.append, within=folder)
    assert told == [5]
    assert {step.file: step.outcome for step in report.steps} == {
        "a.txt": "new",
        "bad.pdf": "failed",
        "map.png": "skipped",
        "rows.csv, row 1": "new",
        "rows.csv, row 2": "failed",
        "z.zip/copy.txt": "duplicate",
        "z.zip/map.png": "skipped",
    }
    assert tuple(seen) == report.steps
    run = queries.import_runs(store).iloc[0]
    assert (run["skipped"], run["failed"]) == (2, 2)
    first = next(step.article_id for step in report.steps if step.file == "a.txt")
    assert correct_articles(store, [Change(first, {"outlet": "Fjord Times"})], maker="ada") == []
    second = import_files(store, [folder], within=folder)
    assert [second.count(outcome) for outcome in ("unchanged", "duplicate", "failed", "new")] == [2, 1, 2, 0]
    third = import_files(store, [folder / "a.txt"], within=folder, again=True)
    assert third.count("replaced") == 1
    assert store.load(first).article.outlet == "Fjord Times"
