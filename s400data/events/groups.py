"""Groups: people, forces and bodies that act without a name, told by country: "Israeli troops", "rebels in Sudan".

Also the state whose adjective or name modifies any other noun: the target of "shelled Iraqi towns" is Iraq.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from s400data.actors.profiles import state_actor
from s400data.events.clauses import arguments, conjuncts
from s400data.knowledge.countries import Country, country_named, country_words
from s400data.knowledge.event_types import load_word_classes
from s400data.knowledge.spellings import fold_letters, slug
from s400data.language.syntax import children
from s400data.records import Actor

OF_A_COUNTRY = frozenset({"of", "in", "from", "throughout", "across"})
MODIFIERS = ("amod", "compound", "nmod:poss", "nmod:desc", "flat")
QUANTITIES = frozenset(
    {
        "thousand",
        "hundred",
        "ten",
        "dozen",
        "score",
        "number",
        "group",
        "member",
        "majority",
        "million",
        "third",
        "half",
    }
)
LONGEST_COUNTRY = 3
SEVERAL = 2


def find_group(noun: Token) -> Actor | None:
    """The unnamed people or body that `noun` with its modifiers tells, None where no country does."""
    lemma = noun.lemma_.lower()
    if lemma in QUANTITIES:
        inner = next(arguments(noun, frozenset({"of"})), None)
        if inner is not None and (found := find_group(inner)) is not None:
            return found
    people = _people(noun)
    if people is not None:
        return _unnamed(people, people.people[0] if people.people else people.name)
    if lemma not in load_word_classes()["group"]:
        return None
    places = (_country_at(place) for place in arguments(noun, OF_A_COUNTRY))
    country = state_of(noun) or next((place for place in places if place is not None), None)
    if country is None:
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
        if found is not None:
            return found
    return None


def country_of_place(noun: Token) -> Country | None:
    """The country that `noun` is, lies in or is of: "Amman", "the Bosnian town"."""
    return _country_at(noun) or state_of(noun)


def is_capital(noun: Token) -> bool:
    """Whether `noun` is a city that elsewhere stands for its government."""
    found = country_words().get(fold_letters(noun.text))
    return found is not None and found[1] == "capital"


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
    for span in _spans_with(token):
        found = country_named(span)
        if found is not None:
            return found
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
