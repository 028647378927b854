import pickle
import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.matcher import DependencyMatcher

from s400data.errors import LanguageError
from s400data.language import load_pipeline, loading, parse
from s400data.language.casing import casing
from s400data.language.component import EncoderPipe
from s400data.language.decoding import best_labels, best_tree
from s400data.language.morphology import restore_final_e
from s400data.language.syntax import child, is_negated, phrase, span_at, subject

pytestmark = pytest.mark.model

SENTENCES = [
    ("said", "The minister said the talks had failed.", "minister", "failed"),
    ("inversion", '"We will not wait," said Kozhin.', "Kozhin", "wait"),
    ("aside", "Johnson, who replaced Miller in May, insisted that the deal was dead.", "Johnson", "dead"),
    ("title", "Greek Defence Minister Nikos Panas warned that patience was running out.", "Panas", "running"),
]


@pytest.mark.parametrize(("text", "who", "what"), [row[1:] for row in SENTENCES], ids=[row[0] for row in SENTENCES])
def test_subject_and_content_clause_hang_on_the_verb_of_saying(text, who, what):
    doc = parse(text)
    cue = next(t for t in doc if t.lemma_ in {"say", "insist", "warn"})
    assert who in phrase(subject(cue)).text
    assert child(cue, "ccomp").text == what


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "one",
        "emoji 😀 here",
        "Привет, мир. " * 20,
        "مرحبا بالعالم",
        "a\x00b\x07c",
        "word " * 3000,
        "x" * 5000,
    ],
    ids=[
        "empty",
        "blank",
        "breaks",
        "one token",
        "emoji",
        "Cyrillic",
        "Arabic",
        "controls",
        "no full stop",
        "one long word",
    ],
)
def test_odd_text_is_parsed_with_its_offsets_intact(text):
    doc = parse(text)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)


def test_a_lone_surrogate_keeps_its_place():
    assert parse("before \ud800 after").text == "before \ufffd after"


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_every_sentence_is_one_tree(text):
    doc = parse(text)
    for sent in doc.sents:
        assert sum(t.head.i == t.i for t in sent) == 1


def shape(doc):
    return [(t.text, t.tag_, t.dep_, t.head.i, t.ent_type_) for t in doc]


def test_a_text_is_parsed_alike_alone_among_others_and_on_a_thread():
    texts = [row[1] for row in SENTENCES]
    alone = [shape(parse(text)) for text in texts]
    together = [shape(doc) for doc in load_pipeline().pipe(texts)]
    results = []
    thread = threading.Thread(target=lambda: results.extend(shape(parse(text)) for text in texts))
    thread.start()
    thread.join()
    assert alone == together == results


def test_a_text_is_parsed_alike_on_one_and_two_threads_of_the_encoder():
    text = "\n\n".join(row[1] for row in SENTENCES) * 20
    make_doc = load_pipeline().make_doc
    one, two = (EncoderPipe(load_pipeline(), loading.WEIGHTS, threads=n)(make_doc(text)) for n in (1, 2))
    assert shape(one) == shape(two)


def test_processes_parse_as_one_does():
    nlp = load_pipeline()
    texts = [row[1] for row in SENTENCES]
    assert [shape(doc) for doc in nlp.pipe(texts, n_process=2)] == [shape(doc) for doc in nlp.pipe(texts)]


def test_the_pipe_survives_pickling():
    pipe = load_pipeline().get_pipe("s400_encoder")
    text = SENTENCES[0][1]
    assert shape(pickle.loads(pickle.dumps(pipe))(load_pipeline().make_doc(text))) == shape(
        pipe(load_pipeline().make_doc(text))
    )


def test_spacy_matchers_work_on_the_parse():
    matcher = DependencyMatcher(load_pipeline().vocab)
    speaker = {"LEFT_ID": "cue", "REL_OP": ">", "RIGHT_ID": "speaker", "RIGHT_ATTRS": {"DEP": "nsubj"}}
    matcher.add("said", [[{"RIGHT_ID": "cue", "RIGHT_ATTRS": {"LEMMA": "say"}}, speaker]])
    doc = parse(SENTENCES[1][1])
    ((_, (cue, who)),) = matcher(doc)
    assert (doc[cue].text, doc[who].text) == ("said", "Kozhin")


