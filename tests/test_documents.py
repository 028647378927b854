"""Files of every format, opened and read: the same article comes out of each, and what is wrong is named."""

import csv
import io
import json
from datetime import date

import docx
import pytest

from s400data.articles import read_article
from s400data.documents import FORMATS, find_article_files, open_file, read_document
from s400data.errors import ArticleError
from tests.files import read_file
from tests.formats import (
    ATOM,
    PARAGRAPHS,
    ROW,
    STORY,
    TITLE,
    archive,
    json_lines,
    mail,
    page,
    pdf,
    rss,
    saved,
    table,
    word,
    wrapped,
)

NEWS_API = json.dumps(
    {
        "status": "ok",
        "articles": [
            {
                "source": {"id": None, "name": "Fjord Times"},
                "author": "Jane Doe",
                "title": TITLE,
                "publishedAt": "2020-03-03T18:10:00Z",
                "description": "Norway decides.",
                "content": "\n\n".join(PARAGRAPHS),
            }
        ],
    }
)
GUARDIAN = json.dumps(
    {
        "response": {
            "results": [
                {
                    "webTitle": TITLE,
                    "webPublicationDate": "2020-03-03T18:10:00Z",
                    "fields": {"bodyText": "\n\n".join(PARAGRAPHS), "byline": "Jane Doe", "publication": "Fjord Times"},
                }
            ]
        }
    }
)


def write(folder, name, content):
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def read_all(file, columns=None):
    return [
        found if isinstance(found, ArticleError) else read_article(read_document(found))
        for found in open_file(file, columns)
    ]


@pytest.mark.parametrize(
    ("name", "content", "outlet", "author"),
    [
        ("a.txt", STORY, "AFP", None),
        ("a.html", page(), "Fjord Times", "Jane Doe"),
        ("wrong_ending.txt", page(), "Fjord Times", "Jane Doe"),
        ("a.docx", word(), "AFP", None),
        ("a.pdf", pdf(wrapped(STORY)), "AFP", None),
        ("a.eml", mail(), "fjordtimes.example", None),
        ("page.eml", mail(text="See below.", html=page().decode()), "Fjord Times", "Jane Doe"),
        ("a.csv", table(), "Fjord Times", "Jane Doe"),
        ("semicolon.csv", table(delimiter=";"), "Fjord Times", "Jane Doe"),
        ("a.tsv", table(delimiter="\t"), "Fjord Times", "Jane Doe"),
        ("utf16.csv", table().decode().encode("utf-16"), "Fjord Times", "Jane Doe"),
        ("a.jsonl", json_lines(), "Fjord Times", "Jane Doe"),
        ("lines_named.json", json_lines((ROW, ROW)), "Fjord Times", "Jane Doe"),
        ("a.json", json.dumps(ROW), "Fjord Times", "Jane Doe"),
        ("list.json", json.dumps([ROW]), "Fjord Times", "Jane Doe"),
        ("newsapi.json", NEWS_API, "Fjord Times", "Jane Doe"),
        ("guardian.json", GUARDIAN, "Fjord Times", "Jane Doe"),
        ("a.rss", rss(), "Fjord Times", "Jane Doe"),
        ("a.xml", rss(), "Fjord Times", "Jane Doe"),
        ("atom.xml", ATOM, "Fjord Times", "Jane Doe"),
        ("a.zip", archive({"deep/a.html": page()}), "Fjord Times", "Jane Doe"),
    ],
)
def test_every_format_gives_the_same_article(name, content, outlet, author, tmp_path):
    article = read_file(write(tmp_path, name, content))
    assert article.title == TITLE
    assert article.text == STORY
    assert (article.outlet, article.author) == (outlet, author)
    assert article.published == date(2020, 3, 3)
    assert article.path.startswith(str(tmp_path / name))


