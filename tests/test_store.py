import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import inspect, select, text, update

from s400data.errors import ArticleError, TableError
from s400data.store import fold, import_extractions, open_store
from s400data.store.codes import NUMBERS, STANCE_WORDED, WORDED, read_coded
from s400data.store.engines import fetch, reading, writing
from s400data.store.migrations import INDEXED, MIGRATIONS
from s400data.store.schema import SCHEMA_VERSION, SQL_TABLES, import_errors, import_runs, metadata, state
from tests.databases import ENGINES, run_script, serve_databases
from tests.samples import ANKARA, MOSCOW
from tests.strategies import extractions, words

STORES = Path(__file__).parent / "stores"


@pytest.fixture
def url(new_database):
    return new_database()


@pytest.fixture
def store(url):
    opened = open_store(url)
    yield opened
    opened.engine.dispose()


def rename(extraction, name):
    return replace(extraction, article=replace(extraction.article, path=name))


def test_an_extraction_is_loaded_as_it_was_saved(store):
    store.save(ANKARA)
    store.save(MOSCOW)
    assert (store.load("a1"), store.load("a2"), store.load("a3")) == (ANKARA, MOSCOW, None)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(extraction=extractions())
def test_any_extraction_survives_the_store(store, extraction):
    store.save(extraction)
    assert store.load("a1") == extraction
    store.remove("a1")


def test_a_file_store_is_in_wal_mode_with_foreign_keys(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'desk.db'}")
    with reading(store.engine) as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
    store.engine.dispose()


def test_saving_again_replaces_all_rows_of_the_article(store):
    store.save(ANKARA)
    shorter = replace(ANKARA, events=ANKARA.events[:1], quotations=(), mentions=())
    assert store.save(shorter).outcome == "replaced"
    assert store.load("a1") == shorter
    assert len(store.read_table("stances")) == 0


def test_a_copy_under_another_name_changes_nothing(store):
    store.save(ANKARA)
    before = store.version()
    saved = store.save(rename(ANKARA, "copies/copy.txt"))
    assert (saved.outcome, saved.path) == ("duplicate", "news/ankara.txt")
    assert store.version() == before
    assert store.load("a1") == ANKARA


def test_the_same_file_in_another_folder_is_read_again(store):
    store.save(ANKARA)
    moved = rename(ANKARA, "elsewhere/ankara.txt")
    assert store.save(moved).outcome == "replaced"
    assert store.load("a1") == moved


def test_every_change_raises_the_version(store):
    versions = [store.version()]
    for change in (
        lambda: store.save(ANKARA),
        lambda: store.save(ANKARA),
        lambda: store.link_events({"a1-e0": "o1"}),
        lambda: store.remove("a1"),
    ):
        change()
        versions.append(store.version())
    assert versions == sorted(set(versions))
    assert store.is_empty()


def test_a_failed_save_leaves_the_earlier_reading(store):
    store.save(ANKARA)
    version = store.version()
    twice = replace(ANKARA, events=(ANKARA.events[0], ANKARA.events[0]))
    with pytest.raises(TableError, match=r"(?i)unique"):
        store.save(twice)
    assert store.load("a1") == ANKARA
    assert store.version() == version


def test_removing_an_article_removes_its_rows(store):
    store.save(ANKARA)
    store.save(MOSCOW)
    store.remove("a1")
    for name in SQL_TABLES:
        assert set(store.read_table(name)["article_id"]) <= {"a2"}, name


def test_linked_events_share_an_occurrence(store):
    store.save(ANKARA)
    store.save(MOSCOW)
    store.link_events({"a1-e0": "contract", "a2-e0": "contract"})
    linked = store.read_table("events").set_index("event_id")["occurrence_id"].to_dict()
    assert linked == {"a1-e0": "contract", "a2-e0": "contract", "a1-e1": "a1-e1", "a2-e1": "a2-e1"}


