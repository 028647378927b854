"""Reading raw files: what is refused and why, how bytes become text, and properties that hold for any bytes."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from s400data.articles import read_plain
from s400data.articles.blocks import read_blocks
from s400data.articles.bylines import read_byline, read_name
from s400data.articles.stamps import read_stamp
from s400data.documents import FORMATS, find_article_files
from s400data.documents.decoding import clean
from s400data.errors import ArticleError
from s400data.knowledge.outlets import host_of
from tests.files import read_file

STORY = (
    "Turkey keeps its missiles\n\n"
    "ANKARA, July 12, 2019 (AFP) - Turkey will keep the missiles it bought from Russia, the president said in "
    "the capital on Friday, and nobody will make it change its mind.\n\n"
    "The head of the alliance said that he was concerned, but that talks with the government would go on for as "
    "long as they were needed.\n"
)
SEEDS = Path(__file__).parent.parent / "seeds"


def write(folder, content, name="page.txt"):
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return file


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"", "the file is empty", id="empty file"),
        pytest.param(b" \n\t\r\n  ", "only white space", id="white space"),
        pytest.param(b"\xef\xbb\xbf\n", "only white space", id="only a byte order mark"),
        pytest.param(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3 obj", "a damaged PDF", id="PDF by its first bytes"),
        pytest.param(b"PK\x03\x04" + b"\x00" * 40, "not a whole ZIP archive", id="ZIP by its first bytes"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "a PNG picture", id="PNG by its first bytes"),
        pytest.param(bytes(range(256)) * 8, "binary data", id="control characters"),
        pytest.param(b"Missiles arrive in Ankara\n", "words of running text", id="a headline alone"),
        pytest.param(
            "Россия поставит Турции зенитные ракетные системы в срок, заявил представитель компании. " * 4,
            "in Russian; English is accepted",
            id="Russian",
        ),
        pytest.param(
            "Türkiye hava savunma sistemini almaktan vazgeçmeyecek, dedi Dışişleri Bakanı basın toplantısında. " * 4,
            "in Turkish; English is accepted",
            id="Turkish",
        ),
        pytest.param(
            "Die Türkei wird nach den Worten ihres Präsidenten an dem Kauf der Raketen festhalten und nicht "
            "nachgeben, wie er am Freitag in Ankara sagte. " * 3,
            "in German; English is accepted",
            id="German",
        ),
    ],
)
def test_what_is_no_article_is_refused_with_file_and_reason(content, reason, tmp_path):
    file = write(tmp_path, content)
    with pytest.raises(ArticleError, match=r"page\.txt") as caught:
        read_file(file)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_beyond_the_limit_is_refused_without_being_read(tmp_path):
    file = tmp_path / "huge.txt"
    with file.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(ArticleError, match=r"too large \(50 MB\); up to 2 MB is accepted"):
        read_file(file)


def test_a_missing_file_is_an_article_error(tmp_path):
    with pytest.raises(ArticleError, match="cannot be read"):
        read_file(tmp_path / "none.txt")


@pytest.mark.parametrize(
    ("encoded", "expected", "note"),
    [
        pytest.param(
            STORY.replace("president", "Erdoğan").encode("cp1254"), "Erdoğan", "windows-1254", id="Turkish page"
        ),
        pytest.param(STORY.replace("mind", "“mind”").encode("cp1252"), "“mind”", "windows-1252", id="Western page"),
        pytest.param(STORY.encode("utf-16"), "the president said", "utf-16", id="UTF-16 with its mark"),
        pytest.param(b"\xef\xbb\xbf" + STORY.encode(), "the president said", None, id="UTF-8 with a mark"),
        pytest.param(STORY.replace("\n", "\r\n").encode(), "the president said", None, id="carriage returns"),
        pytest.param(
            STORY.replace("president", "Erdoğan’s “aide”").encode("utf-8") + b"\xff",
            "Erdoğan’s “aide”",
            "replaced",
            id="one broken byte",
        ),
        pytest.param(
            STORY.replace("mind", "“mind”").encode("utf-8").decode("cp1252", "replace").encode(),
            "mind",
            None,
            id="decoded twice",
        ),
    ],
)
def test_bytes_become_the_text_a_reader_sees(encoded, expected, note, tmp_path):
    article = read_file(write(tmp_path, encoded))
    assert expected in article.text
    assert article.title == "Turkey keeps its missiles"
    assert "\r" not in article.text
    assert note is None or any(note in remark for remark in article.notes)


def test_mended_letters_leave_quotation_marks_as_they_are():
    text, notes = clean('He saidâ€™s not â€œoursâ€\x9d, “this” and ‘that’ and "those".')
    assert '“this” and ‘that’ and "those"' in text
    assert "â€" not in text
    assert notes


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\ufeff", "\x00", "\x07", "\ud83d"])
def test_invisible_characters_go(mark):
    assert clean(f"de{mark}fence")[0] == "defence"


def test_files_are_found_in_folders_sorted_without_hidden_ones_and_once(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden.txt", "deep/c.TXT", ".git/d.txt", "notes.doc"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path, STORY, name)
    files, errors = find_article_files([tmp_path, tmp_path / "a.txt", tmp_path / "deep" / ".." / "b.txt"])
    assert [file.name for file in files] == ["a.txt", "b.txt", "c.TXT"]
    assert errors == []


def test_paths_that_hold_no_articles_are_named_with_the_formats_read(tmp_path):
    (tmp_path / "empty").mkdir()
    write(tmp_path, STORY, "page.xyz")
    files, errors = find_article_files([tmp_path / "empty", tmp_path / "page.xyz", tmp_path / "gone.txt"])
    assert files == []
    assert [error.reason for error in errors] == [
        f"the folder holds no files; formats read: {', '.join(FORMATS)}",
        f"unknown format '.xyz'; formats read: {', '.join(FORMATS)}",
        "no such file or folder",
    ]


def test_a_plain_text_is_taken_as_it_is():
    text = "Title here\n\n  Body — with “quotes”.\x00 "
    article = read_plain("doc-1", text, "2019-11-27", "Title here")
    assert (article.article_id, article.text) == ("doc-1", text)
    assert (article.published, article.published_basis) == (date(2019, 11, 27), "metadata")
    assert article.headline is not None
    assert article.headline.text == "Title here"
    assert read_plain("doc-2", text, None, "Another").headline is None


def test_a_plain_text_with_a_bad_date_is_refused():
    with pytest.raises(ArticleError, match="doc-3: '27 Nov' is no date; YYYY-MM-DD is expected"):
        read_plain("doc-3", "text", "27 Nov", None)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("16:02 27.11.2019", (2019, 11, 27)),
        ("03 May 2019 Read: 1566", (2019, 5, 3)),
        ("Published: 12 July 2019, 14:03", (2019, 7, 12)),
        ("July 12, 2019 / 8:33 AM / Updated 3 hours ago", (2019, 7, 12)),
        ("Last updated on Wednesday, July 17, 2019 at 5:03 p.m. EDT", (2019, 7, 17)),
        ("2019-07-12T14:03:00Z", (2019, 7, 12)),
        ("9 February 201712:41", (2017, 2, 9)),
        ("12.07.19 14:22", (2019, 7, 12)),
        ("Dec 16, 2020  •   •  < 1 minute read", (2020, 12, 16)),
        ("27 April, 14:03", (None, 4, 27)),
    ],
)
def test_a_date_line_is_read(line, day):
    stamp = read_stamp(line)
    assert stamp is not None
    assert (stamp.year, stamp.month, stamp.day) == day


@pytest.mark.parametrize(
    "line",
    [
        "Turkey took delivery on 12 July 2019 of the missiles",
        "The contract was signed in December 2017.",
        "DSEI 2025: a new weapon station nears the end of its development",
        "No date at all",
    ],
)
def test_a_sentence_with_a_date_is_no_date_line(line):
    assert read_stamp(line) is None


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By JANE DOE and John Smith, Associated Press", "JANE DOE, John Smith"),
        ("By Jane Doe, Defense Correspondent", "Jane Doe"),
        ("Written by Mehmet Öz", "Mehmet Öz"),
        ("By Reuters", None),
        ("By Daily Sabah with Agencies", None),
    ],
)
def test_a_byline_names_persons_only(line, author):
    byline = read_byline(line)
    assert byline is not None
    assert byline.author == author


@pytest.mark.parametrize("line", ["By April the system will be ready", "By and large", "Bypassing sanctions", "By car"])
def test_a_sentence_with_by_is_no_byline(line):
    assert read_byline(line) is None


def test_a_line_of_a_name_is_told_from_a_headline():
    assert read_name("Burak Ege Bekdil") == "Burak Ege Bekdil"
    assert read_name("Turkey gets missiles") is None


@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=3000))
def test_any_bytes_give_an_article_or_an_article_error(content):
    with tempfile.TemporaryDirectory() as folder:
        check_article(write(Path(folder), content))


LINES = st.sampled_from(
    [
        *STORY.splitlines(),
        "Related",
        "-",
        "More from Land Warfare",
        "By Jane Doe",
        "12 July 2019",
        "(Reuters) -",
        "©",
        "Title: x",
        "https://example.org/2019/07/12/a",
        "/TASS/",
        "3 Comments",
        "Share",
        "July 12. ",
        "ANKARA -",
        "1.",
        "Source: Reuters",
        "“",
        "...",
    ]
)


@settings(max_examples=120, deadline=None)
@given(lines=st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=25))
def test_any_lines_give_an_article_whose_offsets_hold_or_an_article_error(lines):
    with tempfile.TemporaryDirectory() as folder:
        check_article(write(Path(folder), "\n".join(lines).encode("utf-8", "surrogatepass")))


def check_article(file):
    try:
        article = read_file(file)
    except ArticleError:
        return
    assert article.text == article.text.strip()
    assert "\n\n\n" not in article.text
    if article.headline:
        assert article.text[article.headline.start : article.headline.end] == article.headline.text
        assert article.headline.text == article.title
    assert (
        (article.published is None) == (article.published_basis == "unknown") == (article.published_precision is None)
    )
    assert all(item.reason and item.line >= 1 for item in article.furniture)
    assert read_file(file) == article


@given(text=st.text(max_size=400))
def test_blocks_lose_no_letters(text):
    shown = [letter for letter in text.replace("\r", "\n") if not letter.isspace()]
    kept = [letter for block in read_blocks(text.replace("\r", "\n")) for letter in block.text if not letter.isspace()]
    assert kept == shown


@pytest.mark.parametrize(
    ("seed", "title", "outlet", "published"),
    [
        ("000", "US again warns Turkey on Russian missiles at NATO", "Shephard Media", None),
        (
            "001",
            "Russia’s S-400 systems in Turkey threaten US personnel, Pompeo tells Turkish counterpart",
            "TASS",
            "2020-12-18",
        ),
        (
            "002",
            "Russian-Made S-400 Systems Vital for Turkish Defence Capabilities – Ankara",
            "Sputnik News",
            "2019-11-27",
        ),
        ("003", None, None, None),
        (
            "004",
            "US, Turkey to continue discussions over buying Russian S-400 air defense systems",
            "AzVision.az",
            "2019-05-03",
        ),
    ],
)
def test_the_seeds_are_read(seed, title, outlet, published):
    article = read_file(next(SEEDS.glob(f"{seed}_*.txt")))
    assert (article.title, article.outlet) == (title, outlet)
    assert article.published == (date.fromisoformat(published) if published else None)


@pytest.mark.parametrize(
    ("address", "host"),
    [("https://www.fjord.example/x", "www.fjord.example"), ("http://[fjord.example/x", None), ("no address", None)],
)
def test_a_broken_address_names_no_host(address, host):
    assert host_of(address) == host