def test_a_page_without_an_article_element_loses_its_menu_by_our_own_rules(tmp_path):
    body = "".join(f"<div>{words}</div>" for words in (TITLE, *PARAGRAPHS))
    menu = "<div>Home</div><div>World</div><div>Share on Facebook</div>"
    html = f"<html><body>{menu}{body}<div>Related stories</div><div>Ten islands to visit</div></body></html>"
    article = read_file(write(tmp_path, "a.html", html))
    assert article.text == STORY
    assert "Home" in {cut.text for cut in article.furniture} or "Home" not in article.text


def test_a_page_in_a_turkish_encoding_is_decoded_as_it_says(tmp_path):
    html = page(paragraphs=(*PARAGRAPHS, "Minister Çavuşoğlu said in Iğdır that he was content with what he had seen."))
    turkish = html.decode().replace('charset="utf-8"', 'charset="windows-1254"').encode("cp1254")
    assert "Çavuşoğlu said in Iğdır" in read_file(write(tmp_path, "a.html", turkish)).text


def test_a_page_saved_by_a_browser_keeps_its_address(tmp_path):
    html = page().replace(b'<link rel="canonical" href="https://www.fjordtimes.example/2020/03/03/batteries">', b"")
    html = html.replace(b'<meta property="og:site_name" content="Fjord Times">', b"").replace(b" | Fjord Times", b"")
    mark = b"<!-- saved from url=(0048)https://www.reuters.com/2020/03/03/batteries -->"
    assert read_file(write(tmp_path, "a.html", html.replace(b"<html>", mark + b"<html>"))).outlet == "Reuters"


def test_what_a_browser_saved_beside_a_page_is_left_out(tmp_path):
    (tmp_path / "a_files").mkdir()
    write(tmp_path, "a.html", page())
    write(tmp_path / "a_files", "frame.html", page())
    files, _ = find_article_files([tmp_path])
    assert [file.name for file in files] == ["a.html"]


def test_a_printed_page_loses_its_running_heads_and_broken_words(tmp_path):
    joined = "\n".join(wrapped(STORY, 60)).replace("Defence Minister", "De-\nfence Minister").split("\n")
    sheets = [
        [f"03/03/2020, 19:{n:02}   {TITLE} | Fjord Times", "", *part, "", f"https://www.fjordtimes.example/b   {n}/2"]
        for n, part in enumerate((joined[:6], joined[6:]), 1)
    ]
    article = read_file(write(tmp_path, "a.pdf", pdf(*sheets)))
    assert "six coastal batteries, Defence Minister" in article.text
    assert "19:0" not in article.text
    assert article.outlet == "fjordtimes.example"


def test_tables_in_a_document_are_read_in_their_place(tmp_path):
    document = docx.Document()
    document.add_paragraph(TITLE)
    cells = document.add_table(1, 1)
    cells.rows[0].cells[0].text = PARAGRAPHS[0]
    document.add_paragraph(PARAGRAPHS[1])
    article = read_file(write(tmp_path, "a.docx", saved(document)))
    assert article.text.index("coastal batteries,") < article.text.index("We need these systems")


def test_attachments_are_articles_of_their_own_and_a_covering_note_is_none(tmp_path):
    file = write(tmp_path, "a.eml", mail(text="For your file.", attachments=[("b.pdf", pdf(wrapped(STORY)))]))
    (article,) = read_all(file)
    assert (article.title, article.path) == (TITLE, f"{file}/b.pdf")


def test_rows_are_named_and_a_row_without_a_text_costs_only_itself(tmp_path):
    file = write(tmp_path, "a.csv", table((ROW, {**ROW, "Body": ""}, {**ROW, "Headline": "Norway waits for them"})))
    found = list(open_file(file))
    assert [one.name for one in found] == [f"{file}, row {n}" for n in (1, 2, 3)]
    with pytest.raises(ArticleError, match="row 2: has no text"):
        read_document(found[1])


