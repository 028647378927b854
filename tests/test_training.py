"""How corpora become samples: none of it needs the encoder or a deep-learning library."""

from random import Random

import pytest

from training import labels
from training.augmentation import LONGEST_WINDOW, NameSwaps, build_windows
from training.corpora import read_columns, read_re3d
from training.labels import other_label, place_label, to_tags
from training.measures import Counts, read_marked
from training.names import gum_entities, universal_ner
from training.samples import Sample, join, name_spans, read_corpora, split, write_corpora
from training.treebanks import names_in_misc, no_names, read_sentences, to_samples

TREES = """# newdoc id = d1
# newpar
# sent_id = s1
# text = Ankara didn't buy it.
1	Ankara	Ankara	PROPN	NNP	_	4	nsubj	_	NER=B-GPE
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	NER=O
3	n't	not	PART	RB	_	4	advmod	_	NER=O
4	buy	buy	VERB	VB	_	0	root	_	NER=O
5	it	it	PRON	PRP	_	4	obj	_	NER=O|SpaceAfter=No
6	.	.	PUNCT	.	_	4	punct	_	NER=O

# sent_id = s2
# text = Gonna wait.
1-2	Gonna	_	_	_	_	_	_	_	_
1	Going	go	VERB	VBG	_	0	root	_	NER=O
2	to	to	PART	TO	_	3	mark	_	NER=O
3	wait	wait	VERB	VB	_	1	xcomp	_	NER=O|SpaceAfter=No
3.1	ghost	ghost	NOUN	NN	_	_	_	_	_
4	.	.	PUNCT	.	_	1	punct	_	NER=O

# newpar
# sent_id = s3
# text = Yes.
1	Yes	yes	INTJ	UH	_	0	root	_	SpaceAfter=No
2	.	.	PUNCT	.	_	1	punct	_	_

"""


@pytest.fixture(autouse=True)
def few_cities(monkeypatch):
    monkeypatch.setattr(labels, "city_names", lambda: frozenset({"raqqa", "oz"}))


@pytest.fixture
def trees(tmp_path):
    path = tmp_path / "trees.conllu"
    path.write_text(TREES, encoding="utf-8")
    return path


def test_paragraphs_become_samples_with_their_text_and_heads(trees):
    first, second = to_samples(read_sentences(trees), names_in_misc)
    assert first.text == "Ankara didn't buy it. Gonna wait."
    assert first.words[:4] == ["Ankara", "did", "n't", "buy"]
    assert first.heads == [3, 3, 3, 3, 3, 3, 6, 6, 6]
    assert first.starts.count(True) == 2
    assert first.names[0] == "B-GPE"
    assert (second.text, second.names) == ("Yes.", ["", ""])


def test_a_contraction_that_its_parts_do_not_spell_is_one_word(trees):
    first, _ = to_samples(read_sentences(trees), no_names)
    assert first.words[6:] == ["Gonna", "wait", "."]
    assert first.rels[6] == "ROOT"


def test_samples_are_cut_at_sentences_and_joined_again(trees):
    first, second = to_samples(read_sentences(trees), names_in_misc)
    parts = list(split(first, 6))
    assert [part.text for part in parts] == ["Ankara didn't buy it.", "Gonna wait."]
    assert parts[1].heads == [0, 0, 0]
    assert join(parts) == first
    assert join([first, second]).text == "Ankara didn't buy it. Gonna wait. Yes."


def test_a_sentence_too_long_for_a_window_stays_whole(trees):
    first, _ = to_samples(read_sentences(trees), no_names)
    assert [len(part.words) for part in split(first, 4)] == [6, 3]


def test_corpora_come_back_as_written(trees, tmp_path):
    corpora = {"own": list(to_samples(read_sentences(trees), names_in_misc))}
    write_corpora(corpora, tmp_path / "samples.json")
    assert read_corpora(tmp_path / "samples.json") == corpora


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        (["B-ORG", "I-ORG", "O"], {(0, 2, "ORG")}),
        (["B-ORG", "B-ORG"], {(0, 1, "ORG"), (1, 2, "ORG")}),
        (["I-ORG", "I-GPE"], {(0, 1, "ORG"), (1, 2, "GPE")}),
        (["B-GPE|B-LOC", "I-GPE|I-LOC", ""], {(0, 2, "GPE|LOC")}),
    ],
    ids=["one name", "two neighbours", "no beginnings", "either of two labels"],
)
def test_spans_of_tags(tags, spans):
    assert name_spans(tags) == spans


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Ankara", "GPE"),
        ("North Sea", "LOC"),
        ("Orange County", "GPE"),
        ("Europe", "LOC"),
        ("Zzyzx", "GPE|LOC"),
    ],
)
def test_places_are_told_apart_where_a_list_or_a_head_word_tells(words, label):
    assert place_label(words.split()) == label


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Turkish", "NORP"),
        ("S-400", "WEAPON"),
        ("Clean Air Act", "LAW"),
        ("World Cup", "MISC"),
    ],
)
def test_other_names_are_told_apart(words, label):
    assert other_label(words.split()) == label


