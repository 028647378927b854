# One case a line reads as a table.
# ruff: noqa: E501
import re
from datetime import date

import pytest

from s400data.errors import KnowledgeError
from s400data.knowledge.actors import actors_by_id, find_terms, load_actors, load_terms, read_period
from s400data.knowledge.bodies import body_words, load_bodies
from s400data.knowledge.countries import country_named, load_countries
from s400data.knowledge.figures import country_of_body, country_of_person, country_of_surname, load_figures
from s400data.knowledge.given_names import gender_of_name, load_given_names
from s400data.knowledge.known_names import find_hits
from s400data.knowledge.names import country_of_city
from s400data.knowledge.spellings import fold_letters, slug, sound_of
from s400data.knowledge.titles import load_titles, title_words

ACTOR = '[[actor]]\nid = "a"\nname = "Ann Cole"\nkind = "person"\ncountry = "USA"\n'
OFFICE = '[[actor.office]]\nrole = "senator"\ntitle = "US Senator"\ncountry = "USA"\n'

BROKEN_ACTORS = [
    ("id twice", f'{ACTOR}\n[[actor]]\nid = "a"\nname = "Tim Hart"\nkind = "person"\n', 7, "the id 'a' is used twice"),
    ("spelling twice", f'{ACTOR}\n[[actor]]\nid = "b"\nname = "Ann Côle"\nkind = "person"\n', 7, "already names 'a'"),
    ("surname that is another's", f'{ACTOR}short = ["Cole"]\n[[actor]]\nid = "b"\nname = "Cole"\nkind = "person"\n', 7, "'Cole'"),
    ("unknown country", ACTOR.replace("USA", "UTO"), 1, "country 'UTO'"),
    ("unknown role", f'{ACTOR}{OFFICE.replace("senator", "wizard")}since = "2018"\n', 1, "role 'wizard'"),
    ("unknown organisation", f'{ACTOR}affiliation = "moon"\n', 1, "organisation 'moon'"),
    ("bad date", f'{ACTOR}{OFFICE}since = "May 2018"\n', 1, "YYYY"),
    ("day that is none", f'{ACTOR}{OFFICE}since = "2018-02-30"\n', 1, "day"),
    ("term backwards", f'{ACTOR}{OFFICE}since = "2018"\nuntil = "2017"\n', 1, "ends before it begins"),
    ("unknown kind", ACTOR.replace('"person"', '"ghost"'), 4, "kind"),
    ("unknown field", f'{ACTOR}shoe = "9"\n', 6, "shoe"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "reason"), [c[1:] for c in BROKEN_ACTORS], ids=[c[0] for c in BROKEN_ACTORS])
def test_a_broken_actor_names_file_line_and_reason(tmp_path, text, line, reason):
    path = tmp_path / "actors.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_actors(path)
    assert (caught.value.file, caught.value.line) == (str(path), line)
    assert reason in caught.value.reason


BROKEN_LISTS = [
    ("country twice", load_countries, '[[country]]\ncode = "X"\nname = "A"\n[[country]]\ncode = "X"\nname = "B"\n', 4),
    ("word of two countries", load_countries, '[[country]]\ncode = "X"\nname = "A"\n[[country]]\ncode = "Y"\nname = "a"\n', 4),
    ("title of two roles", load_titles, '[[title]]\nrole = "a"\nwords = ["w"]\n[[title]]\nrole = "b"\nwords = ["w"]\n', 4),
    ("title of no country", load_titles, '[[title]]\nrole = "a"\nwords = ["w"]\ncountry = "UTO"\n', 1),
    ("body of two kinds", load_bodies, '[[body]]\nkind = "group"\nwords = ["w"]\n[[body]]\nkind = "outlet"\nwords = ["w"]\n', 4),
    ("name of two genders", load_given_names, '[[given_name]]\ngender = "male"\nnames = ["kim"]\n[[given_name]]\ngender = "female"\nnames = ["kim"]\n', 4),
]  # fmt: skip


@pytest.mark.parametrize(("load", "text", "line"), [c[1:] for c in BROKEN_LISTS], ids=[c[0] for c in BROKEN_LISTS])
def test_a_clash_in_a_list_names_its_line(tmp_path, load, text, line):
    path = tmp_path / "list.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load(path)
    assert caught.value.line == line


def test_the_shipped_knowledge_is_sound():
    assert len(load_actors()) >= 120
    assert len(load_countries()) >= 195
    assert all(term.office.first <= (term.office.last or date.max) for term in load_terms())
    assert body_words()
    assert title_words()["mrs"].gender == "female"


HOLDERS = [
    ("a day", "foreign-minister", "USA", date(2018, 5, 1), {"mike-pompeo"}),
    ("the day of the handover has both", "foreign-minister", "USA", date(2018, 4, 26), {"mike-pompeo", "john-j-sullivan"}),
    ("Turkey's defence minister", "defence-minister", "TUR", date(2017, 12, 29), {"nurettin-canikli"}),
    ("a country nobody lists", "foreign-minister", "NPL", date(2018, 5, 1), set()),
]  # fmt: skip


