import pytest

from s400data.articles import read_article
from s400data.documents import RawArticle, read_document
from s400data.documents.decoding import clean
from s400data.knowledge.given_names import load_given_names
from s400data.knowledge.letters import damaged_names
from s400data.language.loading import WEIGHTS

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
        (AFFAIR.format("\u0421-400").replace("the \u0421", "the\u0421"), AFFAIR.format("S-400")),
        (AFFAIR.format("C-400").replace("the C", "theC"), AFFAIR.format("S-400")),
        ("The coupe's makers call theC-400 a bargain.", "The coupe's makers call the C-400 a bargain."),
        ("Mr Erdo?an and Mr ?avu?o?lu spoke.", "Mr Erdoğan and Mr Çavuşoğlu spoke."),
        ("Mr Erdo\ufffdan spoke to \ufffdavu\ufffdo\ufffdlu.", "Mr Erdoğan spoke to Çavuşoğlu."),
        ("Mr Erdo an and Mr Çavu o lu spoke.", "Mr Erdoğan and Mr Çavuşoğlu spoke."),
        ("Mr Cavu o lu's reply, avu o lu said", "Mr Çavuşoğlu's reply, Çavuşoğlu said"),
        ("Mr Erdoan and Mr Çavuolu spoke in T rkiye.", "Mr Erdoğan and Mr Çavuşoğlu spoke in Türkiye."),
        ("ERDO AN AND ERDO?AN", "ERDOĞAN AND ERDOĞAN"),
        ("Is it Erdo?", "Is it Erdo?"),
        ("Mr Erdoanli and the Erdo annex", "Mr Erdoanli and the Erdo annex"),
        ("He was said to be in Mali, K l and Bilgi.", "He was said to be in Mali, K l and Bilgi."),
        ("Erdogan, Erdoğan, Cavusoglu, Yildirim", "Erdogan, Erdoğan, Cavusoglu, Yildirim"),
        ("Mr Tro?man spoke.", "Mr Tro?man spoke."),
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


def test_words_whose_ending_lost_a_letter_are_flagged():
    text, notes = clean("Mr Hacio lu and Mr Erdo an spoke.")
    assert text == "Mr Hacio lu and Mr Erdoğan spoke."
    assert notes == ("mended letters: read 'Erdo an' as 'Erdoğan'", "letters are lost in 'Hacio lu'")


def test_parted_ligatures_are_named():
    assert clean("The \ufb01rst \ufb02ight")[1] == (
        "mended letters: read '\ufb01rst' as 'first', '\ufb02ight' as 'flight'",
    )


def test_no_damaged_form_is_a_name_or_a_word_by_itself():
    forms = {form for own in damaged_names().values() for form, _ in own if form.isalpha()}
    assert "Erdoan" in forms
    common = set((WEIGHTS / "vocab.txt").read_text(encoding="utf-8").lower().split())
    assert not {form.lower() for form in forms} & (common | set(load_given_names()))


def test_an_article_says_which_words_were_mended_and_its_offsets_hold():
    body = " ".join([AFFAIR.format("C-400"), "The M\u043esc\u043ew of\ufb01cials said that they were ready."] * 3)
    raw = RawArticle("a.txt", "text", f"Turkey keeps its \u0421-400 missiles\n\n{body}".encode())
    article = read_article(read_document(raw))
    assert article.title == "Turkey keeps its S-400 missiles"
    assert article.text[article.headline.start : article.headline.end] == article.title
    assert "C-400" not in article.text
    assert any("'C-400' as 'S-400'" in note for note in article.notes)
    assert any("as 'Moscow'" in note for note in article.notes)
