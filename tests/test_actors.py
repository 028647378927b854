# One case a line reads as a table.
# ruff: noqa: E501
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from s400data.actors import find_cast, join_actors
from s400data.language import parse
from s400data.records import Actor, Article

pytestmark = pytest.mark.model


def article(text, published=None):
    day = date.fromisoformat(published) if published else None
    precision, basis = ("day", "metadata") if day else (None, "unknown")
    return Article("a1", "x.txt", None, None, None, day, precision, basis, None, "en", text, None, (), (), "0")


def resolve(text, phrase, published=None):
    """Who `phrase` stands for; "he@2" is the second "he" of the text."""
    words, _, nth = phrase.partition("@")
    places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    start, end = places[int(nth or 1) - 1]
    doc = parse(text)
    found = find_cast(doc, article(text, published)).actor_of(doc.char_span(start, end, alignment_mode="expand"))
    return found.actor if found else None


def check(cases):
    return pytest.mark.parametrize(
        ("text", "phrase", "expected"), [case[1:] for case in cases], ids=[case[0] for case in cases]
    )


NAMES = [
    ("known name", "Sergei Lavrov arrived in Cairo.", "Sergei Lavrov", "Sergei Lavrov"),
    ("another transliteration", "Sergey Lavrov arrived in Cairo.", "Sergey Lavrov", "Sergei Lavrov"),
    ("unlisted transliteration", "Dmitriy Medvedyev arrived in Cairo.", "Dmitriy Medvedyev", "Dmitry Medvedev"),
    ("Turkish letters", "Mevlüt Çavuşoğlu spoke in Izmir.", "Mevlüt Çavuşoğlu", "Mevlut Cavusoglu"),
    ("dotless i and dotted I", "İbrahim Kalın told reporters that it was over.", "İbrahim Kalın", "Ibrahim Kalin"),
    ("middle initial", "Michael R. Pompeo signed the letter.", "Michael R. Pompeo", "Mike Pompeo"),
    ("known surname alone", "Stoltenberg welcomed the vote.", "Stoltenberg", "Jens Stoltenberg"),
    ("another bearer of a known surname", "Emine Erdogan opened the museum.", "Emine Erdogan", "Emine Erdogan"),
    ("title before a known name", "Turkish Defence Minister Hulusi Akar agreed.", "Turkish Defence Minister Hulusi Akar", "Hulusi Akar"),
    ("head of a body, name at the end", "Head of the Aurora State Fund Vera Lind resigned on Monday.", "Head of the Aurora State Fund Vera Lind", "Vera Lind"),
    ("stranger is named as the text does", "Tomas Bergqvist denied the report.", "Tomas Bergqvist", "Tomas Bergqvist"),
    ("surname after a full name", "Jane Whitlock ran the mill. Whitlock said it was sold.", "Whitlock@2", "Jane Whitlock"),
    ("surname before the full name, as in a headline", "Okafor warns of floods\n\nEngineer Ngozi Okafor said the dam would not hold.", "Okafor", "Ngozi Okafor"),
    ("honorific and surname", "Peter Ashdown and Mary Ashdown run the farm. Mrs Ashdown said prices fell.", "Mrs Ashdown", "Mary Ashdown"),
    ("surname of two people is left open", "Peter Ashdown and Paul Ashdown run the farm. Ashdown said prices fell.", "Ashdown@3", None),
    ("surname with particle", "Pieter van der Meer arrived. Van der Meer said the port was shut.", "Van der Meer", "Pieter van der Meer"),
    ("surname misspelt later", "Lydia Buchtmann spoke first. Ms Bauchtmann said the study was new.", "Ms Bauchtmann", "Lydia Buchtmann"),
    ("nickname later", "Robert Tennant left. Bob Tennant said he would return.", "Bob Tennant", "Robert Tennant"),
    ("surname that is a capital", "Clara London wrote the book. London said it took years.", "London@2", "Clara London"),
    ("a title that opens with a preposition", "US Under Secretary of Energy Dana Pruitt met nobody.", "US Under Secretary of Energy Dana Pruitt", "Dana Pruitt"),
    ("possessive", "Putin's spokesman said no.", "Putin", "Vladimir Putin"),
    ("two named together", "Elena Ruiz and Marco Testa said they would sue.", "Elena Ruiz and Marco Testa", "Elena Ruiz and Marco Testa"),
    ("plural title before two names", "Senators Ann Cole and Tim Hart said the bill was dead.", "Tim Hart", "Tim Hart"),
    ("aside between name and verb", "Gordon Pyle, who replaced Anna Frost in May, said so.", "Gordon Pyle, who replaced Anna Frost in May", "Gordon Pyle"),
    ("apposition behind the name", "Ruth Amadi, the mayor of Lagos, said roads were closed.", "Ruth Amadi, the mayor of Lagos", "Ruth Amadi"),
    ("apposition before the name", "The Kenyan health minister, Susan Otieno, said so.", "The Kenyan health minister, Susan Otieno", "Susan Otieno"),
    ("possessive title", "Peru's finance ministry spokesman Luis Vega said so.", "Peru's finance ministry spokesman Luis Vega", "Luis Vega"),
    ("bare country before the name", "Egypt's Nabil Farouk agreed.", "Nabil Farouk", "Nabil Farouk"),
    ("honorific behind another title", "Undersecretary for Education Mr. Tocca agreed.", "Undersecretary for Education Mr. Tocca", "Tocca"),
    ("known surname of one of two people", "Melania Trump and Donald Trump left. Trump waved.", "Trump@3", "Donald Trump"),
    ("bare surname set before the namesake came", "Carly Fio spoke. Fio waved. Her husband Frank Fio left. Fio smiled.", "Fio@4", "Carly Fio"),
    ("surname that is a trade", "Mark Singer wrote it. Mr. Singer laughed.", "Mr. Singer", "Mark Singer"),
    ("a family is nobody in particular", "Thomas Sam spoke. The Sams left.", "The Sams", None),
    ("party letter behind a senator", "Ann Cole, D-N.J., agreed.", "D", None),
    ("weapon is nobody", "The S-400 Triumf arrived.", "The S-400 Triumf", None),
    ("jet is nobody", "The F-35 said nothing new about costs.", "The F-35", None),
]  # fmt: skip

