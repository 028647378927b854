"""Countries: their names, adjectives and peoples, and the cities and houses that stand for their governments.

"Turkish officials in Ankara" names Turkey twice; "Ankara rejected the offer" names its government.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.knowledge.spellings import fold_letters
from s400data.settings import english_folder

CountryWord = Literal["name", "adjective", "people", "capital", "seat", "city"]


@dataclass(frozen=True, slots=True)
class Country:
    """A country (or NATO, the EU, the UN): `code` is ISO 3166-1 alpha-3."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()

    def words(self) -> Iterator[tuple[CountryWord, str]]:
        """Every word for the country with its use; one word may have two ("French", adjective and people)."""
        yield from (("name", name) for name in (self.name, *self.aliases))
        yield from (("adjective", word) for word in self.adjectives)
        yield from (("people", word) for word in self.people)
        yield from (("capital", word) for word in self.capitals)
        yield from (("seat", word) for word in self.seats)
        yield from (("city", word) for word in self.cities)


@cache
def load_countries(path: Path | None = None) -> tuple[Country, ...]:
    """Read the countries; a code listed twice or a word of two countries raises `KnowledgeError`."""
    path = path or english_folder() / "countries.toml"
    countries = read_entries(path, "country", Country)
    codes: set[str] = set()
    owners: dict[str, str] = {}
    for n, country in enumerate(countries):
        if country.code in codes:
            raise KnowledgeError(path, line_of_entry(path, "country", (n,)), f"code '{country.code}' is listed twice")
        codes.add(country.code)
        for _, word in country.words():
            owner = owners.setdefault(fold_letters(word), country.code)
            if owner != country.code:
                line = line_of_entry(path, "country", (n,))
                raise KnowledgeError(path, line, f"'{word}' already stands for {owner}")
    return countries


@cache
def country_words() -> dict[str, tuple[Country, CountryWord]]:
    """Every word for a country, folded, with the use listed first."""
    words: dict[str, tuple[Country, CountryWord]] = {}
    for country in load_countries():
        for use, word in country.words():
            words.setdefault(fold_letters(word), (country, use))
    return words


@cache
def countries_by_code() -> dict[str, Country]:
    """The countries by ISO code."""
    return {country.code: country for country in load_countries()}


def country_named(words: str) -> Country | None:
    """The country that `words` (a name, adjective, people, capital, seat or city) belong to; None if there is none."""
    found = country_words().get(fold_letters(words.strip()).removeprefix("the "))
    return found[0] if found else None
