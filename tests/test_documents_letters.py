import pytest

from s400data.articles import read_article
from s400data.documents import RawArticle, read_document
from s400data.documents.decoding import clean

AFFAIR = "Ankara told Moscow that it will keep the {} batteries it bought from Russia."


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("The \ufb01rst of\ufb01cial \ufb02ight", "The first official flight"),
        ("de\u00adfence\u00a0ministry", "defence ministry"),
        ("Tur\u043aey and M\u043escow", "Turkey and Moscow"),
        ("M\u043esc\u043ew", "Moscow"),
        ("Президент", "Президент"),
        (AFFAIR.format("\u0421-400"), AFFAIR.format("S-400")),
        (AFFAIR.format("C-400"), AFFAIR.format("S-400")),
        (AFFAIR.format("C 400"), AFFAIR.format("S-400")),
        (AFFAIR.format("S400"), AFFAIR.format("S400")),
        (AFFAIR.format("S 400"), AFFAIR.format("S 400")),
        ("The C-400 coupe costs more.", "The C-400 coupe costs more."),
        ("Russia sold theS-400 to Turkey.", "Russia sold the S-400 to Turkey."),
        ("The ships left theQ-12 pier.", "The ships left theQ-12 pier."),
        ("Mr Erdo?an and Mr ?avu?o?lu spoke.", "Mr Erdogan and Mr Cavusoglu spoke."),
        ("Mr Erdo\ufffdan spoke.", "Mr Erdogan spoke."),
        ("Did Turkey pay?Yes, it did.", "Did Turkey pay?Yes, it did."),
        ("Will it be Turkey?They say so.", "Will it be Turkey?They say so."),
        ("What now?", "What now?"),
        (
            "See https://example.org/Watch?v=1 or Site.org/Page?Id.",
            "See https://example.org/Watch?v=1 or Site.org/Page?Id.",
        ),
    ],
)
def test_letters_are_mended_where_sure(written, read):
    assert clean(written)[0] == read


def test_names_with_lost_letters_that_nobody_can_tell_are_flagged_as_they_stand():
    text, notes = clean("Mr Zor\ufffdulbey spoke.")
    assert "Zor\ufffdulbey" in text
    assert any("lost" in note and "Zor\ufffdulbey" in note for note in notes)


def test_an_article_says_which_words_were_mended_and_its_offsets_hold():
    body = " ".join([AFFAIR.format("C-400"), "The M\u043esc\u043ew of\ufb01cials said that they were ready."] * 3)
    raw = RawArticle("a.txt", "text", f"Turkey keeps its \u0421-400 missiles\n\n{body}".encode())
    article = read_article(read_document(raw))
    assert article.title == "Turkey keeps its S-400 missiles"
    assert article.text[article.headline.start : article.headline.end] == article.title
    assert "C-400" not in article.text
    assert any("'C-400' as 'S-400'" in note for note in article.notes)
    assert any("as 'Moscow'" in note for note in article.notes)