def test_the_longest_of_overlapping_names_stays():
    assert to_tags(3, [(0, 1, "GPE"), (0, 3, "ORG")], unknown=[2]) == ["B-ORG", "I-ORG", "I-ORG"]


def test_a_layer_of_names_is_aligned_by_letters(trees, tmp_path):
    layer = tmp_path / "layer.iob2"
    rows = ["Ankara\tB-LOC", "didn't\tO", "buy\tO", "it\tO", ".\tO"]
    lines = "\n".join(f"{k}\t{row}\t-\t-" for k, row in enumerate(rows, 1))
    layer.write_text(f"# sent_id = s1\n# text = x\n{lines}\n\n", encoding="utf-8")
    first, second, _ = read_sentences(trees)
    find_names = universal_ner(layer)
    assert find_names(first) == ["B-GPE", "O", "O", "O", "O", "O"]
    assert find_names(second) == ["", "", ""]


def test_gum_names_are_the_proper_nouns_that_head_its_entities(tmp_path):
    rows = [
        "1	the	the	DET	DT	_	3	det	_	Entity=(1-organization-new",
        "2	World	World	PROPN	NNP	_	3	compound	_	_",
        "3	Bank	Bank	PROPN	NNP	_	6	nsubj	_	_",
        "4	of	of	ADP	IN	_	5	case	_	_",
        "5	Oz	Oz	PROPN	NNP	_	3	nmod	_	Entity=(2-place-new)1)",
        "6	saw	see	VERB	VBD	_	0	root	_	_",
        "7	Fog	Fog	PROPN	NNP	_	6	obj	_	_",
    ]
    path = tmp_path / "gum.conllu"
    path.write_text("# sent_id = g\n" + "\n".join(rows) + "\n", encoding="utf-8")
    (sentence,) = read_sentences(path)
    assert gum_entities(sentence) == ["O", "B-ORG", "I-ORG", "I-ORG", "I-ORG", "O", ""]


def test_a_file_of_columns_becomes_samples_with_guessed_spaces(tmp_path):
    path = tmp_path / "names.conll"
    path.write_text("``\tO\nStay\tO\n,\tO\n''\tO\nIsmet\tI-PER\nCem\tI-PER\nsaid\tO\n.\tO\n\n", encoding="utf-8")
    (sample,) = read_columns(path)
    assert sample.text == '"Stay," Ismet Cem said.'
    assert name_spans(sample.names) == {(4, 6, "PERSON")}
    assert sample.heads is None


def test_re3d_leaves_out_what_its_annotators_doubted(tmp_path):
    text = "President Bashar Assad met Votel in Raqqa."
    entities = '[[0, 22, "Person", 1], [27, 32, "Person", 0.2], [36, 41, "Location", 1]]'
    path = tmp_path / "re3d.jsonl"
    path.write_text(f'{{"source": "x", "text": "{text}", "entities": {entities}}}\n', encoding="utf-8")
    (sample,) = read_re3d(path)
    assert sample.names == ["", "", "", "O", "", "O", "B-GPE", "O"]


def test_swapped_names_keep_the_tree_and_the_number_of_words(trees):
    first, _ = to_samples(read_sentences(trees), names_in_misc)
    swapped = NameSwaps().swap(first, 1.0, Random(3))
    assert swapped.words[0] != "Ankara"
    assert (swapped.heads, swapped.names, swapped.words[1:]) == (first.heads, first.names, first.words[1:])


def test_windows_hold_every_word_once_and_are_not_too_long(trees):
    samples = list(to_samples(read_sentences(trees), names_in_misc)) * 60
    windows = list(build_windows(samples, Random(1)))
    assert sum(len(w.words) for w in windows) == sum(len(s.words) for s in samples)
    assert max(len(w.words) for w in windows) <= LONGEST_WINDOW
    assert any(w.starts.count(True) > 3 for w in windows)
    assert all(0 <= head < len(w.words) for w in windows for head in w.heads)


def test_marked_names_have_offsets_in_the_plain_text(tmp_path):
    path = tmp_path / "marked.txt"
    path.write_text("[Ana Brkic](PERSON) left [Oslo](GPE).\n\nNobody came.\n", encoding="utf-8")
    first, second = read_marked(path)
    assert first == ("Ana Brkic left Oslo.", {(0, 9, "PERSON"), (15, 19, "GPE")})
    assert second == ("Nobody came.", set())


def test_names_are_counted_by_label():
    counts = Counts()
    counts.add({(0, 1, "ORG"), (2, 3, "GPE")}, {(0, 1, "ORG"), (2, 3, "LOC")})
    assert (counts.f1("ORG"), counts.f1("GPE"), counts.f1()) == (100.0, 0.0, 50.0)


def test_a_sample_knows_its_text():
    assert Sample(["A", ",", "b"], [False, True, True], ["O"] * 3).text == "A, b"
