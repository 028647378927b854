"""Trees as spaCy's own pipelines give them, written by hand, and what becomes of them."""

# One case a line reads as a table.
# ruff: noqa: E501

import pytest
import spacy
from spacy.tokens import Doc, Span

from s400data.language.clear import bring_to_universal, is_clear

VOCAB = spacy.blank("en").vocab
# word pos head relation; heads count from 1, 0 is the root
CASES = [
    (
        "agent and time",
        "The/DET/2/det contract/NOUN/4/nsubjpass was/AUX/4/auxpass signed/VERB/0/ROOT by/ADP/4/agent Moscow/PROPN/5/pobj "
        "in/ADP/4/prep April/PROPN/7/pobj ././4/punct",
        {"contract": ("signed", "nsubj:pass"), "Moscow": ("signed", "obl:agent"), "by": ("Moscow", "case"), "April": ("signed", "obl")},
    ),
    (
        "prepositions in a row",
        "They/PRON/2/nsubj pulled/VERB/0/ROOT out/ADP/2/prep of/ADP/3/prep the/DET/6/det deal/NOUN/4/pobj with/ADP/6/prep Ankara/PROPN/7/pobj",
        {"deal": ("pulled", "obl"), "out": ("deal", "case"), "of": ("deal", "case"), "Ankara": ("deal", "nmod")},
    ),
    (
        "copula with a noun",
        "The/DET/2/det deal/NOUN/3/nsubj is/AUX/0/ROOT not/PART/3/neg a/DET/6/det threat/NOUN/3/attr ././3/punct",
        {"threat": ("threat", "ROOT"), "is": ("threat", "cop"), "deal": ("threat", "nsubj"), "not": ("threat", "advmod")},
    ),
    (
        "copula below a verb of saying",
        "He/PRON/2/nsubj said/VERB/0/ROOT talks/NOUN/4/nsubj were/AUX/2/ccomp over/ADJ/4/acomp ././2/punct",
        {"over": ("said", "ccomp"), "were": ("over", "cop"), "talks": ("over", "nsubj")},
    ),
    (
        "place as predicate",
        "The/DET/2/det radar/NOUN/3/nsubj is/AUX/0/ROOT in/ADP/3/prep Ankara/PROPN/4/pobj",
        {"Ankara": ("Ankara", "ROOT"), "is": ("Ankara", "cop"), "in": ("Ankara", "case")},
    ),
    (
        "existential",
        "There/PRON/2/expl was/VERB/0/ROOT a/DET/4/det desire/NOUN/2/attr",
        {"was": ("was", "ROOT"), "desire": ("was", "nsubj")},
    ),
    (
        "three conjuncts",
        "Merkel/PROPN/6/nsubj ,/PUNCT/1/punct Macron/PROPN/1/conj and/CCONJ/3/cc Conte/PROPN/3/conj met/VERB/0/ROOT",
        {"Macron": ("Merkel", "conj"), "Conte": ("Merkel", "conj"), "and": ("Conte", "cc")},
    ),
    (
        "clause behind a preposition",
        "He/PRON/2/nsubj insisted/VERB/0/ROOT on/ADP/2/prep buying/VERB/3/pcomp missiles/NOUN/4/dobj",
        {"buying": ("insisted", "advcl"), "on": ("buying", "mark"), "missiles": ("buying", "obj")},
    ),
    (
        "person told",
        "Pompeo/PROPN/2/nsubj told/VERB/0/ROOT reporters/NOUN/2/dative Monday/PROPN/2/npadvmod it/PRON/6/nsubj failed/VERB/2/ccomp",
        {"reporters": ("told", "iobj"), "Monday": ("told", "obl:unmarked"), "failed": ("told", "ccomp")},
    ),
]  # fmt: skip


def build(rows):
    parts = [row.rsplit("/", 3) for row in rows.split()]
    words = [part[0] for part in parts]
    heads = [k if part[2] == "0" else int(part[2]) - 1 for k, part in enumerate(parts)]
    lemmas = ["be" if word in {"is", "was", "were"} else word.lower() for word in words]
    pos = [part[1] if part[1] != "." else "PUNCT" for part in parts]
    return Doc(VOCAB, words=words, pos=pos, heads=heads, deps=[part[3] for part in parts], lemmas=lemmas)


@pytest.mark.parametrize(("rows", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_clear_tree_becomes_a_universal_one(rows, expected):
    doc = bring_to_universal(build(rows))
    found = {token.text: (token.head.text, token.dep_) for token in doc if token.text in expected}
    assert found == expected


def test_a_person_is_headed_by_the_first_name_and_the_title_hangs_on_it():
    doc = build(
        "President/PROPN/4/compound Recep/PROPN/4/compound Tayyip/PROPN/4/compound Erdogan/PROPN/5/nsubj spoke/VERB/0/ROOT"
    )
    doc.set_ents([Span(doc, 1, 4, "PERSON")])
    doc = bring_to_universal(doc)
    assert [(t.head.text, t.dep_) for t in doc] == [
        ("Recep", "nmod:desc"),
        ("spoke", "nsubj"),
        ("Recep", "flat"),
        ("Recep", "flat"),
        ("spoke", "ROOT"),
    ]


def test_entities_keep_only_the_labels_of_names():
    doc = build("Airbus/PROPN/2/nsubj sold/VERB/0/ROOT two/NUM/4/nummod jets/NOUN/2/dobj Monday/PROPN/2/npadvmod")
    doc.set_ents(
        [Span(doc, 0, 1, "ORG"), Span(doc, 2, 3, "CARDINAL"), Span(doc, 3, 4, "PRODUCT"), Span(doc, 4, 5, "DATE")]
    )
    assert [(e.text, e.label_) for e in bring_to_universal(doc).ents] == [("Airbus", "ORG"), ("jets", "MISC")]


def test_a_blank_pipeline_has_no_clear_parser():
    assert not is_clear(spacy.blank("en"))