def test_a_break_opens_a_sentence():
    text = "WASHINGTON, December 18. /TASS/. The minister left."
    doc = parse(text, breaks=[text.index("The")])
    assert doc.char_span(text.index("The"), text.index("The") + 3)[0].is_sent_start


def test_auxiliaries_have_the_lemma_of_their_verb():
    lemmas = [
        t.lemma_ for t in parse("They weren't told and he's been waiting; it won't do.") if t.pos_ in {"AUX", "PART"}
    ]
    assert lemmas[:2] == ["be", "not"]
    assert "will" in lemmas


@pytest.mark.parametrize(
    ("form", "lemma", "right"),
    [
        ("hopes", "hop", "hope"),
        ("hoped", "hop", "hope"),
        ("stating", "stat", "state"),
        ("hopped", "hop", "hop"),
        ("goes", "go", "go"),
        ("pushes", "push", "push"),
        ("visited", "visit", "visit"),
        ("played", "play", "play"),
        ("needed", "need", "need"),
        ("ended", "end", "end"),
    ],
)
def test_a_verb_keeps_the_e_of_its_lemma(form, lemma, right):
    assert restore_final_e(form, lemma) == right


def test_negation_belongs_to_its_own_verb():
    doc = parse("He said they did not agree.")
    verbs = {t.text: is_negated(t) for t in doc if t.text in {"said", "agree"}}
    assert verbs == {"said": False, "agree": True}


def test_a_span_holds_every_token_its_characters_touch():
    doc = parse("The talks  failed, he said.")
    touched = {(4, 9): "talks", (6, 13): "talks  failed", (0, 27): "The talks  failed, he said.", (17, 18): ","}
    assert {edges: span_at(doc, *edges).text for edges in touched} == touched
    assert span_at(doc, 3, 4) is None
    assert span_at(doc, 5, 5) is None


def test_a_name_goes_on_after_a_double_space():
    doc = parse("The envoy met John  Smith and Angela  Merkel in Berlin.")
    assert all(doc[ent.start].ent_iob_ == "B" for ent in doc.ents)


def test_an_unknown_pipeline_is_named_in_the_error():
    with pytest.raises(LanguageError, match="no_such_pipeline"):
        load_pipeline("no_such_pipeline")


def test_missing_weights_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(loading, "WEIGHTS", tmp_path)
    with pytest.raises(LanguageError, match=r"encoder\.onnx"):
        loading._build_shipped()


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 9), st.integers(0, 10_000))
def test_the_best_tree_is_a_tree_whatever_the_scores(n, seed):
    heads = best_tree(np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32))
    assert (heads == 0).sum() == 1
    for word in range(n):
        steps, node = 0, word + 1
        while node and steps <= n:
            node, steps = heads[node - 1], steps + 1
        assert node == 0


def test_a_cycle_of_greedy_heads_is_broken_at_the_least_cost():
    # Both words prefer each other; the root is worth more to the second.
    scores = np.array([[0.0, -9.0, 5.0], [2.0, 5.0, -9.0]], np.float32)
    assert best_tree(scores).tolist() == [2, 0]


def test_labels_obey_forbidden_transitions():
    emissions = np.array([[1.0, 0.9, 0.0], [0.0, 0.0, 1.0]], np.float32)
    transitions = np.array([[0, 0, -1e4], [0, 0, 0], [0, 0, 0]], np.float32)
    assert best_labels(emissions, transitions, np.zeros(3, np.float32)).tolist() == [1, 2]


@pytest.mark.parametrize(
    ("word", "kind"),
    [("talks", 1), ("Ankara", 2), ("NATO", 3), ("A", 4), ("McCain", 5), ("iPhone", 6), ("2017", 7), ("S-400", 8)],
)
def test_casing_classes(word, kind):
    assert casing(word) == kind