@pytest.mark.parametrize(("role", "country", "day", "ids"), [c[1:] for c in HOLDERS], ids=[c[0] for c in HOLDERS])
def test_holders_of_an_office(role, country, day, ids):
    assert {term.actor.id for term in find_terms(role, country, day, day)} == ids


def test_titles_of_an_office_are_those_in_use():
    office = actors_by_id()["mike-pompeo"].office[1]
    assert {"US Secretary of State", "top diplomat", "secretary of state"} <= set(office.titles)
    assert "secretary of state" not in actors_by_id()["sergei-lavrov"].office[0].titles


PERIODS = [
    ("2018", date(2018, 1, 1), date(2018, 12, 31)),
    ("2018-02", date(2018, 2, 1), date(2018, 2, 28)),
    ("2018-02-03", date(2018, 2, 3), date(2018, 2, 3)),
]


@pytest.mark.parametrize(("written", "first", "last"), PERIODS, ids=[c[0] for c in PERIODS])
def test_periods(written, first, last):
    assert read_period(written) == (first, last)


SAME_SOUND = [
    ("Sergei Chemezov", "Sergey Chemezov"),
    ("Alexander Mikheev", "Aleksander Mikheyev"),
    ("Dmitry Shugayev", "Dmitriy Shugaev"),
    ("Cavusoglu", "Chavushoglu"),
]


@pytest.mark.parametrize(("one", "other"), SAME_SOUND, ids=[c[1] for c in SAME_SOUND])
def test_transliterations_sound_alike(one, other):
    assert sound_of(one) == sound_of(other)


def test_folding_keeps_offsets():
    text = "İğdır’da Çavuşoğlu, Straße\u00a0№ 5"
    assert len(fold_letters(text)) == len(text)
    assert fold_letters("Çavuşoğlu’s") == "cavusoglu's"
    assert slug("Jürgen O’Brien Ålund") == "jurgen-obrien-alund"


@pytest.mark.parametrize(
    ("words", "code"), [("the U.S.", "USA"), ("Türkiye", "TUR"), ("Greek", "GRC"), ("Atlantis", None)]
)
def test_countries_by_their_words(words, code):
    country = country_named(words)
    assert (country.code if country else None) == code


@pytest.mark.parametrize(
    ("name", "gender"), [("Maria", "female"), ("Jean-Claude", None), ("Ömer", "male"), ("Andrea", None)]
)
def test_given_names(name, gender):
    assert gender_of_name(name) == gender


HITS = [
    ("the longest spelling wins", "the US State Department said", ["US State Department"]),
    ("whole words only", "Turkeys and usury in Georgian style", ["Georgian"]),
    ("capitals count", "tell us and turkey", []),
    ("capitals throughout", "TURKEY WARNS U.S.", ["TURKEY", "U.S."]),
    ("diacritics do not", "Erdogan, Erdoğan and ERDOĞAN", ["Erdogan", "Erdoğan", "ERDOĞAN"]),
    ("hyphenated", "a Turkey-Russia deal", ["Turkey", "Russia"]),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in HITS], ids=[c[0] for c in HITS])
def test_hits(text, expected):
    assert [text[hit.start : hit.end] for hit in find_hits(text)] == expected


@pytest.mark.parametrize(
    ("country", "name"), [("DZA", "Abdelaziz Bouteflika"), ("LBY", "Muammar Qaddafi"), (None, "Zoltan Nobody")]
)
def test_figures_by_name(country, name):
    assert country_of_person(name) == country


@pytest.mark.parametrize(
    ("country", "surname"), [("DZA", "Bouteflika"), ("AGO", "dos Santos"), ("UGA", "Museveni"), (None, "Khan")]
)
def test_figures_by_surname(country, surname):
    assert country_of_surname(surname) == country


@pytest.mark.parametrize(
    ("code", "body"), [("PSE", "Hamas"), ("UN", "the IAEA"), ("INT", "Arab League"), (None, "Labour Party")]
)
def test_bodies_that_stand_for_a_country(code, body):
    assert country_of_body(body) == code


BROKEN_FIGURES = [
    ("unknown country", '[[figures]]\ncountry = "UTO"\n', 1, "country 'UTO'"),
    (
        "two countries",
        '[[figures]]\ncountry = "USA"\npersons = ["Ann Cole"]\n[[figures]]\ncountry = "RUS"\npersons = ["Ann Côle"]\n',
        4,
        "already stands for USA",
    ),
]


@pytest.mark.parametrize(
    ("source", "line", "reason"), [c[1:] for c in BROKEN_FIGURES], ids=[c[0] for c in BROKEN_FIGURES]
)
def test_broken_figures_are_refused(tmp_path, source, line, reason):
    path = tmp_path / "figures.toml"
    path.write_text(source, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=re.escape(reason)) as error:
        load_figures(path)
    assert error.value.line == line


@pytest.mark.parametrize(("code", "city"), [("TUR", "Adapazarı"), ("IND", "Amritsar"), (None, "Atlantis")])
def test_cities_lie_in_countries(code, city):
    found = country_of_city(city)
    assert (found.code if found else None) == code
