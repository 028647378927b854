"""Names mended in hand-made docs: `tag` by tag, with what the encoder is said to have seen."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from s400data.errors import KnowledgeError
from s400data.knowledge.name_parts import load_name_parts
from s400data.knowledge.names import load_names
from s400data.language.names import mend_names

# ruff: noqa: E501
VOCAB = spacy.blank("en").vocab

# words with tags other than NN, then the encoder's names, then the mended ones
CASES = [
    ("title cut off", "President/NNP Gul/NNP spoke", [(0, 2, "PERSON")], [("Gul", "PERSON")]),
    ("title of two words", "Prime/NNP Minister/NNP Orban/NNP spoke", [(0, 3, "PERSON")], [("Orban", "PERSON")]),
    ("stray title", "the Secretary/NNP spoke", [(1, 2, "PERSON")], []),
    ("article cut off", "the Hellenic/NNP Navy/NNP sailed", [(0, 3, "ORG")], [("Hellenic Navy", "ORG")]),
    ("weapon seen as a person", "the Kh-59/NNP hit", [(1, 2, "PERSON")], [("Kh-59", "WEAPON")]),
    ("known law seen as a body", "CAATSA/NNP applies", [(0, 1, "ORG")], [("CAATSA", "LAW")]),
    ("known fair nobody saw", "at DSEI/NNP in London/NNP", [(3, 4, "GPE")], [("DSEI", "MISC"), ("London", "GPE")]),
    ("known agency nobody saw", "TASS/NNP reported", [], [("TASS", "ORG")]),
    ("known person cut short", "Recep/NNP Tayyip/NNP Erdogan/NNP left", [(1, 3, "PERSON")], [("Recep Tayyip Erdogan", "PERSON")]),
    ("person called like a country", "Michael/NNP Jordan/NNP and Jordan/NNP", [(0, 2, "PERSON"), (3, 4, "PERSON")], [("Michael Jordan", "PERSON"), ("Jordan", "PERSON")]),
    ("country stays one beside a namesake", "Michael/NNP Jordan/NNP left Jordan/NNP", [(0, 2, "PERSON"), (3, 4, "GPE")], [("Michael Jordan", "PERSON"), ("Jordan", "GPE")]),
    ("another Erdogan", "Emine/NNP Erdogan/NNP left", [(0, 2, "PERSON")], [("Emine Erdogan", "PERSON")]),
    ("known word in a longer name", "the Turkish/NNP Radio/NNP Authority/NNP said", [(1, 4, "ORG")], [("Turkish Radio Authority", "ORG")]),
    ("ordinary word in lower case", "a javelin hit", [], []),
    ("surname later", "Ana/NNP Brkic/NNP met Brkic/NNP", [(0, 2, "PERSON")], [("Ana Brkic", "PERSON"), ("Brkic", "PERSON")]),
    ("surname seen as a body", "Ana/NNP Brkic/NNP met Brkic/NNP", [(0, 2, "PERSON"), (3, 4, "ORG")], [("Ana Brkic", "PERSON"), ("Brkic", "PERSON")]),
    ("surname that is no name here", "Ana/NNP Brkic/NNP brkic", [(0, 2, "PERSON")], [("Ana Brkic", "PERSON")]),
    ("initials later", "the Basin/NNP Gas/NNP Union/NNP (/-LRB- BGU/NNP )/-RRB- and BGU/NNP", [(1, 4, "ORG")], [("Basin Gas Union", "ORG"), ("BGU", "ORG"), ("BGU", "ORG")]),
    ("ministry of a state", "Russia/NNP 's/POS Transport/NNP Ministry/NNP said", [(0, 4, "ORG")], [("Russia", "GPE"), ("Transport Ministry", "ORG")]),
    ("possessive in a name", "the People/NNPS 's/POS Party/NNP said", [(1, 4, "ORG")], [("People 's Party", "ORG")]),
    ("city seen as a body", "a plant in Kanpur/NNP", [(3, 4, "ORG")], [("Kanpur", "GPE")]),
    ("person called like a city", "Lansing/NNP resigned", [(0, 1, "PERSON")], [("Lansing", "PERSON")]),
    ("city called like a person", "in/IN Lansing/NNP they met", [(1, 2, "PERSON")], [("Lansing", "GPE")]),
    ("cities seen as people", "Salta/NNP and Tandil/NNP voted", [(0, 1, "PERSON"), (2, 3, "PERSON")], [("Salta", "GPE"), ("Tandil", "GPE")]),
    ("state seen as a person", "Jordan/NNP signed", [(0, 1, "PERSON")], [("Jordan", "GPE")]),
    ("person called like a state", "Mr/NNP Jordan/NNP signed", [(0, 2, "PERSON")], [("Jordan", "PERSON")]),
    ("capital that stands for its government", "Delhi/NNP declined", [(0, 1, "ORG")], [("Delhi", "GPE")]),
    ("state in the name of a water", "the Gulf/NNP of Oman/NNP", [(1, 2, "LOC"), (3, 4, "GPE")], [("Gulf of Oman", "LOC")]),
    ("unlisted water", "the Gulf/NNP of Sorna/NNP", [(3, 4, "GPE")], [("Gulf of Sorna", "LOC")]),
    ("people in the name of another", "the Turkish/JJ Cypriots/NNPS left", [(1, 2, "NORP"), (2, 3, "NORP")], [("Turkish Cypriots", "NORP")]),
    ("strip of land", "the Gaza/NNP Strip/NNP is closed", [(1, 3, "GPE")], [("Gaza Strip", "LOC")]),
    ("island seen as a state", "a cable to Crete/NNP broke", [(3, 4, "GPE")], [("Crete", "LOC")]),
    ("river behind an article", "along the Ondava/NNP they/PRP marched", [(2, 3, "GPE")], [("Ondava", "LOC")]),
    ("state behind an article", "in the Netherlands/NNP they met", [(2, 3, "GPE")], [("Netherlands", "GPE")]),
    ("republic behind an article", "in the Sornan/NNP Republic/NNP they/PRP met", [(2, 4, "GPE")], [("Sornan Republic", "GPE")]),
    ("name before a noun", "the Ondava/NNP offer/NN failed", [(1, 2, "GPE")], [("Ondava", "GPE")]),
    ("word behind an island", "off the Sorna/NNP islands/NNS", [(2, 3, "GPE")], [("Sorna", "LOC")]),
    ("word before an island", "on the island/NN of Sorna/NNP", [(4, 5, "GPE")], [("Sorna", "LOC")]),
    ("airport seen as a body", "at Sorna/NNP International/NNP Airport/NNP", [(1, 4, "ORG")], [("Sorna International Airport", "LOC")]),
    ("noun behind a region", "in Sorna/NNP state/NN they met", [(1, 3, "GPE")], [("Sorna", "GPE")]),
    ("ship called like a state", "the USS/NNP Ohio/NNP sailed", [(2, 3, "GPE")], [("USS Ohio", "MISC")]),
    ("ship seen as a state", "HMCS/NNP Sorna/NNP sailed", [(0, 2, "GPE")], [("HMCS Sorna", "MISC")]),
    ("unit nobody saw", "the 9th/JJ Mountain/NNP Brigade/NNP left", [], [("9th Mountain Brigade", "ORG")]),
    ("people seen as a body", "Poles/NNPS voted", [(0, 1, "ORG")], [("Poles", "NORP")]),
    ("aircraft seen as something", "a Mirage/NNP landed", [(1, 2, "MISC")], [("Mirage", "WEAPON")]),
    ("dateline seen as a person", "WASHINGTON/NNP —/: A senator/NN left", [(0, 1, "PERSON")], [("WASHINGTON", "GPE")]),
    ("several of a known weapon", "two Rafales/NNPS landed", [(1, 2, "MISC")], [("Rafales", "WEAPON")]),
    ("known surname seen as a place", "a call from Pompeo/NNP", [(3, 4, "GPE")], [("Pompeo", "PERSON")]),
    ("possessive cut off", "Moscow/NNP 's/POS offer", [(0, 2, "GPE")], [("Moscow", "GPE")]),
]  # fmt: skip


def build(text):
    pairs = [word.rsplit("/", 1) if "/" in word else (word, "NN") for word in text.split()]
    return Doc(VOCAB, words=[p[0] for p in pairs], tags=[p[1] for p in pairs])


@pytest.mark.parametrize(("text", "seen", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_names_are_mended(text, seen, expected):
    doc = build(text)
    doc.set_ents([Span(doc, *span) for span in seen])
    assert [(span.text, span.label_) for span in mend_names(doc)] == expected


def test_the_surname_of_a_person_is_no_name_before_another_noun():
    doc = Doc(
        VOCAB,
        words=["Ana", "Brkic", "saw", "Brkic", "Tower"],
        tags=["NNP", "NNP", "VBD", "NNP", "NNP"],
        heads=[2, 0, 2, 4, 2],
        deps=["nsubj", "flat", "ROOT", "compound", "obj"],
    )
    doc.set_ents([Span(doc, 0, 2, "PERSON")])
    assert [span.text for span in mend_names(doc)] == ["Ana Brkic"]


def test_a_name_listed_twice_is_refused(tmp_path):
    path = tmp_path / "names.toml"
    path.write_text('[[names]]\nlabel = "ORG"\nwords = ["A", "B"]\n[[names]]\nlabel = "GPE"\nwords = ["A"]\n', "utf-8")
    with pytest.raises(KnowledgeError, match="'A' is listed twice") as caught:
        load_names(path)
    assert caught.value.line == 4


def test_parts_of_one_label_listed_twice_are_refused(tmp_path):
    path = tmp_path / "name_parts.toml"
    path.write_text('[[parts]]\nlabel = "LOC"\n[[parts]]\nlabel = "LOC"\n', "utf-8")
    with pytest.raises(KnowledgeError, match="'LOC' is listed twice") as caught:
        load_name_parts(path)
    assert caught.value.line == 3


def test_an_unknown_label_is_refused(tmp_path):
    path = tmp_path / "names.toml"
    path.write_text('[[names]]\nlabel = "GOD"\nwords = ["A"]\n', "utf-8")
    with pytest.raises(KnowledgeError, match="label"):
        load_names(path)