BODIES = [
    ("state", "Turkey said it would wait.", "Turkey", "Turkey"),
    ("ministry of the state last spoken of", "Turkey lodged a protest. A day later the Foreign Ministry said that a note was sent.", "the Foreign Ministry", "Turkish Foreign Ministry"),
    ("head of a body that has no name", "The price is fair, the head of Russia's state arms exporter has said.", "the head of Russia's state arms exporter", "head of Russia state arms exporter (unnamed)"),
    ("state with article", "The United States has objected.", "The United States", "United States"),
    ("initials with stops", "The U.S. has objected.", "The U.S.", "United States"),
    ("new spelling of a state", "Türkiye rejected the claim.", "Türkiye", "Turkey"),
    ("capital as government", "Ankara rejected the claim.", "Ankara", "Turkey"),
    ("another capital", "Lima recalled its envoy.", "Lima", "Peru"),
    ("seat of power", "Downing Street declined to comment.", "Downing Street", "United Kingdom"),
    ("city of two powers is nobody", "Brussels has warned of delays.", "Brussels", None),
    ("pronoun us is no country", "He told us the truth.", "us", None),
    ("presidential house", "The Kremlin denied it.", "The Kremlin", "Kremlin"),
    ("ministry by its seat", "The Pentagon said tests went on.", "The Pentagon", "Pentagon"),
    ("listed ministry in lower case", "The Turkish foreign ministry summoned him.", "The Turkish foreign ministry", "Turkish Foreign Ministry"),
    ("ministry of a country without a list", "Norway's justice ministry opened an inquiry.", "Norway's justice ministry", "Norwegian justice ministry"),
    ("government of a country", "The Brazilian government approved the deal.", "The Brazilian government", "Brazil"),
    ("side of a country", "The Russian side confirmed the date.", "The Russian side", "Russia"),
    ("the ministry", "Israel's health ministry issued a warning. The ministry said wells were dirty.", "The ministry", "Israeli health ministry"),
    ("the department after its spokesman", "Ned Price spoke on Tuesday. The department would not say more, Price added.", "The department", "US State Department"),
    ("the agency", "The Meridian Space Agency lost a probe. The agency said a valve stuck.", "The agency", "Meridian Space Agency"),
    ("the company", "Orbex Corp. lost a rocket. The company said a valve stuck.", "The company", "Orbex Corp."),
    ("short form of a company", "Orbex Corp. lost a rocket. Orbex said a valve stuck.", "Orbex@2", "Orbex Corp."),
    ("the newspaper", "The plan was first reported by the newspaper La Voz. The newspaper said it had seen letters.", "The newspaper", "La Voz"),
    ("the article", "He spoke to the Turkish newspaper Daily Sabah. The article noted that talks failed.", "The article", "Daily Sabah"),
    ("the alliance", "The alliance said it was united.", "The alliance", "NATO"),
    ("the ministry of nobody", "The ministry said wells were dirty.", "The ministry", None),
    ("abbreviation in brackets", "The Coastal Water Board (CWB) met. CWB said taps were safe.", "CWB@2", "Coastal Water Board"),
    ("word of a paper's name in another name", "The Irving Independent School District agreed.", "The Irving Independent School District", "Irving Independent School District"),
    ("a person's campaign", "Vera Lind left. The Lind campaign said she was ill.", "The Lind campaign", "Vera Lind campaign"),
    ("body mistaken for a person", "The plan was leaked to the newspaper La Voz.", "the newspaper La Voz", "La Voz"),
    ("paper named after a country", "The New Zealand Herald reported the result.", "The New Zealand Herald", "New Zealand Herald"),
]  # fmt: skip