def test_an_import_takes_in_what_it_can_and_keeps_the_rest_with_its_reason(store):
    store.save(ANKARA)
    told = []
    wrong = replace(MOSCOW.events[0], trigger=replace(MOSCOW.events[0].trigger, text="no such words"))
    results = [
        ArticleError("empty.txt", "is empty"),
        rename(ANKARA, "copy.txt"),
        replace(MOSCOW, events=(wrong,)),
        MOSCOW,
    ]
    report = import_extractions(store, results, progress=told.append)
    assert [step.outcome for step in report.steps] == ["failed", "duplicate", "failed", "new"]
    assert tuple(told) == report.steps
    assert [report.count(outcome) for outcome in ("new", "replaced", "duplicate", "failed")] == [1, 0, 1, 2]
    with reading(store.engine) as connection:
        (run,) = fetch(connection, select(import_runs))
        kept = fetch(connection, select(import_errors).order_by(import_errors.c.position))
    assert (run["new"], run["failed"], run["finished"] is not None) == (1, 2, True)
    assert [(row["file"], row["outcome"]) for row in kept] == [
        ("empty.txt", "failed"),
        ("copy.txt", "duplicate"),
        ("news/moscow.txt", "failed"),
    ]
    assert kept[1]["reason"] == "the same content as news/ankara.txt"
    assert store.load("a1") == ANKARA


def test_an_import_cut_short_keeps_what_was_done(store):
    def results():
        yield ANKARA
        yield ArticleError("bad.txt", "is binary")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_extractions(store, results())
    assert store.load("a1") == ANKARA
    with reading(store.engine) as connection:
        (run,) = fetch(connection, select(import_runs))
        assert len(fetch(connection, select(import_errors))) == 1
    assert run["finished"] is None


def test_an_import_cut_short_links_what_it_took_in(store):
    def results():
        yield ANKARA
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_extractions(store, results(), link=lambda linked: linked.link_events({"a1-e0": "contract"}))
    assert "contract" in set(store.read_table("events")["occurrence_id"])


def test_an_import_links_events_at_its_end(store):
    import_extractions(store, [ANKARA], link=lambda linked: linked.link_events({"a1-e0": "contract"}))
    assert "contract" in set(store.read_table("events")["occurrence_id"])


def test_readers_see_a_whole_article_while_others_write(store):
    store.save(ANKARA)
    seen, stop = [], threading.Event()

    def read():
        while not stop.is_set():
            seen.append(store.load("a1") == ANKARA)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for _ in range(30):
        store.save(ANKARA)
    stop.set()
    for reader in readers:
        reader.join()
    assert seen
    assert all(seen)


def test_one_reading_sees_the_store_as_it_was_at_its_first_query(store):
    store.save(ANKARA)
    stored = select(SQL_TABLES["articles"].c.article_id)
    with reading(store.engine) as connection:
        before = fetch(connection, stored)
        store.save(MOSCOW)
        assert fetch(connection, stored) == before
    with reading(store.engine) as connection:
        assert len(fetch(connection, stored)) == 2


