import pytest
import spacy
from spacy.tokens import Doc

from s400data.actors.descriptions import describe
from s400data.actors.introductions import find_introductions
from s400data.actors.names import find_names
from s400data.actors.references import name_at
from s400data.actors.rosters import build_roster
from s400data.actors.speech import quoted_tokens
from s400data.actors.titlings import find_titlings

VOCAB = spacy.blank("en").vocab


def parsed(rows):
    """A document from rows "word tag pos head dependency entity"; the head is a distance."""
    columns = [row.split() for row in rows.strip().splitlines()]
    words, tags, pos, heads, deps, ents = (list(column) for column in zip(*columns, strict=True))
    places = [i + int(distance) for i, distance in enumerate(heads)]
    return Doc(VOCAB, words=words, tags=tags, pos=pos, heads=places, deps=deps, ents=ents)


TITLED = parsed("""
Peru    NNP PROPN  3 nmod:poss B-LOC
's      POS PART  -1 case      O
health  NN  NOUN   1 compound  O
chief   NN  NOUN   1 nmod:desc O
Ana     NNP PROPN  2 nsubj     B-PERSON
Paz     NNP PROPN -1 flat      I-PERSON
said    VBD VERB   0 ROOT      O
so      RB  ADV   -1 advmod    O
""")

APPOSED = parsed("""
Ana      NNP PROPN  9 nsubj    B-PERSON
Paz      NNP PROPN -1 flat     I-PERSON
,        ,   PUNCT  2 punct    O
the      DT  DET    1 det      O
head     NN  NOUN  -4 appos    O
of       IN  ADP    2 case     O
Aurora   NNP PROPN  1 compound B-ORG
Bank     NNP PROPN -3 nmod     I-ORG
,        ,   PUNCT -8 punct    O
left     VBD VERB   0 ROOT     O
""")


def test_names_of_the_model_are_cut_to_what_is_a_name():
    assert [(name.words, name.kind) for name in find_names(TITLED)] == [("Peru", "state"), ("Ana Paz", "person")]


@pytest.mark.parametrize(
    ("doc", "words", "role"),
    [(TITLED, "Peru's health chief", "head"), (APPOSED, "head of Aurora Bank", "head")],
    ids=["title before the name", "title behind the comma"],
)
def test_introductions(doc, words, role):
    names = find_names(doc)
    found = [i.description for i in find_introductions(doc, names, name_at(doc, names)) if i.name.kind == "person"]
    assert [(d.words.replace(" 's", "'s"), d.role) for d in found] == [(words, role)]


def test_a_description_knows_whose_it_is():
    names = find_names(APPOSED)
    described = describe(APPOSED, next(find_titlings(APPOSED, 3, 8)), name_at(APPOSED, names))
    assert described.organisation.words == "Aurora Bank"
    assert (described.is_definite, described.is_plural, described.is_former) == (True, False, False)


def test_a_roster_joins_surname_and_full_name():
    doc = Doc(
        VOCAB,
        words=["Ana", "Paz", "left", ".", "Paz", "waved"],
        ents=["B-PERSON", "I-PERSON", "O", "O", "B-PERSON", "O"],
    )
    roster = build_roster(doc, find_names(doc))
    assert [(entrant.actor_id, entrant.forms) for entrant in roster.entrants.values()] == [("p-ana-paz", {"Ana Paz"})]
    assert len({id(entrant) for entrant in roster.of_name.values()}) == 1


MARKS = [
    ("straight", 'He said " yes " now', [3]),
    ("curly", "He said “ yes ” now", [3]),
    ("British single", "He said ‘ yes ’ now", [3]),
    ("left open to the end", "He said “ yes now", [3, 4]),
    ("apostrophe is no mark", "Turks' lira fell now", []),
]


@pytest.mark.parametrize(("text", "inside"), [case[1:] for case in MARKS], ids=[case[0] for case in MARKS])
def test_words_in_quotation_marks(text, inside):
    doc = Doc(VOCAB, words=text.split())
    assert [i for i, is_quoted in enumerate(quoted_tokens(doc)) if is_quoted] == inside
