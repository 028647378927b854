import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from s400data import queries
from s400data.__main__ import main
from s400data.commands.steps import Steps
from s400data.errors import ArticleError, LanguageError
from s400data.store import import_extractions, open_store
from tests.samples import ANKARA, MOSCOW

ROOT = Path(__file__).resolve().parent.parent
FOUND = {"ankara.txt": ANKARA, "moscow.txt": MOSCOW}


def find_files(paths):
    files, errors = [], []
    for path in paths:
        if path.name in FOUND:
            files.append(path)
        else:
            errors.append(ArticleError(path, "holds no article"))
    return files, errors


def extract_texts(texts, _workers):
    for plain in texts:
        if not plain.text:
            yield ArticleError(plain.source, "is empty")
        else:
            article = replace(
                ANKARA.article, article_id=plain.doc_id, path=plain.doc_id, text=plain.text, headline=None
            )
            yield replace(ANKARA, article=article, timexes=(), mentions=(), quotations=(), events=())


def import_files(store, paths, *, progress, found, **_options):
    files, errors = find_files(paths)
    found(len(files) + len(errors))
    return import_extractions(store, [*errors, *(FOUND[file.name] for file in files)], progress=progress)


STEPS = Steps(
    find_files, lambda files, _workers, _columns: (FOUND[file.name] for file in files), extract_texts, import_files
)


@pytest.fixture(autouse=True)
def store_url(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'folder' / 'desk.db'}"
    monkeypatch.setenv("S400_DATABASE_URL", url)
    return url


def run(*words):
    return main(words, steps=STEPS)


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def test_extract_prints_one_line_for_each_article(capsys):
    assert run("extract", "ankara.txt", "moscow.txt") == 0
    out, err = capsys.readouterr()
    assert [line["doc_id"] for line in lines(out)] == ["ankara.txt", "moscow.txt"]
    assert "The outlet is named in the last line." in err


def test_extract_names_what_it_cannot_read_and_goes_on(capsys):
    assert run("extract", "broken.bin", "moscow.txt") == 1
    out, err = capsys.readouterr()
    assert lines(out)[0] == {"path": "broken.bin", "error": "holds no article"}
    assert lines(out)[1]["doc_id"] == "moscow.txt"
    assert "broken.bin: holds no article" in err


def test_extract_takes_plain_texts_as_they_are(capsys, tmp_path):
    docs = tmp_path / "docs.jsonl"
    texts = ["Two  spaces\r\n\u2028 and a line separator ", "", "Third"]
    rows = [{"doc_id": f"wsj/{n}", "text": text, "published": None} for n, text in enumerate(texts)]
    rows += [{"doc_id": "x"}, {"doc_id": 3, "text": "t"}, ["no object"]]
    surrogate = '{"doc_id": "d", "text": "half a letter: \\ud83d"}'
    docs.write_text(
        "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + f"\nnot json\n\n{surrogate}", newline="\n"
    )
    assert run("extract", "--plain", str(docs)) == 1
    found = lines(capsys.readouterr().out)
    assert [(line["doc_id"], line["text"]) for line in found if "text" in line] == [
        ("wsj/0", texts[0]),
        ("wsj/2", texts[2]),
    ]
    errors = {line["path"].removeprefix(f"{docs}:"): line["error"] for line in found if "error" in line}
    assert set(errors) == {"2", "4", "5", "6", "7", "9"}
    assert "'text' must be a text" in errors["4"]


def test_extract_reads_plain_texts_from_standard_input(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO('{"doc_id": "d1", "text": "Words."}\n'))
    assert run("extract", "--plain", "-") == 0
    assert lines(capsys.readouterr().out)[0]["doc_id"] == "d1"


@pytest.mark.parametrize(("content", "reason"), [(None, "No such file"), (b"\xff\xfe\x00", "is not UTF-8 text")])
def test_an_unreadable_file_of_texts_is_named(capsys, tmp_path, content, reason):
    docs = tmp_path / "docs.jsonl"
    if content is not None:
        docs.write_bytes(content)
    assert run("extract", "--plain", str(docs)) == 1
    (line,) = lines(capsys.readouterr().out)
    assert line["path"] == str(docs)
    assert reason in line["error"]


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("extract",),
        ("extract", "a.txt", "--plain", "docs.jsonl"),
        ("import",),
        ("import", "a.txt", "--workers", "0"),
        ("export", "people"),
        ("export", "events", "--format", "pdf"),
        ("export", "events", "--from", "yesterday"),
        ("export", "events", "--from", "2020-01-02", "--to", "2020-01-01"),
        ("dance",),
    ],
)
def test_wrong_arguments_end_with_status_2(words, capsys):
    with pytest.raises(SystemExit) as ended:
        run(*words)
    assert ended.value.code == 2
    assert capsys.readouterr().out == ""