def test_writers_wait_for_each_other(store, url):
    def write(extraction):
        own = open_store(url)
        for _ in range(10):
            own.save(extraction)
        own.engine.dispose()

    writers = [threading.Thread(target=write, args=(extraction,)) for extraction in (ANKARA, MOSCOW)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert store.version() == 20


# No store on a server was ever of schema 1.
@pytest.mark.parametrize(
    ("engine", "version"),
    [(engine, n) for engine in ENGINES for n in range(1 if engine == "sqlite" else 2, SCHEMA_VERSION)],
)
def test_an_older_store_is_brought_up_to_date(tmp_path, engine, version):
    script = (STORES / f"{engine}_{version}.sql").read_text(encoding="utf-8")
    with serve_databases(engine, tmp_path) as new:
        migrated, fresh = open_store(run_script(new(), script)), open_store(new())
        for extraction in (ANKARA, MOSCOW):
            fresh.save(extraction)
            assert migrated.load(extraction.article.article_id) == extraction
        assert shape(migrated) == shape(fresh)
        assert added_cells(migrated) == added_cells(fresh)
        assert indexed_words(migrated) == indexed_words(fresh)
        assert coded_words(migrated) == coded_words(fresh)
        for opened in (migrated, fresh):
            opened.engine.dispose()


def shape(store):
    found = inspect(store.engine)
    return {
        name: (
            {column["name"]: (str(column["type"]), column["nullable"]) for column in found.get_columns(name)},
            sorted((index["name"], tuple(index["column_names"])) for index in found.get_indexes(name)),
            found.get_pk_constraint(name)["constrained_columns"],
            sorted((key["referred_table"], tuple(key["constrained_columns"])) for key in found.get_foreign_keys(name)),
        )
        for name in metadata.tables
    }


def added_cells(store):
    with reading(store.engine) as connection:
        return [
            fetch(connection, select(SQL_TABLES[name]).order_by(*SQL_TABLES[name].primary_key.columns))
            for name in ("articles", "quotations", "events")
        ]


def indexed_words(store):
    with reading(store.engine) as connection:
        return [
            connection.execute(text(f"SELECT rowid, * FROM {name}_search ORDER BY rowid")).all() for name in INDEXED
        ]


def coded_words(store):
    """Each quotation and stance as it is coded, with its words in place of their numbers."""
    with reading(store.engine) as connection:
        found = read_coded(connection)
    words = [found.values[number] for name in WORDED for number in found.quotations[name]]
    words += [found.values[number] for name in STANCE_WORDED for number in found.stances[name]]
    numbers = [found.quotations[name].tolist() for name in NUMBERS]
    return numbers, found.stances["number"].tolist(), words


def test_codes_come_and_go_with_their_article(store):
    store.save(MOSCOW)
    alone = coded_words(store)
    for extraction in (ANKARA, ANKARA):
        store.save(extraction)
    assert len(coded_words(store)[0][0]) == len(ANKARA.quotations) + len(MOSCOW.quotations)
    store.remove(ANKARA.article.article_id)
    assert coded_words(store) == alone
    store.remove(MOSCOW.article.article_id)
    assert coded_words(store) == ([[] for _ in NUMBERS], [], [])


def test_there_is_a_migration_for_every_older_schema():
    assert len(MIGRATIONS) == SCHEMA_VERSION - 1


def test_a_newer_store_is_refused(store, url):
    with writing(store.engine) as connection:
        connection.execute(update(state).where(state.c.name == "schema").values(value=SCHEMA_VERSION + 1))
    with pytest.raises(TableError, match="written by a newer version"):
        open_store(url)


def test_a_database_of_another_program_is_refused(tmp_path):
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    with pytest.raises(TableError, match="is not a store of this program; it holds songs"):
        open_store(f"sqlite:///{file}")


def test_a_file_that_is_no_database_is_refused(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("Not a database, but a longer text than a header. " * 20)
    with pytest.raises(TableError, match="file is not a database"):
        open_store(f"sqlite:///{file}")


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(TableError, match="for the store cannot be made"):
        open_store(f"sqlite:///{tmp_path / 'file' / 'desk.db'}")


@pytest.mark.parametrize("url", ["no address", "oracles://x/y"])
def test_an_unusable_address_is_refused(url):
    with pytest.raises(TableError, match="the address of the store cannot be used"):
        open_store(url)


def test_a_password_is_never_shown():
    with pytest.raises(TableError) as caught:
        open_store("sqlite://user:secret@host/desk.db")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("DIŞİŞLERİ BAKANI ÇAVUŞOĞLU", "disisleri bakani cavusoglu"),
        ("Yıldırım", "yildirim"),
        ("S-400, S 400 and the S400s", "s400 s400 and the s400"),
        ("F‑35 and F–35", "f35 and f35"),
        ("ATACMS MGM-140", "atacms mgm140"),
        ("a “deal” — it’s\u00a0done", "a deal it s done"),
        ("  two\n\nlines ", "two lines"),
        ("Straße, Łódź, Ørsted", "strasse lodz orsted"),
        ("Сергей Лавров: С-400", "sergey lavrov s400"),
        ("a 400 km range in the 1990s", "a 400 km range in the 1990s"),
        ("mid-2019", "mid 2019"),
        ("", ""),
    ],
)
def test_text_is_folded_to_one_spelling(written, folded):
    assert fold(written) == folded


@given(words)
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(fold(text))) == fold(fold(text))


def test_an_import_brings_reports_of_one_event_together(store):
    import_extractions(store, [ANKARA, MOSCOW])
    linked = store.read_table("events").set_index("event_id")["occurrence_id"]
    assert linked["a1-e0"] == linked["a2-e0"]
    assert linked.nunique() == 3
