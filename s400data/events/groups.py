"""Groups: people, forces and bodies that act without a name, told by country: "Israeli troops", "rebels in Sudan".

Also the state whose adjective or name modifies any other noun: the target of "shelled Iraqi towns" is Iraq.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from s400data.actors.descriptions import ATTITUDES
from s400data.actors.profiles import state_actor
from s400data.events.clauses import arguments, conjuncts
from s400data.knowledge.bodies import body_words
from s400data.knowledge.countries import Country, countries_by_code, country_named, country_words
from s400data.knowledge.event_types import load_word_classes
from s400data.knowledge.figures import country_of_body, country_of_surname
from s400data.knowledge.names import country_of_city
from s400data.knowledge.spellings import fold_letters, slug
from s400data.language.syntax import children, hyphenated_before
from s400data.records import Actor

OF_A_COUNTRY = frozenset({"of", "in", "from", "throughout", "across"})
AT_HOME_IN = frozenset({"of"})
MODIFIERS = ("amod", "compound", "nmod:poss", "nmod:desc", "flat")
LONGEST_COUNTRY = 3
SEVERAL = 2


def find_group(noun: Token) -> Actor | None:
    """The unnamed people or body that `noun` with its modifiers tells, None where no country does."""
    lemma = noun.lemma_.lower()
    if lemma in load_word_classes()["light"]:
        inner = next(arguments(noun, frozenset({"of"})), None)
        if inner is not None and (found := find_group(inner)) is not None:
            return found
    people = _people(noun)
    if people is not None:
        return _unnamed(people, people.people[0] if people.people else people.name)
    if lemma not in load_word_classes()["group"]:
        return None
    places = (country_of_place(place) for place in arguments(noun, OF_A_COUNTRY))
    country = state_of(noun) or next((place for place in places if place is not None), None) or _of_figure(noun)
    if country is None:
        return None
    return _unnamed(country, f"{_adjective(country)} {noun.lower_}")


def _of_figure(noun: Token) -> Country | None:
    """The country whose leader a government is called after: "the Bush administration"."""
    body = body_words().get(noun.lemma_.lower())
    if body is None or body.kind != "government":
        return None
    names = (word.text for word in children(noun, "compound", "nmod:poss") if word.pos_ == "PROPN")
    return next((countries_by_code()[code] for name in names if (code := country_of_surname(name))), None)


def find_people_abroad(noun: Token) -> Actor | None:
    """A people at home in another country than the one it is called after: "Bosnian Serbs", "ethnic Turks in Greece".

    "Americans in Iraq" stay Americans.
    """
    called = country_words().get(fold_letters(noun.text))
    if called is None or called[1] not in ("people", "adjective") or noun.tag_ not in ("NNPS", "NNS"):
        return None
    is_ethnic = any(word.lower_ == "ethnic" for word in children(noun, "amod"))
    places = (country_of_place(place) for place in arguments(noun, OF_A_COUNTRY if is_ethnic else AT_HOME_IN))
    home = state_of(noun) or next((place for place in places if place is not None), None)
    if home is None or home is called[0]:
        return None
    return _unnamed(home, f"{_adjective(home)} {noun.text}")


def find_group_of(noun: Token, country: Country) -> Actor | None:
    """The unnamed people of `country` that `noun` names, whoever they are."""
    if noun.lemma_.lower() not in load_word_classes()["group"]:
        return None
    return _unnamed(country, f"{_adjective(country)} {noun.lower_}")


def find_joint_groups(noun: Token) -> tuple[Actor, ...]:
    """The groups that several adjectives make of one noun: "Turkish and Russian officials"."""
    if noun.lemma_.lower() not in load_word_classes()["group"]:
        return ()
    named = [_country_at(word) for modifier in children(noun, "amod", "compound") for word in conjuncts(modifier)]
    countries = {country.code: country for country in named if country is not None}
    if len(countries) < SEVERAL:
        return ()
    return tuple(_unnamed(country, f"{_adjective(country)} {noun.lower_}") for country in countries.values())


def _adjective(country: Country) -> str:
    return country.adjectives[0] if country.adjectives else country.name


def state_of(noun: Token) -> Country | None:
    """The country whose name or adjective modifies `noun`."""
    for modifier in children(noun, *MODIFIERS):
        found = _country_at(modifier)
        if found is None and modifier.lower_ == "led":
            # "the US-led war", in three words
            found = next((led for word in children(modifier, "compound") if (led := _country_at(word))), None)
        if found is not None:
            return found
    return None


def country_of_place(noun: Token) -> Country | None:
    """The country that `noun` is, lies in or is of: "Amman", "the Bosnian town"."""
    return _country_at(noun) or state_of(noun)


def is_city(noun: Token) -> bool:
    """Whether `noun` is a city, which elsewhere stands for its government or lies in its state."""
    found = country_words().get(fold_letters(noun.text))
    return found[1] in ("capital", "city") if found is not None else country_of_city(noun.text) is not None


def to_state(country: Country) -> Actor:
    """The state as an actor."""
    return state_actor(country)


def _people(noun: Token) -> Country | None:
    """The country whose people `noun` names: "Palestinians", "Iraqi Kurds"."""
    found = country_words().get(fold_letters(noun.text))
    if found is not None and found[1] in ("people", "adjective") and noun.tag_ in ("NNPS", "NNS"):
        # "Bosnian Serbs" are of Bosnia.
        return state_of(noun) or found[0]
    # "Iraqi Kurds", "ethnic Turks"
    return state_of(noun) if noun.tag_ in ("NNPS", "NNP") and noun.ent_type_ == "NORP" else None


def _country_at(token: Token) -> Country | None:
    if hyphenated_before(token) in ATTITUDES:
        return None
    for span in _spans_with(token):
        found = country_named(span.removesuffix("-led"))
        if found is not None:
            return found
    return _country_of_name(token)


def _country_of_name(token: Token) -> Country | None:
    """The country of a city, or of a body that stands for it: "Basra police", "Hamas militants"."""
    if token.ent_type_ == "GPE":
        return next((found for span in _spans_with(token) if (found := country_of_city(span)) is not None), None)
    if token.ent_type_ in ("ORG", "NORP"):
        codes = (country_of_body(span) for span in _spans_with(token))
        return next((countries_by_code()[code] for code in codes if code is not None), None)
    return None


def _spans_with(token: Token) -> Iterator[str]:
    """Stretches of capitalised words that hold `token`, the longest first."""
    sent = token.sent
    for length in range(LONGEST_COUNTRY, 0, -1):
        for start in range(max(sent.start, token.i - length + 1), token.i + 1):
            if start + length <= sent.end and token.doc[start].text[:1].isupper():
                yield token.doc[start : start + length].text


def _unnamed(country: Country, label: str) -> Actor:
    return Actor(f"u-{slug(label)}", f"{label} (unnamed)", "unnamed", None, country.code, None, known=False)