OFFICES = [
    ("holder at the date", "2018-06-01", "The US secretary of state flew home.", "The US secretary of state", "Mike Pompeo"),
    ("holder at another date", "2017-06-01", "The US secretary of state flew home.", "The US secretary of state", "Rex Tillerson"),
    ("after a change of government", "2022-06-01", "The US secretary of state flew home.", "The US secretary of state", "Antony Blinken"),
    ("top diplomat", "2021-06-01", "The Russian top diplomat flew home.", "The Russian top diplomat", "Sergei Lavrov"),
    ("possessive country", "2019-10-01", "Turkey's foreign minister flew home.", "Turkey's foreign minister", "Mevlut Cavusoglu"),
    ("secretary general", "2019-10-01", "The NATO secretary general flew home.", "The NATO secretary general", "Jens Stoltenberg"),
    ("head of a listed body", "2019-10-01", "The head of Rosoboronexport flew home.", "The head of Rosoboronexport", "Alexander Mikheev"),
    ("no date, several holders", None, "The US secretary of state flew home.", "The US secretary of state", "US secretary of state (unnamed)"),
    ("no date, one holder", None, "The Hungarian foreign minister flew home.", "The Hungarian foreign minister", "Peter Szijjarto"),
    ("no date, the article names the holder", None, "The US secretary of state flew home. Pompeo had met envoys.", "The US secretary of state", "Mike Pompeo"),
    ("before anybody listed", "1987-01-05", "The US secretary of state flew home.", "The US secretary of state", "US secretary of state (unnamed)"),
    ("the article's word over the knowledge", "2018-06-01", "French Foreign Minister Anne Petit spoke. The French foreign minister left early.", "The French foreign minister", "Anne Petit"),
    ("counterpart by country", "2019-10-01", "Mike Pompeo called his Turkish counterpart.", "his Turkish counterpart", "Mevlut Cavusoglu"),
    ("counterpart named in the article", None, "Chile's Defence Minister Rosa Pinto met Peru's Defence Minister Hugo Salas. Pinto thanked her Peruvian counterpart.", "her Peruvian counterpart", "Hugo Salas"),
    ("counterpart of nobody known", None, "Rosa Pinto thanked her counterpart.", "her counterpart", None),
    ("the minister", None, "Kenyan Health Minister Susan Otieno opened a ward. The minister said more would follow.", "The minister", "Susan Otieno"),
    ("the spokesman among two people", None, "Mayor Ruth Amadi left. Her spokesman Ike Obi stayed. The spokesman said roads were closed.", "The spokesman", "Ike Obi"),
    ("the spokeswoman is a woman", None, "Spokesman Carl Lund spoke first. Spokeswoman Anna Berg spoke next. The spokeswoman said no.", "The spokeswoman", "Anna Berg"),
    ("the senator", None, "Senator Ann Cole spoke on Friday. The senator said the bill was dead.", "The senator", "Ann Cole"),
    ("the general", None, "Gen. Paul Kemp testified. The general said stocks were low.", "The general", "Paul Kemp"),
    ("the Brazilian leader", None, "Brazil's President Lucio Ferraz met farmers. The Brazilian leader said prices fell.", "The Brazilian leader", "Lucio Ferraz"),
    ("the two ministers", None, "Peru's Defence Minister Hugo Salas met Chile's Defence Minister Rosa Pinto. The two ministers dined.", "two ministers", "Hugo Salas and Rosa Pinto"),
    ("a defence chief is no president", "2019-11-14", "Turkey's president met the Turkish defence chief.", "the Turkish defence chief", "Hulusi Akar"),
    ("alliance chief", "2019-11-14", "The alliance chief flew home.", "The alliance chief", "Jens Stoltenberg"),
    ("curators are no physicists", None, "Curator Ann Cole spoke. The physicist left.", "The physicist", None),
    ("the minister of nobody", None, "The minister said more would follow.", "The minister", None),
    ("a former holder is not the holder", "2019-10-01", "The former US president flew home.", "The former US president", "former US president (unnamed)"),
]  # fmt: skip