def test_import_fills_the_store_and_sums_up(capsys, store_url):
    assert run("import", "ankara.txt", "moscow.txt") == 0
    out = capsys.readouterr().out
    assert "2 read; 4 events, 3 quotations" in out
    store = open_store(store_url)
    assert store.load("a1") == ANKARA
    store.engine.dispose()
    assert run("import", "ankara.txt") == 0
    assert "1 read again" in capsys.readouterr().out


def test_import_names_what_it_could_not_read(capsys):
    assert run("import", "ankara.txt", "broken.bin") == 1
    out = capsys.readouterr().out
    assert re.search(r"broken\.bin.*not read.*holds no article", out)
    assert "1 read, 1 not read" in out


def test_export_writes_csv_to_standard_output(capsys):
    run("import", "ankara.txt", "moscow.txt")
    capsys.readouterr()
    assert run("export", "events", "--from", "2017-12-01") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["event_id"] for row in rows] == ["a1-e0", "a2-e1"]


@pytest.mark.parametrize("table", ["events", "quotations", "stances", "articles"])
def test_export_writes_json_to_a_file(capsys, tmp_path, table):
    run("import", "ankara.txt", "moscow.txt")
    capsys.readouterr()
    out = tmp_path / "found.json"
    assert run("export", table, "--out", str(out)) == 0
    assert capsys.readouterr().out == ""
    assert len(json.loads(out.read_text(encoding="utf-8"))) == {"events": 4, "quotations": 3}.get(table, 2)


def test_export_into_a_missing_folder_is_one_clear_line(capsys, tmp_path):
    assert run("export", "events", "--out", str(tmp_path / "none" / "x.csv")) == 1
    assert "No such file or directory" in capsys.readouterr().err


def test_info_does_not_make_a_store(capsys, tmp_path):
    assert run("info") == 0
    assert "the store is made by the first import" in capsys.readouterr().out
    assert not (tmp_path / "folder").exists()


def test_info_says_what_the_store_holds(capsys):
    run("import", "ankara.txt", "moscow.txt", "broken.bin")
    capsys.readouterr()
    assert run("info") == 0
    out = capsys.readouterr().out
    assert "2 from 1 outlets" in out
    assert "Files that could not be read (1)" in out


def test_an_error_of_ours_is_one_line_and_status_1(capsys):
    def fail(_paths):
        raise LanguageError("the pipeline is missing")

    assert main(["extract", "x"], steps=replace(STEPS, find_files=fail)) == 1
    assert capsys.readouterr().err == "s400data: the pipeline is missing\n"


def test_an_interrupted_import_keeps_what_was_read(capsys, store_url):
    def results():
        yield ANKARA
        yield ArticleError("broken.txt", "is empty")
        raise KeyboardInterrupt

    def stop(store, _paths, **_options):
        return import_extractions(store, results())

    assert main(["import", "ankara.txt"], steps=replace(STEPS, import_files=stop)) == 130
    assert "stopped" in capsys.readouterr().err
    store = open_store(store_url)
    assert store.load("a1") == ANKARA
    run = queries.import_runs(store).iloc[0]
    assert (run["new"], run["failed"], run.isna()["finished"]) == (1, 1, True)
    store.engine.dispose()


def start(*words, **options):
    return subprocess.Popen(
        [sys.executable, *words], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options
    )


@pytest.mark.parametrize("words", [["--help"], ["info"], ["extract", "--help"], ["--version"]])
def test_help_and_info_load_no_language_pipeline(words):
    code = (
        "import sys; from s400data.__main__ import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "assert not {'spacy', 'onnxruntime', 'streamlit'} & set(sys.modules), 'loaded'"
    )
    process = start("-c", code, *words)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert out


def test_help_shows_examples(capsys):
    with pytest.raises(SystemExit) as ended:
        run("--help")
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert "python -m s400data export events --out events.xlsx" in out
    assert "S400_DATABASE_URL" in out


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_a_closed_pipe_is_quiet():
    run("import", "ankara.txt", "moscow.txt")
    process = start("-m", "s400data", "export", "events")
    process.stdout.close()
    process.stdout = None
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (128 + signal.SIGPIPE, "")