def test_columns_can_be_said_and_the_others_are_guessed(tmp_path):
    rows = [{"A": TITLE, "B": "\n\n".join(PARAGRAPHS), "Headline": "Wire", "C": "Lex Post"}]
    file = write(tmp_path, "a.csv", table(rows))
    (guessed,) = read_all(file)
    assert (guessed.title, guessed.text.count("\n\n")) == ("Wire", 3)
    (told,) = read_all(file, {"title": "A", "outlet": "C"})
    assert (told.title, told.outlet, told.text) == (TITLE, "Lex Post", STORY)
    (missing,) = read_all(file, {"title": "D"})
    assert missing.reason == "has no column D; its columns are A, B, Headline, C"


def test_a_table_without_texts_is_refused_with_its_columns(tmp_path):
    (error,) = read_all(write(tmp_path, "a.csv", "x,y\n1,2\n"))
    assert error.reason == "no column holds the text of articles; its columns are x, y"


def test_a_line_that_is_no_json_costs_only_itself(tmp_path):
    file = write(tmp_path, "a.jsonl", json_lines() + b"{broken\n[1]\n" + json_lines())
    kinds = [type(one).__name__ for one in open_file(file)]
    assert kinds == ["RawArticle", "ArticleError", "ArticleError", "RawArticle"]


def test_seconds_since_1970_are_a_date(tmp_path):
    (article,) = read_all(write(tmp_path, "a.jsonl", json_lines([{**ROW, "Published At": 1583259000}])))
    assert article.published == date(2020, 3, 3)


def test_a_teaser_in_a_feed_is_named_as_too_short(tmp_path):
    file = write(tmp_path, "a.rss", rss(text="Norway decides this spring."))
    with pytest.raises(ArticleError, match=r"a\.rss, entry 1: .*words of running text"):
        read_file(file)


def test_members_of_other_formats_are_named_but_not_what_belongs_to_a_saved_page(tmp_path):
    files = {
        "a/page.html": page(), "a/page_files/map.png": "x", "a/page_files/frame.html": page(), "..": STORY,
        "b/map.png": "x", "__MACOSX/b.png": "x", ".git/x.png": "x", "../c": "x", "folder/": "",
    }  # fmt: skip
    skipped = []
    found = list(open_file(write(tmp_path, "a.zip", archive(files)), name="a.zip", skip=skipped.append))
    assert [one.name for one in found] == ["a.zip/a/page.html"]
    assert skipped == ["a.zip/", "a.zip/b/map.png", "a.zip/c"]


def test_one_bad_member_of_an_archive_does_not_stop_the_others(tmp_path):
    files = {
        "a.html": page(),
        "b.pdf": b"%PDF-1.4 broken",
        "c.zip": archive({"x.txt": STORY}),
        "d.txt": STORY,
        "e.png": b"x",
    }
    file = write(tmp_path, "a.zip", archive(files))
    found = list(open_file(file))
    assert [getattr(one, "kind", None) for one in found] == ["page", "pdf", None, "text"]
    assert found[2].reason == "an archive inside an archive; unpack it and import its folder"
    with pytest.raises(ArticleError, match=r"a\.zip/b\.pdf: a damaged PDF"):
        read_document(found[1])


def test_the_same_content_has_one_checksum_wherever_it_lies(tmp_path):
    write(tmp_path, "a.txt", STORY)
    write(tmp_path, "a.zip", archive({"a.txt": STORY}))
    one, other = (next(open_file(tmp_path / name)) for name in ("a.txt", "a.zip"))
    assert one.checksum == other.checksum


def test_every_format_named_is_read():
    assert {".txt", ".html", ".pdf", ".docx", ".eml", ".json", ".jsonl", ".csv", ".rss", ".atom", ".zip"} <= set(
        FORMATS
    )


def test_a_scan_is_told_from_a_text(tmp_path):
    with pytest.raises(ArticleError, match="a PDF without a text layer"):
        read_file(write(tmp_path, "a.pdf", pdf([""])))


def test_a_heading_row_alone_is_no_table(tmp_path):
    stream = io.StringIO()
    csv.writer(stream).writerow(["title", "text"])
    (error,) = read_all(write(tmp_path, "a.csv", stream.getvalue()))
    assert error.reason == "the table holds no row below its headings"