UNNAMED = [
    ("adjective and body", "A senior State Department official said so.", "A senior State Department official", "senior US State Department official (unnamed)", "USA"),
    ("officials of a country", "U.S. officials said so.", "U.S. officials", "US officials (unnamed)", "USA"),
    ("sources of a kind", "Turkish diplomatic sources said so.", "Turkish diplomatic sources", "Turkish diplomatic sources (unnamed)", "TUR"),
    ("sources of a body", "Pentagon sources said so.", "Pentagon sources", "Pentagon sources (unnamed)", "USA"),
    ("officials in a capital", "Officials in Athens said so.", "Officials in Athens", "Greek officials (unnamed)", "GRC"),
    ("numbers do not tell who", "Two Indian officials said so.", "Two Indian officials", "Indian officials (unnamed)", "IND"),
    ("bare plural", "Officials said so.", "Officials", "officials (unnamed)", None),
    ("spokesman without a name", "A Chinese foreign ministry spokesman said so.", "A Chinese foreign ministry spokesman", "Chinese foreign ministry spokesman (unnamed)", "CHN"),
    ("the official after an official", "A NATO official spoke on Monday. \"It works,\" the official said.", "the official", "NATO official (unnamed)", "NATO"),
    ("spokesman of a listed body", "The Pentagon spokesman said so.", "The Pentagon spokesman", "Pentagon spokesman (unnamed)", "USA"),
    ("spokesman for a person", "A spokesman for Putin said so.", "A spokesman for Putin", "spokesman for Putin (unnamed)", "RUS"),
    ("his people", "John Orr left. His advisers said so.", "His advisers", "advisers of John Orr (unnamed)", None),
    ("groups", "Environmental groups said so.", "Environmental groups", "environmental groups (unnamed)", None),
    ("people of a country", "Turks said so.", "Turks", "Turks (unnamed)", "TUR"),
    ("circles of a country", "A source in the Russian military circles said so.", "A source in the Russian military circles", "source in the Russian military circles (unnamed)", "RUS"),
    ("experts", "Military experts said so.", "Military experts", "military experts (unnamed)", None),
    ("police", "Greek police said so.", "Greek police", "Greek police (unnamed)", "GRC"),
]  # fmt: skip