@pytest.mark.model
def test_the_seeds_are_read_imported_and_exported(tmp_path):
    docs = tmp_path / "docs.jsonl"
    text = "  “We bought it,” Mevlut Cavusoglu said.\u2028Odd  spacing stays.\n"
    docs.write_text(json.dumps({"doc_id": "d/1", "text": text, "published": "2019-11-27"}) + "\n")
    status, out, err = whole_run("extract", "--plain", str(docs))
    assert (status, len(lines(out))) == (0, 1), err
    assert (lines(out)[0]["doc_id"], lines(out)[0]["text"]) == ("d/1", text)
    status, out, err = whole_run("extract", "seeds", str(tmp_path / "missing.txt"))
    assert (status, len(lines(out))) == (1, 6), err
    read = [line for line in lines(out) if "text" in line]
    assert all(
        place["text"] == line["text"][place["start"] : place["end"]] for line in read for place in line["timexes"]
    )
    assert whole_run("import", "seeds")[0] == 0
    status, out, err = whole_run("export", "events")
    assert (status, len(list(csv.DictReader(io.StringIO(out))))) == (0, sum(len(line["events"]) for line in read))


def whole_run(*words):
    process = start("-m", "s400data", *words)
    out, err = process.communicate(timeout=300)
    return process.returncode, out, err


@pytest.mark.parametrize("ending", ["svg", "png", "pdf", "pptx"])
def test_a_figure_is_written_as_its_name_says(tmp_path, ending):
    run("import", "ankara.txt", "moscow.txt")
    out = tmp_path / f"timeline.{ending}"
    assert run("figure", "timeline", "--lanes", "country", "--title", "Kim, ne zaman?", "--out", str(out)) == 0
    assert out.read_bytes().startswith({"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF", "pptx": b"PK"}[ending])


def test_a_figure_of_nothing_is_told_and_writes_nothing(tmp_path, capsys):
    out = tmp_path / "timeline.svg"
    assert run("figure", "timeline", "--from", "2031-01-01", "--out", str(out)) == 1
    assert "nothing to draw" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["timeline", "--out", "x.gif"], id="an ending that names no format"),
        pytest.param(["portrait", "--out", "x.svg"], id="a figure nobody knows"),
        pytest.param(["timeline", "--out", "x.svg", "--width", "20"], id="too narrow"),
        pytest.param(["timeline", "--out", "x.svg", "--from", "2020-01-01", "--to", "2019-01-01"], id="dates crossed"),
    ],
)
def test_a_figure_with_wrong_arguments_says_what_would_be_right(words, capsys):
    with pytest.raises(SystemExit) as ended:
        run("figure", *words)
    assert ended.value.code == 2
    assert re.search("svg|timeline|480|later", capsys.readouterr().err)


def test_the_command_line_knows_the_figures_that_can_be_drawn():
    from s400data.commands import parsers
    from s400data.exports import printing
    from s400data.figures import FIGURES

    assert set(parsers.FIGURES) == set(FIGURES)
    assert set(parsers.PICTURES) == {*printing.PICTURES, "pptx"}


@pytest.mark.parametrize("table", ["events", "quotations", "articles", "stances"])
def test_a_row_of_json_or_csv_says_what_was_chosen_and_when_it_was_made(tmp_path, table):
    run("import", "ankara.txt", "moscow.txt")
    out = {kind: tmp_path / f"rows.{kind}" for kind in ("json", "csv")}
    for path in out.values():
        assert run("export", table, "--outlet", "Bosphorus Post", "--out", str(path)) == 0
    rows = json.loads(out["json"].read_text(encoding="utf-8"))
    with out["csv"].open(encoding="utf-8", newline="") as file:
        assert [row["drawn_from"] for row in csv.DictReader(file)] == [row["drawn_from"] for row in rows]
    assert {row["table"] for row in rows} == {table.capitalize()}
    assert {row["selected_by"] for row in rows} == {"Dates: any date. Outlet: Bosphorus Post."}
    assert all(row["drawn_from"].startswith("n = ") and "Bosphorus Post" in row["drawn_from"] for row in rows)
    assert all(row["made"].startswith("Made on ") for row in rows)


def test_a_workbook_says_what_was_chosen_and_when_it_was_made(tmp_path):
    run("import", "ankara.txt", "moscow.txt")
    out = tmp_path / "events.xlsx"
    assert run("export", "events", "--outlet", "Bosphorus Post", "--out", str(out)) == 0
    with zipfile.ZipFile(out) as parts:
        second = parts.read("xl/worksheets/sheet2.xml").decode()
    assert "Outlet: Bosphorus Post." in second
    assert "Made on " in second
