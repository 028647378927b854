"""Subjects and objects on the wrong verb, and wrong tags, in trees written by hand."""

import pytest
import spacy
from spacy.tokens import Doc

from s400data.language.repairs import repair

# ruff: noqa: E501
VOCAB = spacy.blank("en").vocab
# word tag head relation; heads count from 1, 0 is the root
CASES = [
    (
        "addressee taken for a title",
        "He/PRP/2/nsubj told/VBD/0/ROOT reporters/NNS/4/nmod:desc Kozhin/NNP/2/iobj left/VBD/2/ccomp",
        {"reporters": ("told", "iobj"), "Kozhin": ("left", "nsubj")},
    ),
    (
        "a title stays one",
        "He/PRP/2/nsubj told/VBD/0/ROOT Minister/NNP/4/nmod:desc Kozhin/NNP/2/iobj left/VBD/2/ccomp",
        {"Minister": ("Kozhin", "nmod:desc"), "Kozhin": ("told", "iobj")},
    ),
    (
        "two subjects of one verb",
        "Pompeo/NNP/5/nsubj warned/VBD/5/ccomp Ankara/NNP/2/obj Brown/NNP/5/nsubj said/VBD/0/ROOT",
        {"Pompeo": ("warned", "nsubj"), "Brown": ("said", "nsubj")},
    ),
    (
        "a clause with a subject of its own",
        "Pompeo/NNP/2/nsubj said/VBD/0/ROOT they/PRP/4/nsubj left/VBD/2/ccomp",
        {"Pompeo": ("said", "nsubj"), "they": ("left", "nsubj")},
    ),
    (
        "two objects of one verb",
        "They/PRP/2/nsubj face/VBP/0/ROOT sanctions/NNS/2/obj if/IN/6/mark it/PRP/6/nsubj bought/VBD/2/advcl radars/NNS/2/obj",
        {"sanctions": ("face", "obj"), "radars": ("bought", "obj")},
    ),
    (
        "object taken for a modifier of a noun before",
        "They/PRP/2/nsubj face/VBP/0/ROOT sanctions/NNS/2/obj if/IN/6/mark it/PRP/6/nsubj bought/VBD/2/advcl radars/NNS/3/compound",
        {"sanctions": ("face", "obj"), "radars": ("bought", "obj")},
    ),
    (
        "a second clause with that",
        "He/PRP/2/nsubj said/VBD/0/ROOT talks/NNS/4/nsubj failed/VBD/2/ccomp and/CC/8/cc that/IN/8/mark they/PRP/8/nsubj left/VBD/2/conj",
        {"left": ("failed", "conj")},
    ),
    (
        "a past tense beside a modal",
        "He/PRP/2/nsubj said/VBD/0/ROOT it/PRP/5/nsubj would/MD/5/aux pay/VB/2/ccomp and/CC/7/cc threatened/VBN/5/conj more/JJR/7/obj",
        {"threatened": ("said", "conj")},
    ),
    (
        "a past word of saying behind a past perfect",
        "He/PRP/2/nsubj said/VBD/0/ROOT it/PRP/5/nsubj had/VBD/5/aux paid/VBN/2/ccomp and/CC/7/cc accused/VBD/5/conj them/PRP/7/obj",
        {"accused": ("said", "conj")},
    ),
    (
        "another past behind a past perfect stays",
        "He/PRP/2/nsubj said/VBD/0/ROOT it/PRP/5/nsubj had/VBD/5/aux paid/VBN/2/ccomp and/CC/7/cc waited/VBD/5/conj",
        {"waited": ("paid", "conj")},
    ),
    (
        "a clause behind a participle",
        "He/PRP/2/nsubj left/VBD/0/ROOT adding/VBG/2/advcl waivers/NNS/3/obj had/VBD/7/aux been/VBN/7/aux:pass sought/VBN/2/ccomp",
        {"waivers": ("sought", "nsubj"), "sought": ("adding", "ccomp")},
    ),
    (
        "an aside behind a subject",
        "Nobody/NN/7/nsubj ,/,/4/punct he/PRP/4/nsubj added/VBD/1/acl:relcl ,/,/4/punct can/MD/7/aux ask/VB/0/ROOT",
        {"added": ("ask", "parataxis")},
    ),
    (
        "a relative clause behind a subject stays",
        "Nobody/NN/7/nsubj ,/,/4/punct who/WP/4/nsubj argued/VBD/1/acl:relcl ,/,/4/punct can/MD/7/aux ask/VB/0/ROOT",
        {"argued": ("Nobody", "acl:relcl")},
    ),
    (
        "a past tense beside did stays",
        "He/PRP/2/nsubj said/VBD/0/ROOT it/PRP/5/nsubj did/VBD/5/aux pay/VB/2/ccomp and/CC/7/cc left/VBD/5/conj",
        {"left": ("pay", "conj")},
    ),
    (
        "the day of saying",
        "He/PRP/2/nsubj said/VBD/0/ROOT on/IN/4/case Tuesday/NNP/6/obl talks/NNS/6/nsubj failed/VBD/2/ccomp",
        {"Tuesday": ("said", "obl")},
    ),
    (
        "the day in a clause with that",
        "He/PRP/2/nsubj said/VBD/0/ROOT that/IN/7/mark on/IN/5/case Tuesday/NNP/7/obl talks/NNS/7/nsubj failed/VBD/2/ccomp",
        {"Tuesday": ("failed", "obl")},
    ),
    (
        "a second subject behind its clause",
        "One/PRP/3/nsubj will/MD/3/aux stop/VB/5/ccomp Demir/NNP/3/nsubj wrote/VBD/0/ROOT",
        {"One": ("stop", "nsubj"), "Demir": ("wrote", "nsubj")},
    ),
    (
        "an object that is the subject of what is said",
        "He/PRP/2/nsubj said/VBD/0/ROOT claims/NNS/2/obj were/VBD/5/cop false/JJ/2/ccomp",
        {"claims": ("false", "nsubj")},
    ),
    (
        "an object before what is asked for stays",
        "He/PRP/2/nsubj told/VBD/0/ROOT envoys/NNS/2/obj to/TO/5/mark leave/VB/2/ccomp",
        {"envoys": ("told", "obj")},
    ),
    (
        "a state behind its verb",
        "He/PRP/2/nsubj said/VBD/0/ROOT they/PRP/4/nsubj remained/VBD/2/ccomp uneasy/JJ/2/ccomp",
        {"uneasy": ("remained", "xcomp")},
    ),
    (
        "words passed on",
        "It/PRP/3/nsubj will/MD/3/aux stop/VB/8/ccomp ,/,/6/punct envoys/NNS/6/nsubj said/VBD/8/ccomp Tass/NNP/8/nsubj reported/VBD/0/ROOT",
        {"stop": ("said", "ccomp"), "said": ("reported", "ccomp")},
    ),
]


@pytest.mark.parametrize(("rows", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_arguments_are_moved_only_where_grammar_asks_for_it(rows, expected):
    parts = [row.split("/") for row in rows.split()]
    doc = Doc(
        VOCAB,
        words=[part[0] for part in parts],
        tags=[part[1] for part in parts],
        pos=["PROPN" if part[1] == "NNP" else "VERB" if part[1][:2] == "VB" else "X" for part in parts],
        heads=[k if part[2] == "0" else int(part[2]) - 1 for k, part in enumerate(parts)],
        deps=[part[3] for part in parts],
    )
    repair(doc)
    assert {t.text: (t.head.text, t.dep_) for t in doc if t.text in expected} == expected


@pytest.mark.parametrize(("word", "tag"), [("signing", "VBG"), ("being", "VBG"), ("bring", "VB"), ("string", "VB")])
def test_a_base_form_in_ing_has_no_vowel_before(word, tag):
    doc = Doc(VOCAB, words=["to", word], tags=["TO", "VB"], heads=[1, 1], deps=["mark", "ROOT"])
    assert repair(doc)[1].tag_ == tag