PRONOUNS = [
    ("he after one man", "John Orr left. He said he was tired.", "He", "John Orr"),
    ("he within what he said", "John Orr said he was tired.", "he", "John Orr"),
    ("she passes over a man", "Anna Berg met John Orr. She said talks failed.", "She", "Anna Berg"),
    ("he passes over a woman", "Anna Berg met John Orr. He said talks failed.", "He", "John Orr"),
    ("subject over object", "John Orr met Paul Dean. He said talks failed.", "He", "John Orr"),
    ("two men alike stay open", "After John Orr and Paul Dean, he said nothing.", "he", None),
    ("nobody before", "He said talks failed.", "He", None),
    ("over a paragraph", "Anna Berg opened the fair.\n\nShe said it would last a week.", "She", "Anna Berg"),
    ("it is a state", "Turkey has waited long. It said talks failed.", "It", "Turkey"),
    ("it is not who is told", "The Pentagon moved. Ann Cole told Reuters that it was over.", "it", None),
    ("it of an unknown speaker", "Turkey has waited long. The ministry said it would go.", "it", None),
    ("they of a single speaker are no state", "Turkey has waited long. Ann Cole said they would go.", "they", None),
    ("it is a body", "The Pentagon has waited long. It said tests went on.", "It", "Pentagon"),
    ("it of the weather", "Turkey has waited long. It was clear that talks failed.", "It", None),
    ("they are officials", "U.S. officials met on Monday. They said talks failed.", "They", "US officials (unnamed)"),
    ("they are two people", "Anna Berg and John Orr met on Monday. They said talks failed.", "They", "Anna Berg and John Orr"),
    ("not the one who speaks the quotation", "John Orr met Paul Dean. \"He was kind,\" Orr said.", "He", "Paul Dean"),
    ("I is who speaks", "Anna Berg smiled. \"I think I won,\" Berg said.", "I", "Anna Berg"),
    ("we of a minister is the country", "Peru's Defence Minister Hugo Salas spoke. \"We are ready,\" Salas said.", "We", "Peru"),
    ("we of a private person stays open", "Anna Berg smiled. \"We are ready,\" Berg said.", "We", None),
    ("he said after a quotation", "Akar met reporters on Friday. \"The tests go on,\" he said.", "he", "Hulusi Akar"),
]  # fmt: skip


@check(NAMES)
def test_names(text, phrase, expected):
    actor = resolve(text, phrase)
    assert (actor.name if actor else None) == expected


@check(BODIES)
def test_states_and_bodies(text, phrase, expected):
    actor = resolve(text, phrase)
    assert (actor.name if actor else None) == expected


@pytest.mark.parametrize(
    ("published", "text", "phrase", "expected"), [c[1:] for c in OFFICES], ids=[c[0] for c in OFFICES]
)
def test_offices(published, text, phrase, expected):
    actor = resolve(text, phrase, published)
    assert (actor.name if actor else None) == expected


@pytest.mark.parametrize(("text", "phrase", "name", "country"), [c[1:] for c in UNNAMED], ids=[c[0] for c in UNNAMED])
def test_unnamed_people(text, phrase, name, country):
    actor = resolve(text, phrase)
    assert actor is not None
    assert (actor.name, actor.country, actor.kind) == (name, country, "unnamed")


@check(PRONOUNS)
def test_pronouns(text, phrase, expected):
    actor = resolve(text, phrase)
    assert (actor.name if actor else None) == expected


ROLES = [
    ("behind a body named in full", None, "The price was fair, head of the Rostec state corporation Ivan Belov said.", "Ivan Belov", "head of the Rostec state corporation", "Rostec", "RUS"),
    ("plural of the hearers", None, "The envoy told reporters Jane Holt had signed the deal.", "Jane Holt", None, None, None),
    ("known person at the date", "2020-12-18", "Cale Brown spoke.", "Cale Brown", "US State Department principal deputy spokesperson", "US State Department", "USA"),
    ("same person, other office", "2018-01-15", "Mike Pompeo spoke.", "Mike Pompeo", "CIA Director", "CIA", "USA"),
    ("secretary general speaks for the alliance", "2019-01-15", "Jens Stoltenberg spoke.", "Jens Stoltenberg", "NATO Secretary General", "NATO", "NATO"),
    ("stranger with title and country", None, "Norway's defence minister Kari Nordmo spoke.", "Kari Nordmo", "Norway's defence minister", None, "NOR"),
    ("stranger of a listed ministry", None, "Greek Defence Minister Nikos Xenakis spoke.", "Nikos Xenakis", "Greek Defence Minister", "Greek Defence Ministry", "GRC"),
    ("stranger of a company", None, "Orbex Corp. chief executive Tim Hart spoke.", "Tim Hart", "Orbex Corp. chief executive", "Orbex Corp.", None),
    ("stranger behind the comma", None, "Tim Hart, chief executive of Orbex Corp., spoke.", "Tim Hart", "chief executive of Orbex Corp.", "Orbex Corp.", None),
    ("stranger of a listed body", None, "Rostec deputy director Ivan Belov spoke.", "Ivan Belov", "Rostec deputy director", "Rostec", "RUS"),
    ("rank and command", None, "Gen. Paul Kemp, the head of U.S. forces in Europe, spoke.", "Paul Kemp", "head of U.S. forces in Europe", None, "USA"),
    ("nothing said", None, "Tim Hart spoke.", "Tim Hart", None, None, None),
    ("belonging", None, "Jane Whitlock of Amnesty spoke.", "Jane Whitlock", None, "Amnesty", None),
    ("counterpart", None, "Norway's defence minister Kari Nordmo spoke. Her Danish counterpart, Mette Holm, agreed.", "Mette Holm", "Danish defence minister", None, "DNK"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("published", "text", "name", "role", "affiliation", "country"), [c[1:] for c in ROLES], ids=[c[0] for c in ROLES]
)
def test_roles(published, text, name, role, affiliation, country):
    actor = resolve(text, name, published)
    assert (actor.name, actor.role, actor.affiliation, actor.country) == (name, role, affiliation, country)


def test_strangers_get_ids_after_their_names():
    actor = resolve("Jürgen Ålund spoke.", "Jürgen Ålund")
    assert (actor.actor_id, actor.known) == ("p-jurgen-alund", False)


def test_one_actor_through_an_article():
    text = "Pompeo tells envoy to wait\n\nUS Secretary of State Michael Pompeo said so. Pompeo left. The US top diplomat was ill, he said."
    doc = parse(text)
    mentions = find_cast(doc, article(text, "2019-02-01")).mentions
    assert [m.mention.text for m in mentions if m.actor.actor_id == "mike-pompeo"] == [
        "Pompeo", "US Secretary of State Michael Pompeo", "Pompeo", "The US top diplomat", "he",
    ]  # fmt: skip


def test_mentions_within_a_stretch():
    text = "Turkey waited. Russia did not."
    cast = find_cast(parse(text), article(text))
    assert [m.actor.name for m in cast.actors_in(15, len(text))] == ["Russia"]


def test_a_place_is_not_its_government():
    text = "They met in Ankara. Ankara was pleased."
    cast = find_cast(parse(text), article(text))
    assert [m.mention.start for m in cast.mentions if m.actor.country == "TUR"] == [20]


def test_a_dateline_is_not_a_government():
    text = "MOSCOW, May 30. /TASS/. Russia agreed."
    cast = find_cast(parse(text), article(text))
    assert [m.mention.text for m in cast.mentions if m.actor.country == "RUS" and m.actor.kind == "state"] == ["Russia"]


def test_several_who_act_together_share_what_they_share():
    one = Actor("a", "A", "person", None, "USA", None, known=True)
    other = Actor("b", "B", "person", None, "RUS", None, known=False)
    assert join_actors([one, other]) == Actor("a+b", "A and B", "person", None, None, None, known=False)


def test_an_empty_text_has_no_cast():
    assert find_cast(parse(""), article("")).mentions == ()


WORDS = st.sampled_from(
    [
        "the",
        "US",
        "Turkish",
        "top",
        "diplomat",
        "Pompeo",
        "Jane",
        "Doe",
        "said",
        "that",
        "he",
        "she",
        "they",
        "Ankara",
        ",",
        ".",
        '"',
        "“",
        "”",
        "‘",
        "’",
        "\n\n",
        "officials",
        "a",
        "minister",
        "of",
        "S-400",
        "Mr.",
        "'s",
        "and",
        "(WHO)",
        "U.S.",
        "it",
    ]
)


@given(st.lists(WORDS, max_size=25).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_mentions_are_words_of_the_text(text):
    cast = find_cast(parse(text), article(text, "2019-05-01"))
    assert all(text[m.mention.start : m.mention.end] == m.mention.text for m in cast.mentions)
    starts = [m.mention.start for m in cast.mentions]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("text", "phrase", "country"),
    [
        ("Israel's Harbour Council said no.", "Harbour Council", "ISR"),
        ("The Latvian Harbour Council said no.", "Harbour Council", "LVA"),
        ("In Turkey, the Harbour Council said no.", "Harbour Council", None),
    ],
    ids=["owner", "adjective", "only where"],
)
def test_a_body_is_of_the_state_named_with_it(text, phrase, country):
    found = resolve(text, phrase)
    assert (found.country if found else None) == country
